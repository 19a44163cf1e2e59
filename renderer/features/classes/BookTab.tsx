/**
 * The book of certificates: by year, by name or number; first numbers stand beside those issued again.
 */
import { Anchor, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import type { BookFilter } from '../../../shared/contract/classes.ts'
import { showDay, showNumber } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { CaseLink } from '../../parts/CaseLink.tsx'
import { useAsk } from '../../queries.ts'
import { yearsUpTo } from './class-values.ts'

/** The tab. */
export function BookTab() {
  const today = useAsk('office.get', {}).data?.today ?? ''
  const [text, setText] = useState('')
  const [year, setYear] = useState<string | null>(null)
  const asked = useDeferredValue(text.trim().slice(0, 200))
  const filter: BookFilter = {
    ...(year === null ? {} : { year: Number(year) }),
    ...(asked === '' ? {} : { text: asked }),
  }
  const { data, error, refetch } = useAsk('certificate.book', filter, { keepPrevious: true })
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState />
  const { rows } = data
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Group gap="sm" align="flex-end">
          <TextInput
            label="Tìm giấy chứng nhận"
            placeholder="Họ tên hoặc số"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            w={280}
          />
          <Select
            label="Năm cấp"
            placeholder="Mọi năm"
            clearable
            w={130}
            data={yearsUpTo(today)}
            value={year}
            onChange={setYear}
            clearButtonProps={{ 'aria-label': 'Bỏ chọn năm cấp' }}
          />
        </Group>
        <Group gap="xs">
          <ListActions what="certificates" book={filter} disabled={rows.length === 0} />
        </Group>
      </Group>
      {rows.length === 0 ? (
        <EmptyState
          title="Chưa có giấy chứng nhận nào"
          text="Số giấy chứng nhận được ghi cùng kết quả của lớp, hoặc đến trong gói dữ liệu."
        />
      ) : (
        <Table.ScrollContainer minWidth={900}>
          <Table aria-label="Sổ cấp giấy chứng nhận" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={140}>Số</Table.Th>
                <Table.Th w={110}>Ngày cấp</Table.Th>
                <Table.Th>Họ và tên</Table.Th>
                <Table.Th>Đơn vị</Table.Th>
                <Table.Th>Lớp</Table.Th>
                <Table.Th w={130}>Có giá trị đến</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={`${row.case} ${row.class}`}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {row.number}
                    {row.reissuedOn !== null && (
                      <Text size="xs" c="dimmed">
                        cấp lại ngày {showDay(row.reissuedOn)}, số cũ {row.firstNumber}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>{showDay(row.date)}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {row.known ? (
                      <CaseLink case={row.case} fw={600}>
                        {row.name}
                      </CaseLink>
                    ) : (
                      <Text size="sm" fw={600}>
                        {row.name}
                      </Text>
                    )}
                    {row.birth !== null && (
                      <Text size="xs" c="dimmed">
                        sinh {showDay(row.birth)}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <Text size="sm" lineClamp={2} title={row.unitName}>
                      {row.unitName}
                    </Text>
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <Anchor href={`#/lop/${row.class}`} size="sm">
                      {row.className}
                    </Anchor>
                  </Table.Td>
                  <Table.Td {...(row.validUntil !== null && row.validUntil < today ? { c: 'red' } : {})}>
                    {row.validUntil === null ? 'Không giới hạn' : showDay(row.validUntil)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {data.total > rows.length && (
        <Text size="sm" c="dimmed" role="note">
          Hiển thị {showNumber(rows.length)} trên {showNumber(data.total)} giấy chứng nhận; gõ tên hoặc số để tìm tiếp.
        </Text>
      )}
    </Stack>
  )
}
