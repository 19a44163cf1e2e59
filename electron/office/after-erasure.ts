/**
 * What follows an erasure once it is recorded: the log of the store is emptied into the store, whose freed bytes are
 * overwritten, and the scans that only this person's papers named are removed, as are copies of the store as it was. Where
 * that is interrupted the next unlock does what is left.
 */
import { storeTrouble } from '../../db/open.ts'
import type { CommandAnswer } from '../../db/run-command.ts'
import { scansOf, unnamed } from '../../db/private/exchange.ts'
import { clearTraces, hasTraces } from '../../db/private/traces.ts'
import { checkpoint, read, write } from '../../db/transaction.ts'
import { isErasing } from '../../shared/commands/erasure.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { fail, type Result } from '../../shared/base/result.ts'
import { dropCopies } from './store-copies.ts'
import type { Workplace } from './workplace.ts'

/** Runs a command, and cleans up after it where it erases. */
export async function cleaningUp(
  workplace: Workplace,
  name: string,
  input: unknown,
  run: () => Result<CommandAnswer, Refusal>,
): Promise<Result<CommandAnswer, Refusal>> {
  const id = isErasing(name) && typeof input === 'object' && input !== null && 'case' in input ? input.case : null
  if (typeof id !== 'string') return run()
  // Removing would wait for a sweep, and meanwhile another command might name what was found unnamed.
  await workplace.scans.swept()
  if (isClosed(workplace)) return fail(refusal('LOCKED', {}))
  const scans = workplace.query((db) => scansOf(db, id))
  const answer = run()
  if (!answer.ok) return answer
  // What cannot be removed now is no longer named by anything; the sweep takes it.
  await workplace.scans.remove(workplace.query((db) => unnamed(db, scans)))
  await leaveNoTrace(workplace)
  return answer
}

type Place = Pick<Workplace, 'store' | 'disk' | 'paths'>

/** True once the office is locked: what was recorded stays recorded, and the next unlock does the rest. */
function isClosed({ store }: Pick<Workplace, 'store'>): boolean {
  return !store.sqlite.open
}

/** After people were erased, here or by what came in a set: their freed bytes are overwritten, and copies of the store go. */
export async function leaveNoTrace(place: Place): Promise<void> {
  if (isClosed(place)) return
  const isEmptied = checkpoint(place.store)
  const areGone = await dropCopies(place)
  if (isEmptied && areGone && !isClosed(place)) write(place.store, clearTraces)
}

/** At an unlock: does what an erasure could not do any more before the program or the computer stopped. */
export async function finishErasing(place: Place): Promise<void> {
  if (!read(place.store, hasTraces)) return
  try {
    await leaveNoTrace(place)
  } catch (error) {
    // On a full disk, say: whoever unlocks is let in, and the next unlock tries again.
    if (storeTrouble(error) === null) throw error
  }
}
