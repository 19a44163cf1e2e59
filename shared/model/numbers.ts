/**
 * The numbers of resolutions and decisions that acts on record bear: the votes of branch and committee, decisions, and
 * what a branch resolves about its list of names (who helps, who is taken off, the monthly review).
 */
import { fold } from '../text/fold.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { DocumentRef } from '../base/fields.ts'
import type { ListReview } from './acts-before.ts'
import { Matter } from './acts.ts'
import type { CaseState } from './case-state.ts'
import { whereOn, type Whereabouts } from './case/whereabouts.ts'
import { partsOf, type InSeries } from './number-series.ts'
import type { Origin } from './snapshot.ts'
import { actsOf } from './stage.ts'

/** Acts that bear a number. `list`: of the branch's list, where one resolution is about several people. */
export const NUMBERED_ACTS = ['branchVote', 'committeeVote', 'decision', 'list'] as const

/** An act that bears a number. */
export type NumberedAct = (typeof NUMBERED_ACTS)[number]

/** The act a number is kept with. `undatedList`: of the list too, where nobody has recorded the date of the document. */
export type KeptAct = NumberedAct | 'undatedList'

/** The act as it is told. */
export function actOf(kept: KeptAct): NumberedAct {
  return kept === 'undatedList' ? 'list' : kept
}

/** Which document a number stands on. `subject`: the case, or of a review the unit, as `unitSubject` names it. */
export type NumberedDocument = InSeries & {
  readonly subject: string
  readonly act: KeptAct
  readonly matter: Matter
  readonly number: string
  readonly date: PlainDate
}

/**
 * A number on record. `series`: whose numbers it is one of; each type of document counts for itself. Committees number
 * by the committee of the unit, which `unit` tells. `place`: its place among the numbers of its subject.
 */
export type OwnNumber = NumberedDocument & {
  readonly place: number
  readonly series: string
  readonly type: string
  readonly unit: string
  readonly origin: Origin
}

/** The series of the numbers of a branch. */
export function branchSeries(unit: string): string {
  return `branch ${unit}`
}

/** The series of the numbers of the committees whose cases an office keeps. */
export function committeeSeries(keeper: string): string {
  return `committee ${keeper}`
}

/**
 * True if two numbers stand on one document: they are equal then, also where an act was recorded twice. A resolution about
 * the list is the branch's of that day; where its own day is not known, which the days of what it resolves do not tell, the
 * number alone says which one it is.
 */
export function isSameDocument(
  one: Omit<NumberedDocument, 'number'>,
  other: Omit<NumberedDocument, 'number'>,
): boolean {
  if (one.count !== other.count || actOf(one.act) !== actOf(other.act)) return false
  if (actOf(one.act) !== 'list') return one.matter === other.matter && one.subject === other.subject
  const isUndated = one.act === 'undatedList' || other.act === 'undatedList'
  return isUndated || one.date === other.date
}

/**
 * The numbers that a case bears, each in the series of the unit and the office that had the person on the day of the
 * document. Whatever has no count is left out: nothing can be said of its order.
 */
export function numbersOf(state: CaseState): readonly OwnNumber[] {
  const { id: subject, helpers, ending } = state
  const of = { subject, state, type: RESOLUTION } as const
  const branch = { ...of, series: ({ unit }: Whereabouts) => branchSeries(unit) }
  const committee = { ...of, series: ({ keeper }: Whereabouts) => committeeSeries(keeper) }
  const found = [
    ...helpers.flatMap(({ resolution, from, origin }) => numbered(resolution, from, { ...branch, ...LIST, origin })),
    ...(ending === null ? [] : numbered(ending.resolution, ending.date, { ...branch, ...LIST, origin: ending.origin })),
  ]
  for (const matter of Matter.options) {
    const { branchVotes, committeeVotes, decisions } = actsOf(state, matter)
    for (const [act, votes, bearer] of [
      ['branchVote', branchVotes, branch],
      ['committeeVote', committeeVotes, committee],
    ] as const) {
      const last = votes.at(-1)
      if (last === undefined) continue
      const voted = votes.flatMap(({ resolution, date, origin }) =>
        numbered(resolution, date, { ...bearer, act, matter, origin }),
      )
      // Who records the vote first and the signed resolution as a paper gives the number with the paper alone.
      const paper = voted.length > 0 ? null : resolutionPaper(state, matter, act)
      found.push(...voted)
      if (paper !== null) found.push(...numbered(paper, last.date, { ...bearer, act, matter, origin: paper.origin }))
    }
    // A case that was taken over, and what another office records of the same decision, may repeat one.
    if (decisions.length === 0) continue
    for (const { number, date, body, origin } of new Map(decisions.map((one) => [one.entry, one])).values()) {
      const deciding = { ...branch, series: () => `deciding ${fold(body)}`, type: DECISION }
      found.push(...numbered({ number }, date, { ...deciding, act: 'decision', matter, origin }))
    }
  }
  return found.map((one, place) => ({ ...one, place }))
}

