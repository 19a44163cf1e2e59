/**
 * The row of a pupil: where the pupil is now, and the newest evaluation.
 */
import { pupilOf } from '../../shared/model/schools/pupil.ts'
import type { WriteDb } from '../transaction.ts'
import type { CaseRows } from './case-rows.ts'
import { remove, upsert } from './upsert.ts'

/** Writes the pupil that a case is about, if it is about one. */
export function applyPupil(db: WriteDb, { caseId, state, isNew }: CaseRows): void {
  const pupil = state === null ? null : pupilOf(state)
  if (pupil === null) return isNew ? undefined : remove(db, 'pupils', 'case_id', caseId)
  const { place, newest } = pupil
  upsert(db, 'pupils', 'case_id', {
    case_id: caseId,
    school_year: place.schoolYear,
    class: place.class,
    leaves_on: place.leavesOn,
    evaluated: newest === null ? null : `${newest.schoolYear} ${newest.term}`,
    evaluated_on: newest?.date ?? null,
    summary: newest?.summary ?? null,
  })
}
