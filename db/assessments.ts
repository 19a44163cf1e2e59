/**
 * The kept assessments: written with the act that changes a case, and made again in the background where a day has come
 * on which one can differ, or where rules, calendar or program have changed. Never part of what a replay must give.
 */
import { sha256Hex, utf8 } from '../shared/base/canonical.ts'
import type { FindingFilter } from '../shared/contract/list-filters.ts'
import type { Subject } from '../shared/journal/entry.ts'
import { isConfirmedAt, waitingLift } from '../shared/model/case/lifts.ts'
import { foldCase, type CaseState } from '../shared/model/case-state.ts'
import type { Member } from '../shared/model/office.ts'
import type { OfficeState, UnitState } from '../shared/model/office-state.ts'
import { isEnded } from '../shared/model/stage.ts'
import { assess, type Assessment } from '../shared/rules/assess.ts'
import { RULE_SETS, ruleSetHash } from '../shared/rules/sets/index.ts'
import { surroundingsOf, type Judging } from '../shared/rules/surroundings.ts'
import { canMove, keptCase } from './kept-case.ts'
import { insert, upsert } from './apply/upsert.ts'
import { readItems } from './journal.ts'
import { loadCase, loadOffice, loadUnit, memberLookup } from './load.ts'
import { loadJudging, loadRulebook } from './load-rules.ts'
import { nearestNumbers, type NumbersBeside } from './numbers-beside.ts'
import { prepared, type ReadDb, type WriteDb } from './transaction.ts'

/** Raised by hand when the checks themselves change, so that what an older build kept is made again. */
const CHECKS = 15

const SHIPPED = RULE_SETS.map(ruleSetHash).join(' ')

/** More changed cases than this are left to the background: an import must not wait for them. */
const AT_ONCE = 200

/** The end of what does not change by itself. */
const NEVER = '9999-12-31'

/** What judging one case after another needs; units are folded once. */
export type Judge = {
  readonly office: OfficeState
  readonly judging: Judging
  readonly revision: string
  readonly unitOf: (id: string) => UnitState | null
  readonly memberOf: (id: string) => Member | null
  readonly besideOf: NumbersBeside
}

/** True if `keepTouched` judges what a transaction touched: then applying need not forget what was kept of it. */
export function isJudgedAtOnce(db: ReadDb, subjects: readonly Subject[]): boolean {
  return subjects.filter(({ type }) => type === 'case').length <= AT_ONCE && loadOffice(db) !== null
}

/**
 * Keeps the assessments of what a transaction has changed; of many cases applying has forgotten what was kept before.
 * @param subjects - what it touched
 * @param others - cases beside them that have to be judged again, of which applying has forgotten what was kept
 * @param today - the day
 */
export function keepTouched(
  db: WriteDb,
  subjects: readonly Subject[],
  others: ReadonlySet<string>,
  today: string,
): void {
  const touched = subjects.flatMap(({ type, id }) => (type === 'case' ? [id] : []))
  const cases = new Set([...touched, ...[...others].slice(0, AT_ONCE)])
  const judge = cases.size === 0 || !isJudgedAtOnce(db, subjects) ? null : judgeOf(db, today)
  if (judge !== null) for (const id of cases) keep(db, id, judge, loadCase(db, id))
}

/** Forgets them all: they were made as of a day that was not the right one. */
export function forgetAssessments(db: WriteDb): void {
  prepared(db, 'DELETE FROM cache_assessments').run()
}

/** How far the background has come: the row of the last case looked at, or null at the end, and how many were made again. */
export type Refreshed = { readonly after: number | null; readonly made: number }

/**
 * Makes assessments again that are missing or can differ by now. Cases come in the order in which they were recorded: so
 * what is read and what is kept of one lies beside that of the next, and a page of the store is not written for each.
 * @param after - the row the last call ended with; 0 at the beginning
 * @param limit - how many at most
 */
export function refreshDue(db: WriteDb, today: string, after: number, limit: number): Refreshed {
  const judge = judgeOf(db, today)
  if (judge === null) return { after: null, made: 0 }
  const due = prepared<Kept & { readonly id: string }>(
    db,
    `SELECT c.case_id AS id, c.id AS row, a.case_row IS NOT NULL AS held FROM cases c LEFT JOIN cache_assessments a ON a.case_row = c.id
     WHERE c.id > ? AND (a.case_row IS NULL OR a.revision <> ? OR a.valid_until <= ?)
     ORDER BY c.id LIMIT ?`,
  ).all(after, judge.revision, today, limit)
  for (const { id, ...kept } of due) keep(db, id, judge, foldCase(id, readItems(db, 'case', id)), kept)
  return { after: due.length < limit ? null : (due.at(-1)?.row ?? null), made: due.length }
}

