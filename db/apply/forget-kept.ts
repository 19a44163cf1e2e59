/**
 * Whatever is applied takes away what was kept of it: an assessment of acts that are no longer all there is would be a
 * second truth. Who applies may keep a new one at once (`keepTouched`); else the background does.
 */
import type { SubjectType } from '../../shared/journal/entry.ts'
import { committeeSeries } from '../../shared/model/numbers.ts'
import { prepared, type WriteDb } from '../transaction.ts'

/** Forgets what is kept of a case, or of the cases a unit, a member or the office has a part in judging. */
export function forgetKept(db: WriteDb, type: SubjectType, id: string): void {
  if (type === 'case') forgetKeptCase(db, id)
  // Numbers of before the term of office count no more.
  if (type === 'setting' && id === 'documentTermFrom')
    prepared(
      db,
      `DELETE FROM cache_assessments WHERE case_row IN (
         SELECT c.id FROM numbers n JOIN cases c ON c.case_id = n.subject_id)`,
    ).run()
  // A unit's path and name, an office's capacities enter every judgement below them.
  if (type === 'office') prepared(db, 'DELETE FROM cache_assessments').run()
  // Whether a helper can still help is told by the register.
  if (type === 'member')
    prepared(
      db,
      `DELETE FROM cache_assessments WHERE case_row IN (
         SELECT c.id FROM case_helpers h JOIN cases c ON c.case_id = h.case_id WHERE h.member_id = ?)`,
    ).run(id)
  if (type === 'unit')
    prepared(
      db,
      `DELETE FROM cache_assessments WHERE case_row IN (
         SELECT id FROM cases WHERE unit_id = ?
           OR unit_id IN (SELECT unit_id FROM units WHERE parent_id = ?))`,
    ).run(id, id)
}

/** Forgets what is kept of one case. */
export function forgetKeptCase(db: WriteDb, id: string): void {
  // Looked up first: to find nothing costs a deletion ten times as much.
  const row = prepared<{ id: number }>(db, 'SELECT id FROM cases WHERE case_id = ?').get(id)
  if (row !== undefined) prepared(db, 'DELETE FROM cache_assessments WHERE case_row = ?').run(row.id)
}

/**
 * Forgets what is kept of the cases that an office's committees have numbered resolutions about, where a unit among theirs
 * has got another committee: its numbers leave one order and join another.
 */
export function forgetCommitteeNumbers(db: WriteDb, unit: string, keeper: string): void {
  const series = committeeSeries(keeper)
  const concerned = prepared<{ any: number }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM cache_assessments) AND EXISTS (SELECT 1 FROM numbers WHERE series = :series
       AND (unit_id = :unit OR unit_id IN (SELECT unit_id FROM units WHERE parent_id = :unit))) AS "any"`,
  ).get({ series, unit })
  if (concerned?.any !== 1) return
  prepared(
    db,
    `DELETE FROM cache_assessments WHERE case_row IN (
       SELECT c.id FROM numbers n JOIN cases c ON c.case_id = n.subject_id WHERE n.series = ?)`,
  ).run(series)
}
