/**
 * The deadlines of a case: which have begun, when they end, whether they were met. A limit is taken from the rule set in
 * force on the day of its start event, so a limit that has begun keeps its length when the regulation changes. Days left
 * are not here: they change daily and are computed when a deadline is shown.
 */
import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { answerDue } from './checks/relatives.ts'
import { limitEnd } from './limit-end.ts'
import { RuleEvent, type LimitId } from './rule-codes.ts'
import { type Duration, type Limit } from './rule-set.ts'
import { APPLICATION } from './paper-codes.ts'
import { daysOf, papersOf, type View } from './view.ts'

/** Ids of deadlines: those of the rule set, and the day the deciding office set for a supplement. */
export type DeadlineId = LimitId | 'answerReturn'

/**
 * A deadline that has begun. `due` = the day everything counts to: that of the extension where one was granted. `overdue` =
 * ended without being met, or met too late.
 */
export type Deadline = {
  readonly id: DeadlineId
  readonly start: PlainDate
  readonly due: PlainDate
  /** The day it would have ended on, where it was lengthened. */
  readonly firstDue?: PlainDate
  /** The last day with the extension the rules allow. */
  readonly extendedDue?: PlainDate
  /** The day on which the deciding office lengthened it. */
  readonly extendedOn?: PlainDate
  /** The day on which it was to be lengthened though it had ended: that lengthened nothing. */
  readonly extendedTooLate?: PlainDate
  readonly met?: PlainDate
  /** True where a year on the way has no published holidays yet. */
  readonly provisional: boolean
  readonly overdue: boolean
  /** The time the rules give; null where somebody named the day. */
  readonly length: Duration | null
  readonly article: string
  readonly confirmed: boolean
}

/**
 * All deadlines of a case that have begun, in the order of the procedure.
 * @param view - the case
 * @returns of a case that has ended, only those that were met, and the one that begins with the end
 */
export function deadlinesOf(view: View): readonly Deadline[] {
  const days = eventDays(view)
  const limits = IN_USE.flatMap((id) => limitDeadline(view, days, id) ?? [])
  const all = [...limits, ...verificationDeadlines(view), ...returnDeadline(view)]
  return view.open ? all : all.filter(({ id, met }) => met !== undefined || id === 'departureReport')
}

/**
 * One deadline by its id.
 * @param deadlines - the case's deadlines
 * @param id - its id
 */
export function deadlineOf(deadlines: readonly Deadline[], id: DeadlineId): Deadline | null {
  return deadlines.find((deadline) => deadline.id === id) ?? null
}

/** Limits whose events are recorded acts. */
const IN_USE: readonly LimitId[] = [
  'dossier',
  'decision',
  'ceremony',
  'probation',
  'recognitionReview',
  'recognitionDecision',
  'transferPresent',
  'transferWhole',
  'departureReport',
]

type EventDays = { readonly [E in RuleEvent]?: PlainDate }

/** The days of the events that have happened. Without its meeting on record, a dossier's waiting cannot be measured. */
function eventDays(view: View): EventDays {
  const { state, vote, decision, receipt, votePassed } = view
  const meetingUnknown = vote === null && view.meeting.on !== null
  const application = meetingUnknown ? undefined : daysOf(papersOf(view, APPLICATION)).at(0)
  const admitted = decision?.outcome === 'admit'
  return {
    ...(application === undefined ? {} : { application }),
    ...(vote === null ? {} : { branchMeeting: vote.date }),
    ...(vote === null || !votePassed ? {} : { branchResolution: vote.resolution?.date ?? vote.date }),
    ...(decision === null ? {} : { decisionIssued: decision.date }),
    ...(admitted ? { admissionIssued: decision.date } : {}),
    ...(admitted && receipt !== null ? { admissionReceived: receipt.date } : {}),
    ...(state.ceremony ? { ceremony: state.ceremony.date } : {}),
    ...recognitionDays(view),
    ...moveDays(view),
  }
}

/** The end of probation is an event only once it has come: until then nothing runs from it. */
function recognitionDays({ membership, clock, recognition, state }: View): EventDays {
  const { vote, votePassed, decision } = recognition
  const end = membership?.probationEnd
  const first = state.recognition.branchVotes.map(({ date }) => date).sort()[0]
  return {
    ...(end !== undefined && clock.reached(end) ? { probationEnd: end } : {}),
    ...(first === undefined ? {} : { recognitionMeeting: first }),
    ...(vote === null || !votePassed ? {} : { recognitionResolution: vote.resolution?.date ?? vote.date }),
    ...(decision === null ? {} : { recognitionIssued: decision.date }),
  }
}

/**
 * Moves of a probationary member, and the report of a death or of leaving. A candidate's move has no limits, nor has a move
 * for a time, which the branch's register stays as it is for.
 */
