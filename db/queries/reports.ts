/**
 * Reports as pages ask for them: gathered through `report-facts`, computed by shared/reports, with the names and days that
 * stand around the figures.
 */
import type { PlainDate } from '../../shared/calendar/plain-date.ts'
import { periodOf, upTo, yearBefore, yearOf, type Period } from '../../shared/calendar/period.ts'
import { MOST_NAMED } from '../../shared/contract/answers.ts'
import type {
  CoverageView,
  PlaceChoice,
  ReadUpTo,
  ReportBranches,
  ReportPeople,
  ReportPerson,
  ReportView,
  SourcesView,
  TrendView,
} from '../../shared/contract/reports.ts'
import type { SentReport } from '../../shared/model/target-acts.ts'
import { ageBandsOf, type AgeBands } from '../../shared/reports/age-bands.ts'
import { peopleBehind, type NumberOf } from '../../shared/reports/behind.ts'
import { UNKNOWN_VALUE } from '../../shared/reports/breakdown.ts'
import { coverageOf, type IdleClass } from '../../shared/reports/coverage.ts'
import type { PersonStanding } from '../../shared/reports/facts.ts'
import { figuresOf } from '../../shared/reports/figures.ts'
import { admittedIn, branchesBehind, makeReport, type Laid } from '../../shared/reports/report.ts'
import { sourcesOf } from '../../shared/reports/sources.ts'
import { ageingOf, isMeant } from '../../shared/reports/standing.ts'
import { targetResult } from '../../shared/reports/targets.ts'
import { trendOf } from '../../shared/reports/trend.ts'
import type { Place, Tree } from '../../shared/reports/tree.ts'
import { channelRows } from '../journal.ts'
import { loadOffice, loadPeers } from '../load.ts'
import { loadRulebook } from '../load-rules.ts'
import { superiorFor } from '../record.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { laidFacts } from './report-facts.ts'

/** People shown of a figure. */
const SHOWN = 200

/** Years of a trend. */
const TREND_YEARS = 10

/** A report, or null where there is no such place. */
export function reportView(
  db: ReadDb,
  today: PlainDate,
  asked: { readonly period: Period; readonly at?: string | undefined; readonly membersOn?: string | undefined },
): ReportView | null {
  const laid = laidFacts(db, { acts: yearBefore(asked.period).from, work: true, late: true, today })
  const report =
    laid === null ? null : makeReport(laid, { ...asked, today, ageBands: bandsFor(db, asked.period, today) })
  return laid === null || report === null
    ? null
    : { report, places: placesOf(laid.tree), read: readUpTo(db, laid.tree) }
}

/** The report of our whole office as it would be sent now, or null before the office is founded. */
export function reportToSend(
  db: ReadDb,
  period: Period,
  today: PlainDate,
): Pick<SentReport, 'asOf' | 'membersOn' | 'cutOff' | 'figures' | 'ageBands'> | null {
  const office = loadOffice(db)
  const laid = laidFacts(db, { acts: yearBefore(period).from, members: false })
  const report = laid === null ? null : makeReport(laid, { period, today, ageBands: bandsFor(db, period, today) })
  if (office === null || report === null) return null
  const superior = superiorFor(db, office.id, today)
  return {
    asOf: report.asOf,
    membersOn: report.year.membersOn,
    cutOff: superior === null ? [] : [...headsBetween(db, office.id, superior)],
    figures: [...figuresOf(report)],
    ageBands: [...report.ageBands],
  }
}

/** Where age bands begin by the rules in force on the last day of a report. */
export function bandsFor(db: ReadDb, { to }: Pick<Period, 'to'>, today: PlainDate): AgeBands {
  return ageBandsOf(loadRulebook(db).rulesOn(to < today ? to : today))
}

