/**
 * A skipped test is a hole in the net, so it must say aloud why. The only form the architecture test lets through is
 * `test.skipIf(skipLoudly(condition, reason))`.
 */

/** Hands `condition` on, and writes the reason to stderr where it holds. */
export function skipLoudly(condition: boolean, reason: string): boolean {
  if (condition) process.stderr.write(`SKIPPED: ${reason}\n`)
  return condition
}
