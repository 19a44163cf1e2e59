/**
 * C32: the papers that a person's circumstances ask for. C36: name, birth, identity number, hometown and ethnicity are the
 * same everywhere. C40: the identity number agrees with sex and year of birth. C7: the helper is an official member.
 */
import { birthYear, type ProfileField } from '../../model/profile.ts'
import { parseIdentityNumber } from '../../text/identity-number.ts'
import { finding, type Finding, type FindingData } from '../finding.ts'
import { specialCases } from '../special-cases.ts'
import { papersOf, type View } from '../view.ts'

/** What papers of a dossier repeat of a person. */
const REPEATED: readonly ProfileField[] = ['name', 'birth', 'identityNumber', 'hometown', 'ethnicity']

/**
 * C32, for every circumstance on record.
 * @param view - the case
 */
export function checkSpecials(view: View): readonly Finding[] {
  if (!view.begun) return []
  const { rules } = view.meeting
  const cases = specialCases(view.state)
  return rules.specials
    .filter(({ id, papers }) => cases.has(id) && papers.value.every((code) => papersOf(view, code).length === 0))
    .map(({ id, papers, severity }) => {
      const names = papers.value.map((code) => rules.papers.find((paper) => paper.code === code)?.name.value ?? code)
      return finding(
        'C32',
        { special: id, papers: names.join('; ') },
        { severity: severity.value, before: 'decision', source: severity, about: id, acts: view.meetingActs },
      )
    })
}

/**
 * C32, the population policy: children as the CV names them. From the child on that the policy names nobody is considered;
 * of the waiting time before that the CV does not tell the births, so that it is as grave as the office has the slot be.
 */
export function checkChildren(view: View): readonly Finding[] {
  const { population } = view.meeting.rules
  const children = view.state.resume?.relatives.filter(({ relation }) => relation === 'child').length ?? 0
  if (!population.inForce.value || children < THIRD) return []
  const isBarred = children >= population.barredFromChild.value
  const source = isBarred
    ? population.barredFromChild
    : children === THIRD
      ? population.thirdChildMonths
      : population.fourthChildMonths
  const data = { children, months: isBarred ? null : source.value }
  const slot = view.meeting.rules.specials.find(({ id }) => id === 'population')?.severity.value ?? 'warn'
  const severity = isBarred ? 'block' : slot
  return [finding('C32-child', data, { severity, before: 'branchVote', source, acts: view.meetingActs })]
}

const THIRD = 3

/**
 * C36: what was corrected after the dossier was sent, what somebody has read otherwise on a paper, what two devices recorded
 * differently, and what another office has sent without a say in the case.
 * @param view - the case
 */
export function checkIdentity(view: View): readonly Finding[] {
  const { state, submission } = view
  const source = view.meeting.rules.requirements.papersBeforeMeeting
  const sent = state.known === 'full' ? submission?.snapshot?.profile : undefined
  const fields = sent === undefined ? [] : REPEATED.filter((field) => sent[field] !== state.profile[field])
  const conflicts = state.conflicts.filter(({ field }) => REPEATED.some((repeated) => repeated === field))
  const block = { severity: 'block', source, acts: view.meetingActs } as const
  return [
    ...(fields.length === 0 || submission === null
      ? []
      : [finding('C36', { fields, sent: submission.date }, { ...block, before: 'decision', about: submission.date })]),
    ...differing(view).map((data) =>
      finding('C36-paper', data, { ...block, ...whereAsked(view, data.paper), about: data.paper.slice(0, 10) }),
    ),
    ...conflicts.map(({ field }) =>
      finding('C36-two', { field }, { ...block, before: 'submit', about: field.slice(0, 12) }),
    ),
    ...(state.outside.length === 0
      ? []
      : [finding('C36-other', { entries: state.outside.length }, { ...block, severity: 'warn', before: 'submit' })]),
  ]
}

/** What a paper stands in the way of: one of recognition the step that asks for it, for which no admission waits any more. */
function whereAsked({ recognition: { vote }, recognitionMeeting, meetingActs }: View, code: string) {
  const later = recognitionMeeting.rules.papers.find((paper) => paper.code === code && paper.phase === 'c')
  return later === undefined
    ? ({ before: 'submit', acts: meetingActs } as const)
    : { before: later.neededBefore, acts: vote === null ? [] : [vote] }
}

