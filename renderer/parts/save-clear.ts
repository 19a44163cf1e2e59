/**
 * Saving a file in clear: the person names the file, the core writes it, and what is to be said about it afterwards.
 */
import { useState } from 'react'
import type { ClearFile } from '../../shared/contract/documents.ts'
import type { ChosenPath } from '../../shared/contract/shell.ts'
import { CLEAR_ANYWHERE, CLEAR_ON_REMOVABLE } from '../../shared/words/vi.ts'
import { call } from '../api.ts'
import { sentenceOf } from '../queries.ts'

/** What the job is given besides the file, or how to make it once the file is named. */
type ClearInput = { readonly [field: string]: unknown } | (() => Promise<{ readonly [field: string]: unknown }>)

/** A save under way, and what came of it. */
export type ClearSave = {
  readonly isSaving: boolean
  readonly saved: ClearFile | null
  readonly problem: string | null
  /** Asks for a file and has it written; nothing where the person cancels. `input` may be made once a file is named. */
  readonly save: (title: string, name: string, input: ClearInput) => Promise<void>
}

/** @param job - the name that writes the file to `to` */
export function useClearSave(
  job: 'document.make' | 'list.write' | 'report.write' | 'class.writeRoster' | 'print.save' | 'scan.read',
): ClearSave {
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
        if (path === null) return
        const given = typeof input === 'function' ? await input() : input
        setSaved(await call<ClearFile>(job, { ...given, to: path }))
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
