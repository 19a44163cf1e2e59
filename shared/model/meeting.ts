/**
 * A meeting of the deciding body as it stands: what it was called with last, whether it was held or called off.
 */
import { inOrder, retractions, typed, type Item } from '../journal/item.ts'
import type { Meeting, MeetingHeld } from './meeting-acts.ts'

/** A meeting as it stands. */
export type MeetingState = {
  readonly id: string
  readonly meeting: Meeting
  readonly held: MeetingHeld | null
  /** Why it was called off; null where it was not. */
  readonly cancelled: string | null
}

/** Folds the applied entries of one meeting; null where nothing calls it. @param items - in any order */
export function foldMeeting(id: string, items: readonly Item[]): MeetingState | null {
  const history = inOrder(items)
  const { taken } = retractions(history)
  let meeting: Meeting | null = null
  let held: MeetingHeld | null = null
  let cancelled: string | null = null
  for (const item of history) {
    if (taken.has(item.entry.id)) continue
    const fact = typed(item)
    if (fact.kind === 'meeting.called' || fact.kind === 'meeting.changed') meeting = fact.payload
    if (fact.kind === 'meeting.held') held = fact.payload
    if (fact.kind === 'meeting.cancelled') cancelled = fact.payload.reason
  }
  return meeting === null ? null : { id, meeting, held, cancelled }
}
