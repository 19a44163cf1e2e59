/**
 * What the board and the calendar ask and answer.
 */
import { z } from 'zod'
import type { Stage } from '../model/codes.ts'
import { Day, Month } from '../base/fields.ts'
import type { DeadlineId } from '../rules/deadlines.ts'
import type { Milestone, Planned } from '../rules/plan.ts'
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

/** A month to look at. */
export const MonthAsked = z.strictObject({ month: Month })

/** The day of a ceremony that a batch is planned for. */
export const BatchAsked = z.strictObject({ day: Day })

/** Something that falls on a day: a limit that ends, a ceremony, the end of a certificate or of a probation. */
export type CalendarItem = {
  readonly day: string
  readonly what: DeadlineId | 'ceremony' | 'certificateEnds' | 'probationEnds'
  readonly case: string
  readonly name: string
  readonly unitName: string | null
  /** False for a limit that has been met or a day that has come: nothing is to be done about it. */
  readonly isOpen: boolean
  /** True where the day is only reckoned: a year on the way has no published holidays. */
  readonly isProvisional: boolean
}

/** A month: its days off, and what falls on its days, in their order. */
export type CalendarMonth = {
  readonly today: string
  readonly month: string
  readonly off: readonly string[]
  readonly items: readonly CalendarItem[]
}

/** One person in the plan of a batch. */
export type BatchRow = Planned & {
  readonly case: string
  readonly name: string
  readonly unitName: string | null
  readonly stage: Stage
}

/** The plan of a batch: by when each step, and who can make it. `more`: further people were not looked at. */
export type Batch = {
  readonly today: string
  readonly day: string
  readonly ruleSet: string
  /** The calendar of a year on the way has not been published. */
  readonly provisional: boolean
  readonly milestones: readonly Milestone[]
  readonly rows: readonly BatchRow[]
  readonly more: boolean
}
