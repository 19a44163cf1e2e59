/**
 * The store itself, and its copy in a backup, on a disk that fails or a computer that dies at any write or sync of SQLite's
 * own, which our Disk never sees: a shim in C under the process, built where there is a compiler. Afterwards what was
 * answered is there, what was refused is not, the chains are whole and the tables are those of a replay; a set that an export
 * has written is whole, and comes in whether the store has come to tell of it or not; no half backup counts as one, and a
 * stick that fails is not said to be the office's own store. Some moments in the gate, all with SLOW=1.
 */
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepared } from '../../db/transaction.ts'
import type { Paths } from '../../electron/paths.ts'
import type { ExportAnswer, ImportResult } from '../../shared/contract/exchange.ts'
import { refusalSentence } from '../../shared/words/refusals.ts'
import { sha256 } from '../support/bundle-kit.ts'
import {
  buildShim,
  canShim,
  copyFor,
  NEEDS_SHIM,
  startShimmed,
  type ShimmedCall,
  type ShimmedOffice,
  type Strike,
} from '../support/disk-shim.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  foundCommune,
  importFrom,
  newStick,
  register,
} from '../support/journey.ts'
import { reopened, type TestOffice } from '../support/office.ts'
import { readStoreOf } from '../support/office-picture.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { peopleOf } from '../support/survivors.ts'
import { temporaryFolder, temporaryFolderOfFile } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'
const LONG = { timeout: slow ? 5_400_000 : 180_000 }

/** Of all tests of this file, with the offices as they are founded and the shim. */
const founded = temporaryFolderOfFile()
let made: Promise<Founded> | undefined
let madeTwo: Promise<Two> | undefined
let builtShim: string | undefined

/** Whom the commune has to tell its district of, and who comes later. */
const PEOPLE = ['Lê Thị Mai', 'Nguyễn Văn An', 'Trần Văn Đức']
const AFTERWARDS = 'Vũ Thị Sau'

/** What the program may say of a store that failed under it. */
const REFUSED: unknown = expect.stringMatching(/^(STORE_CANNOT_OPEN|STORE_FULL)$/)

/** What it may say of a backup whose place fails. */
const NOT_SAVED: unknown = expect.stringMatching(/^(DISK_[A-Z_]+|STORE_FULL|BACKUP_DAMAGED)$/)

test.skipIf(skipLoudly(!canShim, NEEDS_SHIM))(
  'whatever write or sync of the store fails, a call is recorded whole or not at all',
  LONG,
  async () => {
    const { root, shim, commune, unit } = await communeWithBranch()
    const record = (office: ShimmedOffice, name: string, strike?: Strike) =>
      office.call('candidate.register', { profile: { name }, unit }, strike)
    // How many operations one call takes, and that the shim sees them at all.
    let next: ShimmedOffice | null = await startShimmed(copyFor(commune, root), shim)
    const took = await record(next, 'Người đếm')
    expect(took.answered?.answer.ok).toBe(true)
    for (const [way, at] of strikesOf(took.operations)) {
      const office: ShimmedOffice = next ?? (await startShimmed(copyFor(commune, root), shim))
      next = null
      const before = await record(office, 'Người trước')
      expect(before.answered?.answer.ok).toBe(true)
      const struck = await record(office, 'Người lúc hỏng', { at, way })
      const isAnswered = struck.answered?.answer.ok === true
      if (struck.answered?.answer.ok === false)
        expect([way, at, struck.answered.answer.error.code]).toEqual([way, at, REFUSED])
      // A disk that has failed once and works again: the same office goes on, where it still lives.
      const after = struck.answered === null ? null : await record(office, 'Người sau')
      await office.end()
      const names = await namesIn(commune, office.paths)
      expect([way, at, names.includes('Người trước')]).toEqual([way, at, true])
      if (isAnswered) expect([way, at, names.includes('Người lúc hỏng')]).toEqual([way, at, true])
      if (struck.answered?.answer.ok === false)
        expect([way, at, names.includes('Người lúc hỏng')]).toEqual([way, at, false])
      if (after?.answered?.answer.ok === true) expect([way, at, names.includes('Người sau')]).toEqual([way, at, true])
    }
  },
)

