/**
 * C27: the votes of recognition and of removal are counted as those of admission are (C12, C13, C16), by the rule set of
 * their day. C18, C19 and C20 for the decision that follows; of one that cancels an admission what it leaves to be done. P22:
 * sent after the meetings, decided after it was sent.
 */
import { ofThisAttempt } from '../attempt.ts'
import { finding, type Finding } from '../finding.ts'
import type { LaterView } from '../later.ts'
import type { Step } from '../rule-codes.ts'
import type { View } from '../view.ts'
import { attendanceOf, ballotsOf, measureBranchVote, measureCommitteeVote, measureDecision, votesOf } from '../votes.ts'
import { checkDecidedAfter, isDecidingBody, isDelegated, isNotified } from './decision.ts'

/**
 * C27 and the decision of a later matter.
 * @param view - the case
 * @param later - the matter
 */
export function checkLaterVotes(view: View, later: LaterView): readonly Finding[] {
  return [
    ...checkBranch(view, later),
    ...checkCommittee(view, later),
    ...checkSent(view, later),
    ...checkDecided(view, later),
  ]
}

/** The step a fault of the branch's vote stands in the way of, and that of the committee's, by matter. */
const AFTER_BRANCH: Readonly<Record<LaterView['matter'], Step>> = {
  recognition: 'recognitionCommittee',
  removal: 'removalCommittee',
  cancellation: 'cancellationCommittee',
}
const AFTER_COMMITTEE: Readonly<Record<LaterView['matter'], Step>> = {
  recognition: 'recognitionSubmit',
  removal: 'removalSubmit',
  cancellation: 'cancellationSubmit',
}

function checkBranch(view: View, { vote, matter }: LaterView): readonly Finding[] {
  if (vote === null) return []
  const rules = view.context.rules(vote.date)
  const { votes, requirements } = rules
  const base = { before: AFTER_BRANCH[matter], about: vote.date, acts: [vote], severity: 'block' } as const
  const findings: Finding[] = []
  // Votes are those of the official members present, who are among those that count.
  const { presentOfficial: present } = vote
  const cast = ballotsOf(vote)
  const { absent, listed, toExplain } = attendanceOf(vote)
  const isOver = cast > present || listed > absent || present > vote.official - vote.excluded
  if (requirements.countsAddUp.value && (isOver || cast < present)) {
    // Fewer votes than voters may be, where somebody cast none (as at admission).
    const severity = isOver ? 'block' : 'warn'
    const data = { votes: cast, present, absent, listed }
    findings.push(finding('C27-sum', data, { ...base, severity, source: requirements.countsAddUp }))
  }
  if (requirements.absencesExplained.value && listed < toExplain)
    findings.push(
      finding('C27-abs', { absent: toExplain, listed }, { ...base, source: requirements.absencesExplained }),
    )
  const { agree, of, needed, passed } = measureBranchVote(vote, rules)
  // A meeting that concluded that the person does not qualify has not fallen short: it proposes something else.
  if (!passed && vote.concludes === undefined)
    findings.push(
      finding(
        'C27-share',
        { matter, agree, of, needed, meeting: vote.date },
        { ...base, source: votesOf(rules, matter).branch.share },
      ),
    )
  const minimum = votes.branch.minOfficial
  if (vote.official < minimum.value)
    findings.push(finding('C27-min', { official: vote.official, minimum: minimum.value }, { ...base, source: minimum }))
  return findings
}

