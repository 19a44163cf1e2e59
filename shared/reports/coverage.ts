/**
 * Where new members come from and where they do not: branches by how long they have had none, by sector and, apart from
 * that, rural or urban (the letter's 'chưa đồng đều', 'doanh nghiệp, nhà trường, khu vực nông thôn').
 */
import { compareText } from '../base/compare.ts'
import { addMonths, type PlainDate } from '../calendar/plain-date.ts'
import type { Facts } from './facts.ts'
import { existsOn, type Place, type Tree } from './tree.ts'

/** Years without a new member that are told apart. */
export const IDLE_YEARS = [1, 3, 5] as const

/** How long a branch has had no new member: less than a year, 1 to 3, 3 to 5, more, or nothing is on record. */
export type IdleClass = 'fresh' | 'one' | 'three' | 'five' | 'never'

/** All of them, the freshest first. */
export const IDLE_CLASSES: readonly IdleClass[] = ['fresh', 'one', 'three', 'five', 'never']

/** A branch and its newest member. */
export type CoveredBranch = {
  readonly id: string
  readonly name: string
  /** The office or unit it stands under. */
  readonly above: string | null
  readonly sector: Place['sector']
  readonly area: Place['area']
  readonly last: PlainDate | null
  /** What the day rests on: a case, the register of members, a day typed from before the program, a unit before it. */
  readonly by: 'case' | 'register' | 'typed' | 'predecessor' | null
  readonly idle: IdleClass
}

/** Branches of one kind, by class. */
export type CoverageRow = {
  readonly value: string
  readonly total: number
  readonly classes: Readonly<Record<IdleClass, number>>
}

/** Coverage on a day. */
export type Coverage = {
  readonly day: PlainDate
  readonly whole: CoverageRow
  readonly bySector: readonly CoverageRow[]
  readonly byArea: readonly CoverageRow[]
  readonly byPart: readonly (CoverageRow & { readonly name: string })[]
  readonly branches: readonly CoveredBranch[]
}

/** Branches without a new member, on a day. @param at - only those under a place */
export function coverageOf(
  facts: Pick<Facts, 'admissions' | 'members' | 'totals'>,
  tree: Tree,
  day: PlainDate,
  at: Place = tree.whole,
): Coverage {
  const lasts = lastsOf(facts, tree, day)
  const before = predecessorsIn(tree)
  const parts = new Map<string, Place>()
  const branches = tree.branches
    .filter((branch) => existsOn(branch, day) && tree.isIn(branch, at))
    .map((branch): CoveredBranch => {
      const part = at.children.find((child) => tree.isIn(branch, child)) ?? null
      if (part !== null && part.id !== branch.id) parts.set(branch.id, part)
      const { last, by } = newestFor(branch, before, lasts, new Set())
      const { id, name, sector, area } = branch
      return {
        id,
        name,
        above: part === null || part.id === id ? null : part.name,
        sector,
        area,
        last,
        by,
        idle: idleClass(last, day),
      }
    })
  const groups = [...new Map([...parts.values()].map((part) => [part.id, part])).values()]
  return {
    day,
    whole: rowOf('all', branches),
    bySector: grouped(branches, sectorOf),
    byArea: grouped(branches, areaOf),
    byPart: groups.map((part) => ({
      ...rowOf(
        part.id,
        branches.filter(({ id }) => parts.get(id)?.id === part.id),
      ),
      name: part.name,
    })),
    branches,
  }
}

/**
 * From this share of branches without a new member in the last year on, results are called uneven: one branch in five. With
 * fewer it is a few branches and not the whole that fall short, and a report must not say otherwise.
 */
const UNEVEN_FROM = 1 / 5

/** True where so many branches had no new member that the results of the whole are uneven; not where none had one. */
export function isUneven({ total, classes: { fresh } }: CoverageRow): boolean {
  return fresh > 0 && total - fresh >= total * UNEVEN_FROM
}

