/**
 * Age bands of reports. Where they begin is a value of the rule set, dated like every other, and may differ between two
 * offices: so a band is named by its first and last age ('18-30', '61+', '0-17'), and whoever reads a figure of another
 * office sees the band that it counted by.
 */
import type { RuleSet } from '../rules/rule-set.ts'
import { RS_2021 } from '../rules/sets/rs-2021.ts'

/** First year of each band, ascending; the last is open. */
export type AgeBands = readonly number[]

/** The value of somebody of whom it is not known. */
export const UNKNOWN_VALUE = 'unknown'

/** The bands of a rule set; those of the set that ships where it was written before there were any. */
export function ageBandsOf({ notices }: Pick<RuleSet, 'notices'>): AgeBands {
  return notices.ageBands?.value ?? RS_2021.notices.ageBands?.value ?? []
}

/** Every band by name, the youngest first; whoever is younger than the first is in a band of their own. */
export function bandsIn(bands: AgeBands): readonly string[] {
  const [first] = bands
  if (first === undefined) return ['0+']
  return [
    ...(first > 0 ? [`0-${first - 1}`] : []),
    ...bands.map((from, place) => {
      const next = bands[place + 1]
      return next === undefined ? `${from}+` : `${from}-${next - 1}`
    }),
  ]
}

/** The band of an age. @param age - whole years; null where it is not known */
export function ageBandOf(age: number | null, bands: AgeBands): string {
  if (age === null || age < 0) return UNKNOWN_VALUE
  return bandsIn(bands).find((name) => isInAgeBand(age, name)) ?? UNKNOWN_VALUE
}

/** True if an age is in a band, by the band's name; of 'unknown' where no age is known. */
export function isInAgeBand(age: number | null, name: string): boolean {
  if (age === null || age < 0) return name === UNKNOWN_VALUE
  const ends = endsOf(name)
  return ends !== null && ends.from <= age && (ends.to === null || age <= ends.to)
}

/** First and last age of a band by its name; null for anything else. */
export function endsOf(name: string): { readonly from: number; readonly to: number | null } | null {
  const [, from, to] = /^(\d{1,3})(?:-(\d{1,3})|\+)$/.exec(name) ?? []
  return from === undefined ? null : { from: Number(from), to: to === undefined ? null : Number(to) }
}