test.skipIf(skipLoudly(!canShim, NEEDS_SHIM))(
  'whatever write or sync of the store fails, a set is taken in whole or not at all',
  LONG,
  async () => {
    const { root, shim, commune, district } = await twoOffices()
    const stick = newStick(root)
    const sender = await reopened(commune, copyFor(commune, root))
    await exportTo(sender, stick, district)
    sender.core.close()
    const take = (office: ShimmedOffice, strike?: Strike) => office.call('bundle.import', { folder: stick }, strike)
    const first = await startShimmed(copyFor(district, root), shim)
    const took = await take(first)
    await first.end()
    expect(outcomeOf(took)).toBe('imported')
    for (const [way, at] of strikesOf(took.operations)) {
      const office = await startShimmed(copyFor(district, root), shim)
      const struck = await take(office, { at, way })
      const outcome = outcomeOf(struck)
      await office.end()
      const survivor = await reopened(district, office.paths)
      const names = await peopleOf(survivor)
      const isIn = names.length > 0
      expect([way, at, names.toSorted()]).toEqual([way, at, isIn ? PEOPLE : []])
      // Dead in the middle it may have come in or not; what was answered holds.
      if (outcome !== null) expect([way, at, outcome]).toEqual([way, at, isIn ? 'imported' : REFUSED])
      // The same set once more ends where it should have.
      const { sets } = await importFrom(survivor, stick)
      expect([way, at, sets.map((set) => set.outcome)]).toEqual([way, at, [isIn ? 'already' : 'imported']])
      expect([way, at, (await peopleOf(survivor)).toSorted()]).toEqual([way, at, PEOPLE])
      survivor.core.close()
    }
  },
)

test.skipIf(skipLoudly(!canShim, NEEDS_SHIM))(
  'whatever write or sync of the store fails, a set that is written is whole, and all is said of it or nothing',
  LONG,
  async () => {
    const { root, shim, commune, district, unit } = await twoOffices()
    const put = (office: ShimmedOffice, stick: string, strike?: Strike) =>
      office.call('bundle.export', { folder: stick, to: district.id }, strike)
    const first = await startShimmed(copyFor(commune, root), shim)
    const took = await put(first, newStick(root, 'probe'))
    const all = await saidOf(first.paths)
    await first.end()
    expect([took.answered?.answer.ok, all]).toMatchObject([true, { kept: 1, recorded: 1 }])
    expect(all.marked).toBeGreaterThan(PEOPLE.length)
    const seen = new Set<string>()
    for (const [way, at] of strikesOf(took.operations)) {
      const stick = newStick(root, `usb-${way}-${at}`)
      const office = await startShimmed(copyFor(commune, root), shim)
      const struck = await put(office, stick, { at, way })
      const answer = struck.answered?.answer
      const said = await saidOf(office.paths)
      const isSaid = said.kept > 0
      expect([way, at, said]).toEqual([way, at, isSaid ? all : NOTHING_SAID])
      const receiver = await reopened(district, copyFor(district, root))
      const sets = readdirSync(stick)
      // Before the first note of it there is no file of the set; after that there is all of it.
      if (sets.length === 0) expect([way, at, isSaid]).toEqual([way, at, false])
      else {
        const { sets: shown } = await receiver.do<ImportResult>('bundle.preview', { folder: stick })
        expect([way, at, shown.map(({ outcome, refusal }) => refusal?.code ?? outcome)]).toEqual([way, at, ['ready']])
      }
      // Dead in the middle it may be said or not; what was answered holds: of a set that stands, that it does.
      if (answer !== undefined)
        expect([way, at, answerOf(answer)]).toEqual([way, at, isSaid ? 'written' : [sets.length > 0, REFUSED]])
      seen.add(`${sets.length > 0 ? 'whole' : 'none'}, ${isSaid ? 'said' : 'not said'}`)
      // The same office goes on where it still lives, or it starts again.
      const profile = { name: AFTERWARDS }
      if (answer !== undefined) {
        const recorded = await office.call('candidate.register', { profile, unit })
        const next = await put(office, stick)
        expect([way, at, recorded.answered?.answer.ok, next.answered?.answer.ok]).toEqual([way, at, true, true])
      }
      await office.end()
      const survivor = await reopened(commune, office.paths)
      if (answer === undefined) {
        await survivor.do('candidate.register', { profile, unit })
        await exportTo(survivor, stick, district)
      }
      const people = [...PEOPLE, AFTERWARDS].toSorted()
      expect([way, at, (await peopleOf(survivor)).toSorted()]).toEqual([way, at, people])
      survivor.core.close()
      expect([way, at, readdirSync(stick).toSorted()]).toEqual([way, at, expect.arrayContaining(sets)])
      const taken = await importFrom(receiver, stick)
      expect([way, at, taken.sets.map(({ outcome }) => outcome)]).toEqual([
        way,
        at,
        sets.length === 0 ? ['imported'] : ['imported', expect.stringMatching(/^(imported|already)$/)],
      ])
      expect([way, at, (await peopleOf(receiver)).toSorted()]).toEqual([way, at, people])
      receiver.core.close()
    }
    expect([...seen].toSorted()).toEqual(['none, not said', 'whole, not said', 'whole, said'])
  },
)

