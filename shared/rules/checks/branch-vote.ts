/**
 * C12: the numbers of the branch meeting agree with each other, and two thirds of the official members summoned are for
 * it. C13: a branch of fewer than three official members cannot resolve. C14: a vote that falls short is still reported
 * to the body that decides (01-HD/TW 2021, 5.1).
 */
import type { Act } from '../../model/case/act.ts'
import type { BranchVote } from '../../model/acts.ts'
import { finding, type Finding, type Spec } from '../finding.ts'
import { attendanceOf, ballotsOf, measureBranchVote } from '../votes.ts'
import type { View } from '../view.ts'

/**
 * Checks the branch vote that counts.
 * @param view - the case
 */
export function checkBranchVote(view: View): readonly Finding[] {
  const { vote } = view
  if (vote === null) return []
  const { votes, requirements } = view.meeting.rules
  const base = { before: 'committeeVote', about: vote.date, acts: [vote] } as const
  const findings = checkCounts(view, vote, { ...base, severity: 'block', source: requirements.countsAddUp })
  const { agree, of, needed, passed } = measureBranchVote(vote, view.meeting.rules)
  const measured = { agree, of, needed, meeting: vote.date }
  if (!passed) findings.push(finding('C12-share', measured, { ...base, severity: 'block', source: votes.branch.share }))
  const minimum = votes.branch.minOfficial
  if (vote.official < minimum.value)
    findings.push(
      finding(
        'C13',
        { official: vote.official, minimum: minimum.value },
        { ...base, severity: 'block', source: minimum },
      ),
    )
  if (!passed && requirements.shortVoteReported.value)
    findings.push(finding('C14', measured, { ...base, severity: 'info', source: requirements.shortVoteReported }))
  return findings
}

function checkCounts(view: View, vote: Act<BranchVote>, spec: Spec): Finding[] {
  const { countsAddUp, absencesExplained } = view.meeting.rules.requirements
  const findings: Finding[] = []
  const { total, present, absent, listed, toExplain } = attendanceOf(vote)
  if (countsAddUp.value) {
    if (listed > absent) findings.push(finding('C12-sum', { total, present, absent: listed }, spec))
    if (vote.presentOfficial > vote.official - vote.excluded)
      findings.push(
        finding('C12-excl', { official: vote.official, excluded: vote.excluded, present: vote.presentOfficial }, spec),
      )
    const votes = ballotsOf(vote)
    if (votes !== vote.presentOfficial)
      findings.push(
        finding(
          'C12-votes',
          { votes, present: vote.presentOfficial },
          { ...spec, severity: votes > vote.presentOfficial ? 'block' : 'warn' },
        ),
      )
  }
  if (absencesExplained.value && listed < toExplain)
    findings.push(finding('C12-abs', { absent: toExplain, listed }, { ...spec, source: absencesExplained }))
  return findings
}
