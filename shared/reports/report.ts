/**
 * The report of a period for a part of the house: its lines, the plan and the members, the parts, every breakdown, and the
 * same period a year before. Pure: the same facts give the same report in every office that holds them.
 */
import { compareText } from '../base/compare.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { AgeBands } from './age-bands.ts'
import { breakdownsOf, hasValue, UNKNOWN_VALUE, type Breakdown, type Dimension } from './breakdown.ts'
import type { ActFact, Admission, CountedAct, Facts } from './facts.ts'
import { pipelineOf, type Pipeline } from './forecast.ts'
import { distinctAdmissions } from './people.ts'
import { isWithin, upTo, yearBefore, yearOf, type Period } from '../calendar/period.ts'
import { branchResults, targetResult, type TargetResult, type TargetRow } from './targets.ts'
import { existsOn, treeOf, type Place, type Tree } from './tree.ts'
import { workOf, type Work } from './work.ts'

/** Lines of a report that count people. */
export const LINES = [
  'admitted',
  'again',
  'listed',
  'ended',
  'certified',
  'newMemberCertified',
  'submitted',
  'returned',
  'refused',
  'ceremony',
  'recognised',
  'struckOff',
  'cancelled',
] as const

/** A line of a report. */
export type LineCode = (typeof LINES)[number]

/** Lines of which the office above knows less: who is on a list, and certificates that a third office gave. */
export const PRIVATE: ReadonlySet<LineCode> = new Set<LineCode>(['listed', 'ended', 'certified', 'newMemberCertified'])

/** How many, and how many in the same period a year before (null where that is before anything on record). */
export type Line = { readonly code: LineCode; readonly number: number; readonly before: number | null }

/** What one figure of a report is of; so every figure opens the people behind it. */
export type Cell = {
  readonly line: LineCode
  readonly dimension?: Dimension | undefined
  readonly value?: string | undefined
  /** Only of branches of a sector: of admissions, beside the dimension. */
  readonly sector?: string | undefined
  /** A place under the one that is reported. */
  readonly part?: string | undefined
}

/** A report. */
export type Report = {
  readonly period: Period
  /** The last day whose acts are in it. */
  readonly asOf: PlainDate
  readonly place: { readonly id: string; readonly name: string; readonly kind: Place['kind'] }
  readonly lines: readonly Line[]
  readonly breakdowns: readonly Breakdown[]
  /** Where the age bands begin that it counts by. */
  readonly ageBands: AgeBands
  /** The year of the period against its plan, up to the end of the period. */
  readonly year: TargetResult & { readonly year: number; readonly membersOn: PlainDate }
  readonly branches: readonly TargetRow[]
  /** Admissions of the period by part of the house, in the order of `year.parts`. */
  readonly parts: readonly { readonly id: string; readonly number: number }[]
  /** Branches that admitted somebody in the period, and all there are; and those of residential areas. */
  readonly admitting: {
    readonly branches: number
    readonly ofBranches: number
    readonly residential: number
    readonly ofResidential: number
  }
  /** Records of admissions of the period that are not counted, since the person is counted by another record. */
  readonly repeated: number
  /** Where people stand at the moment of the report. */
  readonly pipeline: Pipeline
  readonly work: Work
}

/** Facts laid out for reports: one row a person, one tree. */
export type Laid = {
  readonly facts: Facts
  readonly tree: Tree
  readonly admissions: readonly Admission[]
  /** Records of an admission that are left out, since the same person is counted by another one. */
  readonly repeated: readonly Admission[]
}

/** What is asked of a report. */
export type ReportAsked = {
  readonly period: Period
  readonly today: PlainDate
  /** Id of the place; left out for the whole. */
  readonly at?: string | undefined
  /** The day of the members; left out for the end of the year before. */
  readonly membersOn?: PlainDate | undefined
  /** Where age bands begin, by the rules in force at the end of the report. */
  readonly ageBands: AgeBands
}

