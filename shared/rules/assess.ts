/**
 * The assessment of a case: pure, the same for the same acts, rules, calendar and day. Acts give the stage; rules give
 * findings, never stages. It does not change before `validUntil` while its input stays what it is, so it can be kept.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { CaseState } from '../model/case-state.ts'
import type { Stage } from '../model/codes.ts'
import { bodiesOf, type Bodies } from './bodies.ts'
import { checkAge } from './checks/age.ts'
import { checkBranchVote } from './checks/branch-vote.ts'
import { checkCeremony } from './checks/ceremony.ts'
import { checkCommitteeVote, checkSectionReport } from './checks/committee.ts'
import { checkDecision, checkDecisionTime } from './checks/decision.ts'
import { checkEducation } from './checks/education.ts'
import { checkGoneHelpers } from './checks/gone-helpers.ts'
import { checkFuture } from './checks/future.ts'
import { checkIntroducers, checkIntroductions } from './checks/introducers.ts'
import { checkLaterVotes } from './checks/later-votes.ts'
import { checkLifts } from './checks/lifts.ts'
import { checkMoves } from './checks/moves.ts'
import { checkNumbers, checkPapersNumbered } from './checks/numbers.ts'
import {
  checkApplicationFirst,
  checkClassFirst,
  checkPresence,
  checkRenewal,
  checkResolutions,
  checkValidity,
} from './checks/papers.ts'
import { checkReadmission } from './checks/readmission.ts'
import { checkRecognition } from './checks/recognition.ts'
import { checkVerification } from './checks/verification.ts'
import { checkWay } from './checks/way.ts'
import { checklistOf, type ChecklistLine } from './checklist.ts'
import { pinnedTo, ruleChangeDays, type AssessContext } from './context.ts'
import { deadlinesOf, type Deadline } from './deadlines.ts'
import { finding, type Finding } from './finding.ts'
import { whileInDoubt } from './in-doubt.ts'
import { nextSteps, pendingSteps, type NextStep } from './next-steps.ts'
import type { Membership } from './later.ts'
import { isUpTo, type Step } from './rule-codes.ts'
import type { RuleSet } from './rule-set.ts'
import { withChanges } from './then-and-now.ts'
import { viewOf, type View } from './view.ts'

/** What is known of a case by the rules. */
export type Assessment = {
  readonly stage: Stage
  /** The rule set the dossier was judged by. */
  readonly ruleSet: string
  /** Names of levels and bodies, by that set. */
  readonly bodies: Bodies
  /** The path of its unit leaves the decision to the level below. */
  readonly isDelegated: boolean
  /** The days that follow from the ceremony: party age, end of probation; null before it. */
  readonly membership: Membership | null
  readonly next: readonly NextStep[]
  /** Steps of the path that have not been taken; after the ceremony those of recognition and removal too. */
  readonly pending: readonly Step[]
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
  const used = new Map<string, RuleSet>()
  const view = viewOf(state, watched(pinnedTo(context, state.pinned?.ruleSet ?? null), used))
  const isLine = state.known === 'line'
  const deadlines = isLine ? [] : deadlinesOf(view)
  const checklist = isLine ? [] : checklistOf(view, deadlines)
  const findings = isLine ? [] : findingsOf(view, checklist, deadlines)
  const lifted = sinceThen(findings, view, used).map((found) => withLift(found, state))
  return {
    stage: view.stage,
    ruleSet: view.meeting.rules.id,
    bodies: bodiesOf((state.ceremony === null ? view.meeting : view.recognitionMeeting).rules, {
      ...context,
      isDelegated: view.isDelegated,
    }),
    isDelegated: view.isDelegated,
    next: nextSteps(view, checklist),
    pending: isLine ? [] : [...pendingSteps(view), ...laterPending(view)],
    membership: view.membership,
    checklist,
    deadlines,
    findings:
      context.inDoubt === true ? whileInDoubt(lifted, context, (other) => assess(state, other).findings) : lifted,
    validUntil: view.clock.validUntil(),
  }
}

/** The surroundings, noting which sets are asked for. */
function watched(context: AssessContext, used: Map<string, RuleSet>): AssessContext {
  return {
    ...context,
    rules: (day) => {
      const set = context.rules(day)
      used.set(set.id, set)
      return set
    },
  }
}

