/**
 * Sets that are kept here are taken along with whatever else is taken in, each once, until nothing of them can be of any use.
 */
import { labelHash } from '../../shared/bundle/label.ts'
import type { SetOutcome } from '../../shared/contract/exchange.ts'
import type { Refusal, RefusalCode } from '../../shared/contract/refusals.ts'
import type { FoundSet } from '../bundle/find-sets.ts'
import type { Workplace } from '../office/workplace.ts'
import { dropKept } from './kept-sets.ts'
import type { ImportInput, Receiving } from './read-anew.ts'
import { takeSet, type TakeControl } from './take-set.ts'

/** Refusals that pass. */
const WAITING: ReadonlySet<RefusalCode> = new Set([
  'B_VERSION',
  'B_GAP',
  'B_STICK_GONE',
  'B_FILE_HELD',
  'NOT_EXCHANGE_DEVICE',
])

/** Refusals of a copy that cannot be read to its end, where another copy may be whole: for good, or for now. */
const BAD: ReadonlySet<RefusalCode | undefined> = new Set(['B_DAMAGED', 'B_PART_MISSING'] as const)
const UNREADABLE: ReadonlySet<RefusalCode | undefined> = new Set([...BAD, 'B_FILE_HELD', 'B_STICK_GONE'] as const)

/** A set that is to be taken in: the copy that is read first, and the one on the carrier. */
export type ToTake = { readonly set: FoundSet; readonly isKept: boolean; readonly carried: FoundSet | null }

/** All that is to be taken in, each set once: of one that lies here and on the carrier, the copy here, which came whole. */
export function withKept(chosen: readonly FoundSet[], kept: readonly FoundSet[]): readonly ToTake[] {
  const left = new Map(kept.map((set) => [labelHash(set.lines), set]))
  const onCarrier = chosen.map((set) => {
    const label = labelHash(set.lines)
    const copy = left.get(label)
    left.delete(label)
    return { set: copy ?? set, isKept: copy !== undefined, carried: set }
  })
  return [...[...left.values()].map((set) => ({ set, isKept: true, carried: null })), ...onCarrier]
}

/**
 * Takes a set in: nobody has the stick of a kept one any more, and what it lacks is asked for. Where the copy kept here
 * cannot be read, the one on the carrier is taken; one that has gone bad is let go of, so that a good one can be kept.
 * @param dry - it is only looked at: nothing is taken in, nor let go of
 * @returns what became of it, and what it was taken from
 */
export async function takeEither(
  workplace: Receiving,
  input: ImportInput,
  each: ToTake,
  control: TakeControl,
  dry: boolean,
): Promise<readonly [SetOutcome, ToTake]> {
  const { set, isKept, carried } = each
  if (carried === null) return [await takeSet(workplace, { ...input, withoutScans: true }, set, control, dry), each]
  const outcome = await takeSet(workplace, input, set, control, dry)
  if (!isKept || !UNREADABLE.has(outcome.refusal?.code)) return [outcome, each]
  const isBad = BAD.has(outcome.refusal?.code)
  if (isBad && !dry) await dropKept(workplace, set)
  const other = await takeSet(workplace, input, carried, control, dry)
  if (isBad) return [other, { set: carried, isKept: false, carried }]
  // What is wrong with the copy on the carrier says nothing of the one here.
  return [UNREADABLE.has(other.refusal?.code) ? outcome : other, each]
}

/**
 * Lets go of a kept set, or leaves it for the next time.
 * @returns what is said of it; null where it still waits for an update or a role, and nobody has asked for it
 */
export async function afterTaking(
  workplace: Workplace,
  input: ImportInput,
  { set, isKept, carried }: ToTake,
  outcome: SetOutcome,
): Promise<SetOutcome | null> {
  if (!isKept) return outcome
  const reason = outcome.refusal
  if (reason === null || !isForLater(reason)) {
    await dropKept(workplace, set)
    return outcome
  }
  const isQuiet = reason.code === 'B_VERSION' || reason.code === 'NOT_EXCHANGE_DEVICE'
  return isQuiet && carried === null && input.folder !== undefined ? null : { ...outcome, kept: true }
}

/**
 * True where it does not lie in the set that it was not taken in: it waits for an update, for an earlier one, for our new
 * keys, until this computer speaks for the office, or for a disk that works, has room and is not held.
 */
function isForLater({ code, data }: Refusal): boolean {
  if (code === 'DEVICE_KEYS_OLD') return data.here
  return WAITING.has(code) || /^(SCAN_)?DISK_/.test(code)
}
