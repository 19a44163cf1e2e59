/**
 * The light register, of one unit or of all: who, since when official, how many people each helps now. The busiest come
 * first on demand, because a helper with too many helps nobody.
 */
import { Badge, Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { MOST_ON_PAPER } from '../../../shared/contract/lists.ts'
import type { MemberRow, UnitRow } from '../../../shared/contract/answers.ts'
import { MEMBER_STATUSES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { useOnPaper } from '../../parts/on-paper.tsx'
import { useRights } from '../../parts/rights.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { isClosed } from './GoesOn.tsx'
import { MemberDialog } from './MemberDialog.tsx'

/** The most rows an answer has that is not asked for whole. */
const WINDOW = 200

/** Members. @param unit - of this unit only, which has the place to add one */
export function MembersBlock({ units, unit }: { readonly units: readonly UnitRow[]; readonly unit?: UnitRow }) {
  const mayCall = useRights()
  const today = useAsk('office.get', {}).data?.today ?? ''
  const isOnPaper = useOnPaper()
  const [text, setText] = useState('')
  const [order, setOrder] = useState('name')
  const [editing, setEditing] = useState<MemberRow | 'new' | null>(null)
  const asked = useDeferredValue(text.slice(0, 200))
  const { data, error, refetch } = useAsk(
    'member.search',
    { text: asked, ...(unit === undefined ? {} : { unit: unit.id }), ...(isOnPaper ? { whole: true } : {}) },
    { keepPrevious: true },
  )
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  const members = data?.members ?? []
  const rows = order === 'helps' ? members.toSorted((a, b) => b.helps - a.helps) : members
  const unitOf = (id: string) => units.find((row) => row.id === id)
  const home = (unit === undefined ? units : [unit]).find((row) => row.own && !isClosed(row, today))
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Group gap="sm" align="flex-end">
          <TextInput
            label="Tìm đảng viên"
            placeholder="Họ tên, có dấu hoặc không dấu"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            w={280}
          />
          <Select
            label="Sắp xếp"
            data={[
              { value: 'name', label: 'Theo tên' },
              { value: 'helps', label: 'Đang giúp đỡ nhiều người trước' },
            ]}
            value={order}
            onChange={(next) => setOrder(next ?? 'name')}
            allowDeselect={false}
            w={260}
          />
        </Group>
        {home !== undefined && mayCall('member.add') && (
          <Button
            variant={unit === undefined ? 'default' : 'filled'}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            Thêm đảng viên
          </Button>
        )}
      </Group>
      {data === undefined && <LoadingState rows={4} />}
      {data !== undefined && rows.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {text === ''
            ? `Chưa ghi đảng viên nào.${home === undefined ? '' : ' Chỉ cần ghi những người sẽ được phân công giúp đỡ, giới thiệu.'}`
            : 'Không có đảng viên nào tên như vậy.'}
        </Text>
      )}
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={760}>
          <Table aria-label="Danh bạ đảng viên">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Họ và tên</Table.Th>
                {unit === undefined && <Table.Th>Đơn vị</Table.Th>}
                <Table.Th>Chính thức từ ngày</Table.Th>
                <Table.Th>Tình trạng</Table.Th>
                <Table.Th ta="right">Đang giúp đỡ</Table.Th>
                <Table.Th>
                  <span className="for-readers">Việc</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td>
                    <Text size="sm" fw={600}>
                      {row.member.name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {row.member.post}
                    </Text>
                  </Table.Td>
                  {unit === undefined && <Table.Td>{unitOf(row.member.unit)?.unit.name}</Table.Td>}
                  <Table.Td>
                    {row.member.officialDate === undefined ? 'Chưa ghi' : showDay(row.member.officialDate)}
                  </Table.Td>
                  <Table.Td>{MEMBER_STATUSES[row.member.statuses?.at(-1)?.status ?? 'active']}</Table.Td>
                  <Table.Td ta="right">{row.helps === 0 ? '0' : <Badge>{showNumber(row.helps)} người</Badge>}</Table.Td>
                  <Table.Td ta="right">
                    {mayCall('member.change') && unitOf(row.member.unit)?.own === true && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={`Sửa ${row.member.name}`}
                        onClick={() => setEditing(row)}
                      >
                        Sửa
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {rows.length >= MOST_ON_PAPER && (
        <Text size="sm" className="print-only">
          Bản in chỉ có {showNumber(MOST_ON_PAPER)} người đầu.
        </Text>
      )}
      {rows.length === WINDOW && (
        <Text size="sm" c="dimmed" className="no-print">
          Chỉ hiện {WINDOW} người đầu; gõ tên để tìm tiếp.
        </Text>
      )}
      {editing !== null && (
        <MemberDialog
          {...(editing === 'new' ? {} : { row: editing })}
          unit={(editing === 'new' ? home?.id : editing.member.unit) ?? ''}
          today={today}
          onClose={() => setEditing(null)}
        />
      )}
    </Stack>
  )
}
