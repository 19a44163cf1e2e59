/**
 * What was typed for a document and not written yet: a draft for each kind and subject, until the file is written or the
 * draft thrown away.
 */
import { useState } from 'react'
import { FactCode, type DocumentKind, type Facts } from '../../shared/documents/codes.ts'
import type { DocumentSubject } from './DocumentDialog.tsx'
import { useDraft } from './draft.ts'

/** What is typed. `own`: what was put otherwise than it is proposed; nothing of it where nobody has. */
export type DocumentTyped = {
  readonly own: { readonly number?: string; readonly date?: string }
  readonly isLater: boolean
  readonly facts: Facts
  /** Cases besides the one it is about. */
  readonly together: readonly string[]
}

const NOTHING: DocumentTyped = { own: {}, isLater: false, facts: {}, together: [] }

/** What is typed, kept as a draft. */
export function useDocumentTyped(kind: DocumentKind, subject: DocumentSubject) {
  const [typed, setTyped] = useState(NOTHING)
  const [isDirty, setDirty] = useState(false)
  const draft = useDraft(`van-ban/${kind}/${placeOf(subject)}`, NOTHING, typed, isDirty, (found) => {
    setTyped({ ...found, facts: known(found.facts) })
    setDirty(true)
  })
  const settle = () => {
    draft.drop()
    setDirty(false)
  }
  return {
    typed,
    patch: (change: (held: DocumentTyped) => Partial<DocumentTyped>) => {
      setTyped((held) => ({ ...held, ...change(held) }))
      setDirty(true)
    },
    isRestored: draft.isRestored,
    /** The file is written. */
    settle,
    /** Throws away what was typed. */
    drop: () => {
      settle()
      setTyped(NOTHING)
    },
  }
}

/** The part of a draft's name that says what the document is about. */
function placeOf(subject: DocumentSubject): string {
  if ('period' in subject) return `${subject.period.kind}.${subject.period.from}.${subject.period.to}`
  if ('bundle' in subject) return subject.bundle
  if ('class' in subject) return subject.class
  if ('meeting' in subject) return subject.meeting
  return 'case' in subject ? subject.case : 'don-vi'
}

/** Another build may have known other facts. */
function known(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([code]) => FactCode.safeParse(code).success))
}
