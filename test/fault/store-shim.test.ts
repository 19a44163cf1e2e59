/**
 * The store itself on a disk that fails or a computer that dies at any write or sync of SQLite's own, which our Disk never
 * sees: a shim in C under the process, built where there is a compiler. Afterwards what was answered is there, what was
 * refused is not, the chains are whole and the tables are those of a replay. A few moments in the gate, all with SLOW=1.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, readSync, realpathSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pathsOf, type Paths } from '../../electron/paths.ts'
import type { ImportResult } from '../../shared/contract/exchange.ts'
import { addBranch, communeAndDistrict, exportTo, foundCommune, importFrom, register } from '../support/journey.ts'
import { startOffice } from '../support/killable-office.ts'
import { reopened, type TestOffice } from '../support/office.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'
const LONG = { timeout: slow ? 5_400_000 : 180_000 }
const compiles = process.platform === 'linux' && spawnSync('gcc', ['--version']).status === 0

/** How the shim strikes: the computer dies before or after the operation, or the operation fails. */
const WAYS = { killBefore: 0, killAfter: -1, EIO: 5, ENOSPC: 28 } as const

const WHY = 'a shim under SQLite needs a C compiler on Linux'

/** What the program may say of a store that failed under it. */
const REFUSED: unknown = expect.stringMatching(/^(STORE_CANNOT_OPEN|STORE_FULL)$/)

