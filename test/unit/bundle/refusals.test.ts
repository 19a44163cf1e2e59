/** One test for every code a reader can give: FORMAT.md section 8, steps 1 to 8. Steps 9 to 11: refusals-content.test.ts. */
import { describe, expect, it } from 'vitest'
import type { BundleError } from '../../../shared/bundle/bundle-errors.ts'
import { scanPath } from '../../../shared/bundle/format.ts'
import { sealBytes } from '../../../electron/bundle/age.ts'
import { findSets } from '../../../electron/bundle/find-sets.ts'
import { keyNumberInLine, signKeyOf } from '../../../electron/bundle/minisign.ts'
import { inspectLabel } from '../../../electron/bundle/locate-parts.ts'
import { createFakeDisk, type FakeDisk } from '../../support/fake-disk.ts'
import {
  attachment,
  forgeSet,
  makeOffice,
  onlySet,
  pdf,
  plantSealed,
  readAs,
  setFrom,
  sha256,
  write,
  type Forgery,
} from '../../support/bundle-kit.ts'

const commune = await makeOffice('xa', 'a')
const ward = await makeOffice('huyen', 'b')
const third = await makeOffice('khac', 'c')
const shared = `${commune.office}.${commune.device}.${ward.office}`

function stick(): FakeDisk {
  const disk = createFakeDisk()
  disk.plant('/usb/x', Buffer.from('x'))
  return disk
}

async function refusalOf(forgery: Forgery, more: Parameters<typeof readAs>[4] = {}): Promise<BundleError | null> {
  const disk = stick()
  const read = await readAs(ward, [commune], await forgeSet(disk, commune, ward, forgery), disk, more)
  return read.ok ? null : read.error
}

async function flipped(disk: FakeDisk, path: string, at: number): Promise<void> {
  const bytes = Buffer.from(disk.peek(path) ?? [])
  bytes[at] = (bytes[at] ?? 0) ^ 1
  disk.plant(path, bytes)
}

async function twoParts() {
  const disk = stick()
  const written = await write(
    setFrom(commune, ward, disk, { attachments: [attachment(pdf('x'.repeat(5000)))], partBytes: 9000 }),
  )
  const [first = '', second = '', label = ''] = written.files.map((file) => `/usb/${file.name}`)
  return { disk, first, second, label, set: await onlySet(disk) }
}

it('forges a set that is not wrong in any way', async () => {
  expect(await refusalOf({ scans: [pdf('1'), pdf('2')] })).toBeNull()
})

