/**
 * The row, the search words and the scans of one case, from its state.
 */
import type { Item } from '../../shared/journal/item.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import { erasedOf } from '../../shared/model/erasure.ts'
import { helperNow, helpersNow } from '../../shared/model/helper.ts'
import { numbersOf } from '../../shared/model/numbers.ts'
import { birthYear } from '../../shared/model/profile.ts'
import { foldPhoto } from '../../shared/model/notes.ts'
import { isEnded, openNomination, stageOf } from '../../shared/model/stage.ts'
import { stageDay } from '../../shared/model/stage-day.ts'
import { CLASS_CERTIFICATE } from '../../shared/rules/paper-codes.ts'
import { exactKey, fold } from '../../shared/text/fold.ts'
import { nameSortKey } from '../../shared/text/names.ts'
import { itemsAbout } from '../journal.ts'
import { caseItems, foldedCase } from '../load.ts'
import { prepared, script, type WriteDb } from '../transaction.ts'
import { applyClassLife } from './classes.ts'
import { applyPupil } from './schools.ts'
import { writeNumbers } from './numbers.ts'
import { forgetKept } from './forget-kept.ts'
import { writeReview } from './review.ts'
import { BUSINESS_TABLES } from './tables.ts'
import { writeActs } from './targets.ts'
import type { CaseRows } from './case-rows.ts'
import { insert, remove, upsert, type Row } from './upsert.ts'

/**
 * Writes what follows from the applied entries of a case.
 * @param others - told every other case that its numbers have made doubtful or cleared, of which nothing is kept any more
 */
export function applyCase(db: WriteDb, caseId: string, others?: Set<string>): void {
  const items = caseItems(db, caseId)
  const state = foldedCase(caseId, items)
  const held = prepared<{ id: number; folded: string; exact: string }>(
    db,
    'SELECT id, folded, exact FROM cases WHERE case_id = ?',
  ).get(caseId)
  // A case without a row has none in the tables written here either: they come and go with it.
  const isNew = held === undefined
  const rows: CaseRows = { caseId, state, items, isNew }
  writeScans(db, rows)
  writeHelpers(db, rows)
  writeRemains(db, caseId, state === null ? itemsAbout(db, 'case', caseId) : [])
  writeActs(db, rows)
  applyClassLife(db, caseId, items, state)
  applyPupil(db, rows)
  writeReview(db, rows)
  writeNumbers(db, caseId, state === null ? [] : numbersOf(state), others, isNew)
  if (state === null) {
    if (held) prepared(db, 'DELETE FROM case_words WHERE rowid = ?').run(held.id)
    forgetKept(db, 'case', caseId)
    remove(db, 'cases', 'case_id', caseId)
    return
  }
  const row = caseRow(state)
  if (held === undefined) return writeWords(db, insert(db, 'cases', 'case_id', row), row)
  upsert(db, 'cases', 'case_id', row)
  if (held.folded === row.folded && held.exact === row.exact) return
  prepared(db, 'DELETE FROM case_words WHERE rowid = ?').run(held.id)
  writeWords(db, held.id, row)
}

function writeWords(db: WriteDb, id: number, { folded, exact }: { readonly folded: string; readonly exact: string }) {
  prepared(db, 'INSERT INTO case_words (rowid, folded, exact) VALUES (?, ?, ?)').run(id, folded, exact)
}

/** What stays for counts once the case itself is gone. */
function writeRemains(db: WriteDb, caseId: string, items: readonly Item[]): void {
  const erased = erasedOf(items)
  if (erased === null) return remove(db, 'erased_cases', 'case_id', caseId)
  const { year, branch, outcome, at } = erased
  upsert(db, 'erased_cases', 'case_id', { case_id: caseId, year, unit_id: branch, outcome, at })
}

/** Makes the search index anew from the rows that there are: what was erased leaves no word in it. */
export function rebuildWords(db: WriteDb): void {
  const table = BUSINESS_TABLES.find(({ name }) => name === 'case_words')
  if (table === undefined) throw new Error('no table of words')
  prepared(db, 'DROP TABLE case_words').run()
  script(db, table.sql)
  prepared(db, 'INSERT INTO case_words (rowid, folded, exact) SELECT id, folded, exact FROM cases').run()
}

/** Members of the register who were ever assigned to help: whose status has a part in judging the case. */
function writeHelpers(db: WriteDb, { caseId, state, isNew }: CaseRows): void {
  const wanted = new Set(
    [...(state?.helpers ?? []), ...(state?.ceremony?.helper === undefined ? [] : [state.ceremony.helper])].flatMap(
      ({ member }) => member ?? [],
    ),
  )
  const held = prepared<{ member: string }>(db, 'SELECT member_id AS member FROM case_helpers WHERE case_id = ?')
  for (const { member } of isNew ? [] : held.all(caseId)) {
    if (!wanted.delete(member))
      prepared(db, 'DELETE FROM case_helpers WHERE member_id = ? AND case_id = ?').run(member, caseId)
  }
  for (const member of wanted)
    prepared(db, 'INSERT INTO case_helpers (member_id, case_id) VALUES (?, ?)').run(member, caseId)
}

