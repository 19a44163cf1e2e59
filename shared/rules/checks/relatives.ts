/**
 * C8 by relative, where requests for verification are recorded (01-HD/TW 2021, 3.4): everybody in scope verified, or
 * spared by a member on the same side; the stamp before the first request, remarks after the last answer. C9: answers that
 * are overdue. An office that keeps these papers outside the program records none of it, and is not asked for it here.
 */
import { addDays, addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import type { VerificationState } from '../../model/case/before.ts'
import type { Kinship } from '../../model/codes.ts'
import type { Relative } from '../../model/resume.ts'
import { finding, type Finding, type Spec } from '../finding.ts'
import { limitEnd } from '../limit-end.ts'
import type { Source } from '../rule-set.ts'
import type { View } from '../view.ts'

/** True where verification is recorded by request, not only by its papers. */
export function isVerificationRecorded({ state }: Pick<View, 'state'>): boolean {
  return state.verifications.length > 0 || state.waivers.length > 0
}

/** The day of the last answer, once every request has one; null before that. */
export function verifiedOn({ state }: Pick<View, 'state'>): PlainDate | null {
  const days = state.verifications.map(({ answer }) => answer?.date)
  return days.every((day) => day !== undefined)
    ? (days
        .flatMap((day) => day ?? [])
        .sort()
        .at(-1) ?? null)
    : null
}

/**
 * Checks who has been verified, and in which order.
 * @param view - the case
 */
export function checkRelatives(view: View): readonly Finding[] {
  if (!isVerificationRecorded(view)) return []
  return [
    ...checkScope(view),
    ...checkUndeclared(view),
    ...checkWaivers(view),
    ...checkAdverse(view),
    ...checkOrder(view),
  ]
}

/** C9: answers that should have come. */
export function checkAnswers(view: View): readonly Finding[] {
  return view.state.verifications.flatMap((request): readonly Finding[] => {
    const limit = answerDue(view, request)
    if (request.answer !== null || limit === null || !view.clock.reached(addDays(limit.due, 1))) return []
    const { to, date: sent, received } = request
    const spec = { severity: 'warn', before: 'branchVote', source: limit.source, acts: [request] } as const
    return [finding('C9', { to, sent, received, due: limit.due }, { ...spec, about: sent })]
  })
}

/**
 * The day by which a request is to be answered, counted from its arrival, or from its sending where nobody told that.
 * @returns null where the rules give no limit
 */
export function answerDue(
  view: View,
  request: VerificationState,
): {
  readonly start: PlainDate
  readonly due: PlainDate
  readonly provisional: boolean
  readonly source: Source
} | null {
  const id = request.abroad ? 'verificationAbroad' : 'verification'
  const begun = request.received ?? request.date
  const limit = view.context.rules(begun).limits.find((candidate) => candidate.id === id)
  if (limit === undefined) return null
  // A set that counts from anything else than the arrival counts from the day it was sent: no other day is known.
  const start = limit.start.value === 'verificationReceived' ? begun : request.date
  const { date, provisional } = limitEnd(view.context, start, limit.length.value)
  return { start, due: date, provisional, source: limit.length }
}

function checkScope(view: View): readonly Finding[] {
  const { verification, requirements } = view.meeting.rules
  const { resume } = view.state
  if (!requirements.verification.value) return []
  const scope: ReadonlySet<string> = new Set(verification.scope.value)
  const relatives = (resume?.relatives ?? []).filter((relative) => isInScope(view, relative, scope))
  const self = scope.has('self') ? [{ about: 'self', relation: 'self' as const, relative: '', id: 'self' }] : []
  const others = relatives.map((relative) => ({
    about: String((resume?.relatives.indexOf(relative) ?? 0) + 1),
    relation: relative.relation,
    relative: relative.name,
    id: relative.id,
  }))
  return [...self, ...others].flatMap(({ about, relation, relative, id }): readonly Finding[] => {
    const why = openWhy(view, id)
    if (why === null) return []
    return [finding('C8-open', { relation, relative, why }, { ...spec(view, verification.scope), about })]
  })
}

/** Children count only where they are of full legal capacity: old enough, unless the CV says otherwise. */
function isInScope(view: View, relative: Relative, scope: ReadonlySet<string>): boolean {
  const { deceased, childMonths } = view.meeting.rules.verification
  if (!relative.living && !deceased.value) return false
  if (relative.relation === 'spouseFosterParent') return scope.has('fosterParent')
  if (!scope.has(relative.relation)) return false
  if (relative.relation !== 'child') return true
  if (relative.capable !== undefined) return relative.capable
  const { birthYear } = relative
  return birthYear === undefined || view.meeting.reached(addMonths(`${birthYear}-12-31`, childMonths.value))
}

function openWhy({ state }: View, id: string): 'notAsked' | 'noAnswer' | 'unclear' | null {
  if (state.waivers.some(({ relative }) => relative === id)) return null
  const asked = state.verifications.filter(({ relatives }) => relatives.includes(id))
  if (asked.length === 0) return 'notAsked'
  if (asked.some(({ answer }) => answer !== null && answer.result !== 'unclear')) return null
  return asked.some(({ answer }) => answer !== null) ? 'unclear' : 'noAnswer'
}

/** Parents of the applicant, and of a spouse the CV names, are forgotten easily. */
function checkUndeclared(view: View): readonly Finding[] {
  const { resume } = view.state
  if (resume === null || resume.byHand?.includes('relatives') === true) return []
  const has = (...relations: readonly Kinship[]) =>
    resume.relatives.some(({ relation }) => relations.includes(relation))
  const source = view.meeting.rules.verification.scope
  const missing = [
    ...(has('father', 'mother', 'fosterParent') ? [] : (['own'] as const)),
    ...(!has('spouse') || has('spouseFather', 'spouseMother', 'spouseFosterParent') ? [] : (['spouse'] as const)),
  ]
  return missing.map((side) => finding('C8-none', { side }, { ...spec(view, source), severity: 'warn', about: side }))
}

function checkWaivers(view: View): readonly Finding[] {
  const { resume, waivers } = view.state
  const source = view.meeting.rules.verification.waivedBy
  const allowed: ReadonlySet<string> = new Set(source.value)
  return waivers.flatMap((waiver, place): readonly Finding[] => {
    const relative = resume?.relatives.find(({ id }) => id === waiver.relative)
    const member = resume?.relatives.find(({ id }) => id === waiver.member)
    const names = { relative: relative?.name ?? '', member: member?.name ?? '' }
    const about = { ...spec(view, source), about: String(place + 1), acts: [waiver] }
    if (relative === undefined || member === undefined)
      return [finding('C8-waiver', { ...names, why: 'undeclared' }, about)]
    if (!member.partyMember) return [finding('C8-waiver', { ...names, why: 'notMember' }, about)]
    const fits = sideOf(member.relation) === sideOf(relative.relation) && allowed.has(ownName(member.relation))
    return fits ? [] : [finding('C8-waiver', { ...names, why: 'otherSide' }, about)]
  })
}

/** The applicant's side, or that of the spouse. */
function sideOf(relation: Kinship): 'own' | 'spouse' {
  return relation.startsWith('spouse') ? 'spouse' : 'own'
}

/** The relation seen from the side it is on: the spouse's father is a father there. */
function ownName(relation: Kinship): string {
  const rest = relation.slice('spouse'.length)
  return sideOf(relation) === 'own' || rest === '' ? relation : rest.charAt(0).toLowerCase() + rest.slice(1)
}

function checkAdverse(view: View): readonly Finding[] {
  const source = view.meeting.rules.requirements.verification
  return view.state.verifications.flatMap((request): readonly Finding[] => {
    if (request.answer?.result !== 'adverse') return []
    const data = { to: request.to, date: request.answer.date }
    return [finding('C8-adverse', data, { ...spec(view, source), severity: 'warn', about: data.date, acts: [request] })]
  })
}

/** The stamp before anybody is asked or remarks are written; remarks and certificate after the last answer. */
function checkOrder(view: View): readonly Finding[] {
  const { resume, seals, verifications } = view.state
  const { stampBeforeVerification, remarksAfterVerification } = view.meeting.rules.requirements
  const asked = verifications
    .map(({ date }) => date)
    .sort()
    .at(0)
  const stamped =
    seals
      .map(({ date }) => date)
      .sort()
      .at(0) ?? null
  const remarks = [resume?.remarksOn, resume?.certifiedOn]
    .flatMap((day) => day ?? [])
    .sort()
    .at(0)
  const answer = verifications
    .flatMap(({ answer: given }) => given?.date ?? [])
    .sort()
    .at(-1)
  const findings: Finding[] = []
  const stamp = { ...spec(view, stampBeforeVerification), acts: [...seals, ...verifications] }
  if (stampBeforeVerification.value && asked !== undefined && (stamped === null || stamped > asked))
    findings.push(finding('C8-stamp', { stamped, asked }, { ...stamp, severity: stamped === null ? 'warn' : 'block' }))
  if (stampBeforeVerification.value && stamped !== null && remarks !== undefined && stamped > remarks)
    findings.push(finding('C8-late', { stamped, remarks }, stamp))
  if (remarksAfterVerification.value && remarks !== undefined && answer !== undefined && remarks < answer)
    findings.push(
      finding('C8-remarks', { remarks, answer }, { ...spec(view, remarksAfterVerification), acts: verifications }),
    )
  return findings
}

function spec(view: View, source: Source): Spec {
  return { severity: 'block', before: 'branchVote', source, acts: view.meetingActs }
}