/** Where the channels end that two offices both hold. */
export function headsBetween(
  db: ReadDb,
  one: string,
  other: string,
): readonly { readonly channel: string; readonly seq: number }[] {
  return channelRows(db)
    .filter(({ office, audience }) => (office === one && audience === other) || (office === other && audience === one))
    .map(({ channel, seq }) => ({ channel, seq }))
}

/** The people behind a number, or null where there is no such place. */
export function reportPeople(
  db: ReadDb,
  today: PlainDate,
  asked: { readonly period: Period; readonly at?: string | undefined; readonly of: NumberOf },
): ReportPeople | null {
  const { of } = asked
  const laid = laidFacts(db, {
    acts: asked.period.from,
    standings: false,
    members: false,
    people: 'who' in of,
    late: 'late' in of,
    work: 'returnedFor' in of,
    today,
  })
  const place = laid === null ? null : placeAt(laid, asked.at)
  if (laid === null || place === null) return null
  const cases = peopleBehind(laid, upTo(asked.period, today), place, of)
  const person = prepared<ReportPerson>(
    db,
    `SELECT c.case_id AS "case", c.name, c.birth, u.name AS unitName, c.stage, c.decision_number AS decisionNumber,
       c.decided_on AS decidedOn
     FROM cases c LEFT JOIN admissions a ON a.case_id = c.case_id
     LEFT JOIN units u ON u.unit_id = coalesce(a.unit_id, c.unit_id) WHERE c.case_id = ?`,
  )
  return {
    total: cases.length,
    rows: cases.slice(0, SHOWN).flatMap((id) => person.get(id) ?? []),
    cases: cases.slice(0, MOST_NAMED),
  }
}

/** Branches behind a number of branches, or null where there is no such place. */
export function reportBranches(
  db: ReadDb,
  today: PlainDate,
  asked: {
    readonly period: Period
    readonly at?: string | undefined
    readonly residential?: boolean | undefined
    readonly admitting: boolean
    readonly covered?: IdleClass | 'all' | undefined
  },
): ReportBranches | null {
  const { covered } = asked
  // How long a branch has had nobody is told by all admissions there are, and by the register.
  const wanted = covered === undefined ? { admissions: asked.period.from, members: false } : {}
  const laid = laidFacts(db, { ...wanted, standings: false })
  const place = laid === null ? null : placeAt(laid, asked.at)
  if (laid === null || place === null) return null
  const period = upTo(asked.period, today)
  const admitted = period === null ? [] : admittedIn(laid, period, place)
  const day = period?.to ?? today
  const among = covered === undefined ? null : coveredBy(laid, day, place, covered)
  const rows = branchesBehind(laid, admitted, place, day)
    .filter(
      ({ number, sector }) =>
        (!asked.admitting || number > 0) && (asked.residential !== true || sector === 'residential'),
    )
    .filter(({ id }) => among === null || among.has(id))
    .toSorted((a, b) => b.number - a.number)
  return { total: rows.length, rows: rows.slice(0, SHOWN) }
}

function coveredBy(laid: Laid, day: PlainDate, place: Place, covered: IdleClass | 'all'): ReadonlySet<string> {
  const { branches } = coverageOf({ ...laid.facts, admissions: laid.admissions }, laid.tree, day, place)
  return new Set(branches.filter(({ idle }) => covered === 'all' || idle === covered).map(({ id }) => id))
}

/** Branches without a new member, or null where there is no such place. */
export function coverageView(db: ReadDb, today: PlainDate, at: string | undefined): CoverageView | null {
  const laid = laidFacts(db, { standings: false })
  const place = laid === null ? null : placeAt(laid, at)
  if (laid === null || place === null) return null
  const coverage = coverageOf({ ...laid.facts, admissions: laid.admissions }, laid.tree, today, place)
  return { ...coverage, places: placesOf(laid.tree) }
}

