/**
 * The rows that reports are computed from: targets and totals of an owner, reports that were sent, and of each case its
 * admission and the other acts that are counted.
 */
import { compareText } from '../../shared/base/compare.ts'
import { inOrder, typed } from '../../shared/journal/item.ts'
import { admissionOf, countedActs } from '../../shared/model/admission.ts'
import { foldTargets, foldTotals } from '../../shared/model/target.ts'
import { admissionRow } from '../../shared/reports/facts.ts'
import { itemsAbout } from '../journal.ts'
import { prepared, type WriteDb } from '../transaction.ts'
import type { CaseRows } from './case-rows.ts'
import { remove, upsert } from './upsert.ts'

/** Writes the targets and totals of an office or unit. */
export function applyTarget(db: WriteDb, owner: string): void {
  const items = itemsAbout(db, 'target', owner)
  remove(db, 'targets', 'owner', owner)
  remove(db, 'typed_totals', 'owner', owner)
  const target = prepared(
    db,
    'INSERT INTO targets (owner, year, number, own, given, revisions, entry_id, paper) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { year, number, own, isGiven, revisions, entry, paper } of foldTargets(items)) {
    const changes = revisions.filter((revision) => revision.isGiven === isGiven).length - 1
    target.run(owner, year, number, own, isGiven ? 1 : 0, changes, entry, paper === null ? null : JSON.stringify(paper))
  }
  const total = prepared(
    db,
    'INSERT INTO typed_totals (owner, year, admitted, members, last_admission) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { year, admitted, members, lastAdmission } of foldTotals(owner, items))
    total.run(owner, year, admitted, members, lastAdmission)
}

/** Writes a report that was sent. */
export function applyReport(db: WriteDb, id: string): void {
  remove(db, 'sent_reports', 'report_id', id)
  // One entry a report; should two claim one id, the newer in history stands everywhere.
  for (const item of inOrder(itemsAbout(db, 'report', id))) {
    const fact = typed(item)
    if (fact.kind !== 'report.sent') continue
    const { entry, office } = item
    upsert(db, 'sent_reports', 'report_id', {
      report_id: id,
      entry_id: entry.id,
      office,
      at: entry.at,
      actor: entry.actor.name,
      report: JSON.stringify(fact.payload),
    })
  }
}

/** Brings the counted acts of a case to what its entries say; rows that stay are left alone. */
export function writeActs(db: WriteDb, rows: CaseRows): void {
  writeAdmission(db, rows)
  const { caseId, state, isNew } = rows
  const wanted = new Map<string, { act: string; place: number; day: string; unit: string; keeper: string }>()
  const places = new Map<string, number>()
  for (const { act, day, unit, keeper } of state === null ? [] : sorted(countedActs(state))) {
    const place = places.get(act) ?? 0
    places.set(act, place + 1)
    wanted.set(`${act} ${place}`, { act, place, day, unit, keeper })
  }
  const held = prepared<{ act: string; place: number; day: string; unit: string; keeper: string }>(
    db,
    'SELECT act, place, day, unit_id AS unit, keeper FROM case_acts WHERE case_id = ?',
  )
  for (const row of isNew ? [] : held.all(caseId)) {
    const same = wanted.get(`${row.act} ${row.place}`)
    if (same !== undefined && same.day === row.day && same.unit === row.unit && same.keeper === row.keeper)
      wanted.delete(`${row.act} ${row.place}`)
    else
      prepared(db, 'DELETE FROM case_acts WHERE case_id = ? AND act = ? AND place = ?').run(caseId, row.act, row.place)
  }
  for (const { act, place, day, unit, keeper } of wanted.values())
    prepared(db, 'INSERT INTO case_acts (case_id, act, place, day, unit_id, keeper) VALUES (?, ?, ?, ?, ?, ?)').run(
      caseId,
      act,
      place,
      day,
      unit,
      keeper,
    )
}

function writeAdmission(db: WriteDb, { caseId, state, isNew }: CaseRows): void {
  const admission = state === null ? null : admissionOf(state)
  if (admission === null) return isNew ? undefined : remove(db, 'admissions', 'case_id', caseId)
  const {
    case: case_id,
    unit,
    isYouthUnion,
    isAgain,
    isTakenOver,
    identityNumber,
    politicalTheory,
    ...same
  } = admissionRow(caseId, admission)
  upsert(db, 'admissions', 'case_id', {
    ...same,
    case_id,
    unit_id: unit,
    political_theory: politicalTheory,
    youth_union: isYouthUnion ? 1 : 0,
    again: isAgain ? 1 : 0,
    taken_over: isTakenOver ? 1 : 0,
    identity_number: identityNumber,
  })
}

function sorted<T extends { readonly day: string }>(acts: readonly T[]): readonly T[] {
  return acts.toSorted((a, b) => compareText(a.day, b.day))
}