/** Lays facts out once for all that is computed from them; what offices that are none of ours had, is left out. */
export function layOut(facts: Facts): Laid {
  const ours = new Set(facts.offices.map(({ id }) => id))
  const distinct = distinctAdmissions(facts)
  const kept = new Set(distinct)
  return {
    facts,
    tree: treeOf(facts),
    admissions: distinct.filter(({ keeper }) => ours.has(keeper)),
    repeated: facts.admissions.filter((one) => ours.has(one.keeper) && !kept.has(one)),
  }
}

/**
 * The same as the office of a place can know it: by the admissions under that place alone, and without what our own office
 * has judged. Its own report is held against this one; whom two offices have both admitted counts for both of them here.
 */
export function asKnownAt({ facts, tree }: Laid, place: Place): Laid {
  const admissions = facts.admissions.filter(({ unit, keeper }) => {
    const at = tree.placeOf(unit, keeper)
    return at !== null && tree.isIn(at, place)
  })
  return layOut({ ...facts, admissions, judged: [] })
}

/** Makes a report. @returns null where there is no such place */
export function makeReport(laid: Laid, asked: ReportAsked): Report | null {
  const { facts, tree } = laid
  const place = asked.at === undefined ? tree.whole : tree.place(asked.at)
  if (place === null) return null
  const period = asked.period
  const over = upTo(period, asked.today)
  const asOf = over?.to ?? asked.today
  const admitted = over === null ? [] : admittedIn(laid, over, place)
  const year = yearOf(period.to)
  const membersOn = asked.membersOn ?? `${year - 1}-12-31`
  const yearFacts = { ...facts, tree, admissions: laid.admissions }
  const numbers = numbersAt(tree, admitted)
  const yearAsked = { year, upTo: asOf, membersOn, besides: new Set(numbers.keys()) }
  const result = targetResult(yearFacts, yearAsked, place)
  const earlier = over === null ? null : yearBefore(over)
  // Of what the office above knows less nothing follows for the lines that both have to agree on.
  const [first, firstOfAny] = [firstDay(laid, (act) => !PRIVATE.has(act)), firstDay(laid, () => true)]
  const lineOf = (code: LineCode): Line => {
    const since = PRIVATE.has(code) ? firstOfAny : first
    const isOnRecord = earlier !== null && since !== null && since <= earlier.to
    return {
      code,
      number: over === null ? 0 : peopleIn(laid, over, place, { line: code }).length,
      before: isOnRecord ? peopleIn(laid, earlier, place, { line: code }).length : null,
    }
  }
  return {
    period,
    asOf,
    place: { id: place.id, name: place.name, kind: place.kind },
    lines: LINES.map(lineOf),
    breakdowns: breakdownsOf(admitted, ({ unit, keeper }) => tree.placeOf(unit, keeper), asked.ageBands),
    ageBands: asked.ageBands,
    year: { ...result, year, membersOn },
    branches: branchResults(yearFacts, yearAsked, place),
    parts: result.parts.map(({ id }) => ({ id, number: numbers.get(id) ?? 0 })),
    admitting: admittingOf(laid, admitted, place, asOf),
    repeated: over === null ? 0 : admittedIn({ ...laid, admissions: laid.repeated }, over, place).length,
    pipeline: pipelineOf(standingsIn(laid, place)),
    work: workOf(laid, over, place, asOf),
  }
}

/**
 * The cases behind one figure, in the order of the days.
 * @param period - already cut at today
 */
export function peopleIn(
  laid: Laid,
  period: Pick<Period, 'from' | 'to'>,
  place: Place,
  { line, dimension, value, sector, part }: Cell,
): readonly string[] {
  const { tree } = laid
  const within = part === undefined ? place : (tree.place(part) ?? place)
  if (line !== 'admitted' && line !== 'again') return actsIn(laid, period, within, line)
  return admittedIn(laid, period, within)
    .filter((admission) => line === 'admitted' || admission.isAgain)
    .filter(
      (admission) =>
        dimension === undefined ||
        hasValue(dimension, value ?? '', admission, tree.placeOf(admission.unit, admission.keeper)),
    )
    .filter(
      ({ unit, keeper }) => sector === undefined || (tree.placeOf(unit, keeper)?.sector ?? UNKNOWN_VALUE) === sector,
    )
    .map((admission) => admission.case)
}

