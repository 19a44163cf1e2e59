/**
 * C1: 18 to 60 years, counted by month, on the day the branch meets (24-QĐ/TW, 1.1). Where counting by month and by day
 * differ, and where the date of birth is known in part only, it warns instead of blocking.
 */
import { earliestDay, latestDay } from '../../calendar/partial-date.ts'
import { addDays, addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import { finding, type Finding, type Spec } from '../finding.ts'
import type { Source } from '../rule-set.ts'
import { papersOf, type View } from '../view.ts'

/**
 * Checks the age.
 * @param view - the case
 * @returns at most one finding
 */
export function checkAge(view: View): readonly Finding[] {
  const { minAgeMonths, maxAgeMonths, overAgeConsent } = view.meeting.rules.eligibility
  const { birth } = view.state.profile
  const { on } = view.meeting
  if (birth === undefined) return [finding('C1-birth', {}, spec(view, 'warn', minAgeMonths))]

  const young = youngness(view, birth)
  if (young !== null) {
    const day = addMonths(latestDay(birth), minAgeMonths.value)
    if (young === 'certain')
      return [finding('C1-young', { birth, from: day, on }, spec(view, view.begun ? 'block' : 'warn', minAgeMonths))]
    return birth === latestDay(birth)
      ? [finding('C1-month', { birth, limit: 'min', day, on }, spec(view, 'warn', minAgeMonths))]
      : [finding('C1-part', { birth, limit: 'min', on }, spec(view, 'warn', minAgeMonths))]
  }

  const old = oldness(view, birth)
  if (old === null || papersOf(view, overAgeConsent.value).length > 0) return []
  if (old === 'certain') {
    const since = addMonths(latestDay(birth), maxAgeMonths.value + 1)
    const over = { ...spec(view, view.begun ? 'block' : 'warn', maxAgeMonths), before: 'decision' as const }
    return [finding('C1-over', { birth, since, on, paper: overAgeConsent.value }, over)]
  }
  const day = addMonths(latestDay(birth), maxAgeMonths.value)
  return birth === latestDay(birth)
    ? [finding('C1-month', { birth, limit: 'max', day, on }, spec(view, 'warn', maxAgeMonths))]
    : [finding('C1-part', { birth, limit: 'max', on }, spec(view, 'warn', maxAgeMonths))]
}

/**
 * Whether the person is certainly over age on the day of the meeting, so that a consent is needed.
 * @param view - the case
 */
export function isOverAge(view: View): boolean {
  const { birth } = view.state.profile
  return birth !== undefined && oldness(view, birth) === 'certain'
}

type Certainty = 'certain' | 'possible' | null

/** Certainly too young before the month of the birthday; in that month, before the day, it depends how one counts. */
function youngness(view: View, birth: string): Certainty {
  const months = view.meeting.rules.eligibility.minAgeMonths.value
  if (view.meeting.reached(addMonths(latestDay(birth), months))) return null
  return view.meeting.reached(firstOfMonth(addMonths(earliestDay(birth), months))) ? 'possible' : 'certain'
}

/** By day over age from the day after the birthday; by month from a month after it. */
function oldness(view: View, birth: string): Certainty {
  const months = view.meeting.rules.eligibility.maxAgeMonths.value
  if (view.meeting.reached(addMonths(latestDay(birth), months + 1))) return 'certain'
  return view.meeting.reached(addDays(addMonths(earliestDay(birth), months), 1)) ? 'possible' : null
}

function firstOfMonth(day: PlainDate): PlainDate {
  return `${day.slice(0, 8)}01`
}

function spec(view: View, severity: Spec['severity'], source: Source): Spec {
  return { severity, before: 'branchVote', source, about: view.vote?.date, acts: view.meetingActs }
}
