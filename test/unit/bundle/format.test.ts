/** Names, numbers and small files of format KN1, each against what FORMAT.md says. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { utf8 } from '../../../shared/base/canonical.ts'
import { BAGIT_TXT, parseBagInfo, parseManifest, printBagInfo, printManifest } from '../../../shared/bundle/bag.ts'
import { base32, checkChain, GENESIS, isStub, lineHash, nextHead } from '../../../shared/bundle/chain.ts'
import {
  BUNDLE_KINDS,
  cardDigits,
  digitsOf,
  formatDigits,
  journalPath,
  labelName,
  LIMITS,
  officeIdOf,
  parseCard,
  parseChannel,
  parsePartName,
  partName,
  printCard,
  printChannel,
  setBaseName,
  type BundleManifest,
  type PairingCard,
} from '../../../shared/bundle/format.ts'
import { judgeChannels } from '../../../shared/bundle/judge.ts'
import { parseLabel, printLabel } from '../../../shared/bundle/label.ts'
import { generateSignSecret, signKeyOf } from '../../../electron/bundle/minisign.ts'
import { readJournalFile } from '../../../electron/bundle/journal-file.ts'
import { headsOf, ledgerOf, makeLine, makeLines, sha256, stubOf } from '../../support/bundle-kit.ts'

const a = 'a'.repeat(26)
const b = 'b'.repeat(26)
const device = 'c'.repeat(16)

describe('identifiers', () => {
  it('base32 is RFC 4648 in lower case without padding', () => {
    const vectors = {
      '': '',
      f: 'my',
      fo: 'mzxq',
      foo: 'mzxw6',
      foob: 'mzxw6yq',
      fooba: 'mzxw6ytb',
      foobar: 'mzxw6ytboi',
    }
    for (const [text, expected] of Object.entries(vectors)) expect(base32(utf8(text))).toBe(expected)
    expect(base32(new Uint8Array(16))).toHaveLength(26)
    expect(base32(new Uint8Array(10))).toHaveLength(16)
  })

  it('the office id is made of the first sign key', () => {
    const key = signKeyOf(generateSignSecret())
    const hash = createHash('sha256').update(`ket-nap-office-v1\n${key}`).digest()
    expect(officeIdOf(key)).toBe(base32(hash.subarray(0, 16)))
  })

  it('a channel is read and printed', () => {
    for (const audience of ['own', 'all', b]) {
      const name = `${a}.${device}.${audience}`
      expect(parseChannel(name)).toEqual({ office: a, device, audience })
      expect(printChannel({ office: a, device, audience })).toBe(name)
      expect(journalPath(name).length).toBeLessThanOrEqual(100)
    }
    for (const wrong of [
      '',
      a,
      `${a}.${device}`,
      `${a}.${device}.other`,
      `${a}.${device}.all.x`,
      `${a}.1${device}.all`,
      ` ${a}.${device}.all`,
    ]) {
      expect(parseChannel(wrong)).toBeNull()
    }
  })

  it('files of a set have names FAT can hold', () => {
    const base = setBaseName('xa-tan-lap', 'huyen', '0123456789abcdef0123456789abcdef')
    expect(partName(base, 1)).toBe('KN1_xa-tan-lap_huyen_01234567.tar.age.001')
    expect(labelName(base)).toBe('KN1_xa-tan-lap_huyen_01234567.sha256')
    const longest = partName(setBaseName('x'.repeat(24), 'y'.repeat(24), 'f'.repeat(32)), 999)
    expect(longest.length).toBeLessThanOrEqual(100)
    const label = printLabel(Array.from({ length: LIMITS.parts }, () => ({ sha256: GENESIS, name: longest })))
    expect(label.length).toBeLessThanOrEqual(LIMITS.labelBytes)
  })

  it('the name of a part tells whose set it is of, and no other name does', () => {
    const base = setBaseName('xa-tan-lap', 'huyen', '0123456789abcdef0123456789abcdef')
    expect(parsePartName(partName(base, 12))).toEqual({ base, from: 'xa-tan-lap', to: 'huyen', id8: '01234567' })
    for (const name of [labelName(base), base, `${partName(base, 1)}.partial`, ` ${partName(base, 1)}`, 'KN1_a_b.001'])
      expect(parsePartName(name), name).toBeNull()
  })
})

describe('the pairing card', () => {
  const card: PairingCard = {
    format: 'kn-card',
    version: 1,
    office: a,
    code: 'xa-tan-lap',
    name: 'Đảng ủy xã Tân Lập',
    age_recipient: `age1${'q'.repeat(58)}`,
    sign_key: signKeyOf({
      seed: Buffer.alloc(32, 1).toString('base64'),
      keyNumber: Buffer.alloc(8, 2).toString('base64'),
    }),
  }

  it('is canonical JSON and comes back', () => {
    const text = printCard(card)
    expect(text).toMatch(
      /^\{"age_recipient":"age1q+","code":"xa-tan-lap","format":"kn-card","name":"Đảng ủy.*"version":1\}\n$/,
    )
    expect(parseCard(text)).toEqual(card)
    for (const wrong of [
      text.slice(0, -1),
      ` ${text}`,
      text.replace('version":1', 'version":2'),
      text.replace('xa-', 'Xa-'),
      text.replace('{', '{"x":1,'),
      '[]',
      '',
    ]) {
      expect(parseCard(wrong)).toBeNull()
    }
    expect(parseCard(printCard({ ...card, name: card.name.normalize('NFD') }))).toEqual(card)
  })

  it('is compared by the same digits with its renewals as without, which are part of its file', () => {
    const renewals = [{ sign_key: card.sign_key, signature: 'one\ntwo\n' }]
    expect(parseCard(printCard({ ...card, renewals }))).toEqual({ ...card, renewals })
    expect(digitsOf({ ...card, renewals })).toBe(digitsOf(card))
    expect(digitsOf(card)).toBe(cardDigits(utf8(printCard(card))))
    expect(parseCard(printCard({ ...card, renewals: [] }))).toBeNull()
  })

  it('is compared by 24 digits of its hash, LF or not', () => {
    const bytes = utf8(printCard(card))
    const digits = cardDigits(bytes)
    const number = BigInt(`0x${createHash('sha256').update(bytes.subarray(0, -1)).digest('hex').slice(0, 20)}`)
    expect(digits).toBe(String(number % 10n ** 24n).padStart(24, '0'))
    expect(cardDigits(bytes.subarray(0, -1))).toBe(digits)
    expect(formatDigits(digits)).toMatch(/^(\d{4} ){5}\d{4}$/)
    // 2^80 is larger than 10^24: the modulo is used and the zeros are kept.
    const all = Array.from({ length: 3000 }, (_, i) => cardDigits(utf8(String(i))))
    expect(all.every((text) => /^\d{24}$/.test(text))).toBe(true)
    expect(all.some((text) => text.startsWith('0'))).toBe(true)
  })
})

describe('the label', () => {
  const line = `${'a'.repeat(64)}  KN1_a_b_00000000.tar.age.00`
  it('is lines of hash and name, numbered from 001', () => {
    const parsed = parseLabel(`${line}1\n${line}2\n`)
    expect(parsed.ok && printLabel(parsed.value)).toBe(`${line}1\n${line}2\n`)
    for (const wrong of [
      '',
      '\n',
      `${line}1`,
      `${line}1\r\n`,
      `${line}1\n\n`,
      `${line}1 \n`,
      ` ${line}1\n`,
      `${line.replace('  ', ' *')}1\n`,
      `${line.replace('KN1', '../x')}1\n`,
      `${line.toUpperCase()}1\n`,
    ]) {
      expect(parseLabel(wrong)).toEqual({ ok: false, error: 'form' })
    }
    for (const wrong of [
      `${line}2\n`,
      `${line}1\n${line}1\n`,
      `${line}1\n${line}3\n`,
      `${line}1\n${line.replace('_a_', '_x_')}2\n`,
    ]) {
      expect(parseLabel(wrong)).toEqual({ ok: false, error: 'parts' })
    }
    expect(parseLabel('a'.repeat(300_000))).toEqual({ ok: false, error: 'size' })
    const many = Array.from({ length: 1000 }, (_, i) => `${line.slice(0, -2)}${String(i + 1).padStart(3, '0')}\n`).join(
      '',
    )
    expect(parseLabel(many)).toEqual({ ok: false, error: 'size' })
  })
})

describe('the bag', () => {
  const info = {
    sourceOrganization: 'Đảng ủy xã Tân Lập',
    externalIdentifier: '0'.repeat(32),
    baggingDate: '2026-11-25',
    payloadBytes: 12,
    payloadFiles: 3,
    softwareAgent: 'ket-nap 0.1.0',
  }

  it('says who, what and how much in five lines', () => {
    expect(BAGIT_TXT).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    const text = printBagInfo(info)
    expect(text).toContain('\nPayload-Oxum: 12.3\n')
    expect(parseBagInfo(text)).toEqual({ ok: true, value: info })
    for (const wrong of [
      `${text}\n`,
      text.slice(0, -1),
      text.replaceAll('\n', '\r\n'),
      text.replace('12.3', '012.3'),
      text.replace('2026-11-25', 'today'),
    ]) {
      expect(parseBagInfo(wrong)).toEqual({ ok: false, error: { code: 'B_FORMAT', file: 'bag-info.txt', path: '' } })
    }
  })

  it('lists files as sha256sum does', () => {
    const files = [
      { sha256: 'a'.repeat(64), path: 'data/att/x' },
      { sha256: 'b'.repeat(64), path: 'bagit.txt' },
    ]
    const text = printManifest(files)
    expect(text).toBe(`${'a'.repeat(64)}  data/att/x\n${'b'.repeat(64)}  bagit.txt\n`)
    expect(parseManifest(text, 'm')).toEqual({ ok: true, value: files })
    expect(parseManifest('', 'm')).toEqual({ ok: true, value: [] })
    for (const wrong of [
      text + text,
      text.slice(0, -1),
      `\\${text}`,
      text.replace('  ', ' '),
      `${text}\n`,
      text.replace('x', 'đ'),
    ]) {
      expect(parseManifest(wrong, 'm')).toMatchObject({ error: { code: 'B_FORMAT', file: 'm' } })
    }
  })
})

describe('the chain', () => {
  const lines = makeLines(4)

  it('is h(n) = SHA-256(h(n-1) || SHA-256(line))', () => {
    const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
    let head: Buffer = Buffer.alloc(32)
    for (const [i, line] of lines.entries()) {
      head = sha(Buffer.concat([head, sha(Buffer.from(line))]))
      expect(headsOf(lines)[i + 1]).toBe(head.toString('hex'))
    }
    expect(checkChain({ from: 1, requires: GENESIS, head: head.toString('hex') }, lines)).toEqual({
      ok: true,
      value: { last: 4, stubs: [] },
    })
    expect(
      checkChain({ from: 3, requires: headsOf(lines)[2] ?? '', head: head.toString('hex') }, lines.slice(2)),
    ).toMatchObject({ ok: true })
  })

  it('goes through the stub of an erased line, and only through its exact form', () => {
    const stub = stubOf(lines[1] ?? '', 2)
    expect(isStub(stub)).toBe(true)
    expect(lineHash(stub)).toBe(sha256(lines[1] ?? ''))
    expect(nextHead(GENESIS, stub)).toBe(nextHead(GENESIS, lines[1] ?? ''))
    const claim = { from: 1, requires: GENESIS, head: headsOf(lines)[4] ?? '' }
    expect(checkChain(claim, lines.with(1, stub))).toEqual({ ok: true, value: { last: 4, stubs: [2] } })
    expect(checkChain(claim, lines.with(1, stubOf('another', 2)))).toEqual({
      ok: false,
      error: { seq: 4, reason: 'head' },
    })
    for (const wrong of [
      `${stub} `,
      stub.replace('2}', '02}'),
      stub.replace('seq', 'sec'),
      stub.replace('}', ',"x":1}'),
    ]) {
      expect(isStub(wrong)).toBe(false)
    }
  })

  it('names the line at fault', () => {
    const claim = { from: 1, requires: GENESIS, head: headsOf(lines)[4] ?? '' }
    expect(checkChain(claim, lines.with(2, '{'))).toEqual({ ok: false, error: { seq: 3, reason: 'json' } })
    expect(checkChain(claim, lines.with(2, '{"seq":3 }'))).toEqual({
      ok: false,
      error: { seq: 3, reason: 'canonical' },
    })
    expect(checkChain(claim, lines.toSpliced(2, 1))).toEqual({ ok: false, error: { seq: 3, reason: 'hole' } })
    expect(checkChain(claim, lines.with(2, makeLine(3, { x: 1 })))).toEqual({
      ok: false,
      error: { seq: 4, reason: 'head' },
    })
  })

  it('stops at the sum of all journals, B_BOMB', async () => {
    const carried = {
      channel: 'x',
      path: 'p',
      from: 1,
      to: 1,
      requires: GENESIS,
      head: '',
      entries: 1,
      sha256_plain: '',
    }
    const gz = (await import('node:zlib')).gzipSync('{"seq":1}\n')
    async function* source() {
      yield gz
    }
    const seen = { unzipped: LIMITS.journalBytes - 5 }
    const read = readJournalFile({ carried, zippedBytes: gz.length, seen }, source(), () => undefined)
    await expect(read).rejects.toMatchObject({ error: { code: 'B_BOMB', path: 'p', reason: 'total' } })
  })
})

describe('the judge', () => {
  const lines = makeLines(9)
  const heads = headsOf(lines)
  const item = (name: string, from: number, to: number) => ({
    channel: name,
    from,
    to,
    requires: heads[from - 1] ?? '',
    head: heads[to] ?? '',
    path: journalPath(name),
    entries: to - from + 1,
    sha256_plain: GENESIS,
  })
  const manifest = (
    channels: BundleManifest['channels'],
    kind: BundleManifest['kind'] = 'changes',
  ): BundleManifest => ({
    format: 'kn',
    version: 1,
    id: '0'.repeat(32),
    kind,
    created: '2026-11-25T00:00:00Z',
    from: { office: a, code: 'a', device, sign_key: '' },
    to: { office: b, code: 'b', age_recipient: '' },
    channels,
    have: [],
    want_attachments: [],
    attachments: { count: 0, bytes: 0 },
    app: { version: '1', schema: 1 },
  })
  const all = `${a}.${device}.all`
  const shared = `${a}.${device}.${b}`

  it('tells new from covered channel by channel', () => {
    const judged = judgeChannels(
      manifest([item(all, 1, 3), item(shared, 2, 9)]),
      ledgerOf({ [all]: lines.slice(0, 3), [shared]: lines.slice(0, 5) }),
    )
    expect(judged).toEqual({
      ok: true,
      value: [
        { channel: all, covered: true },
        { channel: shared, covered: false, firstNew: 6, heldHead: heads[5] },
      ],
    })
    expect(judgeChannels(manifest([]), ledgerOf({}))).toEqual({ ok: true, value: [] })
  })

  it('lets each kind carry what section 6 says', () => {
    const channels = [
      all,
      shared,
      `${a}.${device}.own`,
      `${a}.${device}.${'c'.repeat(26)}`,
      `${b}.${device}.all`,
      `${b}.${device}.own`,
      `${'c'.repeat(26)}.${device}.all`,
      `${b}.${device}.${a}`,
      `${b}.${device}.${'c'.repeat(26)}`,
    ]
    const allowed = Object.fromEntries(
      BUNDLE_KINDS.map((kind) => [
        kind,
        channels.map((name) => judgeChannels(manifest([item(name, 1, 2)], kind), ledgerOf({})).ok),
      ]),
    )
    expect(allowed).toEqual({
      changes: [true, true, false, false, false, false, false, false, false],
      full: [true, true, false, false, false, false, false, false, false],
      ack: [false, false, false, false, false, false, false, false, false],
      recovery: [false, false, false, false, true, false, false, true, false],
      succession: [true, true, true, true, false, false, false, false, false],
      sibling: [false, false, false, false, false, false, false, false, false],
      enrol: [false, false, false, false, false, false, false, false, false],
    })
    const own = {
      ...manifest(channels.map((name) => item(name, 1, 2)).slice(0, 3), 'sibling'),
      to: { office: a, code: 'a', age_recipient: '' },
    }
    expect(judgeChannels(own, ledgerOf({})).ok).toBe(true)
  })
})

it('FORMAT.md names every code the reader has', () => {
  const page = readFileSync(new URL('../../../shared/bundle/FORMAT.md', import.meta.url), 'utf8')
  const source = readFileSync(new URL('../../../shared/bundle/bundle-errors.ts', import.meta.url), 'utf8')
  const codes = [...source.matchAll(/'(B_[A-Z_]+)'/g)].map((match) => match[1] ?? '')
  expect(codes.length).toBeGreaterThan(25)
  expect(codes.filter((code) => !page.includes(code))).toEqual([])
})
