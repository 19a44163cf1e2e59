/**
 * The one place where a value's type is taken on trust: what our own store wrote and a schema has passed before, or what
 * a closed map says by construction. Everything from outside goes through a schema instead.
 */

/** The value as the type its writer gave it. */
export function trusted<T>(value: unknown): T {
  return value as T
}

/** Parses JSON that our own store holds. */
export function trustedJson<T>(text: string): T {
  return JSON.parse(text) as T
}
