/** Values of a rule set as they are written in this folder: with their article, seen by somebody or not. */
import type { Sourced } from '../rule-set.ts'

/** A value whose article a page prints or quotes (reference/procedure.md). */
export function seen<T>(value: T, article: string): Sourced<T> {
  return { value, article, confirmed: true }
}

/** A value from memory or by inference: a default that an office may correct. */
export function unseen<T>(value: T, article: string): Sourced<T> {
  return { value, article, confirmed: false }
}
