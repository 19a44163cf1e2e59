/**
 * What is known of a person. Only the name is needed to begin; everything else may come later or stay on the
 * handwritten form. Fields follow form 2-KNĐ (reference: 12-HD/BTCTW 2022).
 */
import { z } from 'zod'
import { Day, DocumentRef, line, PartialDay, PersonName, text } from '../base/fields.ts'
import { Circumstance, Education, Occupation, Qualification, Sex, Source } from './codes.ts'

/** Where a pupil or student learns, since when, and how many months the whole study takes. */
export const Study = z.strictObject({
  school: line(300),
  from: PartialDay.optional(),
  months: z.number().int().min(1).max(120).optional(),
})
export type Study = z.infer<typeof Study>

/** Who is sent to work elsewhere: by which unit, since when, and for how many months. */
export const Secondment = z.strictObject({
  sender: line(300),
  from: PartialDay.optional(),
  months: z.number().int().min(1).max(120).optional(),
})
export type Secondment = z.infer<typeof Secondment>

/** The profile of a person proposed for admission; every field but the name is optional. */
export const Profile = z.strictObject({
  name: PersonName,
  birthName: PersonName.optional(),
  birth: PartialDay.optional(),
  sex: Sex.optional(),
  ethnicity: line(60).optional(),
  religion: line(60).optional(),
  birthPlace: line(300).optional(),
  hometown: line(300).optional(),
  residence: line(300).optional(),
  identityNumber: line(20).optional(),
  oldIdentityNumber: line(20).optional(),
  occupation: Occupation.optional(),
  work: line(300).optional(),
  education: Education.optional(),
  qualification: Qualification.optional(),
  politicalTheory: line(100).optional(),
  youthUnionSince: PartialDay.optional(),
  tradeUnionMember: z.boolean().optional(),
  specialArea: z.boolean().optional(),
  source: Source.optional(),
  introducedOn: Day.optional(),
  introducedBy: line(300).optional(),
  introductionPaper: DocumentRef.optional(),
  circumstances: z.array(Circumstance).max(20).optional(),
  study: Study.optional(),
  secondment: Secondment.optional(),
  note: text(2000).optional(),
})
export type Profile = z.infer<typeof Profile>

/** The names of the profile's fields. */
export type ProfileField = keyof Profile

/** A change of a profile: fields set, and fields cleared by name. */
export const ProfileChange = z.strictObject({
  set: Profile.partial().optional(),
  clear: z.array(Profile.keyof()).max(30).optional(),
})
export type ProfileChange = z.infer<typeof ProfileChange>

/** Year of birth, where it is known. */
export function birthYear(profile: Pick<Profile, 'birth'>): number | undefined {
  return profile.birth === undefined ? undefined : Number(profile.birth.slice(0, 4))
}
