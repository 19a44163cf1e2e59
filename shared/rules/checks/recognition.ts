/**
 * Recognition as an official member (Điều lệ Đảng, 5.1; 24-QĐ/TW 4.2, 4.3). C24: what to prepare before probation ends.
 * C25: the branch meets after its end, within the limit. C26: the papers. C27: the votes, counted as at admission. C28:
 * the decision's limit. C29: the day it makes the person an official member. C30: who is not qualified is struck off;
 * a longer probation does not exist; so many failed votes are told to the committee above.
 */
import { addDays } from '../../calendar/plain-date.ts'
import type { ChecklistLine } from '../checklist.ts'
import { countingDay, isRequired } from '../checklist.ts'
import { deadlineOf, type Deadline } from '../deadlines.ts'
import { finding, type Finding } from '../finding.ts'
import { lateDecision } from './decision.ts'
import { lateness } from './papers.ts'
import { RECOGNITION_COMMITTEE, RECOGNITION_RESOLUTION } from '../paper-codes.ts'
import { isUpTo } from '../rule-codes.ts'
import { papersOf, type View } from '../view.ts'
import { failedVotes, isShortVoteReported } from '../failed-votes.ts'

/**
 * C24 to C26 and C30: time and papers of recognition.
 * @param view - the case
 * @param lines - its checklist
 * @param deadlines - its deadlines
 */
export function checkRecognition(
  view: View,
  lines: readonly ChecklistLine[],
  deadlines: readonly Deadline[],
): readonly Finding[] {
  if (view.membership === null) return []
  return [
    ...checkNotice(view, lines),
    ...checkMeeting(view, deadlines),
    ...checkPapers(view, lines, deadlines),
    ...checkDecisionLimit(view, deadlines),
    ...checkOfficialDay(view),
    ...checkOutcome(view),
    ...checkFailedVotes(view),
  ]
}

/** C24: within 60 and within 30 days of the end, what is still missing. Information: nothing is late yet. */
function checkNotice(view: View, lines: readonly ChecklistLine[]): readonly Finding[] {
  const { membership, clock, recognition, recognitionMeeting } = view
  if (membership === null || recognition.vote !== null || recognition.decision !== null || !view.open) return []
  const { probationEnd: end, source } = membership
  if (clock.reached(end)) return []
  const notices = recognitionMeeting.rules.notices.probationDays.value
  const days = notices.findLast((notice) => clock.reached(addDays(end, -notice)))
  const missing = lines.filter(({ phase, status }) => phase === 'c' && status === 'missing').length
  if (days === undefined || missing === 0) return []
  return [finding('C24', { end, days, missing }, { severity: 'info', before: 'recognitionVote', source })]
}

/** C25: not before the twelve months have ended, not later than the limit after them. */
function checkMeeting(view: View, deadlines: readonly Deadline[]): readonly Finding[] {
  const { membership, recognition } = view
  if (membership === null) return []
  const { probationEnd: end, source } = membership
  const { vote } = recognition
  const findings: Finding[] = []
  const { recognitionAfterProbation } = view.recognitionMeeting.rules.requirements
  if (recognitionAfterProbation.value && vote !== null && vote.date <= end) {
    const spec = { before: 'recognitionCommittee', source, about: vote.date, acts: [vote] } as const
    findings.push(
      vote.date < end
        ? finding('C25', { meeting: vote.date, end }, { ...spec, severity: 'block' })
        : finding('C25-day', { meeting: vote.date, end }, { ...spec, severity: 'warn' }),
    )
  }
  const review = deadlineOf(deadlines, 'recognitionReview')
  if (review?.overdue === true) {
    const { start, due, met } = review
    findings.push(
      finding(
        'C25-late',
        { start, due, held: met ?? null },
        {
          severity: 'warn',
          before: 'recognitionCommittee',
          source: review,
          acts: vote === null ? [] : [vote],
        },
      ),
    )
  }
  return findings
}

