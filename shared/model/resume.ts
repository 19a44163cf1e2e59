/**
 * The CV of an applicant (form 2-KNĐ) beyond the profile: relatives, life and work by time, training, journeys, rewards,
 * disciplines, an earlier membership. Required is only what papers, checks or statistics use; whole parts may stay 'theo
 * bản viết tay'. Years, months and days are kept exactly as far as they are known.
 */
import { z } from 'zod'
import { Count, Day, line, PartialDay, PersonName, text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { Kinship, LeftReason } from './codes.ts'

/** A relative. `capable`: of full legal capacity, asked of children; `conduct`: how they keep to line and law. */
export const Relative = z.strictObject({
  id: Uuid,
  relation: Kinship,
  name: PersonName,
  birthYear: z.number().int().min(1800).max(2199).optional(),
  living: z.boolean(),
  capable: z.boolean().optional(),
  hometown: line(300).optional(),
  residence: line(300).optional(),
  abroad: z.boolean().optional(),
  occupation: line(300).optional(),
  partyMember: z.boolean(),
  partyMemberNote: line(300).optional(),
  conduct: text(2000).optional(),
})
export type Relative = z.infer<typeof Relative>

/** A time of life or work (items 17 and 18): without `to` it goes on. `post` makes it a line of item 18. */
export const ResumePeriod = z.strictObject({
  from: PartialDay,
  to: PartialDay.optional(),
  what: line(500),
  where: line(300).optional(),
  post: line(200).optional(),
})
export type ResumePeriod = z.infer<typeof ResumePeriod>

/** A course or training (item 20). */
export const Training = z.strictObject({
  school: line(300),
  subject: line(300).optional(),
  from: PartialDay.optional(),
  to: PartialDay.optional(),
  certificate: line(200).optional(),
})

/** A journey abroad (item 21). */
export const Journey = z.strictObject({
  country: line(200),
  from: PartialDay.optional(),
  to: PartialDay.optional(),
  purpose: line(300).optional(),
})

/** A reward or a discipline (items 22 and 23). */
export const Mention = z.strictObject({ what: line(300), date: PartialDay.optional(), by: line(300).optional() })

/** An earlier membership of somebody to be admitted again; `times`: how often admitted before. */
export const EarlierMembership = z.strictObject({
  admittedOn: PartialDay.optional(),
  officialOn: PartialDay.optional(),
  leftOn: PartialDay,
  reason: LeftReason,
  /** The day a conviction was erased, for one admitted again after it. */
  erasedOn: Day.optional(),
  times: Count.min(1),
  introducers: line(300).optional(),
})
export type EarlierMembership = z.infer<typeof EarlierMembership>

/** Parts of the form that may stay as written by hand. */
export const ResumePart = z.enum(['relatives', 'periods', 'trainings', 'journeys', 'rewards', 'disciplines', 'earlier'])
export type ResumePart = z.infer<typeof ResumePart>

/** The CV as a whole, as declared on a day. A part neither filled nor named in `byHand` is declared empty. */
export const Resume = z.strictObject({
  date: Day,
  byHand: z.array(ResumePart).max(7).optional(),
  relatives: z.array(Relative).max(100),
  periods: z.array(ResumePeriod).max(200),
  trainings: z.array(Training).max(100).optional(),
  journeys: z.array(Journey).max(100).optional(),
  rewards: z.array(Mention).max(100).optional(),
  disciplines: z.array(Mention).max(100).optional(),
  earlier: EarlierMembership.optional(),
  /** Items 27 and 28: the day the branch wrote its remarks, and the day the committee certified the CV. */
  remarksOn: Day.optional(),
  certifiedOn: Day.optional(),
  /** Item 18 of the mistakes: erasures, corrections or blank lines seen on the handwritten form. */
  untidy: z.boolean().optional(),
})
export type Resume = z.infer<typeof Resume>
