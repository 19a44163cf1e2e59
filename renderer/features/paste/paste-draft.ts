/**
 * The draft of the paste page: the rows as they were pasted and everything a person has said about them, so that a lock, a
 * crash or another page in between loses neither. What follows from these is worked out again.
 */
import type { DateReading } from '../../../shared/paste/cells.ts'
import type { PasteColumn } from '../../../shared/paste/columns.ts'
import type { LegacyFont } from '../../../shared/text/legacy-fonts.ts'
import { begin, type Pasted } from './use-paste.ts'

/** Under this name it is kept. */
export const PASTE_DRAFT = 'nhap-bang'

/** What is kept. Nothing chosen is ''; rows that were answered for by hand stand in `wanted` and `unwanted`. */
export type PasteDraft = {
  readonly text: string
  readonly titled: boolean
  readonly columns: readonly PasteColumn[]
  readonly dates: Readonly<Record<number, DateReading>>
  readonly suspected: LegacyFont | ''
  readonly font: LegacyFont | ''
  readonly zeros: boolean
  readonly unit: string
  readonly wanted: readonly number[]
  readonly unwanted: readonly number[]
}

/** Nothing pasted. */
export const NO_PASTE: PasteDraft = {
  text: '',
  titled: false,
  columns: [],
  dates: {},
  suspected: '',
  font: '',
  zeros: false,
  unit: '',
  wanted: [],
  unwanted: [],
}

/** Characters of pasted text that are kept at most: a draft in the store is bounded, and escapes may double them. */
const LONGEST = 90_000

/** True where the rows are too many to be kept. */
export function isTooLong(text: string): boolean {
  return text.length > LONGEST
}

/** What is kept of the page. @param choices - what was said of single rows */
export function toDraft(text: string, pasted: Pasted | null, choices: ReadonlyMap<number, boolean>): PasteDraft {
  if (pasted === null) return { ...NO_PASTE, text }
  const { titled, columns, dates, suspected, font, zeros, unit } = pasted
  const chosen = (wanted: boolean) => [...choices].flatMap(([place, is]) => (is === wanted ? [place] : []))
  return {
    text,
    titled,
    columns,
    dates,
    suspected: suspected ?? '',
    font: font ?? '',
    zeros,
    unit: unit ?? '',
    wanted: chosen(true),
    unwanted: chosen(false),
  }
}

/** The page as it was kept. Columns that do not fit the rows any more are guessed anew. */
export function fromDraft(draft: PasteDraft): {
  readonly pasted: Pasted | null
  readonly choices: ReadonlyMap<number, boolean>
} {
  const fresh = begin(draft.text, '')
  if (fresh === null) return { pasted: null, choices: new Map() }
  const fits = draft.columns.length === fresh.columns.length
  return {
    pasted: {
      table: fresh.table,
      titled: draft.titled,
      columns: fits ? draft.columns : fresh.columns,
      dates: draft.dates,
      suspected: draft.suspected === '' ? fresh.suspected : draft.suspected,
      font: draft.font === '' ? null : draft.font,
      zeros: draft.zeros,
      unit: draft.unit === '' ? null : draft.unit,
    },
    choices: new Map([
      ...draft.wanted.map((place) => [place, true] as const),
      ...draft.unwanted.map((place) => [place, false] as const),
    ]),
  }
}
