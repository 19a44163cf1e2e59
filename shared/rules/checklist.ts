/**
 * The checklist of papers: what the dossier holds, what it lacks, what is too old, what is not needed and why. Judged at
 * the branch meeting where there was one, else now. Days left are not in it: they are computed when it is shown.
 */
import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts'
import type { Act } from '../model/case/act.ts'
import type { Paper } from '../model/acts.ts'
import { isOverAge } from './checks/age.ts'
import { needsElderConsent } from './checks/education.ts'
import { verifiedOn } from './checks/relatives.ts'
import { deadlineOf, type Deadline } from './deadlines.ts'
import {
  ADMISSION_DECISION,
  BRANCH_RESOLUTION,
  COMMITTEE_RESOLUTION,
  LATE_CEREMONY_CONSENT,
  RECOGNITION_COMMITTEE,
  RECOGNITION_DECISION,
  RECOGNITION_RESOLUTION,
  VERIFICATION,
} from './paper-codes.ts'
import { isUpTo, type Condition, type SpecialCase, type Step } from './rule-codes.ts'
import { type RulePaper } from './rule-set.ts'
import { specialCases } from './special-cases.ts'
import { daysOf, papersOf, type View } from './view.ts'

/** What can be said of a paper. 'outside' = there, but kept outside the program. */
export type PaperStatus = 'present' | 'missing' | 'expired' | 'expiring' | 'notNeeded' | 'outside'

/**
 * Why: the condition that does not hold; 'notYet' = needed for a later step only; 'validity' and 'dossier' = too old, by
 * its own validity or because the dossier has waited too long; 'undated' = there, but without a day.
 */
export type PaperWhy = Exclude<Condition, 'always'> | 'notYet' | 'validity' | 'dossier' | 'undated'

/** One line of the checklist. `have` and `need` where more than one paper is asked for. */
export type ChecklistLine = {
  readonly paper: string
  readonly name: string
  readonly phase: RulePaper['phase']
  readonly neededBefore: Step
  readonly status: PaperStatus
  readonly date?: PlainDate
  readonly validUntil?: PlainDate
  readonly have?: number
  readonly need?: number
  readonly why?: PaperWhy
}

/**
 * Makes the checklist: the dossier, what is added up to the ceremony, and after it the papers of recognition, by the
 * rule set of the meeting on it.
 * @param view - the case
 * @param deadlines - its deadlines; that of the dossier decides which papers must be renewed
 */
export function checklistOf(view: View, deadlines: readonly Deadline[]): readonly ChecklistLine[] {
  const upTo = neededNow(view)
  const admission = view.meeting.rules.papers.filter(({ phase }) => phase !== 'c')
  const recognition =
    view.state.ceremony === null ? [] : view.recognitionMeeting.rules.papers.filter(({ phase }) => phase === 'c')
  return [...admission, ...recognition]
    .filter((paper) => !isIdleSlot(view, paper, deadlines))
    .map((paper) => lineOf(view, paper, deadlines, upTo))
}

/**
 * Whether a paper's condition holds for a case.
 * @param view - the case
 * @param condition - from the rule set
 * @param deadlines - its deadlines
 */
export function isRequired(view: View, condition: Condition, deadlines: readonly Deadline[]): boolean {
  switch (condition) {
    case 'always':
      return true
    case 'optional':
      return false
    case 'ifYouthUnion':
      return view.route.kind === 'youthUnion'
    case 'ifTradeUnion':
      return view.route.kind === 'tradeUnion'
    case 'ifNoUnion':
      return view.route.kind === 'members'
    case 'ifSection':
      return view.path.includes('sectionReport')
    case 'ifCommittee':
      return view.path.includes('committeeVote')
    case 'ifOverAge':
      return isOverAge(view)
    case 'ifElder':
      return needsElderConsent(view)
    case 'ifCeremonyLate':
      return deadlineOf(deadlines, 'ceremony')?.overdue === true
    case 'ifReligion':
    case 'ifForeignElement':
    case 'ifPoliticalHistory':
    case 'ifPopulation':
    case 'ifOwner':
    case 'ifReadmission':
    case 'ifSeconded':
    case 'ifMovedIn':
      return specialCases(view.state).has(SPECIAL_OF[condition])
  }
}

/** A slot for special cases is not shown to everybody else. */
function isIdleSlot(view: View, paper: RulePaper, deadlines: readonly Deadline[]): boolean {
  const condition = paper.requiredWhen.value
  return (
    Object.hasOwn(SPECIAL_OF, condition) &&
    !isRequired(view, condition, deadlines) &&
    papersOf(view, paper.code).length === 0
  )
}

type SpecialCondition = Extract<
  Condition,
  | 'ifReligion'
  | 'ifForeignElement'
  | 'ifPoliticalHistory'
  | 'ifPopulation'
  | 'ifOwner'
  | 'ifReadmission'
  | 'ifSeconded'
  | 'ifMovedIn'
>

const SPECIAL_OF: Readonly<Record<SpecialCondition, SpecialCase>> = {
  ifReligion: 'religion',
  ifForeignElement: 'foreignElement',
  ifPoliticalHistory: 'politicalHistory',
  ifPopulation: 'population',
  ifOwner: 'owner',
  ifReadmission: 'readmission',
  ifSeconded: 'seconded',
  ifMovedIn: 'movedIn',
}

