/**
 * The one way a form records something: values, what is wrong with them, the draft that survives a crash, the call whose
 * id stays the same for a retry, and the focus on the first wrong field. Nothing is lost by a refusal.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { problemText, upper } from '../../shared/words/vi.ts'
import { call, Refused, newId } from '../api.ts'
import { sentenceOf } from '../sentences.ts'
import { useDraft } from './draft.ts'

/** What every command answers besides its own value. */
export type Recorded = { readonly entries: readonly string[]; readonly repeated: boolean; readonly case?: string }

/** A form being filled in. */
export type Recording<Values extends object> = {
  readonly form: RefObject<HTMLFormElement | null>
  readonly values: Values
  readonly patch: (change: Partial<Values>) => void
  /** What is wrong with a field, by the path the port names it. */
  readonly errors: Readonly<Record<string, string>>
  readonly problem: string | null
  readonly refusal: Refusal | null
  readonly isBusy: boolean
  readonly isDirty: boolean
  /** True where a draft was found and put into the form. */
  readonly isRestored: boolean
  /** True where what was typed is kept until it is recorded. */
  readonly keepsDraft: boolean
  readonly submit: () => Promise<void>
  /**
   * Something was typed, even if its field has not given it out yet. What was said of it goes now and not when the field
   * is left: otherwise a button moves away from under the mouse that is pressing it.
   */
  readonly touch: (path: string | undefined) => void
  readonly dropDraft: () => void
  /** Takes away what was said of fields that a form keeps under other names. */
  readonly clear: (paths: readonly string[]) => void
  /** Begins anew with other values. */
  readonly reset: (values: Values) => void
  /** Properties of a text field. */
  readonly bind: (path: keyof Values & string) => Bound
  /** Properties of a list to choose from. */
  readonly bindChoice: (path: keyof Values & string) => BoundChoice
  /** Properties of a tick box. */
  readonly bindTick: (path: keyof Values & string) => BoundTick
}

