/**
 * What the home page keeps an eye on although no limit of the procedure runs.
 */
import type { OfficeFinding } from '../rules/assess-office.ts'

/** Somebody to look after although no limit of the procedure runs; `day` is what it is about. */
export type WatchRow = {
  readonly case: string
  readonly name: string
  readonly unitName: string | null
  readonly helper: string | null
  readonly day: string
}

/** People to look after: how many, and the first of them. `before`: the day by which a list is narrowed to them. */
export type Watched = { readonly count: number; readonly before: string; readonly rows: readonly WatchRow[] }

/** What our office as the one that proposes has to keep an eye on. */
export type Watch = {
  /** Class certificates that end soon or have ended; `day` is their last. */
  readonly certificates: Watched
  /** Probations that end soon or have ended; `day` is their end. */
  readonly probations: Watched
  /** Helpers of whom nothing was recorded for a quarter; `day` is when they were last heard of. */
  readonly silentHelpers: Watched
  /** Whose resolutions or decisions bear a number that is in doubt (C38), as far as they have been judged. */
  readonly numbers: { readonly count: number; readonly rows: readonly Pick<WatchRow, 'case' | 'name' | 'unitName'>[] }
  /** Branches whose list was not reviewed this month; `month`: of the last review. */
  readonly unreviewed: readonly { readonly unit: string; readonly name: string; readonly month: string | null }[]
}

/** What concerns many cases at once. `silent`: how many helpers are silent, of whom the first are among the findings. */
export type OfficeFindings = { readonly findings: readonly OfficeFinding[]; readonly silent: number }
