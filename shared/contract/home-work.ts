/**
 * What there is to do, as the home page orders it: each case that moves once on each side it concerns, under the most
 * urgent heading it belongs to. The core counts by it and sends the first of each heading, the window shows them.
 */
import type { MovingCase } from './answers.ts'
import { NEAR } from './running-limit.ts'

/** The headings, in the order in which they are shown. */
export const WORK_GROUPS = [
  'late',
  'soon',
  'returned',
  'receipt',
  'ceremony',
  'blocked',
  'next',
  'preparing',
  'recognition',
  'fresh',
  'decide',
  'supplement',
  'decided',
  'waiting',
] as const

/** One of them. */
export type WorkKey = (typeof WORK_GROUPS)[number]

/** The office as the one that proposes, and as the one that decides. */
export const WORK_SIDES = ['proposing', 'deciding'] as const

/** One of them. */
export type WorkSide = (typeof WORK_SIDES)[number]

/** Numbers of the day. */
export const GLANCES = ['today', 'late', 'missing', 'answered', 'toDecide'] as const

/** One of them. */
export type Glance = (typeof GLANCES)[number]

/** A case under its heading. */
export type PlacedCase = {
  readonly held: MovingCase
  readonly group: WorkKey
  /** What it is about, whatever heading its deadline puts it under. */
  readonly about: WorkKey
}

/** How much there is to do. */
export type WorkCounts = {
  /** Cases that are counted. */
  readonly cases: number
  readonly groups: { readonly [Side in WorkSide]: { readonly [Key in WorkKey]?: number } }
  readonly glances: { readonly [Name in Glance]: number }
}

/** Cases of each heading that are shown before a person asks for the rest. */
export const FIRST_OF_GROUP = 8

/** Which cases a number of the day counts. */
export const counted: { readonly [Name in Glance]: (placed: PlacedCase) => boolean } = {
  today: ({ held }) => held.limits[0]?.left === 0,
  late: ({ held }) => (held.limits[0]?.left ?? 0) < 0,
  missing: ({ about, held }) => about === 'returned' || (held.blocks > 0 && MISSING.has(about)),
  answered: ({ about }) => about === 'returned' || about === 'receipt',
  toDecide: ({ about }) => about === 'fresh' || about === 'decide',
}

/** Where a blocking finding is for our office to mend. */
const MISSING: ReadonlySet<WorkKey> = new Set(['blocked', 'preparing', 'next'])

/** Steps that our own deciding body takes. */
const DECIDES: ReadonlySet<NonNullable<MovingCase['next']>> = new Set<NonNullable<MovingCase['next']>>([
  'recognitionDecision',
  'removalDecision',
  'cancellationDecision',
])

/** The cases that ask something of one side of the office, or for whose answer it waits, in the order in which they come. */
export function placedOn(side: WorkSide, cases: readonly MovingCase[]): readonly PlacedCase[] {
  const isHere = side === 'proposing' ? ({ own }: MovingCase) => own : ({ decidesHere }: MovingCase) => decidesHere
  const find = side === 'proposing' ? proposing : deciding
  return cases.filter(isHere).flatMap((held) => {
    const about = find(held)
    if (about === null) return []
    const left = held.limits[0]?.left ?? Number.POSITIVE_INFINITY
    return [{ held, about, group: left > NEAR ? about : left < 0 ? 'late' : 'soon' }]
  })
}

/** Counts them. @param cases - all that move */
export function countWork(cases: readonly MovingCase[]): WorkCounts {
  const sides = { proposing: placedOn('proposing', cases), deciding: placedOn('deciding', cases) }
  const placed = [...sides.proposing, ...sides.deciding]
  const [today = 0, late = 0, missing = 0, answered = 0, toDecide = 0] = GLANCES.map(
    (name) => placed.filter(counted[name]).length,
  )
  return {
    cases: cases.length,
    groups: { proposing: sizes(sides.proposing), deciding: sizes(sides.deciding) },
    glances: { today, late, missing, answered, toDecide },
  }
}

function sizes(placed: readonly PlacedCase[]): WorkCounts['groups'][WorkSide] {
  return Object.fromEntries(
    WORK_GROUPS.flatMap((key) => {
      const size = placed.filter(({ group }) => group === key).length
      return size === 0 ? [] : [[key, size]]
    }),
  )
}

/** Of all that move those a page shows first: some of every heading, in their order. */
export function firstOfWork(cases: readonly MovingCase[]): readonly MovingCase[] {
  const first = new Set<MovingCase>()
  for (const side of WORK_SIDES) {
    const placed = placedOn(side, cases)
    for (const key of WORK_GROUPS)
      for (const { held } of placed.filter(({ group }) => group === key).slice(0, FIRST_OF_GROUP)) first.add(held)
  }
  return cases.filter((held) => first.has(held))
}

function proposing({ stage, blocks, next, decidesHere }: MovingCase): WorkKey | null {
  switch (stage) {
    case 'returned':
    case 'recognitionReturned':
    case 'removalReturned':
    case 'cancellationReturned':
      return 'returned'
    case 'admitted':
    case 'refused':
      return 'receipt'
    case 'decisionReceived':
      return 'ceremony'
    case 'branchVoted':
    case 'committeeVoted':
      if (decidesHere && next === 'decision') return null
      if (blocks > 0) return 'blocked'
      return next === null ? null : 'next'
    case 'preparing':
      return 'preparing'
    case 'probation':
    case 'recognitionVoted':
    case 'recognitionCommitteeVoted':
    case 'removalProposed':
    case 'cancellationProposed':
      if (next === null || (decidesHere && DECIDES.has(next))) return null
      return blocks > 0 && stage !== 'probation' ? 'blocked' : 'recognition'
    case 'recognised':
      return next === null || (next === 'card' && !decidesHere) ? null : 'recognition'
    case 'recognitionRefused':
      return next === null ? null : 'receipt'
    case 'recognitionSubmitted':
    case 'recognitionReceived':
    case 'removalSubmitted':
    case 'cancellationSubmitted':
    case 'submitted':
    case 'received':
      return decidesHere ? null : 'waiting'
    default:
      return null
  }
}

function deciding({ stage, own, next, receivedOn }: MovingCase): WorkKey | null {
  switch (stage) {
    case 'submitted':
      return 'fresh'
    case 'received':
      return 'decide'
    case 'returned':
    case 'recognitionReturned':
    case 'removalReturned':
    case 'cancellationReturned':
      return 'supplement'
    case 'recognitionSubmitted':
    case 'recognitionReceived':
    case 'removalSubmitted':
    case 'cancellationSubmitted':
      return receivedOn === null ? 'fresh' : 'decide'
    case 'recognised':
      return next === 'card' ? 'decided' : null
    case 'recognitionVoted':
    case 'recognitionCommitteeVoted':
    case 'removalProposed':
    case 'cancellationProposed':
      return own && next !== null && DECIDES.has(next) ? 'decide' : null
    case 'branchVoted':
    case 'committeeVoted':
      return own && next === 'decision' ? 'decide' : null
    case 'admitted':
    case 'decisionReceived':
      return own ? null : 'decided'
    default:
      return null
  }
}
