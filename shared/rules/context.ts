/**
 * What an assessment is given beside the case: rules, calendar, day, unit. Everything that could differ from machine to
 * machine comes in here, so that the same input gives the same assessment everywhere.
 */
import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { PathKind, Sector, UnitType } from '../model/codes.ts'
import type { NumberedDocument, OwnNumber } from '../model/numbers.ts'
import type { Member, Unit } from '../model/office.ts'
import type { RuleSet } from './rule-set.ts'

/** The surroundings of a case. */
export type AssessContext = {
  /** The rule set in force on a day (`ruleSetOn`), or the one the case is pinned to. */
  readonly rules: (on: PlainDate) => RuleSet
  /** The days on which `rules` can change its answer (`ruleChanges`); by default the ends of today's set. */
  readonly ruleChanges?: readonly PlainDate[] | undefined
  /** A set in use by its id, for cases pinned to one. */
  readonly ruleSetById?: ((id: string) => RuleSet | null) | undefined
  readonly calendar: Pick<Calendar, 'addWorkingDays'>
  readonly today: PlainDate
  /** True while nobody has confirmed that it is today: findings that depend on it are provisional. */
  readonly inDoubt?: boolean | undefined
  readonly unit: {
    readonly type: UnitType
    readonly name: string
    readonly sector?: Sector | undefined
    /** True for a branch whose parent is a section (đảng ủy bộ phận). */
    readonly inSection?: boolean | undefined
    /** The path of its cases from a day on, e.g. after the decision was delegated. */
    readonly paths?: readonly NonNullable<Unit['paths']>[number][] | undefined
  }
  /** True where one office proposes and decides for this unit: nothing is submitted to anybody. */
  readonly superiorIsSelf: boolean
  /** A member of the office's register by id, or null; left out where what is asked of members cannot matter. */
  readonly memberOf?: ((id: string) => Member | null) | undefined
  /** Documents of the same and of the nearest numbers in the term of office; left out where numbers cannot matter. */
  readonly besideOf?: ((own: OwnNumber) => readonly NumberedDocument[]) | undefined
  /** Name of the deciding body as that office writes it, e.g. with the district's name. */
  readonly decidingBody?: string | undefined
}

/**
 * The surroundings with the rules of a case that is pinned to a set: that set on every day.
 * @param context - the surroundings
 * @param pinned - id of the set; null or unknown leaves each day its own
 */
export function pinnedTo(context: AssessContext, pinned: string | null): AssessContext {
  const set = pinned === null ? null : (context.ruleSetById?.(pinned) ?? null)
  return set === null ? context : { ...context, rules: () => set, ruleChanges: [] }
}

/**
 * The kind of path a unit's cases take: what was laid down for it last, else what its type says.
 * @param unit - the unit of the case
 * @param reached - whether a day has come, at the meeting the case is judged at
 */
export function pathKindOf(unit: AssessContext['unit'], reached: (day: PlainDate) => boolean): PathKind {
  const laidDown = (unit.paths ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1)).filter(({ from }) => reached(from))
  const last = laidDown.at(-1)
  if (last !== undefined) return last.kind
  switch (unit.type) {
    case 'branch':
      return unit.inSection === true ? 'section' : 'branch'
    case 'baseBranch':
    case 'section':
    case 'baseCommittee':
      return unit.type
    case 'upperCommittee':
      return 'baseCommittee'
  }
}

/**
 * The days on which today's rule set can give way to another.
 * @param context - the surroundings of the case
 * @param rulesNow - the set in force today
 */
export function ruleChangeDays(context: AssessContext, rulesNow: RuleSet): readonly PlainDate[] {
  return context.ruleChanges ?? [rulesNow.from, ...(rulesNow.to === undefined ? [] : [addDays(rulesNow.to, 1)])]
}
