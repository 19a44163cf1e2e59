/**
 * Cases that move: on their way between offices, or with something to do about them. Read from what is kept of each, so
 * that a large office waits for nothing; only the days left are counted here, and what is not kept yet, or no longer
 * holds today, is judged at once for the first few and announced for the rest.
 */
import { compareText } from '../../shared/base/compare.ts'
import type { MovingCase, MovingCases, ReviewList } from '../../shared/contract/answers.ts'
import { trustedJson } from '../../shared/base/trust.ts'
import { addMonths } from '../../shared/calendar/plain-date.ts'
import type { OfficeState } from '../../shared/model/office-state.ts'
import { decidesFor, type Judging } from '../../shared/rules/surroundings.ts'
import { countDue, judgedCase, judgeOf, revisionOf } from '../assessments.ts'
import { keptCase, MOVING, type KeptCase } from '../kept-case.ts'
import { loadOffice } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** The most rows that are shown: the nearest deadlines first. */
const MOST = 1000

/** So many cases are judged while the page waits, where what is kept of them does not hold: some tens of milliseconds. */
const AT_ONCE = 100

/** Months after the ceremony from which probation is shown: its papers are asked for in the last two of twelve. */
const LATE_PROBATION = 10

const MOVING_LIST = MOVING.map((stage) => `'${stage}'`).join(', ')

/** Others' dossiers that are only being put together are not for us to see to. */
const TESTS = `(c.ended = 0 AND (c.stage IN (${MOVING_LIST}) AND (c.stage <> 'preparing' OR c.keeper = :self)
    OR c.stage = 'probation' AND c.ceremony_on <= :probationSince)
  OR c.stage = 'refused' AND c.receipt_on IS NULL AND c.keeper = :self)`

/** Of these only what lies at the deciding office, what it has returned, and what its own branches have voted on. */
const REVIEWED = `c.stage IN ('submitted', 'received', 'returned', 'recognitionSubmitted', 'recognitionReceived',
  'recognitionReturned', 'removalSubmitted', 'removalReturned', 'cancellationSubmitted', 'cancellationReturned',
  'branchVoted', 'committeeVoted', 'recognitionVoted', 'recognitionCommitteeVoted', 'removalProposed',
  'cancellationProposed')`

const COLUMNS = `c.case_id AS "case", c.name, c.birth, c.keeper, c.stage, c.unit_id AS unit, u.name AS unitName,
  u.keeper AS unitKeeper, r.reviewer,
  (SELECT m.day || ' ' || m.meeting_id FROM meeting_cases mc JOIN meetings m ON m.meeting_id = mc.meeting_id
   WHERE mc.case_id = c.case_id AND m.status = 'called' ORDER BY m.day LIMIT 1) AS meeting`

const JOINED = `LEFT JOIN units u ON u.unit_id = c.unit_id LEFT JOIN review_work r ON r.case_id = c.case_id`

type Row = Pick<MovingCase, 'case' | 'name' | 'birth' | 'keeper' | 'stage' | 'unitName' | 'reviewer'> & {
  /** Day and id of the meeting it is put to. */
  readonly meeting: string | null
  readonly unit: string
  readonly unitKeeper: string | null
  /** What is kept; null where nothing is. */
  readonly kept: string | null
  /** 1 where what is kept still holds today. */
  readonly holds: number
}

/** The cases that move in our office, those it keeps and those it decides on. */
export function movingCases(db: ReadDb, office: OfficeState, judging: Judging): MovingCases {
  return moving(db, office, judging, TESTS)
}

/** The queue of the deciding office: sent dossiers that wait for it, and its own that are ready for a decision. */
export function reviewList(db: ReadDb, judging: Judging): ReviewList | null {
  const office = loadOffice(db)
  if (office === null) return null
  const { rows, ...rest } = moving(db, office, judging, `${TESTS} AND ${REVIEWED}`)
  return { today: judging.today, rows: rows.filter(isForReview), ...rest, lastNumber: lastNumber(db) }
}

