/**
 * C33: a move has its paper, and a probationary member's is presented and completed in time. C34: the verified CV stays
 * with the committee when papers are handed back (01-HD/TW). C46: a death or leaving is reported up in time.
 */
import { deadlineOf, type Deadline } from '../deadlines.ts'
import { finding, type Finding } from '../finding.ts'
import { RESUME, VERIFICATION } from '../paper-codes.ts'
import { papersOf, type View } from '../view.ts'
import { verifiedOn } from './relatives.ts'

/**
 * C33, C34, C46.
 * @param view - the case, ended or not
 * @param deadlines - its deadlines
 */
export function checkMoves(view: View, deadlines: readonly Deadline[]): readonly Finding[] {
  return [...checkTransfer(view, deadlines), ...checkReturned(view), ...checkReport(view, deadlines)]
}

function checkTransfer({ state, context }: View, deadlines: readonly Deadline[]): readonly Finding[] {
  const moved = state.transfers.at(-1)
  if (moved === undefined) return []
  const base = { severity: 'warn', before: 'recognitionVote', about: moved.date, acts: [moved] } as const
  const findings: Finding[] = []
  if (moved.paper?.number === undefined) {
    const source = context.rules(moved.date).structure.levels.branch
    const { who, direction, otherOffice, date } = moved
    findings.push(finding('C33-paper', { who, direction, otherOffice, date }, { ...base, source }))
  }
  const present = deadlineOf(deadlines, 'transferPresent')
  if (present?.overdue === true)
    findings.push(
      finding(
        'C33',
        { start: present.start, due: present.due, presented: present.met ?? null },
        { ...base, source: present },
      ),
    )
  const whole = deadlineOf(deadlines, 'transferWhole')
  if (whole?.overdue === true)
    findings.push(
      finding(
        'C33-whole',
        { start: whole.start, due: whole.due, completed: whole.met ?? null },
        { ...base, source: whole },
      ),
    )
  return findings
}

/** Only a CV that has been verified must stay: one that nobody has checked is still the person's own. */
function checkReturned(view: View): readonly Finding[] {
  const { ending } = view.state
  const isVerified = papersOf(view, VERIFICATION).length > 0 || verifiedOn(view) !== null
  if (ending?.papersReturned?.includes(RESUME) !== true || !isVerified) return []
  const rules = view.context.rules(ending.date)
  const name = rules.papers.find(({ code }) => code === RESUME)?.name.value ?? RESUME
  return [
    finding(
      'C34',
      { paper: RESUME, name, date: ending.date },
      { severity: 'block', before: 'branchVote', source: rules.requirements.verification, acts: [ending] },
    ),
  ]
}

function checkReport({ state }: View, deadlines: readonly Deadline[]): readonly Finding[] {
  const report = deadlineOf(deadlines, 'departureReport')
  if (report === null || !report.overdue) return []
  const { start, due, met } = report
  return [
    finding(
      'C46',
      { on: start, due, reported: met ?? null },
      {
        severity: 'warn',
        before: 'card',
        source: report,
        acts: state.departure === null ? [] : [state.departure],
      },
    ),
  ]
}
