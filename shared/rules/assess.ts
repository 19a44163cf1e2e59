/**
 * The assessment of a case: pure, the same for the same acts, rules, calendar and day. Acts give the stage; rules give
 * findings, never stages. It does not change before `validUntil` while its input stays what it is, so it can be kept.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { CaseState } from '../model/case-state.ts'
import type { Stage } from '../model/codes.ts'
import { checkAge } from './checks/age.ts'
import { checkBranchVote } from './checks/branch-vote.ts'
import { checkCeremony } from './checks/ceremony.ts'
import { checkCommitteeVote, checkSectionReport } from './checks/committee.ts'
import { checkDecision, checkDecisionTime } from './checks/decision.ts'
import { checkEducation } from './checks/education.ts'
import { checkIntroducers, checkIntroductions } from './checks/introducers.ts'
import { checkApplicationFirst, checkPresence, checkRenewal, checkResolutions, checkValidity } from './checks/papers.ts'
import { checkVerification } from './checks/verification.ts'
import { checklistOf, type ChecklistLine } from './checklist.ts'
import { pinnedTo, type AssessContext } from './context.ts'
import { deadlinesOf, type Deadline } from './deadlines.ts'
import { finding, type Finding } from './finding.ts'
import { nextSteps, pendingSteps, type NextStep } from './next-steps.ts'
import { isUpTo, type PathStep, type Step } from './rule-codes.ts'
import { viewOf, type View } from './view.ts'

/** What is known of a case by the rules. */
export type Assessment = {
  readonly stage: Stage
  /** The rule set the dossier was judged by. */
  readonly ruleSet: string
  readonly next: readonly NextStep[]
  /** Steps of the path that have not been taken. */
  readonly pending: readonly PathStep[]
  readonly checklist: readonly ChecklistLine[]
  readonly deadlines: readonly Deadline[]
  readonly findings: readonly Finding[]
  /** The first day on which the result can differ; null if it never does by itself. */
  readonly validUntil: PlainDate | null
}

/**
 * Assesses a case.
 * @param state - the case
 * @param context - rules, calendar, day and unit
 */
export function assess(state: CaseState, context: AssessContext): Assessment {
  const view = viewOf(state, pinnedTo(context, state.pinned?.ruleSet ?? null))
  const isLine = state.known === 'line'
  const deadlines = isLine ? [] : deadlinesOf(view)
  const checklist = isLine ? [] : checklistOf(view, deadlines)
  const findings = isLine ? [] : findingsOf(view, checklist, deadlines)
  return {
    stage: view.stage,
    ruleSet: view.meeting.rules.id,
    next: nextSteps(view, checklist),
    pending: isLine ? [] : pendingSteps(view),
    checklist,
    deadlines,
    findings: findings.map((found) => withLift(found, state)),
    validUntil: view.clock.validUntil(),
  }
}

/**
 * What stands in the way of a step: findings that block and are not lifted, and steps of the path not taken before it
 * (code 'P1'). The program then makes no paper for that step and sends nothing; recording is never stopped. The ceremony
 * is judged by itself: once the competent body has decided, the dossier before it is that body's to answer for.
 * @param assessment - the case's assessment
 * @param step - the step about to be taken
 */
export function blocksFor(assessment: Pick<Assessment, 'findings' | 'pending'>, step: Step): readonly Finding[] {
  const pending = assessment.pending.filter((open) => open !== step && isUpTo(open, step))
  const missing = pending.map((open) =>
    finding('P1', { step: open }, { severity: 'block', before: step, source: NO_SOURCE, about: undefined }),
  )
  const found = assessment.findings.filter(
    ({ severity, lifted, before }) => severity === 'block' && lifted === undefined && standsBefore(before, step),
  )
  return [...missing, ...found]
}

const NO_SOURCE = { article: '', confirmed: true }

/** Admission, ceremony, recognition and card are each judged by themselves. */
function standsBefore(before: Step, step: Step): boolean {
  return partOf(before) === partOf(step) && isUpTo(before, step)
}

function partOf(step: Step): 'admission' | 'ceremony' | 'recognition' | 'card' {
  if (step === 'ceremony' || step === 'card') return step
  return isUpTo(step, 'decision') ? 'admission' : 'recognition'
}

function findingsOf(
  view: View,
  checklist: readonly ChecklistLine[],
  deadlines: readonly Deadline[],
): readonly Finding[] {
  if (!view.open && view.stage !== 'refused' && view.vote === null) return []
  return [
    ...checkAge(view),
    ...checkEducation(view),
    ...checkValidity(view),
    ...checkPresence(view, checklist, deadlines),
    ...checkResolutions(view, checklist),
    ...checkIntroductions(view),
    ...checkIntroducers(view),
    ...checkVerification(view),
    ...checkRenewal(view, deadlines),
    ...checkApplicationFirst(view),
    ...checkBranchVote(view),
    ...checkSectionReport(view),
    ...checkCommitteeVote(view),
    ...checkDecisionTime(view, deadlines),
    ...checkDecision(view),
    ...checkCeremony(view, deadlines),
  ]
}

/** A lift names the finding's id; one that names the bare code covers every finding of that code. */
function withLift(found: Finding, state: CaseState): Finding {
  const lift = state.lifts.find(({ code }) => code === found.id || code === found.code)
  return lift === undefined || found.severity !== 'block' ? found : { ...found, lifted: lift.entry }
}
