/**
 * A number that can be pressed, for what stands behind it.
 */
import { Anchor } from '@mantine/core'
import { showNumber } from '../../../shared/words/vi.ts'

/** The number. @param label - how it is read out @param fz - its size where it is larger than the text around it */
export function NumberAnchor({
  number,
  label,
  fz = 14,
  onClick,
}: {
  readonly number: number
  readonly label: string
  readonly fz?: number | undefined
  readonly onClick: () => void
}) {
  return (
    <Anchor component="button" type="button" fw={600} fz={fz} aria-label={label} onClick={onClick}>
      {showNumber(number)}
    </Anchor>
  )
}
