/**
 * Where people stand now, told apart by one test each: a number counts the rows that pass it, and the people behind the
 * number are those whose rows pass it. Nothing else decides who is in a number of people being followed.
 */
import { isWithin, type Period } from '../calendar/period.ts'
import { Source, type Sector, type Stage } from '../model/codes.ts'
import { fold } from '../text/fold.ts'
import { UNKNOWN_VALUE } from './breakdown.ts'
import type { PersonStanding, StandingFact } from './facts.ts'

/** Steps to a decision, in their order. */
export const PIPELINE_STEPS = ['listed', 'helped', 'trained', 'preparing', 'voted', 'waiting'] as const

/** A step to a decision. */
export type PipelineStep = (typeof PIPELINE_STEPS)[number]

/** The step of each stage before a decision. */
const STEP: Readonly<Partial<Record<Stage, PipelineStep>>> = {
  listed: 'listed',
  helped: 'helped',
  trained: 'trained',
  preparing: 'preparing',
  branchVoted: 'voted',
  committeeVoted: 'voted',
  returned: 'voted',
  submitted: 'waiting',
  received: 'waiting',
}

/** Days at a stage that are told apart: up to 30, 90, 180, then longer, then not known. */
export const AGEING_DAYS = [30, 90, 180] as const

/** Which of them, from 0; 3 is longer, 4 not known. */
export type AgeBucket = 0 | 1 | 2 | 3 | 4

const LISTED: ReadonlySet<Stage> = new Set<Stage>(['listed', 'helped', 'trained'])
const DOSSIER: ReadonlySet<Stage> = new Set<Stage>([
  'preparing',
  'branchVoted',
  'committeeVoted',
  'submitted',
  'received',
  'returned',
])

/** Stages in which waiting is worth counting, in the order in which they come. */
const WAITING_STAGES: readonly Stage[] = [...LISTED, ...DOSSIER, 'admitted', 'decisionReceived', 'probation']

/** What became of people who were introduced. */
export const SOURCE_COLUMNS = ['total', 'listed', 'dossier', 'members', 'ended', 'died'] as const

/** What became of people who were introduced. */
export type SourceColumn = (typeof SOURCE_COLUMNS)[number]

/** Who is meant: everybody who passes all that is said. */
export type Who = {
  /** At a step, or at any of them. */
  readonly step?: PipelineStep | 'any' | undefined
  /** At a stage, not ended; for so long. */
  readonly stage?: Stage | undefined
  readonly bucket?: AgeBucket | undefined
  /** Introduced by a kind of organisation, by a named one, in a sector of branches; and what became of it. */
  readonly column?: SourceColumn | undefined
  readonly source?: string | undefined
  readonly by?: string | undefined
  readonly sector?: string | undefined
  /** Introduced in the period. */
  readonly introduced?: boolean | undefined
}

/** What a test may look at; of people counted in groups nobody asks who introduced them. */
type Tested = Pick<StandingFact, 'stage' | 'source' | 'isEnded' | 'wasAdmitted'> &
  Partial<Pick<PersonStanding, 'age' | 'introducedOn' | 'introducedBy'>>

/** True for somebody of those meant. @param around - the sector of the branch, and the period of introductions */
export function isMeant(
  who: Who,
  standing: Tested,
  around: { readonly sector: Sector | null; readonly period: Pick<Period, 'from' | 'to'> | null },
): boolean {
  const { step, stage, bucket, column, source, by, sector, introduced } = who
  return (
    (step === undefined || (step === 'any' ? stepOf(standing) !== null : stepOf(standing) === step)) &&
    (stage === undefined || (standing.stage === stage && !standing.isEnded)) &&
    (bucket === undefined || standing.age === bucket) &&
    (column === undefined || COLUMNS[column](standing)) &&
    (source === undefined || sourceOf(standing) === source) &&
    (by === undefined || introducerOf(standing) === by) &&
    (sector === undefined || (around.sector ?? UNKNOWN_VALUE) === sector) &&
    (introduced !== true || wasIntroducedIn(standing, around.period))
  )
}

/** The step somebody stands at; null behind a decision and where it has ended. */
export function stepOf({ stage, isEnded }: Pick<StandingFact, 'stage' | 'isEnded'>): PipelineStep | null {
  return isEnded ? null : (STEP[stage] ?? null)
}

/** The kind of organisation that introduced somebody. */
export function sourceOf({ source }: Pick<StandingFact, 'source'>): string {
  return source ?? UNKNOWN_VALUE
}

/** The organisation that introduced somebody by its name, so that two spellings are one; null where none is recorded. */
export function introducerOf({ introducedBy }: Partial<Pick<PersonStanding, 'introducedBy'>>): string | null {
  const key = introducedBy === undefined || introducedBy === null ? '' : fold(introducedBy).trim()
  return key === '' ? null : key
}

/** Every source in its order, the unrecorded last. */
export const SOURCE_VALUES: readonly string[] = [...Source.options, UNKNOWN_VALUE]

function wasIntroducedIn(
  { introducedOn }: Partial<Pick<PersonStanding, 'introducedOn'>>,
  period: Pick<Period, 'from' | 'to'> | null,
): boolean {
  return period !== null && introducedOn !== undefined && introducedOn !== null && isWithin(introducedOn, period)
}

const ENDED_WITHOUT: ReadonlySet<Stage> = new Set<Stage>(['withdrawn', 'removed', 'movedAway', 'refused', 'cancelled'])

const COLUMNS: Readonly<Record<SourceColumn, (standing: Tested) => boolean>> = {
  total: () => true,
  listed: ({ stage }) => LISTED.has(stage),
  dossier: ({ stage }) => DOSSIER.has(stage),
  members: isMember,
  ended: (standing) => ENDED_WITHOUT.has(standing.stage) && !isMember(standing),
  died: (standing) => standing.stage === 'died' && !isMember(standing),
}

function isMember({ stage, wasAdmitted }: Tested): boolean {
  return wasAdmitted || !(stage === 'died' || DOSSIER.has(stage) || LISTED.has(stage) || ENDED_WITHOUT.has(stage))
}

/** How long people have stood at a stage, by bucket. */
export type AgeingRow = { readonly stage: Stage; readonly buckets: readonly [number, number, number, number, number] }

/** How long people have stood where they stand; stages nobody stands at are left out. */
export function ageingOf(
  standings: readonly Pick<StandingFact, 'stage' | 'isEnded' | 'age' | 'count'>[],
): readonly AgeingRow[] {
  const byStage = new Map<Stage, [number, number, number, number, number]>()
  for (const { stage, isEnded, age, count } of standings) {
    if (isEnded || age === null) continue
    const buckets = byStage.get(stage) ?? [0, 0, 0, 0, 0]
    buckets[age] += count
    byStage.set(stage, buckets)
  }
  return WAITING_STAGES.flatMap((stage): AgeingRow[] => {
    const buckets = byStage.get(stage)
    return buckets === undefined ? [] : [{ stage, buckets }]
  })
}
