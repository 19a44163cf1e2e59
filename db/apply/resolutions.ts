/**
 * The numbers of resolutions of branches and committees, as the votes of a case bear them: the register of numbers is
 * asked for while a meeting is being recorded, and must not read every case for it.
 */
import { Matter } from '../../shared/model/acts.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import { actsOf } from '../../shared/model/stage.ts'
import { prepared, type WriteDb } from '../transaction.ts'
import { remove } from './upsert.ts'

/** Writes them anew. @param state - null where there is no such case any more */
export function writeResolutions(db: WriteDb, caseId: string, state: CaseState | null): void {
  remove(db, 'resolutions', 'case_id', caseId)
  if (state === null) return
  const insert = prepared(
    db,
    'INSERT INTO resolutions (case_id, place, body, number, day, unit_id, keeper) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  let place = 0
  for (const matter of Matter.options) {
    const { branchVotes, committeeVotes } = actsOf(state, matter)
    for (const [body, votes] of [
      ['branch', branchVotes],
      ['committee', committeeVotes],
    ] as const)
      for (const { date, resolution } of votes)
        if (resolution?.number !== undefined)
          insert.run(caseId, (place += 1), body, resolution.number, resolution.date ?? date, state.unit, state.keeper)
  }
}
