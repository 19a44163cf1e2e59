/**
 * The store itself on a disk that fails or a computer that dies at any write or sync of SQLite's own, which our Disk never
 * sees: a shim in C under the process, built where there is a compiler. Afterwards what was answered is there, what was
 * refused is not, the chains are whole and the tables are those of a replay. A few moments in the gate, all with SLOW=1.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, existsSync, mkdirSync, openSync, readSync, realpathSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pathsOf, type Paths } from '../../electron/paths.ts'
import { addBranch, foundCommune } from '../support/journey.ts'
import { startOffice } from '../support/killable-office.ts'
import { reopened, type TestOffice } from '../support/office.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'
const LONG = { timeout: slow ? 1_800_000 : 120_000 }
const compiles = process.platform === 'linux' && spawnSync('gcc', ['--version']).status === 0

/** How the shim strikes: the computer dies before or after the operation, or the operation fails. */
const WAYS = { killBefore: 0, killAfter: -1, EIO: 5, ENOSPC: 28 } as const

test.skipIf(skipLoudly(!compiles, 'a shim under SQLite needs a C compiler on Linux'))(
  'whatever write or sync of the store fails, a call is recorded whole or not at all',
  LONG,
  async () => {
    const root = realpathSync(temporaryFolder())
    const shim = join(root, 'shim.so')
    const built = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', shim, SOURCE, '-ldl'], { encoding: 'utf8' })
    expect(built.stderr).toBe('')
    const commune = await foundCommune(join(root, 'office'))
    const unit = await addBranch(commune)
    commune.core.close()
    // How many operations one call takes, and that the shim sees them at all.
    const first = await life(root, commune, shim, 0)
    const took = await first.register(unit, 'Người đếm')
    await first.end()
    expect(took.answered?.answer.ok).toBe(true)
    expect(took.operations).toBeGreaterThan(2)
    const half = Math.ceil(took.operations / 2)
    const strikes: readonly (readonly [keyof typeof WAYS, number])[] = slow
      ? (['killBefore', 'killAfter', 'EIO', 'ENOSPC'] as const).flatMap((way) =>
          Array.from({ length: took.operations + 2 }, (_, i) => [way, i + 1] as const),
        )
      : [
          ['killBefore', half],
          ['killAfter', took.operations],
          ['EIO', took.operations],
          ['ENOSPC', 1],
        ]
    let lives = 0
    for (const [way, at] of strikes) {
      lives += 1
      const how = WAYS[way]
      const office = await life(root, commune, shim, lives)
      const before = await office.register(unit, 'Người trước')
      expect(before.answered?.answer.ok).toBe(true)
      const struck = await office.register(unit, 'Người lúc hỏng', { at, how })
      const isAnswered = struck.answered?.answer.ok === true
      if (struck.answered?.answer.ok === false)
        expect([way, at, struck.answered.answer.error.code]).toEqual([
          way,
          at,
          expect.stringMatching(/^(STORE_CANNOT_OPEN|STORE_FULL)$/),
        ])
      // A disk that has failed once and works again: the same office goes on, where it still lives.
      const after = struck.answered === null ? null : await office.register(unit, 'Người sau')
      await office.end()
      const names = await namesIn(commune, office.paths)
      expect([way, at, names.includes('Người trước')]).toEqual([way, at, true])
      if (isAnswered) expect([way, at, names.includes('Người lúc hỏng')]).toEqual([way, at, true])
      if (struck.answered?.answer.ok === false)
        expect([way, at, names.includes('Người lúc hỏng')]).toEqual([way, at, false])
      if (after?.answered?.answer.ok === true) expect([way, at, names.includes('Người sau')]).toEqual([way, at, true])
    }
    expect(lives).toBe(strikes.length)
  },
)

const SOURCE = join(import.meta.dirname, '..', 'support', 'store-shim.c')

/** A copy of an office, living over the shim. */
async function life(root: string, office: TestOffice, shim: string, number: number) {
  const home = join(root, `life-${number}`)
  mkdirSync(home)
  cpSync(office.paths.data, join(home, 'data'), { recursive: true })
  cpSync(office.paths.marks, join(home, 'marks'), { recursive: true })
  const paths = pathsOf(join(home, 'data'), join(home, 'marks'))
  const plan = join(home, 'plan')
  writePlan(plan, 0, 0, 0)
  const env = { LD_PRELOAD: shim, SHIM_PLAN: plan, SHIM_DIR: paths.data }
  const child = await startOffice(paths, '2024-04-01', home, [], env)
  return {
    paths,
    /** Registers a person; `at`: at the n-th operation of this very call the disk strikes. */
    register: async (unit: string, name: string, strike?: { readonly at: number; readonly how: number }) => {
      const before = seenIn(plan)
      if (strike !== undefined) writePlan(plan, before, before + strike.at, strike.how)
      const answered = await child.call('candidate.register', { profile: { name }, unit })
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
  const health = await survivor.do<{ tables: string; channels: { chain: string }[] }>('journal.health', { deep: true })
  expect([health.tables, health.channels.filter(({ chain }) => chain !== 'whole')]).toEqual(['equal', []])
  const { rows } = await survivor.do<{ rows: { name: string }[] }>('candidate.search', { limit: 200 })
  survivor.core.close()
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
