/**
 * How many were admitted in a year, and who; of a total typed from before the program, who typed it.
 */
import { periodOf } from '../../../shared/calendar/period.ts'
import type { NumberOf } from '../../../shared/reports/behind.ts'
import { FigureButton } from './FigureButton.tsx'
import { TypedButton } from './TypedButton.tsx'

/**
 * The figure.
 * @param at - the place whose people are counted; left out for the whole
 * @param typedAt - the place whose total was typed, where that is another one
 */
export function AdmittedFigure({
  number,
  isTyped,
  name,
  year,
  of,
  at,
  typedAt = at,
  fz,
}: {
  readonly number: number
  readonly isTyped: boolean
  readonly name: string
  readonly year: number
  readonly of: NumberOf
  readonly at?: string | undefined
  readonly typedAt?: string
  readonly fz?: number | undefined
}) {
  return isTyped ? (
    <TypedButton number={number} name={name} year={year} at={typedAt} fz={fz} />
  ) : (
    <FigureButton number={number} name={name} period={periodOf('year', year, 1)} at={at} of={of} fz={fz} />
  )
}
