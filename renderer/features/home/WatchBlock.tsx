/**
 * Certificates and probations that end soon, silent helpers, numbers in doubt, lists not reviewed. Each line opens the person or the unit;
 * each heading the list of exactly those it counts.
 */
import { Anchor, Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { HomeView } from '../../../shared/contract/answers.ts'
import type { WatchRow } from '../../../shared/contract/watch.ts'
import { showDay, showNumber } from '../../../shared/words/vi.ts'
import { narrowList, type Wanted } from '../../parts/list-state.ts'
import { LeftOff, useMost } from '../../parts/on-paper.tsx'
import { LinkRow, RowLink } from '../../parts/RowLink.tsx'
import { Block } from '../../parts/states.tsx'

/** Lines shown before a person asks for the rest. */
const FIRST = 5

/** True where there is anything to keep an eye on. */
export function hasWatched({ watch }: HomeView): boolean {
  const { certificates, probations, silentHelpers, numbers, unreviewed } = watch
  return certificates.count + probations.count + silentHelpers.count + numbers.count + unreviewed.length > 0
}

/** The block. */
export function WatchBlock({ home: { watch, today } }: { readonly home: HomeView }) {
  const { certificates, probations, silentHelpers, numbers, unreviewed } = watch
  return (
    <Block title="Cần để ý">
      <Stack gap="md">
        <People
          title="Hết thời gian dự bị"
          watched={probations}
          wanted={{ stage: 'probation', heldSince: probations.before, order: 'waiting' }}
          say={({ day }) => (day < today ? `Đã hết từ ${showDay(day)}` : `Hết ngày ${showDay(day)}`)}
        />
        <People
          title="Giấy chứng nhận lớp nhận thức sắp hết giá trị"
          watched={certificates}
          wanted={{ certificateBefore: certificates.before }}
          say={({ day }) => (day < today ? `Đã hết giá trị từ ${showDay(day)}` : `Có giá trị đến ${showDay(day)}`)}
        />
        <People
          title="Người giúp đỡ lâu không có nhận xét"
          watched={silentHelpers}
          wanted={{ heardBefore: silentHelpers.before }}
          say={({ day, helper }) => `${helper ?? 'Người giúp đỡ'}: ghi nhận gần nhất ${showDay(day)}`}
        />
        <People
          title="Số nghị quyết, quyết định cần đối chiếu"
          watched={numbers}
          wanted={{ finding: 'C38' }}
          say={() => 'Trùng số hoặc không theo thứ tự ngày'}
        />
        {unreviewed.length > 0 && (
          <Lines title="Danh sách chưa rà soát đúng kỳ" count={unreviewed.length} of="đơn vị">
            {unreviewed.map(({ unit, name, month }) => (
              <LinkRow key={unit}>
                <Table.Td w="45%">
                  <RowLink to={`/don-vi/${unit}`} fw={600} size="sm">
                    {name}
                  </RowLink>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">
                    {month === null
                      ? 'Chưa rà soát lần nào'
                      : `Rà soát gần nhất: tháng ${month.slice(5)}/${month.slice(0, 4)}`}
                  </Text>
                </Table.Td>
              </LinkRow>
            ))}
          </Lines>
        )}
      </Stack>
    </Block>
  )
}

function People<Row extends Pick<WatchRow, 'case' | 'name' | 'unitName'>>({
  title,
  watched: { count, rows },
  wanted,
  say,
}: {
  readonly title: string
  readonly watched: { readonly count: number; readonly rows: readonly Row[] }
  readonly wanted: Partial<Wanted>
  readonly say: (row: Row) => string
}) {
  if (count === 0) return null
  return (
    <Lines title={title} count={count} of="người" onAll={() => narrowList(wanted)}>
      {rows.map((row) => (
        <LinkRow key={row.case}>
          <Table.Td w="45%">
            <RowLink to={`/ho-so/${row.case}`} fw={600} size="sm">
              {row.name}
            </RowLink>
            <Text size="xs" c="dimmed" lineClamp={1} title={row.unitName ?? ''}>
              {row.unitName}
            </Text>
          </Table.Td>
          <Table.Td>
            <Text size="sm">{say(row)}</Text>
          </Table.Td>
        </LinkRow>
      ))}
    </Lines>
  )
}

function Lines({
  title,
  count,
  of,
  onAll,
  children,
}: {
  readonly title: string
  readonly count: number
  /** What is counted. */
  readonly of: string
  readonly onAll?: () => void
  readonly children: readonly ReactNode[]
}) {
  const [isWhole, setWhole] = useState(false)
  const most = useMost(FIRST, isWhole)
  const shown = children.slice(0, most)
  return (
    <section aria-label={title}>
      <Group gap="xs" mb={2}>
        <Title order={3}>{title}</Title>
        <Badge color="gray">{showNumber(count)}</Badge>
        {onAll && (
          <Anchor href="#/nguon" size="sm" onClick={onAll} className="no-print">
            Mở trong danh sách
          </Anchor>
        )}
      </Group>
      <Table aria-label={title} layout="fixed">
        <Table.Tbody>{shown}</Table.Tbody>
      </Table>
      {children.length > shown.length && (
        <Button variant="subtle" size="compact-sm" className="no-print" onClick={() => setWhole(true)}>
          Xem thêm {children.length - shown.length}
        </Button>
      )}
      <LeftOff count={count - shown.length} of={of} />
    </section>
  )
}
