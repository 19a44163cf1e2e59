/**
 * Probationary members who have still to attend the class for new members: until when, and whether a class is in sight.
 */
import { Anchor, Badge, Group, Stack, Table, Text } from '@mantine/core'
import { showDay, showNumber } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { CaseLink } from '../../parts/CaseLink.tsx'
import { useAsk } from '../../queries.ts'

/** The tab. */
export function OwedTab() {
  const { data, error, refetch } = useAsk('class.owed', {})
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState />
  if (data.rows.length === 0)
    return (
      <EmptyState
        title="Không có ai cần học"
        text="Đảng viên dự bị chưa có giấy chứng nhận học lớp đảng viên mới sẽ hiện ở đây."
      />
    )
  const late = data.rows.filter((row) => row.late).length
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" role="status">
          {showNumber(data.rows.length)} đảng viên dự bị chưa có giấy chứng nhận
          {late === 0 ? '.' : `, trong đó ${showNumber(late)} người không kịp trước khi hết thời gian dự bị.`}
        </Text>
        <Group gap="xs">
          <ListActions what="owed" />
        </Group>
      </Group>
      <Table.ScrollContainer minWidth={820}>
        <Table aria-label="Đảng viên dự bị cần học lớp đảng viên mới" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Họ và tên</Table.Th>
              <Table.Th>Đơn vị</Table.Th>
              <Table.Th w={140}>Lễ kết nạp</Table.Th>
              <Table.Th w={160}>Cần học trước ngày</Table.Th>
              <Table.Th>Lớp</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.rows.map((row) => (
              <Table.Tr key={row.case}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <CaseLink case={row.case} fw={600}>
                    {row.name}
                  </CaseLink>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Text size="sm" lineClamp={2} title={row.unitName}>
                    {row.unitName}
                  </Text>
                </Table.Td>
                <Table.Td>{showDay(row.ceremonyOn)}</Table.Td>
                <Table.Td>
                  {row.by === null ? 'Chưa rõ' : showDay(row.by)}
                  {row.late && (
                    <Badge color="red" ml={6}>
                      Không kịp
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {row.seated !== null ? (
                    <Anchor href={`#/lop/${row.seated.class}`} size="sm">
                      {row.seated.name}, bế giảng {showDay(row.seated.to)}
                    </Anchor>
                  ) : row.nominated ? (
                    'Đã đề nghị, chờ xếp lớp'
                  ) : (
                    'Chưa đề nghị'
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}
