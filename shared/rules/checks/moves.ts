/**
 * C33: a move has its paper, and a probationary member's is presented and completed in time. C34: the verified CV stays
 * with the committee when papers are handed back (01-HD/TW). C46: a death or leaving is reported up in time.
 */
import { addDays, addMonths } from '../../calendar/plain-date.ts'
import type { TransferState } from '../../model/case/gathered.ts'
import { deadlineOf, type Deadline } from '../deadlines.ts'
import { finding, type Finding, type Spec } from '../finding.ts'
import { RESUME, VERIFICATION } from '../paper-codes.ts'
import type { RuleSet } from '../rule-set.ts'
import { papersOf, type View } from '../view.ts'
import { verifiedOn } from './relatives.ts'

type Membership = RuleSet['membership']

/**
 * C33, C34, C46.
 * @param view - the case, ended or not
 * @param deadlines - its deadlines
 */
export function checkMoves(view: View, deadlines: readonly Deadline[]): readonly Finding[] {
  return [...checkTransfer(view, deadlines), ...checkReturned(view), ...checkReport(view, deadlines)]
}

function checkTransfer(view: View, deadlines: readonly Deadline[]): readonly Finding[] {
  const { state, context } = view
  const moved = state.transfers.at(-1)
  if (moved === undefined) return []
  const base = { severity: 'warn', before: 'recognitionVote', about: moved.date, acts: [moved] } as const
  const { membership, requirements } = context.rules(moved.date)
  const findings: Finding[] = [...checkForATime(moved, membership, base), ...checkIdle(view, moved, membership)]
  const source = requirements.movePaper
  if (source.value && moved.paper?.number === undefined) {
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

/**
 * A move for a time lasts at least so many months and less than so many; longer ones are moves. `until` is its last day, so
 * that from the first of a month to the end of the second next it lasts three months.
 */
function checkForATime(
  { date: from, until, otherOffice }: TransferState,
  { temporaryTransferMinMonths: least, temporaryTransferMaxMonths: under }: Membership,
  spec: Omit<Spec, 'source'>,
): readonly Finding[] {
  if (until === undefined) return []
  const data = { otherOffice, from, until, least: least.value, under: under.value }
  const isShort = until < addDays(addMonths(from, least.value), -1)
  const isLong = until >= addDays(addMonths(from, under.value), -1)
  return isShort || isLong ? [finding('C33-time', data, { ...spec, source: isShort ? least : under })] : []
}

/**
 * Of a move away from here: whoever has the letter and presents it nowhere is in the life of no branch; after the time that
 * Điều lệ Đảng, Điều 8 names the branch considers striking off. Information: the program cannot see whether there is a good
 * reason.
 */
function checkIdle(view: View, moved: TransferState, { inactiveMonths }: Membership): readonly Finding[] {
  const { who, direction, date, presentedOn, completedOn, until } = moved
  if (who !== 'probationary' || direction !== 'out' || until !== undefined || !view.open) return []
  const since = addMonths(date, inactiveMonths.value)
  if (presentedOn !== undefined || completedOn !== undefined || !view.clock.reached(since)) return []
  const data = { date, since, months: inactiveMonths.value }
  return [
    finding('C33-idle', data, {
      severity: 'info',
      before: 'recognitionVote',
      source: inactiveMonths,
      about: date,
      acts: [moved],
    }),
  ]
}

/** Only a CV that has been verified must stay: one that nobody has checked is still the person's own. */
function checkReturned(view: View): readonly Finding[] {
  const { ending } = view.state
  const isVerified = papersOf(view, VERIFICATION).length > 0 || verifiedOn(view) !== null
  if (ending?.papersReturned?.includes(RESUME) !== true || !isVerified) return []
  const rules = view.context.rules(ending.date)
  const source = rules.requirements.verifiedResumeStays
  if (!source.value) return []
  const name = rules.papers.find(({ code }) => code === RESUME)?.name.value ?? RESUME
  return [
    finding(
      'C34',
      { paper: RESUME, name, date: ending.date },
      { severity: 'block', before: 'branchVote', source, acts: [ending] },
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
