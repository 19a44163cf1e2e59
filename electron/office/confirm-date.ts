/**
 * A person says what day it is: an entry with who and when, then the office's clock goes by it.
 */
import { ok, type Result } from '../../shared/base/result.ts'
import { recordDate } from '../../shared/commands/index.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { markDoubt } from '../../db/private/seen-date.ts'
import { runCommand } from '../../db/run-command.ts'
import { write } from '../../db/transaction.ts'
import { BUILT_ON } from '../version.ts'
import type { Workplace } from './workplace.ts'

/**
 * Confirms or corrects today's date. The entry itself bears the time by the day that was said, so that it stands after
 * the entries of an earlier, right clock.
 * @param today - the day it is, YYYY-MM-DD
 */
export function confirmDate(
  workplace: Workplace,
  today: string,
  callId: string,
): Result<{ readonly today: string }, Refusal> {
  const { clock, store } = workplace
  const input = { today, clock: clock.computer(), built: BUILT_ON }
  const done = runCommand(store, recordDate, input, callId, {
    recorder: { ...workplace.recorder(), ...clock.ifToday(today) },
    scanKnown: () => false,
  })
  if (!done.ok) return done
  if (!done.value.repeated) {
    clock.correct(today)
    clock.remember()
    write(store, (db) => markDoubt(db, false))
  }
  return ok({ today: clock.today() })
}
