/**
 * The queue of dossiers that wait for our office, narrowed as its page narrows it: the page and its list on paper are one.
 */
import { compareText } from '../base/compare.ts'
import { z } from 'zod'
import type { Matter } from '../model/acts.ts'
import { fold } from '../text/fold.ts'
import type { MovingCase } from './answers.ts'

/**
 * Which dossiers are shown: those that wait for us, one stage of them, what the reviewing body concluded, those that wait
 * for the other side.
 */
export const QueueShown = z.enum(['todo', 'fresh', 'received', 'agreed', 'held', 'returned'])
export type QueueShown = z.infer<typeof QueueShown>

/** What the queue is narrowed to. `whose`: 'all' = everybody's, 'nobody' = nobody's yet, or those of one user by id. */
export const QueueFilter = z.strictObject({
  shown: QueueShown,
  whose: z.string().max(64),
  text: z.string().max(200),
})
export type QueueFilter = z.infer<typeof QueueFilter>

/** The dossiers that are shown, by the deadline of the decision. */
export function queueOf<T extends MovingCase>(rows: readonly T[], { shown, whose, text }: QueueFilter): readonly T[] {
  const wanted = fold(text)
  return rows
    .filter((row) => isShown(row, shown) && isOf(row, whose))
    .filter((row) => fold(`${row.name} ${row.unitName ?? ''}`).includes(wanted))
    .toSorted((a, b) => compareText(dueOf(a), dueOf(b)) || compareText(a.name, b.name))
}

/** The limit of the decision on a matter, by its id. */
export function decisionLimitOf(matter: Matter): 'decision' | 'recognitionDecision' {
  return matter === 'recognition' ? 'recognitionDecision' : 'decision'
}

/** The limit of the decision, or the nearest there is. */
export function limitOf(row: MovingCase): MovingCase['limits'][number] | null {
  return row.limits.find(({ id }) => id === decisionLimitOf(row.matter)) ?? row.limits[0] ?? null
}

/** Where a dossier of any matter lies: just come, taken in, given back. */
export function standingOf({ returned, receivedOn, submissions }: MovingCase): 'fresh' | 'received' | 'returned' {
  if (returned !== null) return 'returned'
  return submissions > 0 && receivedOn === null ? 'fresh' : 'received'
}

function isShown(row: MovingCase, shown: QueueShown): boolean {
  const standing = standingOf(row)
  switch (shown) {
    case 'todo':
      return standing !== 'returned'
    case 'agreed':
      return row.review === 'agree'
    case 'held':
      return row.review === 'hold' || row.review === 'askOpinion'
    case 'fresh':
    case 'received':
    case 'returned':
      return standing === shown
  }
}

function isOf({ reviewer }: MovingCase, whose: string): boolean {
  return whose === 'all' || (whose === 'nobody' ? reviewer === null : reviewer === whose)
}

function dueOf(row: MovingCase): string {
  return limitOf(row)?.due ?? '9999'
}
