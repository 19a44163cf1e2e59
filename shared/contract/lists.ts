/**
 * What the board and the calendar ask and answer, and how a list is asked for.
 */
import { z } from 'zod'
import { PartyClass, type Stage } from '../model/codes.ts'
import { Day, Month } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { ListName } from '../documents/codes.ts'
import type { ListModel } from '../documents/lists.ts'
import { ExampleKind, FollowYear, ModelArea } from '../model/follow/facts.ts'
import type { DeadlineId } from '../rules/deadlines.ts'
import type { Milestone, Planned } from '../rules/plan.ts'
import { SearchFilter, type CaseRow } from './answers.ts'
import { BookFilter, ClassFilter, PupilFilter } from './classes.ts'
import { PlacesInput } from './reports.ts'
import { QueueFilter } from './review-queue.ts'

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

/** What the page of a list is narrowed to besides the filters above. `state`: what still waits, or is done. */
export const ListNarrow = z.strictObject({
  text: z.string().max(200).optional(),
  year: FollowYear.optional(),
  state: z.enum(['open', 'done']).optional(),
  class: PartyClass.optional(),
  area: ModelArea.optional(),
  kind: ExampleKind.optional(),
})
export type ListNarrow = z.infer<typeof ListNarrow>

/** Which list, narrowed as its page is: each takes what is its own and leaves the rest aside. */
export const ListAsked = z.strictObject({
  what: ListName,
  filter: SearchFilter.omit({ limit: true, offset: true, after: true }).optional(),
  book: BookFilter.optional(),
  places: PlacesInput.optional(),
  classes: ClassFilter.optional(),
  pupils: PupilFilter.optional(),
  narrow: ListNarrow.optional(),
  queue: QueueFilter.optional(),
  batch: BatchAsked.optional(),
  /** Of one class; otherwise of every class in the list of classes. */
  class: Uuid.optional(),
  /** Of one meeting; otherwise of every meeting. */
  meeting: Uuid.optional(),
  ruleSet: z.string().min(1).max(80).optional(),
})
export type ListAsked = z.infer<typeof ListAsked>

/** True for a call about a list of what lies on a disk and not in the store: whoever only reads the store cannot answer it. */
export function asksDisk(name: string, input: unknown): boolean {
  return name === 'list.read' && typeof input === 'object' && input !== null && 'what' in input && isOnDisk(input.what)
}

/** True for a list of what lies on a disk. */
export function isOnDisk(what: unknown): boolean {
  return what === ('backups' satisfies ListName)
}

/** Rows of a list on paper at most: some sixty sheets. */
export const MOST_ON_PAPER = 2000

/** The most reviews of a unit that the core tells of. */
export const MOST_REVIEWS = 12

/**
 * A list to be printed: its first MOST_ON_PAPER rows of `total`, made once and not window by window. Identity numbers,
 * religion and relatives are never in it.
 */
export type ListPage = ListModel & { readonly total: number }
