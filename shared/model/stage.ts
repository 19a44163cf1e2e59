/**
 * Where a case stands: computed from the acts recorded, never from a rule and never stored as a fact of its own.
 */
import { Ending, type Matter } from './acts.ts'
import type { Nomination } from './acts-before.ts'
import type { MatterState } from './case/matter-state.ts'
import type { CaseState } from './case-state.ts'
import { CLASS_CERTIFICATE } from './certificate-codes.ts'
import type { Stage } from './codes.ts'
import { helperNow } from './helper.ts'
import { birthYear } from './profile.ts'
import type { ListLine } from './list-line.ts'

/** A paper whose presence alone moves the stage, like the certificate. The code is that of the rule sets. */
const APPLICATION = '1-KND'

/** The stage that follows from the recorded acts; where nothing is newer than the list line, it stands where the line says. */
export function stageOf(state: CaseState): Stage {
  if (state.ending) return state.ending.reason
  return endingTold(state) ?? endingErased(state) ?? stageAfterAdmission(state) ?? stageOfAdmission(state)
}

/** The end of a case as the list line of its keeper tells it, where nothing newer is known; null for none. */
function endingTold({ line, isLineNewest }: CaseState): Stage | null {
  return line !== null && isLineNewest && TOLD_ENDINGS.has(line.stage) ? line.stage : null
}

/** The end of a case whose keeper has erased it; null for none, and for somebody whom this office knows to be admitted. */
function endingErased({ erased, decision }: CaseState): Stage | null {
  return erased !== null && isEnded(erased) && decision?.outcome !== 'admit' ? erased : null
}

/** Endings that the keeper alone records; any other follows from a decision or a card that this office knows of. */
const TOLD_ENDINGS: ReadonlySet<Stage> = new Set<Stage>(Ending.shape.reason.options)

/** The matter that a case is about now: the one acted on last; admission until something later was raised. */
export function currentMatter(state: CaseState): Matter {
  const inProbation = hasProbation(state)
  const later = LATER.filter((matter) => matter === 'cancellation' || inProbation)
    .map((matter) => ({ matter, day: lastDay(state[matter]) }))
    .filter(({ day }) => day !== '')
  const newest = later.reduce<(typeof later)[number] | null>(
    (best, one) => (best === null || one.day >= best.day ? one : best),
    null,
  )
  if (newest !== null && !isRejected(state, newest.matter)) return newest.matter
  const isLater = state.ceremony !== null || (inProbation && lastDay(state.recognition) !== '')
  return isLater ? 'recognition' : 'admission'
}

/** The acts of a matter; those of admission stand at the top of the case. */
export function actsOf(state: CaseState, matter: Matter): MatterState {
  return matter === 'admission' ? state : state[matter]
}

/** True for a case in which nothing more is to be done before a new beginning. */
export function isEnded(stage: Stage): boolean {
  return ENDED.has(stage)
}

/** The line the superior may see of a case before submission. */
export function listLineOf(state: CaseState): ListLine {
  const year = birthYear(state.profile)
  const helper = helperNow(state)?.name
  const nomination = openNomination(state)
  return {
    name: state.profile.name,
    unit: state.unit,
    stage: stageOf(state),
    ...(year === undefined ? {} : { birthYear: year }),
    ...(state.profile.sex === undefined ? {} : { sex: state.profile.sex }),
    ...(state.profile.source === undefined ? {} : { source: state.profile.source }),
    ...(helper === undefined ? {} : { helper }),
    ...(nomination === null ? {} : { nominated: true, nominatedFor: nomination.class }),
  }
}

/** The nomination for a class that has not led to a result yet, or null. */
export function openNomination(state: Pick<CaseState, 'nominations' | 'classResults' | 'papers'>): Nomination | null {
  const last = state.nominations.at(-1)
  if (last === undefined) return null
  const over = state.classResults.some((result) => result.class === last.class && result.to >= last.date)
  const certificate = last.class === 'awareness' && state.papers.some(({ paper }) => paper === CLASS_CERTIFICATE)
  return over || certificate ? null : last
}

/** Later matters, the graver last: of two acts on one day it is the one that counts. */
const LATER = ['recognition', 'removal', 'cancellation'] as const

