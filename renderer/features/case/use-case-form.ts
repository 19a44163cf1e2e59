/**
 * What the forms of a case page have in common: the draft is named after the case and the form, and what was recorded is
 * announced with its undo.
 */
import { announce } from '../../parts/announce.tsx'
import { useRecording, type Recorded, type Recording } from '../../parts/recording.ts'

/** What a command may answer besides. `alsoUsedBy`: who has the same certificate number. */
type Answer = { readonly alsoUsedBy?: string }

type Options<Values extends object> = {
  readonly command: string
  readonly initial: Values
  readonly toInput: (values: Values) => Readonly<Record<string, unknown>>
  /** Said once it is recorded. */
  readonly done: string | ((values: Values, answer: Recorded & Answer) => string)
  /** The form's part of the draft's name. */
  readonly draft: string
  readonly check?: (values: Values) => Readonly<Record<string, string>>
  /** False for kinds that are never taken back. */
  readonly hasUndo?: boolean
}

/** A form of a case page. */
export function useCaseForm<Values extends object>(
  id: string,
  onClose: () => void,
  options: Options<Values>,
): Recording<Values> {
  const { command, initial, toInput, done, draft, check, hasUndo = true } = options
  return useRecording<Values, Recorded & Answer>({
    command,
    initial,
    toInput: (values) => ({ case: id, ...toInput(values) }),
    draft: `ho-so/${id}/${draft}`,
    ...(check === undefined ? {} : { check }),
    onDone: (answer, values) => {
      announce(typeof done === 'string' ? done : done(values, answer), hasUndo ? answer.entries[0] : undefined)
      onClose()
    },
  })
}