describe('steps 1 to 3: label and parts', () => {
  it('B_LABEL: a label that is none, parts without a label, too long', async () => {
    const disk = stick()
    disk.plant(
      '/usb/KN1_a_b_00000000.sha256',
      Buffer.from('not a label, but named like one and long enough to be one ..........'),
    )
    disk.plant('/usb/KN1_a_b_00000001.tar.age.001', Buffer.from('age'))
    disk.plant('/usb/KN1_a_b_00000001.tar.age.002', Buffer.from('age'))
    disk.plant('/usb/KN1_a_b_00000002.sha256', Buffer.alloc(300_000, 'a'))
    disk.plant('/usb/KN1_a_b_00000003.sha256', Buffer.from(`${'a'.repeat(64)}  KN1_a_b_00000003.tar.age.002\n`))
    const found = await findSets(disk, '/usb')
    expect(found.ok && found.value.faults.map((fault) => fault.error)).toEqual([
      { code: 'B_LABEL', name: 'KN1_a_b_00000000.sha256', reason: 'form' },
      { code: 'B_LABEL', name: 'KN1_a_b_00000002.sha256', reason: 'size' },
      { code: 'B_LABEL', name: 'KN1_a_b_00000003.sha256', reason: 'parts' },
      { code: 'B_LABEL', name: 'KN1_a_b_00000001.tar.age.001', reason: 'missing' },
    ])
  })

  it('B_PART_MISSING: names the part', async () => {
    const { disk, second } = await twoParts()
    await disk.unlink(second)
    const set = await onlySet(disk)
    const part = second.slice('/usb/'.length)
    expect(await inspectLabel({ disk, set })).toEqual({ ok: false, error: { code: 'B_PART_MISSING', part } })
    expect(await readAs(ward, [commune], set, disk)).toMatchObject({ error: { code: 'B_PART_MISSING', part } })
  })

  it('B_DAMAGED: names the part with another hash', async () => {
    const { disk, second, set } = await twoParts()
    await flipped(disk, second, 5)
    const error = { code: 'B_DAMAGED', part: second.slice('/usb/'.length) }
    expect(await inspectLabel({ disk, set })).toEqual({ ok: false, error })
  })

  it('B_DAMAGED: an age file that was damaged before its label was made', async () => {
    for (const sealed of [
      (age: Buffer) => age.subarray(0, -1),
      (age: Buffer) => age.subarray(0, 20_000),
      (age: Buffer) => Buffer.concat([age, Buffer.from('x')]),
      (age: Buffer) => age.with(age.length - 1000, (age.at(-1000) ?? 0) ^ 1),
    ]) {
      const wrong = await refusalOf({ sealed, scans: [pdf('x'.repeat(100_000))] })
      expect(wrong).toEqual({ code: 'B_DAMAGED', part: null })
    }
  })

  it('B_STICK_GONE and B_CANCELLED while reading', async () => {
    const { disk, set } = await twoParts()
    for (let operation = 1; operation <= 12; operation += 1) {
      disk.breakDown({ failFrom: { operation, errno: 'EIO' } })
      const read = await readAs(ward, [commune], set, disk)
      expect(read.ok ? null : read.error).toEqual({ code: 'B_STICK_GONE', cause: 'EIO' })
    }
    disk.breakDown({})
    const signal = AbortSignal.abort()
    expect(await readAs(ward, [commune], set, disk, { signal })).toMatchObject({ error: { code: 'B_CANCELLED' } })
    expect(await inspectLabel({ disk, set, signal })).toMatchObject({ error: { code: 'B_CANCELLED' } })
    expect(await findSets(disk, '/usb', { signal })).toMatchObject({ error: { code: 'B_CANCELLED' } })
  })
})

describe('step 4: age', () => {
  it('B_NOT_AGE: something else, a broken header, another kind or number of stanzas', async () => {
    const read = async (sealed: Uint8Array) => {
      const disk = stick()
      const outcome = await readAs(ward, [commune], await plantSealed(disk, sealed), disk)
      return outcome.ok ? null : outcome.error
    }
    expect(await read(Buffer.from('PK\u0003\u0004 a zip'))).toEqual({ code: 'B_NOT_AGE', reason: 'magic' })
    expect(await read(Buffer.from('age-enc'))).toEqual({ code: 'B_NOT_AGE', reason: 'magic' })
    expect(await read(Buffer.from('age-encryption.org/v1\n-> X25519 ?\n'))).toEqual({
      code: 'B_NOT_AGE',
      reason: 'header',
    })
    expect(await read(Buffer.from('age-encryption.org/v1\n-> X25519 ?\n--- x\n'))).toMatchObject({ reason: 'header' })
    const two = await sealBytes([ward.recipient, third.recipient], Buffer.from('x'))
    expect(await read(two)).toEqual({ code: 'B_NOT_AGE', reason: 'stanzas' })
  })

  it('B_NOT_FOR_US: sealed to another office', async () => {
    expect(await refusalOf({ sealedTo: [third.recipient] })).toEqual({ code: 'B_NOT_FOR_US' })
  })
})

describe('step 5: the archive', () => {
  it('B_LAYOUT: members out of place, unknown, twice, or after the end', async () => {
    const gz = `data/journal/${shared}.jsonl.gz`
    const cases: readonly (readonly [Forgery, string, string | null])[] = [
      [{ archive: (files) => files.slice(1) }, 'order', 'bag-info.txt'],
      [{ archive: (files) => files.slice(0, 3) }, 'order', 'manifest-sha256.txt'],
      [{ archive: (files) => [...files, { name: '../../evil', bytes: pdf('x') }] }, 'name', '../../evil'],
      [{ archive: (files) => [...files, { name: 'data/att/CON', bytes: pdf('x') }] }, 'name', 'data/att/CON'],
      [{ archive: (files) => [...files, ...files.slice(-1)] }, 'duplicate', gz],
      [
        { archive: (files) => [...files, { name: scanPath(sha256('x')), bytes: pdf('') }] },
        'order',
        scanPath(sha256('x')),
      ],
      [{ tar: (tar) => Buffer.concat([tar, tar]) }, 'after-end', null],
      [{ tar: (tar) => tar.subarray(0, 512) }, 'truncated', 'bagit.txt'],
      [{ tar: (tar) => tar.subarray(0, -10_240) }, 'no-end', null],
    ]
    for (const [forgery, reason, name] of cases) {
      expect(await refusalOf(forgery)).toMatchObject({ code: 'B_LAYOUT', reason, name })
    }
  })
})

