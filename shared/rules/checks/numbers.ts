/**
 * C38: the numbers of resolutions and decisions are given once in a term of office, and ascend with their days. What is
 * asked of the register is only what stands beside each number.
 */
import type { Matter } from '../../model/acts.ts'
import { isSameDocument, numbersOf, type NumberedDocument, type OwnNumber } from '../../model/numbers.ts'
import { doubtsAmong } from '../../model/number-series.ts'
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
      before: BEFORE[own.act][own.matter],
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

function beside({ act, number, date }: OwnNumber, other: NumberedDocument): FindingData['C38'] {
  return { act, number, date, other: other.number, otherDate: other.date }
}

const SENT: Readonly<Record<Matter, Step>> = {
  admission: 'submit',
  recognition: 'recognitionSubmit',
  removal: 'removalSubmit',
  cancellation: 'cancellationSubmit',
}

/** The step that the paper goes along with. */
const BEFORE: Readonly<Record<OwnNumber['act'], Readonly<Record<Matter, Step>>>> = {
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
