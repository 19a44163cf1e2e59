/**
 * The state of the paste page: the rows, what each column holds, how days, fonts and lost zeros are to be read, and which
 * rows are wanted. Everything shown follows from these by pure functions.
 */
import { useMemo, useState } from 'react'
import { dateDoubts, ORDINARY, type DateReading } from '../../../shared/paste/cells.ts'
import { DATE_COLUMNS, guessColumns, hasTitles, type PasteColumn } from '../../../shared/paste/columns.ts'
import { readRows, type PastedRow, type PasteUnit } from '../../../shared/paste/rows.ts'
import { fontGuess, fontInHtml, parseTable, type Table } from '../../../shared/paste/table.ts'
import type { LegacyFont } from '../../../shared/text/legacy-fonts.ts'

/** The most rows taken in at once. */
export const MOST_ROWS = 500

/** What a person has pasted and said about it. */
export type Pasted = {
  readonly table: Table
  readonly titled: boolean
  readonly columns: readonly PasteColumn[]
  readonly dates: Readonly<Record<number, DateReading>>
  /** The old font the clipboard names, or the text looks like; a question until it is answered. */
  readonly suspected: LegacyFont | null
  readonly font: LegacyFont | null
  readonly zeros: boolean
  readonly unit: string | null
}

/** A column of days about which something is to be asked. */
export type DateQuestion = {
  readonly place: number
  readonly title: string
  readonly reading: DateReading
  readonly doubts: ReturnType<typeof dateDoubts>
}

/** Begins with pasted text. @param html - the same rows with their formatting, where the clipboard has it */
export function begin(text: string, html: string): Pasted | null {
  const table = parseTable(text)
  if (table.length === 0) return null
  const titled = hasTitles(table)
  return {
    table,
    titled,
    columns: guessColumns(table, titled),
    dates: {},
    suspected: fontInHtml(html) ?? fontGuess(table),
    font: null,
    zeros: false,
    unit: null,
  }
}

/** The rows without their titles. */
export function bodyOf({ table, titled }: Pasted): Table {
  return titled ? table.slice(1) : table
}

/** The page's state. */
export function usePaste(units: readonly PasteUnit[]) {
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const [choices, setChoices] = useState<ReadonlyMap<number, boolean>>(new Map())
  const rows = useMemo<readonly PastedRow[]>(() => {
    if (pasted === null) return []
    const { columns, dates, font, zeros, unit } = pasted
    return readRows(bodyOf(pasted), { columns, dates, font, zeros, units, unit })
  }, [pasted, units])
  return {
    pasted,
    choices,
    rows,
    /** What the person said of a row; undefined where nothing was said. */
    choiceOf: (place: number) => choices.get(place),
    start: (next: Pasted | null, said: ReadonlyMap<number, boolean> = new Map()) => {
      setPasted(next)
      setChoices(said)
    },
    change: (change: Partial<Pasted>) => setPasted((held) => (held === null ? null : { ...held, ...change })),
    want: (place: number, isWanted: boolean) => setChoices((held) => new Map([...held, [place, isWanted]])),
  }
}

/** Columns of days with something to ask. */
export function dateQuestions(pasted: Pasted): readonly DateQuestion[] {
  return pasted.columns.flatMap((column, place): readonly DateQuestion[] => {
    if (!DATE_COLUMNS.has(column)) return []
    const cells = bodyOf(pasted).map((row) => row[place] ?? '')
    const doubts = dateDoubts(
      column === 'male' || column === 'female' ? cells.filter((cell) => /\d/u.test(cell)) : cells,
    )
    if (doubts.length === 0) return []
    const title = pasted.titled ? (pasted.table[0]?.[place] ?? '') : ''
    return [
      { place, title: title === '' ? `Cột ${place + 1}` : title, reading: pasted.dates[place] ?? ORDINARY, doubts },
    ]
  })
}

/** True if some identity number has lost its zeros. */
export function hasLostZeros(pasted: Pasted): boolean {
  return pasted.columns.some(
    (column, place) =>
      (column === 'identityNumber' || column === 'oldIdentityNumber') &&
      bodyOf(pasted).some((row) => /^(?:\d{8}|\d{10}|\d{11})$/u.test((row[place] ?? '').replace(/[\s.]/gu, ''))),
  )
}
