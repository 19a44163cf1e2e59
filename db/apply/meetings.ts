/**
 * The rows of a meeting of the deciding body: its day, how it stands, the dossiers put to it in the order of its agenda.
 */
import { foldMeeting, type MeetingState } from '../../shared/model/meeting.ts'
import { itemsAbout } from '../journal.ts'
import { prepared, type WriteDb } from '../transaction.ts'
import { remove, upsert } from './upsert.ts'

/** Writes a meeting. */
export function applyMeeting(db: WriteDb, id: string): void {
  const state = foldMeeting(id, itemsAbout(db, 'meeting', id))
  remove(db, 'meeting_cases', 'meeting_id', id)
  if (state === null) return remove(db, 'meetings', 'meeting_id', id)
  upsert(db, 'meetings', 'meeting_id', {
    meeting_id: id,
    day: state.held?.date ?? state.meeting.date,
    status: statusOf(state),
    state: JSON.stringify(state),
  })
  const put = prepared(db, 'INSERT INTO meeting_cases (meeting_id, place, case_id, matter) VALUES (?, ?, ?, ?)')
  for (const [place, { case: caseId, matter }] of state.meeting.cases.entries()) put.run(id, place, caseId, matter)
}

function statusOf({ held, cancelled }: MeetingState): 'called' | 'held' | 'cancelled' {
  if (cancelled !== null) return 'cancelled'
  return held === null ? 'called' : 'held'
}
