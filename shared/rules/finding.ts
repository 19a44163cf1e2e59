/**
 * Findings: what a check has seen, as data. The sentence is made elsewhere from `code` and `data`; here stand the codes
 * and, for each, the keys of its data. Codes are never renamed, because entries that lift a finding name them.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { CancelGround, Matter, Transfer } from '../model/acts.ts'
import type { NumberedAct } from '../model/numbers.ts'
import type { MemberStatus } from '../model/office.ts'
import type { Origin } from '../model/snapshot.ts'
import type { BeforeFindings } from './finding-before.ts'
import type { BarredExit, Step } from './rule-codes.ts'
import type { Source } from './rule-set.ts'
import type { SinceChanged } from './then-and-now.ts'

/**
 * How grave a finding is, as reference/procedure.md section 10 has it: the page has weighed already what is unconfirmed, so
 * that a value nobody could confirm (`confirmed: false`) keeps its severity and is only shown with that mark. Three things
 * are left to warn: a demand that is itself in doubt (C10: which papers are made again; slots of special cases), what the
 * program cannot know (C6-youth, C7-helper, C7-months from the assignment alone), and what the deciding office itself asked
 * for too late, or what was made anew in place of a paper that was in time (C5-late, C26-late); each check says so.
 *
 * `block` stops the next paper until it is put right or lifted; it never stops recording.
 */
export type Severity = 'block' | 'warn' | 'info'

/** An act that can bear a day after today. */
export type FutureAct =
  | 'helper'
  | 'paper'
  | 'branchVote'
  | 'committeeVote'
  | 'submission'
  | 'decision'
  | 'receipt'
  | 'ceremony'
  | 'card'
  | 'transfer'
  | 'departure'
  | 'ending'

