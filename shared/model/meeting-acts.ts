/**
 * A meeting of the deciding body as it is recorded: called for a day with its agenda and the dossiers put to it, held. The
 * votes stand with the cases they are about, so that nothing of a person is written here.
 */
import { z } from 'zod'
import { Count, Day, line, text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { Matter } from './acts.ts'

/** The most dossiers one meeting can be given. */
export const MOST_CASES = 200

/** A dossier put to a meeting, and what about. */
export const MeetingCase = z.strictObject({ case: Uuid, matter: Matter })
export type MeetingCase = z.infer<typeof MeetingCase>

/** A meeting as it is called. `members`: how many the body has, present or not. `agenda`: one item a line. */
export const Meeting = z.strictObject({
  date: Day,
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  place: line(300).optional(),
  body: line(200),
  members: Count.refine((count) => count > 0, 'tooSmall'),
  chair: line(200).optional(),
  secretary: line(200).optional(),
  agenda: text(4000).optional(),
  cases: z.array(MeetingCase).max(MOST_CASES),
})
export type Meeting = z.infer<typeof Meeting>

/** How a meeting was held, for its minutes. `absences`: one person a line. */
export const MeetingHeld = z.strictObject({
  date: Day,
  present: Count,
  absences: text(2000).optional(),
  chair: line(200).optional(),
  secretary: line(200).optional(),
  notes: text(8000).optional(),
})
export type MeetingHeld = z.infer<typeof MeetingHeld>