describe('steps 6 to 8: who and to whom', () => {
  it('B_UNKNOWN_SENDER and B_REVOKED', async () => {
    const disk = stick()
    const set = await forgeSet(disk, commune, ward)
    const unknown = await readAs(ward, [third], set, disk)
    expect(unknown).toEqual({
      ok: false,
      error: { code: 'B_UNKNOWN_SENDER', keyNumber: keyNumberInLine(commune.signKey) },
    })
    const revoked = await readAs(ward, [{ ...commune, revoked: true }], set, disk)
    expect(revoked).toMatchObject({ error: { code: 'B_REVOKED', office: commune.office, officeCode: 'xa' } })
  })

  it('B_SIGNATURE: form, signature, comment', async () => {
    const retouched = (edit: (text: string) => string): Forgery => ({
      archive: (files) =>
        files.map((file) =>
          file.name.endsWith('.minisig') ? { ...file, bytes: Buffer.from(edit(file.bytes.toString())) } : file,
        ),
    })
    expect(await refusalOf(retouched(() => 'x'))).toEqual({ code: 'B_SIGNATURE', reason: 'form' })
    expect(await refusalOf(retouched((text) => text.replace(' to age1', ' to agE1')))).toMatchObject({
      reason: 'comment',
    })
    const swapped: Forgery = {
      archive: (files) =>
        files.map((file) => (file.name === 'tagmanifest-sha256.txt' ? { ...file, bytes: Buffer.from('') } : file)),
    }
    expect(await refusalOf(swapped)).toEqual({ code: 'B_SIGNATURE', reason: 'signature' })
    // Well signed, but the comment speaks of another bundle or another addressee.
    expect(await refusalOf({ comment: `kn1 ${'0'.repeat(32)} to ${ward.recipient}` })).toMatchObject({
      reason: 'comment',
    })
    // A key with the same number and another value.
    const twin = {
      ...commune,
      signKey: third.signKey.slice(0, 2) + commune.signKey.slice(2, 30) + third.signKey.slice(30),
    }
    const disk = stick()
    const read = await readAs(ward, [twin], await forgeSet(disk, commune, ward), disk)
    expect(read).toMatchObject({ error: { code: 'B_SIGNATURE' } })
  })

  it('takes a set in whoever else has chosen the number of its key, or has said that the key is theirs', async () => {
    const sign = { ...third.sign, keyNumber: commune.sign.keyNumber }
    const twin = { ...third, sign, signKey: signKeyOf(sign) }
    const thief = { ...third, signKey: commune.signKey }
    const disk = stick()
    const set = await forgeSet(disk, commune, ward)
    for (const other of [twin, thief, { ...twin, revoked: true }, { ...thief, revoked: true }])
      for (const known of [
        [commune, other],
        [other, commune],
      ])
        expect(await readAs(ward, known, set, disk)).toMatchObject({ value: { sender: { office: commune.office } } })
    for (const other of [twin, thief])
      expect(await readAs(ward, [other], set, disk)).toMatchObject({
        error: { code: other === twin ? 'B_SIGNATURE' : 'B_SENDER' },
      })
    const ended = { ...commune, revoked: true }
    expect(await readAs(ward, [twin, ended], set, disk)).toMatchObject({
      error: { code: 'B_REVOKED', office: commune.office },
    })
    // Whoever signs with such a key speaks for nobody but itself.
    const spoken = stick()
    const own = await forgeSet(spoken, commune, ward, { signer: twin })
    expect(await readAs(ward, [commune, twin], own, spoken)).toMatchObject({
      error: { code: 'B_SENDER', claimed: commune.office, office: twin.office },
    })
  })

  it('B_HASH: a tag file changed on the way', async () => {
    const changed: Forgery = {
      archive: (files) =>
        files.map((file) =>
          file.name === 'bag-info.txt' ? { ...file, bytes: Buffer.concat([file.bytes, Buffer.from('x')]) } : file,
        ),
    }
    expect(await refusalOf(changed)).toEqual({ code: 'B_HASH', path: 'bag-info.txt' })
  })

  it('B_FORMAT: bundle.json and the lists, each field', async () => {
    const cases: readonly (readonly [Forgery, string, string])[] = [
      [{ bundleText: () => '{' }, 'bundle.json', ''],
      [{ bundleText: (text) => ` ${text}` }, 'bundle.json', ''],
      [{ bundle: (json) => ({ ...json, format: 'zip' }) }, 'bundle.json', 'format'],
      [{ bundle: (json) => ({ ...json, extra: 1 }) }, 'bundle.json', ''],
      [{ bundle: (json) => ({ ...json, created: 'yesterday' }) }, 'bundle.json', 'created'],
      [{ carried: (item) => ({ ...item, entries: 2 }) }, 'bundle.json', 'channels.0.entries'],
      [{ carried: (item) => ({ ...item, requires: 'a'.repeat(64) }) }, 'bundle.json', 'channels.0.requires'],
      [{ carried: (item) => ({ ...item, path: 'data/journal/x' }) }, 'bundle.json', 'channels.0.path'],
      [{ bundle: (json) => ({ ...json, attachments: { count: 1, bytes: 0 } }) }, 'manifest-sha256.txt', '1'],
      [{ bundle: (json) => ({ ...json, attachments: { count: 0, bytes: 7 } }) }, 'bundle.json', 'attachments.bytes'],
      [{ manifest: (lines) => [...lines, ...lines] }, 'manifest-sha256.txt', '2'],
      [{ scans: [pdf('a'), pdf('b')], manifest: (lines) => [...lines].reverse() }, 'manifest-sha256.txt', '1'],
      [{ bagInfo: (text) => text.replace('Payload-Oxum', 'Payload') }, 'bag-info.txt', ''],
      [{ bagInfo: (text) => text.replace(/Oxum: \d+\.1/, 'Oxum: 5.1') }, 'bag-info.txt', 'Payload-Oxum'],
      [{ bagInfo: (text) => text.replace(/(Oxum: \d+)\.1/, '$1.2') }, 'bag-info.txt', 'Payload-Oxum'],
      [{ bagInfo: (text) => text.replace(/[0-9a-f]{32}/, '0'.repeat(32)) }, 'bag-info.txt', 'External-Identifier'],
      [{ bagit: 'BagIt-Version: 0.97\n' }, 'bagit.txt', ''],
      [{ tagManifest: (text) => text.split('\n').slice(1).join('\n') }, 'tagmanifest-sha256.txt', ''],
    ]
    for (const [forgery, file, path] of cases) {
      expect(await refusalOf(forgery), `${file} ${path}`).toEqual({ code: 'B_FORMAT', file, path })
    }
  })

  it('B_VERSION: a newer bundle, whatever else is new in it', async () => {
    const newer: Forgery = { bundle: (json) => ({ ...json, version: 2, colour: 'red' }) }
    expect(await refusalOf(newer)).toEqual({ code: 'B_VERSION', version: 2 })
  })

  it('B_SENDER: signed by one office in the name of another', async () => {
    const error = await refusalOf({ claims: third })
    expect(error).toEqual({ code: 'B_SENDER', claimed: third.office, office: commune.office })
  })

  it('B_NOT_ADDRESSED: a bundle for another office, opened and sealed again to us', async () => {
    const error = await refusalOf({ addressee: third })
    expect(error).toEqual({ code: 'B_NOT_ADDRESSED', office: third.office, officeCode: 'khac' })
    expect(await refusalOf({ addressee: { ...ward, recipient: third.recipient } })).toMatchObject({
      code: 'B_NOT_ADDRESSED',
    })
  })
})
