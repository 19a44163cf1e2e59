/**
 * The case as the checks look at it: the attempt that counts, the day of its meeting with the rules of that day, papers
 * by code. Made once per assessment; nothing here judges.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Act } from '../model/case/act.ts'
import type { SubmissionState } from '../model/case/gathered.ts'
import type { CaseState } from '../model/case-state.ts'
import type { BranchVote, CommitteeVote, Decision, Paper } from '../model/acts.ts'
import type { Stage } from '../model/codes.ts'
import { replacedHelpers, type HasGivenWay } from '../model/helper.ts'
import type { Origin } from '../model/snapshot.ts'
import { isEnded, stageOf } from '../model/stage.ts'
import { latest, ofThisAttempt } from './attempt.ts'
import { pathKindOf, ruleChangeDays, type AssessContext } from './context.ts'
import { introductionRoute, type IntroductionRoute } from './introduction.ts'
import { laterView, membershipOf, type LaterMatter, type LaterView, type Membership } from './later.ts'
import { momentOf, presentMoment, startClock, type Clock, type Moment } from './moment.ts'
import { CLASS_CERTIFICATE, VERIFICATION_REQUEST } from './paper-codes.ts'
import type { PathStep } from './rule-codes.ts'
import { measureBranchVote } from './votes.ts'

/** Papers by their code, in the order recorded. */
export type PapersByCode = ReadonlyMap<string, readonly Act<Paper>[]>

/** The case as the checks look at it. */
export type View = {
  readonly state: CaseState
  readonly context: AssessContext
  readonly clock: Clock
  readonly stage: Stage
  readonly papersByCode: PapersByCode
  /** False where the case has ended: what is to come is not judged any more. A new vote opens a refused case again. */
  readonly open: boolean
  /** True once a dossier has been begun: a paper beyond the certificate, or any later act. */
  readonly begun: boolean
  /** The branch vote that counts: the latest. */
  readonly vote: Act<BranchVote> | null
  readonly votePassed: boolean
  /**
   * When the dossier is judged: at that meeting; where none is recorded but a later act is, on its day; else now. With
   * the rules of that day, and the act, which decides whether it happened before the program was used.
   */
  readonly meeting: Moment
  readonly meetingActs: readonly { readonly origin: Origin }[]
  /** What the branch vote that counts led to; null where it belongs to an earlier attempt. */
  readonly committeeVote: Act<CommitteeVote> | null
  readonly submission: SubmissionState | null
  /** The receipt of that decision; one from before it belongs to an earlier decision. */
  readonly receipt: Act<{ readonly date: PlainDate }> | null
  readonly decision: Act<Decision> | null
  /** True where the committee of the level below decides by delegation. */
  readonly isDelegated: boolean
  readonly path: readonly PathStep[]
  /** Who introduces no more at that meeting, somebody else having come instead. */
  readonly hasGivenWay: HasGivenWay
  readonly route: IntroductionRoute
  /** What follows from the ceremony; null before it. */
  readonly membership: Membership | null
  /** When recognition is judged: at the branch's meeting on it, else now. */
  readonly recognitionMeeting: Moment
  readonly recognition: LaterView
  readonly removal: LaterView
  readonly cancellation: LaterView
}

/**
 * Prepares a case for assessment.
 * @param state - the case
 * @param context - its surroundings
 */
export function viewOf(state: CaseState, context: AssessContext): View {
  const clock = startClock(context.today)
  const stage = stageOf(state)
  const vote = latest(state.branchVotes)
  const judgedBy = vote ?? latest(state.committeeVotes) ?? latest(state.submissions) ?? state.decision ?? state.ceremony
  const last = judgedBy ?? state.ending
  const judgedAt = (act: { readonly date: PlainDate } | null): Moment =>
    act === null ? now(clock, context) : momentOf(act.date, context.rules(act.date))
  const meeting = judgedAt(last)
  const papersByCode = groupByCode(state.papers)
  const decision = ofThisAttempt(state.decision, state.branchVotes)
  const hasGivenWay = replacedHelpers(state.helpers, meeting.on)
  const pathKind = pathKindOf(context.unit, meeting.reached)
  const path = meeting.rules.structure.paths[pathKind].value
  const later = (matter: LaterMatter) => laterView(state, matter, context, (code) => papersByCode.has(code))
  const recognition = later('recognition')
  return {
    state,
    context,
    clock,
    stage,
    papersByCode,
    open: !isEnded(stage) || (stage === 'refused' && decision === null),
    begun: judgedBy !== null || state.papers.some(({ paper }) => !BEFORE_THE_DOSSIER.has(paper)),
    vote,
    votePassed: vote !== null && measureBranchVote(vote, meeting.rules).passed,
    meeting,
    meetingActs: last === null ? [] : [last],
    committeeVote: ofThisAttempt(latest(state.committeeVotes), state.branchVotes),
    submission: ofThisAttempt(latest(state.submissions), state.branchVotes),
    receipt: decision !== null && state.receipt !== null && state.receipt.date < decision.date ? null : state.receipt,
    decision,
    isDelegated: pathKind === 'delegated' || pathKind === 'delegatedSection',
    path: context.superiorIsSelf ? path.filter((step) => step !== 'submit') : path,
    hasGivenWay,
    route: introductionRoute(state.profile, papersByCode, hasGivenWay, meeting),
    membership: membershipOf(state, context),
    recognitionMeeting: state.ceremony === null ? meeting : judgedAt(recognition.vote),
    recognition,
    removal: later('removal'),
    cancellation: later('cancellation'),
  }
}

/**
 * The papers of one code.
 * @param view - the case
 * @param code - a paper's code
 */
export function papersOf(view: { readonly papersByCode: PapersByCode }, code: string): readonly Act<Paper>[] {
  return view.papersByCode.get(code) ?? []
}

/**
 * The days of papers, earliest first; papers without a day are left out.
 * @param papers - papers of one code
 */
export function daysOf(papers: readonly Act<Paper>[]): readonly PlainDate[] {
  return papers.flatMap(({ date }) => (date === undefined ? [] : [date])).sort()
}

const BEFORE_THE_DOSSIER: ReadonlySet<string> = new Set([CLASS_CERTIFICATE, VERIFICATION_REQUEST])

function now(clock: Clock, context: AssessContext): Moment {
  const rules = context.rules(context.today)
  for (const day of ruleChangeDays(context, rules)) clock.reached(day)
  return presentMoment(clock, rules)
}

function groupByCode(papers: readonly Act<Paper>[]): PapersByCode {
  const papersByCode = new Map<string, Act<Paper>[]>()
  for (const paper of papers) {
    const same = papersByCode.get(paper.paper)
    if (same === undefined) papersByCode.set(paper.paper, [paper])
    else same.push(paper)
  }
  return papersByCode
}
