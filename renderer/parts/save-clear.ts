/**
 * Saving a file in clear: the person names the file, the core writes it, and what is to be said about it afterwards.
 */
import { useState } from 'react'
import type { ClearFile } from '../../shared/contract/documents.ts'
import type { ChosenPath } from '../../shared/contract/shell.ts'
import { CLEAR_ANYWHERE, CLEAR_ON_REMOVABLE } from '../../shared/words/vi.ts'
import { call } from '../api.ts'
import { sentenceOf } from '../queries.ts'

/** A save under way, and what came of it. */
export type ClearSave = {
  readonly isSaving: boolean
  readonly saved: ClearFile | null
  readonly problem: string | null
  /** Asks for a file and has it written; nothing where the person cancels. */
  readonly save: (title: string, name: string, input: object) => Promise<void>
}

/** @param job - 'document.make' or 'list.write' */
export function useClearSave(job: 'document.make' | 'list.write'): ClearSave {
  const [isSaving, setSaving] = useState(false)
  const [saved, setSaved] = useState<ClearFile | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  return {
    isSaving,
    saved,
    problem,
    save: async (title, name, input) => {
      setSaving(true)
      setProblem(null)
      setSaved(null)
      try {
        const { path } = await call<ChosenPath>('shell.saveAs', { title, name })
        if (path !== null) setSaved(await call<ClearFile>(job, { ...input, to: path }))
      } catch (error) {
        setProblem(sentenceOf(error))
      } finally {
        setSaving(false)
      }
    },
  }
}

/** What is said of a file in clear. */
export function clearSentence({ carried }: ClearFile): string {
  return carried === 'yes' ? CLEAR_ON_REMOVABLE : CLEAR_ANYWHERE
}
