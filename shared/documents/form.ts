/**
 * Asking for facts while a document is composed. Every fact has one value, from the first that knows it: what the person
 * has typed, the record of the case, the body's last document, a proposal. What nobody knows is listed as missing, and
 * then no document is made: a blank is never printed.
 */
import { isPartialDate } from '../calendar/partial-date.ts'
import { BODY_FACTS, type DocumentInput, type FactCode, type MissingCode } from './codes.ts'
import type { Material } from './material.ts'
import type { DocumentModel } from './model.ts'
import { fullNumber, nextNumber, numberWarnings, type DocumentType, type NumberWarning } from './number.ts'

/** Where a value comes from. */
export type FactOrigin = 'typed' | 'recorded' | 'remembered' | 'proposed' | 'none'

/** A fact as the page shows it. */
export type Field = {
  readonly code: FactCode
  readonly value: string
  readonly from: FactOrigin
  readonly needed: boolean
}

/** A document, or what it lacks; in either case what was used and what to doubt. */
export type Composed = {
  readonly document: DocumentModel | null
  readonly missing: readonly MissingCode[]
  readonly fields: readonly Field[]
  readonly warnings: readonly NumberWarning[]
  /** The number the document bears, and the one proposed; null where its kind bears none. */
  readonly number: string | null
  readonly nextNumber: string | null
  readonly date: string
}

/** What a fact may be taken from. */
export type Sources = { readonly recorded?: string | null | undefined; readonly proposed?: string | null | undefined }

/** The form that a composer fills. */
export type Form = {
  /** A fact the document cannot do without; '' while it is missing. */
  readonly need: (code: FactCode, sources?: Sources) => string
  /** A fact that is told where it is known; else ''. */
  readonly may: (code: FactCode, sources?: Sources) => string
  /** Day as a fact: anything but a date counts as missing. */
  readonly needDate: (code: FactCode, sources?: Sources) => string
  /** Something that must be recorded first. */
  readonly lack: (code: MissingCode) => void
  /** 'Số 12-NQ/CB'. @param recorded - the number under which the act stands in the record */
  readonly number: (type: DocumentType, symbol: string, recorded: string | undefined) => string
  /** The day of the document. @param recorded - the day it bears in the record */
  readonly date: (recorded: string | undefined) => string
  /** Ends the composing: the document if nothing is missing. */
  readonly close: (document: () => DocumentModel) => Composed
}

/** Opens the form for a document. */
export function openForm(input: DocumentInput, material: Material): Form {
  const fields = new Map<FactCode, Field>()
  const missing = new Set<MissingCode>()
  let number: string | null = null
  let next: string | null = null
  let day = input.date ?? material.today
  let warnings: readonly NumberWarning[] = []

  const fact = (code: FactCode, { recorded, proposed }: Sources, needed: boolean): Field => {
    const known = fields.get(code)
    if (known !== undefined) return known
    const remembered = BODY_FACTS.has(code) ? material.remembered[code] : undefined
    const candidates: readonly (readonly [FactOrigin, string | null | undefined])[] = [
      ['typed', input.facts?.[code]],
      ['recorded', recorded],
      ['remembered', remembered],
      ['proposed', proposed],
    ]
    const [from, value] = candidates.find(([, text]) => text !== undefined && text !== null) ?? ['none', '']
    const field: Field = { code, value: clean(value ?? ''), from, needed }
    fields.set(code, field)
    return field
  }
  const need = (code: FactCode, sources: Sources = {}): string => {
    const { value } = fact(code, sources, true)
    if (value === '') missing.add(code)
    return value
  }

  return {
    need,
    may: (code, sources = {}) => fact(code, sources, false).value,
    needDate: (code, sources = {}) => {
      const value = need(code, sources)
      if (value === '' || isPartialDate(value)) return value
      missing.add(code)
      return ''
    },
    lack: (code) => void missing.add(code),
    date: (recorded) => {
      day = input.date ?? recorded ?? material.today
      return day
    },
    number: (type, symbol, recorded) => {
      next = nextNumber(material.used, type, symbol)
      if (input.numberLater === true) return `Số         ${next.slice(next.indexOf('-'))}`
      const typed = input.number ?? recorded
      if (typed === undefined) {
        missing.add('number')
        return ''
      }
      number = fullNumber(typed.trim().replace(/^số\s+/iu, ''), next)
      warnings = numberWarnings(
        number,
        day,
        material.used,
        material.cases.map(({ state }) => state.id),
      )
      return `Số ${number}`
    },
    close: (document) => ({
      document: missing.size === 0 ? document() : null,
      missing: [...missing],
      fields: [...fields.values()],
      warnings,
      number,
      nextNumber: next,
      date: day,
    }),
  }
}

/** What a person typed or pasted: NFC, no spaces around the lines, and never a row of dots left from a printed form. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .split('\n')
    .map((line) =>
      line
        .replace(/[.…_]{3,}/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .join('\n')
    .trim()
}
