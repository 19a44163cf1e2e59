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

/** The offices below with anything of theirs still here, by name. @param today - what has ended before is left out */
export function handOverView(db: ReadDb, today: string): HandOverView {
  const self = loadOffice(db)?.id
  if (self === undefined) return { offices: [] }
  const units = prepared<{ id: string }>(db, 'SELECT unit_id AS id FROM units ORDER BY sort_key, unit_id')
    .all()
    .flatMap(({ id }) => loadUnit(db, id) ?? [])
  const below = loadPeers(db).flatMap(({ id, peer: { name, relation, unit }, revoked }) =>
    relation === 'subordinate' && !revoked && unit !== undefined ? [{ id, name, top: unit }] : [],
  )
  const tops = new Set(below.map(({ top }) => top))
  const offices = below
    .map((office) => officeView(db, { ...office, tops, self, today }, units))
    .filter(({ ours, matched, people }) => ours.length + matched.length + people.length > 0)
    .toSorted((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1))
  return { offices }
}

type Asked = {
  readonly id: string
  readonly name: string
  /** The unit of ours that the office is. */
  readonly top: string
  /** Those of all offices. */
  readonly tops: ReadonlySet<string>
  readonly self: string
  readonly today: string
}

function officeView(
  db: ReadDb,
  { id, name, top, tops, self, today }: Asked,
  units: readonly UnitState[],
): OfficeToHandOver {
  const isOpen = ({ unit }: UnitState) => unit.to === undefined || unit.to >= today
  const named = ({ id: unit, unit: { name: title } }: UnitState) => ({ id: unit, name: title })
  const nameOf = (unit: string) => units.find((one) => one.id === unit)?.unit.name ?? ''
  const theirs = units.filter((unit) => unit.keeper === id && isOpen(unit))
  const kept = units.filter((unit) => unit.keeper === self && isUnder(unit, top, tops, units))
  const taken = new Set(kept.flatMap(({ same }) => same?.as ?? []))
  const free = theirs.filter((unit) => !taken.has(unit.id))
  const ours = kept.filter((unit) => unit.same === null && isOpen(unit) && isMatchable(unit, top))
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
    people: people.slice(0, MOST_PEOPLE).map((person) => ({
      ...person,
      to: sameAs.get(person.unit) ?? (theirs.length === 1 ? theirs[0]?.id : null) ?? null,
    })),
    total: people.length,
  }
}

/** The unit that the office as a whole is has no like among its branches, unless it is a branch itself. */
function isMatchable({ id, unit: { type } }: UnitState, top: string): boolean {
  return id !== top || type === 'branch' || type === 'baseBranch'
}

/** True if a unit is that of an office or stands under it, with no unit of another office between. */
function isUnder(unit: UnitState, top: string, tops: ReadonlySet<string>, units: readonly UnitState[]): boolean {
  const seen = new Set<string>()
  for (let at: UnitState | undefined = unit; at !== undefined && !seen.has(at.id);) {
    if (at.id === top) return true
    if (tops.has(at.id)) return false
    seen.add(at.id)
    const parent: string | undefined = at.unit.parent
    at = parent === undefined ? undefined : units.find(({ id }) => id === parent)
  }
  return false
}

/** Cases for an office: of the units whose pairing it is; where a branch is paired itself, it is for that one alone. */
export const TO_HAND_OVER = `FROM units u
  CROSS JOIN peers p ON p.unit_id IN (u.unit_id, u.parent_id)
  CROSS JOIN cases c INDEXED BY cases_by_unit ON c.unit_id = u.unit_id AND c.ended = 0
  WHERE u.keeper = :self AND p.revoked = 0 AND p.relation = 'subordinate' AND c.keeper = :self
    AND (p.unit_id = u.unit_id OR NOT EXISTS (SELECT 1 FROM peers own
      WHERE own.unit_id = u.unit_id AND own.revoked = 0 AND own.relation = 'subordinate'))`

function peopleKept(
  db: ReadDb,
  self: string,
  office: string,
): readonly Omit<OfficeToHandOver['people'][number], 'to'>[] {
  return prepared<Omit<OfficeToHandOver['people'][number], 'to'>>(
    db,
    `SELECT DISTINCT c.case_id AS "case", c.name, c.birth, c.stage, u.unit_id AS unit, u.name AS unitName, c.sort_key
     ${TO_HAND_OVER} AND p.office_id = :office ORDER BY u.sort_key, c.sort_key, c.case_id`,
  )
    .all({ self, office })
    .map(({ case: id, name, birth, stage, unit, unitName }) => ({ case: id, name, birth, stage, unit, unitName }))
}
