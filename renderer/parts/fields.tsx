/**
 * Fields as Vietnamese people type: no masks, nothing rewritten while typing; text is brought to NFC and dates are read
 * when the field is left.
 */
import { TextInput, type TextareaProps, type TextInputProps } from '@mantine/core'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { parseVietnameseDate, showDate } from '../../shared/text/dates.ts'
import { DATE_PROBLEMS, upper } from '../../shared/words/vi.ts'
import { GrowingArea } from './GrowingArea.tsx'

type Text = Omit<TextInputProps, 'value' | 'onChange'> & {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A line of text. */
export function TextField({ value, onChange, ...props }: Text) {
  return (
    <TextInput
      {...props}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const tidy = event.currentTarget.value.normalize('NFC').trim()
        if (tidy !== value) onChange(tidy)
        props.onBlur?.(event)
      }}
    />
  )
}

/** A text of several lines. */
export function AreaField({
  value,
  onChange,
  ...props
}: Omit<TextareaProps, 'value' | 'onChange'> & {
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <GrowingArea
      maxRows={8}
      {...props}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const tidy = event.currentTarget.value.normalize('NFC').trim()
        if (tidy !== value) onChange(tidy)
      }}
    />
  )
}

/** A number of people or papers: digits only, said when the field is left; nothing is rewritten while typing. */
export function CountField({ value, onChange, error, ...props }: Text) {
  const input = useRef<HTMLInputElement>(null)
  const isWrong = value.trim() !== '' && !/^\d{1,7}$/.test(value.trim())
  const problem = isWrong ? 'Chỉ ghi chữ số' : ''
  useLayoutEffect(() => input.current?.setCustomValidity(problem), [problem])
  return (
    <TextInput
      {...props}
      ref={input}
      inputMode="numeric"
      value={value}
      error={error ?? (problem === '' ? undefined : problem)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/**
 * A date typed in any usual shape. What cannot be read makes the field invalid, so that no form goes on without it.
 * @param value - ISO day (or month, or year where `partial`), or '' while it cannot be read
 */
export function DateField({
  value,
  onChange,
  partial = false,
  error,
  ...props
}: Text & { readonly partial?: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useLayoutEffect(() => input.current?.setCustomValidity(problem ?? ''), [problem])
  const shown = typed ?? (value === '' ? '' : showDate(value))
  const leave = () => {
    if (typed === null) return
    if (typed.trim() === '') {
      setTyped(null)
      setProblem(null)
      onChange('')
      return
    }
    const read = parseVietnameseDate(typed)
    if (!read.ok) {
      setProblem(upper(DATE_PROBLEMS[read.error]))
      return
    }
    if (!partial && read.value.length !== 10) {
      setProblem('Cần đủ ngày, tháng, năm')
      return
    }
    setProblem(null)
    setTyped(null)
    onChange(read.value)
  }
  return (
    <TextInput
      {...props}
      ref={input}
      placeholder={props.placeholder ?? (partial ? 'ngày/tháng/năm, hoặc năm' : 'ngày/tháng/năm')}
      value={shown}
      error={problem ?? error}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        setProblem(null)
      }}
      onBlur={leave}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave()
      }}
    />
  )
}
