/**
 * What falls on the days of a month, and who can make a batch on a day. Limits are those of the cases that move; a batch
 * looks at those nearest to it first.
 */
import type { Batch, BatchRow, CalendarItem, CalendarMonth } from '../../shared/contract/lists.ts'
import { addDays, addMonths, daysInMonth } from '../../shared/calendar/plain-date.ts'
import type { Stage } from '../../shared/model/codes.ts'
import { stageOf } from '../../shared/model/stage.ts'
import { CLASS_CERTIFICATE } from '../../shared/rules/paper-codes.ts'
import { milestonesFor, planCase } from '../../shared/rules/plan.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { judgedCase, judgeOf } from '../assessments.ts'
import { loadOffice } from '../load.ts'
import { prepared, type ReadDb, type SqlValue } from '../transaction.ts'
import { movingCases } from './moving.ts'

/** The most people of each kind in a month. */
const MOST = 500

/** The most people looked at for a batch. */
const MOST_PLANNED = 300

/** Stages a batch may wait for, nearest to the ceremony first. */
const NEAREST: readonly Stage[] = [
  'decisionReceived',
  'admitted',
  'received',
  'submitted',
  'returned',
  'committeeVoted',
  'branchVoted',
  'preparing',
  'trained',
  'helped',
]

/** What falls on the days of a month. @param month - YYYY-MM */
export function calendarMonth(db: ReadDb, month: string, judging: Judging): CalendarMonth {
  const { today, calendar, rulesOn } = judging
  const [year = 0, number = 0] = month.split('-').map(Number)
  const days = Array.from({ length: daysInMonth(year, number) }, (_, n) => addDays(`${month}-01`, n))
  const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
  const rules = rulesOn(today)
  const validity = rules.papers.find(({ code }) => code === CLASS_CERTIFICATE)?.validity?.value.months
  const probation = rules.limits.find(({ id }) => id === 'probation')?.length.value
  const office = loadOffice(db)
  const limits = (office === null ? [] : movingCases(db, office, judging).rows).flatMap((held) =>
    held.limits
      // The end of every probation is found below, not only of those that move.
      .filter(({ id, due }) => id !== 'probation' && due >= first && due <= last)
      .map(({ id, due, provisional }) => ({
        ...item(held),
        day: due,
        what: id,
        isOpen: true,
        isProvisional: provisional,
      })),
  )
  const items: readonly CalendarItem[] = [
    ...limits,
    ...ofDay(db, 'cases c INDEXED BY cases_by_ceremony', 'c.ceremony_on', 'c.ceremony_on >= ?', [first, last]).map(
      (row) => ({ ...row, what: 'ceremony' as const, isOpen: row.day >= today, isProvisional: false }),
    ),
    ...(validity === undefined
      ? []
      : ofDay(
          db,
          'cases c INDEXED BY cases_by_certificate',
          'c.certificate_on',
          `c.ended = 0 AND c.stage IN ('trained', 'preparing') AND c.certificate_on >= ?`,
          [addMonths(first, -validity), addMonths(last, -validity)],
        ).map((row) => ({
          ...row,
          day: addMonths(row.day, validity),
          what: 'certificateEnds' as const,
          isOpen: true,
          isProvisional: false,
        }))),
    ...(probation?.unit !== 'months'
      ? []
      : ofDay(
          db,
          'cases c INDEXED BY cases_by_stage',
          'c.stage_on',
          `c.ended = 0 AND c.stage = 'probation' AND c.stage_on >= ?`,
          [addMonths(first, -probation.amount), addMonths(last, -probation.amount)],
        ).map((row) => ({
          ...row,
          day: addMonths(row.day, probation.amount),
          what: 'probationEnds' as const,
          isOpen: true,
          isProvisional: false,
        }))),
  ]
  return {
    today,
    month,
    off: days.filter((day) => !calendar.isWorkingDay(day)),
    items: items.filter(({ day }) => day >= first && day <= last).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  }
}

type Found = Pick<CalendarItem, 'day' | 'case' | 'name' | 'unitName'>

/** People one of whose days lies between two. Texts are this file's own, never data. */
function ofDay(db: ReadDb, from: string, day: string, test: string, values: readonly SqlValue[]): readonly Found[] {
  return prepared<Found>(
    db,
    `SELECT ${day} AS day, c.case_id AS "case", c.name, u.name AS unitName
     FROM ${from} LEFT JOIN units u ON u.unit_id = c.unit_id
     WHERE ${test} AND ${day} <= ? ORDER BY ${day} LIMIT ${MOST}`,
  ).all(...values)
}

function item({ case: id, name, unitName }: Omit<Found, 'day'>): Omit<Found, 'day'> {
  return { case: id, name, unitName }
}

/** Who can make a batch on a day, nearest to it first. @param day - of the ceremony */
export function batchPlan(db: ReadDb, day: string, judging: Judging): Batch {
  const { today, calendar, rulesOn } = judging
  const rules = rulesOn(day)
  const milestones = milestonesFor(day, rules, calendar)
  const judge = judgeOf(db, today)
  const ids = judge === null ? [] : nearestCases(db, judge.office.id)
  const rows = ids.slice(0, MOST_PLANNED).flatMap((id): BatchRow[] => {
    const judged = judge === null ? null : judgedCase(db, id, { ...judge, judging })
    if (judge === null || judged === null) return []
    const { state, assessment } = judged
    const unit = judge.unitOf(state.unit)
    const certificates = state.papers.flatMap(({ paper, date }) => (paper === CLASS_CERTIFICATE && date ? [date] : []))
    // Whoever has known the person longest, as far as it is recorded.
    const helper = state.helpers.toSorted((a, b) =>
      (a.acquaintedSince ?? a.from) < (b.acquaintedSince ?? b.from) ? -1 : 1,
    )[0]
    const planned = planCase(
      {
        stage: stageOf(state),
        helperFrom: helper?.from ?? null,
        acquaintedSince: helper?.acquaintedSince ?? null,
        certificateOn: certificates.toSorted().at(-1) ?? null,
        assessment,
      },
      milestones,
      rules,
      today,
    )
    if (planned === null) return []
    return [
      { ...planned, case: id, name: state.profile.name, unitName: unit?.unit.name ?? null, stage: stageOf(state) },
    ]
  })
  const first = milestones[0]?.safe ?? day
  return {
    today,
    day,
    ruleSet: rules.id,
    provisional: calendar.workingDaysBetween(first < day ? first : day, day).provisional,
    milestones,
    rows,
    more: ids.length > MOST_PLANNED,
  }
}

function nearestCases(db: ReadDb, self: string): readonly string[] {
  const ids: string[] = []
  for (const stage of NEAREST) {
    if (ids.length > MOST_PLANNED) break
    const found = prepared<{ id: string }>(
      db,
      `SELECT case_id AS id FROM cases INDEXED BY cases_by_keeper
       WHERE keeper = ? AND ended = 0 AND stage = ? LIMIT ?`,
    ).all(self, stage, MOST_PLANNED + 1 - ids.length)
    ids.push(...found.map(({ id }) => id))
  }
  return ids
}
