/**
 * How much of the deciding office's work waits, for its home page: each with the nearest day and the page it is on. Only
 * what there is any of.
 */
import type { ReviewTask } from '../../shared/contract/meetings.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { loadOffice } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { CARRIED_JOINS } from './decisions.ts'
import { peopleAlike } from './duplicates.ts'
import { reviewList } from './moving.ts'

type Counted = { readonly n: number; readonly due: string | null }

/** The work that waits. */
export function reviewTasks(db: ReadDb, judging: Judging): readonly ReviewTask[] {
  const office = loadOffice(db)
  if (office === null) return []
  const { today } = judging
  const one = (sql: string, ...values: readonly string[]): Counted =>
    prepared<Counted>(db, sql).get(...values) ?? { n: 0, due: null }
  const unassigned = (reviewList(db, judging)?.rows ?? []).filter(
    ({ reviewer, returned }) => reviewer === null && returned === null,
  )
  const dues = unassigned.flatMap(({ limits }) => limits[0]?.due ?? [])
  const open = `SELECT count(*) AS n, min(day) AS due FROM meetings WHERE status = 'called'`
  const toVote = one(
    `SELECT count(*) AS n, min(m.day) AS due FROM meetings m JOIN meeting_cases mc ON mc.meeting_id = m.meeting_id
     WHERE m.status <> 'cancelled' AND m.day <= ? AND NOT EXISTS (SELECT 1 FROM meeting_votes v
       WHERE v.meeting_id = m.meeting_id AND v.case_id = mc.case_id AND v.matter = mc.matter)
       AND NOT EXISTS (SELECT 1 FROM decisions d
         WHERE d.case_id = mc.case_id AND d.matter = mc.matter AND d.decided_on >= m.day)`,
    today,
  )
  const toDecide = one(
    `SELECT count(*) AS n, min(m.day) AS due FROM meeting_votes v JOIN meetings m ON m.meeting_id = v.meeting_id
     WHERE m.status <> 'cancelled' AND v.outcome <> 'postponed' AND NOT EXISTS (SELECT 1 FROM decisions d
       WHERE d.case_id = v.case_id AND d.matter = v.matter AND d.decided_on >= m.day)`,
  )
  const toCarry = one(
    `SELECT count(*) AS n, min(d.decided_on) AS due FROM decisions d JOIN cases c ON c.case_id = d.case_id ${CARRIED_JOINS}
     WHERE c.keeper <> ? AND ch.office = ? AND d.receipt_on IS NULL AND coalesce(mk.acknowledged, 0) < j.seq`,
    office.id,
    office.id,
  )
  const tasks: readonly ReviewTask[] = [
    { task: 'unassigned', count: unassigned.length, due: dues.toSorted()[0] ?? null, route: '/xet' },
    { task: 'toVote', count: toVote.n, due: toVote.due, route: '/cuoc-hop' },
    { task: 'toDecide', count: toDecide.n, due: toDecide.due, route: '/cuoc-hop' },
    { task: 'meetings', ...countOf(one(`${open} AND day >= ?`, today)), route: '/cuoc-hop' },
    { task: 'toCarry', count: toCarry.n, due: toCarry.due, route: '/so-quyet-dinh' },
    {
      task: 'consents',
      ...countOf(one('SELECT count(*) AS n, min(asked_on) AS due FROM consents WHERE answered_on IS NULL')),
      route: '/y-kien-cap-tren',
    },
    { task: 'duplicates', count: peopleAlike(db, office.id).length, due: null, route: '/trung-nguoi' },
  ]
  return tasks.filter(({ count }) => count > 0)
}

function countOf({ n, due }: Counted): Pick<ReviewTask, 'count' | 'due'> {
  return { count: n, due }
}
