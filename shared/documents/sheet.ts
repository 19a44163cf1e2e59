/**
 * A spreadsheet as data, before any library: sheets of typed columns with lines above and below them. Reports, rosters and
 * lists are all made from this; what comes back from one is rows of text (electron/documents/read-xlsx).
 */

/** A value of a cell; days are YYYY-MM-DD or a part of it. */
export type SheetCell = string | number | null

/** A column. `width` in characters; `fill`: left for somebody else to write in, with the answers to choose from. */
export type SheetColumn = {
  readonly title: string
  readonly type: 'text' | 'day' | 'number' | 'share'
  readonly width: number
  readonly center?: boolean
  readonly fill?: boolean
  readonly choices?: readonly string[]
}

/** A line over the whole width: the office, the title, a remark. */
export type SheetLine = { readonly text: string; readonly style: 'plain' | 'title' | 'subtitle' | 'note' }

/** One sheet. `totals`: rows set in bold under the others. */
export type Sheet = {
  readonly name: string
  readonly above: readonly SheetLine[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  readonly totals?: readonly (readonly SheetCell[])[]
  readonly below?: readonly SheetLine[]
}

/** A whole file. */
export type SheetBook = { readonly office: string; readonly sheets: readonly Sheet[] }
