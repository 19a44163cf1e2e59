/**
 * C6: the introductions that the candidate's way of introduction asks for (Điều lệ Đảng 4.1). C7: an introducer is an
 * official member, known to the candidate for 12 months; somebody who replaces another need not be (24-QĐ/TW 3.2.1, 3.2.2).
 */
import { addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import { latestDay } from '../../calendar/partial-date.ts'
import { exactKey } from '../../text/fold.ts'
import { finding, type Finding, type Spec } from '../finding.ts'
import { INTRODUCTION, TRADE_UNION, YOUTH_UNION } from '../paper-codes.ts'
import type { Source } from '../rule-set.ts'
import { specialCases } from '../special-cases.ts'
import { papersOf, type View } from '../view.ts'

/**
 * C6: enough introducing members, and the resolution of the union where one introduces.
 * @param view - the case
 */
export function checkIntroductions(view: View): readonly Finding[] {
  if (!view.begun) return []
  const { kind, have, need } = view.route
  const { introducers, introducersWithUnion } = view.meeting.rules.eligibility
  const source = kind === 'members' ? introducers : introducersWithUnion
  const findings: Finding[] = []
  if (have < need)
    findings.push(finding('C6', { route: kind, have, need }, { ...spec(view, source), about: INTRODUCTION }))
  const paper = kind === 'youthUnion' ? YOUTH_UNION : kind === 'tradeUnion' ? TRADE_UNION : null
  if (paper !== null && papersOf(view, paper).length === 0)
    findings.push(
      finding('C6-org', { route: kind, paper, name: nameOf(view, paper) }, { ...spec(view, source), about: paper }),
    )
  return [...findings, ...checkMembership(view, paper)]
}

/**
 * C7: each introduction against the helper of the same name, as far as the helper's days are recorded. Too short an
 * acquaintance blocks where somebody has recorded since when the two know each other; from the day of the assignment, which
 * is only the latest it can have begun, it warns. Who introduces without having been assigned is named: nothing is known of
 * the two, and a namesake in the register of members would only be a guess. Of whoever has given way to another nothing is
 * asked any more.
 * @param view - the case
 */
export function checkIntroducers(view: View): readonly Finding[] {
  const { introducerOfficial, acquaintanceMonths } = view.meeting.rules.eligibility
  return papersOf(view, INTRODUCTION).flatMap((paper, i): readonly Finding[] => {
    const { person, date } = paper
    if (person === undefined || date === undefined || view.hasGivenWay(person)) return []
    const helper = helperOf(view, person)
    if (helper === null) {
      const unassigned = { before: 'branchVote', about: String(i + 1), acts: [paper] } as const
      return [finding('C7-unassigned', { person }, { ...unassigned, severity: 'warn', source: introducerOfficial })]
    }
    const official = helper.officialDate
    const base = { before: 'branchVote' as const, about: String(i + 1), acts: [paper] }
    if (introducerOfficial.value && official !== undefined && official > date)
      return [finding('C7', { person, official, date }, { ...base, severity: 'block', source: introducerOfficial })]
    const months = acquaintanceMonths.value
    const known = helper.acquaintedSince
    const from = known ?? helper.from
    if (helper.replaces || specialCases(view.state).has('movedIn') || addMonths(from, months) <= date) return []
    const data = { person, from, isAcquaintance: known !== undefined, date, months }
    const severity = known === undefined ? 'warn' : 'block'
    return [finding('C7-months', data, { ...base, severity, source: acquaintanceMonths })]
  })
}

/** What is known of whoever introduces, from all of his assignments. `from`: the first of them. */
type Introducer = {
  readonly from: PlainDate
  readonly officialDate?: PlainDate | undefined
  readonly acquaintedSince?: PlainDate | undefined
  readonly replaces: boolean
}

/**
 * Somebody may be assigned again, to add what was not written before: the latest that says so tells the acquaintance and
 * the day of becoming official. Only who came in place of another with the first assignment replaces anybody.
 */
function helperOf({ state }: View, person: string): Introducer | null {
  const same = state.helpers.filter(({ name }) => exactKey(name) === exactKey(person))
  const [first] = same
  if (first === undefined) return null
  return {
    from: same.reduce((day, { from }) => (from < day ? from : day), first.from),
    officialDate: same.findLast(({ officialDate }) => officialDate !== undefined)?.officialDate,
    acquaintedSince: same.findLast(({ acquaintedSince }) => acquaintedSince !== undefined)?.acquaintedSince,
    // Cases sent before the mark went along with them name only whom.
    replaces: first.replaces === true || first.inPlaceOf !== undefined,
  }
}

/**
 * Memberships that do not fit the way of introduction: only warnings, since the profile may simply be incomplete, and since
 * nobody records whether there is a Youth Union where the person works, without which two members introduce (Điều lệ 4.1).
 */
function checkMembership(view: View, paper: string | null): readonly Finding[] {
  const { birth, youthUnionSince, tradeUnionMember } = view.state.profile
  const { youthUnderMonths, introducersWithUnion } = view.meeting.rules.eligibility
  const warn = { ...spec(view, introducersWithUnion), severity: 'warn' as const }
  const findings: Finding[] = []
  if (paper === YOUTH_UNION && !view.route.youth && birth !== undefined)
    findings.push(
      finding(
        'C6-age',
        { birth, underMonths: youthUnderMonths.value, paper },
        { ...spec(view, youthUnderMonths), severity: 'warn' },
      ),
    )
  const isMember = paper === YOUTH_UNION ? youthUnionSince !== undefined : tradeUnionMember === true
  if (paper !== null && !isMember)
    findings.push(finding('C6-union', { paper, name: nameOf(view, paper) }, { ...warn, about: paper }))
  if (paper === null && birth !== undefined && youthUnionSince === undefined && isCertainlyYouth(view, birth))
    findings.push(finding('C6-youth', { birth }, warn))
  return findings
}

function isCertainlyYouth(view: View, birth: string): boolean {
  const months = view.meeting.rules.eligibility.youthUnderMonths.value
  return !view.meeting.reached(addMonths(latestDay(birth), months)) && view.route.youth
}

function nameOf(view: View, code: string): string {
  return view.meeting.rules.papers.find((paper) => paper.code === code)?.name.value ?? code
}

function spec(view: View, source: Source): Spec {
  return { severity: 'block', before: 'branchVote', source, acts: view.meetingActs }
}
