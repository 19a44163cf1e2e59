/**
 * F1: what is dated after today. A day after today is refused, but not while the date of a computer is in doubt, and what
 * another office recorded by a wrong clock comes in as it is: once today is certain, such a day is seen.
 */
import type { PlainDate } from '../../calendar/plain-date.ts'
import { actsOf } from '../../model/stage.ts'
import { Matter } from '../../model/acts.ts'
import type { CaseState } from '../../model/case-state.ts'
import { finding, type Finding, type FutureAct } from '../finding.ts'
import type { View } from '../view.ts'

/**
 * F1, once for each such day.
 * @param view - the case, ended or not
 */
export function checkFuture({ state, clock }: View): readonly Finding[] {
  const seen = new Map<PlainDate, FutureAct>()
  for (const [what, date] of datesOf(state)) if (!clock.reached(date) && !seen.has(date)) seen.set(date, what)
  return [...seen].map(([date, what]) =>
    finding('F1', { what, date }, { severity: 'warn', before: 'branchVote', source: NO_SOURCE, about: date }),
  )
}

/** No article forbids it: nobody can have done it. */
const NO_SOURCE = { article: '', confirmed: true }

/** The day of every act, as it was recorded. */
function datesOf(state: CaseState): readonly (readonly [FutureAct, PlainDate])[] {
  const dated = (what: FutureAct, acts: readonly ({ readonly date?: PlainDate | undefined } | null)[]) =>
    acts.flatMap((each) => (each?.date === undefined ? [] : [[what, each.date] as const]))
  const matters = Matter.options.map((matter) => actsOf(state, matter))
  return [
    ...state.helpers.map(({ from }) => ['helper', from] as const),
    ...dated('paper', state.papers),
    ...matters.flatMap(({ branchVotes, committeeVotes, submissions, decision, receipt }) => [
      ...dated('branchVote', branchVotes),
      ...dated('committeeVote', committeeVotes),
      ...dated('submission', submissions),
      ...dated('decision', [decision]),
      ...dated('receipt', [receipt]),
    ]),
    ...dated('ceremony', [state.ceremony]),
    ...dated('card', [state.card]),
    ...dated('transfer', state.transfers),
    ...dated('departure', [state.departure]),
    ...dated('ending', [state.ending]),
  ]
}