/** The data of each finding, by code. Days are YYYY-MM-DD; `on: null` = judged as of today, no meeting yet. */
export type FindingData = BeforeFindings & {
  /** Too young: 18 only from `from`. */
  'C1-young': { birth: string; from: PlainDate; on: PlainDate | null }
  /** Older than 60 by month and no consent recorded; `since` = the day the limit was passed. */
  'C1-over': { birth: string; since: PlainDate; on: PlainDate | null; paper: string }
  /** At the limit, where counting by month and by day differ; `limit` says which limit. */
  'C1-month': { birth: string; limit: 'min' | 'max'; day: PlainDate; on: PlainDate | null }
  /** Date of birth known in part only, so that the age cannot be told. */
  'C1-part': { birth: string; limit: 'min' | 'max'; on: PlainDate | null }
  'C1-birth': Record<never, never>
  /** Education under the minimum that applies. */
  C2: { education: string; minimum: string; specialArea: boolean }
  'C2-elder': { education: string; minimum: string; paper: string }
  'C2-none': { minimum: string }
  /** Certificate expired on the day of the meeting; 'C3-last' = the meeting is on its last day. */
  C3: { date: PlainDate; validUntil: PlainDate; months: number; on: PlainDate | null }
  'C3-last': { date: PlainDate; validUntil: PlainDate; months: number; on: PlainDate | null }
  C4: { date: PlainDate; validUntil: PlainDate; days: number }
  /** The dossier has not been begun; `missing` papers. */
  'C5-none': { missing: number }
  C5: { paper: string; name: string }
  'C5-date': { paper: string; name: string }
  'C5-late': { paper: string; name: string; date: PlainDate; meeting: PlainDate }
  'C5-num': { paper: string; name: string; date: PlainDate }
  /** Introductions by members: `have` of `need`. */
  C6: { route: string; have: number; need: number }
  'C6-org': { route: string; paper: string; name: string }
  'C6-age': { birth: string; underMonths: number; paper: string }
  'C6-youth': { birth: string }
  'C6-union': { paper: string; name: string }
  /** Introducer not (yet) an official member on the day of the introduction. */
  C7: { person: string; official: PlainDate; date: PlainDate }
  /** `isAcquaintance`: `from` is since when the two know each other, else the day of the assignment. */
  'C7-months': { person: string; from: PlainDate; isAcquaintance: boolean; date: PlainDate; months: number }
  C8: { paper: string; name: string }
  'C8-date': { resume: PlainDate; answer: PlainDate }
  /** A paper to be made again, because the dossier has waited longer than the limit; must be newer than `limit`. */
  C10: { paper: string; name: string; date: PlainDate | null; begun: PlainDate; limit: PlainDate; on: PlainDate | null }
  C11: { application: PlainDate; resume: PlainDate }
  /** The class after the application, and before anybody was assigned to help. */
  'C11-class': { certificate: PlainDate; application: PlainDate }
  'C11-helper': { certificate: PlainDate; helped: PlainDate }
  'C12-sum': { total: number; present: number; absent: number }
  /** `absent`: as far as they count, who alone have to give a reason. */
  'C12-abs': { absent: number; listed: number }
  'C12-excl': { official: number; excluded: number; present: number }
  'C12-votes': { votes: number; present: number }
  'C12-share': { agree: number; of: number; needed: number; meeting: PlainDate }
  C13: { official: number; minimum: number }
  C14: { agree: number; of: number; needed: number; meeting: PlainDate }
  C15: { paper: string; name: string }
  /** The report is there, without a day. */
  'C15-day': { name: string }
  'C15-date': { report: PlainDate; meeting: PlainDate | null; committee: PlainDate | null }
  'C16-share': { agree: number; of: number; needed: number; date: PlainDate }
  'C16-date': { date: PlainDate; meeting: PlainDate }
  'C16-votes': { votes: number; present: number }
  C17: { start: PlainDate; due: PlainDate; extendedDue: PlainDate | null; decided: PlainDate | null }
  /** Lengthened only after it had ended, which lengthens nothing. */
  'C17-given': { due: PlainDate; given: PlainDate }
  'C17-ext': { start: PlainDate; due: PlainDate; extendedDue: PlainDate; decided: PlainDate | null }
  C18: { body: string; expected: string }
  'C18-date': { date: PlainDate; meeting: PlainDate }
  /** Decided before the committee had met, or before the dossier was sent. */
  'C18-order': { matter: Matter; date: PlainDate; after: 'committee' | 'submission'; other: PlainDate }
  /** A wrong admission was cancelled; the ground decides what follows, null = nobody has said it. */
  'C18-void': { number: string; date: PlainDate; ground: CancelGround | null }
  C19: { agree: number; of: number; needed: number }
  C20: { matter: Matter; number: string; date: PlainDate }
  /** Ceremony later than its limit (`held: null` = not held yet) and no consent recorded. */
  C21: { start: PlainDate; due: PlainDate; held: PlainDate | null }
  'C21-order': { held: PlainDate; decided: PlainDate }
  'C21-start': { held: PlainDate }
  C22: { held: PlainDate }
  /** Whoever should help during probation can help no more, and nobody was assigned instead. */
  'C22-gone': { person: string; status: MemberStatus; since: PlainDate }
  /** Probation ends within so many days; papers still missing. */
  C24: { end: PlainDate; days: number; missing: number }
  /** Recognition considered before probation has ended; 'C25-day' = on its last day. */
  C25: { meeting: PlainDate; end: PlainDate }
  'C25-day': { meeting: PlainDate; end: PlainDate }
  'C25-late': { start: PlainDate; due: PlainDate; held: PlainDate | null }
  C26: { paper: string; name: string }
  'C26-date': { paper: string; name: string }
  'C26-late': { paper: string; name: string; date: PlainDate; meeting: PlainDate }
  'C26-num': { paper: string; name: string; date: PlainDate }
  'C27-sum': { votes: number; present: number; absent: number; listed: number }
  'C27-abs': { absent: number; listed: number }
  'C27-votes': { votes: number; present: number }
  'C27-share': { matter: Matter; agree: number; of: number; needed: number; meeting: PlainDate }
  'C27-min': { official: number; minimum: number }
  'C27-body': { matter: Matter; agree: number; of: number; needed: number; date: PlainDate }
  /** Sent before the meeting that its path asks for. */
  'C27-sent': { matter: Matter; sent: PlainDate; body: 'branch' | 'committee'; date: PlainDate }
  'C27-order': { date: PlainDate; meeting: PlainDate }
  C28: { start: PlainDate; due: PlainDate; extendedDue: PlainDate | null; decided: PlainDate | null }
  'C28-given': { due: PlainDate; given: PlainDate }
  'C28-ext': { start: PlainDate; due: PlainDate; extendedDue: PlainDate; decided: PlainDate | null }
  /** The day of official membership as the decision has it, and as it follows from the ceremony. */
  C29: { officialFrom: PlainDate; expected: PlainDate }
  /** A longer probation, which does not exist; 'C30-short', 'C30-no' = only striking off is left. */
  C30: { meeting: PlainDate; end: PlainDate }
  'C30-short': { meeting: PlainDate; failed: number }
  'C30-no': { number: string; date: PlainDate }
  /** So many votes on recognition have fallen short that the committee above has to be told. */
  'C30-votes': { meeting: PlainDate; failed: number; limit: number }
  /** Too soon after leaving: admitted again only from `from`; 'C31-exit', 'C31-twice' = never. */
  C31: { out: PlainDate; from: PlainDate; months: number; applied: PlainDate | null }
  'C31-exit': { reason: BarredExit }
  'C31-twice': { times: number }
  /** A move for a time that is shorter or longer than such a move may be. */
  'C33-time': { otherOffice: string; from: PlainDate; until: PlainDate; least: number; under: number }
  /** A letter of introduction never presented: so long without the life of a branch that striking off is to be considered. */
  'C33-idle': { date: PlainDate; since: PlainDate; months: number }
  C33: { start: PlainDate; due: PlainDate; presented: PlainDate | null }
  'C33-whole': { start: PlainDate; due: PlainDate; completed: PlainDate | null }
  'C33-paper': { who: Transfer['who']; direction: Transfer['direction']; otherOffice: string; date: PlainDate }
  C34: { paper: string; name: string; date: PlainDate }
  /** A number that another document of the same body bears too; 'C38-date' = out of order with its neighbour. */
  C38: { act: NumberedAct; number: string; date: PlainDate; other: string; otherDate: PlainDate }
  /** The paper bears another number than the act was recorded with. */
  'C38-paper': { act: NumberedAct; number: string; other: string }
  'C38-date': { act: NumberedAct; number: string; date: PlainDate; other: string; otherDate: PlainDate }
  C46: { on: PlainDate; due: PlainDate; reported: PlainDate | null }
  /** Dated after today: recorded while the date of the computer was in doubt, here or at another office. */
  F1: { what: FutureAct; date: PlainDate }
  /** A block lifted by a clerk on somebody else's word, which no authorised person has confirmed yet. */
  P2: { lift: string; finding: string; reason: string; allowedBy: string; number: string; date: PlainDate }
  /** Not a fault: a step of the path that has not been taken yet (`blocksFor` only). */
  P1: { step: Step }
}

