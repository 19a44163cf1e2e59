/**
 * C3, C4: the certificate and its validity. C5: every paper of the dossier there, with its day, before the branch meets.
 * C10: papers to make again when the dossier has waited too long. C11: the application before the CV, after the class. What the checklist
 * says of a paper is asked there, so that list and findings cannot differ.
 */
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import type { Paper } from '../../model/acts.ts'
import type { MatterState } from '../../model/case/matter-state.ts'
import { countingDay, isRequired, mustBeRenewed, validUntilOf, type ChecklistLine } from '../checklist.ts'
import { deadlineOf, type Deadline } from '../deadlines.ts'
import { finding, type Finding, type Spec } from '../finding.ts'
import {
  APPLICATION,
  BRANCH_RESOLUTION,
  CLASS_CERTIFICATE,
  COMMITTEE_RESOLUTION,
  INTRODUCTION,
  RESUME,
  TRADE_UNION,
  VERIFICATION,
  YOUTH_UNION,
} from '../paper-codes.ts'
import { isUpTo } from '../rule-codes.ts'
import { type RulePaper, type Source } from '../rule-set.ts'
import { PROGRAM } from '../sets/citations.ts'
import { daysOf, papersOf, type View } from '../view.ts'

/**
 * C3 and C4: papers with a validity, measured to the meeting; without a meeting yet, to now, with a notice beforehand.
 * @param view - the case
 */
export function checkValidity(view: View): readonly Finding[] {
  return view.meeting.rules.papers.flatMap((paper): readonly Finding[] => {
    const date = countingDay(view.meeting.on, papersOf(view, paper.code))
    const validUntil = date === null ? null : validUntilOf(paper, date)
    if (date === null || validUntil === null || paper.validity === undefined) return []
    const { on, reached } = view.meeting
    const data = { date, validUntil, months: paper.validity.value.months, on }
    const severity = view.begun ? 'block' : 'warn'
    const about = view.vote?.date
    if (reached(addDays(validUntil, 1)))
      return [finding('C3', data, { ...spec(view, paper, paper.validity), severity, about })]
    if (reached(validUntil))
      return [finding('C3-last', data, { ...spec(view, paper, paper.validity), severity: 'warn', about })]
    const days = view.meeting.rules.notices.certificateDays
    if (on !== null || !reached(addDays(validUntil, -days.value))) return []
    return [finding('C4', { date, validUntil, days: days.value }, { ...spec(view, paper, days), severity: 'warn' })]
  })
}

/**
 * C5: papers missing, undated, or dated after the meeting they should have lain before.
 * @param view - the case
 * @param lines - its checklist
 * @param deadlines - its deadlines
 */
export function checkPresence(
  view: View,
  lines: readonly ChecklistLine[],
  deadlines: readonly Deadline[],
): readonly Finding[] {
  const source = view.meeting.rules.requirements.papersBeforeMeeting
  if (!source.value) return []
  if (!view.begun) {
    const missing = lines.filter(({ phase, status }) => phase === 'a' && status === 'missing').length
    return missing === 0 ? [] : [finding('C5-none', { missing }, { severity: 'block', before: 'branchVote', source })]
  }
  return view.meeting.rules.papers
    .filter((paper) => paper.neededBefore === 'branchVote' && isRequired(view, paper.requiredWhen.value, deadlines))
    .flatMap((paper) => presenceOf(view, paper))
}

/**
 * The numbers of the resolutions: a vote recorded without its resolution cannot be sent as it is.
 * @param view - the case
 * @param lines - its checklist
 */
export function checkResolutions(view: View, lines: readonly ChecklistLine[]): readonly Finding[] {
  const votes = [
    { code: BRANCH_RESOLUTION, vote: view.votePassed ? view.vote : null },
    { code: COMMITTEE_RESOLUTION, vote: view.committeeVote },
  ]
  return votes.flatMap(({ code, vote }) => {
    const line = lines.find(({ paper }) => paper === code)
    const paper = view.meeting.rules.papers.find((candidate) => candidate.code === code)
    if (vote === null || paper === undefined || line?.status !== 'missing') return []
    const data = { paper: code, name: paper.name.value, date: vote.date }
    return [finding('C5-num', data, { ...spec(view, paper, paper.name), severity: 'warn', about: code, acts: [vote] })]
  })
}

/**
 * C10: after the dossier's limit, the papers that must be made again. Where nobody could confirm that a paper is among them
 * (`renewed`), the demand itself is in doubt and only warns.
 * @param view - the case
 * @param deadlines - its deadlines
 */
