/**
 * What concerns many cases at once and no single one of them: people who stand on record twice (C39), lists nobody has
 * reviewed and helpers who do not report (C41), branches without a new member and the plan of the year (C43). Pure: the
 * limits come from the rule set in force today, the facts are gathered elsewhere.
 */
import { trusted } from '../base/trust.ts'
import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { Severity } from './finding.ts'
import type { Duration, RuleSet, Source } from './rule-set.ts'

/** Somebody on record more than once, as one of the cases has it. */
type SamePerson = {
  readonly case: string
  readonly name: string
  readonly unit: string
  readonly unitName: string | null
}

/**
 * Cases that name one person: by identity number, by name and whole date of birth in different branches, or by name where
 * one of them came back by a recovery, only as far as it had once been sent.
 */
export type SamePeople = {
  readonly by: 'number' | 'name' | 'recovered'
  /** The number, the date of birth, or the case that came back. */
  readonly key: string
  readonly people: readonly SamePerson[]
}

/** A branch that works today. Months are YYYY-MM. */
export type BranchFacts = {
  readonly unit: string
  readonly name: string
  /** Our office keeps its list. */
  readonly own: boolean
  readonly from: PlainDate | null
  readonly reviewed: string | null
  /** The newest day on which one of its people was admitted, by the cases and by the register of members. */
  readonly newMember: PlainDate | null
}

/** A helper of somebody who prepares, and the day of the last word. */
export type HelperFacts = {
  readonly case: string
  readonly name: string
  readonly unitName: string | null
  readonly helper: string | null
  readonly heard: PlainDate
}

/** The plan of a year: of the whole office, or of one unit. */
export type PlanFacts = {
  readonly unit: string | null
  readonly name: string | null
  readonly year: number
  readonly number: number
  /** Admission decisions of the year so far. */
  readonly admitted: number
  /** The branch has agreed, no decision yet. */
  readonly underway: number
  /** Dossiers being put together. */
  readonly preparing: number
}

/** What is known of an office as a whole. */
export type OfficeFacts = {
  readonly same: readonly SamePeople[]
  readonly branches: readonly BranchFacts[]
  readonly helpers: readonly HelperFacts[]
  readonly plans: readonly PlanFacts[]
  /** The first day anything was recorded of: before it, silence tells nothing. Null where nothing is on record. */
  readonly since: PlainDate | null
}

/** The data of what is found, by code. */
export type OfficeFindingData = {
  C39: SamePeople
  'C41-list': { unit: string; name: string; month: string | null; due: string }
  'C41-helper': HelperFacts & { months: number }
  'C43-idle': { unit: string; name: string; newMember: PlainDate | null; years: number }
  'C43-plan': PlanFacts & { expected: number; short: number }
}

/** Codes of what is found in an office. */
export type OfficeFindingCode = keyof OfficeFindingData

/** Something found in an office. It stands in the way of nothing, so it is never lifted. */
export type OfficeFinding = {
  [C in OfficeFindingCode]: {
    readonly code: C
    readonly severity: Exclude<Severity, 'block'>
    readonly article: string
    readonly confirmed: boolean
    readonly data: Readonly<OfficeFindingData[C]>
  }
}[OfficeFindingCode]

/** The days and months from which on something is not found; before them it is. */
export type OfficeLimits = {
  /** A list reviewed in this month or later has been reviewed. */
  readonly reviewedFrom: string
  /** A helper heard of on this day or later is not silent. */
  readonly heardFrom: PlainDate
  /** A new member on this day or later keeps a branch from being called idle. */
  readonly newMemberFrom: PlainDate
}

/**
 * The limits of today, for whoever counts or lists what they divide.
 * @param rules - the rule set in force today
 * @param today - the day
 */
export function officeLimits({ notices }: Pick<RuleSet, 'notices'>, today: PlainDate): OfficeLimits {
  return {
    reviewedFrom: addMonths(today, 1 - notices.listReviewMonths.value).slice(0, 7),
    heardFrom: addMonths(today, -notices.helperReportMonths.value),
    newMemberFrom: addMonths(today, -12 * notices.idleBranchYears.value),
  }
}