/** Introductions by organisation, and how long people have stood at their stages. */
export function sourcesView(
  db: ReadDb,
  today: PlainDate,
  asked: {
    readonly period: Period
    readonly at?: string | undefined
    readonly introduced?: boolean | undefined
    readonly sector?: string | undefined
  },
): SourcesView | null {
  const laid = laidFacts(db, { standings: false, members: false, people: true, today })
  const place = laid === null ? null : placeAt(laid, asked.at)
  if (laid === null || place === null) return null
  const period = upTo(asked.period, today)
  const { introduced, sector } = asked
  const placeOf = ({ unit, keeper }: { readonly unit: string; readonly keeper: string }) =>
    laid.tree.placeOf(unit, keeper)
  const isThere = (one: { readonly unit: string; readonly keeper: string }) => {
    const at = placeOf(one)
    return at !== null && laid.tree.isIn(at, place)
  }
  const isOfSector = (one: { readonly unit: string; readonly keeper: string }) =>
    sector === undefined || (placeOf(one)?.sector ?? UNKNOWN_VALUE) === sector
  const here = laid.facts.people.filter(isThere)
  const around = (person: PersonStanding) => ({ sector: placeOf(person)?.sector ?? null, period })
  return {
    ...sourcesOf(
      here.filter((person) => isMeant({ introduced, sector }, person, around(person))),
      period === null ? [] : admittedIn(laid, period, place).filter(isOfSector),
      placeOf,
    ),
    ageing: ageingOf(here.map((person) => ({ ...person, count: 1 }))),
    asOf: today,
    places: placesOf(laid.tree),
  }
}

/** New members of each of the last years. */
export function trendView(db: ReadDb, today: PlainDate, at: string | undefined): TrendView | null {
  const laid = laidFacts(db, { standings: false, members: false })
  const place = laid === null ? null : placeAt(laid, at)
  if (laid === null || place === null) return null
  const last = yearOf(today)
  const mine = admittedIn(laid, { from: '0000-00-00', to: today }, place)
  const typed = laid.facts.totals.filter(({ admitted }) => admitted !== null).map(({ year }) => year)
  const first = Math.min(last, ...typed, ...mine.map(({ day }) => yearOf(day)))
  const from = Math.max(first, last - TREND_YEARS + 1)
  const years = Array.from({ length: last - from + 1 }, (_, n) => from + n).map((year) => {
    const { to } = periodOf('year', year, 1)
    const asked = { year, upTo: to < today ? to : today, membersOn: `${year - 1}-12-31` }
    const { whole } = targetResult({ ...laid.facts, tree: laid.tree, admissions: laid.admissions }, asked, place)
    const { plan, admitted, ofMembers } = whole
    return { year, admitted: admitted.number, isTyped: admitted.isTyped, plan: plan.number, ofMembers }
  })
  return { years: trendOf(years, mine), places: placesOf(laid.tree) }
}

/** Places that a report can be asked of: the whole, its parts and theirs. */
export function placesOf({ whole }: Tree): readonly PlaceChoice[] {
  const choice = ({ id, name, kind }: Place): PlaceChoice => ({ id, name, kind })
  return [whole, ...whole.children.flatMap((part) => [part, ...part.children])].map(choice)
}

/** The place that is asked for; the whole where none is. */
export function placeAt({ tree }: Laid, at: string | undefined): Place | null {
  return at === undefined ? tree.whole : tree.place(at)
}

/** The day each office below was last read. */
function readUpTo(db: ReadDb, { whole }: Tree): readonly ReadUpTo[] {
  const live = new Set(loadPeers(db).flatMap(({ id, revoked }) => (revoked ? [] : [id])))
  return whole.children
    .filter(({ kind, id }) => kind === 'office' && live.has(id))
    .map(({ id, name }) => ({
      office: id,
      name,
      day:
        prepared<{ at: string }>(
          db,
          `SELECT at FROM bundles WHERE office = ? AND direction = 'in' ORDER BY number DESC LIMIT 1`,
        )
          .get(id)
          ?.at.slice(0, 10) ?? null,
    }))
}
