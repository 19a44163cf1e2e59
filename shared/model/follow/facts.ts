/**
 * What is recorded of the follow-up that the letter asks for: models and examples (S3, S10), directives, conferences and
 * publicity (S14), inspections, ratings, commendations and corrections (S6, S11). Names of levels and forms are data.
 */
import { z } from 'zod'
import { Count, Day, DocumentRef, line, PersonName, text } from '../../base/fields.ts'
import { OfficeId, Uuid } from '../../base/ids.ts'
import { ScanRef } from '../acts.ts'

/** A unit, or a whole office. The name goes along: the office that reads it may not know that unit. */
export const PlaceRef = z.strictObject({ id: z.union([OfficeId, Uuid]), name: line(300) })
export type PlaceRef = z.infer<typeof PlaceRef>

/** A year that something is recorded of. */
export const FollowYear = z.number().int().min(1990).max(2100)

const scans = z.array(ScanRef).max(20).optional()

/** Where a model works: pupils, workers of enterprises, residential areas, agencies, others. */
export const ModelArea = z.enum(['pupils', 'enterprise', 'residential', 'agency', 'other'])
export type ModelArea = z.infer<typeof ModelArea>

/**
 * A model or good way of working (mô hình mới, cách làm hiệu quả). It has no consent of its own: it is a unit's way of
 * working and names nobody; a person in it is an example, which goes nowhere without that person's consent.
 */
export const ModelFacts = z.strictObject({
  name: line(300),
  area: ModelArea,
  place: PlaceRef,
  since: Day.optional(),
  until: Day.optional(),
  description: text(4000),
  scans,
})
export type ModelFacts = z.infer<typeof ModelFacts>

/** Results of a model on a day. */
export const ModelResult = z.strictObject({
  on: Day,
  results: text(2000),
  /** People put on the list, and admitted, thanks to it. */
  listed: Count.optional(),
  admitted: Count.optional(),
  scans,
})
export type ModelResult = z.infer<typeof ModelResult>

/** A model as everybody is told of it: nothing of a person, no scans. */
export const SharedModel = ModelFacts.omit({ scans: true }).extend({ results: text(2000).optional() })
export type SharedModel = z.infer<typeof SharedModel>

/** A unit works by a model of another. */
export const TakeUp = z.strictObject({ place: PlaceRef, on: Day, note: text(1000).optional() })
export type TakeUp = z.infer<typeof TakeUp>

/** What an example is one of: good people and deeds, exemplary members, collectives. */
export const ExampleKind = z.enum(['goodPerson', 'goodDeed', 'exemplaryMember', 'collective'])
export type ExampleKind = z.infer<typeof ExampleKind>

/** Where an example was set. */
export const ExampleArea = z.enum(['labour', 'production', 'study', 'work', 'community'])
export type ExampleArea = z.infer<typeof ExampleArea>

/** The person agreed that it is told. */
export const TellConsent = z.strictObject({ on: Day, how: z.enum(['written', 'spoken']) })
export type TellConsent = z.infer<typeof TellConsent>

/** An example worth telling. Without consent of the person it stays in the office; a collective needs none. */
export const ExampleFacts = z.strictObject({
  kind: ExampleKind,
  area: ExampleArea,
  name: line(200),
  post: line(200).optional(),
  place: PlaceRef,
  story: text(4000),
  consent: TellConsent.optional(),
  scans,
})
export type ExampleFacts = z.infer<typeof ExampleFacts>

/** The person does not want it told any more, or it no longer holds. */
export const ExampleEnd = z.strictObject({ on: Day, reason: text(1000) })
export type ExampleEnd = z.infer<typeof ExampleEnd>

/** What a directive is. */
export const DirectiveKind = z.enum([
  'directive',
  'resolution',
  'programme',
  'plan',
  'guidance',
  'letter',
  'notice',
  'other',
])
export type DirectiveKind = z.infer<typeof DirectiveKind>

/** A paper of direction or guidance. `readBy`: the day by which offices confirm it; `cited`: reports name it. */
export const DirectiveFacts = z.strictObject({
  kind: DirectiveKind,
  number: line(60).optional(),
  date: Day,
  issuer: line(200),
  title: line(500),
  content: text(4000).optional(),
  from: Day.optional(),
  to: Day.optional(),
  readBy: Day.optional(),
  cited: z.boolean().optional(),
  scans,
})
export type DirectiveFacts = z.infer<typeof DirectiveFacts>

/** A directive was read: by our office, or by a unit of ours. */
export const DirectiveReading = z.strictObject({ on: Day, by: line(200).optional(), place: PlaceRef.optional() })
export type DirectiveReading = z.infer<typeof DirectiveReading>

/** A directive as conferences and publicity name it. */
export const DirectiveRef = z.strictObject({ id: Uuid, title: line(600) })
export type DirectiveRef = z.infer<typeof DirectiveRef>

/** What a conference was for: making a directive known, training, a review, a subject of its own. */
export const ConferenceKind = z.enum(['study', 'training', 'review', 'subject'])
export type ConferenceKind = z.infer<typeof ConferenceKind>

