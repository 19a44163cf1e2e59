/**
 * Running a command from inside the program: with today's rules and calendar, on behalf of the unlocked user.
 */
import type { Result } from '../../shared/base/result.ts'
import { createCalendar } from '../../shared/calendar/working-days.ts'
import type { AnyCommand } from '../../shared/commands/command.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { ruleSetOn } from '../../shared/rules/sets/index.ts'
import { runCommand, type CommandAnswer } from '../../db/run-command.ts'
import type { Workplace } from './workplace.ts'

/** The calendar of working days: shipped tables, until an office changes them. */
export const calendar = createCalendar()

/** The rule set in force on a day. */
export const rulesOn = ruleSetOn

/**
 * Runs a command.
 * @param scans - scans just put into the scan store, which the command may name
 */
export function runOwn(
  workplace: Workplace,
  command: AnyCommand,
  input: unknown,
  callId: string,
  scans: ReadonlySet<string> = new Set(),
): Result<CommandAnswer, Refusal> {
  return runCommand(workplace.store, command, input, callId, {
    recorder: workplace.recorder(),
    calendar,
    rulesOn,
    scanKnown: (sha256) => scans.has(sha256),
  })
}
