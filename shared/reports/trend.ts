/**
 * New members over the years: how many, and whether their education and age change (the letter: 'trình độ học vấn,
 * chuyên môn nghiệp vụ ngày càng nâng lên'). Of a year typed from before the program only the total is known.
 */
import { ageAt, UNIVERSITY } from './breakdown.ts'
import type { Admission } from './facts.ts'
import { yearOf } from '../calendar/period.ts'
import { ratioOf, type Ratio } from './ratio.ts'

/** One year. Shares are of those on record by name; null where nobody is. */
export type TrendYear = {
  readonly year: number
  readonly admitted: number
  readonly isTyped: boolean
  readonly plan: number | null
  readonly ofPlan: Ratio
  readonly ofMembers: Ratio
  /** People the shares are of. */
  readonly named: number
  readonly women: Ratio
  readonly under31: Ratio
  readonly upperSecondary: Ratio
  readonly university: Ratio
  readonly youthUnion: Ratio
  /** Mean age in tenths of a year; null where no birth is known. */
  readonly meanAgeTenths: number | null
}

/** A year's admissions with what is known of the whole. */
export type TrendInput = Pick<TrendYear, 'year' | 'admitted' | 'isTyped' | 'plan' | 'ofMembers'>

/** The years, oldest first. @param years - what is known of each year as a whole */
export function trendOf(years: readonly TrendInput[], admissions: readonly Admission[]): readonly TrendYear[] {
  return years.map((known) => {
    const mine = admissions.filter(({ day }) => yearOf(day) === known.year)
    const share = (test: (admission: Admission) => boolean) => ratioOf(mine.filter(test).length, mine.length)
    const ages = mine.flatMap((admission) => ageAt(admission) ?? [])
    const years10 = ages.reduce((all, age) => all + age * 10, 0)
    return {
      ...known,
      ofPlan: ratioOf(known.admitted, known.plan),
      named: mine.length,
      women: share(({ sex }) => sex === 'female'),
      under31: share((admission) => (ageAt(admission) ?? 99) < 31),
      upperSecondary: share(({ education }) => education === 'upperSecondary'),
      university: share(({ qualification }) => qualification !== null && UNIVERSITY.has(qualification)),
      youthUnion: share(({ isYouthUnion }) => isYouthUnion),
      meanAgeTenths: ages.length === 0 ? null : Math.round(years10 / ages.length),
    }
  })
}