/** C26: judged once the meeting is due or held; before that C24 only reminds. */
function checkPapers(view: View, lines: readonly ChecklistLine[], deadlines: readonly Deadline[]): readonly Finding[] {
  const { membership, recognition, recognitionMeeting } = view
  if (membership === null) return []
  const { vote } = recognition
  if (vote === null && !view.clock.reached(membership.probationEnd)) return []
  const acts = vote === null ? [] : [vote]
  const { recognitionPapersBefore } = recognitionMeeting.rules.requirements
  return recognitionMeeting.rules.papers
    .filter(({ phase, requiredWhen }) => phase === 'c' && isRequired(view, requiredWhen.value, deadlines))
    .flatMap((paper): readonly Finding[] => {
      const data = { paper: paper.code, name: paper.name.value }
      const base = { before: paper.neededBefore, source: paper.requiredWhen, about: paper.code, acts } as const
      const isDue =
        (paper.neededBefore === 'recognitionVote' && recognitionPapersBefore.value) ||
        (recognition.votePassed &&
          paper.neededBefore !== 'recognitionVote' &&
          isUpTo(paper.neededBefore, 'recognitionCommittee'))
      const status = lines.find((line) => line.paper === paper.code)?.status
      if (paper.code === RECOGNITION_RESOLUTION || paper.code === RECOGNITION_COMMITTEE) {
        const act =
          paper.code === RECOGNITION_RESOLUTION ? (recognition.votePassed ? vote : null) : recognition.committeeVote
        if (act === null || status !== 'missing') return []
        return [finding('C26-num', { ...data, date: act.date }, { ...base, severity: 'warn', acts: [act] })]
      }
      if (!isDue) return []
      const papers = papersOf(view, paper.code)
      if (papers.length === 0) return [finding('C26', data, { ...base, severity: 'block' })]
      const date = countingDay(recognitionMeeting.on, papers)
      if (date === null) return [finding('C26-date', data, { ...base, severity: 'block' })]
      if (vote === null || paper.neededBefore !== 'recognitionVote' || date <= vote.date) return []
      const severity = lateness(view.state.recognition, papers, vote.date)
      return [finding('C26-late', { ...data, date, meeting: vote.date }, { ...base, severity })]
    })
}

/** C28: 30 working days from the branch's resolution, 30 more at most; lengthened, it is late only after those. */
function checkDecisionLimit({ recognition, clock }: View, deadlines: readonly Deadline[]): readonly Finding[] {
  const deadline = deadlineOf(deadlines, 'recognitionDecision')
  const codes = { late: 'C28', extendedLate: 'C28-ext', extendedInVain: 'C28-given' } as const
  return lateDecision(deadline, clock, recognition.decision, 'recognitionDecision', codes)
}

/** C29: whatever the day of the decision, the person is an official member from the end of probation. */
function checkOfficialDay(view: View): readonly Finding[] {
  const { membership, recognition } = view
  const { decision } = recognition
  if (membership === null || decision?.officialFrom === undefined || decision.outcome !== 'recognise') return []
  const { probationEnd: expected, source } = membership
  const { officialFromProbationEnd } = view.context.rules(decision.date).requirements
  if (!officialFromProbationEnd.value || decision.officialFrom === expected) return []
  return [
    finding(
      'C29',
      { officialFrom: decision.officialFrom, expected },
      { severity: 'block', before: 'card', source, about: decision.date, acts: [decision] },
    ),
  ]
}

/** C30: after a refusal, a short vote or a longer probation, striking off is the only way on. */
function checkOutcome(view: View): readonly Finding[] {
  const { membership, recognition, removal, state } = view
  if (membership === null) return []
  const { vote, votePassed, decision } = recognition
  const { source, probationEnd: end } = membership
  const { probationNeverExtended: never } = view.recognitionMeeting.rules.requirements
  if (vote?.concludes === 'extension' && never.value)
    return [
      finding(
        'C30',
        { meeting: vote.date, end },
        { severity: 'block', before: 'recognitionCommittee', source: never, about: vote.date, acts: [vote] },
      ),
    ]
  if (removal.vote !== null || removal.decision !== null || !view.open) return []
  if (decision?.outcome === 'refuse')
    return [
      finding(
        'C30-no',
        { number: decision.number, date: decision.date },
        { severity: 'warn', before: 'removalVote', source, about: decision.date, acts: [decision] },
      ),
    ]
  if (vote === null || (votePassed && vote.concludes === undefined)) return []
  const failed = state.recognition.branchVotes.length
  return [
    finding(
      'C30-short',
      { meeting: vote.date, failed },
      { severity: 'warn', before: 'removalVote', source, about: vote.date, acts: [vote] },
    ),
  ]
}

/** C30: three votes that fell short, until the committee above has been told or a later vote has passed. */
function checkFailedVotes(view: View): readonly Finding[] {
  const { recognition, recognitionMeeting, open } = view
  const { vote, votePassed } = recognition
  if (!open || vote === null || votePassed || recognition.decision !== null) return []
  const source = recognitionMeeting.rules.votes.recognition.failedVotesReported
  const failed = failedVotes(view)
  if (failed < source.value || isShortVoteReported(view, 'recognition', vote.date)) return []
  return [
    finding(
      'C30-votes',
      { meeting: vote.date, failed, limit: source.value },
      { severity: 'warn', before: 'removalVote', source, about: vote.date, acts: [vote] },
    ),
  ]
}
