/**
 * Saving a file in clear: the person names the file, says yes to a drive that can be carried away, the core writes it, and
 * what is to be said about it afterwards.
 */
import { useState } from 'react'
import type { ClearFile } from '../../shared/contract/documents.ts'
import type { ChosenFile } from '../../shared/contract/shell.ts'
import { saveInClear, type ClearAnswer, type ClearQuestion } from '../../shared/documents/save-in-clear.ts'
import { CLEAR_ANYWHERE, CLEAR_ON_REMOVABLE } from '../../shared/words/vi.ts'
import { call } from '../api.ts'
import { sentenceOf } from '../sentences.ts'
import { keepReason } from './last-reasons.ts'

/** What the job is given besides the file, or how to make it once the file is named. */
type ClearInput = Given | (() => Promise<Given>)

type Given = { readonly why: string; readonly [field: string]: unknown }

/** A save under way, and what came of it. */
export type ClearSave = {
  readonly isSaving: boolean
  /** What the person is asked before anything is written, and how to answer. */
  readonly question: (ClearQuestion & { readonly answer: (said: ClearAnswer) => void }) | null
  readonly saved: ClearFile | null
  readonly problem: string | null
  /**
   * Asks for a file and has it written; nothing where the person cancels. `input` may be made once a file is named.
   * @returns whether it was written
   */
  readonly save: (title: string, name: string, input: ClearInput) => Promise<boolean>
}

/** Folders a person has agreed to since the window was opened. */
const agreed = new Set<string>()

/** @param job - the name that writes the file to `to` */
export function useClearSave(
  job: 'document.make' | 'list.write' | 'report.write' | 'class.writeRoster' | 'print.save' | 'scan.read',
): ClearSave {
  const [isSaving, setSaving] = useState(false)
  const [question, setQuestion] = useState<ClearSave['question']>(null)
  const [saved, setSaved] = useState<ClearFile | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  return {
    isSaving,
    question,
    saved,
    problem,
    save: async (title, name, input) => {
      setSaving(true)
      setProblem(null)
      setSaved(null)
      try {
        const file = await saveInClear({
          agreed,
          choose: async () => {
            const { path, carried } = await call<ChosenFile>('shell.saveAs', { title, name })
            return path === null ? null : { path, carried }
          },
          ask: async (asked) => {
            const said = await new Promise<ClearAnswer>((answer) => setQuestion({ ...asked, answer }))
            setQuestion(null)
            return said
          },
          write: async (path) => {
            const given = typeof input === 'function' ? await input() : input
            const written = await call<ClearFile>(job, { ...given, to: path })
            void keepReason(given.why)
            return written
          },
        })
        setSaved(file)
        return file !== null
      } catch (error) {
        setProblem(sentenceOf(error))
        return false
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
