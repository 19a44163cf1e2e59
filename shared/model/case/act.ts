/**
 * An act as a case holds it: what was recorded, with the entry and office it came from.
 */
import type { Item } from '../../journal/item.ts'
import type { Origin } from '../snapshot.ts'

/** An act with the entry it was recorded in. `entry` may repeat: a taken-over case brings several acts in one entry. */
export type Act<T> = T & {
  readonly entry: string
  readonly office: string
  readonly origin: Origin
  readonly onPaper: boolean
}

/** The entry that sent a case by value, and the office that keeps it. */
export type Sender = Pick<Act<unknown>, 'entry' | 'office'>

/** What a case by value tells of, as acts of the office that sent it. @param values - none where it says nothing of them */
export function sentActs<T extends object>(values: readonly T[] | undefined, from: Sender): Act<T>[] {
  return (values ?? []).map((value) => ({ origin: 'recorded', ...value, ...from, onPaper: false }))
}

/**
 * The act an entry records.
 * @param takenOver - true for what a taken-over case brings from before the program was used
 */
export function act<T extends object>(
  payload: T & { onPaper?: boolean | undefined },
  item: Item,
  takenOver = false,
): Act<T> {
  return {
    ...payload,
    entry: item.entry.id,
    office: item.office,
    origin: takenOver ? 'takenOver' : 'recorded',
    onPaper: payload.onPaper === true,
  }
}
