/**
 * What the port is asked about follow-up, and what it answers: models, examples, directives, conferences and publicity,
 * inspections, the year's ratings and measures.
 */
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import { ExampleKind, FollowYear, ModelArea } from '../model/follow/facts.ts'
import type { ConferenceKind, DirectiveKind, PublicityChannel } from '../model/follow/facts.ts'
import type { InspectionState, MeasureState, RatingState } from '../model/follow/inspection-state.ts'
import type { ActivityState, DirectiveState, ExampleState, ModelState } from '../model/follow/models-state.ts'
import type { Proposal, YearResult } from '../reports/emulation.ts'

/** Models, narrowed to where they work. */
export const ModelFilter = z.strictObject({ area: ModelArea.optional() })
export type ModelFilter = z.infer<typeof ModelFilter>

/** Examples; `tellable`: only those that may be told outside. */
export const ExampleFilter = z.strictObject({ kind: ExampleKind.optional(), tellable: z.boolean().optional() })
export type ExampleFilter = z.infer<typeof ExampleFilter>

/** Things of a year. */
export const YearFilter = z.strictObject({ year: FollowYear.optional() })
export type YearFilter = z.infer<typeof YearFilter>

/** One inspection. */
export const InspectionInput = z.strictObject({ inspection: Uuid })

/** The year's ratings, measures and suggestions. */
export const EmulationInput = z.strictObject({ year: FollowYear })

/** What is known of one unit, for its page. */
export const UnitFollowInput = z.strictObject({ unit: Uuid })

/** Whose it is. */
export type Whose = { readonly own: boolean; readonly officeName: string }

/** A list and what our office may do with it. */
export type FollowList<Row> = {
  readonly today: string
  /** Our office decides, so that what it issues goes to everybody. */
  readonly decides: boolean
  /** An office stands above that receives what we register. */
  readonly hasSuperior: boolean
  /** The first of them, at most 200. */
  readonly rows: readonly Row[]
  readonly total: number
}

/** A model. */
export type ModelRow = ModelState & Whose

/** An example. */
export type ExampleRow = ExampleState & Whose & { readonly tellable: boolean }

/** Somebody who has read a directive. */
export type ReadBy = {
  readonly name: string
  readonly on: string
  readonly by: string | null
  readonly onPaper: boolean
}

/** A directive with its receipts. */
export type DirectiveRow = DirectiveState &
  Whose & {
    readonly inForce: boolean
    /** Our office has read it; null where there is nothing to confirm. */
    readonly read: string | null
    readonly mustRead: boolean
    readonly receipts: readonly ReadBy[]
    /** Offices and units on paper below us that have not confirmed it. */
    readonly missing: readonly { readonly id: string; readonly name: string; readonly isUnit: boolean }[]
    readonly conferences: number
    readonly attended: number
  }

/** A directive in force, as reports cite it. */
export type CitedDirective = {
  readonly id: string
  readonly kind: DirectiveKind
  readonly number: string | null
  readonly date: string
  readonly issuer: string
  readonly title: string
}

/** A conference or publicity. */
export type ActivityRow = ActivityState & Whose

/** Conferences and publicity of a year, counted. */
export type ActivityList = FollowList<ActivityRow> & {
  readonly year: number
  readonly conferences: readonly { readonly kind: ConferenceKind; readonly count: number; readonly attended: number }[]
  readonly publicity: readonly {
    readonly channel: PublicityChannel
    readonly items: number
    readonly reached: number
  }[]
}

/** An inspection. `received`: of us, by the office above. */
export type InspectionRow = InspectionState &
  Whose & {
    readonly received: boolean
    readonly due: string | null
    readonly overdue: number
    /** Findings whose mending waits to be looked at. */
    readonly reported: number
    /** Our office says what was mended. */
    readonly mayMend: boolean
  }

/** The year in ratings, commendations, corrections. */
export type EmulationView = {
  readonly year: number
  readonly today: string
  /** The levels as set; null where the office takes those offered. */
  readonly levels: readonly string[] | null
  readonly isOver: boolean
  readonly results: readonly YearResult[]
  readonly ratings: readonly (RatingState & Whose)[]
  readonly measures: readonly (MeasureState & Whose)[]
  readonly proposals: readonly Proposal[]
}

/** What is known of a unit. */
export type UnitFollow = {
  readonly models: readonly ModelRow[]
  readonly inspections: readonly InspectionRow[]
  readonly ratings: readonly (RatingState & Whose)[]
  readonly measures: readonly (MeasureState & Whose)[]
}
