/**
 * C15: the section's report where the branch stands under a section, dated between branch and committee. C16: two thirds
 * of all members of the committee, not only of those present, and not before the branch has met.
 */
import { finding, type Finding } from '../finding.ts'
import { SECTION_REPORT } from '../paper-codes.ts'
import { daysOf, papersOf, type View } from '../view.ts'
import { ballotsOf, measureCommitteeVote } from '../votes.ts'

/**
 * Checks the section's report (C15).
 * @param view - the case
 */
export function checkSectionReport(view: View): readonly Finding[] {
  const { vote, committeeVote } = view
  const source = view.meeting.rules.requirements.sectionReportBetween
  if (!source.value || !view.path.includes('sectionReport')) return []
  if (!view.votePassed && committeeVote === null) return []
  const reports = papersOf(view, SECTION_REPORT)
  const report = daysOf(reports).at(-1)
  if (report === undefined) {
    const acts = committeeVote === null ? [] : [committeeVote]
    const paper = view.meeting.rules.papers.find(({ code }) => code === SECTION_REPORT)
    const name = paper?.name.value ?? SECTION_REPORT
    const spec = { severity: 'block', before: 'committeeVote', source, acts } as const
    return [
      reports.length === 0 ? finding('C15', { paper: SECTION_REPORT, name }, spec) : finding('C15-day', { name }, spec),
    ]
  }
  const tooEarly = vote !== null && report < vote.date
  const tooLate = committeeVote !== null && report > committeeVote.date
  if (!tooEarly && !tooLate) return []
  const data = { report, meeting: vote?.date ?? null, committee: committeeVote?.date ?? null }
  return [finding('C15-date', data, { severity: 'block', before: 'submit', source, about: report, acts: reports })]
}

/**
 * Checks the committee's vote (C16), by the rule set of its day.
 * @param view - the case
 */
export function checkCommitteeVote(view: View): readonly Finding[] {
  const { vote, committeeVote } = view
  if (committeeVote === null) return []
  const rules = view.context.rules(committeeVote.date)
  const base = { before: 'submit', about: committeeVote.date, acts: [committeeVote] } as const
  const findings: Finding[] = []
  const { agree, of, needed, passed } = measureCommitteeVote(committeeVote, rules)
  if (!passed)
    findings.push(
      finding(
        'C16-share',
        { agree, of, needed, date: committeeVote.date },
        { ...base, severity: 'block', source: rules.votes.committee.share },
      ),
    )
  const after = rules.requirements.committeeAfterBranch
  if (after.value && vote !== null && committeeVote.date < vote.date)
    findings.push(
      finding(
        'C16-date',
        { date: committeeVote.date, meeting: vote.date },
        { ...base, severity: 'block', source: after },
      ),
    )
  const votes = ballotsOf(committeeVote)
  if (rules.requirements.countsAddUp.value && votes !== committeeVote.present)
    findings.push(
      finding(
        'C16-votes',
        { votes, present: committeeVote.present },
        {
          ...base,
          severity: votes > committeeVote.present ? 'block' : 'warn',
          source: rules.requirements.countsAddUp,
        },
      ),
    )
  return findings
}
