/**
 * Journal lines changed at random: in a file whose hashes were made to fit, and as authentic lines of a paired office or
 * of a sibling. What is no chain is refused; what fails its kind's schema or its author's authority is kept and held,
 * never applied; the tables stay those of a replay.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { readJournalFile } from '../../electron/bundle/journal-file.ts'
import { attemptBundle } from '../../electron/bundle/fault.ts'
import { previewBundle, receiveBundle, type Received } from '../../db/receive.ts'
import { replay } from '../../db/replay.ts'
import { canonicalJson } from '../../shared/base/canonical.ts'
import { GENESIS } from '../../shared/bundle/chain.ts'
import { journalPath } from '../../shared/bundle/format.ts'
import { classify } from '../../shared/journal/classify.ts'
import type { Entry } from '../../shared/journal/entry.ts'
import { KINDS, kindRow, type Kind } from '../../shared/journal/kinds.ts'
import { allKinds, payloadsOver, type Pool } from '../support/arbitraries.ts'
import { cases, fuzz, looseJson, mutateBytes, mutateJson, type Chance } from '../support/fuzz.ts'
import {
  COMMUNE,
  deviceId,
  DISTRICT,
  idOf,
  idsFrom,
  openDesk,
  pictureOf,
  statusesOf,
  TOWN,
  type Desk,
} from '../support/journal-kit.ts'
import { checked, forged } from '../support/journal-parcels.ts'
import { makeLines, sha256 } from '../support/bundle-kit.ts'

const LONG = cases(1) === 1 ? 180_000 : 7_200_000
const channel = `${COMMUNE}.${deviceId('a')}.${DISTRICT}`

test(
  'a journal file changed in any byte of its lines is refused, or is another honest chain',
  { timeout: LONG },
  async () => {
    const lines = [...makeLines(6), forged(7, { id: idOf(7), kind: 'candidate.ended', payload: { reason: 'died' } })]
    await fuzz(2500, async (chance) => {
      const isJson = chance.int(2) === 0
      const at = chance.int(lines.length)
      const plain = isJson
        ? textOf(lines.with(at, looseJson(mutateJson(chance, JSON.parse(lines[at] ?? '')))))
        : mutateBytes(chance, textOf(lines))
      // Half of them tell of other lines than they carry; the others fit in all hashes.
      const told = chance.int(2) === 0 ? textOf(lines) : plain
      const carried = {
        channel,
        from: 1,
        to: lines.length,
        requires: GENESIS,
        head: headOf(told),
        path: journalPath(channel),
        entries: lines.length,
        sha256_plain: sha256(told),
      }
      const zipped = gzipSync(plain)
      const claim = { carried, zippedBytes: zipped.length, seen: { unzipped: 0 } }
      const read: string[] = []
      const done = await attemptBundle(() => readJournalFile(claim, once(zipped), ({ line }) => read.push(line)))
      if (done.ok) {
        expect(isChain(plain, lines.length)).toBe(true)
        expect(told.equals(plain)).toBe(true)
        expect(textOf(read).equals(plain)).toBe(true)
      } else {
        expect(done.error.code).toMatch(/^B_(CHAIN|HASH|BOMB)$/)
        expect(told.equals(plain) && isChain(plain, lines.length)).toBe(false)
      }
    })
  },
)

const pool: Pool = {
  cases: [idOf(1), idOf(2), idOf(3)],
  units: [idOf(11), idOf(12)],
  members: [idOf(21), idOf(22)],
  users: [idOf(31), idOf(32)],
  entries: Array.from({ length: 12 }, (_, i) => idOf(100 + i)),
  offices: [COMMUNE, DISTRICT, TOWN],
}
const payloads: Readonly<Record<Kind, fc.Arbitrary<object>>> = payloadsOver(pool)

/** Who may hand lines to the desk, and how they stand to it. */
const AUTHORS = [
  { office: DISTRICT, standing: 'superior' },
  { office: TOWN, standing: 'subordinate' },
  { office: TOWN, standing: 'trainer' },
  { office: COMMUNE, standing: 'self' },
] as const

