/**
 * Sets that wait on a carrier: addressed to our office by the names of their parts, and neither taken in nor written here.
 * Only labels are read, so that the first page can look at every stick; who has signed a set, taking it in finds out.
 */
import { ok, fail, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { isBundleKnown } from '../../db/private/exchange.ts'
import { loadOffice } from '../../db/load.ts'
import { read } from '../../db/transaction.ts'
import { findSets } from '../bundle/find-sets.ts'
import { AT_A_GLANCE } from '../bundle/list-files.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { claimedBy } from './claimed.ts'

/**
 * Counts them.
 * @param folder - the root of a stick, or any folder
 * @returns how many, or the refusal of a place that is gone
 */
export async function waitingSets(
  { disk, store }: Pick<Workplace, 'disk' | 'store'>,
  folder: string,
): Promise<Result<{ readonly count: number }, Refusal>> {
  const found = await findSets(disk, folder, AT_A_GLANCE)
  if (!found.ok) return fail(refuse(found.error))
  const count = read(store, (db) => {
    const code = loadOffice(db)?.profile.code
    return found.value.sets.filter((set) => {
      const claimed = claimedBy(set)
      return claimed !== null && claimed.to === code && !isBundleKnown(db, claimed.id8)
    }).length
  })
  return ok({ count })
}