/**
 * The day until which a paper with a validity counts.
 * @param paper - the paper in the rule set
 * @param date - the day it was issued
 */
export function validUntilOf(paper: RulePaper, date: PlainDate): PlainDate | null {
  return paper.validity === undefined ? null : addMonths(date, paper.validity.value.months)
}

/**
 * The day of the paper that counts: the newest from before the meeting, else the newest.
 * @param on - the day of the meeting; null before it
 * @param papers - papers of one code
 */
export function countingDay(on: PlainDate | null, papers: readonly Act<Paper>[]): PlainDate | null {
  const days = daysOf(papers)
  return (on === null ? days.at(-1) : (days.findLast((day) => day <= on) ?? days.at(-1))) ?? null
}

/**
 * Whether papers have to be made again, since the dossier has waited longer than its limit and they are not newer.
 * @param view - the case
 * @param paper - the paper in the rule set
 * @param date - the day of the paper that counts
 * @param deadlines - the case's deadlines
 */
export function mustBeRenewed(
  view: View,
  paper: RulePaper,
  date: PlainDate | null,
  deadlines: readonly Deadline[],
): boolean {
  const dossier = deadlineOf(deadlines, 'dossier')
  if (dossier === null || paper.renewed?.value !== true) return false
  return view.meeting.reached(addDays(dossier.due, 1)) && (date === null || date <= dossier.due)
}

function lineOf(view: View, paper: RulePaper, deadlines: readonly Deadline[], upTo: Step): ChecklistLine {
  const base = { paper: paper.code, name: paper.name.value, phase: paper.phase, neededBefore: paper.neededBefore }
  const required = isRequired(view, paper.requiredWhen.value, deadlines)
  const papers = papersOf(view, paper.code)
  const need = paper.count === 'perIntroducer' ? view.route.need : 1
  const have = paper.count === 'perIntroducer' ? view.route.have : papers.length
  const counts = need > 1 ? { have, need } : {}
  if (papers.length === 0) {
    const made = madeByAct(view, paper.code)
    if (made !== null) return { ...base, status: 'present', date: made }
    const { value: condition } = paper.requiredWhen
    if (!required && condition !== 'always') return { ...base, status: 'notNeeded', why: condition }
    if (!isUpTo(paper.neededBefore, upTo)) return { ...base, status: 'notNeeded', why: 'notYet' }
    return { ...base, status: 'missing', ...counts }
  }
  const date = countingDay(view.meeting.on, papers)
  const dated = { ...base, ...counts, ...(date === null ? {} : { date }) }
  if (required && have < need) return { ...dated, status: 'missing' }
  if (required && mustBeRenewed(view, paper, date, deadlines)) return { ...dated, status: 'expired', why: 'dossier' }
  const validUntil = date === null ? null : validUntilOf(paper, date)
  if (validUntil !== null) {
    if (view.meeting.reached(addDays(validUntil, 1)))
      return { ...dated, validUntil, status: 'expired', why: 'validity' }
    const notice = addDays(validUntil, -view.meeting.rules.notices.certificateDays.value)
    if (view.meeting.on === null && view.meeting.reached(notice))
      return { ...dated, validUntil, status: 'expiring', why: 'validity' }
  }
  return {
    ...dated,
    ...(validUntil === null ? {} : { validUntil }),
    status: papers.every(({ kept }) => kept === 'outside') ? 'outside' : 'present',
    ...(date === null ? { why: 'undated' as const } : {}),
  }
}

/** A resolution or decision that an act already gives by number or day. */
function madeByAct(view: View, code: string): PlainDate | null {
  if (code === BRANCH_RESOLUTION && view.vote?.resolution) return view.vote.resolution.date ?? view.vote.date
  if (code === COMMITTEE_RESOLUTION && view.committeeVote?.resolution)
    return view.committeeVote.resolution.date ?? view.committeeVote.date
  const { vote, committeeVote, decision } = view.recognition
  if (code === RECOGNITION_RESOLUTION && vote?.resolution) return vote.resolution.date ?? vote.date
  if (code === RECOGNITION_COMMITTEE && committeeVote?.resolution)
    return committeeVote.resolution.date ?? committeeVote.date
  if (code === RECOGNITION_DECISION && decision?.outcome === 'recognise') return decision.date
  if (code === VERIFICATION) return verifiedOn(view)
  if (code === LATE_CEREMONY_CONSENT) return view.state.ceremony?.lateConsent?.date ?? null
  return code === ADMISSION_DECISION && view.decision?.outcome === 'admit' ? view.decision.date : null
}

/** The furthest step whose papers are asked for as the case stands. */
function neededNow(view: View): Step {
  const { recognition } = view
  if (recognition.decision?.outcome === 'recognise') return 'card'
  if (recognition.submission !== null || recognition.committeeVote !== null) return 'recognitionSubmit'
  if (recognition.votePassed) return 'recognitionCommittee'
  if (view.state.ceremony) return 'recognitionVote'
  if (view.decision?.outcome === 'admit') return 'ceremony'
  if (view.submission !== null || view.committeeVote !== null) return 'decision'
  if (view.votePassed) return 'committeeVote'
  return 'branchVote'
}