test(
  'lines of every kind with payloads changed at random are kept, and only what its schema takes is applied',
  { timeout: LONG },
  async () => {
    const seen = new Map<Kind, Set<string>>()
    await fuzz(35, (chance, seed) => {
      const author = chance.pick(AUTHORS)
      const desk = openDesk({ office: COMMUNE, standings: { [author.office]: author.standing }, seed: String(seed) })
      try {
        const lines = allKinds.map((kind, i) => lineOf(chance, kind, idOf(1000 + i), seed + i))
        const audience = (kind: Kind): string => audienceOf(kind, author.standing)
        const channels = lines.map(({ kind, line }, i) => ({
          channel: `${author.office}.${deviceName(i)}.${audience(kind)}`,
          lines: checked(GENESIS, [line]),
          known: 0,
        }))
        const received: Received = { ...nothing(author.office, seed), channels }
        const foreseen = previewBundle(desk.store, received, desk.house, desk.recorder(), idsFrom(`p${seed}`)())
        const report = receiveBundle(desk.store, received, desk.house, desk.recorder(), idsFrom(`r${seed}`)())
        expect(report).toEqual(foreseen)
        expect(report.fresh).toBe(lines.length)
        for (const [i, { kind, line, payload }] of lines.entries()) {
          const [status] = statusesOf(desk, channels[i]?.channel ?? '')
          const fits = fitsSchema(kind, payload)
          const verdict = verdictOn(desk, line, author, audience(kind))
          if (!fits) expect([kind, status?.status], JSON.stringify(payload)).toEqual([kind, 'held'])
          if (status?.status === 'applied') expect(verdict).not.toBe('schema')
          seen.set(kind, (seen.get(kind) ?? new Set()).add(status?.status ?? 'none'))
        }
        expectReplay(desk)
      } finally {
        desk.close()
      }
    })
    // With one seed alone there is one batch, and nothing can be said about all of them.
    if (process.env['SEED'] !== undefined) return
    for (const kind of allKinds) expect([kind, seen.get(kind)?.has('held')]).toEqual([kind, true])
    expect([...seen.values()].filter((statuses) => statuses.has('applied')).length).toBeGreaterThan(allKinds.length / 2)
  },
)

test(
  'an envelope changed at random is held, waits or is applied, and never hurts the tables',
  { timeout: LONG },
  async () => {
    await fuzz(40, (chance, seed) => {
      const desk = openDesk({ office: COMMUNE, standings: { [DISTRICT]: 'superior' }, seed: String(seed) })
      try {
        const lines = Array.from({ length: 30 }, (_, i) => envelope(chance, i, seed + i))
        const channels = lines.map((line, i) => ({
          channel: `${COMMUNE}.${deviceName(i)}.own`,
          lines: checked(GENESIS, [line]),
          known: 0,
        }))
        const report = receiveBundle(
          desk.store,
          { ...nothing(COMMUNE, seed), channels },
          desk.house,
          desk.recorder(),
          idsFrom(`r${seed}`)(),
        )
        expect(report.fresh).toBe(lines.length)
        expectReplay(desk)
      } finally {
        desk.close()
      }
    })
  },
)

/** The tables are those of a replay, which is not undone: the desk is closed next. */
function expectReplay(desk: Desk): void {
  const before = pictureOf(desk)
  desk.change((db) => replay(db))
  expect(pictureOf(desk)).toEqual(before)
}

