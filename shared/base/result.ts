/**
 * Expected outcomes are values, not exceptions: a command either succeeds with a value or is refused for a reason a
 * person can read. Throwing is for broken invariants only, and stops the job.
 */

/** A successful outcome or an expected refusal; survives structured clone and JSON. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

/** Wraps a value as success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** Wraps an expected failure. */
export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}

/** Makes a switch over a union exhaustive: does not compile while a member is unhandled. */
export function assertNever(value: never, what: string): never {
  throw new Error(`unhandled ${what}: ${JSON.stringify(value)}`)
}
