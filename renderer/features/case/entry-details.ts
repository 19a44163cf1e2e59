/**
 * What an entry of the history is about, found by its id among the acts of the case: which paper, which helper, how the
 * vote went. An entry that was taken back is no act any more and has no details, nor has one that brought a case by value:
 * the papers and votes that came along are not what it is about.
 */
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import type { Kind } from '../../../shared/journal/kinds.ts'
import { Matter } from '../../../shared/model/acts.ts'
import type { CaseState } from '../../../shared/model/case-state.ts'
import type { MatterState } from '../../../shared/model/case/matter-state.ts'
import { actsOf } from '../../../shared/model/stage.ts'
import { lower, MATTERS, paperName, showNumber, STAGES } from '../../../shared/words/vi.ts'

/** Kinds that bring a case by value. */
const BY_VALUE: ReadonlySet<string> = new Set([
  'case.takenOver',
  'case.moveProposed',
  'case.handedOver',
] satisfies readonly Kind[])

/** The details of an entry, or null. */
export function detailOf({ entry, kind }: Pick<TimelineEntry, 'entry' | 'kind'>, state: CaseState): string | null {
  if (BY_VALUE.has(kind)) return null
  if (kind === 'dossier.submitted') return matterSent(entry, state)
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
  if (helper !== undefined)
    return [helper.name, helper.inPlaceOf === undefined ? null : `thay ${helper.inPlaceOf}`].filter(Boolean).join(', ')
  for (const matter of Matter.options) {
    const detail = detailOfMatter(entry, matter, actsOf(state, matter))
    if (detail !== null) return detail
  }
  if (state.card?.entry === entry) return `số ${state.card.number}`
  const moved = state.transfers.find((act) => act.entry === entry)
  if (moved !== undefined) return `${moved.direction === 'in' ? 'từ' : 'đến'} ${moved.otherOffice}`
  if (state.departure?.entry === entry) return lower(STAGES[state.departure.reason])
  const lift = state.lifts.find((act) => act.entry === entry)
  if (lift !== undefined) return lift.reason
  return state.ending?.entry === entry ? lower(STAGES[state.ending.reason]) : null
}

/** Votes, decisions and receipts: of a later matter with its name, which the line of its kind does not tell. */
function detailOfMatter(entry: string, matter: Matter, acts: MatterState): string | null {
  const about = matter === 'admission' ? '' : `${lower(MATTERS[matter])}: `
  const vote = [...acts.branchVotes, ...acts.committeeVotes].find((act) => act.entry === entry)
  if (vote !== undefined)
    return `${about}${showNumber(vote.agree)} tán thành, ${showNumber(vote.disagree)} không tán thành`
  const decision = acts.decisions.find((act) => act.entry === entry)
  if (decision !== undefined) return `${about}số ${decision.number}, ${decision.body}`
  return acts.receipt?.entry === entry && matter !== 'admission' ? lower(MATTERS[matter]) : null
}

/** The matter of a dossier that was sent: of a later one, as above. */
function matterSent(entry: string, state: CaseState): string | null {
  const matter = Matter.options.find((each) => actsOf(state, each).submissions.some((sent) => sent.entry === entry))
  return matter === undefined || matter === 'admission' ? null : lower(MATTERS[matter])
}
