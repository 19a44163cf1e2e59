/**
 * The closed lists of the documents an office makes, and the shape in which one is asked for. Names on screen are in
 * shared/words/documents.ts; names of levels, bodies and places come with the data and stand nowhere in code.
 */
import { z } from 'zod'
import { Day, line } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { PeriodInput } from '../model/period.ts'

/**
 * Kinds of documents: introductions by a member and by a union (3-, 4-, 4A-KNĐ), opinions put together (5-KNĐ), report of
 * the section (7-KNĐ), resolutions of branch and committee (6-KNĐ, 8-KNĐ), request for verification (20-KNĐ), letter of a
 * submission with its lists, decision to admit (9-KNĐ), notice of refusal, the papers of
 * recognition (13-, 15-, 16-KNĐ), letter of a return, report of a period, roster and certificate list of a class, slips of
 * the exchange, agenda and minutes of the deciding body.
 */
export const DocumentKind = z.enum([
  'branchResolution',
  'committeeResolution',
  'memberIntroduction',
  'unionResolution',
  'opinionSummary',
  'sectionReport',
  'verificationRequest',
  'submissionLetter',
  'admissionDecision',
  'refusalNotice',
  'returnLetter',
  'recognitionResolution',
  'recognitionCommittee',
  'recognitionDecision',
  'periodReport',
  'classRoster',
  'certificateList',
  'exportSlip',
  'importReceipt',
  'exampleList',
  'modelList',
  'meetingAgenda',
  'meetingMinutes',
])
export type DocumentKind = z.infer<typeof DocumentKind>

/** Lists that can be written to a spreadsheet, and printed. */
export const ListName = z.enum([
  'candidates',
  'board',
  'members',
  'units',
  'home',
  'reviews',
  'users',
  'reviewQueue',
  'meetings',
  'decisions',
  'returns',
  'consents',
  'duplicates',
  'classes',
  'nominations',
  'certificates',
  'owed',
  'pupils',
  'coverage',
  'targets',
  'models',
  'examples',
  'directives',
  'activities',
  'inspections',
  'ratings',
  'measures',
  'exchangeHistory',
  'clearFiles',
  'meetingCases',
  'handOver',
  'batch',
  'roster',
  'ruleValues',
  'holidays',
  'backups',
])
export type ListName = z.infer<typeof ListName>

/** What is printed or saved as a PDF: lists, and further pages of the window. */
export const PrintSubject = z.enum([
  ...ListName.options,
  'calendar',
  'case',
  'reports',
  'exportSlip',
  'importReceipt',
  'keyEnvelope',
  'pairingCard',
])
export type PrintSubject = z.infer<typeof PrintSubject>

/** What a document says besides the record: asked for where nobody has recorded it, never left as dots. */
export const FactCode = z.enum([
  'superior',
  'issuer',
  'place',
  'grounds',
  'recipient',
  'birth',
  'hometown',
  'ethnicity',
  'residence',
  'work',
  'introducer',
  'introducerAdmitted',
  'introducerOfficial',
  'introducerPost',
  'helpedSince',
  'unionSince',
  'members',
  'present',
  'agree',
  'organisationOpinions',
  'residenceOpinions',
  'conclusion',
  'absences',
  'chair',
  'secretary',
  'resumeConclusion',
  'merits',
  'faults',
  'disagreeReason',
  'branchNumber',
  'branchDate',
  'committeeNumber',
  'committeeDate',
  'verifyPersons',
  'verifyContent',
  'replyTo',
  'answerBy',
  'occasion',
  'reason',
  'remarks',
  'reportResults',
  'reportLimits',
  'reportCauses',
  'reportPlans',
  'copies',
  'authority',
  'post',
  'signer',
  'agenda',
  'minutes',
])
export type FactCode = z.infer<typeof FactCode>

/** Facts that are told in several lines. */
export const LINE_FACTS: ReadonlySet<FactCode> = new Set([
  'organisationOpinions',
  'residenceOpinions',
  'conclusion',
  'grounds',
  'absences',
  'resumeConclusion',
  'merits',
  'faults',
  'disagreeReason',
  'verifyPersons',
  'verifyContent',
  'reason',
  'remarks',
  'reportResults',
  'reportLimits',
  'reportCauses',
  'reportPlans',
  'copies',
  'agenda',
  'minutes',
])

/** Facts about the body that signs: proposed again for the next document of that kind and body. */
export const BODY_FACTS: ReadonlySet<FactCode> = new Set([
  'superior',
  'issuer',
  'place',
  'grounds',
  'replyTo',
  'copies',
  'authority',
  'post',
  'signer',
])

/** What must be recorded in the case before a document can be made. */
export const RecordCode = z.enum([
  'branchVote',
  'votePassed',
  'committeeVote',
  'committeePassed',
  'admitted',
  'refused',
  'ceremony',
  'recognised',
  'seats',
  'certificates',
  'meetingHeld',
  'meetingVotes',
  'examples',
  'models',
])
export type RecordCode = z.infer<typeof RecordCode>

/** What a document lacks: its number or day, a fact to ask for, or a record to make first. */
export type MissingCode = FactCode | RecordCode | 'number' | 'date'

/** Text of a fact; empty means that it was left out on purpose. */
const FactText = z
  .string()
  .max(4000)
  .refine((value) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(value.replace(/[\n\t]/g, '')), 'text')

/** Facts by code. */
export const Facts = z.partialRecord(FactCode, FactText)
export type Facts = z.infer<typeof Facts>

/** How a document is asked for: about one case, about several, about a class, about a bundle, or about a period. */
export const DocumentInput = z.strictObject({
  kind: DocumentKind,
  case: Uuid.optional(),
  cases: z.array(Uuid).min(1).max(200).optional(),
  bundle: z.string().min(1).max(64).optional(),
  period: PeriodInput.optional(),
  membersOn: Day.optional(),
  class: Uuid.optional(),
  meeting: Uuid.optional(),
  number: line(60).optional(),
  /** The number is written by hand when the paper is issued: space is left for it. */
  numberLater: z.boolean().optional(),
  date: Day.optional(),
  facts: Facts.optional(),
})
export type DocumentInput = z.infer<typeof DocumentInput>