function moveDays({ state }: View): EventDays {
  const { departure, ending, ceremony } = state
  const moved = state.transfers.findLast(({ who, until }) => who === 'probationary' && until === undefined)
  const departed = ceremony !== null && (ending?.reason === 'died' || ending?.reason === 'left') ? ending.date : null
  return {
    ...(moved === undefined ? {} : { transferIssued: moved.date }),
    ...(moved?.presentedOn === undefined ? {} : { transferPresented: moved.presentedOn }),
    ...(moved?.completedOn === undefined ? {} : { transferCompleted: moved.completedOn }),
    ...(departed === null ? {} : { departed }),
    ...(departure === null ? {} : { departureReported: departure.date }),
  }
}

function limitDeadline(view: View, days: EventDays, id: LimitId): Deadline | null {
  const limit = limitAtItsStart(view, days, id)
  const start = limit === null ? undefined : days[limit.start.value]
  if (limit === null || start === undefined) return null
  const end = limitEnd(view.context, start, limit.length.value)
  const longer = limit.extension === undefined ? null : limitEnd(view.context, end.date, limit.extension.value)
  const met = days[limit.end]
  const given = longer === null ? undefined : grantedFor(view, id, start, end.date)
  const tooLate = longer === null || given !== undefined ? undefined : grantedAfter(view, id, end.date)
  const due = given === undefined ? end.date : (longer?.date ?? end.date)
  return {
    id,
    start,
    due,
    ...(longer === null ? {} : { extendedDue: longer.date }),
    ...(given === undefined ? {} : { firstDue: end.date, extendedOn: given.date }),
    ...(tooLate === undefined ? {} : { extendedTooLate: tooLate.date }),
    ...(met === undefined ? {} : { met }),
    provisional: end.provisional || longer?.provisional === true,
    overdue:
      met === undefined ? (view.open || id === 'departureReport') && view.clock.reached(addDays(due, 1)) : met > due,
    length: limit.length.value,
    article: limit.length.article,
    confirmed: limit.length.confirmed && limit.start.confirmed,
  }
}

/**
 * The extension of the limit that runs: one given before its start was for an earlier vote, and is used up with it; one
 * given after its end lengthens nothing any more (`grantedAfter`).
 */
function grantedFor({ state }: View, id: LimitId, start: PlainDate, end: PlainDate) {
  return state.extensions.find(({ limit, date }) => limit === id && date >= start && date <= end)
}

function grantedAfter({ state }: View, id: LimitId, end: PlainDate) {
  return state.extensions.find(({ limit, date }) => limit === id && date > end)
}

/**
 * The limit as the set in force at its start event has it. Two sets may start it from different events (receipt, issue):
 * the one that agrees with the day of its own event counts, else the set of the first event.
 */
function limitAtItsStart(view: View, days: EventDays, id: LimitId): Limit | null {
  let first: Limit | null = null
  for (const event of RuleEvent.options) {
    const day = days[event]
    if (day === undefined) continue
    const limit = view.context.rules(day).limits.find((candidate) => candidate.id === id)
    if (limit?.start.value === event) return limit
    if (limit !== undefined && days[limit.start.value] !== undefined) first ??= limit
  }
  return first
}

/** The nearest open answer to a request for verification, here and abroad. */
function verificationDeadlines(view: View): readonly Deadline[] {
  const open = view.state.verifications
    .filter(({ answer }) => answer === null)
    .flatMap((request) => {
      const limit = answerDue(view, request)
      return limit === null
        ? []
        : [{ ...limit, id: request.abroad ? ('verificationAbroad' as const) : ('verification' as const) }]
    })
    .sort((a, b) => (a.due < b.due ? -1 : 1))
  return open
    .filter(({ id }, place) => open.findIndex((other) => other.id === id) === place)
    .map(({ id, start, due, provisional, source }) => ({
      id,
      length: null,
      start,
      due,
      provisional,
      overdue: view.open && view.clock.reached(addDays(due, 1)),
      article: source.article,
      confirmed: source.confirmed,
    }))
}

/** The day by which the deciding office wants the supplement of a returned dossier. */
function returnDeadline(view: View): readonly Deadline[] {
  const { submissions } = view.state
  const at = submissions.findLastIndex(({ returned }) => returned?.answerBy !== undefined)
  const returned = submissions[at]?.returned
  if (!returned?.answerBy) return []
  const met = submissions[at + 1]?.date
  return [
    {
      id: 'answerReturn',
      start: returned.date,
      due: returned.answerBy,
      ...(met === undefined ? {} : { met }),
      provisional: false,
      overdue:
        met !== undefined
          ? met > returned.answerBy
          : view.open && view.decision === null && view.clock.reached(addDays(returned.answerBy, 1)),
      length: null,
      article: returned.letter?.number ?? '',
      confirmed: true,
    },
  ]
}
