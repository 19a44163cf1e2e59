/**
 * A time limit that runs: days left in working days, the last day, and whether the holidays of that year are only
 * reckoned. Red once late, orange when near.
 */
import { Badge, Group, Text, Tooltip } from '@mantine/core'
import { NEAR, type RunningLimit } from '../../shared/contract/running-limit.ts'
import { EXTENDED, LIMITS, lower, PROVISIONAL, showDay } from '../../shared/words/vi.ts'

/** 'còn 5 ngày làm việc', 'hôm nay là ngày cuối', 'quá hạn 3 ngày làm việc'. */
export function leftText(left: number): string {
  if (left === 0) return 'Hôm nay là ngày cuối'
  return left > 0 ? `Còn ${left} ngày làm việc` : `Quá hạn ${-left} ngày làm việc`
}

/** A limit as a badge with its day beneath. */
export function LimitBadge({ limit }: { readonly limit: RunningLimit }) {
  const colour = limit.left < 0 ? 'red' : limit.left <= NEAR ? 'orange' : 'gray'
  return (
    <Tooltip label={LIMITS[limit.id]} withArrow>
      <Group gap={6} justify="flex-end">
        <Badge color={colour} variant="light" size="md">
          {leftText(limit.left)}
        </Badge>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {showDay(limit.due)}
          {limit.isExtended && ` (${lower(EXTENDED)})`}
          {limit.provisional && (
            <abbr title={PROVISIONAL} style={{ textDecoration: 'none' }}>
              {' '}
              (tạm tính)
            </abbr>
          )}
        </Text>
      </Group>
    </Tooltip>
  )
}
