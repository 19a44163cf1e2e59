/**
 * Introductions by organisation and what became of them (the letter's Mặt trận and mass organisations), and how long
 * people have stood at each stage.
 */
import { Source, type Stage } from '../model/codes.ts'
import type { Admission, StandingFact } from './facts.ts'
import { UNKNOWN_VALUE } from './breakdown.ts'

/** People an organisation has introduced, by what became of them; `admitted` counts those of the period. */
export type SourceRow = {
  readonly source: string
  readonly total: number
  /** On the list, being helped, trained. */
  readonly listed: number
  /** From the application to the deciding office. */
  readonly dossier: number
  /** Admitted, whenever: probationary and official members, and those of them who have died or moved away since. */
  readonly members: number
  /** Ended without admission, by somebody's decision or by moving away. */
  readonly ended: number
  /** Died before they were admitted: no introduction that came to nothing. */
  readonly died: number
  readonly admitted: number
}

const DOSSIER: ReadonlySet<Stage> = new Set<Stage>([
  'preparing',
  'branchVoted',
  'committeeVoted',
  'submitted',
  'received',
  'returned',
])
const LISTED: ReadonlySet<Stage> = new Set<Stage>(['listed', 'helped', 'trained'])
const ENDED_WITHOUT: ReadonlySet<Stage> = new Set<Stage>(['withdrawn', 'removed', 'movedAway', 'refused', 'cancelled'])

/**
 * Introductions by organisation.
 * @param standings - where people stand now
 * @param admitted - admissions of the period
 */
export function sourcesOf(standings: readonly StandingFact[], admitted: readonly Admission[]): readonly SourceRow[] {
  return [...Source.options, UNKNOWN_VALUE].flatMap((source) => {
    const mine = standings.filter((standing) => (standing.source ?? UNKNOWN_VALUE) === source)
    const row = {
      source,
      total: sum(mine),
      listed: sum(mine.filter(({ stage }) => LISTED.has(stage))),
      dossier: sum(mine.filter(({ stage }) => DOSSIER.has(stage))),
      members: sum(mine.filter(isMember)),
      ended: sum(mine.filter((standing) => ENDED_WITHOUT.has(standing.stage) && !isMember(standing))),
      died: sum(mine.filter((standing) => standing.stage === 'died' && !isMember(standing))),
      admitted: admitted.filter((admission) => (admission.source ?? UNKNOWN_VALUE) === source).length,
    }
    return row.total + row.admitted === 0 ? [] : [row]
  })
}

function isMember({ stage, wasAdmitted }: StandingFact): boolean {
  return wasAdmitted || !(stage === 'died' || DOSSIER.has(stage) || LISTED.has(stage) || ENDED_WITHOUT.has(stage))
}

function sum(standings: readonly StandingFact[]): number {
  return standings.reduce((all, { count }) => all + count, 0)
}