/** @param tests - a text of this file, never data */
function moving(db: ReadDb, office: OfficeState, judging: Judging, tests: string): MovingCases {
  const { today } = judging
  const values = { self: office.id, probationSince: addMonths(today, -LATE_PROBATION) }
  const kept = (order: string, limit: number) =>
    prepared<Row>(
      db,
      `SELECT ${COLUMNS}, a.moving AS kept, a.revision = :revision AND a.valid_until > :today AS holds
       FROM cache_assessments a INDEXED BY cache_assessments_moving
       CROSS JOIN cases c ON c.id = a.case_row ${JOINED}
       WHERE a.moving IS NOT NULL AND ${order} AND ${tests} ORDER BY a.due, a.case_row LIMIT :limit`,
    ).all({ ...values, revision: revisionOf(db), today, limit })
  const dated = kept('a.due IS NOT NULL', MOST + 1)
  const undated = dated.length > MOST ? [] : kept('a.due IS NULL', MOST + 1 - dated.length)
  const waiting = countDue(db, today)
  // Only where something waits can something not be kept at all: looking for it means looking at every case.
  const unkept =
    waiting === 0
      ? []
      : prepared<Row>(
          db,
          `SELECT ${COLUMNS}, NULL AS kept, 0 AS holds FROM cases c ${JOINED}
           WHERE ${tests} AND c.id NOT IN (SELECT case_row FROM cache_assessments)
           ORDER BY coalesce(c.decided_on, c.submitted_on, c.voted_on, '9999'), c.case_id LIMIT ${AT_ONCE}`,
        ).all(values)
  const shown = [...dated, ...undated].slice(0, MOST)
  const judge = waiting === 0 ? null : judgeOf(db, today)
  let judged = 0
  const rows = [...unkept, ...shown].flatMap((row): readonly MovingCase[] => {
    if (row.holds === 0 && judge !== null && judged < AT_ONCE) {
      judged += 1
      const found = judgedCase(db, row.case, judge)
      return found === null ? [] : [movingCase(row, keptCase(found.state, found.assessment), office, judging)]
    }
    return row.kept === null ? [] : [movingCase(row, trustedJson<KeptCase>(row.kept), office, judging)]
  })
  return {
    rows: rows.toSorted((a, b) => compareText(dueOf(a), dueOf(b))),
    more: dated.length + undated.length > MOST,
    // What was judged just now is not waited for.
    waiting: Math.max(0, waiting - judged),
  }
}

function dueOf({ limits }: MovingCase): string {
  return limits[0]?.due ?? '9999'
}

function movingCase(
  { kept: _kept, holds: _holds, unit, unitKeeper, meeting, ...row }: Row,
  { limits, ...held }: KeptCase,
  office: OfficeState,
  { calendar, today }: Judging,
): MovingCase {
  return {
    ...row,
    own: row.keeper === office.id,
    decidesHere: unitKeeper !== null && decidesFor(office, { id: unit, keeper: unitKeeper }, today),
    ...held,
    meeting: meeting === null ? null : { date: meeting.slice(0, 10), id: meeting.slice(11) },
    limits: limits.map((limit) => ({ ...limit, left: calendar.workingDaysBetween(today, limit.due).days })),
  }
}

const SENT: ReadonlySet<MovingCase['stage']> = new Set<MovingCase['stage']>([
  'submitted',
  'received',
  'returned',
  'recognitionSubmitted',
  'recognitionReceived',
  'recognitionReturned',
  'removalSubmitted',
  'removalReturned',
  'cancellationSubmitted',
  'cancellationReturned',
])

const DECISIONS: ReadonlySet<NonNullable<MovingCase['next']>> = new Set<NonNullable<MovingCase['next']>>([
  'decision',
  'recognitionDecision',
  'removalDecision',
  'cancellationDecision',
])

function isForReview({ decidesHere, own, stage, next }: MovingCase): boolean {
  if (!decidesHere) return false
  return SENT.has(stage) || (own && next !== null && DECISIONS.has(next))
}

function lastNumber(db: ReadDb): string | null {
  return (
    prepared<{ number: string }>(
      db,
      `SELECT number FROM decisions INDEXED BY decisions_by_day
       ORDER BY decided_on DESC, length(number) DESC, number DESC LIMIT 1`,
    ).get()?.number ?? null
  )
}
