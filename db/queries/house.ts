/**
 * Units, members, settings: the lists around the cases.
 */
import type { MemberRow, UnitRow } from '../../shared/contract/answers.ts'
import { MOST_ON_PAPER, MOST_REVIEWS } from '../../shared/contract/lists.ts'
import { foldNotes, type Note } from '../../shared/model/notes.ts'
import { foldMember } from '../../shared/model/office-state.ts'
import { fold } from '../../shared/text/fold.ts'
import { itemsAbout } from '../journal.ts'
import { loadOffice, loadUnit } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { countedAs, unitTest } from './same-units.ts'

/** Every unit, by name; at most 1000. */
export function listUnits(db: ReadDb): readonly UnitRow[] {
  const self = loadOffice(db)?.id
  const as = countedAs(db)
  const rows = prepared<{ id: string; cases: number }>(
    db,
    `SELECT u.unit_id AS id, (SELECT count(*) FROM cases c WHERE c.unit_id = u.unit_id AND c.ended = 0) AS cases
     FROM units u ORDER BY u.sort_key, u.unit_id LIMIT 1000`,
  ).all()
  // As the list of a unit's people has it (case-filter.ts): with those still kept under its name on paper.
  const besides = new Map<string, number>()
  for (const { id, cases } of rows) if (as(id) !== id) besides.set(as(id), (besides.get(as(id)) ?? 0) + cases)
  return rows.flatMap(({ id, cases }) => {
    const state = loadUnit(db, id)
    if (state === null) return []
    return [
      {
        id,
        unit: state.unit,
        keeper: state.keeper,
        own: state.keeper === self,
        count: state.counts.at(-1) ?? null,
        cases: cases + (besides.get(id) ?? 0),
        reviews: state.reviews.slice(-MOST_REVIEWS).toReversed(),
        same: state.same,
      },
    ]
  })
}

/** The most notes on a unit that are shown. */
const MOST_NOTES = 200

/** Our own private notes on a unit, newest first; none on a unit that is not there. */
export function unitNotes(db: ReadDb, unit: string): readonly Note[] {
  return foldNotes(itemsAbout(db, 'unit', unit)).slice(0, MOST_NOTES)
}

/**
 * Members whose name holds the words of `text`, by given name; at most 200. @param whole - as many as go to paper
 */
export function listMembers(db: ReadDb, text: string, unit: string | undefined, whole = false): readonly MemberRow[] {
  const words = fold(text).split(' ')
  const unitClause = unit === undefined ? { sql: 'true', values: [] } : unitTest(db, unit, 'm.unit_id')
  const test = [...words.map(() => `instr(' ' || m.folded, ?) > 0`), unitClause.sql].join(' AND ')
  return prepared<{ id: string; helps: number }>(
    db,
    `SELECT m.member_id AS id, (SELECT count(*) FROM cases c WHERE c.helper_id = m.member_id AND c.ended = 0) AS helps
     FROM members m WHERE ${test} ORDER BY m.sort_key, m.member_id LIMIT ?`,
  )
    .all(...words.map((word) => (word === '' ? '' : ` ${word}`)), ...unitClause.values, whole ? MOST_ON_PAPER : 200)
    .flatMap(({ id, helps }) => {
      const state = foldMember(id, itemsAbout(db, 'member', id))
      return state === null ? [] : [{ id, member: state.member, helps }]
    })
}

/** Every setting that was set. */
export function allSettings(db: ReadDb): Readonly<Record<string, unknown>> {
  const rows = prepared<{ name: string; value: string }>(db, 'SELECT name, value FROM settings ORDER BY name').all()
  return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]))
}