/** Papers that say something else of the person, one of a code; what several of one code say stands together. */
function differing(view: View): readonly FindingData['C36-paper'][] {
  const told = new Map<string, string[]>()
  for (const { paper, differs } of view.state.papers)
    if (differs !== undefined) told.set(paper, [...(told.get(paper) ?? []), differs])
  return [...told].map(([paper, differs]) => ({
    paper,
    name: view.meeting.rules.papers.find(({ code }) => code === paper)?.name.value ?? paper,
    differs: differs.join('; '),
  }))
}

/**
 * C40: an identity number that its digits contradict.
 * @param view - the case
 */
export function checkIdentityNumber({ state: { profile } }: View): readonly Finding[] {
  const { identityNumber: number, sex } = profile
  if (number === undefined) return []
  const year = birthYear(profile)
  const read = parseIdentityNumber(number, {
    ...(sex === undefined ? {} : { sex }),
    ...(year === undefined ? {} : { birthYear: year }),
  })
  const problems = read.ok ? read.value.warnings : [read.error]
  if (problems.length === 0) return []
  return [finding('C40', { number, problems }, { severity: 'warn', before: 'branchVote', source: IDENTITY })]
}

const IDENTITY = { article: 'Thông tư số 07/2016/TT-BCA', confirmed: false }

/**
 * C7: whoever helps is an official member, by the time of the meeting at the latest; not asked of who has given way. It only
 * warns where the page blocks: there it is asked of who introduces, on the day of the introduction, which
 * `checkIntroducers` blocks by itself.
 * @param view - the case
 */
export function checkHelpers(view: View): readonly Finding[] {
  const source = view.meeting.rules.eligibility.introducerOfficial
  if (!source.value) return []
  return view.state.helpers.flatMap((helper, place): readonly Finding[] => {
    const { name: person, officialDate: official, from } = helper
    if (official === undefined || view.meeting.reached(official) || view.hasGivenWay(person)) return []
    const spec = { severity: 'warn', before: 'branchVote', source, about: String(place + 1), acts: [helper] } as const
    return [finding('C7-helper', { person, official, from }, spec)]
  })
}

/** Opinions: where they are recorded one by one, both the residence and an organisation have given theirs. */
export function checkOpinions(view: View): readonly Finding[] {
  const { opinions } = view.state
  if (opinions.length === 0) return []
  const source = view.meeting.rules.requirements.papersBeforeMeeting
  const spec = { severity: 'warn', before: 'branchVote', source, acts: opinions } as const
  const fromResidence = opinions.filter(({ organisation }) => organisation === 'residence').length
  return [
    ...(fromResidence === 0 ? [finding('C5-opinion', { missing: 'residence' }, { ...spec, about: 'res' })] : []),
    ...(fromResidence === opinions.length
      ? [finding('C5-opinion', { missing: 'organisation' }, { ...spec, about: 'org' })]
      : []),
  ]
}

/** The dossier was sent before the committee had met on it, or before the branch had where no committee stands between. */
export function checkSending(view: View): readonly Finding[] {
  const { submission, committeeVote, vote, path } = view
  if (submission !== null && vote !== null && !path.includes('committeeVote') && submission.date < vote.date) {
    const source = view.meeting.rules.requirements.decisionAfterBranch
    const data = { sent: submission.date, meeting: vote.date }
    const spec = { severity: 'warn', before: 'submit', source, about: data.sent, acts: [submission] } as const
    return source.value ? [finding('C12-sent', data, spec)] : []
  }
  if (submission === null || committeeVote === null || submission.date >= committeeVote.date) return []
  const source = view.context.rules(committeeVote.date).requirements.committeeAfterBranch
  const data = { sent: submission.date, date: committeeVote.date }
  return [
    finding('C16-sent', data, { severity: 'warn', before: 'submit', source, about: data.sent, acts: [submission] }),
  ]
}
