/**
 * What a report says of the work itself: dossiers returned and why, classes that began, what is late, how long people have
 * stood where they stand, and branches by how long they have had no new member.
 */
import { isWithin, type Period } from '../calendar/period.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { PartyClass } from '../model/codes.ts'
import { coverageOf, type Coverage } from './coverage.ts'
import type { LateWork, ReturnFact } from './facts.ts'
import type { Laid } from './report.ts'
import { ageingOf, type AgeingRow } from './standing.ts'
import type { Place } from './tree.ts'

/** The remark of a return that is on no paper but on the dossier as a whole. */
export const WHOLE_DOSSIER = 'whole'

/** So many people whose dossier was returned for one reason; one dossier may have several. */
export type ReturnReason = { readonly reason: string; readonly count: number }

/** What a report says of the work. */
export type Work = {
  readonly returns: readonly ReturnReason[]
  /** Classes that began in the period with somebody of the place in them. */
  readonly classes: Readonly<Record<PartyClass, number>>
  /** People of whom a time limit has passed, now. */
  readonly late: Readonly<Record<LateWork, number>>
  /** How long people have stood where they stand, now. */
  readonly ageing: readonly AgeingRow[]
  /** Branches by how long they have had no new member, on the day of the report. */
  readonly idle: Pick<Coverage, 'day' | 'whole' | 'bySector' | 'byArea'>
}

/** What is to be said of the work of a period. @param period - cut at today; null where it has not begun */
export function workOf(laid: Laid, period: Pick<Period, 'from' | 'to'> | null, place: Place, day: PlainDate): Work {
  const { facts, tree } = laid
  const reasons = new Set(period === null ? [] : returnsIn(laid, period, place).flatMap(({ reasons: of }) => of))
  const classes = { awareness: new Set<string>(), newMember: new Set<string>() }
  for (const seat of facts.seats)
    if (period !== null && isWithin(seat.day, period) && isAt(laid, seat, place)) classes[seat.kind].add(seat.class)
  const { whole, bySector, byArea } = coverageOf({ ...facts, admissions: laid.admissions }, tree, day, place)
  return {
    returns: [...reasons]
      .map((reason) => ({ reason, count: period === null ? 0 : returnedFor(laid, period, place, reason).length }))
      .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    classes: { awareness: classes.awareness.size, newMember: classes.newMember.size },
    late: { ceremony: lateIn(laid, place, 'ceremony').length, recognition: lateIn(laid, place, 'recognition').length },
    ageing: ageingOf(facts.standings.filter((standing) => isAt(laid, standing, place))),
    idle: { day, whole, bySector, byArea },
  }
}

/** Who got a dossier back for a reason, each person once. */
export function returnedFor(
  laid: Laid,
  period: Pick<Period, 'from' | 'to'>,
  place: Place,
  reason: string,
): readonly string[] {
  const mine = returnsIn(laid, period, place).filter(({ reasons }) => reasons.includes(reason))
  return [...new Set(mine.map((fact) => fact.case))]
}

/** Who is late with something, each person once. */
export function lateIn(laid: Laid, place: Place, late: LateWork): readonly string[] {
  const mine = laid.facts.late.filter((fact) => fact.late === late && isAt(laid, fact, place))
  return [...new Set(mine.map((fact) => fact.case))]
}

function returnsIn(laid: Laid, period: Pick<Period, 'from' | 'to'>, place: Place): readonly ReturnFact[] {
  return laid.facts.returns.filter((fact) => isWithin(fact.day, period) && isAt(laid, fact, place))
}

function isAt(
  { tree }: Laid,
  { unit, keeper }: { readonly unit: string; readonly keeper: string },
  place: Place,
): boolean {
  const at = tree.placeOf(unit, keeper)
  return at !== null && tree.isIn(at, place)
}