/** Codes of findings. */
export type FindingCode = keyof FindingData

/** A finding of one code. */
export type FindingOf<C extends FindingCode> = {
  readonly code: C
  /** What `finding.lifted` names: the code, and the paper or day it is about. At most 20 characters. */
  readonly id: string
  readonly severity: Severity
  /** The first step it stands in the way of. */
  readonly before: Step
  readonly article: string
  /** False where the rule itself is not confirmed (reference/procedure.md section 12). */
  readonly confirmed: boolean
  readonly data: Readonly<FindingData[C]>
  /** True for what happened before the program was used: information only. */
  readonly takenOver?: true
  /** Where today's rules ask for something else than those of the day it was judged on. */
  readonly since?: SinceChanged
  /** True where another day than the computer's, which is in doubt, would not give it: then it only warns. */
  readonly provisional?: true
  /** The entry that lifted it. */
  readonly lifted?: string
}

/** A finding. */
export type Finding = { [C in FindingCode]: FindingOf<C> }[FindingCode]

/** What a check says beside the code and the data. */
export type Spec = {
  readonly severity: Severity
  readonly before: Step
  readonly source: Source
  /** The paper or the day it is about; part of the id, so that a lift for one does not cover another. */
  readonly about?: string | undefined
  /** The acts it judges: if all of them were taken over, it becomes information. */
  readonly acts?: readonly { readonly origin: Origin }[]
}

/**
 * Makes a finding.
 * @param code - its code
 * @param data - what the check saw
 * @param spec - how grave it is, what it stands in the way of, where the rule is
 */
export function finding<C extends FindingCode>(code: C, data: FindingData[C], spec: Spec): FindingOf<C> {
  const takenOver = spec.acts !== undefined && spec.acts.length > 0 && spec.acts.every(isTakenOver)
  const made: FindingOf<C> = {
    code,
    id: spec.about === undefined ? code : `${code}:${spec.about}`,
    severity: takenOver ? 'info' : spec.severity,
    before: spec.before,
    article: spec.source.article,
    confirmed: spec.source.confirmed,
    data,
    ...(takenOver ? { takenOver } : {}),
  }
  sources.set(made, spec.source)
  return made
}

/** What each finding rests on, beside it: an assessment is data, and its rule is already named in it. */
const sources = new WeakMap<object, Source>()

/**
 * The rule value or time limit a finding rests on.
 * @param found - a finding as `finding` made it, not a copy
 */
export function sourceOf(found: object): Source | null {
  return sources.get(found) ?? null
}

function isTakenOver(act: { readonly origin: Origin }): boolean {
  return act.origin === 'takenOver'
}
