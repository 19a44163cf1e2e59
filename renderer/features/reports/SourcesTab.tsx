/**
 * Introductions by organisation with what became of them, and how long people have stood at each stage.
 */
import { Group, Stack, Table, Text } from '@mantine/core'
import type { SourcesView } from '../../../shared/contract/reports.ts'
import type { Source } from '../../../shared/model/codes.ts'
import { labelOf, showDay, showNumber, SOURCES, STAGES } from '../../../shared/words/vi.ts'
import { AwaitedState, Block, EmptyState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'
import { Stacked } from './Bars.tsx'
import { FigureButton } from './FigureButton.tsx'
import { ListLink } from './ListLink.tsx'
import { PeriodField } from './PeriodField.tsx'
import { PlaceField } from './PlaceField.tsx'
import { useAsked, usePeriod } from './reports-state.ts'

const BUCKETS = ['Đến 30 ngày', '31 đến 90 ngày', '91 đến 180 ngày', 'Trên 180 ngày', 'Chưa rõ ngày'] as const
const BUCKET_COLORS = [
  'var(--mantine-color-teal-6)',
  'var(--mantine-color-yellow-5)',
  'var(--mantine-color-orange-6)',
  'var(--mantine-color-red-7)',
  'var(--mantine-color-gray-6)',
] as const

/** The tab. */
export function SourcesTab({ today }: { readonly today: string }) {
  const { at, ask } = useAsked()
  const period = usePeriod(today)
  const { data, error, refetch } = useAsk(
    'source.get',
    { period, ...(at === null ? {} : { at }) },
    { keepPrevious: true },
  )
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end" className="no-print">
        <PeriodField period={period} today={today} onChange={(next) => ask({ period: next })} />
        <PlaceField places={data?.places ?? []} />
      </Group>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} rows={8} />
      {data !== undefined && data.rows.length === 0 && (
        <EmptyState
          title="Chưa có ai trong danh sách nguồn"
          text="Khi có người được giới thiệu, bảng này cho thấy từng tổ chức giới thiệu bao nhiêu người và kết quả ra sao."
        />
      )}
      {data !== undefined && data.rows.length > 0 && (
        <>
          <Block title="Nguồn giới thiệu của từng tổ chức">
            <SourceTable view={data} period={period} at={at ?? undefined} />
          </Block>
          <Block title={`Đã ở mỗi giai đoạn bao lâu, đến ngày ${showDay(data.asOf)}`}>
            <AgeingTable view={data} />
          </Block>
        </>
      )}
    </Stack>
  )
}

function SourceTable({
  view,
  period,
  at,
}: {
  readonly view: SourcesView
  readonly period: Parameters<typeof FigureButton>[0]['period']
  readonly at: string | undefined
}) {
  const nameOf = (source: string) => (source === 'unknown' ? 'Chưa ghi nguồn' : labelOf(SOURCES, source))
  const hasDied = view.rows.some(({ died }) => died > 0)
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table aria-label="Nguồn giới thiệu" verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Tổ chức</Table.Th>
            <Table.Th ta="right">Đã giới thiệu</Table.Th>
            <Table.Th ta="right">Đang trong nguồn</Table.Th>
            <Table.Th ta="right">Đang làm hồ sơ</Table.Th>
            <Table.Th ta="right">Đã vào Đảng</Table.Th>
            <Table.Th ta="right">Đã thôi</Table.Th>
            {hasDied && <Table.Th ta="right">Từ trần khi chưa kết nạp</Table.Th>}
            <Table.Th ta="right">Kết nạp trong kỳ</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.rows.map((row) => (
            <Table.Tr key={row.source}>
              <Table.Td>{nameOf(row.source)}</Table.Td>
              <Table.Td ta="right" fw={600}>
                <ListLink
                  number={row.total}
                  name={`Đã giới thiệu, ${nameOf(row.source)}`}
                  wanted={isSource(row.source) ? { source: row.source, going: 'all' } : {}}
                />
              </Table.Td>
              <Table.Td ta="right">{showNumber(row.listed)}</Table.Td>
              <Table.Td ta="right">{showNumber(row.dossier)}</Table.Td>
              <Table.Td ta="right">{showNumber(row.members)}</Table.Td>
              <Table.Td ta="right">{showNumber(row.ended)}</Table.Td>
              {hasDied && <Table.Td ta="right">{showNumber(row.died)}</Table.Td>}
              <Table.Td ta="right">
                <FigureButton
                  number={row.admitted}
                  name={`Kết nạp trong kỳ, nguồn: ${nameOf(row.source)}`}
                  period={period}
                  at={at}
                  cell={{ line: 'admitted', dimension: 'source', value: row.source }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function isSource(source: string): source is Source {
  return source in SOURCES
}

function AgeingTable({ view: { ageing } }: { readonly view: SourcesView }) {
  if (ageing.length === 0) return <Text size="sm">Không có ai đang chờ ở giai đoạn nào.</Text>
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table aria-label="Đã ở mỗi giai đoạn bao lâu" verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Giai đoạn</Table.Th>
            {BUCKETS.map((name) => (
              <Table.Th key={name} ta="right">
                {name}
              </Table.Th>
            ))}
            <Table.Th w={160}>
              <span className="for-readers">Biểu đồ</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ageing.map(({ stage, buckets }) => (
            <Table.Tr key={stage}>
              <Table.Td>
                {named(STAGES[stage])}:{' '}
                <ListLink
                  number={buckets.reduce((sum, count) => sum + count, 0)}
                  name={named(STAGES[stage])}
                  wanted={{ stage, order: 'waiting' }}
                />
              </Table.Td>
              {BUCKETS.map((name, place) => (
                <Table.Td key={name} ta="right">
                  {showNumber(buckets[place] ?? 0)}
                </Table.Td>
              ))}
              <Table.Td>
                <Stacked
                  parts={BUCKETS.map((key, place) => ({
                    key,
                    value: buckets[place] ?? 0,
                    color: BUCKET_COLORS[place] ?? '',
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
