/**
 * Closed lists that statistics, checks and forms share. The Vietnamese names are in shared/words; a list is only
 * lengthened, never renamed, because old entries name its codes.
 */
import { z } from 'zod'

/** Kind of unit: chi bộ, chi bộ cơ sở, đảng ủy bộ phận, đảng bộ cơ sở, and a body above them. */
export const UnitType = z.enum(['branch', 'baseBranch', 'section', 'baseCommittee', 'upperCommittee'])
export type UnitType = z.infer<typeof UnitType>

/**
 * What kind of path a case takes; 'section' = a branch under a section (đảng ủy bộ phận); 'delegated...' = the committee
 * of the level below decides by delegation.
 */
export const PathKind = z.enum(['branch', 'baseBranch', 'section', 'baseCommittee', 'delegated', 'delegatedSection'])
export type PathKind = z.infer<typeof PathKind>

/** Sector a unit belongs to: khu dân cư, doanh nghiệp, trường học, cơ quan, đơn vị sự nghiệp, lực lượng vũ trang. */
export const Sector = z.enum(['residential', 'enterprise', 'school', 'agency', 'publicService', 'armedForces'])
export type Sector = z.infer<typeof Sector>

/** Nông thôn or thành thị; kept apart from the sector. */
export const Area = z.enum(['rural', 'urban'])
export type Area = z.infer<typeof Area>

/** Sex as the identity papers have it. */
export const Sex = z.enum(['male', 'female'])
export type Sex = z.infer<typeof Sex>

/** General education: không biết chữ, biết chữ, tiểu học, THCS, THPT. */
export const Education = z.enum(['none', 'literate', 'primary', 'lowerSecondary', 'upperSecondary'])
export type Education = z.infer<typeof Education>

/** Professional training: chưa qua đào tạo, sơ cấp, trung cấp, cao đẳng, đại học, thạc sĩ, tiến sĩ. */
export const Qualification = z.enum(['none', 'elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor'])
export type Qualification = z.infer<typeof Qualification>

/** Occupation groups of the statistics on new members. */
export const Occupation = z.enum([
  'farmer',
  'worker',
  'official',
  'publicEmployee',
  'manager',
  'owner',
  'armedForces',
  'pupil',
  'student',
  'freelance',
  'retired',
  'other',
])
export type Occupation = z.infer<typeof Occupation>

/** Organisation that introduced the person: the letter's MTTQ and social-political organisations, or a branch itself. */
export const Source = z.enum([
  'youthUnion',
  'tradeUnion',
  'womenUnion',
  'farmersUnion',
  'veterans',
  'fatherlandFront',
  'branch',
  'other',
])
export type Source = z.infer<typeof Source>

/** A relative in the CV, seen from the applicant; the spouse's side is named as such. */
export const Kinship = z.enum([
  'father',
  'mother',
  'fosterParent',
  'sibling',
  'spouse',
  'child',
  'spouseFather',
  'spouseMother',
  'spouseFosterParent',
  'spouseSibling',
  'other',
])
export type Kinship = z.infer<typeof Kinship>

/** Why somebody left the Party before; the first five bar from being admitted again. */
export const LeftReason = z.enum([
  'abandoned',
  'ownRequest',
  'disunity',
  'corruption',
  'seriousCrime',
  'hardship',
  'removed',
  'expelled',
  'lightCrime',
  'thirdChild',
  'fourthChild',
])
export type LeftReason = z.infer<typeof LeftReason>

/** Circumstances of a person that ask for papers, consents or another place (reference/procedure.md section 1). */
export const Circumstance = z.enum([
  'religion',
  'foreignElement',
  'politicalHistory',
  'population',
  'owner',
  'readmission',
  'seconded',
  'movedIn',
  'elder',
])
export type Circumstance = z.infer<typeof Circumstance>

/** A class: on the Party for those to be admitted, or for new members. */
export const PartyClass = z.enum(['awareness', 'newMember'])
export type PartyClass = z.infer<typeof PartyClass>

/** Who gives an opinion on a person: an organisation the person belongs to, or the cell of the place of residence. */
export const OpinionFrom = z.enum([
  'youthUnion',
  'tradeUnion',
  'womenUnion',
  'farmersUnion',
  'veterans',
  'fatherlandFront',
  'residence',
  'other',
])
export type OpinionFrom = z.infer<typeof OpinionFrom>

/** What an office does for a dated set of units. */
export const Capacity = z.enum(['proposes', 'decides', 'trains'])
export type Capacity = z.infer<typeof Capacity>

/** Roles of the people in an office. They bind the program, not the key (SECURITY.md). */
export const Role = z.enum(['administrator', 'clerk', 'secretary', 'reviewer', 'decider', 'organiser', 'viewer'])
export type Role = z.infer<typeof Role>

/**
 * Whoever holds one of these may allow an exception by himself and confirm one that a clerk has recorded; a clerk names who
 * allowed it and by what paper.
 */
export const MAY_ALLOW_EXCEPTIONS: readonly Role[] = ['secretary', 'decider', 'administrator']

/** How another office stands to ours. */
export const Relation = z.enum(['superior', 'subordinate', 'trainer', 'successor', 'predecessor'])
export type Relation = z.infer<typeof Relation>

/** Where a case stands. Always computed from recorded acts, never typed in (shared/model/stage.ts). */
export const Stage = z.enum([
  'listed',
  'helped',
  'trained',
  'preparing',
  'branchVoted',
  'committeeVoted',
  'submitted',
  'received',
  'returned',
  'admitted',
  'refused',
  'decisionReceived',
  'probation',
  'withdrawn',
  'removed',
  'movedAway',
  'died',
  'recognitionVoted',
  'recognitionCommitteeVoted',
  'recognitionSubmitted',
  'recognitionReceived',
  'recognitionReturned',
  'recognitionRefused',
  'recognised',
  'cardIssued',
  'removalProposed',
  'removalSubmitted',
  'removalReturned',
  'struckOff',
  'cancellationProposed',
  'cancellationSubmitted',
  'cancellationReturned',
  'cancelled',
  'left',
])
export type Stage = z.infer<typeof Stage>
