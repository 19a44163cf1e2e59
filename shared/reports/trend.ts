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

/** What new members of a year are told by, each a test of one of them. */
export const TREND_SHARES = ['women', 'under31', 'upperSecondary', 'university', 'youthUnion'] as const

/** What new members of a year are told by. */
export type TrendShare = (typeof TREND_SHARES)[number]

const TESTS: Readonly<Record<TrendShare, (admission: Admission) => boolean>> = {
  women: ({ sex }) => sex === 'female',
  under31: (admission) => (ageAt(admission) ?? 99) < 31,
  upperSecondary: ({ education }) => education === 'upperSecondary',
  university: ({ qualification }) => qualification !== null && UNIVERSITY.has(qualification),
  youthUnion: ({ isYouthUnion }) => isYouthUnion,
}

/** True for a new member who counts in a share. */
export function isInShare(share: TrendShare, admission: Admission): boolean {
  return TESTS[share](admission)
}

/** A year's admissions with what is known of the whole. */
export type TrendInput = Pick<TrendYear, 'year' | 'admitted' | 'isTyped' | 'plan' | 'ofMembers'>

/** The years, oldest first. @param years - what is known of each year as a whole */
export function trendOf(years: readonly TrendInput[], admissions: readonly Admission[]): readonly TrendYear[] {
  return years.map((known) => {
    const mine = admissions.filter(({ day }) => yearOf(day) === known.year)
    const share = (of: TrendShare) => ratioOf(mine.filter((one) => isInShare(of, one)).length, mine.length)
    const ages = mine.flatMap((admission) => ageAt(admission) ?? [])
    const years10 = ages.reduce((all, age) => all + age * 10, 0)
    return {
      ...known,
      ofPlan: ratioOf(known.admitted, known.plan),
      named: mine.length,
      women: share('women'),
      under31: share('under31'),
      upperSecondary: share('upperSecondary'),
      university: share('university'),
      youthUnion: share('youthUnion'),
      meanAgeTenths: ages.length === 0 ? null : Math.round(years10 / ages.length),
    }
  })
}
