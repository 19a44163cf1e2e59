/**
 * Whether a paired office is known to have our new card, since our keys were renewed.
 */
import { Badge, Text } from '@mantine/core'
import type { NewCard } from '../../shared/contract/answers.ts'
import { showDayOf } from './times.ts'

/** In a cell of a table; nothing where the office was first paired with the new card. */
export function NewCardStanding({ card }: { readonly card: NewCard | null }) {
  if (card === null) return null
  return card.seenAt === null ? (
    <Badge color="orange" variant="light">
      Chưa thấy nhận
    </Badge>
  ) : (
    <Text size="sm">Đã nhận (gói ngày {showDayOf(card.seenAt)})</Text>
  )
}
