/**
 * C17: 60 working days from the branch's resolution to the decision, 30 more at most. C18, C19: the body that decided and
 * its vote. C20: a refusal is made known to the branch. Each by the rule set of the decision's day, the clock by that of
 * its start.
 */
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import type { Act } from '../../model/case/act.ts'
import type { CommitteeVote, Decision, Matter } from '../../model/acts.ts'
import { fold } from '../../text/fold.ts'
import { ofThisAttempt } from '../attempt.ts'
import { deadlineOf, type Deadline } from '../deadlines.ts'
import { finding, type Finding, type Spec } from '../finding.ts'
import type { Clock } from '../moment.ts'
import type { Step } from '../rule-codes.ts'
import type { RuleSet } from '../rule-set.ts'
import type { View } from '../view.ts'
import { measureDecision } from '../votes.ts'

/**
 * C17: the time limit of the decision on admission.
 * @param view - the case
 * @param deadlines - its deadlines
 */
export function checkDecisionTime({ clock, decision }: View, deadlines: readonly Deadline[]): readonly Finding[] {
  const codes = { late: 'C17', extendedLate: 'C17-ext', extendedInVain: 'C17-given' } as const
  return lateDecision(deadlineOf(deadlines, 'decision'), clock, decision, 'decision', codes)
}

/** What a decision out of its time is called, by matter. */
type LateCodes =
  | { readonly late: 'C17'; readonly extendedLate: 'C17-ext'; readonly extendedInVain: 'C17-given' }
  | { readonly late: 'C28'; readonly extendedLate: 'C28-ext'; readonly extendedInVain: 'C28-given' }

/**
 * A decision out of its time, and the extension after which responsibility is reviewed. An extension recorded once the
 * limit had ended is kept as it happened, and said to lengthen nothing.
 * @param deadline - of the decision; null where it has not begun
 * @param clock - of the assessment
 * @param decision - where it has been made
 * @param before - the step that waits for it
 * @param codes - of the matter decided
 */
export function lateDecision(
  deadline: Deadline | null,
  clock: Clock,
  decision: Act<Decision> | null,
  before: Step,
  codes: LateCodes,
): readonly Finding[] {
  if (deadline === null || !deadline.overdue) return []
  const { start, due, firstDue = due, extendedDue, extendedTooLate: given } = deadline
  const decided = deadline.met ?? null
  const spec = { severity: 'warn', before, source: deadline, acts: decision === null ? [] : [decision] } as const
  const vain = given === undefined ? [] : [finding(codes.extendedInVain, { due, given }, { ...spec, about: given })]
  if (extendedDue !== undefined) {
    const late = decided === null ? clock.reached(addDays(extendedDue, 1)) : decided > extendedDue
    if (late) return [finding(codes.extendedLate, { start, due: firstDue, extendedDue, decided }, spec), ...vain]
  }
  return [finding(codes.late, { start, due, extendedDue: extendedDue ?? null, decided }, spec), ...vain]
}

/**
 * C18, C19, C20: the decision itself.
 * @param view - the case
 */
export function checkDecision(view: View): readonly Finding[] {
  const { decision, vote } = view
  if (decision === null) return []
  const rules = view.context.rules(decision.date)
  const base = { before: 'ceremony', about: decision.date, acts: [decision] } as const
  const findings: Finding[] = []
  const delegated = isDelegated(view, decision, rules)
  if (!delegated && !isDecidingBody(view, decision, rules)) {
    const { decidingBody } = rules.structure
    const data = { body: decision.body, expected: view.context.decidingBody ?? decidingBody.value }
    findings.push(finding('C18', data, { ...base, severity: 'block', source: decidingBody }))
  }
  const after = rules.requirements.decisionAfterBranch
  if (after.value && vote !== null && decision.date < vote.date) {
    const data = { date: decision.date, meeting: vote.date }
    findings.push(finding('C18-date', data, { ...base, severity: 'block', source: after }))
  }
  const submissions = view.state.submissions.flatMap((sent) => ofThisAttempt(sent, view.state.branchVotes) ?? [])
  if (after.value)
    findings.push(
      ...checkDecidedAfter('admission', decision, view.committeeVote, submissions, { ...base, source: after }),
    )
  const { share, delegatedShare } = rules.votes.deciding
  const asked = delegated && delegatedShare !== undefined ? delegatedShare : share
  const measured = decision.outcome === 'admit' ? measureDecision(decision, asked.value) : null
  if (measured !== null && !measured.passed) {
    const { agree, of, needed } = measured
    findings.push(finding('C19', { agree, of, needed }, { ...base, severity: 'block', source: asked }))
  }
  const notified = rules.requirements.refusalNotified
  if (notified.value && decision.outcome === 'refuse' && view.receipt === null && !isNotified(view, decision)) {
    const data = { matter: 'admission' as const, number: decision.number, date: decision.date }
    findings.push(finding('C20', data, { ...base, severity: 'warn', source: notified }))
  }
  return findings
}

/**
 * P22: a decision comes after the committee's vote and after the dossier was sent. Without the vote there was nothing to
 * decide on; a dossier may have gone ahead of the letter that says so, which only warns. A supplement is no first sending.
 */
export function checkDecidedAfter(
  matter: Matter,
  { date }: Act<Decision>,
  committeeVote: Act<CommitteeVote> | null,
  submissions: readonly { readonly date: PlainDate }[],
  spec: Omit<Spec, 'severity'>,
): readonly Finding[] {
  const sent = submissions.map((submission) => submission.date).toSorted()[0]
  return [
    ...(committeeVote !== null && date < committeeVote.date
      ? [
          finding(
            'C18-order',
            { matter, date, after: 'committee', other: committeeVote.date },
            { ...spec, severity: 'block' },
          ),
        ]
      : []),
    ...(sent !== undefined && date < sent
      ? [
          finding(
            'C18-order',
            { matter, date, after: 'submission', other: sent },
            { ...spec, severity: 'warn', about: sent },
          ),
        ]
      : []),
  ]
}

/** The deciding office has told the branch of this refusal. */
export function isNotified({ state }: View, { entry }: Act<Decision>): boolean {
  return state.refusalNotices.some((notice) => notice.decision === entry)
}

/** The body as the set calls it, or as its office does ("Ban Thường vụ Huyện ủy Kim Bảng"); spelling apart. */
export function isDecidingBody(view: View, decision: Act<Decision>, rules: RuleSet): boolean {
  const body = fold(decision.body)
  const own = view.context.decidingBody
  return body.startsWith(fold(rules.structure.decidingBody.value)) || (own !== undefined && body === fold(own))
}

/** Delegated by the unit's path, and not decided by the deciding body itself all the same; or by the name of the body. */
export function isDelegated(view: View, decision: Act<Decision>, rules: RuleSet): boolean {
  const { delegatedBody } = rules.structure
  if (view.isDelegated) return !isDecidingBody(view, decision, rules)
  return delegatedBody !== undefined && fold(decision.body).startsWith(fold(delegatedBody.value))
}
