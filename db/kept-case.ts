/**
 * What is kept of a case that moves, for the home page and the review queue: everything they show that follows from its
 * acts and its assessment. Days left are not in it: they are counted when it is shown.
 */
import type { MovingCase } from '../shared/contract/answers.ts'
import type { RunningLimit } from '../shared/contract/running-limit.ts'
import type { CaseState } from '../shared/model/case-state.ts'
import type { Stage } from '../shared/model/codes.ts'
import { actsOf, currentMatter } from '../shared/model/stage.ts'
import type { Assessment } from '../shared/rules/assess.ts'

/** Stages with something to do or to wait for, beside the last weeks of probation and a refusal not received yet. */
export const MOVING = [
  'preparing',
  'branchVoted',
  'committeeVoted',
  'submitted',
  'received',
  'returned',
  'admitted',
  'decisionReceived',
  'recognitionVoted',
  'recognitionCommitteeVoted',
  'recognitionSubmitted',
  'recognitionReceived',
  'recognitionReturned',
  'recognitionRefused',
  'recognised',
  'removalProposed',
  'removalSubmitted',
  'removalReturned',
  'cancellationProposed',
  'cancellationSubmitted',
  'cancellationReturned',
] as const satisfies readonly Stage[]

const CAN_MOVE: ReadonlySet<Stage> = new Set<Stage>([...MOVING, 'probation', 'refused'])

/** True where a list of moving cases may show a case of this stage. */
export function canMove(stage: Stage): boolean {
  return CAN_MOVE.has(stage)
}

/** What is kept. */
export type KeptCase = Pick<
  MovingCase,
  | 'matter'
  | 'next'
  | 'blocks'
  | 'review'
  | 'batch'
  | 'submittedOn'
  | 'receivedOn'
  | 'submissions'
  | 'returned'
  | 'decision'
  | 'isDelegated'
> & {
  /** The nearest first. */
  readonly limits: readonly Omit<RunningLimit, 'left'>[]
}

/**
 * What to keep of a case.
 * @param state - the case
 * @param assessment - made of it
 */
export function keptCase(state: CaseState, { next, deadlines, findings, isDelegated }: Assessment): KeptCase {
  const matter = currentMatter(state)
  const { submissions, decision } = actsOf(state, matter)
  const sent = submissions.at(-1)
  const returned = sent?.returned ?? null
  return {
    matter,
    next: next[0]?.step ?? null,
    limits: deadlines
      .filter(({ met }) => met === undefined)
      .map(({ id, due, extendedOn, provisional }) => ({ id, due, isExtended: extendedOn !== undefined, provisional }))
      .toSorted((a, b) => (a.due < b.due ? -1 : 1)),
    blocks: findings.filter(({ severity, lifted }) => severity === 'block' && lifted === undefined).length,
    review: sent === undefined || returned !== null ? null : (sent.reviews.at(-1)?.outcome ?? null),
    batch: sent?.batch ?? null,
    submittedOn: sent?.date ?? null,
    receivedOn: sent?.received?.date ?? null,
    submissions: submissions.length,
    returned:
      returned === null
        ? null
        : {
            date: returned.date,
            remarks: returned.remarks.length,
            first: returned.remarks[0]?.text ?? '',
            answerBy: returned.answerBy ?? null,
          },
    decision: decision === null ? null : { outcome: decision.outcome, number: decision.number, date: decision.date },
    isDelegated,
  }
}
