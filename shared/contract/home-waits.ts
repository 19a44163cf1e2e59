/**
 * What waits for the deciding office besides dossiers, as the home page counts it. Each subject offers one query
 * (db/queries/home-waits.ts), one code here and its name in the words.
 */
import type { Stage } from '../model/codes.ts'
import type { DueLimit, FindingFilter } from './list-filters.ts'

/** What can wait. */
export const HOME_WAITS = [
  'liftsToConfirm',
  'versionsToSettle',
  'silentUnits',
  'undelivered',
  'unitsToMatch',
  'casesToHandOver',
  'lateCeremonies',
  'probationsOver',
  'asksWaiting',
  'classesThisMonth',
  'classResultsDue',
  'directivesUnread',
  'findingsToMend',
  'mendingsToCheck',
  'mendingsLate',
] as const

/** The page of what a deciding office still keeps of units paired by now. */
export const HAND_OVER_ROUTE = '/ban-giao'

/** What can wait. */
export type HomeWaitCode = (typeof HOME_WAITS)[number]

/** So many of a kind wait. `route`: the page that shows them. */
export type HomeWait = {
  readonly code: HomeWaitCode
  readonly count: number
  /** The day the first of them is or was due; null where none is. */
  readonly due: string | null
  readonly route: string
  /** What the list of people is narrowed to, where the route is that list. */
  readonly wanted?: {
    readonly stage?: Stage
    readonly heldSince?: string
    readonly due?: 'late' | 'week' | 'month' | 'quarter'
    readonly dueLimit?: DueLimit
    readonly order?: 'waiting'
    readonly finding?: FindingFilter
    readonly keeper?: string
    readonly cases?: readonly string[]
  }
  /** Names of the first of them, or of the places they are of, where they are no people. */
  readonly names?: readonly string[]
  /** How many places there are, where the names are of places and not of what is counted. */
  readonly places?: number
}
