/**
 * Private notes of our own office on a case.
 */
import { NotesBlock } from '../../parts/NotesBlock.tsx'
import type { Situation } from './situation.ts'

/** The block. */
export function Notes({ situation: { id, view } }: { readonly situation: Situation }) {
  return (
    <NotesBlock
      notes={view.notes}
      command="note.record"
      about={{ case: id }}
      draft={`ho-so/${id}/note`}
      placeholder="Điều cần nhớ về người này"
    />
  )
}