/** A conference (hội nghị quán triệt, tập huấn, sơ kết, chuyên đề). */
export const Conference = z.strictObject({
  kind: ConferenceKind,
  title: line(300),
  date: Day,
  place: PlaceRef,
  directive: DirectiveRef.optional(),
  invited: Count.optional(),
  attended: Count,
  note: text(1000).optional(),
})
export type Conference = z.infer<typeof Conference>

/** How something is made known. */
export const PublicityChannel = z.enum([
  'radio',
  'website',
  'socialMedia',
  'press',
  'poster',
  'talk',
  'contest',
  'other',
])
export type PublicityChannel = z.infer<typeof PublicityChannel>

/** Publicity of a time (tin, bài, buổi tuyên truyền). */
export const Publicity = z.strictObject({
  channel: PublicityChannel,
  from: Day,
  to: Day,
  place: PlaceRef,
  items: Count,
  reached: Count.optional(),
  directive: DirectiveRef.optional(),
  note: text(1000).optional(),
})
export type Publicity = z.infer<typeof Publicity>

/** Kiểm tra or giám sát. */
export const InspectionKind = z.enum(['inspection', 'supervision'])
export type InspectionKind = z.infer<typeof InspectionKind>

/** An inspection of a unit or an office below, as planned. */
export const InspectionPlan = z.strictObject({
  kind: InspectionKind,
  topic: line(300),
  place: PlaceRef,
  from: Day,
  to: Day,
  lead: PersonName.optional(),
  content: text(4000).optional(),
  document: DocumentRef.optional(),
})
export type InspectionPlan = z.infer<typeof InspectionPlan>

/** What an inspection found. */
export const FindingKind = z.enum(['strength', 'shortcoming', 'breach'])
export type FindingKind = z.infer<typeof FindingKind>

/** One finding; what is to be mended has a demand and a day. */
export const InspectionFinding = z.strictObject({
  kind: FindingKind,
  what: text(2000),
  demand: text(1000).optional(),
  due: Day.optional(),
})
export type InspectionFinding = z.infer<typeof InspectionFinding>

/** The end of an inspection, with its conclusion. */
export const InspectionEnd = z.strictObject({ on: Day, summary: text(4000), document: DocumentRef.optional() })
export type InspectionEnd = z.infer<typeof InspectionEnd>

/** What the unit did about a finding. */
export const Mending = z.strictObject({ finding: Uuid, on: Day, note: text(2000), scans })
export type Mending = z.infer<typeof Mending>

/** What the inspecting office sees of it afterwards. */
export const MendCheck = z.strictObject({
  finding: Uuid,
  on: Day,
  outcome: z.enum(['mended', 'partly', 'notMended']),
  due: Day.optional(),
  note: text(1000).optional(),
})
export type MendCheck = z.infer<typeof MendCheck>

/**
 * What became of a finding before the office inspected could be told of it: what was done about it, on paper, and what the
 * follow-up saw. `isReported`: the last of it is something done that nobody has looked at.
 */
export const FindingBefore = z.strictObject({
  mendings: z.array(Mending.omit({ finding: true })).max(100),
  checks: z.array(MendCheck.omit({ finding: true })).max(100),
  isReported: z.boolean(),
})
export type FindingBefore = z.infer<typeof FindingBefore>

/** A finding as it is recorded. `before`: where it is told to an office that was paired after it. */
export const RecordedFinding = InspectionFinding.extend({ before: FindingBefore.optional() })
export type RecordedFinding = z.infer<typeof RecordedFinding>

/** Whose quality is rated: a committee or office, a branch, a collective of leaders, a leader, the head. */
export const RatedAs = z.enum(['committee', 'branch', 'collective', 'leader', 'head'])
export type RatedAs = z.infer<typeof RatedAs>

/** The year-end rating. `level` is the name of the level, `rank` its place among the levels, 1 the best. */
export const Rating = z.strictObject({
  year: FollowYear,
  place: PlaceRef,
  as: RatedAs,
  name: line(200).optional(),
  post: line(200).optional(),
  level: line(100),
  rank: z.number().int().min(1).max(20),
  document: DocumentRef.optional(),
  note: text(1000).optional(),
})
export type Rating = z.infer<typeof Rating>

/** What the data suggests: to commend, or to set right. */
export const ProposalCode = z.enum(['planExceeded', 'shareReached', 'planMissed', 'idleBranch', 'findingsOverdue'])
export type ProposalCode = z.infer<typeof ProposalCode>

/** Commending or setting right: whom, in which form, why. `proposal`: what the data had suggested. */
export const Measure = z.strictObject({
  year: FollowYear,
  place: PlaceRef,
  /** A person or collective; left out where the unit itself is meant. */
  name: line(200).optional(),
  form: line(100),
  reason: text(2000),
  on: Day,
  body: line(200).optional(),
  document: DocumentRef.optional(),
  /** Of a correction: the day by which it is to be set right. */
  due: Day.optional(),
  proposal: ProposalCode.optional(),
})
export type Measure = z.infer<typeof Measure>

/** A person decided that a suggestion is not followed. */
export const Dismissal = z.strictObject({
  year: FollowYear,
  place: PlaceRef,
  proposal: ProposalCode,
  reason: text(1000),
})
export type Dismissal = z.infer<typeof Dismissal>
