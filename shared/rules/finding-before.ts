/**
 * The data of findings on the way to admission beside papers and votes: verification by relative, the CV, special cases,
 * identity. Codes are never renamed, because entries that lift a finding name them.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Kinship } from '../model/codes.ts'
import type { MemberStatus } from '../model/office.ts'
import type { ProfileField } from '../model/profile.ts'
import type { ResumePart } from '../model/resume.ts'
import type { IdentityError, IdentityWarning } from '../text/identity-number.ts'
import type { SpecialCase } from './rule-codes.ts'

/** Data by code; days are YYYY-MM-DD, partial days as far as they are known. */
export type BeforeFindings = {
  /** The helper is no official member yet. */
  'C7-helper': { person: string; official: PlainDate; from: PlainDate }
  /** Whoever introduces was not assigned to help, so that nothing is known of the two. */
  'C7-unassigned': { person: string }
  /** A helper can help no more, and too few are left. */
  'C7-gone': { person: string; status: MemberStatus; since: PlainDate }
  /** Somebody in scope whose history is not verified and not waived; `relative` is empty for the applicant. */
  'C8-open': { relation: Kinship | 'self'; relative: string; why: 'notAsked' | 'noAnswer' | 'unclear' }
  'C8-adverse': { to: string; date: PlainDate }
  'C8-waiver': { relative: string; member: string; why: 'notMember' | 'otherSide' | 'undeclared' }
  /** Parents, or the spouse's parents, nowhere declared. */
  'C8-none': { side: 'own' | 'spouse' }
  /** Stamp across the pages after the first request for verification; null = no stamp recorded. */
  'C8-stamp': { stamped: PlainDate | null; asked: PlainDate }
  'C8-late': { stamped: PlainDate; remarks: PlainDate }
  /** The opinions summed up (5-KNĐ) before the last answer. */
  'C8-opinions': { opinions: PlainDate; answer: PlainDate }
  'C8-remarks': { remarks: PlainDate; answer: PlainDate }
  /** Answer overdue; `received` null = counted from the day it was sent. */
  C9: { to: string; sent: PlainDate; received: PlainDate | null; due: PlainDate }
  /** Opinions are recorded, but none of this kind. */
  'C5-opinion': { missing: 'residence' | 'organisation' }
  /** Sent before the branch had met, where no committee stands between. */
  'C12-sent': { sent: PlainDate; meeting: PlainDate }
  'C16-sent': { sent: PlainDate; date: PlainDate }
  C32: { special: SpecialCase; papers: string }
  'C32-child': { children: number; months: number | null }
  /** Where somebody who learns or is seconded is considered; `there` = at `place` of study, or where one was sent to. */
  'C32-place': { kind: 'study' | 'secondment'; place: string; months: number; limit: number; there: boolean }
  'C35-empty': { part: ResumePart }
  'C35-gap': { from: string; to: string }
  'C35-twice': { first: string; second: string }
  'C35-kin': { name: string; relation: Kinship; birthYear: number; of: number }
  'C35-birth': { what: string; from: string; birth: string }
  'C35-tidy': Record<never, never>
  'C35-field': { field: ProfileField }
  /** Corrected after the dossier was sent, so that its papers say something else. */
  C36: { fields: readonly ProfileField[]; sent: PlainDate }
  /** What somebody has read on a paper that the case does not say. */
  'C36-paper': { paper: string; name: string; differs: string }
  'C36-two': { field: string }
  /** Sent by an office without a say in the case, or a hand-over beside the one that counts: it counts for nothing. */
  'C36-other': { entries: number }
  C40: { number: string; problems: readonly (IdentityError | IdentityWarning)[] }
}
