/**
 * C31: who has left the Party is admitted again only after so many months, only once, not after certain ways of leaving,
 * and with the consent of the committee directly under the Centre (24-QĐ/TW, 3.5). The consent's absence is a paper's
 * (C32); here stand the facts that no paper mends.
 */
import { addMonths } from '../../calendar/plain-date.ts'
import { latestDay } from '../../calendar/partial-date.ts'
import type { EarlierMembership } from '../../model/resume.ts'
import { finding, type Finding } from '../finding.ts'
import { APPLICATION } from '../paper-codes.ts'
import { BarredExit } from '../rule-codes.ts'
import type { Sourced } from '../rule-set.ts'
import { daysOf, papersOf, type View } from '../view.ts'

/**
 * Checks a readmission by what the CV says of the earlier membership.
 * @param view - the case
 */
export function checkReadmission(view: View): readonly Finding[] {
  const earlier = view.state.resume?.earlier
  if (earlier === undefined) return []
  const rules = view.meeting.rules.readmission
  const base = { severity: 'block', before: 'branchVote', acts: view.meetingActs } as const
  const findings: Finding[] = []
  const exit = BarredExit.safeParse(earlier.reason).data
  if (exit !== undefined && rules.barred.value.includes(exit))
    findings.push(finding('C31-exit', { reason: exit }, { ...base, source: rules.barred }))
  if (rules.onlyOnce.value && earlier.times > 1)
    findings.push(finding('C31-twice', { times: earlier.times }, { ...base, source: rules.onlyOnce }))
  // After a conviction the months count from the day it was erased; otherwise from the day the person left.
  const months = monthsFor(earlier, view)
  const out = earlier.erasedOn ?? latestDay(earlier.leftOn)
  const from = addMonths(out, months.value)
  const applied = daysOf(papersOf(view, APPLICATION)).at(0) ?? null
  if (applied === null ? !view.meeting.reached(from) : applied < from)
    findings.push(finding('C31', { out, from, months: months.value, applied }, { ...base, source: months }))
  return findings
}

/** How long the person must have been out: longer after a conviction, as the population policy says where it applies. */
function monthsFor({ reason, erasedOn }: EarlierMembership, { meeting }: View): Sourced<number> {
  const { readmission, population } = meeting.rules
  if (erasedOn !== undefined) return readmission.lightCrimeMonths
  if (population.inForce.value && reason === 'thirdChild') return population.readmissionThirdChildMonths
  if (population.inForce.value && reason === 'fourthChild') return population.readmissionFourthChildMonths
  return readmission.monthsOut
}
