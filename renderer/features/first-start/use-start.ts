/**
 * The state of the first start: values of all steps, the step shown, what is wrong, and founding the office. It lives only
 * in memory: there is no store yet that could keep a draft, and a passphrase never goes into one.
 */
import { useEffect, useRef, useState, type RefObject } from 'react'
import { call, Refused } from '../../api.ts'
import { sentenceOf } from '../../sentences.ts'
import { refusedFields, startInput, type StartErrors, type StartValues } from './start-values.ts'

/** A first start under way. */
export type Start = {
  readonly form: RefObject<HTMLFormElement | null>
  readonly step: number
  readonly values: StartValues
  readonly errors: StartErrors
  /** Why the office could not be founded. */
  readonly problem: string | null
  readonly isBusy: boolean
  /** The recovery sheet, once the office is founded. */
  readonly sheet: readonly string[] | null
  readonly patch: (change: Partial<StartValues>) => void
  readonly next: (check: (values: StartValues) => StartErrors) => void
  readonly goBackTo: (step: number) => void
  readonly found: () => Promise<void>
  /** Drops passphrase and sheet from memory. */
  readonly forget: () => void
  /** Properties of a text field. */
  readonly bind: (name: Exclude<keyof StartValues, 'capacities'>) => {
    readonly 'data-path': string
    readonly value: string
    readonly error: string | undefined
    readonly onChange: (value: string) => void
  }
}

/** Begins a first start. */
export function useStart(initial: StartValues): Start {
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(initial)
  const [step, setStep] = useState(0)
  const [errors, setErrors] = useState<StartErrors>({})
  const [wrongs, setWrongs] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [sheet, setSheet] = useState<readonly string[] | null>(null)

  useEffect(() => {
    if (wrongs > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [wrongs])

  const refuse = (found: StartErrors) => {
    setErrors(found)
    setWrongs((count) => count + 1)
  }
  const patch = (change: Partial<StartValues>) => {
    setValues((held) => ({ ...held, ...change }))
    setErrors((held) => Object.fromEntries(Object.entries(held).filter(([name]) => !(name in change))))
  }
  const found = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const founded = await call<{ sheet: readonly string[] }>('office.setUp', startInput(values))
      setSheet(founded.sheet)
      setStep(3)
    } catch (error) {
      const fields = error instanceof Refused ? refusedFields(error.refusal) : null
      setProblem(sentenceOf(error))
      if (fields !== null) {
        setStep(fields.step)
        refuse(fields.errors)
      }
    } finally {
      setBusy(false)
    }
  }
  return {
    form,
    step,
    values,
    errors,
    problem,
    isBusy,
    sheet,
    patch,
    next: (check) => {
      const wrong = check(values)
      // A date that cannot be read is known to its field alone.
      const isUnread = [...(form.current?.elements ?? [])].some(
        (field) => field instanceof HTMLInputElement && field.validity.customError,
      )
      setProblem(null)
      if (Object.keys(wrong).length > 0 || isUnread) refuse(wrong)
      else {
        setErrors({})
        setStep(step + 1)
      }
    },
    goBackTo: (earlier) => {
      setProblem(null)
      setStep(earlier)
    },
    found,
    forget: () => {
      setSheet(null)
      setValues({ ...values, passphrase: '', again: '' })
    },
    bind: (name) => ({
      'data-path': name,
      value: values[name],
      error: errors[name],
      onChange: (value) => patch({ [name]: value }),
    }),
  }
}
