/**
 * Pupils of a school unit: the class they are in, the school's evaluation each term. Kept by the school's office like
 * everything before a dossier; a hand-over carries the history to the next unit.
 */
import { z } from 'zod'
import { Day, line, text } from '../../base/fields.ts'
import { SchoolYear } from '../classes/facts.ts'

/** A pupil in a class of the school; `leavesOn`: the day schooling ends by plan. */
export const PupilPlace = z.strictObject({ schoolYear: SchoolYear, class: line(60), leavesOn: Day, on: Day.optional() })
export type PupilPlace = z.infer<typeof PupilPlace>

/** How far a pupil meets a criterion; the criterion by its own words, since schools set them. */
export const CriterionResult = z.strictObject({ criterion: line(200), result: z.enum(['met', 'partly', 'notMet']) })
export type CriterionResult = z.infer<typeof CriterionResult>

/** The evaluation of a school term (học kỳ). */
export const PupilEvaluation = z.strictObject({
  schoolYear: SchoolYear,
  term: z.union([z.literal(1), z.literal(2)]),
  date: Day,
  criteria: z.array(CriterionResult).min(1).max(30),
  summary: z.enum(['ready', 'nurture', 'notYet']),
  note: text(2000).optional(),
})
export type PupilEvaluation = z.infer<typeof PupilEvaluation>