/** Admissions of a period under a place. */
export function admittedIn(
  { admissions, tree }: Laid,
  period: Pick<Period, 'from' | 'to'>,
  place: Place,
): readonly Admission[] {
  return admissions.filter(({ day, unit, keeper }) => {
    if (!isWithin(day, period)) return false
    const at = tree.placeOf(unit, keeper)
    return at !== null && tree.isIn(at, place)
  })
}

/** Where the people under a place stand now. */
export function standingsIn({ facts, tree }: Laid, place: Place): Facts['standings'] {
  return facts.standings.filter(({ unit, keeper }) => {
    const at = tree.placeOf(unit, keeper)
    return at !== null && tree.isIn(at, place)
  })
}

/** Each person once, however often the act was done. */
function actsIn(
  { facts, tree }: Laid,
  period: Pick<Period, 'from' | 'to'>,
  place: Place,
  act: CountedAct,
): readonly string[] {
  const mine = facts.acts.filter((fact: ActFact) => {
    if (fact.act !== act || !isWithin(fact.day, period)) return false
    const at = tree.placeOf(fact.unit, fact.keeper)
    return at !== null && tree.isIn(at, place)
  })
  return [...new Set(mine.toSorted((a, b) => compareText(a.day, b.day)).map((fact) => fact.case))]
}

/** How many of the admissions stand under each place. */
function numbersAt(tree: Tree, admitted: readonly Admission[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { unit, keeper } of admitted) {
    const at = tree.placeOf(unit, keeper)
    for (const id of at === null ? [] : tree.aboveOf(at.id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

/** A branch, and how many it has admitted in a period. */
export type AdmittingBranch = {
  readonly id: string
  readonly name: string
  readonly sector: Place['sector']
  readonly number: number
}

/** Every branch of a place on a day, and those that are gone since and admitted somebody. */
export function branchesBehind(
  { tree }: Laid,
  admitted: readonly Admission[],
  place: Place,
  day: PlainDate,
): readonly AdmittingBranch[] {
  const numbers = new Map<string, number>()
  for (const { unit, keeper } of admitted) {
    const at = tree.placeOf(unit, keeper)?.id
    if (at !== undefined) numbers.set(at, (numbers.get(at) ?? 0) + 1)
  }
  return tree.branches
    .filter((branch) => tree.isIn(branch, place) && (existsOn(branch, day) || numbers.has(branch.id)))
    .map(({ id, name, sector }) => ({ id, name, sector, number: numbers.get(id) ?? 0 }))
}

function admittingOf(laid: Laid, admitted: readonly Admission[], place: Place, day: PlainDate): Report['admitting'] {
  const branches = branchesBehind(laid, admitted, place, day)
  const count = (rows: readonly AdmittingBranch[]) => rows.filter(({ number }) => number > 0).length
  const residential = branches.filter(({ sector }) => sector === 'residential')
  return {
    branches: count(branches),
    ofBranches: branches.length,
    residential: count(residential),
    ofResidential: residential.length,
  }
}

function firstDay({ admissions, facts }: Laid, counts: (act: CountedAct) => boolean): PlainDate | null {
  let first = admissions[0]?.day ?? null
  for (const { act, day } of facts.acts) if (counts(act) && (first === null || day < first)) first = day
  return first
}

/** What stands under each place, itself included: for whoever looks at many places at once. */
export type Spread = {
  readonly admissions: (place: Place) => readonly Admission[]
  readonly standings: (place: Place) => Facts['standings']
}

/** Spreads admissions and standings over the places they stand under. */
export function spreadOut({ facts, tree, admissions }: Laid): Spread {
  const spread = <T extends { readonly unit: string; readonly keeper: string }>(rows: readonly T[]) => {
    const byPlace = new Map<string, T[]>()
    for (const row of rows) {
      const at = tree.placeOf(row.unit, row.keeper)
      for (const id of at === null ? [] : tree.aboveOf(at.id)) {
        const held = byPlace.get(id)
        if (held === undefined) byPlace.set(id, [row])
        else held.push(row)
      }
    }
    return (place: Place): readonly T[] => byPlace.get(place.id) ?? []
  }
  return { admissions: spread(admissions), standings: spread(facts.standings) }
}
