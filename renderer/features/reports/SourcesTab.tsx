/**
 * Introductions with what became of them: by kind of organisation, by the organisation's own name, by the sector of the
 * branch (enterprises among them), of everybody or only of those introduced in the period; and how long people have stood
 * at each stage. Every number opens the people behind it.
 */
import { Group, SegmentedControl, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Period } from '../../../shared/calendar/period.ts'
import type { SourceRow } from '../../../shared/reports/sources.ts'
import type { SourceColumn, Who } from '../../../shared/reports/standing.ts'
import { labelOf, SECTORS, showDay, SOURCES } from '../../../shared/words/vi.ts'
import { choicesOf } from '../../parts/pickers.tsx'
import { AwaitedState, Block, EmptyState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { AgeingTable } from './AgeingTable.tsx'
import { FigureButton } from './FigureButton.tsx'
import { PeriodField } from './PeriodField.tsx'
import { PlaceField } from './PlaceField.tsx'
import { useAsked, usePeriod } from './reports-state.ts'

const SECTOR_CHOICES = [...choicesOf(SECTORS), { value: 'unknown', label: 'Chưa ghi' }]

/** The tab. */
export function SourcesTab({ today }: { readonly today: string }) {
  const { at, ask } = useAsked()
  const period = usePeriod(today)
  const [introduced, setIntroduced] = useState(false)
  const [sector, setSector] = useState<string | null>(null)
  const narrowed = { ...(introduced ? { introduced } : {}), ...(sector === null ? {} : { sector }) }
  const { data, error, refetch } = useAsk(
    'source.get',
    { period, ...(at === null ? {} : { at }), ...narrowed },
    { keepPrevious: true },
  )
  const table = { period, at: at ?? undefined, narrowed }
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end" className="no-print">
        <PeriodField period={period} today={today} onChange={(next) => ask({ period: next })} />
        <PlaceField places={data?.places ?? []} />
        <Select
          label="Lĩnh vực của chi bộ"
          w={200}
          clearable
          clearButtonProps={{ 'aria-label': 'Xem mọi lĩnh vực' }}
          placeholder="Tất cả"
          data={SECTOR_CHOICES}
          value={sector}
          onChange={setSector}
        />
        <SegmentedControl
          size="xs"
          h={36}
          aria-label="Những người được giới thiệu"
          value={introduced ? 'period' : 'all'}
          onChange={(value) => setIntroduced(value === 'period')}
          data={[
            { value: 'all', label: 'Tất cả người đã giới thiệu' },
            { value: 'period', label: 'Chỉ người giới thiệu trong kỳ' },
          ]}
        />
      </Group>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} rows={8} />
      {data !== undefined && data.bySource.length === 0 && (
        <EmptyState
          title={
            introduced || sector !== null ? 'Không có ai được giới thiệu như vậy' : 'Chưa có ai trong danh sách nguồn'
          }
          text="Khi có người được giới thiệu, bảng này cho thấy từng tổ chức giới thiệu bao nhiêu người và kết quả ra sao."
        />
      )}
      {data !== undefined && data.bySource.length > 0 && (
        <>
          <Block title="Nguồn giới thiệu của từng tổ chức">
            <SourceTable
              {...table}
              label="Nguồn giới thiệu"
              first="Tổ chức"
              rows={data.bySource}
              nameOf={({ value }) => (value === 'unknown' ? 'Chưa ghi nguồn' : labelOf(SOURCES, value))}
              whoOf={(value) => ({ source: value })}
              admittedOf={(value) => ({ line: 'admitted', dimension: 'source', value })}
            />
            <Text size="xs" c="dimmed" mt={4}>
              Ngày giới thiệu lấy theo hồ sơ; chưa ghi thì lấy ngày đưa vào danh sách. Của đơn vị khác chỉ biết ngày đó
              khi hồ sơ đã gửi.
            </Text>
          </Block>
          {data.byName.length > 0 && (
            <Block title="Từng nơi giới thiệu">
              <SourceTable
                {...table}
                label="Từng nơi giới thiệu"
                first="Nơi giới thiệu"
                rows={data.byName}
                nameOf={({ label, value }) => label ?? value}
                whoOf={(value) => ({ by: value })}
                admittedOf={null}
              />
            </Block>
          )}
          <Block title="Theo lĩnh vực của chi bộ">
            <SourceTable
              {...table}
              label="Nguồn theo lĩnh vực"
              first="Lĩnh vực"
              rows={data.bySector}
              nameOf={({ value }) => (value === 'unknown' ? 'Chưa ghi' : labelOf(SECTORS, value))}
              whoOf={(value) => ({ sector: value })}
              admittedOf={(value) => ({ line: 'admitted', dimension: 'sector', value })}
            />
          </Block>
        </>
      )}
      {data !== undefined && (
        <Block title={`Đã ở mỗi giai đoạn bao lâu, đến ngày ${showDay(data.asOf)}`}>
          <AgeingTable ageing={data.ageing} period={period} at={at ?? undefined} />
        </Block>
      )}
    </Stack>
  )
}

