/**
 * What reports are computed from, as plain rows: the store gathers them, nothing here asks where they come from. Numbers
 * of a report are never typed in and never stored, but in a report that was sent.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { AdmissionState } from '../model/admission.ts'
import type { Area, PartyClass, Sector, Stage, UnitType } from '../model/codes.ts'
import type { AgeBucket } from './standing.ts'

/** An office whose figures count in ours: our own, and those below it. */
export type OfficeFact = {
  readonly id: string
  readonly name: string
  readonly isSelf: boolean
  /** The unit of ours that it is, where somebody has said so. */
  readonly unit: string | null
}

/** A unit, with the office that keeps its facts. */
export type UnitFact = {
  readonly id: string
  readonly name: string
  readonly type: UnitType
  readonly sector: Sector | null
  readonly area: Area | null
  readonly parent: string | null
  readonly keeper: string
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly onPaper: boolean
  /** The units that took over from it on its last day. */
  readonly successors: readonly string[]
  /** The unit of another office that it is; what is told of it counts there. */
  readonly sameAs: string | null
}

/** Members, official and probationary, of a unit or an office on a day. `isTyped`: a total from before the program. */
export type CountFact = {
  readonly owner: string
  readonly day: PlainDate
  readonly members: number
  readonly isTyped: boolean
}

/** How many a unit or an office is to admit in a year. `own`: what it means to reach itself beside what it was given. */
export type TargetFact = {
  readonly owner: string
  readonly year: number
  readonly number: number
  readonly own: number | null
  /** How often it was changed. */
  readonly revisions: number
}

/** What was typed once of a year before the program was used. */
export type TotalFact = {
  readonly owner: string
  readonly year: number
  readonly admitted: number | null
  readonly lastAdmission: PlainDate | null
}

/** A person admitted: who, where and by which office on that day, and what the dossier said that was decided on. */
export type Admission = {
  readonly case: string
  readonly unit: string
  readonly keeper: string
  readonly day: PlainDate
  readonly sex: string | null
  readonly birth: string | null
  readonly ethnicity: string | null
  readonly religion: string | null
  readonly education: string | null
  readonly qualification: string | null
  /** Political theory as it was written; levels are read from it (theory.ts). */
  readonly politicalTheory: string | null
  readonly occupation: string | null
  readonly source: string | null
  readonly isYouthUnion: boolean
  /** Admitted again (kết nạp lại). */
  readonly isAgain: boolean
  /** Taken over with its decision: somebody else may have it on record as it happened. */
  readonly isTakenOver: boolean
  readonly identityNumber: string | null
}

/** Acts that reports count besides admissions. */
export type CountedAct =
  | 'listed'
  | 'certified'
  | 'newMemberCertified'
  | 'submitted'
  | 'returned'
  | 'refused'
  | 'ceremony'
  | 'recognised'
  | 'struckOff'
  | 'cancelled'
  | 'ended'

/** An act in a case, by the unit and office that had it on that day. */
export type ActFact = {
  readonly case: string
  readonly act: CountedAct
  readonly day: PlainDate
  readonly unit: string
  readonly keeper: string
}

/** So many people of a unit stand at a stage now. */
export type StandingFact = {
  readonly unit: string
  readonly keeper: string
  readonly stage: Stage
  readonly source: string | null
  readonly isEnded: boolean
  /** Of people who died or moved away: they had been admitted before. Of all others the stage says it. */
  readonly wasAdmitted: boolean
  /** How long they have stood there; null where it was not asked for. */
  readonly age: AgeBucket | null
  readonly count: number
}

/** Where one person stands now, with who introduced them and on which day. */
export type PersonStanding = Omit<StandingFact, 'count'> & {
  readonly case: string
  readonly introducedOn: PlainDate | null
  readonly introducedBy: string | null
}

/** A dossier that was returned, with what was wanting: codes of papers, and 'whole' for the dossier as such. */
export type ReturnFact = Omit<ActFact, 'act'> & { readonly reasons: readonly string[] }

/** A class that began, with how many people of a unit sat in it. */
export type SeatFact = {
  readonly class: string
  readonly kind: PartyClass
  readonly day: PlainDate
  readonly unit: string
  readonly keeper: string
}

/** What is late: a ceremony, or the recognition of somebody whose probation is over. */
export type LateWork = 'ceremony' | 'recognition'

/** Somebody of whom a time limit has passed. */
export type LateFact = Omit<ActFact, 'act' | 'day'> & { readonly late: LateWork }

/** Two cases of one person. */
export type Link = { readonly case: string; readonly previously: string }

/** Everything a report may use. */
export type Facts = {
  readonly offices: readonly OfficeFact[]
  readonly units: readonly UnitFact[]
  readonly counts: readonly CountFact[]
  readonly targets: readonly TargetFact[]
  readonly totals: readonly TotalFact[]
  readonly admissions: readonly Admission[]
  /** A case that goes on from another one of the same person. */
  readonly links: readonly Link[]
  /** Two cases that our own office has judged to be one person, or one who has moved: no other office knows of it. */
  readonly judged: readonly Link[]
  readonly acts: readonly ActFact[]
  readonly standings: readonly StandingFact[]
  /** The same people one by one; only where a number is opened, or introductions are asked for. */
  readonly people: readonly PersonStanding[]
  readonly returns: readonly ReturnFact[]
  readonly seats: readonly SeatFact[]
  readonly late: readonly LateFact[]
  /** The newest admission of each unit by the register of members. */
  readonly members: readonly { readonly unit: string; readonly day: PlainDate }[]
}

/** An admission as a row of reports. @param id - the case */
export function admissionRow(
  id: string,
  { unit, keeper, day, profile, isAgain, isTakenOver }: AdmissionState,
): Admission {
  return {
    case: id,
    unit,
    keeper,
    day,
    sex: profile.sex ?? null,
    birth: profile.birth ?? null,
    ethnicity: profile.ethnicity ?? null,
    religion: profile.religion ?? null,
    education: profile.education ?? null,
    qualification: profile.qualification ?? null,
    politicalTheory: profile.politicalTheory ?? null,
    occupation: profile.occupation ?? null,
    source: profile.source ?? null,
    isYouthUnion: profile.youthUnionSince !== undefined,
    isAgain,
    isTakenOver,
    identityNumber: profile.identityNumber ?? null,
  }
}
