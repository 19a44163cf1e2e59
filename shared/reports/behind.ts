/**
 * Who is behind a number: the one answer for every number that reports, introductions, targets and years show. Each number
 * is counted by the very test that is asked here.
 */
import type { Period } from '../calendar/period.ts'
import type { LateWork } from './facts.ts'
import { admittedIn, peopleIn, type Cell, type Laid } from './report.ts'
import { isMeant, type Who } from './standing.ts'
import { isInShare, type TrendShare } from './trend.ts'
import type { Place } from './tree.ts'
import { lateIn, returnedFor } from './work.ts'

/** What a number is of. `part`: a place under the one that is reported. */
export type NumberOf =
  | Cell
  /** Dossiers returned in the period for one reason. */
  | { readonly returnedFor: string; readonly part?: string | undefined }
  /** People of whom a time limit has passed. */
  | { readonly late: LateWork; readonly part?: string | undefined }
  /** People by where they stand now. */
  | { readonly who: Who; readonly part?: string | undefined }
  /** New members of the period of whom something is true. */
  | { readonly share: TrendShare; readonly part?: string | undefined }

/**
 * The cases behind a number, each person once.
 * @param period - already cut at today; null where it has not begun
 */
export function peopleBehind(
  laid: Laid,
  period: Pick<Period, 'from' | 'to'> | null,
  place: Place,
  number: NumberOf,
): readonly string[] {
  const within = number.part === undefined ? place : (laid.tree.place(number.part) ?? place)
  if ('late' in number) return lateIn(laid, within, number.late)
  if ('who' in number) return meantIn(laid, period, within, number.who)
  if (period === null) return []
  if ('returnedFor' in number) return returnedFor(laid, period, within, number.returnedFor)
  if ('share' in number)
    return admittedIn(laid, period, within)
      .filter((admission) => isInShare(number.share, admission))
      .map((admission) => admission.case)
  return peopleIn(laid, period, place, number)
}

function meantIn(
  { facts, tree }: Laid,
  period: Pick<Period, 'from' | 'to'> | null,
  within: Place,
  who: Who,
): readonly string[] {
  return facts.people.flatMap((person) => {
    const at = tree.placeOf(person.unit, person.keeper)
    const isOne = at !== null && tree.isIn(at, within) && isMeant(who, person, { sector: at.sector, period })
    return isOne ? [person.case] : []
  })
}
