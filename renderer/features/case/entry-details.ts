/**
 * What an entry of the history is about, found by its id among the acts of the case: which paper, which helper, how the
 * vote went. An entry that was taken back is no act any more and has no details.
 */
import type { CaseState } from '../../../shared/model/case-state.ts'
import { lower, paperName, showNumber, STAGES } from '../../../shared/words/vi.ts'

/** The details of an entry, or null. */
export function detailOf(entry: string, state: CaseState): string | null {
  if (state.takenOver?.entry === entry || state.submissions.some((sent) => sent.entry === entry)) return null
  const paper = state.papers.find((act) => act.entry === entry)
  if (paper !== undefined)
    return [
      paperName(paper.paper) ?? paper.paper,
      paper.number === undefined ? null : `số ${paper.number}`,
      paper.person,
    ]
      .filter(Boolean)
      .join(', ')
  const helper = state.helpers.find((act) => act.entry === entry)
  if (helper !== undefined) return helper.name
  const vote = [...state.branchVotes, ...state.committeeVotes].find((act) => act.entry === entry)
  if (vote !== undefined) return `${showNumber(vote.agree)} tán thành, ${showNumber(vote.disagree)} không tán thành`
  const lift = state.lifts.find((act) => act.entry === entry)
  if (lift !== undefined) return lift.reason
  const decision = state.decisions.find((act) => act.entry === entry)
  if (decision !== undefined) return `số ${decision.number}, ${decision.body}`
  return state.ending?.entry === entry ? lower(STAGES[state.ending.reason]) : null
}
