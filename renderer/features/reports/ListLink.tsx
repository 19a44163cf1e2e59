/**
 * A number of people who are being followed now, that opens the list narrowed to them. Where the list cannot be narrowed to
 * exactly these, it is just a number.
 */
import { Anchor } from '@mantine/core'
import { useLocation } from 'wouter'
import { showNumber } from '../../../shared/words/vi.ts'
import { narrowList, type Wanted } from '../../parts/list-state.ts'
import { useAsked } from './reports-state.ts'

/** The number. @param wanted - what the list is narrowed to; empty for a number that stands for several lists */
export function ListLink({
  number,
  name,
  wanted,
}: {
  readonly number: number
  readonly name: string
  readonly wanted: Partial<Wanted>
}) {
  const [, go] = useLocation()
  const isWhole = useAsked(({ at }) => at === null)
  if (number === 0 || !isWhole || Object.keys(wanted).length === 0) return <span>{showNumber(number)}</span>
  return (
    <Anchor
      component="button"
      type="button"
      fw={600}
      aria-label={`${name}: ${showNumber(number)} người`}
      onClick={() => {
        narrowList(wanted)
        go('/nguon')
      }}
    >
      {showNumber(number)}
    </Anchor>
  )
}
