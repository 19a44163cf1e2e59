/**
 * The limits of sets for tests that lower them, so that a few lines and scans reach them. A file takes this module hoisted,
 * puts `withLowLimits` in the place of the format, and goes back to `realLimits` after each test.
 */
import type { LIMITS } from '../../shared/bundle/format.ts'

/** The limits as the program under test reads them: a test sets them. */
export const limits = {} as { -readonly [Name in keyof typeof LIMITS]: number }

let real = {}

/** The module of the format with limits that can be lowered. */
export function withLowLimits<Format extends { readonly LIMITS: typeof LIMITS }>(format: Format): Format {
  real = format.LIMITS
  realLimits()
  return { ...format, LIMITS: limits }
}

/** The limits are the real ones again. */
export function realLimits(): void {
  Object.assign(limits, real)
}
