/**
 * The year against its target: the percentage of plan and the share of members side by side, neither standing for the
 * other; part by part, with what cannot be said and why.
 */
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Admission, Facts, TargetFact, TotalFact } from './facts.ts'
import { countsByOwner, membersOn, type Members } from './members.ts'
import { yearOf } from '../calendar/period.ts'
import { ratioOf, type Ratio } from './ratio.ts'
import type { Place, Tree } from './tree.ts'

/** The plan of a place for a year. */
export type Plan = {
  /** Null where nobody has set one, for it or for its parts. */
  readonly number: number | null
  /** 'parts': the sum of what its parts were given. */
  readonly of: 'place' | 'parts' | null
  /** What its parts were given together, where that is another number. */
  readonly parts: number | null
  /** What it means to reach itself, beside what it was given. */
  readonly own: number | null
  readonly revisions: number
}

/** How many were admitted. `typed`: the total typed from before the program, where that is the number. */
export type Admitted = { readonly number: number; readonly isTyped: boolean }

/** A place in a year: plan, result, both percentages. */
export type TargetRow = {
  readonly id: string
  readonly name: string
  readonly kind: Place['kind']
  readonly onPaper: boolean
  readonly plan: Plan
  readonly admitted: Admitted
  readonly ofPlan: Ratio
  readonly ofMembers: Ratio
  readonly members: Members
  /** What is to be said of the row. */
  readonly notes: readonly TargetNote[]
}

/** What is to be said of a row. */
export type TargetNote =
  | { readonly code: 'noPlan' }
  | { readonly code: 'zeroPlan' }
  | { readonly code: 'planBelowResult'; readonly plan: number; readonly admitted: number }
  | { readonly code: 'partsDiffer'; readonly plan: number; readonly parts: number }
  | { readonly code: 'noMembers' }
  | { readonly code: 'membersMissing'; readonly names: readonly string[] }
  | { readonly code: 'ended'; readonly to: PlainDate; readonly successors: readonly string[] }
  | { readonly code: 'tookOver'; readonly from: readonly string[]; readonly admitted: number; readonly plan: number }
  | { readonly code: 'began'; readonly from: PlainDate }

/** What results are computed from, laid out once. */
export type YearFacts = {
  readonly tree: Tree
  readonly admissions: readonly Admission[]
  readonly targets: readonly TargetFact[]
  readonly totals: readonly TotalFact[]
  readonly counts: Facts['counts']
}

/** How a year is reported. */
export type YearAsked = {
  readonly year: number
  /** Results up to this day. */
  readonly upTo: PlainDate
  /** The day whose members the share is of; by default the end of the year before. */
  readonly membersOn: PlainDate
  /** Places that have a row though they are not of the year: a period that began before it has their new members. */
  readonly besides?: ReadonlySet<string> | undefined
}

/** The rows of a place and of its direct parts. */
export type TargetResult = { readonly whole: TargetRow; readonly parts: readonly TargetRow[] }

/** The results of a year. @param at - the place, by default our whole office */
export function targetResult(facts: YearFacts, asked: YearAsked, at: Place = facts.tree.whole): TargetResult {
  const look = lookAt(facts, asked)
  const seen = at.children.filter((part) => isShown(part, look, asked))
  return { whole: rowOf(at, look, asked), parts: seen.map((part) => rowOf(part, look, asked)) }
}

/** The rows of every branch of a place. */
export function branchResults(facts: YearFacts, asked: YearAsked, at: Place = facts.tree.whole): readonly TargetRow[] {
  const look = lookAt(facts, asked)
  return facts.tree.branches
    .filter((branch) => branch.id !== at.id && facts.tree.isIn(branch, at))
    .filter((branch) => isShown(branch, look, asked))
    .map((branch) => rowOf(branch, look, asked))
}

/** A place with the typed total that stands in a number of a year. @param owner - of the place's names, whose it is */
export type TypedPart = { readonly place: Place; readonly owner: string }

/**
 * The typed totals that a place's number of a year is made of: its own where that is the number, else those of its parts;
 * none where everybody is on record by name.
 */
export function typedParts(facts: YearFacts, asked: YearAsked, at: Place): readonly TypedPart[] {
  const { typedOf } = lookAt(facts, asked)
  const partsOf = (place: Place): readonly TypedPart[] => {
    const owner = typedOf(place)
    return owner === null ? place.children.flatMap(partsOf) : [{ place, owner }]
  }
  return partsOf(at)
}

function isShown(place: Place, look: Look, asked: YearAsked): boolean {
  return wasThere(place, asked) || look.admitted(place).number > 0 || asked.besides?.has(place.id) === true
}

type Look = {
  readonly plan: (place: Place) => Plan
  readonly admitted: (place: Place) => Admitted
  /** Whose typed total a place's number is; null where it is counted, or the sum of its parts. */
  readonly typedOf: (place: Place) => string | null
  readonly members: (place: Place) => Members
  readonly place: (id: string) => Place | null
  readonly before: (place: Place) => readonly Place[]
}