export function checkRenewal(view: View, deadlines: readonly Deadline[]): readonly Finding[] {
  const dossier = deadlineOf(deadlines, 'dossier')
  if (dossier === null) return []
  return view.meeting.rules.papers.flatMap((paper): readonly Finding[] => {
    const papers = papersOf(view, paper.code)
    const date = countingDay(view.meeting.on, papers)
    if (papers.length === 0 || paper.renewed === undefined || !mustBeRenewed(view, paper, date, deadlines)) return []
    const data = {
      paper: paper.code,
      name: paper.name.value,
      date,
      begun: dossier.start,
      limit: dossier.due,
      on: view.meeting.on,
    }
    const severity = paper.renewed.confirmed ? 'block' : 'warn'
    const source = { article: dossier.article, confirmed: dossier.confirmed && paper.renewed.confirmed }
    return [finding('C10', data, { ...spec(view, paper, source), severity, about: paper.code })]
  })
}

/**
 * C11: the application is not younger than the CV.
 * @param view - the case
 */
export function checkApplicationFirst(view: View): readonly Finding[] {
  const source = view.meeting.rules.requirements.applicationBeforeResume
  const papers = [...papersOf(view, APPLICATION), ...papersOf(view, RESUME)]
  const application = daysOf(papersOf(view, APPLICATION)).at(0)
  const resume = daysOf(papersOf(view, RESUME)).at(0)
  if (!source.value || application === undefined || resume === undefined || application <= resume) return []
  return [finding('C11', { application, resume }, { severity: 'warn', before: 'branchVote', source, acts: papers })]
}

/**
 * P22: a helper is assigned, then the class, then the application. Only the order of the path, which no article lays down: a
 * class counts for years and may have been attended elsewhere, so that the first of the two only informs.
 */
export function checkClassFirst(view: View): readonly Finding[] {
  const classes = papersOf(view, CLASS_CERTIFICATE)
  const certificate = daysOf(classes).at(0)
  if (certificate === undefined) return []
  const application = daysOf(papersOf(view, APPLICATION)).at(0)
  const helped = view.state.helpers.map(({ from }) => from).toSorted()[0]
  const spec = { before: 'branchVote', source: PATH_ORDER, acts: classes } as const
  return [
    ...(helped === undefined || certificate >= helped
      ? []
      : [finding('C11-helper', { certificate, helped }, { ...spec, severity: 'info' })]),
    ...(application === undefined || application >= certificate
      ? []
      : [finding('C11-class', { certificate, application }, { ...spec, severity: 'warn' })]),
  ]
}

/** The order of the procedure's steps, as the program has it. */
const PATH_ORDER: Source = { article: PROGRAM, confirmed: false }

/** Papers whose absence another check reports, with more to say about it. */
const OWN_CHECK: ReadonlySet<string> = new Set([INTRODUCTION, YOUTH_UNION, TRADE_UNION, VERIFICATION])

function presenceOf(view: View, paper: RulePaper): readonly Finding[] {
  const papers = papersOf(view, paper.code)
  const data = { paper: paper.code, name: paper.name.value }
  const base = { ...spec(view, paper, paper.requiredWhen), about: paper.code }
  if (papers.length === 0) return OWN_CHECK.has(paper.code) ? [] : [finding('C5', data, { ...base, severity: 'block' })]
  const date = countingDay(view.meeting.on, papers)
  if (date === null) return [finding('C5-date', data, { ...base, severity: 'block' })]
  const meeting = view.vote?.date
  if (meeting === undefined || date <= meeting) return []
  return [finding('C5-late', { ...data, date, meeting }, { ...base, severity: lateness(view.state, papers, meeting) })]
}

/**
 * How grave it is that a paper is dated after the meeting that should have had it: it was not there, which the page blocks;
 * but where the deciding office has returned the dossier for that very paper, or it was made anew in place of one that had
 * been there in time, it can only be made now.
 * @param acts - the acts of the matter
 * @param papers - those on record under the code of that paper
 */
export function lateness(
  { submissions }: Pick<MatterState, 'submissions'>,
  papers: readonly Paper[],
  meeting: PlainDate,
): 'block' | 'warn' {
  const wasThere = papers.some(({ firstDate }) => firstDate !== undefined && firstDate <= meeting)
  const isAsked = submissions.some(
    ({ returned }) => returned?.remarks.some((remark) => papers.some(({ paper }) => paper === remark.paper)) === true,
  )
  return wasThere || isAsked ? 'warn' : 'block'
}

function spec(view: View, paper: RulePaper, source: Source): Omit<Spec, 'severity'> {
  const before = isUpTo(paper.neededBefore, 'branchVote') ? 'branchVote' : paper.neededBefore
  return { before, source, acts: view.meetingActs }
}
