/**
 * New members by what they are (reference: statistics on đảng viên mới): each breakdown counts everybody once, 'unknown'
 * included, so that every total is the same number (C42), which is asserted here and not only hoped for.
 */
import { monthsBetween } from '../calendar/plain-date.ts'
import { Area, Education, Occupation, Qualification, Sector, Sex, Source } from '../model/codes.ts'
import { fold } from '../text/fold.ts'
import { saysNoReligion } from '../text/religion.ts'
import { ageBandOf, bandsIn, isInAgeBand, UNKNOWN_VALUE, type AgeBands } from './age-bands.ts'
import type { Admission } from './facts.ts'
import { THEORY_LEVELS, theoryLevel } from './theory.ts'
import type { Place } from './tree.ts'

export { UNKNOWN_VALUE }

/** What new members are told apart by. */
export const DIMENSIONS = [
  'sex',
  'age',
  'ethnicity',
  'religion',
  'education',
  'qualification',
  'politicalTheory',
  'occupation',
  'youthUnion',
  'sector',
  'area',
  'source',
] as const

/** What new members are told apart by. */
export type Dimension = (typeof DIMENSIONS)[number]

/** So many of one value. `label` where the value is free text, as the first of them wrote it. */
export type BreakdownRow = { readonly value: string; readonly count: number; readonly label?: string }

/** New members by one thing. */
export type Breakdown = { readonly dimension: Dimension; readonly rows: readonly BreakdownRow[] }

/** Qualifications of a university and above. */
export const UNIVERSITY: ReadonlySet<string> = new Set<string>([
  'bachelor',
  'master',
  'doctor',
] satisfies readonly Qualification[])

/**
 * Every breakdown of some admissions.
 * @param placeOf - where each belongs, for sector and area
 * @param ageBands - first year of each age band, ascending
 * @throws Error where a total differs, which would be a fault of this file
 */
export function breakdownsOf(
  admissions: readonly Admission[],
  placeOf: (admission: Admission) => Place | null,
  ageBands: AgeBands,
): readonly Breakdown[] {
  const made = DIMENSIONS.map((dimension) => breakdown(dimension, admissions, placeOf, ageBands))
  for (const { dimension, rows } of made) {
    const total = rows.reduce((sum, { count }) => sum + count, 0)
    if (total !== admissions.length) throw new Error(`C42: ${dimension} adds up to ${total}, not ${admissions.length}`)
  }
  return made
}

/** The value of one admission in one dimension. */
export function valueOf(dimension: Dimension, admission: Admission, place: Place | null, ageBands: AgeBands): string {
  switch (dimension) {
    case 'age':
      return ageBandOf(ageAt(admission), ageBands)
    case 'ethnicity':
      return textValue(admission.ethnicity)
    case 'religion':
      return religionOf(admission.religion)
    case 'youthUnion':
      return admission.isYouthUnion ? 'yes' : 'no'
    case 'politicalTheory':
      return theoryLevel(admission.politicalTheory) ?? UNKNOWN_VALUE
    case 'sector':
      return place?.sector ?? UNKNOWN_VALUE
    case 'area':
      return place?.area ?? UNKNOWN_VALUE
    case 'sex':
    case 'education':
    case 'qualification':
    case 'occupation':
    case 'source':
      return admission[dimension] ?? UNKNOWN_VALUE
  }
}

/** True for an admission of that value, whatever age bands are in force: the value says from which age to which. */
export function hasValue(dimension: Dimension, value: string, admission: Admission, place: Place | null): boolean {
  return dimension === 'age' ? isInAgeBand(ageAt(admission), value) : valueOf(dimension, admission, place, []) === value
}

/** Whole years at admission, or null where the day of birth is not known to the year. */
export function ageAt({ birth, day }: Pick<Admission, 'birth' | 'day'>): number | null {
  if (birth === null) return null
  if (birth.length === 10) return Math.floor(monthsBetween(birth, day) / 12)
  // A year alone: the age reached in that year, as such lists count.
  return Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
}

const ORDERS: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  sex: Sex.options,
  education: Education.options.toReversed(),
  qualification: Qualification.options.toReversed(),
  politicalTheory: THEORY_LEVELS,
  occupation: Occupation.options,
  youthUnion: ['yes', 'no'],
  sector: Sector.options,
  area: Area.options,
  source: Source.options,
}

function breakdown(
  dimension: Dimension,
  admissions: readonly Admission[],
  placeOf: (admission: Admission) => Place | null,
  ageBands: AgeBands,
): Breakdown {
  const counts = new Map<string, number>()
  const labels = new Map<string, string>()
  for (const admission of admissions) {
    const value = valueOf(dimension, admission, placeOf(admission), ageBands)
    counts.set(value, (counts.get(value) ?? 0) + 1)
    const text = dimension === 'ethnicity' ? admission.ethnicity : dimension === 'religion' ? admission.religion : null
    if (text !== null && value !== UNKNOWN_VALUE && value !== NO_RELIGION && !labels.has(value)) labels.set(value, text)
  }
  const rows = [...counts].map(([value, count]): BreakdownRow => {
    const label = labels.get(value)
    return label === undefined ? { value, count } : { value, count, label }
  })
  const order = dimension === 'age' ? bandsIn(ageBands) : ORDERS[dimension]
  return { dimension, rows: rows.toSorted(byOrder(order)) }
}

/** In the order of the list; free text by number; the unknown last. */
function byOrder(order: readonly string[] | undefined) {
  const rank = ({ value, count }: BreakdownRow): number =>
    value === UNKNOWN_VALUE ? Number.MAX_SAFE_INTEGER : order === undefined ? -count : order.indexOf(value)
  return (a: BreakdownRow, b: BreakdownRow) => rank(a) - rank(b) || (a.value < b.value ? -1 : 1)
}

function textValue(text: string | null): string {
  const key = text === null ? '' : fold(text).trim()
  return key === '' ? UNKNOWN_VALUE : key
}

/** The value of somebody without a religion. */
export const NO_RELIGION = 'none'

function religionOf(text: string | null): string {
  const key = textValue(text)
  return saysNoReligion(key) ? NO_RELIGION : key
}
