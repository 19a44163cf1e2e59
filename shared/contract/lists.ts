/**
 * What the board and the calendar ask and answer.
 */
import type { z } from 'zod'
import type { Stage } from '../model/codes.ts'
import { SearchFilter, type CaseRow } from './answers.ts'

/** What the board is narrowed by. */
export const BoardFilter = SearchFilter.pick({ unit: true, sector: true, source: true, helper: true, keeper: true })
export type BoardFilter = z.infer<typeof BoardFilter>

/** From how many days on a case in a stage counts as old, and as very old. */
export const OLD_DAYS = 90
export const VERY_OLD_DAYS = 180

/** One column of the board: how many stand there, how many for long, and those who have waited longest. */
export type BoardColumn = {
  readonly stage: Stage
  readonly count: number
  /** Standing there for more than 90 and for more than 180 days. */
  readonly old: number
  readonly veryOld: number
  readonly longest: readonly CaseRow[]
}

/** The board: every stage that somebody who is being followed stands in, in the order of the procedure. */
export type Board = {
  readonly today: string
  /** The last days on which an act makes a case old and very old today. */
  readonly oldSince: string
  readonly veryOldSince: string
  readonly columns: readonly BoardColumn[]
}
