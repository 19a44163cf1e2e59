/**
 * Running a command from inside the program: on behalf of the unlocked user.
 */
import type { Result } from '../../shared/base/result.ts'
import type { AnyCommand } from '../../shared/commands/command.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { runCommandIn, type CommandAnswer } from '../../db/run-command.ts'
import { write, type WriteDb } from '../../db/transaction.ts'
import type { Workplace } from './workplace.ts'

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
  return write(workplace.store, (db) => runOwnIn(db, workplace, command, input, callId, scans))
}

/** The same inside a transaction. */
export function runOwnIn(
  db: WriteDb,
  workplace: Workplace,
  command: AnyCommand,
  input: unknown,
  callId: string,
  scans: ReadonlySet<string> = new Set(),
): Result<CommandAnswer, Refusal> {
  return runCommandIn(db, command, input, callId, {
    recorder: workplace.recorder(),
    scanKnown: (sha256) => scans.has(sha256),
  })
}