/** Properties of a text field. */
export type Bound = {
  readonly 'data-path': string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** Properties of a list to choose from. */
export type BoundChoice = Omit<Bound, 'value' | 'onChange'> & {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** Properties of a tick box. */
export type BoundTick = {
  readonly 'data-path': string
  readonly checked: boolean
  readonly onChange: (event: { readonly currentTarget: { readonly checked: boolean } }) => void
}

/** What a form records and how. */
export type RecordingOptions<Values extends object, Answer> = {
  /** Name of the command. */
  readonly command: string | ((values: Values) => string)
  readonly initial: Values
  readonly toInput: (values: Values) => unknown
  readonly onDone: (answer: Answer, values: Values) => void
  /** How it is called, where that is no plain call: as a job that shows how far it is. */
  readonly send?: (input: unknown, id: string) => Promise<Answer>
  /** Page of the draft; null keeps none, and the test of drafts says why. */
  readonly draft: string | null
  /** Fields that no draft keeps: a passphrase, digits that are to be heard anew. */
  readonly unkept?: readonly (keyof Values & string)[]
  /** Nothing that is open stays so once it is recorded: the draft has to go before, and comes back where it was refused. */
  readonly endsSession?: boolean
  /** Problems only this form can see, by path. */
  readonly check?: (values: Values) => Readonly<Record<string, string>>
}

/** Runs a form that records something. */
export function useRecording<Values extends object, Answer = Recorded>(
  options: RecordingOptions<Values, Answer>,
): Recording<Values> {
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(options.initial)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const [isDirty, setDirty] = useState(false)
  const [wrongs, setWrongs] = useState(0)
  const isRunning = useRef(false)
  const attempt = useRef({ id: '', input: '' })
  const { endsSession = false } = options
  const draft = useDraft(
    options.draft,
    options.initial,
    values,
    isDirty,
    (found) => {
      setValues(found)
      setDirty(true)
    },
    options.unkept,
  )

  useEffect(() => {
    if (wrongs > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [wrongs])

  // The same at every drawing, so that a long list beside the fields need not be drawn anew for each letter in them.
  const patch = useCallback((change: Partial<Values>) => {
    setValues((held) => ({ ...held, ...change }))
    setDirty(true)
    setErrors((held) => without(held, Object.keys(change)))
  }, [])
  const refuse = (found: Readonly<Record<string, string>>) => {
    setErrors(found)
    setWrongs((count) => count + 1)
  }
  const submit = async () => {
    if (isRunning.current) return
    setFailure(null)
    const found = { ...problemsIn(form.current), ...options.check?.(values) }
    if (Object.keys(found).length > 0) {
      refuse(found)
      return
    }
    setErrors({})
    const input = options.toInput(values)
    const command = typeof options.command === 'string' ? options.command : options.command(values)
    const text = JSON.stringify([command, input])
    if (attempt.current.input !== text) attempt.current = { id: newId(), input: text }
    isRunning.current = true
    setBusy(true)
    if (endsSession) draft.drop()
    try {
      const { id } = attempt.current
      const answer = await (options.send === undefined ? call<Answer>(command, input, id) : options.send(input, id))
      if (!endsSession) draft.drop()
      setDirty(false)
      options.onDone(answer, values)
    } catch (error) {
      if (endsSession) draft.keep()
      setFailure(error)
      refuse(error instanceof Refused ? fieldErrors(error.refusal) : {})
    } finally {
      isRunning.current = false
      setBusy(false)
    }
  }
  const reset = (fresh: Values) => {
    draft.drop()
    setValues(fresh)
    setErrors({})
    setFailure(null)
    setDirty(false)
  }
  return {
    form,
    values,
    patch,
    errors,
    problem: failure === null ? null : sentenceOf(failure),
    refusal: failure instanceof Refused ? failure.refusal : null,
    isBusy,
    isDirty,
    isRestored: draft.isRestored,
    keepsDraft: options.draft !== null,
    submit,
    touch: (path) => {
      setDirty(true)
      setFailure(null)
      if (path !== undefined) setErrors((held) => without(held, [path]))
    },
    dropDraft: () => reset(options.initial),
    reset,
    clear: (paths) => setErrors((held) => without(held, paths)),
    bind: (path) => ({
      'data-path': path,
      value: textOf(values[path]),
      onChange: (value) => patch(change<Values>(path, value)),
      error: errors[path],
    }),
    bindChoice: (path) => ({
      'data-path': path,
      value: textOf(values[path]) === '' ? null : textOf(values[path]),
      onChange: (value) => patch(change<Values>(path, value ?? '')),
      error: errors[path],
    }),
    bindTick: (path) => ({
      'data-path': path,
      checked: values[path] === true,
      onChange: (event) => patch(change<Values>(path, event.currentTarget.checked)),
    }),
  }
}

/** What a refusal says of single fields. */
export function fieldErrors(refusal: Refusal): Readonly<Record<string, string>> {
  if (refusal.code === 'INVALID_INPUT')
    return Object.fromEntries(refusal.data.problems.map(({ path, problem }) => [path, upper(problemText(problem))]))
  if (refusal.code === 'LOGIN_TAKEN' || refusal.code === 'VAULT_LOGIN_TAKEN') return { login: 'Đã có người dùng' }
  if (refusal.code === 'CARD_DIGITS_DIFFER') return { digits: 'Chưa khớp với phiếu' }
  if (refusal.code === 'NUMBER_TAKEN') return { number: `Đã dùng cho ${refusal.data.name}` }
  if (refusal.code === 'REASON_NEEDED' || refusal.code === 'TARGET_BELOW_RESULT') return { reason: 'Cần ghi lý do' }
  if (refusal.code === 'IDENTITY_NUMBER_TAKEN')
    return {
      'profile.identityNumber': `Đã ghi cho ${refusal.data.name}`,
      'change.set.identityNumber': `Đã ghi cho ${refusal.data.name}`,
      identityNumber: `Đã ghi cho ${refusal.data.name}`,
    }
  return {}
}

/** What the fields themselves find wrong: nothing where something must stand, a date that cannot be read. */
function problemsIn(form: HTMLFormElement | null): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const field of form?.elements ?? []) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue
    const path = field.dataset['path']
    if (path === undefined || field.validity.valid) continue
    found[path] = field.validity.valueMissing ? 'Chưa nhập' : field.validationMessage
  }
  return found
}

function change<Values extends object>(path: keyof Values & string, value: unknown): Partial<Values> {
  const made: Partial<Values> = {}
  Object.assign(made, { [path]: value })
  return made
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function without(errors: Readonly<Record<string, string>>, paths: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(errors).filter(([path]) => !paths.includes(path)))
}