function checkCommittee(view: View, { committeeVote, vote, matter }: LaterView): readonly Finding[] {
  if (committeeVote === null) return []
  const rules = view.context.rules(committeeVote.date)
  const { share } = votesOf(rules, matter).committee
  const base = {
    before: AFTER_COMMITTEE[matter],
    about: committeeVote.date,
    acts: [committeeVote],
    severity: 'block',
  } as const
  const findings: Finding[] = []
  const { agree, of, needed, passed } = measureCommitteeVote(committeeVote, rules)
  if (!passed)
    findings.push(
      finding('C27-body', { matter, agree, of, needed, date: committeeVote.date }, { ...base, source: share }),
    )
  const after = rules.requirements.committeeAfterBranch
  if (after.value && vote !== null && committeeVote.date < vote.date)
    findings.push(finding('C27-order', { date: committeeVote.date, meeting: vote.date }, { ...base, source: after }))
  const votes = ballotsOf(committeeVote)
  const { present } = committeeVote
  const { countsAddUp } = rules.requirements
  if (countsAddUp.value && votes !== present) {
    const severity = votes > present ? 'block' : 'warn'
    findings.push(finding('C27-votes', { votes, present }, { ...base, severity, source: countsAddUp }))
  }
  return findings
}

/** P22: the dossier is sent after the last meeting on its way. */
function checkSent(view: View, { vote, committeeVote, submission, matter }: LaterView): readonly Finding[] {
  const meeting = committeeVote ?? vote
  if (submission === null || meeting === null || submission.date >= meeting.date) return []
  const source = view.context.rules(meeting.date).requirements.committeeAfterBranch
  const body = meeting === committeeVote ? ('committee' as const) : ('branch' as const)
  const data = { matter, sent: submission.date, body, date: meeting.date }
  const spec = { severity: 'warn', before: AFTER_COMMITTEE[matter], source, acts: [submission] } as const
  return source.value ? [finding('C27-sent', data, { ...spec, about: submission.date })] : []
}

/** The body that decided, its vote, and that it did not decide before the branch had met. */
function checkDecided(view: View, { acts, decision, committeeVote, vote, matter }: LaterView): readonly Finding[] {
  if (decision === null) return []
  const rules = view.context.rules(decision.date)
  const { decidingBody } = rules.structure
  const before: Step = matter === 'recognition' ? 'card' : AFTER_COMMITTEE[matter]
  const base = { before, about: decision.date, acts: [decision] } as const
  const findings: Finding[] = []
  const delegated = isDelegated(view, decision, rules)
  if (!delegated && !isDecidingBody(view, decision, rules)) {
    const data = { body: decision.body, expected: view.context.decidingBody ?? decidingBody.value }
    findings.push(finding('C18', data, { ...base, severity: 'block', source: decidingBody }))
  }
  const after = rules.requirements.decisionAfterBranch
  if (after.value && vote !== null && decision.date < vote.date)
    findings.push(
      finding('C18-date', { date: decision.date, meeting: vote.date }, { ...base, severity: 'block', source: after }),
    )
  if (after.value) {
    const submissions = acts.submissions.flatMap((sent) => ofThisAttempt(sent, acts.branchVotes) ?? [])
    findings.push(...checkDecidedAfter(matter, decision, committeeVote, submissions, { ...base, source: after }))
  }
  const notified = rules.requirements[matter === 'recognition' ? 'recognitionNotified' : 'refusalNotified']
  const isTold = (acts.receipt !== null && acts.receipt.date >= decision.date) || isNotified(view, decision)
  if (notified.value && decision.outcome === 'refuse' && !isTold) {
    const { number, date } = decision
    findings.push(finding('C20', { matter, number, date }, { ...base, severity: 'warn', source: notified }))
  }
  if (decision.outcome === 'cancel') {
    const { number, date, ground = null } = decision
    const severity = ground === null ? 'warn' : 'info'
    findings.push(
      finding('C18-void', { number, date, ground }, { ...base, severity, source: rules.structure.cancellationPath }),
    )
  }
  const { share, delegatedShare } = votesOf(rules, matter).deciding
  const asked = delegated && delegatedShare !== undefined ? delegatedShare : share
  const measured = decision.outcome === 'refuse' ? null : measureDecision(decision, asked.value)
  if (measured !== null && !measured.passed) {
    const { agree, of, needed } = measured
    findings.push(finding('C19', { agree, of, needed }, { ...base, severity: 'block', source: asked }))
  }
  return findings
}
