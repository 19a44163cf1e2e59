/**
 * How long people have stood at each stage; every number opens the people behind it.
 */
import { Table, Text } from '@mantine/core'
import type { Period } from '../../../shared/calendar/period.ts'
import type { AgeBucket, AgeingRow } from '../../../shared/reports/standing.ts'
import { AGEING_NAMES, STAGES } from '../../../shared/words/vi.ts'
import { named } from '../../rules-in-force.ts'
import { Stacked } from './Bars.tsx'
import { FigureButton } from './FigureButton.tsx'

const COLORS = [
  'var(--mantine-color-teal-6)',
  'var(--mantine-color-yellow-5)',
  'var(--mantine-color-orange-6)',
  'var(--mantine-color-red-7)',
  'var(--mantine-color-gray-6)',
] as const

const BUCKETS = [0, 1, 2, 3, 4] as const satisfies readonly AgeBucket[]

/** The table. @param at - the place that is reported; left out for the whole */
export function AgeingTable({
  ageing,
  period,
  at,
}: {
  readonly ageing: readonly AgeingRow[]
  readonly period: Period
  readonly at: string | undefined
}) {
  if (ageing.length === 0) return <Text size="sm">Không có ai đang chờ ở giai đoạn nào.</Text>
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table aria-label="Đã ở mỗi giai đoạn bao lâu" verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Giai đoạn</Table.Th>
            {['Số người', ...AGEING_NAMES].map((name) => (
              <Table.Th key={name} ta="right">
                {name}
              </Table.Th>
            ))}
            <Table.Th w={140}>
              <span className="for-readers">Biểu đồ</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ageing.map(({ stage, buckets }) => (
            <Table.Tr key={stage}>
              <Table.Td>{named(STAGES[stage])}</Table.Td>
              <Table.Td ta="right">
                <FigureButton
                  number={buckets.reduce((sum, count) => sum + count, 0)}
                  name={named(STAGES[stage])}
                  period={period}
                  at={at}
                  of={{ who: { stage } }}
                />
              </Table.Td>
              {BUCKETS.map((bucket) => (
                <Table.Td key={bucket} ta="right">
                  <FigureButton
                    number={buckets[bucket]}
                    name={`${named(STAGES[stage])}, ${AGEING_NAMES[bucket].toLowerCase()}`}
                    period={period}
                    at={at}
                    of={{ who: { stage, bucket } }}
                  />
                </Table.Td>
              ))}
              <Table.Td>
                <Stacked
                  parts={BUCKETS.map((bucket) => ({
                    key: String(bucket),
                    value: buckets[bucket],
                    color: COLORS[bucket],
                  }))}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