function lookAt({ tree, admissions, targets, totals, counts }: YearFacts, asked: YearAsked): Look {
  const { year, upTo, membersOn: day } = asked
  const byOwner = targetsByOwner(targets, year)
  const counted = new Map<string, number>()
  for (const admission of admissions) {
    if (yearOf(admission.day) !== year || admission.day > upTo) continue
    const place = tree.placeOf(admission.unit, admission.keeper)
    if (place !== null) counted.set(place.id, (counted.get(place.id) ?? 0) + 1)
  }
  const typed = new Map(
    totals.flatMap((total) => (total.year === year ? [[total.owner, total.admitted] as const] : [])),
  )
  const tally = (place: Place): Admitted & { readonly owner: string | null } => {
    const parts = place.children.map(tally)
    const number = parts.reduce((sum, part) => sum + part.number, counted.get(place.id) ?? 0)
    // What an office has typed itself counts before what was typed for it while it was a unit on paper.
    const owner = place.owners.find((one) => (typed.get(one) ?? null) !== null) ?? null
    const total = owner === null ? null : (typed.get(owner) ?? null)
    // A total from before the program holds those on record by name too: the larger of both is the number.
    return total !== null && total > number
      ? { number: total, isTyped: true, owner }
      : { number, isTyped: parts.some(({ isTyped }) => isTyped), owner: null }
  }
  const admitted = (place: Place): Admitted => {
    const { number, isTyped } = tally(place)
    return { number, isTyped }
  }
  const sorted = countsByOwner(counts)
  const closed = [...placesIn(tree.whole)].filter(({ successors }) => successors.length > 0)
  return {
    plan: (place) => planIn(place, byOwner),
    admitted,
    typedOf: (place) => tally(place).owner,
    members: (place) => membersOn(place, day, sorted),
    place: tree.place,
    before: (place) => closed.filter(({ successors }) => successors.includes(place.id)),
  }
}

function rowOf(place: Place, look: Look, asked: YearAsked): TargetRow {
  const plan = look.plan(place)
  const admitted = look.admitted(place)
  const members = look.members(place)
  const denominator = members.missing.length > 0 ? null : members.members
  return {
    id: place.id,
    name: place.name,
    kind: place.kind,
    onPaper: place.onPaper,
    plan,
    admitted,
    ofPlan: ratioOf(admitted.number, plan.number),
    ofMembers: ratioOf(admitted.number, denominator),
    members,
    notes: notesOf(place, { plan, admitted, members }, look, asked),
  }
}

function notesOf(
  place: Place,
  { plan, admitted, members }: Pick<TargetRow, 'plan' | 'admitted' | 'members'>,
  look: Look,
  { year, membersOn: day }: YearAsked,
): readonly TargetNote[] {
  const notes: TargetNote[] = []
  if (plan.number === null) notes.push({ code: 'noPlan' })
  if (plan.number === 0) notes.push({ code: 'zeroPlan' })
  if (plan.revisions > 0 && plan.number !== null && plan.number < admitted.number)
    notes.push({ code: 'planBelowResult', plan: plan.number, admitted: admitted.number })
  if (plan.of === 'place' && plan.parts !== null && plan.number !== null)
    notes.push({ code: 'partsDiffer', plan: plan.number, parts: plan.parts })
  if (place.to !== null && yearOf(place.to) <= year)
    notes.push({
      code: 'ended',
      to: place.to,
      successors: place.successors.map((id) => look.place(id)?.name ?? '').filter((name) => name !== ''),
    })
  const isNew = place.from !== null && place.from > day
  if (isNew && place.from !== null) notes.push({ code: 'began', from: place.from })
  else if (members.members === null) notes.push({ code: 'noMembers' })
  else if (members.missing.length > 0)
    notes.push({ code: 'membersMissing', names: members.missing.map(({ name }) => name) })
  const before = look.before(place).filter(({ to }) => to !== null && yearOf(to) === year)
  if (before.length > 0)
    notes.push({
      code: 'tookOver',
      from: before.map(({ name }) => name),
      admitted: before.reduce((sum, one) => sum + look.admitted(one).number, 0),
      plan: before.reduce((sum, one) => sum + (look.plan(one).number ?? 0), 0),
    })
  return notes
}

/**
 * The plan of a place for a year, without its results.
 * @param targets - every target on record
 */
export function planOf(targets: readonly TargetFact[], year: number, place: Place): Plan {
  return planIn(place, targetsByOwner(targets, year))
}

function targetsByOwner(targets: readonly TargetFact[], year: number): ReadonlyMap<string, TargetFact> {
  return new Map(targets.filter((target) => target.year === year).map((target) => [target.owner, target]))
}

function planIn(place: Place, targets: ReadonlyMap<string, TargetFact>): Plan {
  const given = place.owners.flatMap((owner) => targets.get(owner) ?? []).at(0)
  const plans = place.children.map((child) => planIn(child, targets)).filter(({ number }) => number !== null)
  const parts = plans.length === 0 ? null : plans.reduce((sum, { number }) => sum + (number ?? 0), 0)
  if (given === undefined)
    return { number: parts, of: parts === null ? null : 'parts', parts: null, own: null, revisions: 0 }
  const { number, own, revisions } = given
  return { number, of: 'place', parts: parts === number ? null : parts, own, revisions }
}

/** There at some time of the year. */
function wasThere({ from, to }: Pick<Place, 'from' | 'to'>, { year, upTo }: YearAsked): boolean {
  return (from === null || from <= upTo) && (to === null || to >= `${year}-01-01`)
}

function* placesIn(place: Place): Generator<Place> {
  yield place
  for (const child of place.children) yield* placesIn(child)
}