/** The papers that resolutions and decisions are kept as, by their codes in every rule set. */
const PAPERS: { readonly [M in Matter]?: Readonly<Record<Exclude<NumberedAct, 'list'>, string>> } = {
  admission: { branchVote: '6-KND', committeeVote: '8-KND', decision: '9-KND' },
  recognition: { branchVote: '13-KND', committeeVote: '15-KND', decision: '16-KND' },
}

/** The vote whose resolution a paper is, by its code; null for every other paper. */
export function resolutionOf(
  code: string,
): { readonly act: 'branchVote' | 'committeeVote'; readonly matter: Matter } | null {
  for (const matter of Matter.options)
    for (const act of ['branchVote', 'committeeVote'] as const)
      if (PAPERS[matter]?.[act] === code) return { act, matter }
  return null
}

/** The newest paper of an act that bears a number, or null. */
export function resolutionPaper(
  { papers }: Pick<CaseState, 'papers'>,
  matter: Matter,
  act: Exclude<NumberedAct, 'list'>,
): CaseState['papers'][number] | null {
  const code = PAPERS[matter]?.[act]
  return papers.findLast(({ paper, number }) => paper === code && number !== undefined) ?? null
}

/** A unit as the subject of its numbers: told from a case by more than its id, which a forged entry may have given both. */
export function unitSubject(unit: string): string {
  return `unit ${unit}`
}

/** The numbers of the resolutions by which the list of a unit was reviewed. */
export function reviewNumbers(unit: string, reviews: readonly ListReview[]): readonly OwnNumber[] {
  const of = {
    subject: unitSubject(unit),
    // A unit has its own numbers for good, whoever keeps it.
    state: { unit, keeper: '', moves: [] },
    series: ({ unit: own }: Whereabouts) => branchSeries(own),
    type: RESOLUTION,
    origin: 'recorded',
    ...LIST,
  } as const
  return reviews
    .flatMap(({ resolution, date }) => numbered(resolution, date, of))
    .map((one, place) => ({ ...one, place }))
}

/** Letters of a resolution. */
export const RESOLUTION = 'NQ'
/** Letters of a decision. */
export const DECISION = 'QĐ'
const LIST = { act: 'list', matter: 'admission' } as const

type Bearer = Pick<OwnNumber, 'subject' | 'act' | 'matter' | 'type' | 'origin'> & {
  readonly state: Pick<CaseState, 'unit' | 'keeper' | 'moves'>
  readonly series: (at: Whereabouts) => string
}

/** @param day - of the act, where the document has none of its own */
function numbered(
  document: DocumentRef | undefined,
  day: PlainDate,
  { subject, act, matter, series, type, state, origin }: Bearer,
): readonly Omit<OwnNumber, 'place'>[] {
  const number = document?.number
  const parts = number === undefined ? null : partsOf(number, type)
  if (number === undefined || parts === null) return []
  const date = document?.date ?? day
  const at = whereOn(date, state)
  return [
    {
      subject,
      act: act === 'list' && document?.date === undefined ? 'undatedList' : act,
      matter,
      series: series(at),
      unit: at.unit,
      origin,
      type: parts.type,
      count: parts.count,
      number,
      date,
    },
  ]
}