test.skipIf(skipLoudly(!canShim, NEEDS_SHIM))(
  'whatever write or sync of its copy fails, a backup stands whole or not at all, and the one before is untouched',
  LONG,
  async () => {
    const { root, shim, commune, unit } = await communeWithBranch()
    const paths = copyFor(commune, root)
    const target = newStick(root, 'sao lưu')
    const home = join(target, 'KetNap-sao-luu-dong-hoa')
    const start = () => startShimmed(paths, shim, { folder: target, name: 'store.db' })
    const save = (from: ShimmedOffice, strike?: Strike) => from.call('backup.create', { folder: target }, strike)
    let office = await start()
    const first = await save(office)
    expect(first.answered?.answer).toMatchObject({ ok: true })
    const [old = ''] = completeIn(home)
    const before = hashesIn(join(home, old))
    const people: string[] = []
    for (const strike of strikesOfCopy(first.operations)) {
      const struck = await save(office, strike)
      const answer = struck.answered?.answer
      const complete = completeIn(home)
      expect([strike, complete[0], hashesIn(join(home, old))]).toEqual([strike, old, before])
      if (answer === undefined) expect([strike, strike.way]).toEqual([strike, expect.stringMatching(/^kill/)])
      else
        expect([strike, answer.ok, complete.length]).toEqual([
          strike,
          ...(strike.way === 'half' ? [true, 2] : [false, 1]),
        ])
      if (answer?.ok === false) {
        expect([strike, answer.error.code]).toEqual([strike, NOT_SAVED])
        expect(refusalSentence(answer.error)).toMatch(/[Ôổ] đĩa|[Bb]ản sao lưu/)
        expect(readdirSync(home).toSorted()).toEqual([old])
      }
      if (answer === undefined) office = await start()
      const name = `Người thứ ${people.length}`
      const recorded = await office.call('candidate.register', { profile: { name }, unit })
      expect([strike, recorded.answered?.answer.ok]).toEqual([strike, true])
      people.push(name)
      // The next one stands and takes away what a kill has left.
      const next = await save(office)
      expect([strike, next.answered?.answer]).toMatchObject([strike, { ok: true }])
      const now = completeIn(home)
      expect([strike, readdirSync(home).toSorted()]).toEqual([strike, now])
      for (const one of now.slice(1)) {
        const { answered } = await office.call('backup.verify', { folder: join(home, one) })
        expect([strike, answered?.answer]).toMatchObject([strike, { ok: true }])
        rmSync(join(home, one), { recursive: true })
      }
    }
    await office.end()
    expect((await namesIn(commune, paths)).toSorted()).toEqual(people.toSorted())
  },
)

/** What an export has answered: written, or whether its one set stands all the same, and the code that says why not. */
function answerOf(answer: NonNullable<ShimmedCall['answered']>['answer']): unknown {
  if (!answer.ok) return [false, answer.error.code]
  const [set] = (answer.value as ExportAnswer).sets
  return set?.unrecorded === undefined ? 'written' : [true, set.unrecorded.code]
}

/** What became of the one set of an import, or the code of its refusal; null where the process died. */
function outcomeOf({ answered }: ShimmedCall): string | null {
  if (answered === null) return null
  if (!answered.answer.ok) return answered.answer.error.code
  const [set] = (answered.answer.value as ImportResult).sets
  return set?.outcome === 'refused' ? (set.refusal?.code ?? '') : (set?.outcome ?? '')
}

