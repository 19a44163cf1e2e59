/**
 * What has left the program in clear: files and prints, by whom, why, about how many people. The administrator looks here
 * when a paper is found where it should not be.
 */
import { Alert, Group, Stack, Table, Text } from '@mantine/core'
import { clearKind, clearRemarks, clearSubject, READ_LOG_BROKEN, showNumber } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { OlderRows, useLogWindow } from '../../parts/OlderRows.tsx'
import { AwaitedState, EmptyState } from '../../parts/states.tsx'
import { showTime } from '../../parts/times.ts'
import { useAsk } from '../../queries.ts'

/** The block. */
export function ClearFiles() {
  const log = useLogWindow()
  const { data, error, refetch } = useAsk('clear.list', log.input, { keepPrevious: true })
  if (data === undefined) return <AwaitedState isThere={false} error={error} onRetry={() => void refetch()} rows={4} />
  const cut = data.isCut && (
    <Alert color="red" role="alert">
      {READ_LOG_BROKEN}
    </Alert>
  )
  if (data.rows.length === 0)
    return (
      cut || (
        <EmptyState
          title="Chưa có tệp hay bản in nào"
          text="Mỗi lần lưu văn bản, danh sách, bản quét ra tệp hoặc in ra giấy sẽ có một dòng tại đây."
        />
      )
    )
  return (
    <Stack gap="sm">
      {cut}
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 300px">
          Những gì đã rời phần mềm mà không mã hóa, mới nhất trước. Dòng đã ghi không sửa, không xóa được. Tệp về từng
          người không ghi tên tệp, chỉ ghi loại tệp.
        </Text>
        <Group gap="xs">
          <ListActions what="clearFiles" size="xs" />
        </Group>
      </Group>
      <Table ref={log.table} tabIndex={-1} aria-label="Tệp và bản in không mã hóa">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Thời điểm, người làm</Table.Th>
            <Table.Th>Nội dung</Table.Th>
            <Table.Th>Số người, số dòng</Table.Th>
            <Table.Th>Nơi đến</Table.Th>
            <Table.Th>Mục đích sử dụng</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.rows.map((row) => {
            const remarks = clearRemarks(row)
            return (
              <Table.Tr key={row.seq}>
                <Table.Td>
                  {showTime(row.at)}
                  <Text size="xs" c="dimmed">
                    {row.userName ?? 'Không rõ người dùng'}
                  </Text>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {clearSubject(row)}
                  {remarks !== null && (
                    <Text size="xs" fw={600}>
                      {remarks}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{row.people === null ? '' : showNumber(row.people)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {clearKind(row)}
                  {row.file !== null && (
                    <Text size="xs" c="dimmed">
                      {row.file}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.why}</Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      <OlderRows window={log} oldest={data.rows.at(-1)?.seq} more={data.more} />
    </Stack>
  )
}
