/**
 * A backup on a stick that fails, or a computer that dies, at any write or sync of the copy of the store: SQLite makes it by
 * itself, past our Disk. Afterwards the backup before is untouched, none that is half made counts as one, the office goes
 * on, and what is said is of the stick, not of the office's own store. A few moments in the gate, all with SLOW=1.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refusalSentence } from '../../shared/words/refusals.ts'
import { buildShim, canShim, NEEDS_SHIM, startShimmed, type ShimmedOffice, type Strike } from '../support/disk-shim.ts'
import { addBranch, foundCommune, newStick } from '../support/journey.ts'
import { reopened, type TestOffice } from '../support/office.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { peopleOf } from '../support/survivors.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'
const LONG = { timeout: slow ? 5_400_000 : 180_000 }

/** What may be said of a backup whose place fails. */
const NAMED: unknown = expect.stringMatching(/^(DISK_[A-Z_]+|STORE_FULL|BACKUP_DAMAGED)$/)

test.skipIf(skipLoudly(!canShim, NEEDS_SHIM))(
  'whatever write or sync of its copy fails, a backup stands whole or not at all, and the one before is untouched',
  LONG,
  async () => {
    const root = realpathSync(temporaryFolder())
    const shim = buildShim(root)
    const commune = await foundCommune(join(root, 'office'))
    const unit = await addBranch(commune)
    commune.core.close()
    const target = newStick(root, 'sao lưu')
    const home = join(target, 'KetNap-sao-luu-dong-hoa')
    const start = () => startShimmed(commune.paths, shim, { folder: target, name: 'store.db' })
    const save = (from: ShimmedOffice, strike?: Strike) => from.call('backup.create', { folder: target }, strike)
    let office = await start()
    const first = await save(office)
    expect(first.answered?.answer).toMatchObject({ ok: true })
    const [old = ''] = completeIn(home)
    const before = hashesIn(join(home, old))
    const people: string[] = []
    for (const strike of strikesOf(first.operations)) {
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
        expect([strike, answer.error.code]).toEqual([strike, NAMED])
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
    const survivor: TestOffice = await reopened(commune, commune.paths)
    expect((await peopleOf(survivor)).toSorted()).toEqual(people.toSorted())
    survivor.core.close()
  },
)

/** Where and how the copy is struck: some in the gate, in each way; with SLOW=1 everywhere in every way. */
function strikesOf(operations: number): readonly Strike[] {
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
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return Object.fromEntries(readdirSync(folder).map((name) => [name, hash(name)]))
}
