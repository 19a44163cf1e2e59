/**
 * C2: education of lower secondary school or above; primary in areas of special difficulty; reading and writing for
 * elders there, with the consent of the province's standing committee (24-QĐ/TW 1.2; 01-HD/TW 2021, 1).
 */
import { Education } from '../../model/codes.ts'
import { finding, type Finding, type Spec } from '../finding.ts'
import type { Source } from '../rule-set.ts'
import { papersOf, type View } from '../view.ts'

/**
 * Checks the education.
 * @param view - the case
 * @returns at most one finding
 */
export function checkEducation(view: View): readonly Finding[] {
  const { education } = view.state.profile
  const rule = view.meeting.rules.eligibility.education
  const special = view.state.profile.specialArea === true
  const minimum = special ? rule.specialArea : rule.minimum
  if (education === undefined) return [finding('C2-none', { minimum: minimum.value }, spec(view, 'warn', minimum))]
  if (isAtLeast(education, minimum.value)) return []
  const severity = view.begun ? 'block' : 'warn'
  if (!isElder(view))
    return [finding('C2', { education, minimum: minimum.value, specialArea: special }, spec(view, severity, minimum))]
  const paper = rule.elderConsent.value
  if (papersOf(view, paper).length > 0) return []
  const consent = { ...spec(view, severity, rule.elderConsent), before: 'decision' as const }
  return [finding('C2-elder', { education, minimum: minimum.value, paper }, consent)]
}

/**
 * Whether the person can be admitted only as an elder, with a consent.
 * @param view - the case
 */
export function needsElderConsent(view: View): boolean {
  const { education } = view.state.profile
  return (
    education !== undefined &&
    !isAtLeast(education, view.meeting.rules.eligibility.education.specialArea.value) &&
    isElder(view)
  )
}

/** Elders are not marked as such: whoever lives in such an area and can read and write may be one. */
function isElder(view: View): boolean {
  const { education, specialArea } = view.state.profile
  const { elder } = view.meeting.rules.eligibility.education
  return specialArea === true && education !== undefined && isAtLeast(education, elder.value)
}

function isAtLeast(education: Education, minimum: Education): boolean {
  return Education.options.indexOf(education) >= Education.options.indexOf(minimum)
}

function spec(view: View, severity: Spec['severity'], source: Source): Spec {
  return { severity, before: 'branchVote', source, about: view.vote?.date, acts: view.meetingActs }
}
