/**
 * Where somebody is considered who learns, or is sent to work, away from home (reference/procedure.md section 1): at the
 * place itself from so many months on, else at the unit of origin.
 */
import { finding, type Finding } from '../finding.ts'
import type { View } from '../view.ts'

/**
 * Pupils, students and those seconded. Only a unit known to be a school, or known not to be one, is called the wrong
 * place; else the rule is only told.
 * @param view - the case
 */
export function checkPlace(view: View): readonly Finding[] {
  return [...study(view), ...secondment(view)]
}

function study({ state, context, meeting, meetingActs }: View): readonly Finding[] {
  const { study: held } = state.profile
  if (held?.months === undefined) return []
  const source = meeting.rules.structure.studyMonths
  const there = held.months >= source.value
  const { sector } = context.unit
  if (sector !== undefined && (sector === 'school') === there) return []
  const data = { kind: 'study', place: held.school, months: held.months, limit: source.value, there } as const
  const severity = sector === undefined ? 'info' : 'warn'
  return [finding('C32-place', data, { severity, before: 'branchVote', source, about: 'study', acts: meetingActs })]
}

function secondment({ state, meeting, meetingActs }: View): readonly Finding[] {
  const { secondment: held } = state.profile
  if (held?.months === undefined) return []
  const source = meeting.rules.structure.secondmentMonths
  const there = held.months >= source.value
  const data = { kind: 'secondment', place: held.sender, months: held.months, limit: source.value, there } as const
  const spec = { severity: 'info', before: 'branchVote', source, about: 'secondment', acts: meetingActs } as const
  return [finding('C32-place', data, spec)]
}
