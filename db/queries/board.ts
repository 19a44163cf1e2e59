/**
 * The board: people who are being followed by the stage they stand in, with how long they have stood there. Counted
 * through the indexes of the list; only the few shown rows are read.
 */
import { OLD_DAYS, VERY_OLD_DAYS, type Board, type BoardFilter } from '../../shared/contract/lists.ts'
import { addDays } from '../../shared/calendar/plain-date.ts'
import { Stage } from '../../shared/model/codes.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { caseFilter } from './case-filter.ts'
import { allOf } from './clause.ts'
import { searchCases } from './search.ts'

/** People shown in each column. */
const SHOWN = 6

type Counted = { readonly stage: Stage; readonly n: number; readonly old: number; readonly veryOld: number }

/** The board of everybody a filter finds. @param today - the day from which the waiting is counted */
export function caseBoard(db: ReadDb, filter: BoardFilter, today: string): Board {
  const oldSince = addDays(today, -OLD_DAYS)
  const veryOldSince = addDays(today, -VERY_OLD_DAYS)
  const { tests, from } = caseFilter(db, { ...filter, ended: false }, today)
  const { sql, values } = allOf(tests)
  const counted = prepared<Counted>(
    db,
    `SELECT c.stage, count(*) AS n, count(*) FILTER (WHERE c.stage_on < ?) AS old,
       count(*) FILTER (WHERE c.stage_on < ?) AS veryOld
     FROM ${from} WHERE ${sql} GROUP BY c.stage`,
  ).all(oldSince, veryOldSince, ...values)
  const byStage = new Map(counted.map((row) => [row.stage, row]))
  const columns = Stage.options.flatMap((stage) => {
    const row = byStage.get(stage)
    if (row === undefined) return []
    const { rows } = searchCases(db, { ...filter, ended: false, stage, order: 'waiting', limit: SHOWN })
    return [{ stage, count: row.n, old: row.old, veryOld: row.veryOld, longest: rows }]
  })
  return { today, oldSince: addDays(oldSince, -1), veryOldSince: addDays(veryOldSince, -1), columns }
}
