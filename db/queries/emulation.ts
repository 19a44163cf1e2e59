/**
 * The year in ratings, commendations and corrections, with the results that are a criterion and what the data suggests; and
 * everything of follow-up about one unit.
 */
import type { EmulationView, UnitFollow } from '../../shared/contract/follow.ts'
import { levelsIn } from '../../shared/commands/emulation.ts'
import type { InspectionState, MeasureState, RatingState } from '../../shared/model/follow/inspection-state.ts'
import type { ModelState } from '../../shared/model/follow/models-state.ts'
import { coverageOf } from '../../shared/reports/coverage.ts'
import { proposalsOf, type IdleBranch, type OverdueFindings, type YearResult } from '../../shared/reports/emulation.ts'
import { branchResults, targetResult } from '../../shared/reports/targets.ts'
import { loadPeers, loadSetting } from '../load.ts'
import { loadRulebook } from '../load-rules.ts'
import type { ReadDb } from '../transaction.ts'
import { inspectionRowIn, statesOf, whoseIn } from './follow.ts'
import { laidFacts } from './report-facts.ts'

/** The year, or null before the office is founded. */
export function emulationView(db: ReadDb, today: string, year: number): EmulationView | null {
  const laid = laidFacts(db)
  if (laid === null) return null
  const who = whoseIn(db)
  const end = `${year}-12-31`
  const upTo = end < today ? end : today
  const facts = { ...laid.facts, tree: laid.tree, admissions: laid.admissions }
  const asked = { year, upTo, membersOn: `${year - 1}-12-31` }
  const { parts } = targetResult(facts, asked)
  const rows = [...parts, ...branchResults(facts, asked).filter(({ id }) => !parts.some((part) => part.id === id))]
  const results = rows.map(({ id, name, plan, admitted, ofPlan, ofMembers }): YearResult => ({
    id,
    name,
    plan: plan.number,
    admitted: admitted.number,
    ofPlan,
    ofMembers,
  }))
  const measures = statesOf<MeasureState>(db, 'measure').filter((measure) => measure.facts.year === year)
  const own = measures.filter(({ office }) => who(office).own)
  const isOver = end < today
  return {
    year,
    today,
    levels: levelsIn(loadSetting(db, 'ratingLevels')),
    isOver,
    results,
    ratings: statesOf<RatingState>(db, 'rating')
      .filter((rating) => rating.year === year)
      .map((rating) => ({ ...rating, ...who(rating.office) }))
      .toSorted((a, b) => a.place.name.localeCompare(b.place.name, 'vi') || a.rank - b.rank),
    measures: measures.map((measure) => ({ ...measure, ...who(measure.office) })),
    proposals: proposalsOf({
      results,
      idle: coverageOf({ ...laid.facts, admissions: laid.admissions }, laid.tree, upTo)
        .branches.filter(({ idle }) => idle === 'three' || idle === 'five')
        .map(({ id, name, last }): IdleBranch => ({ id, name, last })),
      overdue: overdueFindings(db, today),
      shareAsked: loadRulebook(db).rulesOn(upTo).notices.yearlyLeastPercent?.value ?? null,
      isOver,
      settled: new Set(
        own.flatMap(({ facts: { proposal, place } }) =>
          // A unit that has an office of its own by now stands in the results by that.
          proposal === undefined ? [] : [`${proposal} ${laid.tree.place(place.id)?.id ?? place.id}`],
        ),
      ),
    }),
  }
}

/** Findings of our inspections that were to be mended by now, by place. */
function overdueFindings(db: ReadDb, today: string): readonly OverdueFindings[] {
  const found = new Map<string, OverdueFindings>()
  const row = inspectionRowIn(db, today)
  for (const state of statesOf<InspectionState>(db, 'inspection')) {
    const { own, overdue, due } = row(state)
    if (!own || overdue === 0 || due === null) continue
    const { id, name } = state.plan.place
    const before = found.get(id)
    const since = before === undefined || due < before.since ? due : before.since
    found.set(id, { id, name, count: (before?.count ?? 0) + overdue, since })
  }
  return [...found.values()]
}

/** Everything about a unit: by its own id, and by that of its office where it is one. */
export function unitFollow(db: ReadDb, today: string, unit: string): UnitFollow {
  const who = whoseIn(db)
  const office = loadPeers(db).find(({ peer }) => peer.unit === unit)?.id
  const isIt = (place: string): boolean => place === unit || (office !== undefined && place === office)
  const row = inspectionRowIn(db, today)
  return {
    models: statesOf<ModelState>(db, 'model')
      .filter(({ facts, takenUp }) => isIt(facts.place.id) || takenUp.some(({ place }) => isIt(place.id)))
      .map((state) => ({ ...state, ...who(state.office) })),
    inspections: statesOf<InspectionState>(db, 'inspection')
      .filter(({ plan }) => isIt(plan.place.id))
      .map(row),
    ratings: statesOf<RatingState>(db, 'rating')
      .filter(({ place }) => isIt(place.id))
      .map((rating) => ({ ...rating, ...who(rating.office) })),
    measures: statesOf<MeasureState>(db, 'measure')
      .filter((measure) => measure.what !== 'dismissal' && isIt(measure.facts.place.id))
      .map((measure) => ({ ...measure, ...who(measure.office) })),
  }
}
