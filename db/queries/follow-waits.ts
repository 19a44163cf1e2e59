/**
 * What of follow-up waits on the home page, in an office of any capacity: directives not confirmed, findings to be mended, and
 * of our own inspections what waits to be looked at or is late.
 */
import type { InspectionRow } from '../../shared/contract/follow.ts'
import type { HomeWait } from '../../shared/contract/home-waits.ts'
import type { ReadDb } from '../transaction.ts'
import { directiveList, inspectionList } from './follow.ts'

/** What waits of follow-up, in the order it is shown. */
export function followWaits(db: ReadDb, today: string): readonly HomeWait[] {
  const inspections = inspectionList(db, today, undefined).rows
  return [
    ...directivesUnread(db, today),
    ...findingsToMend(inspections),
    ...mendingsToCheck(inspections),
    ...mendingsLate(inspections),
  ]
}

/** Directives from above that our office has not confirmed. */
function directivesUnread(db: ReadDb, today: string): readonly HomeWait[] {
  const unread = directiveList(db, today).rows.filter(({ mustRead, read }) => mustRead && read === null)
  return wait(
    'directivesUnread',
    '/chi-dao',
    unread.length,
    unread.flatMap(({ facts }) => facts.readBy ?? []),
  )
}

/** Findings of the office above that are to be mended here. */
function findingsToMend(inspections: readonly InspectionRow[]): readonly HomeWait[] {
  const open = inspections
    .filter(({ received }) => received)
    .flatMap(({ findings }) => findings.filter(({ standing }) => OPEN.has(standing)))
  return wait(
    'findingsToMend',
    '/kiem-tra',
    open.length,
    open.flatMap(({ dueNow }) => dueNow ?? []),
  )
}

/** Mendings that units below have reported and nobody has looked at. */
function mendingsToCheck(inspections: readonly InspectionRow[]): readonly HomeWait[] {
  const rows = inspections.filter(({ own }) => own)
  return wait(
    'mendingsToCheck',
    '/kiem-tra',
    rows.reduce((sum, { reported }) => sum + reported, 0),
    [],
  )
}

/** Findings of our inspections that were to be mended by now. */
function mendingsLate(inspections: readonly InspectionRow[]): readonly HomeWait[] {
  const late = inspections.filter(({ own, overdue }) => own && overdue > 0)
  return wait(
    'mendingsLate',
    '/kiem-tra',
    late.reduce((sum, { overdue }) => sum + overdue, 0),
    late.flatMap(({ due }) => due ?? []),
  )
}

const OPEN: ReadonlySet<string> = new Set(['open', 'partly', 'notMended'])

function wait(code: HomeWait['code'], route: string, count: number, days: readonly string[]): readonly HomeWait[] {
  return count === 0 ? [] : [{ code, count, due: days.toSorted()[0] ?? null, route }]
}
