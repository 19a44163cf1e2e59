/**
 * Reading old entries: a payload written under an older version is brought to the newest by pure steps that are kept for
 * ever. The journal keeps the exact bytes; only reading changes.
 */
import type { z } from 'zod'
import type { Entry } from './entry.ts'
import { isKind, kindRow } from './kinds.ts'
import type { KindRow } from './kinds/row.ts'

/** A version that is no longer written: its schema, and the step to the next version. */
export type OlderVersion = { readonly payload: z.ZodType; readonly up: (payload: unknown) => unknown }

/** What upcasting needs of a row: its newest version and the older ones, oldest first. */
export type Versions = Pick<KindRow, 'v' | 'payload' | 'older'>

/** The schema of a version, or null where the row knows none of that number. */
export function schemaOf(row: Versions, v: number): z.ZodType | null {
  return v === row.v ? row.payload : (row.older?.[v - 1]?.payload ?? null)
}

/** A payload of version `v` as the newest version has it. @throws Error for a version the row does not know */
export function upcastPayload(row: Versions, v: number, payload: unknown): unknown {
  let current = payload
  for (let version = v; version < row.v; version++) {
    const step = row.older?.[version - 1]
    if (step === undefined) throw new Error(`no step from version ${version}`)
    current = step.up(current)
  }
  return current
}

/** An entry as today's code reads it. */
export function upcast(entry: Entry): Entry {
  if (!isKind(entry.kind)) return entry
  const row = kindRow(entry.kind)
  return entry.v >= row.v ? entry : { ...entry, v: row.v, payload: upcastPayload(row, entry.v, entry.payload) }
}
