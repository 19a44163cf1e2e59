/**
 * Classes as they are recorded: the class itself, who is put forward and taken on, attendance, the result with its
 * certificate. One schema serves the command, the journal entry and the form. What a training office is told of a person
 * is here and nowhere else: name, day of birth, sex, unit. Days are YYYY-MM-DD, counts whole numbers.
 */
import { z } from 'zod'
import { Count, Day, DocumentRef, line, PartialDay, PersonName, text } from '../../base/fields.ts'
import { Uuid } from '../../base/ids.ts'
import { PartyClass, Sex } from '../codes.ts'

/** A school year by the year it begins in: '2023-2024'. */
export const SchoolYear = z
  .string()
  .regex(/^\d{4}-\d{4}$/)
  .refine((years) => Number(years.slice(5)) === Number(years.slice(0, 4)) + 1, 'schoolYear')

/** A class: what it is, by which decision it is opened, where and when it is held, and for how many. */
export const ClassFacts = z.strictObject({
  kind: PartyClass,
  name: line(300),
  decision: DocumentRef.optional(),
  place: line(300).optional(),
  from: Day,
  to: Day,
  places: Count,
  schoolYear: SchoolYear.optional(),
  /** For pupils: held so that it fits their school year. */
  pupils: z.boolean().optional(),
  note: text(2000).optional(),
})
export type ClassFacts = z.infer<typeof ClassFacts>

/** A class as acts about a person name it: by value, because those who receive the act may never have seen the class. */
export const ClassRef = z.strictObject({
  id: Uuid,
  kind: PartyClass,
  name: line(300),
  place: line(300).optional(),
  from: Day,
  to: Day,
})
export type ClassRef = z.infer<typeof ClassRef>

/** All that a training office is told of a person. */
export const Learner = z.strictObject({
  name: PersonName,
  birth: PartialDay.optional(),
  sex: Sex.optional(),
  unit: line(300),
})
export type Learner = z.infer<typeof Learner>

/** A person put forward, as the offices above the keeper are told of it. */
export const ClassRequest = z.strictObject({ class: PartyClass, date: Day, person: Learner })
export type ClassRequest = z.infer<typeof ClassRequest>

/** A person taken on for a class. */
export const Enrolment = z.strictObject({ class: ClassRef, person: Learner, on: Day })
export type Enrolment = z.infer<typeof Enrolment>

/** Sessions (buổi) held and attended: of one day, or, as `whole`, of the class from its first day to its last. */
export const Attendance = z.strictObject({
  class: Uuid,
  date: Day,
  held: z.number().int().min(1).max(200),
  present: Count,
  whole: z.boolean().optional(),
  note: line(300).optional(),
})
export type Attendance = z.infer<typeof Attendance>

/**
 * A certificate: always that of its class. `months` is how long it is valid by the rules of its day, null where they set no
 * limit; whoever receives it judges by the rules all the same.
 */
export const Certificate = z.strictObject({
  number: line(60),
  date: Day,
  issuer: line(300),
  signer: PersonName.optional(),
  months: z.number().int().min(1).max(1200).nullable(),
})
export type Certificate = z.infer<typeof Certificate>

/** How a class ended for a person, with the certificate of who completed it. */
export const ClassEnd = z.strictObject({
  class: ClassRef,
  outcome: z.enum(['passed', 'failed', 'absent']),
  on: Day,
  certificate: Certificate.optional(),
  note: line(300).optional(),
})
export type ClassEnd = z.infer<typeof ClassEnd>

/** A certificate issued again in place of one lost or spoilt: it stands for the first and is valid as long. */
export const Reissue = z.strictObject({
  class: Uuid,
  number: line(60),
  date: Day,
  signer: PersonName.optional(),
  reason: text(500),
})
export type Reissue = z.infer<typeof Reissue>

/** Mark of an entry that passes on, by value, what another office has recorded: the id of its entry. */
export const Relayed = { relays: Uuid.optional() } as const
