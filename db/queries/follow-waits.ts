/**
 * What of follow-up waits on the home page, in an office of any capacity: directives not confirmed, findings to be mended, and
 * of our own inspections what waits to be looked at or is late.
 */
import type { HomeWait } from '../../shared/contract/home-waits.ts'
import type { OfficeState } from '../../shared/model/office-state.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import type { ReadDb } from '../transaction.ts'
import { directiveList, inspectionList } from './follow.ts'

/** Directives from above that our office has not confirmed. */
export function directivesUnread(db: ReadDb, _office: OfficeState, { today }: Judging): HomeWait | null {
  const unread = directiveList(db, today).rows.filter(({ mustRead, read }) => mustRead && read === null)
  return wait(
    'directivesUnread',
    '/chi-dao',
    unread.length,
    unread.flatMap(({ facts }) => facts.readBy ?? []),
  )
}

/** Findings of the office above that are to be mended here. */
export function findingsToMend(db: ReadDb, _office: OfficeState, { today }: Judging): HomeWait | null {
  const open = inspectionList(db, today, undefined)
    .rows.filter(({ received }) => received)
    .flatMap(({ findings }) => findings.filter(({ standing }) => OPEN.has(standing)))
  return wait(
    'findingsToMend',
    '/kiem-tra',
    open.length,
    open.flatMap(({ dueNow }) => dueNow ?? []),
  )
}

/** Mendings that units below have reported and nobody has looked at. */
export function mendingsToCheck(db: ReadDb, _office: OfficeState, { today }: Judging): HomeWait | null {
  const rows = inspectionList(db, today, undefined).rows.filter(({ own }) => own)
  return wait(
    'mendingsToCheck',
    '/kiem-tra',
    rows.reduce((sum, { reported }) => sum + reported, 0),
    [],
  )
}

/** Findings of our inspections that were to be mended by now. */
export function mendingsLate(db: ReadDb, _office: OfficeState, { today }: Judging): HomeWait | null {
  const late = inspectionList(db, today, undefined).rows.filter(({ own, overdue }) => own && overdue > 0)
  return wait(
    'mendingsLate',
    '/kiem-tra',
    late.reduce((sum, { overdue }) => sum + overdue, 0),
    late.flatMap(({ due }) => due ?? []),
  )
}

const OPEN: ReadonlySet<string> = new Set(['open', 'partly', 'notMended'])

function wait(code: HomeWait['code'], route: string, count: number, days: readonly string[]): HomeWait | null {
  return count === 0 ? null : { code, count, due: days.toSorted()[0] ?? null, route }
}