/** How many cases are waiting to be judged again: counted in indexes, no row is read. */
export function countDue(db: ReadDb, today: string): number {
  const row = prepared<{ n: number }>(
    db,
    `SELECT (SELECT count(*) FROM cases)
       - (SELECT count(*) FROM cache_assessments WHERE revision = ? AND valid_until > ?) AS n`,
  ).get(revisionOf(db), today)
  return row?.n ?? 0
}

/** Differs wherever the same case could be judged otherwise on the same day. Short, since every row carries it. */
export function revisionOf(db: ReadDb): string {
  return sha256Hex(utf8(JSON.stringify([CHECKS, SHIPPED, loadRulebook(db).revision]))).slice(0, 16)
}

/** The assessment of one case as things stand, or null where there is no such case. */
export function judgedCase(
  db: ReadDb,
  id: string,
  judge: Judge,
): { readonly state: CaseState; readonly assessment: Assessment } | null {
  const state = loadCase(db, id)
  return state === null ? null : { state, assessment: assessed(state, judge) }
}

function assessed(state: CaseState, { office, judging, unitOf, memberOf, besideOf }: Judge): Assessment {
  const unit = unitOf(state.unit)
  const parent = unit?.unit.parent === undefined ? null : unitOf(unit.unit.parent)
  return assess(state, surroundingsOf(judging, office, unit, parent, { memberOf, besideOf }))
}

/** Prepares judging on a day; null before the office is founded. */
export function judgeOf(db: ReadDb, today: string): Judge | null {
  const office = loadOffice(db)
  if (office === null) return null
  const units = new Map<string, UnitState | null>()
  const unitOf = (id: string) => {
    if (!units.has(id)) units.set(id, loadUnit(db, id))
    return units.get(id) ?? null
  }
  return {
    office,
    judging: loadJudging(db, today),
    revision: revisionOf(db),
    unitOf,
    memberOf: memberLookup(db),
    besideOf: nearestNumbers(db),
  }
}

/** The integer key of a case, and whether (1, 0) anything is kept of it. */
type Kept = { readonly row: number; readonly held: number }

/** @param kept - where it has been read already */
function keep(db: WriteDb, id: string, judge: Judge, state: CaseState | null, kept?: Kept): void {
  // Of a case that is no more nothing is kept any more: applying has seen to it.
  if (state === null) return
  const assessment = assessed(state, judge)
  const running = nearest(assessment)
  const open = assessment.findings.filter(({ lifted }) => lifted === undefined)
  const key = kept?.row ?? prepared<{ id: number }>(db, 'SELECT id FROM cases WHERE case_id = ?').get(id)?.id
  if (key === undefined) throw new Error('a case that can be judged has no row')
  // Whatever stays as it was is not written: in most acts neither a day nor a limit changes.
  const put = kept?.held === 0 ? insert : upsert
  put(db, 'cache_assessments', 'case_row', {
    case_row: key,
    revision: judge.revision,
    valid_until: assessment.validUntil ?? NEVER,
    next_step: assessment.next[0]?.step ?? null,
    due: running?.due ?? null,
    due_limit: running?.id ?? null,
    due_provisional: running?.provisional === true ? 1 : 0,
    moving: canMove(assessment.stage) ? JSON.stringify(keptCase(state, assessment)) : null,
  })
  put(db, 'cache_findings', 'case_row', {
    case_row: key,
    ended: isEnded(assessment.stage) ? 1 : 0,
    blocks: open.filter(({ severity }) => severity === 'block').length,
    warnings: open.filter(({ severity }) => severity === 'warn').length,
    codes: [
      ...new Set(open.filter(isLookedFor).map(({ code }) => code)),
      ...(waitsHere(open, state, judge.office.id) ? [TO_CONFIRM_HERE] : []),
    ].join(' '),
  })
}

/** Kept beside P2, for the home page and for its list: whoever may confirm one of the exceptions sits in this office. */
const TO_CONFIRM_HERE = 'P2-here' satisfies FindingFilter

function waitsHere(open: Assessment['findings'], { keeper, lifts }: CaseState, office: string): boolean {
  const waiting = open.flatMap((found) => (found.code === 'P2' ? [found.data] : []))
  return waiting.some(({ lift, finding }) => {
    const held = waitingLift(lifts, { lift, code: finding })
    return held !== null && isConfirmedAt(held, keeper, office)
  })
}

/** Numbers of acts that were taken over are information: nobody has to compare them, and no list is narrowed by them. */
function isLookedFor({ code, takenOver }: Assessment['findings'][number]): boolean {
  return !(takenOver === true && code.startsWith('C38'))
}

/** The time limit that ends first of those that still run. */
function nearest({ deadlines }: Assessment): Assessment['deadlines'][number] | null {
  const running = deadlines.filter(({ met }) => met === undefined)
  return running.reduce<(typeof running)[number] | null>(
    (first, one) => (first === null || one.due < first.due ? one : first),
    null,
  )
}