/** Says of findings what has changed since their day. Today's set may give way to another, so its days are waited for. */
function sinceThen(findings: readonly Finding[], view: View, used: ReadonlyMap<string, RuleSet>): readonly Finding[] {
  if (findings.length === 0) return findings
  const today = view.context.rules(view.context.today)
  for (const day of ruleChangeDays(view.context, today)) view.clock.reached(day)
  return withChanges(findings, [...used.values()], today)
}

/**
 * What stands in the way of a step: findings that block and are not lifted, and steps of the path not taken before it
 * (code 'P1'). The program then makes no paper for that step and sends nothing; recording is never stopped. The ceremony
 * is judged by itself: once the competent body has decided, the dossier before it is that body's to answer for.
 * @param assessment - the case's assessment
 * @param step - the step about to be taken
 */
export function blocksFor(assessment: Pick<Assessment, 'findings' | 'pending'>, step: Step): readonly Finding[] {
  const pending = assessment.pending.filter((open) => open !== step && comesBefore(open, step))
  const missing = pending.map((open) =>
    finding('P1', { step: open }, { severity: 'block', before: step, source: NO_SOURCE, about: undefined }),
  )
  const found = assessment.findings.filter(
    ({ severity, lifted, before }) => severity === 'block' && lifted === undefined && standsBefore(before, step),
  )
  return [...missing, ...found]
}

const NO_SOURCE = { article: '', confirmed: true }

/** The ceremony wants every step up to the decision taken; a later matter only its own. */
function comesBefore(open: Step, step: Step): boolean {
  return step === 'ceremony' ? isUpTo(open, step) : standsBefore(open, step)
}

function standsBefore(before: Step, step: Step): boolean {
  return groupOf(before) === groupOf(step) && isUpTo(before, step)
}

/** Steps that stand in each other's way: each decision closes what led to it. */
function groupOf(step: Step): Step {
  return GROUPS.findLast((first) => isUpTo(first, step)) ?? 'branchVote'
}

/** The first step of each group. */
const GROUPS: readonly Step[] = ['branchVote', 'ceremony', 'recognitionVote', 'removalVote', 'cancellationVote']

/**
 * Of the matters after admission. The body that admitted may cancel by itself, so that a cancellation has a way to go only
 * once the branch or the committee below has proposed it.
 */
function laterPending({ state, recognition, removal, cancellation }: View): readonly Step[] {
  const isProposed = cancellation.vote !== null || cancellation.committeeVote !== null
  return [
    ...(state.ceremony === null ? [] : [...recognition.pending, ...removal.pending]),
    ...(isProposed ? cancellation.pending : []),
  ]
}

function findingsOf(
  view: View,
  checklist: readonly ChecklistLine[],
  deadlines: readonly Deadline[],
): readonly Finding[] {
  const moves = [
    ...checkMoves(view, deadlines),
    ...checkNumbers(view),
    ...checkPapersNumbered(view),
    ...checkFuture(view),
    ...checkLifts(view),
  ]
  if (!view.open && view.stage !== 'refused' && view.vote === null) return moves
  return [
    ...checkAge(view),
    ...checkEducation(view),
    ...checkValidity(view),
    ...checkPresence(view, checklist, deadlines),
    ...checkResolutions(view, checklist),
    ...checkIntroductions(view),
    ...checkIntroducers(view),
    ...checkVerification(view),
    ...checkWay(view),
    ...checkRenewal(view, deadlines),
    ...checkApplicationFirst(view),
    ...checkClassFirst(view),
    ...checkBranchVote(view),
    ...checkSectionReport(view),
    ...checkCommitteeVote(view),
    ...checkDecisionTime(view, deadlines),
    ...checkDecision(view),
    ...checkCeremony(view, deadlines),
    ...checkGoneHelpers(view),
    ...checkReadmission(view),
    ...checkRecognition(view, checklist, deadlines),
    ...[view.recognition, view.removal, view.cancellation].flatMap((later) => checkLaterVotes(view, later)),
    ...moves,
  ]
}

/** A lift names the finding's id; one that names the bare code covers every finding of that code. */
function withLift(found: Finding, state: CaseState): Finding {
  const lift = state.lifts.find(({ code }) => code === found.id || code === found.code)
  return lift === undefined || found.severity !== 'block' ? found : { ...found, lifted: lift.entry }
}
