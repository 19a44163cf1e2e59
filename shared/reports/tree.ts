/**
 * The house as reports add it up: our office on top, the offices below it and our own units under it, their units under
 * those. Every fact belongs to exactly one place, so that parts add up to the whole whatever the layout.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Area, Sector, UnitType } from '../model/codes.ts'
import type { Facts, OfficeFact, UnitFact } from './facts.ts'

/** A place in the house. */
export type Place = {
  readonly id: string
  readonly name: string
  readonly kind: 'whole' | 'office' | 'unit'
  /** Ids whose counts, targets and totals are those of this place: an office, and the unit of ours that it is. */
  readonly owners: readonly string[]
  readonly type: UnitType | null
  readonly sector: Sector | null
  readonly area: Area | null
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  readonly onPaper: boolean
  readonly successors: readonly string[]
  readonly children: readonly Place[]
}

/** The house. */
export type Tree = {
  readonly whole: Place
  /** A place by its id or that of an owner, or null. */
  readonly place: (id: string) => Place | null
  /** Where a fact of a unit kept by an office belongs. Null: of an office that is none of ours. */
  readonly placeOf: (unit: string, keeper: string) => Place | null
  /** True if a place is another one or stands under it. */
  readonly isIn: (place: Place, other: Place) => boolean
  /** A place's id and those of all it stands under. */
  readonly aboveOf: (id: string) => ReadonlySet<string>
  /** Branches, wherever they stand, in the order of the tree. */
  readonly branches: readonly Place[]
}

type Making = { -readonly [K in keyof Omit<Place, 'children' | 'owners'>]: Place[K] } & {
  readonly children: Making[]
  readonly owners: string[]
}

/** Lays the house out. @throws Error without an office of our own */
export function treeOf({ offices, units }: Pick<Facts, 'offices' | 'units'>): Tree {
  const self = offices.find(({ isSelf }) => isSelf)
  if (self === undefined) throw new Error('a report without an office')
  const whole = officePlace(self, 'whole')
  const byId = new Map<string, Making>([[self.id, whole]])
  const facts = new Map(units.map((unit) => [unit.id, unit]))
  const twins = twinsIn(facts)
  const parentOf = new Map<Making, Making>()
  for (const office of offices) {
    if (office.isSelf) continue
    const made = officePlace(office, 'office')
    if (office.unit !== null && !twins.has(office.unit)) {
      made.owners.push(office.unit)
      byId.set(office.unit, made)
    }
    byId.set(office.id, made)
    whole.children.push(made)
    parentOf.set(made, whole)
  }
  for (const unit of units) if (!byId.has(unit.id) && !twins.has(unit.id)) byId.set(unit.id, unitPlace(unit))
  for (const [id, as] of twins) {
    const made = byId.get(as)
    const unit = facts.get(id)
    if (made === undefined || unit === undefined) continue
    joinTwin(made, unit)
    byId.set(id, made)
  }
  for (const unit of units) {
    const made = byId.get(unit.id)
    if (made === undefined || made.kind !== 'unit' || twins.has(unit.id)) continue
    const above = parentIn(unit, facts)
    const parent = (above === null ? undefined : byId.get(above)) ?? byId.get(unit.keeper) ?? whole
    parent.children.push(made)
    parentOf.set(made, parent)
  }
  const above = new Map<string, ReadonlySet<string>>()
  const aboveOf = (id: string): ReadonlySet<string> => {
    const known = above.get(id)
    if (known !== undefined) return known
    const ids = new Set<string>()
    for (let at = byId.get(id); at !== undefined; at = parentOf.get(at)) ids.add(at.id)
    above.set(id, ids)
    return ids
  }
  const branches: Place[] = []
  const collect = (place: Place) => {
    if (place.type === 'branch' || place.type === 'baseBranch') branches.push(place)
    for (const child of place.children) collect(child)
  }
  collect(whole)
  return {
    whole,
    place: (id) => byId.get(id) ?? null,
    placeOf: (unit, keeper) => byId.get(unit) ?? byId.get(keeper) ?? null,
    isIn: (place, other) => aboveOf(place.id).has(other.id),
    aboveOf,
    branches,
  }
}

/** Units that are another one, with that one: it is there, and is not itself another, so that no circle comes about. */
function twinsIn(facts: ReadonlyMap<string, UnitFact>): ReadonlyMap<string, string> {
  const twins = new Map<string, string>()
  for (const { id, sameAs } of facts.values()) {
    const other = sameAs === null ? undefined : facts.get(sameAs)
    if (other !== undefined && other.sameAs === null) twins.set(id, other.id)
  }
  return twins
}

/** What was recorded of a unit before its own office did counts for that one; it was there as long as either was. */
function joinTwin(made: Making, { id, from, sector, area }: UnitFact): void {
  made.owners.push(id)
  made.from = earlierStart(made.from, from)
  made.sector ??= sector
  made.area ??= area
}

/** The earlier of the days from which a unit stood under either of its names; null where of one nobody knows since when. */
export function earlierStart(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  return one === null || other === null ? null : one < other ? one : other
}

/** True if a place was there on a day. */
export function existsOn({ from, to }: Pick<Place, 'from' | 'to'>, day: PlainDate): boolean {
  return (from === null || from <= day) && (to === null || to >= day)
}

/** A unit's parent where it is kept by the same office and no circle leads back to the unit. */
function parentIn(unit: UnitFact, facts: ReadonlyMap<string, UnitFact>): string | null {
  const parent = unit.parent === null ? undefined : facts.get(unit.parent)
  if (parent === undefined || parent.keeper !== unit.keeper) return null
  const seen = new Set([unit.id])
  for (
    let at: UnitFact | undefined = parent;
    at !== undefined;
    at = at.parent === null ? undefined : facts.get(at.parent)
  ) {
    if (seen.has(at.id)) return null
    seen.add(at.id)
  }
  return parent.id
}

function officePlace({ id, name }: OfficeFact, kind: 'whole' | 'office'): Making {
  return {
    id,
    name,
    kind,
    owners: [id],
    type: null,
    sector: null,
    area: null,
    from: null,
    to: null,
    onPaper: false,
    successors: [],
    children: [],
  }
}

function unitPlace({ id, name, type, sector, area, from, to, onPaper, successors }: UnitFact): Making {
  return { id, name, kind: 'unit', owners: [id], type, sector, area, from, to, onPaper, successors, children: [] }
}
