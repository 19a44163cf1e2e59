/**
 * What the queue was looking for, kept while moving from dossier to dossier. Nothing of it outlives a lock.
 */
import { create } from 'zustand'
import type { Matter } from '../../../shared/model/acts.ts'
import type { ChecklistLine } from '../../../shared/rules/checklist.ts'
import type { MovingCase } from '../../../shared/contract/answers.ts'
import { fold } from '../../../shared/text/fold.ts'
import { onEvent } from '../../api.ts'

/**
 * Which dossiers are shown: those that wait for us, one stage of them, what the reviewing body concluded, those that wait
 * for the other side.
 */
export type Shown = 'todo' | 'fresh' | 'received' | 'agreed' | 'held' | 'returned'

/** Whose dossiers: 'all' = everybody's, 'nobody' = nobody's yet, or those of one user by id. */
type Whose = string

type ReviewState = {
  readonly shown: Shown
  readonly whose: Whose
  readonly text: string
  readonly show: (shown: Shown) => void
  readonly choose: (whose: Whose) => void
  readonly search: (text: string) => void
}

const START = { shown: 'todo', whose: 'all', text: '' } as const

/** The queue's state. */
export const useReview = create<ReviewState>((set) => ({
  ...START,
  show: (shown) => set({ shown }),
  choose: (whose) => set({ whose }),
  search: (text) => set({ text }),
}))

onEvent((event) => {
  if (event.event === 'locked') useReview.setState(START)
})

/** The dossiers that are shown, by the deadline of the decision. */
export function queueOf(
  rows: readonly MovingCase[],
  { shown, whose, text }: Pick<ReviewState, 'shown' | 'whose' | 'text'>,
) {
  const wanted = fold(text)
  return rows
    .filter((row) => isShown(row, shown) && isOf(row, whose))
    .filter((row) => fold(`${row.name} ${row.unitName ?? ''}`).includes(wanted))
    .toSorted((a, b) => compare(dueOf(a), dueOf(b)) || compare(a.name, b.name))
}

/** The limit of the decision, or the nearest there is. */
export function limitOf(row: MovingCase): MovingCase['limits'][number] | null {
  return (
    row.limits.find(({ id }) => id === (row.matter === 'recognition' ? 'recognitionDecision' : 'decision')) ??
    row.limits[0] ??
    null
  )
}

/** The checklist as a matter is reviewed by: the papers of recognition before those of the admission they follow. */
export function linesFor(matter: Matter, lines: readonly ChecklistLine[]): readonly ChecklistLine[] {
  if (matter !== 'recognition') return lines
  return [...lines.filter(({ phase }) => phase === 'c'), ...lines.filter(({ phase }) => phase !== 'c')]
}

/** Where a dossier of any matter lies: just come, taken in, given back. */
export function standingOf({ returned, receivedOn, submissions }: MovingCase): 'fresh' | 'received' | 'returned' {
  if (returned !== null) return 'returned'
  return submissions > 0 && receivedOn === null ? 'fresh' : 'received'
}

function isShown(row: MovingCase, shown: Shown): boolean {
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

function isOf({ reviewer }: MovingCase, whose: Whose): boolean {
  return whose === 'all' || (whose === 'nobody' ? reviewer === null : reviewer === whose)
}

function dueOf(row: MovingCase): string {
  return limitOf(row)?.due ?? '9999'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