const ENDED: ReadonlySet<Stage> = new Set<Stage>([
  'withdrawn',
  'removed',
  'movedAway',
  'died',
  'left',
  'refused',
  'struckOff',
  'cancelled',
  'cardIssued',
])

function stageAfterAdmission(state: CaseState): Stage | null {
  const { recognition, removal, cancellation } = state
  if (cancellation.decision?.outcome === 'cancel') return 'cancelled'
  if (removal.decision?.outcome === 'remove') return 'struckOff'
  const matter = currentMatter(state)
  if (matter === 'cancellation') return stageOfProposal(cancellation, CANCELLATION)
  if (!hasProbation(state)) return null
  if (matter === 'removal') return stageOfProposal(removal, REMOVAL)
  if (state.card) return 'cardIssued'
  if (recognition.decision?.outcome === 'recognise') return 'recognised'
  if (recognition.decision && !decidedBefore(recognition)) return 'recognitionRefused'
  const sent = recognition.submissions.at(-1)
  if (sent)
    return sent.returned ? 'recognitionReturned' : sent.received ? 'recognitionReceived' : 'recognitionSubmitted'
  if (recognition.committeeVotes.length > 0) return 'recognitionCommitteeVoted'
  if (recognition.branchVotes.length > 0) return 'recognitionVoted'
  return state.ceremony ? 'probation' : null
}

type Proposal = { readonly proposed: Stage; readonly submitted: Stage; readonly returned: Stage }

const REMOVAL: Proposal = { proposed: 'removalProposed', submitted: 'removalSubmitted', returned: 'removalReturned' }
const CANCELLATION: Proposal = {
  proposed: 'cancellationProposed',
  submitted: 'cancellationSubmitted',
  returned: 'cancellationReturned',
}

function stageOfProposal({ submissions }: MatterState, stages: Proposal): Stage {
  const sent = submissions.at(-1)
  return sent === undefined ? stages.proposed : sent.returned ? stages.returned : stages.submitted
}

function stageOfAdmission(state: CaseState): Stage {
  if (state.decision?.outcome === 'admit') return state.receipt ? 'decisionReceived' : 'admitted'
  const submission = state.submissions.at(-1)
  if (state.decision && !decidedBefore(state)) return 'refused'
  if (submission) return submission.returned ? 'returned' : submission.received ? 'received' : 'submitted'
  if (state.line !== null && state.isLineNewest) return state.line.stage
  if (state.committeeVotes.length > 0) return 'committeeVoted'
  if (state.branchVotes.length > 0) return 'branchVoted'
  if (state.papers.some((paper) => paper.paper === APPLICATION)) return 'preparing'
  if (state.papers.some((paper) => paper.paper === CLASS_CERTIFICATE)) return 'trained'
  return state.helpers.length > 0 ? 'helped' : 'listed'
}

/**
 * True where probation has begun, so that what was done about recognition or removal counts. Where the ceremony was taken
 * back it has not, until the ceremony is recorded anew; of what was taken over nobody has to have told of the ceremony.
 */
function hasProbation({ ceremony, card, recognition, removal }: CaseState): boolean {
  if (ceremony !== null) return true
  return [card, ...[recognition, removal].flatMap(allActs)].some((act) => act?.origin === 'takenOver')
}

function allActs({ branchVotes, committeeVotes, submissions, decisions }: MatterState) {
  return [...branchVotes, ...committeeVotes, ...submissions, ...decisions]
}

/** A proposal to remove or to cancel that the deciding body did not follow leaves the case where it was. */
function isRejected(state: CaseState, matter: (typeof LATER)[number]): boolean {
  return matter !== 'recognition' && state[matter].decision !== null && !decidedBefore(state[matter])
}

/** A new submission after a refusal opens the matter again. */
export function decidedBefore({ submissions, decision }: Pick<MatterState, 'submissions' | 'decision'>): boolean {
  const submission = submissions.at(-1)
  return submission !== undefined && decision?.submission !== undefined && decision.submission !== submission.entry
}

/** The day of the last act of a matter; '' where there is none. */
function lastDay(acts: MatterState): string {
  return allActs(acts).reduce((day, { date }) => (date > day ? date : day), '')
}
