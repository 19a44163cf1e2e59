/**
 * Introductions by organisation and what became of them (the letter's Mặt trận and mass organisations): by kind, by the
 * organisation's own name where that was recorded, and by the sector of the branch, enterprises among them.
 */
import { Sector } from '../model/codes.ts'
import { UNKNOWN_VALUE } from './breakdown.ts'
import type { Admission, PersonStanding } from './facts.ts'
import { introducerOf, isMeant, SOURCE_VALUES, sourceOf, type SourceColumn } from './standing.ts'
import type { Place } from './tree.ts'

/** People introduced, by what became of them, each column a number of them; `admitted` counts those of the period. */
export type SourceRow = Readonly<Record<SourceColumn, number>> & {
  /** The kind of organisation, its folded name, or the sector. */
  readonly value: string
  /** The name as the first of them has it. */
  readonly label?: string
  /** Null where admissions of the period are not told apart that way. */
  readonly admitted: number | null
}

/** Introductions told apart in three ways. */
export type Sources = {
  readonly bySource: readonly SourceRow[]
  /** Organisations by name, those with the most people first; at most 60. */
  readonly byName: readonly SourceRow[]
  readonly bySector: readonly SourceRow[]
}

/** Organisations told by name. */
const MOST_NAMES = 60

/**
 * Introductions.
 * @param people - everybody who is meant
 * @param admitted - admissions of the period
 * @param placeOf - where each stands
 */
export function sourcesOf(
  people: readonly PersonStanding[],
  admitted: readonly Admission[],
  placeOf: (one: { readonly unit: string; readonly keeper: string }) => Place | null,
): Sources {
  const sectorOf = (one: { readonly unit: string; readonly keeper: string }) => placeOf(one)?.sector ?? UNKNOWN_VALUE
  const names = new Map<string, string>()
  for (const person of people) {
    const key = introducerOf(person)
    if (key !== null && person.introducedBy !== null && !names.has(key)) names.set(key, person.introducedBy.trim())
  }
  const [bySource, byName, bySector] = [
    grouped(people, sourceOf),
    grouped(people, introducerOf),
    grouped(people, sectorOf),
  ]
  const among = (test: (admission: Admission) => boolean) => admitted.filter(test).length
  return {
    bySource: SOURCE_VALUES.flatMap((value) =>
      rowOf(
        value,
        bySource.get(value),
        among((one) => (one.source ?? UNKNOWN_VALUE) === value),
      ),
    ),
    byName: [...names]
      .flatMap(([value, label]) => rowOf(value, byName.get(value), null, label))
      .toSorted((a, b) => b.total - a.total || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_NAMES),
    bySector: [...Sector.options, UNKNOWN_VALUE].flatMap((value) =>
      rowOf(
        value,
        bySector.get(value),
        among((one) => sectorOf(one) === value),
      ),
    ),
  }
}

function rowOf(
  value: string,
  people: readonly PersonStanding[] | undefined,
  admitted: number | null,
  label?: string,
): readonly SourceRow[] {
  if ((people?.length ?? 0) + (admitted ?? 0) === 0) return []
  const count = (column: SourceColumn) =>
    (people ?? []).filter((person) => isMeant({ column }, person, { sector: null, period: null })).length
  const [total, listed, dossier, members, ended, died] = [
    people?.length ?? 0,
    count('listed'),
    count('dossier'),
    count('members'),
    count('ended'),
    count('died'),
  ]
  return [{ value, total, listed, dossier, members, ended, died, admitted, ...(label === undefined ? {} : { label }) }]
}

function grouped(
  people: readonly PersonStanding[],
  keyOf: (person: PersonStanding) => string | null,
): ReadonlyMap<string, readonly PersonStanding[]> {
  const groups = new Map<string, PersonStanding[]>()
  for (const person of people) {
    const key = keyOf(person)
    if (key === null) continue
    const held = groups.get(key)
    if (held === undefined) groups.set(key, [person])
    else held.push(person)
  }
  return groups
}
