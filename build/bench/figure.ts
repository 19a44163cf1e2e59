/**
 * A figure of the bench has two halves: `measure` runs in a process of its own, so that its memory and CPU are its own
 * and a slow disk can be put under it; `figure` runs in the bench, starts such processes and makes lines of what they
 * found.
 */
import type { Line } from './report.ts'
import type { Stores } from './stores.ts'

/** Numbers a measurement found, by name. */
export type Found = Readonly<Record<string, number>>

/** What a measurement is told, as JSON. */
export type Arguments = Readonly<Record<string, string | number | boolean>>

/** What a figure may use. */
export type Bench = {
  /** The measurements run on a slow disk with half a CPU. */
  readonly old: boolean
  /** Asked for: large imports and large sets. */
  readonly full: boolean
  readonly stores: Stores
  /** A new folder, removed when the bench ends. */
  readonly folder: (name: string) => string
  /** Runs this figure's `measure` in a process of its own. */
  readonly measure: (input: Arguments) => Promise<Found>
}

/** One file of figures/. */
export type Figure = {
  readonly measure: (input: Arguments) => Promise<Found>
  readonly figure: (bench: Bench) => Promise<readonly Line[]>
}

/** A number a measurement must have found. */
export function numberOf(found: Found, name: string): number {
  const value = found[name]
  if (value === undefined) throw new Error(`nothing measured for ${name}`)
  return value
}

/** A text argument of a measurement. */
export function textOf(input: Arguments, name: string): string {
  const value = input[name]
  if (typeof value !== 'string') throw new Error(`no argument ${name}`)
  return value
}
