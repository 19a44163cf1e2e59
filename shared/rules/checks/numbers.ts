/**
 * C38: the numbers of resolutions and decisions are given once in a term of office, and ascend with their days. What is
 * asked of the register is only what stands beside each number.
 */
import { Matter } from '../../model/acts.ts'
import {
  actOf,
  DECISION,
  isSameDocument,
  numbersOf,
  RESOLUTION,
  resolutionPaper,
  type NumberedAct,
  type NumberedDocument,
  type OwnNumber,
} from '../../model/numbers.ts'
import { doubtsAmong, partsOf } from '../../model/number-series.ts'
import { actsOf } from '../../model/stage.ts'
import { finding, type Finding, type FindingData } from '../finding.ts'
import type { Step } from '../rule-codes.ts'
import type { View } from '../view.ts'

/**
 * C38, for each number that the case bears.
 * @param view - the case, ended or not
 */
export function checkNumbers({ state, context: { besideOf, rules } }: View): readonly Finding[] {
  if (besideOf === undefined) return []
  return numbersOf(state).flatMap((own): readonly Finding[] => {
    const { used, disorder } = doubtsAmong(
      own,
      besideOf(own).filter((other) => !isSameDocument(own, other)),
    )
    if (used === null && disorder === null) return []
    const source = rules(own.date).requirements.numbersInOrder
    if (source?.value !== true) return []
    const spec = {
      severity: 'warn',
      before: BEFORE[actOf(own.act)][own.matter],
      source,
      about: String(own.place),
      acts: [own],
    } as const
    return [
      ...(used === null ? [] : [finding('C38', beside(own, used), spec)]),
      ...(disorder === null ? [] : [finding('C38-date', beside(own, disorder), spec)]),
    ]
  })
}

/**
 * C38: what the paper of a resolution or decision bears, and what its act was recorded with.
 * @param view - the case
 */
export function checkPapersNumbered({ state, meeting }: View): readonly Finding[] {
  const source = meeting.rules.requirements.numbersInOrder
  if (source?.value !== true) return []
  return Matter.options.flatMap((matter) => {
    const { branchVotes, committeeVotes, decisions } = actsOf(state, matter)
    if (branchVotes.length + committeeVotes.length + decisions.length === 0) return []
    const recorded = {
      branchVote: branchVotes.map(({ resolution }) => resolution?.number),
      committeeVote: committeeVotes.map(({ resolution }) => resolution?.number),
      decision: decisions.map(({ number }) => number),
    } as const
    return (['branchVote', 'committeeVote', 'decision'] as const).flatMap((act): readonly Finding[] => {
      if (recorded[act].length === 0) return []
      const paper = resolutionPaper(state, matter, act)
      const type = act === 'decision' ? DECISION : RESOLUTION
      const counts = recorded[act].flatMap((number) =>
        number === undefined ? [] : (partsOf(number, type)?.count ?? []),
      )
      const own = paper?.number === undefined ? null : partsOf(paper.number, type)
      const other = recorded[act].findLast((number) => number !== undefined)
      if (paper?.number === undefined || own === null || counts.length === 0 || other === undefined) return []
      if (counts.includes(own.count)) return []
      const data = { act, number: paper.number, other }
      return [
        finding('C38-paper', data, {
          severity: 'warn',
          before: BEFORE[act][matter],
          source,
          about: paper.paper,
          acts: [paper],
        }),
      ]
    })
  })
}

function beside({ act, number, date }: OwnNumber, other: NumberedDocument): FindingData['C38'] {
  return { act: actOf(act), number, date, other: other.number, otherDate: other.date }
}

const SENT: Readonly<Record<Matter, Step>> = {
  admission: 'submit',
  recognition: 'recognitionSubmit',
  removal: 'removalSubmit',
  cancellation: 'cancellationSubmit',
}

/** The step that the paper goes along with. */
const BEFORE: Readonly<Record<NumberedAct, Readonly<Record<Matter, Step>>>> = {
  list: { ...SENT, admission: 'branchVote' },
  branchVote: SENT,
  committeeVote: SENT,
  decision: {
    admission: 'ceremony',
    recognition: 'card',
    removal: 'removalDecision',
    cancellation: 'cancellationDecision',
  },
}
