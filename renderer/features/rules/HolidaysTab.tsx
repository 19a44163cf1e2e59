/**
 * The holidays of each year: published, corrected by an office, or computed for want of a table. An administrator writes
 * the table of a year here when it is announced.
 */
import { Alert, Badge, Button, Group, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { HolidayYear } from '../../../shared/contract/rules.ts'
import { PROVISIONAL, showDay } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { Block } from '../../parts/states.tsx'
import { HolidayDialog } from './HolidayDialog.tsx'

const ORIGINS: Readonly<Record<HolidayYear['origin'], string>> = {
  shipped: 'Lịch có sẵn trong phần mềm',
  computed: 'Chưa có lịch chính thức',
  shared: 'Cấp có thẩm quyền đã gửi',
  local: 'Đơn vị mình ghi, dùng riêng',
}

/** Lịch nghỉ. */
export function HolidaysTab({
  years,
  today,
  sends,
  isAdministrator,
}: {
  readonly years: readonly HolidayYear[]
  readonly today: string
  readonly sends: boolean
  readonly isAdministrator: boolean
}) {
  const [chosen, setChosen] = useState(today.slice(0, 4))
  const [isOpen, setOpen] = useState(false)
  const held = years.find(({ table }) => String(table.year) === chosen)
  return (
    <Block
      title="Lịch nghỉ"
      actions={
        held !== undefined && (
          <Group gap="xs">
            <ListActions what="holidays" narrow={{ year: held.table.year }} />
            {isAdministrator && (
              <Button variant="default" onClick={() => setOpen(true)}>
                Sửa lịch nghỉ năm {held.table.year}
              </Button>
            )}
          </Group>
        )
      }
    >
      <Stack gap="sm">
        <Group align="end">
          <Select
            label="Năm"
            allowDeselect={false}
            w={140}
            data={years.map(({ table }) => String(table.year))}
            value={chosen}
            onChange={(year) => setChosen(year ?? chosen)}
          />
          {held !== undefined && (
            <Badge color={held.origin === 'computed' ? 'yellow' : 'blue'} variant="light" size="lg" mb={4} autoContrast>
              {ORIGINS[held.origin]}
            </Badge>
          )}
        </Group>
        {held?.origin === 'computed' && (
          <Alert color="yellow" role="note">
            {PROVISIONAL}. Các ngày dưới đây tính theo luật và âm lịch Việt Nam; ngày hoán đổi chưa có.
          </Alert>
        )}
        {held?.note !== null && held !== undefined && <Text size="sm">Ghi chú: {held.note}</Text>}
        {held !== undefined && <Days year={held} />}
      </Stack>
      {isOpen && held !== undefined && (
        <HolidayDialog table={held.table} sends={sends} onClose={() => setOpen(false)} />
      )}
    </Block>
  )
}

function Days({ year }: { readonly year: HolidayYear }) {
  const { off, makeUp } = year.table
  return (
    <>
      <Table aria-label="Các đợt nghỉ" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Từ ngày</Table.Th>
            <Table.Th>Đến ngày</Table.Th>
            <Table.Th>Đợt nghỉ</Table.Th>
            <Table.Th>Nguồn</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {off.map(({ from, to, name, source, confirmed }) => (
            <Table.Tr key={`${from}${name}`}>
              <Table.Td>{showDay(from)}</Table.Td>
              <Table.Td>{showDay(to)}</Table.Td>
              <Table.Td>{name}</Table.Td>
              <Table.Td>
                {source}
                {confirmed ? '' : ' (chưa kiểm chứng)'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {makeUp.length === 0 ? (
        <Text size="sm" c="dimmed">
          Không có ngày làm bù.
        </Text>
      ) : (
        <Table aria-label="Các ngày làm bù" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Ngày làm bù</Table.Th>
              <Table.Th>Nghỉ thay ngày</Table.Th>
              <Table.Th>Nguồn</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {makeUp.map(({ date, insteadOf, source, confirmed }) => (
              <Table.Tr key={date}>
                <Table.Td>{showDay(date)}</Table.Td>
                <Table.Td>{showDay(insteadOf)}</Table.Td>
                <Table.Td>
                  {source}
                  {confirmed ? '' : ' (chưa kiểm chứng)'}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  )
}
