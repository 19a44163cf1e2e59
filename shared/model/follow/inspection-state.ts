/**
 * Inspections, ratings and measures as they follow from their entries. The inspecting office plans, finds, concludes and
 * checks; the office it told, or itself for a unit it keeps, says what was mended.
 */
import { typed, type Item } from '../../journal/item.ts'
import type {
  Dismissal,
  FindingBefore,
  InspectionEnd,
  InspectionFinding,
  InspectionPlan,
  Measure,
  Mending,
  MendCheck,
  Rating,
  RecordedFinding,
} from './facts.ts'
import { standing } from './models-state.ts'
import { asTold, toldAgain } from './told-again.ts'

/** Where the mending of a finding stands. */
export type MendStanding = 'nothingToMend' | 'open' | 'reported' | 'partly' | 'notMended' | 'mended'

/** A finding with what became of it. */
export type FindingState = InspectionFinding & {
  readonly id: string
  readonly mendings: readonly (Omit<Mending, 'finding'> & {
    readonly entry: string
    readonly office: string
    readonly onPaper: boolean
  })[]
  readonly checks: readonly (Omit<MendCheck, 'finding'> & { readonly entry: string })[]
  readonly standing: MendStanding
  /** The day it is due now: the last check may have set another. Null once mended, or where nothing is to be. */
  readonly dueNow: string | null
}

/** An inspection. */
export type InspectionState = {
  readonly id: string
  readonly office: string
  readonly entry: string
  /** Who was told: `own` where the office keeps the unit itself. */
  readonly audience: string
  readonly plan: InspectionPlan
  readonly findings: readonly FindingState[]
  readonly end: InspectionEnd | null
}

/** Folds an inspection; null where nothing plans it. */
export function foldInspection(id: string, items: readonly Item[]): InspectionState | null {
  const again = toldAgain(items)
  const history = standing(items).filter((item) => !again.covers(item))
  const first = history.find(({ entry }) => entry.kind === 'inspection.planned')
  if (first === undefined) return null
  const { office, audience } = first
  let plan: InspectionPlan | null = null
  let entry = first.entry.id
  let end: InspectionEnd | null = null
  const found: { id: string; finding: RecordedFinding; office: string }[] = []
  const mendings = new Map<string, FindingState['mendings'][number][]>()
  const checks = new Map<string, FindingState['checks'][number][]>()
  const last = new Map<string, 'mending' | 'check'>()
  for (const item of history) {
    const fact = typed(item)
    if (fact.kind === 'inspection.mended') {
      // The office told, or ours for a unit that we kept ourselves when it was done.
      if (item.office !== (item.audience === 'own' ? office : audience)) continue
      const { finding: named, onPaper, ...mending } = fact.payload
      const finding = again.findingOf(named)
      const mended = { ...mending, entry: item.entry.id, office: item.office, onPaper: onPaper === true }
      mendings.set(finding, [...(mendings.get(finding) ?? []), mended])
      last.set(finding, 'mending')
    }
    if (item.office !== office) continue
    if (fact.kind === 'inspection.planned') {
      plan = fact.payload
      entry = item.entry.id
    }
    if (fact.kind === 'inspection.found') found.push({ id: item.entry.id, finding: fact.payload, office })
    if (fact.kind === 'inspection.concluded') end = fact.payload
    if (fact.kind === 'inspection.checked') {
      const { finding: named, ...check } = fact.payload
      const finding = again.findingOf(named)
      checks.set(finding, [...(checks.get(finding) ?? []), { ...check, entry: item.entry.id }])
      last.set(finding, 'check')
    }
  }
  if (plan === null) return null
  const findings = found.map(({ id: one, finding: { before = NOTHING_BEFORE, ...finding }, office: by }) => {
    const told = { entry: one, office: by, onPaper: true }
    return findingState(
      one,
      finding,
      [...before.mendings.map((mending) => ({ ...mending, ...told })), ...(mendings.get(one) ?? [])],
      [...before.checks.map((check) => ({ ...check, entry: one })), ...(checks.get(one) ?? [])],
      last.get(one) ?? (before.isReported ? 'mending' : before.checks.length > 0 ? 'check' : undefined),
    )
  })
  return { id, office, entry, audience, plan, findings, end }
}

const NOTHING_BEFORE: FindingBefore = { mendings: [], checks: [], isReported: false }

function findingState(
  id: string,
  finding: InspectionFinding,
  mendings: FindingState['mendings'],
  checks: FindingState['checks'],
  last: 'mending' | 'check' | undefined,
): FindingState {
  const due = checks.findLast((one) => one.due !== undefined)?.due ?? finding.due ?? null
  const isAsked = finding.demand !== undefined || due !== null
  const mendStanding = standingOf(isAsked, checks.at(-1), last)
  const isOver = mendStanding === 'mended' || mendStanding === 'nothingToMend'
  return { ...finding, id, mendings, checks, standing: mendStanding, dueNow: isOver ? null : due }
}

function standingOf(
  isAsked: boolean,
  check: FindingState['checks'][number] | undefined,
  last: 'mending' | 'check' | undefined,
): MendStanding {
  if (check?.outcome === 'mended') return 'mended'
  if (last === 'mending') return 'reported'
  if (check !== undefined) return check.outcome
  return isAsked ? 'open' : 'nothingToMend'
}

/** The first day that something of an inspection is due, or null. */
export function firstDue({ findings }: InspectionState): string | null {
  const days = findings.flatMap(({ dueNow, standing: stands }) =>
    dueNow === null || stands === 'reported' ? [] : [dueNow],
  )
  return days.toSorted()[0] ?? null
}

/** A rating. */
export type RatingState = Rating & {
  readonly id: string
  readonly office: string
  readonly entry: string
  readonly audience: string
}

/** Folds a rating: the newest of the office that recorded it first. */
export function foldRating(id: string, items: readonly Item[]): RatingState | null {
  let state: RatingState | null = null
  for (const item of standing(asTold(items))) {
    const fact = typed(item)
    if (fact.kind !== 'rating.recorded' || (state !== null && state.office !== item.office)) continue
    state = { ...fact.payload, id, office: item.office, entry: item.entry.id, audience: item.audience }
  }
  return state
}

/** A commendation, a correction, or why a suggestion was not followed. */
export type MeasureState = { readonly id: string; readonly office: string; readonly entry: string } & (
  | { readonly what: 'commendation' | 'correction'; readonly facts: Measure }
  | { readonly what: 'dismissal'; readonly facts: Dismissal }
)

/** Folds a measure: the newest of the office that recorded it first. */
export function foldMeasure(id: string, items: readonly Item[]): MeasureState | null {
  let state: MeasureState | null = null
  for (const item of standing(asTold(items))) {
    const fact = typed(item)
    if (state !== null && state.office !== item.office) continue
    const who = { id, office: item.office, entry: item.entry.id }
    if (fact.kind === 'commendation.recorded') state = { ...who, what: 'commendation', facts: fact.payload }
    if (fact.kind === 'correction.recorded') state = { ...who, what: 'correction', facts: fact.payload }
    if (fact.kind === 'proposal.dismissed') state = { ...who, what: 'dismissal', facts: fact.payload }
  }
  return state
}