/** What an office is assessed by. */
export type OfficeContext = {
  readonly rules: RuleSet
  readonly calendar: Pick<Calendar, 'addWorkingDays'>
  readonly today: PlainDate
}

/**
 * Assesses an office.
 * @param facts - what is known of it; more than is found may be given
 * @param context - the rule set in force today, calendar, day
 * @returns in the order of the codes
 */
export function assessOffice(facts: OfficeFacts, context: OfficeContext): readonly OfficeFinding[] {
  const limits = officeLimits(context.rules, context.today)
  return [
    ...facts.same.flatMap(twice),
    ...facts.branches.flatMap((branch) => unreviewed(branch, limits, context)),
    ...facts.helpers.flatMap((helper) => silent(helper, limits, context)),
    ...facts.branches.flatMap((branch) => idle(branch, facts.since, limits, context)),
    ...facts.plans.flatMap((plan) => short(plan, context)),
  ]
}

/** C39. One person has one number; a name and a date of birth can be those of two. */
function twice(data: SamePeople): readonly OfficeFinding[] {
  if (data.people.length < 2) return []
  return [made('C39', 'warn', data, PROGRAM)]
}

/** C41: the list of a branch was not reviewed in time. */
function unreviewed(
  { unit, name, own, reviewed }: BranchFacts,
  { reviewedFrom }: OfficeLimits,
  { rules }: OfficeContext,
): readonly OfficeFinding[] {
  if (!own || (reviewed !== null && reviewed >= reviewedFrom)) return []
  const data = { unit, name, month: reviewed, due: reviewedFrom }
  return [made('C41-list', 'warn', data, rules.notices.listReviewMonths)]
}

/** C41: a helper has not been heard of for longer than the rules allow. */
function silent(facts: HelperFacts, { heardFrom }: OfficeLimits, { rules }: OfficeContext): readonly OfficeFinding[] {
  if (facts.heard >= heardFrom) return []
  const { helperReportMonths: months } = rules.notices
  return [made('C41-helper', 'warn', { ...facts, months: months.value }, months)]
}

/** C43: a branch without a new member. Where the record or the branch is younger than that, nothing can be said. */
function idle(
  { unit, name, from, newMember }: BranchFacts,
  since: PlainDate | null,
  { newMemberFrom }: OfficeLimits,
  { rules }: OfficeContext,
): readonly OfficeFinding[] {
  if (from !== null && from >= newMemberFrom) return []
  if (newMember === null ? since === null || since >= newMemberFrom : newMember >= newMemberFrom) return []
  const { idleBranchYears: years } = rules.notices
  return [made('C43-idle', 'info', { unit, name, newMember, years: years.value }, years)]
}

/**
 * C43: the plan cannot be met by what is on its way. A dossier the branch has agreed on can still be decided; one that is
 * being put together only while the time the rules give for a decision fits before the end of the year.
 */
function short(plan: PlanFacts, { rules, calendar, today }: OfficeContext): readonly OfficeFinding[] {
  const length = rules.limits.find(({ id }) => id === 'decision')?.length
  const decided = length === undefined ? today : after(today, length.value, calendar)
  const expected = plan.admitted + plan.underway + (decided <= `${plan.year}-12-31` ? plan.preparing : 0)
  if (expected >= plan.number) return []
  const data = { ...plan, expected, short: plan.number - expected }
  return [made('C43-plan', 'info', data, length ?? PROGRAM)]
}

function after(today: PlainDate, { amount, unit }: Duration, calendar: OfficeContext['calendar']): PlainDate {
  switch (unit) {
    case 'workingDays':
      return calendar.addWorkingDays(today, amount).date
    case 'months':
      return addMonths(today, amount)
    case 'days':
      return addDays(today, amount)
  }
}

/** No regulation asks for it: the program does. */
const PROGRAM: Source = { article: 'Mặc định của phần mềm', confirmed: false }

function made<C extends OfficeFindingCode>(
  code: C,
  severity: 'warn' | 'info',
  data: OfficeFindingData[C],
  { article, confirmed }: Source,
): Extract<OfficeFinding, { readonly code: C }> {
  // One shape for every code, which the type of the union cannot see through.
  return trusted<Extract<OfficeFinding, { readonly code: C }>>({ code, severity, article, confirmed, data })
}
