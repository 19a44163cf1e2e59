/**
 * The letters that Windows keeps for floppy drives. A stick may have one of them; but a floppy drive without a disk in it
 * answers after seconds, or never, and a list that is looked at every few seconds must not wait for that.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Disk } from './disk.ts'

/** The roots of these letters. */
export const SLOW_LETTERS: readonly string[] = ['A:\\', 'B:\\']

/** How long a list waits for one of them, in milliseconds: a stick answers in a few. */
const PATIENCE = 300

/** Resolves when nobody waits any longer. */
export type Patience = () => Promise<unknown>

/** The patience of a list of drives. */
export const patience: Patience = () => wait(PATIENCE, undefined, { ref: false })

/** Letters whose look has not ended, by disk. */
const running = new WeakMap<Disk, Set<string>>()

/**
 * Looks at a letter, but not longer than somebody waits. A look that goes on is not begun a second time: it holds one of the
 * few threads that files are read with.
 * @param look - must not fail
 * @returns what it found, or undefined where it has not ended in time
 */
export async function lookInTime<Found>(
  disk: Disk,
  letter: string,
  look: () => Promise<Found | undefined>,
  tooLong: Patience,
): Promise<Found | undefined> {
  const looks = running.get(disk) ?? new Set<string>()
  running.set(disk, looks)
  if (looks.has(letter)) return undefined
  looks.add(letter)
  const found = look().finally(() => looks.delete(letter))
  return Promise.race([found, tooLong().then(() => undefined)])
}
