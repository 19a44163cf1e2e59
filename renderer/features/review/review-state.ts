/**
 * What the queue was looking for, kept while moving from dossier to dossier. Nothing of it outlives a lock.
 */
import { create } from 'zustand'
import type { Matter } from '../../../shared/model/acts.ts'
import type { ChecklistLine } from '../../../shared/rules/checklist.ts'
import type { QueueShown } from '../../../shared/contract/review-queue.ts'
import { onEvent } from '../../api.ts'

type ReviewState = {
  readonly shown: QueueShown
  readonly whose: string
  readonly text: string
  readonly show: (shown: QueueShown) => void
  readonly choose: (whose: string) => void
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

/** The checklist as a matter is reviewed by: the papers of recognition before those of the admission they follow. */
export function linesFor(matter: Matter, lines: readonly ChecklistLine[]): readonly ChecklistLine[] {
  if (matter !== 'recognition') return lines
  return [...lines.filter(({ phase }) => phase === 'c'), ...lines.filter(({ phase }) => phase !== 'c')]
}
