/**
 * What a list is made of: columns, each with the cell it has of a row. Identity numbers, religion and relatives are columns
 * of their own that stay out unless they were chosen for this file.
 */
import type { ListColumnId } from '../../words/list-columns.ts'
import { labelOf } from '../../words/labels.ts'
import { saidElsewhere } from '../../words/clear-files.ts'
import { guardedIn, type Guarded } from '../guarded.ts'

/** A value of a cell; days are YYYY-MM-DD or a part of it. */
export type Cell = string | number | null

/** A column: what its cells are and how wide it is, in characters. */
export type ListColumn = {
  readonly id: string
  readonly title: string
  /** 'share': per cent with one digit after the comma. */
  readonly type: 'text' | 'day' | 'number' | 'share'
  readonly width: number
}

/** A column as it is defined. */
export type Definition<Row> = readonly [
  id: ListColumnId,
  type: ListColumn['type'],
  width: number,
  value: (row: Row) => Cell,
  onlyWith?: Guarded,
]

/** Columns of lists, by the name of the list. */
export type DefinitionsOf<Rows extends { readonly [name: string]: readonly unknown[] }> = {
  readonly [Name in keyof Rows]: readonly Definition<Rows[Name][number]>[]
}

/** The name of a code, or nothing. */
export function label(labels: Readonly<Record<string, string>>, code: string | null): string | null {
  return code === null ? null : labelOf(labels, code)
}

/** Several remarks in one cell, or nothing. */
export function joined(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null)
  return said.length === 0 ? null : said.join('; ')
}

/**
 * What a person typed about somebody, for a list in clear; a sentence in its place where it says an identity number, religion
 * or a relative, which no choice of the list lets out.
 * @param relatives - names of those declared in the CV
 */
export function typedText(text: string | null, relatives: readonly string[]): string | null {
  if (text === null) return null
  const guarded = guardedIn(text, relatives)
  return guarded.length === 0 ? text : saidElsewhere(guarded)
}