test.skipIf(skipLoudly(!compiles, WHY))(
  'whatever write or sync of the store fails, a call is recorded whole or not at all',
  LONG,
  async () => {
    const root = realpathSync(temporaryFolder())
    const shim = buildShim(root)
    const commune = await foundCommune(join(root, 'office'))
    const unit = await addBranch(commune)
    commune.core.close()
    const record = (office: Life, name: string, strike?: Strike) =>
      office.call('candidate.register', { profile: { name }, unit }, strike)
    // How many operations one call takes, and that the shim sees them at all.
    const first = await life(root, commune, shim)
    const took = await record(first, 'Người đếm')
    await first.end()
    expect(took.answered?.answer.ok).toBe(true)
    const strikes = strikesOf(took.operations)
    for (const [way, at] of strikes) {
      const office = await life(root, commune, shim)
      const before = await record(office, 'Người trước')
      expect(before.answered?.answer.ok).toBe(true)
      const struck = await record(office, 'Người lúc hỏng', { at, how: WAYS[way] })
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

test.skipIf(skipLoudly(!compiles, WHY))(
  'whatever write or sync of the store fails, a set is taken in whole or not at all',
  LONG,
  async () => {
    const root = realpathSync(temporaryFolder())
    const shim = buildShim(root)
    const { commune, district, stick } = await communeAndDistrict(join(root, 'offices'))
    const unit = await addBranch(commune)
    const people = ['Lê Thị Mai', 'Nguyễn Văn An', 'Trần Văn Đức']
    for (const name of people) await register(commune, unit, { name })
    await exportTo(commune, stick, district)
    for (const office of [commune, district]) office.core.close()
    const take = (office: Life, strike?: Strike) => office.call('bundle.import', { folder: stick }, strike)
    const first = await life(root, district, shim)
    const took = await take(first)
    await first.end()
    expect(outcomeOf(took)).toBe('imported')
    for (const [way, at] of strikesOf(took.operations)) {
      const office = await life(root, district, shim)
      const struck = await take(office, { at, how: WAYS[way] })
      const outcome = outcomeOf(struck)
      await office.end()
      const survivor = await reopened(district, office.paths)
      const names = await namesOf(survivor)
      const isIn = names.length > 0
      expect([way, at, names.toSorted()]).toEqual([way, at, isIn ? people : []])
      // Dead in the middle it may have come in or not; what was answered holds.
      if (outcome !== null) expect([way, at, outcome]).toEqual([way, at, isIn ? 'imported' : REFUSED])
      // The same set once more ends where it should have.
      const { sets } = await importFrom(survivor, stick)
      expect([way, at, sets.map((set) => set.outcome)]).toEqual([way, at, [isIn ? 'already' : 'imported']])
      expect([way, at, (await namesOf(survivor)).toSorted()]).toEqual([way, at, people])
      survivor.core.close()
    }
  },
)

/** What became of the one set of an import, or the code of its refusal; null where the process died. */
function outcomeOf({ answered }: Struck): string | null {
  if (answered === null) return null
  if (!answered.answer.ok) return answered.answer.error.code
  const [set] = (answered.answer.value as ImportResult).sets
  return set?.outcome === 'refused' ? (set.refusal?.code ?? '') : (set?.outcome ?? '')
}

type Strike = { readonly at: number; readonly how: number }

/** At which operations of a call the disk strikes, and how: a few in the gate, all of them and one more with SLOW=1. */
function strikesOf(operations: number): readonly (readonly [keyof typeof WAYS, number])[] {
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

const SOURCE = join(import.meta.dirname, '..', 'support', 'store-shim.c')

function buildShim(root: string): string {
  const shim = join(root, 'shim.so')
  const built = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', shim, SOURCE, '-ldl'], { encoding: 'utf8' })
  expect(built.stderr).toBe('')
  return shim
}

type Life = Awaited<ReturnType<typeof life>>

type Struck = Awaited<ReturnType<Life['call']>>

/** A copy of an office, living over the shim. */
async function life(root: string, office: TestOffice, shim: string) {
  const home = mkdtempSync(join(root, 'life-'))
  cpSync(office.paths.data, join(home, 'data'), { recursive: true })
  cpSync(office.paths.marks, join(home, 'marks'), { recursive: true })
  const paths = pathsOf(join(home, 'data'), join(home, 'marks'))
  const plan = join(home, 'plan')
  writePlan(plan, 0, 0, 0)
  const env = { LD_PRELOAD: shim, SHIM_PLAN: plan, SHIM_DIR: paths.data }
  const child = await startOffice(paths, '2024-04-01', home, [], env)
  return {
    paths,
    /** Calls; at the n-th operation of this very call the disk strikes. */
    call: async (name: string, input: unknown, strike?: Strike) => {
      const before = seenIn(plan)
      if (strike !== undefined) writePlan(plan, before, before + strike.at, strike.how)
      const answered = await child.call(name, input)
      const operations = seenIn(plan) - before
      if (strike !== undefined && answered !== null) writePlan(plan, seenIn(plan), 0, 0)
      return { answered, operations }
    },
    end: child.kill,
  }
}

async function namesIn(office: TestOffice, paths: Paths): Promise<readonly string[]> {
  expect(existsSync(paths.store)).toBe(true)
  const survivor = await reopened(office, paths)
  const names = await namesOf(survivor)
  survivor.core.close()
  return names
}

/** The people an office knows, where its chains are whole and its tables those of a replay. */
async function namesOf(office: TestOffice): Promise<readonly string[]> {
  const health = await office.do<{ tables: string; channels: { chain: string }[] }>('journal.health', { deep: true })
  expect([health.tables, health.channels.filter(({ chain }) => chain !== 'whole')]).toEqual(['equal', []])
  const { rows } = await office.do<{ rows: { name: string }[] }>('candidate.search', { limit: 200 })
  return rows.map(({ name }) => name)
}

function writePlan(file: string, seen: number, at: number, how: number): void {
  const bytes = Buffer.alloc(24)
  bytes.writeBigInt64LE(BigInt(seen), 0)
  bytes.writeBigInt64LE(BigInt(at), 8)
  bytes.writeBigInt64LE(BigInt(how), 16)
  const fd = openSync(file, existsSync(file) ? 'r+' : 'w')
  try {
    writeSync(fd, bytes, 0, bytes.length, 0)
  } finally {
    closeSync(fd)
  }
}

function seenIn(file: string): number {
  const bytes = Buffer.alloc(8)
  const fd = openSync(file, 'r')
  try {
    readSync(fd, bytes, 0, 8, 0)
  } finally {
    closeSync(fd)
  }
  return Number(bytes.readBigInt64LE(0))
}
