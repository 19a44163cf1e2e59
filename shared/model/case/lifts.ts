/**
 * Lifts of blocking findings that wait for an authorised person, and what has been confirmed of them.
 */
import type { Lift, LiftConfirmation } from '../snapshot.ts'
import type { Act } from './act.ts'

/**
 * The lifts with what has been confirmed of them: a confirmed lift loses its mark.
 * @param lifts - of one case, in the order recorded
 * @param confirmations - of the same case, in any order
 */
export function confirmed(
  lifts: readonly Act<Lift>[],
  confirmations: readonly LiftConfirmation[],
): readonly Act<Lift>[] {
  return lifts.map((lift) => {
    const isConfirmed = confirmations.some((given) => given.lift === lift.entry && given.code === lift.code)
    if (!isConfirmed) return lift
    const { unconfirmed: _mark, ...rest } = lift
    return rest
  })
}

/**
 * The lift that an entry recorded for a finding, if it waits to be confirmed.
 * @param lifts - of one case
 */
export function waitingLift(
  lifts: readonly Act<Lift>[],
  { lift, code }: Pick<LiftConfirmation, 'lift' | 'code'>,
): Act<Lift> | null {
  return lifts.find((held) => held.entry === lift && held.code === code && held.unconfirmed === true) ?? null
}

/**
 * Whether a lift that waits is to be confirmed at an office: at the one that keeps the case, or that recorded the lift.
 * @param lift - of a case
 * @param keeper - of that case
 * @param office - the office asked about
 */
export function isConfirmedAt(lift: Pick<Act<Lift>, 'office'>, keeper: string, office: string): boolean {
  return keeper === office || lift.office === office
}
