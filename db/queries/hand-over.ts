/**
 * What a deciding office still keeps of units whose own office is paired by now: branches it recorded that may be those the
 * office keeps, and cases that are the office's to go on with.
 */
import type { HandOverView, OfficeToHandOver } from '../../shared/contract/hand-over.ts'
import type { UnitState } from '../../shared/model/office-state.ts'
import { proposedSame } from '../../shared/model/same-units.ts'
import { fold } from '../../shared/text/fold.ts'
import { loadOffice, loadPeers, loadUnit } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** People shown of one office at once; those who are handed over make room for the next. */
const MOST_PEOPLE = 500

/**
 * The offices below with anything of theirs still here, by name.
 * @param today - what has ended before is left out
 * @param most - people of one office at most
 */
export function handOverView(db: ReadDb, today: string, most = MOST_PEOPLE): HandOverView {
  const self = loadOffice(db)?.id
  if (self === undefined) return { offices: [] }
  const units = new Map(
    prepared<{ id: string }>(db, 'SELECT unit_id AS id FROM units ORDER BY sort_key, unit_id')
      .all()
      .flatMap(({ id }) => loadUnit(db, id) ?? [])
      .map((unit) => [unit.id, unit]),
  )
  const kept = Map.groupBy(
    prepared<Kept>(
      db,
      `SELECT o.unit, o.office, ${TO_MATCH} AS toMatch FROM ${UNITS_OF_OFFICES} o CROSS JOIN units u ON u.unit_id = o.unit`,
    ).all({ self, today }),
    ({ office }) => office,
  )
  const below = loadPeers(db).flatMap(({ id, peer: { name, relation, unit }, revoked }) =>
    relation === 'subordinate' && !revoked && unit !== undefined ? [{ id, name }] : [],
  )
  const offices = below
    .map((office) => {
      const under = new Map(kept.get(office.id)?.map(({ unit, toMatch }) => [unit, toMatch === 1]))
      return officeView(db, { ...office, under, self, today, most }, units)
    })
    .filter(({ ours, matched, people }) => ours.length + matched.length + people.length > 0)
    .toSorted((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1))
  return { offices }
}

type Kept = { readonly unit: string; readonly office: string; readonly toMatch: 0 | 1 }

type Asked = {
  readonly id: string
  readonly name: string
  /**
   * The units of ours that are that of the office or stand under it, with no unit of another office between; true where it
   * is still to be said which of theirs the unit is.
   */
  readonly under: ReadonlyMap<string, boolean>
  readonly self: string
  readonly today: string
  readonly most: number
}

function officeView(
  db: ReadDb,
  { id, name, under, self, today, most }: Asked,
  units: ReadonlyMap<string, UnitState>,
): OfficeToHandOver {
  const isOpen = ({ unit }: UnitState) => unit.to === undefined || unit.to >= today
  const named = ({ id: unit, unit: { name: title } }: UnitState) => ({ id: unit, name: title })
  const nameOf = (unit: string) => units.get(unit)?.unit.name ?? ''
  const theirs = [...units.values()].filter((unit) => unit.keeper === id && isOpen(unit))
  const kept = [...units.values()].filter((unit) => under.has(unit.id))
  const taken = new Set(kept.flatMap(({ same }) => same?.as ?? []))
  const free = theirs.filter((unit) => !taken.has(unit.id))
  const ours = kept.filter((unit) => under.get(unit.id) === true)
  const proposals = proposedSame(ours.map(named), free.map(named))
  const sameAs = new Map(kept.flatMap(({ id: unit, same }) => (same === null ? [] : [[unit, same.as] as const])))
  const people = peopleKept(db, self, id)
  return {
    office: id,
    name,
    theirs: theirs.map(named),
    ours: ours.map((unit) => ({ ...named(unit), proposed: proposals.get(unit.id) ?? null })),
    matched: kept.flatMap(({ id: unit, unit: { name: title }, same }) =>
      same === null
        ? []
        : [{ id: unit, name: title, as: same.as, asName: nameOf(same.as), on: same.on, entry: same.entry }],
    ),
    people: people.slice(0, most).map((person) => ({
      ...person,
      to: sameAs.get(person.unit) ?? (theirs.length === 1 ? theirs[0]?.id : null) ?? null,
    })),
    total: people.length,
  }
}

/**
 * Each unit that we keep with the offices whose it is, and the unit of ours that such an office is: up its parents to the
 * first one that is paired itself, as `isIn` of commands/identify.ts goes. A table of `unit`, `top`, `office`, `name`; asks
 * for `:self`.
 */
export const UNITS_OF_OFFICES = `(WITH RECURSIVE tops (top, office, name) AS MATERIALIZED (
    SELECT unit_id, office_id, name FROM peers WHERE revoked = 0 AND relation = 'subordinate' AND unit_id IS NOT NULL),
  above (unit, at) AS (
    SELECT unit_id, unit_id FROM units WHERE keeper = :self
    UNION
    SELECT above.unit, units.parent_id FROM above CROSS JOIN units ON units.unit_id = above.at
      WHERE units.parent_id IS NOT NULL AND above.at NOT IN (SELECT top FROM tops))
  SELECT above.unit, tops.top, tops.office, tops.name FROM above CROSS JOIN tops ON tops.top = above.at)`

/**
 * Whether nobody has said yet which of theirs an open unit `u` of `UNITS_OF_OFFICES` `o` is; asks for `:today`. The unit that
 * the office as a whole is has no like among its branches, unless it is a branch itself.
 */
export const TO_MATCH = `(u.same_as IS NULL AND (u.unit_id <> o.top OR u.type IN ('branch', 'baseBranch'))
  AND (u.to_day IS NULL OR u.to_day >= :today))`

/** Cases for an office: of the units whose pairing it is; where a branch is paired itself, it is for that one alone. */
export const TO_HAND_OVER = `FROM ${UNITS_OF_OFFICES} o
  CROSS JOIN cases c INDEXED BY cases_by_unit ON c.unit_id = o.unit AND c.ended = 0 AND c.keeper = :self
  CROSS JOIN units u ON u.unit_id = o.unit`

function peopleKept(
  db: ReadDb,
  self: string,
  office: string,
): readonly Omit<OfficeToHandOver['people'][number], 'to'>[] {
  return prepared<Omit<OfficeToHandOver['people'][number], 'to'>>(
    db,
    `SELECT c.case_id AS "case", c.name, c.birth, c.stage, u.unit_id AS unit, u.name AS unitName
     ${TO_HAND_OVER} WHERE o.office = :office ORDER BY u.sort_key, c.sort_key, c.case_id`,
  ).all({ self, office })
}
