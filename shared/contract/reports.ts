/**
 * What the port is asked about targets and reports, and what it answers. The reports themselves are those of
 * shared/reports; here is what stands around them.
 */
import { z } from 'zod'
import { Day, line } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import type { Period } from '../calendar/period.ts'
import { PeriodInput } from '../model/period.ts'
import { TargetYear } from '../model/target-acts.ts'
import type { TargetRevision } from '../model/target.ts'
import { DIMENSIONS } from '../reports/breakdown.ts'
import { IDLE_CLASSES, type Coverage } from '../reports/coverage.ts'
import type { Figure, FigureChange } from '../reports/figures.ts'
import type { Forecast } from '../reports/forecast.ts'
import { LINES, type AdmittingBranch, type LineCode, type Report } from '../reports/report.ts'
import type { Ratio } from '../reports/ratio.ts'
import type { Sources } from '../reports/sources.ts'
import { PIPELINE_STEPS, SOURCE_COLUMNS, type AgeingRow } from '../reports/standing.ts'
import type { TargetResult, TargetRow } from '../reports/targets.ts'
import { TREND_SHARES, type TrendYear } from '../reports/trend.ts'
import { Stage } from '../model/codes.ts'

/** A place of the house: an office or a unit. */
const PlaceId = z.string().min(1).max(60)

/** A report of a period. `at`: of one office or unit; `membersOn`: the day whose members the shares are of. */
export const ReportInput = z.strictObject({ period: PeriodInput, at: PlaceId.optional(), membersOn: Day.optional() })

/** What somebody who is being followed is meant by. */
const WhoInput = z.strictObject({
  step: z.enum([...PIPELINE_STEPS, 'any']).optional(),
  stage: Stage.optional(),
  bucket: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  column: z.enum(SOURCE_COLUMNS).optional(),
  source: line(40).optional(),
  by: line(300).optional(),
  sector: line(40).optional(),
  introduced: z.boolean().optional(),
})

const part = PlaceId.optional()

/** What a number is of. */
const NumberInput = z.union([
  z.strictObject({
    line: z.enum(LINES),
    dimension: z.enum(DIMENSIONS).optional(),
    value: line(120).optional(),
    sector: line(40).optional(),
    part,
  }),
  z.strictObject({ returnedFor: line(60), part }),
  z.strictObject({ late: z.enum(['ceremony', 'recognition']), part }),
  z.strictObject({ who: WhoInput, part }),
  z.strictObject({ share: z.enum(TREND_SHARES), part }),
])

/** The people behind a number. */
export const ReportPeopleInput = z.strictObject({ period: PeriodInput, at: PlaceId.optional(), of: NumberInput })

/** The branches behind a number of branches: all there are, or those that admitted somebody in the period. */
export const ReportBranchesInput = z.strictObject({
  period: PeriodInput,
  at: PlaceId.optional(),
  admitting: z.boolean(),
  residential: z.boolean().optional(),
  /** Branches as coverage counts them at the end of the period: of one class, or all there are. */
  covered: z.enum([...IDLE_CLASSES, 'all']).optional(),
})

/** Targets of a year. */
export const TargetsInput = z.strictObject({ year: TargetYear, at: PlaceId.optional(), membersOn: Day.optional() })

/** Coverage now, of one part. */
export const PartInput = z.strictObject({ at: PlaceId.optional() })

/** What was typed of a year, of a place and of those below it. */
export const TypedInput = z.strictObject({ year: TargetYear, at: PlaceId.optional() })

/** A number of a year before the program: nobody stands behind it by name, but somebody has typed it. */
export type TypedRow = {
  readonly id: string
  readonly name: string
  readonly admitted: number
  readonly officeName: string
  readonly actor: string
  /** When it was typed. */
  readonly at: string
}

/** What a list of branches or of targets is of: a place, a year, a class of coverage, a sector or an area. */
export const PlacesInput = z.strictObject({
  at: PlaceId.optional(),
  year: TargetYear.optional(),
  membersOn: Day.optional(),
  idle: z.enum(IDLE_CLASSES).optional(),
  sector: line(40).optional(),
  area: line(40).optional(),
})
export type PlacesAsked = z.infer<typeof PlacesInput>

/**
 * Introductions, with the admissions of a period. `introduced`: only of people introduced in it; `sector`: only of branches
 * of one sector.
 */
export const SourcesInput = z.strictObject({
  period: PeriodInput,
  at: PlaceId.optional(),
  introduced: z.boolean().optional(),
  sector: line(40).optional(),
})

