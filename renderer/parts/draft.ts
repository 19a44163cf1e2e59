/**
 * Drafts: what was typed and not recorded yet, kept in the encrypted store a moment after each change, so that neither a
 * crash nor a lock nor a closed dialog loses it. A draft is the user's own and stands outside the journal.
 */
import { useEffect, useRef, useState } from 'react'
import { trusted } from '../../shared/base/trust.ts'
import { ask, call } from '../api.ts'

/** How long after the last key a draft is kept. */
const PAUSE = 500

/** A form's draft. */
export type Draft = {
  readonly isRestored: boolean
  readonly drop: () => void
  /** Keeps at once what stands in the form. */
  readonly keep: () => void
}

/**
 * Keeps a form's values as a draft and finds an earlier one.
 * @param page - name of the draft; null keeps none
 * @param onFound - puts the values of an earlier draft into the form
 * @param unkept - fields that are left out of it
 */
export function useDraft<Values extends object>(
  page: string | null,
  initial: Values,
  values: Values,
  isDirty: boolean,
  onFound: (values: Values) => void,
  unkept: readonly string[] = [],
): Draft {
  const [isRestored, setRestored] = useState(false)
  const first = useRef({ initial, onFound, unkept })
  const typed = useRef(false)
  const pending = useRef<(() => void) | null>(null)

  useEffect(() => {
    typed.current = isDirty
  }, [isDirty])

  useEffect(() => {
    if (page === null) return undefined
    let isGone = false
    void ask('draft.read', { page })
      .then(({ value }) => {
        const found = value === null ? null : parsed(value, first.current.initial)
        if (isGone || typed.current || found === null) return
        setRestored(true)
        first.current.onFound(found)
      })
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [page])

  useEffect(() => {
    if (page === null || !isDirty) return undefined
    pending.current = () => {
      pending.current = null
      save(page, values, first.current.unkept)
    }
    // What was dropped meanwhile is not kept once more.
    const timer = setTimeout(() => pending.current?.(), PAUSE)
    return () => clearTimeout(timer)
  }, [page, values, isDirty])

  useEffect(() => () => pending.current?.(), [])

  return {
    isRestored,
    drop: () => {
      pending.current = null
      setRestored(false)
      if (page !== null) void call('draft.drop', { page }).catch(() => undefined)
    },
    keep: () => {
      if (page !== null) save(page, values, unkept)
    },
  }
}

function save(page: string, values: object, unkept: readonly string[]): void {
  const kept = Object.fromEntries(Object.entries(values).filter(([field]) => !unkept.includes(field)))
  void call('draft.save', { page, value: JSON.stringify(kept) }).catch(() => undefined)
}

/** The values of a draft that still fit the form: fields it does not know, or of another shape, are left out. */
function parsed<Values extends object>(text: string, initial: Values): Values | null {
  const read: unknown = JSON.parse(text)
  if (typeof read !== 'object' || read === null) return null
  return trusted<Values>(fitted(trusted<Fields>(initial), trusted<Fields>(read)))
}

type Fields = Readonly<Record<string, unknown>>

function fitted(known: Fields, read: Fields): Fields {
  const fitting = Object.entries(read).flatMap(([field, value]): [string, unknown][] => {
    const before = known[field]
    if (typeof before !== typeof value || Array.isArray(before) !== Array.isArray(value)) return []
    const isOpen = !isFields(before) || !isFields(value) || Object.keys(before).length === 0
    return [[field, isOpen ? value : fitted(before, value)]]
  })
  return { ...known, ...Object.fromEntries(fitting) }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
