/**
 * Sets that are kept here are taken along with whatever else is taken in, each once, until nothing of them can be of any use.
 */
import type { SetOutcome } from '../../shared/contract/exchange.ts'
import type { Refusal, RefusalCode } from '../../shared/contract/refusals.ts'
import type { FoundSet } from '../bundle/find-sets.ts'
import type { Workplace } from '../office/workplace.ts'
import { dropKept } from './kept-sets.ts'
import type { ImportInput } from './read-anew.ts'

/** Refusals that pass. */
const WAITING: ReadonlySet<RefusalCode> = new Set([
  'B_VERSION',
  'B_GAP',
  'B_STICK_GONE',
  'B_FILE_HELD',
  'NOT_EXCHANGE_DEVICE',
])

/** A set that is to be taken in: where it lies. */
export type ToTake = { readonly set: FoundSet; readonly isKept: boolean; readonly isOnCarrier: boolean }

/** All that is to be taken in, each set once: of one that lies here and on the carrier, the copy here, which came whole. */
export function withKept(chosen: readonly FoundSet[], kept: readonly FoundSet[]): readonly ToTake[] {
  const keyOf = ({ lines }: FoundSet) => lines.map(({ sha256 }) => sha256).join()
  const left = new Map(kept.map((set) => [keyOf(set), set]))
  const onCarrier = chosen.map((set) => {
    const copy = left.get(keyOf(set))
    left.delete(keyOf(set))
    return { set: copy ?? set, isKept: copy !== undefined, isOnCarrier: true }
  })
  return [...[...left.values()].map((set) => ({ set, isKept: true, isOnCarrier: false })), ...onCarrier]
}

/** How a set is taken in: nobody has the stick of a kept one any more, and what it lacks is asked for. */
export function asAsked(input: ImportInput, { isOnCarrier }: ToTake): ImportInput {
  return isOnCarrier ? input : { ...input, withoutScans: true }
}

/**
 * Lets go of a kept set, or leaves it for the next time.
 * @returns what is said of it; null where it still waits for an update or a role, and nobody has asked for it
 */
export async function afterTaking(
  workplace: Workplace,
  input: ImportInput,
  { set, isKept, isOnCarrier }: ToTake,
  outcome: SetOutcome,
): Promise<SetOutcome | null> {
  if (!isKept) return outcome
  const reason = outcome.refusal
  if (reason === null || !isForLater(reason)) {
    await dropKept(workplace, set)
    return outcome
  }
  const isQuiet = reason.code === 'B_VERSION' || reason.code === 'NOT_EXCHANGE_DEVICE'
  return isQuiet && !isOnCarrier && input.folder !== undefined ? null : { ...outcome, kept: true }
}

/**
 * True where it does not lie in the set that it was not taken in: it waits for an update, for an earlier one, for our new
 * keys, until this computer speaks for the office, or for a disk that works, has room and is not held.
 */
function isForLater({ code, data }: Refusal): boolean {
  if (code === 'DEVICE_KEYS_OLD') return data.here
  return WAITING.has(code) || /^(SCAN_)?DISK_/.test(code)
}