const COLUMNS: readonly (readonly [SourceColumn, string])[] = [
  ['total', 'Đã giới thiệu'],
  ['listed', 'Đang trong nguồn'],
  ['dossier', 'Đang làm hồ sơ'],
  ['members', 'Đã vào Đảng'],
  ['ended', 'Đã thôi'],
  ['died', 'Từ trần khi chưa kết nạp'],
]

type AdmittedCell = { readonly line: 'admitted'; readonly dimension: 'source' | 'sector'; readonly value: string }

function SourceTable({
  rows,
  label,
  first,
  period,
  at,
  narrowed,
  nameOf,
  whoOf,
  admittedOf,
}: {
  readonly rows: readonly SourceRow[]
  readonly label: string
  readonly first: string
  readonly period: Period
  readonly at: string | undefined
  readonly narrowed: Pick<Who, 'introduced' | 'sector'>
  readonly nameOf: (row: SourceRow) => string
  readonly whoOf: (value: string) => Who
  readonly admittedOf: ((value: string) => AdmittedCell) | null
}) {
  const shown = COLUMNS.filter(([column]) => column !== 'died' || rows.some(({ died }) => died > 0))
  return (
    <>
      <Table.ScrollContainer minWidth={820}>
        <Table aria-label={label} verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{first}</Table.Th>
              {shown.map(([column, title]) => (
                <Table.Th key={column} ta="right">
                  {title}
                </Table.Th>
              ))}
              {admittedOf !== null && <Table.Th ta="right">Kết nạp trong kỳ</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.value}>
                <Table.Td>{nameOf(row)}</Table.Td>
                {shown.map(([column, title]) => (
                  <Table.Td key={column} ta="right">
                    <FigureButton
                      number={row[column]}
                      name={`${title}, ${nameOf(row)}`}
                      period={period}
                      at={at}
                      of={{ who: { column, ...narrowed, ...whoOf(row.value) } }}
                    />
                  </Table.Td>
                ))}
                {admittedOf !== null && (
                  <Table.Td ta="right">
                    <FigureButton
                      number={row.admitted ?? 0}
                      name={`Kết nạp trong kỳ, ${nameOf(row)}`}
                      period={period}
                      at={at}
                      of={{
                        ...admittedOf(row.value),
                        ...(narrowed.sector === undefined ? {} : { sector: narrowed.sector }),
                      }}
                    />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {admittedOf !== null && narrowed.introduced === true && (
        <Text size="xs" c="dimmed" mt={4}>
          Cột “Kết nạp trong kỳ” tính mọi người được kết nạp trong kỳ, kể cả người đã giới thiệu từ trước kỳ.
        </Text>
      )}
    </>
  )
}
