/**
 * The rows of a case that the deciding office works with: decisions of every matter, returns with their remarks, consents,
 * who reviews it and how far, votes of the deciding body, who it was judged to be.
 */
import type { Item } from '../../shared/journal/item.ts'
import { inOrder, typed } from '../../shared/journal/item.ts'
import { Matter } from '../../shared/model/acts.ts'
import { openConsents } from '../../shared/model/case/consents.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import { foldReviewWork } from '../../shared/model/review-work.ts'
import { actsOf } from '../../shared/model/stage.ts'
import { fold } from '../../shared/text/fold.ts'
import { prepared, type SqlValue, type WriteDb } from '../transaction.ts'
import type { CaseRows } from './case-rows.ts'
import { remove, upsert } from './upsert.ts'

const OWN_TABLES = ['decisions', 'returns', 'consents', 'duplicates', 'meeting_votes'] as const

/** Writes them anew. */
export function writeReview(db: WriteDb, { caseId, state, items, isNew }: CaseRows): void {
  if (!isNew) for (const table of OWN_TABLES) remove(db, table, 'case_id', caseId)
  const work = foldReviewWork(state === null ? [] : items)
  if (work.reviewer === null && work.checked.length === 0) {
    if (!isNew) remove(db, 'review_work', 'case_id', caseId)
  } else
    upsert(db, 'review_work', 'case_id', {
      case_id: caseId,
      reviewer: work.reviewer,
      looked_at: work.checked.length,
      wanting: work.checked.filter(({ ok }) => !ok).length,
    })
  for (const { other, judgement, note, by, at } of work.judged)
    insert(db, 'INSERT INTO duplicates (case_id, other_id, judgement, note, judged_by, at) VALUES (?, ?, ?, ?, ?, ?)', [
      caseId,
      other,
      judgement,
      note ?? null,
      by,
      at,
    ])
  for (const { meeting, matter, entry, present, agree, disagree, blank, outcome, remarks } of work.votes)
    insert(
      db,
      `INSERT INTO meeting_votes
         (case_id, meeting_id, matter, entry_id, present, agree, disagree, blank, outcome, remarks)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [caseId, meeting, matter, entry, present, agree, disagree, blank, outcome, remarks ?? null],
    )
  if (state === null) return
  writeDecisions(db, state)
  writeReturns(db, state, items)
  writeConsents(db, state)
}

function writeDecisions(db: WriteDb, state: CaseState): void {
  for (const matter of Matter.options) {
    const { decisions, decision, receipt } = actsOf(state, matter)
    for (const [entry, made] of new Map(decisions.map((one) => [one.entry, one])))
      insert(
        db,
        `INSERT INTO decisions (case_id, matter, entry_id, number, body, body_key, decided_on, outcome, stands,
           receipt_on, on_paper) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          state.id,
          matter,
          entry,
          made.number,
          made.body,
          fold(made.body),
          made.date,
          made.outcome,
          made.entry === decision?.entry ? 1 : 0,
          made.entry === decision?.entry ? (receipt?.date ?? null) : null,
          made.onPaper ? 1 : 0,
        ],
      )
  }
}

/** Of each remark also when its paper was recorded anew, as far as this office holds the record. */
function writeReturns(db: WriteDb, state: CaseState, items: readonly Item[]): void {
  const history = Matter.options.some((matter) => actsOf(state, matter).submissions.some(({ returned }) => returned))
    ? inOrder(items)
    : []
  for (const matter of Matter.options) {
    const { submissions } = actsOf(state, matter)
    for (const [place, { returned }] of submissions.entries()) {
      if (returned === null) continue
      const mended = papersAfter(history, returned.entry)
      insert(
        db,
        `INSERT INTO returns (case_id, matter, entry_id, returned_on, number, answer_by, remarks, resent_on)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          state.id,
          matter,
          returned.entry,
          returned.date,
          returned.letter?.number ?? null,
          returned.answerBy ?? null,
          JSON.stringify(
            returned.remarks.map(({ paper, text }) => ({
              paper: paper ?? null,
              text,
              mended: paper !== undefined && mended.has(paper),
            })),
          ),
          submissions[place + 1]?.date ?? null,
        ],
      )
    }
  }
}

function papersAfter(history: readonly Item[], entry: string): ReadonlySet<string> {
  const from = history.findIndex((item) => item.entry.id === entry)
  return new Set(
    history.slice(from + 1).flatMap((item) => {
      const fact = typed(item)
      return fact.kind === 'paper.recorded' ? [fact.payload.paper] : []
    }),
  )
}

/** An answer with the request it answers, and requests that wait. */
function writeConsents(db: WriteDb, state: CaseState): void {
  const sql = `INSERT INTO consents (case_id, entry_id, kind, about, paper, asked_on, asked_of, asked_number, number,
    answered_on, issuer, granted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  for (const { entry, kind, about, paper, number, date, issuer, granted } of state.consents) {
    const asked = state.consentRequests.findLast((one) => one.kind === kind && one.about === about && one.date <= date)
    insert(db, sql, [
      state.id,
      entry,
      kind,
      about ?? null,
      paper ?? null,
      asked?.date ?? null,
      asked?.to ?? null,
      asked?.letter?.number ?? null,
      number,
      date,
      issuer,
      granted ? 1 : 0,
    ])
  }
  for (const { entry, kind, about, date, to, letter } of openConsents(state))
    insert(db, sql, [
      state.id,
      entry,
      kind,
      about ?? null,
      null,
      date,
      to,
      letter?.number ?? null,
      null,
      null,
      null,
      null,
    ])
}

function insert(db: WriteDb, sql: string, values: readonly SqlValue[]): void {
  prepared(db, sql).run(...values)
}
