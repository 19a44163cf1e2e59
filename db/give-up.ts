/**
 * Giving up lines of our own that are missing: it is recorded that they are lost for good, and whatever waited for them
 * counts from then on, as far as it can without them.
 */
import type { LostGivenUp } from '../shared/contract/exchange.ts'
import type { Subject } from '../shared/journal/entry.ts'
import { OPEN } from './journal.ts'
import { loadPeers } from './load.ts'
import { linesMissing } from './lost-lines.ts'
import type { Recorder } from './record.ts'
import { recordAndApply } from './run-command.ts'
import { houseOf, release } from './settle.ts'
import { prepared, type ReadDb, type WriteDb } from './transaction.ts'

/**
 * Gives up all that is missing.
 * @param callId - of the call; `passing`: of what follows from the lines that count now
 * @returns null where nothing is missing
 */
export function giveUp(
  db: WriteDb,
  recorder: Recorder,
  { callId, passing }: { readonly callId: string; readonly passing: string },
  reason: string,
): LostGivenUp | null {
  const lost = linesMissing(db, recorder.office)
  if (lost.length === 0) return null
  const before = countWaiting(db)
  const subject: Subject = { type: 'office', id: recorder.office }
  recordAndApply(db, recorder, callId, [{ kind: 'office.linesLost', subject, payload: { lost: [...lost], reason } }])
  const changed = release(db, houseOf(recorder.office, loadPeers(db)))
  recordAndApply(db, recorder, passing, [], changed)
  return { lost, released: before - countWaiting(db) }
}

function countWaiting(db: ReadDb): number {
  return (
    prepared<{ n: number }>(db, `SELECT count(*) AS n FROM journal WHERE ${OPEN} AND status = 'waiting'`).get()?.n ?? 0
  )
}
