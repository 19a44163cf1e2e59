/**
 * The tree of units: what each is, who records it, how many members on which day, how many people are followed.
 */
import { Badge, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { UnitRow } from '../../../shared/contract/answers.ts'
import { fold } from '../../../shared/text/fold.ts'
import { AREAS, lower, ON_PAPER, SECTORS, showDay, showNumber, UNIT_TYPES } from '../../../shared/words/vi.ts'
import { useNames } from '../../parts/names.ts'
import { LinkRow, RowLink } from '../../parts/RowLink.tsx'
import { useAsk } from '../../queries.ts'
import { treeOf, type Branch } from './tree.ts'

/** The units. */
export function UnitsTable({ units }: { readonly units: readonly UnitRow[] }) {
  const today = useAsk('office.get', {}).data?.today ?? ''
  const [text, setText] = useState('')
  const [isAll, setAll] = useState(false)
  const isClosed = ({ unit }: UnitRow) => unit.to !== undefined && unit.to < today
  const closed = units.filter(isClosed).length
  const shown = treeOf(units).filter(
    ({ row }) => (isAll || !isClosed(row)) && fold(`${row.unit.name} ${row.unit.code ?? ''}`).includes(fold(text)),
  )
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <TextInput
          aria-label="Tìm đơn vị"
          placeholder="Tìm đơn vị, có dấu hoặc không dấu"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          w={320}
        />
        {closed > 0 && (
          <Checkbox
            label={`Cả ${closed} đơn vị đã kết thúc hoạt động`}
            checked={isAll}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
        )}
      </Group>
      <Table.ScrollContainer minWidth={900}>
        <Table aria-label="Danh sách đơn vị" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Đơn vị</Table.Th>
              <Table.Th w={150}>Loại</Table.Th>
              <Table.Th w={170}>Lĩnh vực, khu vực</Table.Th>
              <Table.Th w={210}>Số đảng viên</Table.Th>
              <Table.Th w={140} ta="right">
                Đang theo dõi
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((branch) => (
              <UnitLine key={branch.row.id} branch={branch} isClosed={isClosed(branch.row)} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          Không có đơn vị nào như vậy.
        </Text>
      )}
    </Stack>
  )
}

function UnitLine({ branch: { row, depth }, isClosed }: { readonly branch: Branch; readonly isClosed: boolean }) {
  const names = useNames()
  const { unit, count } = row
  const area = unit.area && AREAS[unit.area]
  const sector = unit.sector && SECTORS[unit.sector]
  const where = sector && area ? `${sector}, ${lower(area)}` : (sector ?? area)
  return (
    <LinkRow>
      <Table.Td pl={12 + depth * 22}>
        <RowLink to={`/don-vi/${row.id}`} fw={depth === 0 ? 600 : 500} size="sm">
          {unit.name}
        </RowLink>
        <Group gap={6}>
          {unit.code !== undefined && (
            <Text size="xs" c="dimmed">
              {unit.code}
            </Text>
          )}
          {unit.onPaper === true && (
            <Badge size="sm" color="gray">
              {ON_PAPER}
            </Badge>
          )}
          {!row.own && (
            <Badge size="sm" color="blue">
              Do {names.office(row.keeper) ?? 'đơn vị khác'} ghi
            </Badge>
          )}
          {isClosed && (
            <Badge size="sm" color="gray">
              Kết thúc ngày {showDay(unit.to)}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>{UNIT_TYPES[unit.type]}</Table.Td>
      <Table.Td>{where}</Table.Td>
      <Table.Td>
        {count === null ? (
          <Text size="sm" c="dimmed">
            Chưa ghi
          </Text>
        ) : (
          <>
            <Text size="sm">
              {showNumber(count.official)} chính thức, {showNumber(count.probationary)} dự bị
            </Text>
            <Text size="xs" c="dimmed">
              đến ngày {showDay(count.date)}
            </Text>
          </>
        )}
      </Table.Td>
      <Table.Td ta="right">{showNumber(row.cases)}</Table.Td>
    </LinkRow>
  )
}