type ScanRow = { readonly sha256: string; readonly entry: string; readonly bytes: number; readonly type: string }

/** Brings the rows of a case's scans to what its papers and its photograph name; those that stay are left alone. */
function writeScans(db: WriteDb, { caseId, state, items, isNew }: CaseRows): void {
  const photo = state === null ? null : foldPhoto(items)
  const wanted = new Map<string, ScanRow>()
  for (const { scans, entry } of state === null ? [] : scanPapers(state)) {
    for (const { sha256, bytes, type } of scans) {
      const key = `${sha256} ${entry}`
      if (!wanted.has(key)) wanted.set(key, { sha256, entry, bytes, type })
    }
  }
  if (photo !== null) wanted.set(`${photo.scan.sha256} ${photo.entry}`, { ...photo.scan, entry: photo.entry })
  const held = prepared<ScanRow>(db, 'SELECT sha256, entry_id AS entry, bytes, type FROM scans WHERE case_id = ?')
  for (const { sha256, entry, bytes, type } of isNew ? [] : held.all(caseId)) {
    const same = wanted.get(`${sha256} ${entry}`)
    if (same?.bytes === bytes && same.type === type) wanted.delete(`${sha256} ${entry}`)
    else prepared(db, 'DELETE FROM scans WHERE sha256 = ? AND case_id = ? AND entry_id = ?').run(sha256, caseId, entry)
  }
  const scan = prepared(db, 'INSERT INTO scans (sha256, case_id, entry_id, bytes, type) VALUES (?, ?, ?, ?, ?)')
  for (const { sha256, entry, bytes, type } of wanted.values()) scan.run(sha256, caseId, entry, bytes, type)
}

/** Papers whose scans are kept: those that count now, and those of every submission. */
function scanPapers(state: CaseState) {
  const sent = state.submissions.flatMap((submission) =>
    (submission.snapshot?.papers ?? []).map((paper) => ({ scans: paper.scans, entry: submission.entry })),
  )
  return [...state.papers.map((paper) => ({ scans: paper.scans, entry: paper.entry })), ...sent]
}

function caseRow(state: CaseState): Row & { readonly folded: string; readonly exact: string } {
  const { profile, decision } = state
  const stage = stageOf(state)
  const helper = helperNow(state)
  const helping = helpersNow(state).map(({ name }) => name)
  const submission = state.submissions.at(-1)
  const nomination = openNomination(state)
  const told = state.isLineNewest ? state.line : null
  return {
    case_id: state.id,
    keeper: state.keeper,
    unit_id: state.unit,
    known: state.known,
    on_paper: state.onPaper ? 1 : 0,
    stage,
    ended: isEnded(stage) ? 1 : 0,
    name: profile.name,
    sort_key: nameSortKey(profile.name),
    folded: fold(profile.name),
    exact: exactKey(profile.name),
    birth: profile.birth ?? null,
    birth_year: birthYear(profile) ?? null,
    sex: profile.sex ?? null,
    ethnicity: profile.ethnicity ?? null,
    religion: profile.religion ?? null,
    education: profile.education ?? null,
    qualification: profile.qualification ?? null,
    occupation: profile.occupation ?? null,
    source: profile.source ?? null,
    identity_number: profile.identityNumber ?? null,
    helper_id: helper?.member ?? null,
    // Lists name all of them; only one is found by id, whoever was assigned last. A line names no more than that one.
    helper_name:
      told !== null && told.helper !== helper?.name
        ? (told.helper ?? null)
        : helping.length > 0
          ? helping.join(', ')
          : null,
    registered_on: state.registeredOn,
    voted_on: state.branchVotes.at(-1)?.date ?? null,
    submitted_on: submission?.date ?? null,
    returned_on: submission?.returned?.date ?? null,
    decided_on: decision?.date ?? null,
    decision_number: decision?.number ?? null,
    decision_body: decision?.body ?? null,
    outcome: decision?.outcome ?? null,
    nominated_for: nomination?.class ?? told?.nominatedFor ?? null,
    nominated_on: nomination?.date ?? null,
    certificate_number: state.papers.findLast(({ paper }) => paper === CLASS_CERTIFICATE)?.number ?? null,
    receipt_on: state.receipt?.date ?? null,
    ceremony_on: state.ceremony?.date ?? null,
    ended_on: state.ending?.date ?? null,
    conflicts: state.conflicts.length,
    stage_on: stageDay(state),
    certificate_on: newestDay(state.papers.filter(({ paper }) => paper === CLASS_CERTIFICATE)),
    // Who was named at the ceremony helps from that day on.
    helper_on: newestDay([
      { date: helper?.from ?? (helper === null ? undefined : state.ceremony?.date) },
      ...state.notes,
    ]),
    previously: state.previously,
    introduced_on: profile.introducedOn ?? null,
    introduced_by: profile.introducedBy ?? null,
  }
}

function newestDay(papers: readonly { readonly date?: string | undefined }[]): string | null {
  return (
    papers
      .flatMap(({ date }) => date ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}
