/**
 * The classes of a year or a school year as a table, planned and held, and what they come to together: places, people taken
 * on, certificates.
 */
import { Badge, Checkbox, Group, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ClassRow } from '../../../shared/contract/classes.ts'
import type { PartyClass } from '../../../shared/model/codes.ts'
import { trusted } from '../../../shared/base/trust.ts'
import { CLASS_STANDINGS, PARTY_CLASSES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { MoreRows } from '../../parts/MoreRows.tsx'
import { choicesOf } from '../../parts/pickers.tsx'
import { LinkRow, RowLink } from '../../parts/RowLink.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { STANDING_COLOURS, yearsUpTo } from './class-values.ts'

/** The tab. */
export function ClassesTab() {
  const [year, setYear] = useState<string | null>(null)
  const [schoolYear, setSchoolYear] = useState<string | null>(null)
  const [kind, setKind] = useState<string | null>(null)
  const [isForPupils, setForPupils] = useState(false)
  const filter = {
    ...(year === null ? {} : { year: Number(year) }),
    ...(schoolYear === null ? {} : { schoolYear }),
    ...(kind === null ? {} : { kind: trusted<PartyClass>(kind) }),
    ...(isForPupils ? { pupils: true } : {}),
  }
  const { data, error, refetch } = useAsk('class.list', filter, { keepPrevious: true })
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState />
  const { rows } = data
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <Select
          label="Năm"
          placeholder="Mọi năm"
          clearable
          w={130}
          data={yearsUpTo(data.today)}
          value={year}
          onChange={setYear}
          clearButtonProps={{ 'aria-label': 'Bỏ chọn năm' }}
        />
        <Select
          label="Năm học"
          placeholder="Mọi năm học"
          clearable
          w={150}
          data={data.schoolYears}
          value={schoolYear}
          onChange={setSchoolYear}
          clearButtonProps={{ 'aria-label': 'Bỏ chọn năm học' }}
        />
        <Select
          label="Loại lớp"
          placeholder="Mọi loại lớp"
          clearable
          w={290}
          data={[...choicesOf(PARTY_CLASSES)]}
          value={kind}
          onChange={setKind}
          clearButtonProps={{ 'aria-label': 'Bỏ chọn loại lớp' }}
        />
        <Checkbox
          label="Chỉ lớp cho học sinh"
          pb={10}
          checked={isForPupils}
          onChange={(event) => setForPupils(event.currentTarget.checked)}
        />
        {rows.length > 0 && (
          <Text size="sm" c="dimmed" pb={8} role="status">
            {showNumber(data.total)} lớp, {showNumber(data.seats)} học viên trên {showNumber(data.places)} chỗ,{' '}
            {showNumber(data.certificates)} giấy chứng nhận.
          </Text>
        )}
        <Group gap="xs" ml="auto">
          <ListActions what="classes" classes={filter} disabled={rows.length === 0} />
        </Group>
      </Group>
      {rows.length === 0 ? (
        <EmptyState
          title="Chưa có lớp nào"
          text={
            data.mayOpen
              ? 'Mở lớp theo quyết định, rồi xếp những người được đề nghị cử đi học vào lớp.'
              : 'Lớp do cấp ủy có thẩm quyền hoặc trung tâm chính trị mở; nhận gói dữ liệu để thấy lớp và danh sách học viên.'
          }
        />
      ) : (
        <Table.ScrollContainer minWidth={900}>
          <Table aria-label="Các lớp bồi dưỡng" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Lớp</Table.Th>
                <Table.Th w={190}>Thời gian</Table.Th>
                <Table.Th w={160}>Tình trạng</Table.Th>
                <Table.Th w={120} ta="right">
                  Học viên, số chỗ
                </Table.Th>
                <Table.Th w={120} ta="right">
                  Hoàn thành
                </Table.Th>
                <Table.Th w={120} ta="right">
                  Giấy chứng nhận
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <ClassLine key={row.id} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <MoreRows shown={rows.length} total={data.total} />
    </Stack>
  )
}

function ClassLine({ row }: { readonly row: ClassRow }) {
  const { facts, standing } = row
  return (
    <LinkRow>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <RowLink to={`/lop/${row.id}`} size="sm" fw={600}>
          {facts.name}
        </RowLink>
        <Text size="xs" c="dimmed">
          {PARTY_CLASSES[facts.kind]}
          {facts.pupils === true &&
            `, cho học sinh${facts.schoolYear === undefined ? '' : ` năm học ${facts.schoolYear}`}`}
        </Text>
      </Table.Td>
      <Table.Td>
        {showDay(facts.from)} – {showDay(facts.to)}
      </Table.Td>
      <Table.Td>
        <Badge color={STANDING_COLOURS[standing]}>{CLASS_STANDINGS[standing]}</Badge>
      </Table.Td>
      <Table.Td ta="right">
        {showNumber(row.seats)}/{showNumber(facts.places)}
      </Table.Td>
      <Table.Td ta="right">{showNumber(row.passed)}</Table.Td>
      <Table.Td ta="right">{showNumber(row.certificates)}</Table.Td>
    </LinkRow>
  )
}
