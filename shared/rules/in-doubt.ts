/**
 * Findings while the date of the computer is in doubt. Those that another day would give just the same stand; the others
 * are provisional and at most warn, since nobody may be stopped by a wrong clock.
 */
import { addDays } from '../calendar/plain-date.ts'
import type { AssessContext } from './context.ts'
import type { Finding } from './finding.ts'

/** How far another day may be from the computer's, in days: further than any limit of the procedure. */
const FAR = 36_525

/**
 * Marks the findings that depend on a day in doubt.
 * @param findings - as of the computer's day
 * @param judge - the findings of the same case as of another day
 */
export function whileInDoubt(
  findings: readonly Finding[],
  context: AssessContext,
  judge: (context: AssessContext) => readonly Finding[],
): readonly Finding[] {
  const others = [-FAR, FAR].map((days) =>
    keysOf(judge({ ...context, today: addDays(context.today, days), inDoubt: false })),
  )
  return findings.map((found) => {
    if (others.every((keys) => keys.has(keyOf(found)))) return found
    return { ...found, severity: found.severity === 'block' ? 'warn' : found.severity, provisional: true }
  })
}

function keysOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(keyOf))
}

function keyOf({ id, severity }: Finding): string {
  return `${severity} ${id}`
}
