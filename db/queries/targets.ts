/**
 * Targets of a year with their results, what the year may come to and how each was set; and the year at a glance for the
 * home page.
 */
import { addDays, type PlainDate } from '../../shared/calendar/plain-date.ts'
import { periodOf } from '../../shared/calendar/period.ts'
import type { HeldTarget } from '../../shared/commands/command.ts'
import type { PlaceTarget, TargetsView, YearOutlook } from '../../shared/contract/reports.ts'
import type { Stage } from '../../shared/model/codes.ts'
import { foldTargets, type TargetRevision } from '../../shared/model/target.ts'
import { forecastOf, PACE_YEARS, pipelineOf, sourceTotal, type Forecast } from '../../shared/reports/forecast.ts'
import { ratioOf } from '../../shared/reports/ratio.ts'
import { admittedIn, spreadOut, type Spread } from '../../shared/reports/report.ts'
import { branchResults, targetResult, type TargetRow, type YearAsked } from '../../shared/reports/targets.ts'
import type { Place } from '../../shared/reports/tree.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { itemsAbout } from '../journal.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { laidFacts } from './report-facts.ts'
import { placeAt, placesOf } from './reports.ts'

/** Targets of a year, or null where there is no such place. */
export function targetsView(
  db: ReadDb,
  judging: Judging,
  {
    year,
    at,
    membersOn,
  }: { readonly year: number; readonly at?: string | undefined; readonly membersOn?: string | undefined },
): TargetsView | null {
  const laid = laidFacts(db, { members: false })
  const place = laid === null ? null : placeAt(laid, at)
  if (laid === null || place === null) return null
  const { today } = judging
  const { to } = periodOf('year', year, 1)
  const asked: YearAsked = { year, upTo: to < today ? to : today, membersOn: membersOn ?? `${year - 1}-12-31` }
  const facts = { ...laid.facts, tree: laid.tree, admissions: laid.admissions }
  const { whole, parts } = targetResult(facts, asked, place)
  const decidedBy = decisionDay(judging)
  const spread = spreadOut(laid)
  const keepers = new Map(laid.facts.units.map(({ id, keeper }) => [id, keeper]))
  const self = laid.tree.whole.id
  const view = (row: TargetRow): PlaceTarget => {
    const one = laid.tree.place(row.id) ?? place
    const forecast = forecastAt(spread, one, row, { year, today, decidedBy })
    const left = row.plan.number === null ? null : Math.max(0, row.plan.number - row.admitted.number)
    return {
      ...row,
      forecast,
      sourcePerPlace: ratioOf(sourceTotal(forecast.pipeline), left),
      history: historyOf(db, one, year),
      maySet:
        one.kind === 'whole' ? 'self' : one.kind === 'office' ? 'office' : keepers.get(one.id) === self ? 'unit' : null,
    }
  }
  return {
    year,
    today,
    membersOn: asked.membersOn,
    aim: aimIn(judging, asked.upTo),
    whole: view(whole),
    parts: parts.map(view),
    branches: branchResults(facts, asked, place)
      .filter(({ id }) => !parts.some((part) => part.id === id))
      .map(view),
    places: placesOf(laid.tree),
  }
}

/**
 * The year so far, for the home page; null before the office is founded. Only the years that a forecast looks back to are
 * read, since a day begins with this page.
 * @param stages - how many people stand at each stage now
 */
export function yearOutlook(
  db: ReadDb,
  judging: Judging,
  stages: readonly { readonly stage: Stage; readonly count: number }[],
): YearOutlook | null {
  const { today } = judging
  const year = Number(today.slice(0, 4))
  const laid = laidFacts(db, { admissions: `${year - PACE_YEARS}-01-01`, standings: false, members: false })
  if (laid === null) return null
  const facts = { ...laid.facts, tree: laid.tree, admissions: laid.admissions }
  const { whole, parts } = targetResult(facts, { year, upTo: today, membersOn: `${year - 1}-12-31` })
  const place = laid.tree.whole
  const admissions = admittedIn(laid, { from: '0000-00-00', to: today }, place)
  return {
    year,
    whole,
    forecast: forecastOf(admissions, pipelineOf(stages.map((one) => ({ ...one, isEnded: false }))), {
      year,
      today,
      decidedBy: decisionDay(judging),
      plan: whole.plan.number,
      admitted: whole.admitted.number,
    }),
    quarters: [1, 2, 3, 4]
      .map((n) => periodOf('quarter', year, n))
      .filter(({ from }) => from <= today)
      .map((quarter) => admittedIn(laid, quarter, place).length),
    behind: parts
      .flatMap(({ id, name, admitted, plan }) =>
        plan.number === null || admitted.number >= plan.number
          ? []
          : [{ id, name, admitted: admitted.number, plan: plan.number }],
      )
      .toSorted((a, b) => b.plan - b.admitted - (a.plan - a.admitted))
      .slice(0, 5),
    parts: parts.length,
  }
}

/** The target of an owner for a year, as a command needs it; null where nobody has set one. */
export function heldTarget(db: ReadDb, owner: string, year: number): HeldTarget | null {
  const state = foldTargets(itemsAbout(db, 'target', owner)).find((target) => target.year === year)
  if (state === undefined) return null
  const { number, revisions } = state
  const days = { first: `${year}-01-01`, last: `${year}-12-31` }
  const admitted = prepared<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM admissions WHERE day BETWEEN :first AND :last AND (:owner = (SELECT office_id FROM offices)
       OR keeper = :owner OR unit_id = :owner OR unit_id IN (SELECT unit_id FROM units WHERE parent_id = :owner))`,
  ).get({ owner, ...days })
  return {
    number,
    set: revisions.findLast(({ isGiven }) => !isGiven)?.entry ?? null,
    given: revisions.findLast(({ isGiven }) => isGiven)?.entry ?? null,
    admitted: admitted?.n ?? 0,
  }
}

function forecastAt(
  spread: Spread,
  place: Place,
  row: TargetRow,
  asked: { readonly year: number; readonly today: PlainDate; readonly decidedBy: PlainDate },
): Forecast {
  const admissions = spread.admissions(place).filter(({ day }) => day <= asked.today)
  return forecastOf(admissions, pipelineOf(spread.standings(place)), {
    ...asked,
    plan: row.plan.number,
    admitted: row.admitted.number,
  })
}

/** What the rules of a day aim at each year. */
function aimIn({ rulesOn }: Judging, day: PlainDate): TargetsView['aim'] {
  const { yearlyLeastPercent: least, yearlyMostPercent: most } = rulesOn(day).notices
  return least === undefined || most === undefined
    ? null
    : { least: least.value, most: most.value, article: least.article }
}

/** The last day on which a dossier whose branch votes today is decided on, by the rules of today. */
function decisionDay({ today, calendar, rulesOn }: Judging): PlainDate {
  const length = rulesOn(today).limits.find(({ id }) => id === 'decision')?.length.value
  if (length === undefined) return today
  return length.unit === 'workingDays'
    ? calendar.addWorkingDays(today, length.amount).date
    : addDays(today, length.unit === 'months' ? length.amount * 31 : length.amount)
}

function historyOf(db: ReadDb, { owners }: Place, year: number): readonly TargetRevision[] {
  return owners.flatMap(
    (owner) => foldTargets(itemsAbout(db, 'target', owner)).find((target) => target.year === year)?.revisions ?? [],
  )
}