/** A report that was sent. */
export const SentInput = z.strictObject({ report: Uuid })

/** How far an office below had been read when a figure was computed. */
export type ReadUpTo = { readonly office: string; readonly name: string; readonly day: string | null }

/** Places a person may look at: the whole, its parts. */
export type PlaceChoice = { readonly id: string; readonly name: string; readonly kind: 'whole' | 'office' | 'unit' }

/** A report as a page shows it. */
export type ReportView = {
  readonly report: Report
  readonly places: readonly PlaceChoice[]
  /** 'Số liệu đến ...': the last bundle of each office below. */
  readonly read: readonly ReadUpTo[]
}

/** Somebody behind a figure. */
export type ReportPerson = {
  readonly case: string
  readonly name: string
  readonly birth: string | null
  readonly unitName: string | null
  readonly stage: Stage
  readonly decisionNumber: string | null
  readonly decidedOn: string | null
}

/** The people behind a figure; the first 200 of them. `cases`: all, for a list, at most 2000. */
export type ReportPeople = {
  readonly total: number
  readonly rows: readonly ReportPerson[]
  readonly cases: readonly string[]
}

/** A part of the house in a year with what it may come to. */
export type PlaceTarget = TargetRow & {
  readonly forecast: Forecast
  /** People on its list for each place still to be filled; null where nothing is left to fill. */
  readonly sourcePerPlace: Ratio
  readonly history: readonly TargetRevision[]
  /** Our office sets this target: the unit is ours, or the office is below us. */
  readonly maySet: 'unit' | 'office' | 'self' | null
}

/** Targets of a year. */
export type TargetsView = {
  readonly year: number
  readonly today: string
  readonly membersOn: string
  /** What is aimed at each year by the rules of that year, in percent of all members; null where nothing is laid down. */
  readonly aim: { readonly least: number; readonly most: number; readonly article: string } | null
  readonly whole: PlaceTarget
  readonly parts: readonly PlaceTarget[]
  readonly branches: readonly PlaceTarget[]
  readonly places: readonly PlaceChoice[]
}

/** Introductions and ageing. */
export type SourcesView = Sources & {
  readonly ageing: readonly AgeingRow[]
  readonly asOf: string
  readonly places: readonly PlaceChoice[]
}

/** The branches behind a number; the first 200 of them, those with the most new members first. */
export type ReportBranches = { readonly total: number; readonly rows: readonly AdmittingBranch[] }

/** Branches without a new member. */
export type CoverageView = Coverage & { readonly places: readonly PlaceChoice[] }

/** New members over the years. */
export type TrendView = { readonly years: readonly TrendYear[]; readonly places: readonly PlaceChoice[] }

/** A report that was sent, by us or to us. */
export type SentReportRow = {
  readonly report: string
  readonly office: string
  readonly officeName: string
  readonly own: boolean
  readonly at: string
  readonly actor: string
  readonly period: Period
  readonly asOf: string
  readonly note: string | null
  readonly admitted: number
  readonly replaced: boolean
}

/** Why a figure is another one than was sent: a person came in, fell out, or is told otherwise. */
export type FigureCause = {
  readonly line: LineCode
  readonly case: string
  readonly name: string
  readonly change: 'added' | 'removed' | 'changed'
  /** What was recorded of the case since. */
  readonly kinds: readonly string[]
}

/** A sent report held against the record. */
export type SentReportView = SentReportRow & {
  readonly membersOn: string
  readonly figures: readonly Figure[]
  /** What free text among the figures is called here, by code; a code without one nobody here has. */
  readonly labels: Readonly<Record<string, string>>
  /** Where the record here, at the same cut-off, says something else. */
  readonly differs: readonly FigureChange[]
  /** What is another number now. */
  readonly since: readonly FigureChange[]
  /** The people behind it; null for whoever may not see dossiers. */
  readonly causes: readonly FigureCause[] | null
  /** Lines between the two offices that lie beyond the cut-off, by kind. */
  readonly beyond: readonly { readonly kind: string; readonly count: number }[]
}

/** How the year stands, for the home page. */
export type YearOutlook = {
  readonly year: number
  readonly whole: TargetRow
  readonly forecast: Forecast
  /** Admissions of each quarter so far. */
  readonly quarters: readonly number[]
  /** Parts that are behind, the worst first; at most five. */
  readonly behind: readonly {
    readonly id: string
    readonly name: string
    readonly admitted: number
    readonly plan: number
  }[]
  readonly parts: TargetResult['parts']['length']
}
