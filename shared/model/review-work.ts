/**
 * What our own office keeps of its work on a case: who reviews it, what was looked at, votes of the deciding body, whom it
 * was told apart from. It stands beside the state of the case and not in it, so that no snapshot can carry it.
 */
import { inOrder, retractions, typed, type Item } from '../journal/item.ts'
import { matterOf, type Matter } from './acts.ts'
import type { CheckedItem, DuplicateJudged, MeetingVote } from './review-acts.ts'

/** A line of the checklist as it was recorded last, by whom, of which submission. */
export type CheckedLine = CheckedItem & {
  readonly submission: string | null
  readonly by: string
  readonly at: string
}

/** A vote of the deciding body, with its entry. */
export type VoteState = MeetingVote & { readonly entry: string; readonly matter: Matter }

/** A judgement on this case and another, with its entry and who made it. */
export type JudgementState = DuplicateJudged & { readonly entry: string; readonly by: string; readonly at: string }

/** Our work on a case. */
export type ReviewWork = {
  /** User id of who reviews it. */
  readonly reviewer: string | null
  /** One for each line that was ever looked at, in the order it was first. */
  readonly checked: readonly CheckedLine[]
  /** One for each meeting and matter: the newest. */
  readonly votes: readonly VoteState[]
  /** One for each other case: the newest. */
  readonly judged: readonly JudgementState[]
}

/**
 * Folds the applied entries of one case into our office's work on it.
 * @param items - in any order
 */
export function foldReviewWork(items: readonly Item[]): ReviewWork {
  const history = inOrder(items)
  const { taken } = retractions(history)
  let reviewer: string | null = null
  const checked = new Map<string, CheckedLine>()
  const votes = new Map<string, VoteState>()
  const judged = new Map<string, JudgementState>()
  for (const item of history) {
    const { entry } = item
    if (taken.has(entry.id)) continue
    const fact = typed(item)
    const by = entry.actor.name
    if (fact.kind === 'dossier.assigned') reviewer = fact.payload.reviewer ?? null
    if (fact.kind === 'dossier.checked')
      for (const one of fact.payload.items)
        checked.set(lineKey(one), { ...one, submission: fact.payload.submission ?? null, by, at: entry.at })
    if (fact.kind === 'meeting.voted') {
      const vote = { ...fact.payload, matter: matterOf(fact.payload), entry: entry.id }
      votes.set(`${vote.meeting} ${vote.matter}`, vote)
    }
    if (fact.kind === 'duplicates.judged')
      judged.set(fact.payload.other, { ...fact.payload, entry: entry.id, by, at: entry.at })
  }
  return { reviewer, checked: [...checked.values()], votes: [...votes.values()], judged: [...judged.values()] }
}

/** What tells one line of a checklist from another: papers and own lines never meet. */
export function lineKey({ paper, line }: Pick<CheckedItem, 'paper' | 'line'>): string {
  return paper === undefined ? `line ${line ?? ''}` : `paper ${paper}`
}
