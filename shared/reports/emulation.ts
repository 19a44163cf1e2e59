/**
 * What the year's data suggests: whom to commend, whom to set right. It only suggests, with the figures it rests on; a person
 * decides. A year that is not over yet has missed no plan.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { ProposalCode } from '../model/follow/facts.ts'
import type { Ratio } from './ratio.ts'

/** A place of the house in a year, as far as suggestions need it. */
export type YearResult = {
  readonly id: string
  readonly name: string
  readonly plan: number | null
  readonly admitted: number
  readonly ofPlan: Ratio
  readonly ofMembers: Ratio
}

/** A branch with no new member for years. */
export type IdleBranch = { readonly id: string; readonly name: string; readonly last: PlainDate | null }

/** Findings of one place that were to be mended by now. */
export type OverdueFindings = {
  readonly id: string
  readonly name: string
  readonly count: number
  readonly since: PlainDate
}

/** A suggestion with its figures. */
export type Proposal = { readonly place: string; readonly name: string } & (
  | {
      readonly code: 'planExceeded' | 'planMissed'
      readonly plan: number
      readonly admitted: number
      readonly ratio: Ratio
    }
  | { readonly code: 'shareReached'; readonly admitted: number; readonly ratio: Ratio }
  | { readonly code: 'idleBranch'; readonly last: PlainDate | null }
  | { readonly code: 'findingsOverdue'; readonly count: number; readonly since: PlainDate }
)

/** True for a suggestion to commend; the others are to set right. */
export function isCommending(code: ProposalCode): boolean {
  return code === 'planExceeded' || code === 'shareReached'
}

/**
 * The suggestions of a year, those to commend first, otherwise in the order of the places.
 * @param shareAsked - from this per cent of its members on a place has reached what the rules of the year aim at; null where
 *   they aim at none
 * @param isOver - the year is over
 * @param settled - 'code place' of those a person has decided already
 */
export function proposalsOf(facts: {
  readonly results: readonly YearResult[]
  readonly idle: readonly IdleBranch[]
  readonly overdue: readonly OverdueFindings[]
  readonly shareAsked: number | null
  readonly isOver: boolean
  readonly settled: ReadonlySet<string>
}): readonly Proposal[] {
  const found: readonly Proposal[] = [
    ...facts.results.flatMap((result) => resultProposals(result, facts)),
    ...facts.idle.map(({ id, name, last }): Proposal => ({ code: 'idleBranch', place: id, name, last })),
    ...facts.overdue.map(({ id, name, count, since }): Proposal => ({
      code: 'findingsOverdue',
      place: id,
      name,
      count,
      since,
    })),
  ]
  const open = found.filter(({ code, place }) => !facts.settled.has(`${code} ${place}`))
  return [...open.filter(({ code }) => isCommending(code)), ...open.filter(({ code }) => !isCommending(code))]
}

function resultProposals(
  { id: place, name, plan, admitted, ofPlan, ofMembers }: YearResult,
  { shareAsked, isOver }: { readonly shareAsked: number | null; readonly isOver: boolean },
): readonly Proposal[] {
  const found: Proposal[] = []
  if (plan !== null && plan > 0 && admitted >= plan)
    found.push({ code: 'planExceeded', place, name, plan, admitted, ratio: ofPlan })
  if (shareAsked !== null && ofMembers.tenths !== null && ofMembers.tenths >= shareAsked * 10)
    found.push({ code: 'shareReached', place, name, admitted, ratio: ofMembers })
  if (isOver && plan !== null && admitted < plan)
    found.push({ code: 'planMissed', place, name, plan, admitted, ratio: ofPlan })
  return found
}