/** What the kind's schema says; a value too deep for it is none. */
function fitsSchema(kind: Kind, payload: object): boolean {
  try {
    return kindRow(kind).payload.safeParse(payload).success
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** A line of a kind; three times in four its payload was changed. */
function lineOf(chance: Chance, kind: Kind, id: string, seed: number) {
  const [honest] = fc.sample(payloads[kind], { seed, numRuns: 1 })
  const mutated = chance.int(4) === 0 ? honest : mutateJson(chance, honest)
  // A line is canonical JSON, so what cannot be is changed into something that can.
  const payload = canonical(mutated) ? (mutated as object) : { odd: true }
  return { kind, payload, line: forged(1, { id, kind, subject: subjectOf(chance, kind), payload }) }
}

/** What a line of a kind may be about; now and then something else than its kind knows. */
function subjectOf(chance: Chance, kind: Kind): Entry['subject'] {
  const { subject: type } = KINDS[kind]
  const isOffice = (type === 'office' || type === 'peer') && chance.int(10) > 0
  return { type, id: chance.pick(isOffice ? pool.offices : pool.cases) }
}

function envelope(chance: Chance, i: number, seed: number): string {
  const kind = chance.pick(allKinds)
  const [payload] = fc.sample(payloads[kind], { seed, numRuns: 1 })
  const honest = forged(1, { id: idOf(2000 + i), kind, subject: subjectOf(chance, kind), payload: payload ?? {} })
  const entry: unknown = JSON.parse(honest)
  const changed = mutateJson(chance, entry)
  return isRecord(changed) && canonical(changed)
    ? canonicalJson({ ...changed, seq: 1 })
    : forged(1, { id: idOf(i), kind: 'no.such' })
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function canonical(value: unknown): boolean {
  if (!isRecord(value)) return false
  try {
    canonicalJson(value as never)
    return true
  } catch {
    return false
  }
}

function audienceOf(kind: Kind, standing: (typeof AUTHORS)[number]['standing']): string {
  const { audience } = kindRow(kind)
  if (audience === 'all') return 'all'
  return standing === 'self' ? 'own' : COMMUNE
}

function verdictOn(desk: Desk, line: string, author: (typeof AUTHORS)[number], audience: string): string {
  const { office, standing } = author
  const verdict = classify(line, { office, standing, audience, self: desk.office, idTaken: () => false })
  return verdict.kind === 'held' ? verdict.reason : verdict.kind
}

function nothing(from: string, seed: number): Received {
  return {
    id: sha256(`bundle ${seed}`).slice(0, 32),
    from,
    kind: 'changes',
    channels: [],
    have: [],
    wants: [],
    scansMissing: [],
    scansArrived: [],
  }
}

/** A device id for each line, so that a held one holds up no other. */
function deviceName(i: number): string {
  return deviceId(`q${String.fromCharCode(97 + Math.floor(i / 26))}${String.fromCharCode(97 + (i % 26))}`)
}

function textOf(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''))
}

/** The head of what may be no lines at all, reckoned by FORMAT.md section 2 from the bytes alone. */
function headOf(plain: Buffer): string {
  let head = Buffer.alloc(32)
  for (const line of rowsOf(plain)) {
    const stub = /^\{"erased":"([0-9a-f]{64})","seq":\d+\}$/.exec(line.toString('utf8'))?.[1]
    const inner = stub === undefined ? digest(line) : Buffer.from(stub, 'hex')
    head = digest(Buffer.concat([head, inner]))
  }
  return head.toString('hex')
}

function digest(bytes: Buffer): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(bytes).digest())
}

function rowsOf(plain: Buffer): readonly Buffer[] {
  const rows: Buffer[] = []
  for (let at = 0, end = plain.indexOf(10); end >= 0; at = end + 1, end = plain.indexOf(10, at))
    rows.push(plain.subarray(at, end))
  return rows
}

/** Are these the lines 1..count, each exactly what canonical JSON prints? An oracle of its own. */
function isChain(plain: Buffer, count: number): boolean {
  const rows = rowsOf(plain)
  if (rows.length !== count || plain.at(-1) !== 10) return false
  return rows.every((row, i) => {
    const text = row.toString('utf8')
    if (!Buffer.from(text).equals(row) || row.length > 1024 * 1024) return false
    try {
      const value: unknown = JSON.parse(text)
      return isRecord(value) && 'seq' in value && value.seq === i + 1 && printed(value) === text
    } catch {
      return false
    }
  })
}

/**
 * Canonical JSON by the book: sorted keys, whole numbers only, no lone surrogates, every string in NFC (the string, not
 * its escapes: a line break before a combining mark is one, whatever its letters look like). Throws for what has none.
 */
function printed(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printed).join(',')}]`
  if (isRecord(value)) {
    const keys = Object.keys(value).toSorted()
    const field = (key: string): string =>
      `${printed(key)}:${printed(Object.getOwnPropertyDescriptor(value, key)?.value)}`
    return `{${keys.map(field).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('number')
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('surrogate')
  if (typeof value === 'string' && value.normalize('NFC') !== value) throw new Error('decomposed')
  return JSON.stringify(value)
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
