/**
 * Inspections: ours of units below, and those of us by the office above; what is due first stands on top.
 */
import { Anchor, Badge, Button, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { InspectionRow } from '../../../shared/contract/follow.ts'
import { INSPECTION_KINDS, OTHER_OFFICE, showDay, showNumber } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { MoreRows } from '../../parts/MoreRows.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, EmptyState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { PlanForm } from './InspectionForms.tsx'

/** The tab. */
export function InspectionsTab() {
  const mayCall = useRights()
  const [, go] = useLocation()
  const [side, setSide] = useState<'all' | 'ours' | 'received'>('all')
  const [isPlanning, setPlanning] = useState(false)
  const { data, error, refetch } = useAsk('inspection.list', {})
  const rows = (data?.rows ?? []).filter(({ received }) => side === 'all' || received === (side === 'received'))
  const hasBoth = data?.rows.some(({ received }) => received) === true && data.rows.some(({ received }) => !received)
  return (
    <Stack gap="sm">
      <Group justify="space-between" className="no-print">
        {hasBoth ? (
          <SegmentedControl
            aria-label="Bên kiểm tra"
            value={side}
            onChange={(value) => setSide(value === 'ours' || value === 'received' ? value : 'all')}
            data={[
              { value: 'all', label: 'Tất cả' },
              { value: 'ours', label: 'Đơn vị mình kiểm tra' },
              { value: 'received', label: 'Cấp trên kiểm tra' },
            ]}
          />
        ) : (
          <span />
        )}
        <Group gap="xs">
          {data !== undefined && data.rows.length > 0 && <ListActions what="inspections" />}
          {mayCall('inspection.plan') && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPlanning(true)}>
              Lập kế hoạch kiểm tra
            </Button>
          )}
        </Group>
      </Group>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && data.rows.length === 0 && (
        <EmptyState
          title="Chưa có cuộc kiểm tra, giám sát nào"
          text="Lập kế hoạch kiểm tra, giám sát đơn vị cấp dưới, ghi nội dung phát hiện với hạn khắc phục rồi theo dõi việc khắc phục. Cuộc kiểm tra của cấp trên hiện ở đây khi nhận gói dữ liệu."
        />
      )}
      {data !== undefined && rows.length > 0 && <Inspections rows={rows} today={data.today} />}
      {data !== undefined && <MoreRows shown={data.rows.length} total={data.total} />}
      {isPlanning && (
        <PlanForm onClose={() => setPlanning(false)} onDone={(inspection) => go(`/kiem-tra/${inspection}`)} />
      )}
    </Stack>
  )
}

function Inspections({ rows, today }: { readonly rows: readonly InspectionRow[]; readonly today: string }) {
  return (
    <Table.ScrollContainer minWidth={900}>
      <Table aria-label="Các cuộc kiểm tra, giám sát" layout="fixed" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Nội dung</Table.Th>
            <Table.Th w={260}>Đơn vị được kiểm tra</Table.Th>
            <Table.Th w={190}>Thời gian</Table.Th>
            <Table.Th w={230}>Khắc phục</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Anchor component={Link} href={`/kiem-tra/${row.id}`} size="sm" fw={600}>
                  {row.plan.topic}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {INSPECTION_KINDS[row.plan.kind]}
                  {row.received ? `; ${row.officeName === '' ? OTHER_OFFICE : row.officeName} tiến hành` : ''}
                </Text>
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.plan.place.name}</Table.Td>
              <Table.Td>
                {showDay(row.plan.from)} – {showDay(row.plan.to)}
                <Text size="xs" c="dimmed">
                  {row.end === null ? (row.plan.from > today ? 'sắp tiến hành' : 'chưa kết luận') : 'đã kết luận'}
                </Text>
              </Table.Td>
              <Table.Td>
                <MendState row={row} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** What is still to be mended. */
function MendState({ row: { findings, overdue, reported, due } }: { readonly row: InspectionRow }) {
  const asked = findings.filter(({ standing }) => standing !== 'nothingToMend')
  if (asked.length === 0)
    return <Text size="sm">{findings.length === 0 ? '–' : 'Không có nội dung phải khắc phục'}</Text>
  const mended = asked.filter(({ standing }) => standing === 'mended').length
  return (
    <>
      <Text size="sm">
        {showNumber(mended)} trên {showNumber(asked.length)} nội dung đã xong
      </Text>
      <Group gap={4}>
        {overdue > 0 && <Badge color="red">{showNumber(overdue)} quá hạn</Badge>}
        {reported > 0 && <Badge color="blue">{showNumber(reported)} chờ xem xét</Badge>}
      </Group>
      {due !== null && overdue === 0 && (
        <Text size="xs" c="dimmed">
          hạn gần nhất {showDay(due)}
        </Text>
      )}
    </>
  )
}
