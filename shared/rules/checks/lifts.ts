/**
 * P2: exceptions that a clerk has recorded on somebody else's word and that no authorised person has confirmed yet
 * (reference/procedure.md section 10, overrides). They are on the list for as long as they wait, whatever became of the
 * finding meanwhile; they stand in the way of nothing.
 */
import { finding, type Finding } from '../finding.ts'
import type { View } from '../view.ts'

/**
 * The exceptions of a case that wait to be confirmed.
 * @param view - the case
 */
export function checkLifts({ state }: View): readonly Finding[] {
  return state.lifts.flatMap(({ entry, code, reason, allowedBy, paper, unconfirmed }): readonly Finding[] => {
    if (unconfirmed !== true || allowedBy === undefined || paper === undefined) return []
    const data = { lift: entry, finding: code, reason, allowedBy, number: paper.number, date: paper.date }
    return [finding('P2', data, { severity: 'warn', before: 'submit', source: NO_SOURCE, about: code })]
  })
}

/** A rule of the program's own. */
const NO_SOURCE = { article: '', confirmed: true }