/** Branches that a number of them stands for: of a class, a sector, an area; all that is said must be so. */
export type BranchGroup = {
  readonly idle?: IdleClass | undefined
  readonly sector?: string | undefined
  readonly area?: string | undefined
}

/** True for a branch of a group. */
export function isAmong(branch: CoveredBranch, { idle, sector, area }: BranchGroup): boolean {
  return (
    (idle === undefined || branch.idle === idle) &&
    (sector === undefined || sectorOf(branch) === sector) &&
    (area === undefined || areaOf(branch) === area)
  )
}

function sectorOf({ sector }: CoveredBranch): string {
  return sector ?? 'unknown'
}

function areaOf({ area }: CoveredBranch): string {
  return area ?? 'unknown'
}

/** Branches as they are told: the longest without a new member first. */
export function longestFirst(branches: readonly CoveredBranch[]): readonly CoveredBranch[] {
  return branches.toSorted((a, b) => compareText(a.last ?? '', b.last ?? ''))
}

/** The class of a branch by the day of its newest member. */
export function idleClass(last: PlainDate | null, day: PlainDate): IdleClass {
  if (last === null) return 'never'
  const [one, three, five] = IDLE_YEARS.map((years) => addMonths(day, -12 * years))
  if (last >= (one ?? day)) return 'fresh'
  if (last >= (three ?? day)) return 'one'
  return last >= (five ?? day) ? 'three' : 'five'
}

type Last = { readonly last: PlainDate | null; readonly by: CoveredBranch['by'] }

function lastsOf(
  { admissions, members, totals }: Pick<Facts, 'admissions' | 'members' | 'totals'>,
  tree: Tree,
  day: PlainDate,
): ReadonlyMap<string, Last> {
  const lasts = new Map<string, Last>()
  const note = (id: string | undefined, last: PlainDate | null, by: CoveredBranch['by']) => {
    if (id === undefined || last === null || last > day) return
    const held = lasts.get(id)?.last ?? null
    if (held === null || last > held) lasts.set(id, { last, by })
  }
  for (const admission of admissions) note(tree.placeOf(admission.unit, admission.keeper)?.id, admission.day, 'case')
  for (const { unit, day: admitted } of members) note(tree.place(unit)?.id, admitted, 'register')
  for (const { owner, lastAdmission } of totals) note(tree.place(owner)?.id, lastAdmission, 'typed')
  return lasts
}

/** A branch that took over from another goes on with its history. */
function newestFor(
  branch: Place,
  before: ReadonlyMap<string, readonly Place[]>,
  lasts: ReadonlyMap<string, Last>,
  seen: Set<string>,
): Last {
  seen.add(branch.id)
  const own = lasts.get(branch.id) ?? { last: null, by: null }
  const earlier = (before.get(branch.id) ?? [])
    .filter(({ id }) => !seen.has(id))
    .map((other) => newestFor(other, before, lasts, seen))
    .reduce<PlainDate | null>((best, { last }) => (last !== null && (best === null || last > best) ? last : best), null)
  return earlier !== null && (own.last === null || earlier > own.last) ? { last: earlier, by: 'predecessor' } : own
}

function predecessorsIn(tree: Tree): ReadonlyMap<string, readonly Place[]> {
  const before = new Map<string, Place[]>()
  for (const branch of tree.branches)
    for (const id of branch.successors) before.set(id, [...(before.get(id) ?? []), branch])
  return before
}

function grouped(
  branches: readonly CoveredBranch[],
  valueOf: (branch: CoveredBranch) => string,
): readonly CoverageRow[] {
  const values = [...new Set(branches.map(valueOf))].sort()
  return values.map((value) =>
    rowOf(
      value,
      branches.filter((branch) => valueOf(branch) === value),
    ),
  )
}

function rowOf(value: string, branches: readonly CoveredBranch[]): CoverageRow {
  const classes = { fresh: 0, one: 0, three: 0, five: 0, never: 0 }
  for (const { idle } of branches) classes[idle] += 1
  return { value, total: branches.length, classes }
}
