/**
 * One row of the kinds table, and what rows have in common.
 */
import { z } from 'zod'
import type { SubjectType } from '../entry.ts'
import type { OlderVersion } from '../upcast.ts'

/**
 * Who receives an entry: only its own office; the office that keeps the case; the deciding office above; an office that
 * runs classes for it; every paired office; or whoever received the entry it speaks of.
 */
export type Audience = 'own' | 'keeper' | 'superior' | 'trainer' | 'all' | 'asTarget'

/**
 * Which office may record it, seen from the case's unit: its keeper, its deciding office, the office that runs classes or
 * the deciding one for it, or any office of its own.
 */
export type Author = 'any' | 'proposes' | 'decides' | 'trains'

/** Until when its author may take it back; afterwards only a correcting act follows. */
export type RetractableUntil = 'always' | 'decided' | 'never'

/** One row of the table. */
export type KindRow = {
  readonly v: number
  /** Versions no longer written, oldest first, each with the step to the next: kept for ever (upcast.ts). */
  readonly older?: readonly OlderVersion[]
  readonly subject: SubjectType
  readonly payload: z.ZodType
  readonly author: Author
  readonly audience: Audience
  readonly personal: boolean
  readonly retractableUntil: RetractableUntil
  readonly erasable: boolean
  /** Ids of other entries that the payload names: an entry so named by another office can no longer be taken back. */
  readonly names?: readonly string[]
  /** It begins what it is about, with anything that may be said of that. */
  readonly begins?: true
  /**
   * What it says of its subject, or of a part of it that its payload names, where of all that say so the newest counts, whole:
   * an older one that came later would undo it, and saying it twice changes nothing.
   */
  readonly newestOf?: string
  /** It says something of the entry that it names, and of nothing else. */
  readonly isOfNamed?: true
  /** The field that names the entry in whose place it stands: that one counts no more. */
  readonly inPlaceOf?: string
}

/** Mark of an act recorded for an office without the program. */
export const paperAct = z
  .boolean()
  .optional()
  .describe("'theo văn bản giấy': recorded from paper for an office without the program")

/** Where a channel ended: its name, the seq of its last line, its hash. */
export const channelHead = z.strictObject({
  channel: z.string().min(1).max(100),
  seq: z.number().int().min(1),
  head: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What kinds private to their office have in common. */
export const own = {
  author: 'any',
  audience: 'own',
  personal: false,
  retractableUntil: 'never',
  erasable: false,
} as const

/** What acts in a case have in common. */
export const caseAct = { subject: 'case', personal: true, retractableUntil: 'decided', erasable: true } as const

/** Keeps the exact type of a row. */
export function define<const Row extends KindRow>(row: Row): Row {
  return row
}
