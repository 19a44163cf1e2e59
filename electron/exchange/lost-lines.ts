/**
 * Lines of our own that an old backup went on without and that nobody can prove: an administrator says, at the computer that
 * speaks with other offices, that they are lost for good.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { LostGivenUp } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { giveUp } from '../../db/give-up.ts'
import { write } from '../../db/transaction.ts'
import { newId } from '../new-id.ts'
import type { Workplace } from '../office/workplace.ts'
import { notTheExchangeDevice } from './role.ts'

/** Records that all lines of ours which are missing now are lost. */
export function giveUpLost(
  workplace: Workplace,
  { reason }: { readonly reason: string },
  callId: string,
): Result<LostGivenUp, Refusal> {
  const other = notTheExchangeDevice(workplace)
  if (other !== null) return fail(other)
  const recorder = workplace.recorder()
  const given = write(workplace.store, (db) => giveUp(db, recorder, { callId, passing: newId() }, reason))
  return given === null ? fail(refusal('NO_LINES_LOST', {})) : ok(given)
}
