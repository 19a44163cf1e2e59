/**
 * Which documents make sense for a case now, the likeliest first. What an office does not issue is not offered; whether
 * something is missing or blocked is for the preview to say.
 */
import type { CaseView, OfficeView } from '../../shared/contract/answers.ts'
import type { DocumentKind } from '../../shared/documents/codes.ts'
import type { Stage } from '../../shared/model/codes.ts'
import { actsOf, currentMatter } from '../../shared/model/stage.ts'
import { SECTION_REPORT } from '../../shared/rules/paper-codes.ts'

/** What a case must be for a paper to be likeliest. */
const LIKELIEST: Readonly<Partial<Record<Stage, readonly DocumentKind[]>>> = {
  preparing: ['verificationRequest'],
  branchVoted: ['branchResolution'],
  committeeVoted: ['submissionLetter', 'committeeResolution'],
  submitted: ['submissionLetter', 'admissionDecision'],
  received: ['admissionDecision'],
  returned: ['returnLetter', 'submissionLetter'],
  admitted: ['admissionDecision'],
  refused: ['refusalNotice'],
  recognitionVoted: ['recognitionResolution'],
  recognitionCommitteeVoted: ['recognitionCommittee'],
  recognitionReturned: ['returnLetter'],
  removalReturned: ['returnLetter'],
  recognitionSubmitted: ['recognitionDecision'],
  recognitionReceived: ['recognitionDecision'],
  recognised: ['recognitionDecision'],
}

/** The documents our office can make about a case. */
export function documentKindsFor(
  { state, stage, unit, assessment }: CaseView,
  office: OfficeView,
): readonly DocumentKind[] {
  if (state.known === 'line') return []
  const own = state.keeper === office.office
  const decides = office.profile.capacities.some(
    ({ capacity, units }) => capacity === 'decides' && (units === undefined || units.includes(unit?.id ?? '')),
  )
  const sent = state.submissions.length > 0
  const { recognition, ceremony } = state
  const kinds: DocumentKind[] = []
  if (own) {
    kinds.push('verificationRequest', 'memberIntroduction', 'unionResolution', 'opinionSummary')
    const hasSection = assessment.checklist.some(({ paper, why }) => paper === SECTION_REPORT && why !== 'ifSection')
    if (hasSection && state.branchVotes.length > 0) kinds.push('sectionReport')
    if (state.branchVotes.length > 0) kinds.push('branchResolution')
    if (state.committeeVotes.length > 0) kinds.push('committeeResolution')
    if (state.branchVotes.length > 0 && (!decides || sent)) kinds.push('submissionLetter')
    if (recognition.branchVotes.length > 0) kinds.push('recognitionResolution')
    if (recognition.committeeVotes.length > 0) kinds.push('recognitionCommittee')
  }
  if (decides && (sent || own)) {
    const outcome = state.decision?.outcome
    if (outcome !== 'refuse' && state.branchVotes.length > 0) kinds.push('admissionDecision')
    if (outcome !== 'admit' && state.branchVotes.length > 0) kinds.push('refusalNotice')
    const matter = currentMatter(state)
    const { submissions, decision, branchVotes } = actsOf(state, matter)
    const isDecided = decision !== null && decision.submission === submissions.at(-1)?.entry
    if ((submissions.length > 0 || (own && branchVotes.length > 0)) && !isDecided) kinds.push('returnLetter')
    if (ceremony !== null && recognition.branchVotes.length > 0 && recognition.decision?.outcome !== 'refuse')
      kinds.push('recognitionDecision')
  }
  const likeliest = LIKELIEST[stage] ?? []
  const rank = (kind: DocumentKind) => (likeliest.includes(kind) ? likeliest.indexOf(kind) : likeliest.length)
  return kinds.toSorted((a, b) => rank(a) - rank(b))
}
