/**
 * Planning a batch backwards from the day of its ceremony: by when each step has to be taken, who can still make it, and
 * what stands in whose way. Two days for each step: `safe` leaves the bodies after it all the time the rules give them,
 * `latest` only what an office that hurries needs. How long a hurried step takes is habit and not law: the office says it
 * among its rules (`planning`).
 */
import type { Calendar } from '../calendar/working-days.ts'
import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts'
import type { Stage } from '../model/codes.ts'
import type { Assessment } from './assess.ts'
import { blocksFor } from './assess.ts'
import { CLASS_CERTIFICATE } from './paper-codes.ts'
import type { RuleSet } from './rule-set.ts'

/** Steps of a batch, in their order. */
export const PLAN_STEPS = ['branchVote', 'committeeVote', 'submit', 'decision', 'ceremony'] as const

/** A step of a batch. */
export type PlanStep = (typeof PLAN_STEPS)[number]

/** By when a step has to be taken. */
export type Milestone = { readonly step: PlanStep; readonly safe: PlainDate; readonly latest: PlainDate }

/** What stands in the way of one person. */
export type PlanObstacle =
  | { readonly why: 'noHelper' }
  /** The helper will have known the person long enough only from that day on. */
  | { readonly why: 'helperTooNew'; readonly from: PlainDate }
  | { readonly why: 'noCertificate' }
  | { readonly why: 'certificateEnds'; readonly on: PlainDate }
  /** Findings that stop the next step, by their codes. */
  | { readonly why: 'findings'; readonly codes: readonly string[] }

/** A person as the plan looks at one. */
export type PlanCase = {
  readonly stage: Stage
  /** Since when somebody has been assigned to help; null where nobody is. */
  readonly helperFrom: PlainDate | null
  /** Since when that member has known the person, where it is recorded. */
  readonly acquaintedSince: PlainDate | null
  readonly certificateOn: PlainDate | null
  readonly assessment: Pick<Assessment, 'findings' | 'pending'>
}

/** How one person stands to the batch: which step is next, by when, and what is in the way. */
export type Planned = {
  readonly verdict: 'safe' | 'tight' | 'late'
  readonly step: PlanStep
  readonly obstacles: readonly PlanObstacle[]
}

/**
 * The days by which each step has to be taken for a ceremony on `day`.
 * @param day - of the ceremony; steps are taken on working days before it
 */
export function milestonesFor(day: PlainDate, rules: RuleSet, calendar: Calendar): readonly Milestone[] {
  const pace = {
    branchVote: rules.planning.branchVote.value,
    committeeVote: rules.planning.committeeVote.value,
    submit: rules.planning.submit.value,
    decision: rules.planning.decision.value,
  }
  const limit = rules.limits.find(({ id }) => id === 'decision')?.length.value
  const decision = { safe: back(day, pace.decision, calendar), latest: back(day, 1, calendar) }
  const submit = {
    safe: limit === undefined ? back(decision.safe, pace.submit, calendar) : backBy(decision.safe, limit, calendar),
    latest: back(decision.latest, pace.submit, calendar),
  }
  const committeeVote = {
    safe: back(submit.safe, 2 * pace.committeeVote, calendar),
    latest: back(submit.latest, pace.committeeVote, calendar),
  }
  const branchVote = {
    safe: back(committeeVote.safe, 2 * pace.branchVote, calendar),
    latest: back(committeeVote.latest, pace.branchVote, calendar),
  }
  return [
    { step: 'branchVote', ...branchVote },
    { step: 'committeeVote', ...committeeVote },
    { step: 'submit', ...submit },
    { step: 'decision', ...decision },
    { step: 'ceremony', safe: day, latest: day },
  ]
}

/**
 * Judges one person against the milestones of a batch.
 * @param today - a step not taken by its day is late
 * @returns null for a stage that no batch can wait for: after the ceremony, or ended
 */
export function planCase(
  person: PlanCase,
  milestones: readonly Milestone[],
  rules: RuleSet,
  today: PlainDate,
): Planned | null {
  // After a vote the path says what comes next: not every one leads through a committee, or to another office.
  const isVoted = person.stage === 'branchVoted' || person.stage === 'committeeVoted'
  const open = PLAN_STEPS.find((each) => person.assessment.pending.includes(each))
  const step = (isVoted ? open : undefined) ?? NEXT_STEP[person.stage]
  const milestone = milestones.find((each) => each.step === step)
  if (step === undefined || milestone === undefined) return null
  const found =
    step === 'branchVote' ? beforeTheMeeting(person, milestone.latest, rules) : { obstacles: [], isLate: false }
  const codes = [...new Set(blocksFor(person.assessment, step).flatMap(({ code }) => (code === 'P1' ? [] : [code])))]
  const obstacles: readonly PlanObstacle[] = [
    ...found.obstacles,
    ...(codes.length === 0 ? [] : [{ why: 'findings' as const, codes }]),
  ]
  const verdict = found.isLate || today > milestone.latest ? 'late' : today <= milestone.safe ? 'safe' : 'tight'
  return { verdict: verdict === 'safe' && obstacles.length > 0 ? 'tight' : verdict, step, obstacles }
}

const NEXT_STEP: { readonly [S in Stage]?: PlanStep } = {
  listed: 'branchVote',
  helped: 'branchVote',
  trained: 'branchVote',
  preparing: 'branchVote',
  branchVoted: 'committeeVote',
  committeeVoted: 'submit',
  returned: 'submit',
  submitted: 'decision',
  received: 'decision',
  admitted: 'ceremony',
  decisionReceived: 'ceremony',
}

/** What has to be so at the branch meeting: somebody who has known the person long enough, and a certificate in force. */
function beforeTheMeeting(
  { helperFrom, acquaintedSince, certificateOn }: PlanCase,
  meeting: PlainDate,
  rules: RuleSet,
): { readonly obstacles: readonly PlanObstacle[]; readonly isLate: boolean } {
  const months = rules.eligibility.acquaintanceMonths.value
  const validity = rules.papers.find(({ code }) => code === CLASS_CERTIFICATE)?.validity?.value.months
  const obstacles: PlanObstacle[] = []
  const known = helperFrom === null ? null : addMonths(acquaintedSince ?? helperFrom, months)
  if (known === null) obstacles.push({ why: 'noHelper' })
  else if (known > meeting) obstacles.push({ why: 'helperTooNew', from: known })
  const ends = certificateOn === null || validity === undefined ? null : addMonths(certificateOn, validity)
  if (certificateOn === null) obstacles.push({ why: 'noCertificate' })
  else if (ends !== null && ends < meeting) obstacles.push({ why: 'certificateEnds', on: ends })
  // Known to be too new is too late; a helper assigned lately may have known the person for years (24-QĐ/TW 3.2.1).
  return { obstacles, isLate: months > 0 && (known === null || (acquaintedSince !== null && known > meeting)) }
}

/** The last working day on which `n` working days are still left before a day. */
function back(day: PlainDate, n: number, calendar: Calendar): PlainDate {
  let at = day
  for (let left = n; left > 0;) {
    at = addDays(at, -1)
    if (calendar.isWorkingDay(at)) left -= 1
  }
  return at
}

function backBy(
  day: PlainDate,
  { amount, unit }: { readonly amount: number; readonly unit: 'workingDays' | 'months' | 'days' },
  calendar: Calendar,
): PlainDate {
  if (unit === 'workingDays') return back(day, amount, calendar)
  return unit === 'months' ? addMonths(day, -amount) : addDays(day, -amount)
}
