/**
 * Time limits that run, with the working days left in words and colour, and those that were met. The article stands with
 * each; a limit over a year without published holidays says that it is provisional.
 */
import { Badge, Group, Stack, Text } from '@mantine/core'
import { createCalendar } from '../../../shared/calendar/working-days.ts'
import { NEAR } from '../../../shared/contract/running-limit.ts'
import type { Deadline } from '../../../shared/rules/deadlines.ts'
import { EXTENDED, LIMITS, PROVISIONAL, showDay, UNCONFIRMED } from '../../../shared/words/vi.ts'
import { leftText } from '../../parts/LimitBadge.tsx'
import { Block } from '../../parts/states.tsx'
import type { Situation } from './situation.ts'

const calendar = createCalendar()

/** The time limits of a case. */
export function Deadlines({ situation }: { readonly situation: Situation }) {
  const { deadlines } = situation.view.assessment
  if (deadlines.length === 0) return null
  return (
    <Block title="Thời hạn">
      <Stack gap="sm">
        {deadlines.map((deadline) => (
          <Line key={`${deadline.id}${deadline.start}`} deadline={deadline} today={situation.today} />
        ))}
      </Stack>
    </Block>
  )
}

function Line({ deadline, today }: { readonly deadline: Deadline; readonly today: string }) {
  const { id, start, due, firstDue, extendedDue, extendedOn, met, overdue, provisional, article, confirmed } = deadline
  const left = calendar.workingDaysBetween(today, due).days
  const badge =
    met !== undefined
      ? {
          color: overdue ? 'orange' : 'teal',
          text: overdue ? `Xong muộn, ${showDay(met)}` : `Xong ngày ${showDay(met)}`,
        }
      : { color: left < 0 ? 'red' : left <= NEAR ? 'orange' : 'gray', text: leftText(left) }
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {LIMITS[id]}
        </Text>
        <Badge color={badge.color}>{badge.text}</Badge>
      </Group>
      <Text size="xs" c="dimmed">
        Từ {showDay(start)} đến {showDay(due)}
        {extendedOn !== undefined && firstDue !== undefined
          ? `. ${EXTENDED} ngày ${showDay(extendedOn)}, trước đó hạn đến ${showDay(firstDue)}`
          : extendedDue !== undefined && `, có thể gia hạn đến ${showDay(extendedDue)}`}
        {provisional && `. ${PROVISIONAL}`}
      </Text>
      {article !== '' && (
        <Text size="xs" c="dimmed">
          Căn cứ: {article}
          {!confirmed && `, ${UNCONFIRMED}`}
        </Text>
      )}
    </div>
  )
}
