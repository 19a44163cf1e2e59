/**
 * Cases that move: on their way between offices, or with something to do about them. Judged afresh, so that the days left
 * are today's; at most 500 of them, the oldest steps first, and last those that only another office can take on.
 */
import type { MovingCase, ReviewList, RunningLimit } from '../../shared/contract/answers.ts'
import { addMonths } from '../../shared/calendar/plain-date.ts'
import { foldCase } from '../../shared/model/case-state.ts'
import { foldUnit, type OfficeState, type UnitState } from '../../shared/model/office-state.ts'
import { actsOf, currentMatter, stageOf } from '../../shared/model/stage.ts'
import { assess } from '../../shared/rules/assess.ts'
import type { Deadline } from '../../shared/rules/deadlines.ts'
import { decidesFor, surroundingsOf, type Judging } from '../../shared/rules/surroundings.ts'
import { itemsAbout } from '../journal.ts'
import { loadOffice } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** Stages with something to do or to wait for; of probation only its last weeks and what is missing then. */
const MOVING = [
  'preparing',
  'branchVoted',
  'committeeVoted',
  'submitted',
  'received',
  'returned',
  'admitted',
  'decisionReceived',
  'recognitionVoted',
  'recognitionCommitteeVoted',
  'recognitionSubmitted',
  'recognitionReceived',
  'recognitionReturned',
  'recognitionRefused',
  'recognised',
  'removalProposed',
  'removalSubmitted',
  'removalReturned',
  'cancellationProposed',
  'cancellationSubmitted',
  'cancellationReturned',
] as const satisfies readonly MovingCase['stage'][]

const MOVING_LIST = MOVING.map((stage) => `'${stage}'`).join(', ')

/** Months after the ceremony from which probation is shown: its papers are asked for in the last two of twelve. */
const LATE_PROBATION = 10

/** The cases that move in our office, those it keeps and those it decides on. */
export function movingCases(db: ReadDb, office: OfficeState, judging: Judging): readonly MovingCase[] {
  const units = new Map<string, UnitState | null>()
  const unitOf = (id: string): UnitState | null => {
    const known = units.get(id)
    if (known !== undefined) return known
    const unit = foldUnit(id, itemsAbout(db, 'unit', id))
    units.set(id, unit)
    return unit
  }
  return prepared<{ id: string }>(
    db,
    `SELECT case_id AS id FROM cases
     WHERE ended = 0 AND (stage IN (${MOVING_LIST}) OR stage = 'probation' AND ceremony_on <= ?)
        OR stage = 'refused' AND receipt_on IS NULL AND keeper = ?
     ORDER BY stage IN ('admitted', 'decisionReceived') AND keeper <> ?,
              coalesce(decided_on, submitted_on, voted_on, '9999'), case_id LIMIT 500`,
  )
    .all(addMonths(judging.today, -LATE_PROBATION), office.id, office.id)
    .flatMap(({ id }) => movingCase(db, id, office, judging, unitOf) ?? [])
}

/** The queue of the deciding office: sent dossiers that wait for it, and its own that are ready for a decision. */
export function reviewList(db: ReadDb, judging: Judging): ReviewList | null {
  const office = loadOffice(db)
  if (office === null) return null
  const rows = movingCases(db, office, judging).filter(isForReview)
  return { today: judging.today, rows, lastNumber: lastNumber(db) }
}

/** Stages of a dossier that lies at the deciding office, or that it has returned. */
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

function movingCase(
  db: ReadDb,
  id: string,
  office: OfficeState,
  judging: Judging,
  unitOf: (id: string) => UnitState | null,
): MovingCase | null {
  const state = foldCase(id, itemsAbout(db, 'case', id))
  if (state === null) return null
  const unit = unitOf(state.unit)
  const parent = unit?.unit.parent === undefined ? null : unitOf(unit.unit.parent)
  const assessment = assess(state, surroundingsOf(judging, office, unit, parent))
  const matter = currentMatter(state)
  const { submissions, decision } = actsOf(state, matter)
  const sent = submissions.at(-1)
  const returned = sent?.returned ?? null
  return {
    case: id,
    name: state.profile.name,
    birth: state.profile.birth ?? null,
    unitName: unit?.unit.name ?? null,
    keeper: state.keeper,
    stage: stageOf(state),
    matter,
    own: state.keeper === office.id,
    decidesHere: unit !== null && decidesFor(office, unit, judging.today),
    next: assessment.next[0]?.step ?? null,
    limits: running(assessment.deadlines, judging),
    blocks: assessment.findings.filter(({ severity, lifted }) => severity === 'block' && lifted === undefined).length,
    batch: sent?.batch ?? null,
    submittedOn: sent?.date ?? null,
    receivedOn: sent?.received?.date ?? null,
    submissions: submissions.length,
    returned:
      returned === null
        ? null
        : {
            date: returned.date,
            remarks: returned.remarks.length,
            first: returned.remarks[0]?.text ?? '',
            answerBy: returned.answerBy ?? null,
          },
    decision: decision === null ? null : { outcome: decision.outcome, number: decision.number, date: decision.date },
  }
}

function running(deadlines: readonly Deadline[], { calendar, today }: Judging): readonly RunningLimit[] {
  return deadlines
    .filter(({ met }) => met === undefined)
    .map(({ id, due, extendedDue, provisional }) => ({
      id,
      due,
      extendedDue: extendedDue ?? null,
      left: calendar.workingDaysBetween(today, due).days,
      provisional,
    }))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
}

function lastNumber(db: ReadDb): string | null {
  return (
    prepared<{ number: string }>(
      db,
      `SELECT decision_number AS number FROM cases WHERE decision_number IS NOT NULL
       ORDER BY decided_on DESC, length(decision_number) DESC, decision_number DESC LIMIT 1`,
    ).get()?.number ?? null
  )
}
