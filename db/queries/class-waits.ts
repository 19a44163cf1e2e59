/**
 * What of classes waits for the deciding office: nominations nobody has taken on, classes of this month, classes that are
 * over and have no results.
 */
import { monthLater } from '../../shared/calendar/wall-calendar.ts'
import type { HomeWait } from '../../shared/contract/home-waits.ts'
import type { OfficeState } from '../../shared/model/office-state.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import type { HomeWaitQuery } from './home-waits.ts'

/** Every kind, in the order they are shown. */
export const CLASS_WAITS: readonly HomeWaitQuery[] = [asksWaiting, classesThisMonth, resultsDue]

type Found = { readonly n: number; readonly first: string | null }

/** People put forward who wait here; due since the first was. */
function asksWaiting(db: ReadDb, office: OfficeState): HomeWait | null {
  const found = prepared<Found>(
    db,
    `SELECT count(*) AS n, min(a.asked_on) AS first FROM class_asks a LEFT JOIN cases c ON c.case_id = a.case_id
     WHERE a.standing = 'waiting' AND coalesce(a.forwarded_by, '') <> ? AND coalesce(c.ended, 0) = 0`,
  ).get(office.id)
  const count = found?.n ?? 0
  return count === 0 ? null : { code: 'asksWaiting', count, due: found?.first ?? null, route: '/lop' }
}

/** Classes that are held in this month; due on the day the next one begins. */
function classesThisMonth(db: ReadDb, _office: OfficeState, { today }: Judging): HomeWait | null {
  const month = today.slice(0, 7)
  const span = { first: `${month}-01`, next: `${monthLater(month, 1)}-01` }
  const rows = classNames(db, 'from_day < :next AND to_day >= :first', span)
  if (rows.length === 0) return null
  const next = rows.find(({ day }) => day >= today)
  return {
    code: 'classesThisMonth',
    count: rows.length,
    due: next?.day ?? null,
    route: '/lop',
    names: rows.slice(0, 5).map(({ name }) => name),
  }
}

/** Classes of ours that are over while somebody in them has no result. */
function resultsDue(db: ReadDb, office: OfficeState, { today }: Judging): HomeWait | null {
  const rows = classNames(
    db,
    `office = :office AND to_day < :today AND EXISTS (
       SELECT 1 FROM class_seats s WHERE s.class_id = classes.class_id AND s.outcome IS NULL)`,
    { office: office.id, today },
    'to_day',
  )
  return rows.length === 0
    ? null
    : {
        code: 'classResultsDue',
        count: rows.length,
        due: rows[0]?.day ?? null,
        route: '/lop',
        names: rows.slice(0, 5).map(({ name }) => name),
      }
}

/** Classes by the day that matters. @param where - from this file alone */
function classNames(
  db: ReadDb,
  where: string,
  values: Readonly<Record<string, string>>,
  day: 'from_day' | 'to_day' = 'from_day',
): readonly { readonly name: string; readonly day: string }[] {
  return prepared<{ name: string; day: string }>(
    db,
    `SELECT name, ${day} AS day FROM classes WHERE ${where} ORDER BY ${day}, sort_key, class_id`,
  ).all(values)
}
