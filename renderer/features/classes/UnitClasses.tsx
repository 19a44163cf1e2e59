/**
 * On the page of a unit: who of it is put forward for a class, and what became of it.
 */
import { Anchor, Badge, List, Text } from '@mantine/core'
import { ASK_STANDINGS, lower, PARTY_CLASSES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { Block } from '../../parts/states.tsx'
import type { UnitSectionProps } from '../../parts/unit-section.ts'
import { CaseLink } from '../../parts/CaseLink.tsx'
import { useMost } from '../../parts/on-paper.tsx'
import { useAsk } from '../../queries.ts'

/** The newest that are shown here; on paper all that the page holds. */
const SHOWN = 20

/** The section; not there where nobody of the unit was ever put forward. */
export function UnitClasses({ row }: UnitSectionProps) {
  const { rows = [], total = 0 } = useAsk('class.asks', { unit: row.id, all: true }).data ?? {}
  const most = useMost(SHOWN)
  if (rows.length === 0) return null
  const newest = rows.toSorted((a, b) => (a.askedOn > b.askedOn ? -1 : 1)).slice(0, most)
  return (
    <Block title="Cử đi học">
      <List size="sm" spacing={4} aria-label="Người được cử đi học">
        {newest.map((ask) => (
          <List.Item key={`${ask.case} ${ask.kind}`} style={{ overflowWrap: 'anywhere' }}>
            <CaseLink case={ask.case}>{ask.name}</CaseLink>, {lower(PARTY_CLASSES[ask.kind])}, đề nghị ngày{' '}
            {showDay(ask.askedOn)}{' '}
            <Badge color={ask.standing === 'waiting' ? 'orange' : 'blue'}>{ASK_STANDINGS[ask.standing]}</Badge>
            {ask.seat !== null && (
              <>
                {' '}
                <Anchor href={`#/lop/${ask.seat.class}`} size="sm">
                  {ask.seat.name}
                </Anchor>
              </>
            )}
          </List.Item>
        ))}
      </List>
      {total > newest.length && (
        <Text size="sm" c="dimmed" mt={4}>
          Hiện {showNumber(newest.length)} trong {showNumber(total)} lượt gần nhất.
        </Text>
      )}
    </Block>
  )
}
