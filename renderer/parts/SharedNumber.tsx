/**
 * The box that is offered once an identity number was refused because somebody else has it: of two people one was mistyped,
 * and until it is known which, the right one is recorded all the same. It says so of that number only, and stays for it once
 * it was offered, whatever is typed elsewhere.
 */
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { fieldLabel } from '../../shared/words/vi.ts'

/** The box; not there where nothing was refused. @param value - the number that was compared, or '' */
export function SharedNumber({
  refusal,
  number,
  value,
  onChange,
}: {
  readonly refusal: Refusal | null
  readonly number: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const [offered, setOffered] = useState('')
  if (refusal?.code === 'IDENTITY_NUMBER_TAKEN' && offered !== number) setOffered(number)
  const isCompared = number !== '' && value === number
  if (!isCompared && (number === '' || offered !== number)) return null
  return (
    <Checkbox
      label={fieldLabel('sharesNumber')}
      checked={isCompared}
      onChange={(event) => onChange(event.currentTarget.checked ? number : '')}
    />
  )
}

/** What it adds to the input of a call. */
export function sharesInput(number: string, compared: string): { readonly sharesNumber?: true } {
  return number !== '' && number === compared ? { sharesNumber: true } : {}
}
