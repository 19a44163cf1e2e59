/**
 * The list line: all the superior sees of a person before submission (least data upward).
 */
import { z } from 'zod'
import { PersonName } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { PartyClass, Sex, Source, Stage } from './codes.ts'

/** Name, year of birth, sex, branch, source, stage, helper, nomination. */
export const ListLine = z.strictObject({
  name: PersonName,
  birthYear: z.number().int().min(1800).max(2199).optional(),
  sex: Sex.optional(),
  unit: Uuid,
  source: Source.optional(),
  stage: Stage,
  helper: PersonName.optional(),
  nominated: z.boolean().optional(),
  nominatedFor: PartyClass.optional(),
})
export type ListLine = z.infer<typeof ListLine>