/** At which operations of a call the disk strikes, and how: a few in the gate, all of them and one more with SLOW=1. */
function strikesOf(operations: number): readonly (readonly [Strike['way'], number])[] {
  expect(operations).toBeGreaterThan(2)
  if (slow)
    return (['killBefore', 'killAfter', 'EIO', 'ENOSPC'] as const).flatMap((way) =>
      Array.from({ length: operations + 2 }, (_, i) => [way, i + 1] as const),
    )
  return [
    ['killBefore', Math.ceil(operations / 2)],
    ['killAfter', operations],
    ['EIO', operations],
    ['ENOSPC', 1],
  ]
}

/** What a store says of the sets that it has written: kept, marked as gone out, recorded in its journal. */
type Said = { readonly kept: number; readonly marked: number; readonly recorded: number }

const NOTHING_SAID: Said = { kept: 0, marked: 0, recorded: 0 }

function saidOf(paths: Paths): Promise<Said> {
  return readStoreOf(paths, (db) => {
    const count = (sql: string) => prepared<{ n: number }>(db, `SELECT ${sql}`).get()?.n ?? 0
    return {
      kept: count(`count(*) AS n FROM bundles WHERE direction = 'out'`),
      marked: count('ifnull(sum(exported), 0) AS n FROM marks'),
      recorded: count(`count(*) AS n FROM journal WHERE kind = 'bundle.exported'`),
    }
  })
}

type Two = { readonly shim: string; readonly commune: TestOffice; readonly district: TestOffice; readonly unit: string }

/** A commune with people to send and its district, both closed; founded once, to be copied into this test's own folder. */
async function twoOffices(): Promise<Two & { readonly root: string }> {
  madeTwo ??= foundTwo()
  return { ...(await madeTwo), root: realpathSync(temporaryFolder()) }
}

async function foundTwo(): Promise<Two> {
  const { commune, district } = await communeAndDistrict(join(founded, 'two'))
  const unit = await addBranch(commune)
  for (const name of PEOPLE) await register(commune, unit, { name })
  for (const office of [commune, district]) office.core.close()
  return { shim: theShim(), commune, district, unit }
}

type Founded = { readonly shim: string; readonly commune: TestOffice; readonly unit: string }

/** A commune with a branch, closed, and the shim; founded once, to be copied into this test's own folder. */
async function communeWithBranch(): Promise<Founded & { readonly root: string }> {
  made ??= found()
  return { ...(await made), root: realpathSync(temporaryFolder()) }
}

async function found(): Promise<Founded> {
  const commune = await foundCommune(founded)
  const unit = await addBranch(commune)
  commune.core.close()
  return { shim: theShim(), commune, unit }
}

/** Built once: what runs over it has it in memory. */
function theShim(): string {
  return (builtShim ??= buildShim(founded))
}

async function namesIn(office: TestOffice, paths: Paths): Promise<readonly string[]> {
  expect(existsSync(paths.store)).toBe(true)
  const survivor = await reopened(office, paths)
  const names = await peopleOf(survivor)
  survivor.core.close()
  return names
}

/** Where and how the copy is struck: some in the gate, in each way; with SLOW=1 everywhere in every way. */
function strikesOfCopy(operations: number): readonly Strike[] {
  expect(operations).toBeGreaterThan(20)
  const middle = Math.ceil(operations / 2)
  if (!slow)
    return [
      { at: 1, way: 'ENOSPC' },
      { at: middle, way: 'EIO', lasts: true },
      { at: operations, way: 'EIO' },
      { at: middle, way: 'killBefore' },
      { at: operations, way: 'killAfter' },
    ]
  const everywhere = Array.from({ length: operations }, (_, i) => i + 1)
  // Dead after one operation is dead before the next.
  const ways = (['EIO', 'ENOSPC', 'half', 'killBefore'] as const).flatMap((way) =>
    everywhere.map((at): Strike => ({ at, way })),
  )
  const gone = everywhere.map((at): Strike => ({ at, way: 'EIO', lasts: true }))
  return [...ways, ...gone, { at: operations, way: 'killAfter' }]
}

/** Names of the backups that count, oldest first. */
function completeIn(home: string): readonly string[] {
  return readdirSync(home)
    .filter((name) => existsSync(join(home, name, 'backup.json')))
    .toSorted()
}

function hashesIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, sha256(readFileSync(join(folder, name)))]))
}
