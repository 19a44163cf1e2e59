/**
 * Who introduces the candidate (Điều lệ Đảng, 4.1): two official members; or, of youth age, the Youth Union's committee
 * and one member; or, where there is no Youth Union, the trade union's committee and one member. Whether a place has a
 * Youth Union is not recorded, so the way is read from the person's memberships and from the papers there are.
 */
import { latestDay } from '../calendar/partial-date.ts'
import { addMonths } from '../calendar/plain-date.ts'
import type { Act } from '../model/case/act.ts'
import type { Paper } from '../model/acts.ts'
import type { HasGivenWay } from '../model/helper.ts'
import type { Profile } from '../model/profile.ts'
import { exactKey } from '../text/fold.ts'
import type { Moment } from './moment.ts'
import { INTRODUCTION, TRADE_UNION, YOUTH_UNION } from './paper-codes.ts'

/** How the candidate is introduced. */
export type IntroductionRoute = {
  readonly kind: 'youthUnion' | 'tradeUnion' | 'members'
  /** Introducing members needed, and those there are. */
  readonly need: number
  readonly have: number
  /** Whether the person is, or may be, of youth age at that moment. */
  readonly youth: boolean
}

/**
 * Reads the way of introduction.
 * @param profile - of the person
 * @param papersByCode - the papers there are
 * @param hasGivenWay - whose introduction counts no more by then
 * @param moment - the meeting, or now
 */
export function introductionRoute(
  profile: Profile,
  papersByCode: ReadonlyMap<string, readonly Act<Paper>[]>,
  hasGivenWay: HasGivenWay,
  moment: Moment,
): IntroductionRoute {
  const { youthUnderMonths, introducers, introducersWithUnion } = moment.rules.eligibility
  const have = countIntroducers(papersByCode.get(INTRODUCTION) ?? [], hasGivenWay)
  const youth =
    profile.birth === undefined || !moment.reached(addMonths(latestDay(profile.birth), youthUnderMonths.value))
  const kind = routeKind(profile, papersByCode, youth, have >= introducers.value)
  return { kind, need: kind === 'members' ? introducers.value : introducersWithUnion.value, have, youth }
}

function routeKind(
  profile: Profile,
  papersByCode: ReadonlyMap<string, unknown>,
  youth: boolean,
  enoughMembers: boolean,
): IntroductionRoute['kind'] {
  if (papersByCode.has(YOUTH_UNION)) return 'youthUnion'
  if (papersByCode.has(TRADE_UNION)) return 'tradeUnion'
  if (youth && profile.youthUnionSince !== undefined) return 'youthUnion'
  return profile.tradeUnionMember === true && !enoughMembers ? 'tradeUnion' : 'members'
}

/**
 * Two papers of one person are one introduction; a paper without a name counts for itself; that of somebody in whose place
 * another has come counts no more.
 */
function countIntroducers(papers: readonly Act<Paper>[], hasGivenWay: HasGivenWay): number {
  const named = papers.flatMap(({ person }) => (person === undefined || hasGivenWay(person) ? [] : [exactKey(person)]))
  return new Set(named).size + papers.filter(({ person }) => person === undefined).length
}
