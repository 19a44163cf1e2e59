/**
 * The store itself on a disk that fails or a computer that dies at any write or sync of SQLite's own, which our Disk never
 * sees: a shim in C under the process, built where there is a compiler. Afterwards what was answered is there, what was
 * refused is not, the chains are whole and the tables are those of a replay. A few moments in the gate, all with SLOW=1.
 */
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Paths } from '../../electron/paths.ts'
import type { ImportResult } from '../../shared/contract/exchange.ts'
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
import { addBranch, communeAndDistrict, exportTo, foundCommune, importFrom, register } from '../support/journey.ts'
import { reopened, type TestOffice } from '../support/office.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { peopleOf } from '../support/survivors.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'
const LONG = { timeout: slow ? 5_400_000 : 180_000 }

/** What the program may say of a store that failed under it. */
const REFUSED: unknown = expect.stringMatching(/^(STORE_CANNOT_OPEN|STORE_FULL)$/)

test.skipIf(skipLoudly(!canShim, NEEDS_SHIM))(
  'whatever write or sync of the store fails, a call is recorded whole or not at all',
  LONG,
  async () => {
    const root = realpathSync(temporaryFolder())
    const shim = buildShim(root)
    const commune = await foundCommune(join(root, 'office'))
    const unit = await addBranch(commune)
    commune.core.close()
    const record = (office: ShimmedOffice, name: string, strike?: Strike) =>
      office.call('candidate.register', { profile: { name }, unit }, strike)
    // How many operations one call takes, and that the shim sees them at all.
    const first = await startShimmed(copyFor(commune, root), shim)
    const took = await record(first, 'Người đếm')
    await first.end()
    expect(took.answered?.answer.ok).toBe(true)
    const strikes = strikesOf(took.operations)
    for (const [way, at] of strikes) {
      const office = await startShimmed(copyFor(commune, root), shim)
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
    const root = realpathSync(temporaryFolder())
    const shim = buildShim(root)
    const { commune, district, stick } = await communeAndDistrict(join(root, 'offices'))
    const unit = await addBranch(commune)
    const people = ['Lê Thị Mai', 'Nguyễn Văn An', 'Trần Văn Đức']
    for (const name of people) await register(commune, unit, { name })
    await exportTo(commune, stick, district)
    for (const office of [commune, district]) office.core.close()
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
      expect([way, at, names.toSorted()]).toEqual([way, at, isIn ? people : []])
      // Dead in the middle it may have come in or not; what was answered holds.
      if (outcome !== null) expect([way, at, outcome]).toEqual([way, at, isIn ? 'imported' : REFUSED])
      // The same set once more ends where it should have.
      const { sets } = await importFrom(survivor, stick)
      expect([way, at, sets.map((set) => set.outcome)]).toEqual([way, at, [isIn ? 'already' : 'imported']])
      expect([way, at, (await peopleOf(survivor)).toSorted()]).toEqual([way, at, people])
      survivor.core.close()
    }
  },
)

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

async function namesIn(office: TestOffice, paths: Paths): Promise<readonly string[]> {
  expect(existsSync(paths.store)).toBe(true)
  const survivor = await reopened(office, paths)
  const names = await peopleOf(survivor)
  survivor.core.close()
  return names
}
