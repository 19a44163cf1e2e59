/**
 * What this program is, and, as plainly, what it is not.
 */
import { List, SimpleGrid, Stack, Text } from '@mantine/core'
import { showDate } from '../../../shared/text/dates.ts'
import { oldBuildNote, PRODUCT } from '../../../shared/words/vi.ts'
import { useAsk } from '../../queries.ts'

const HOSTS = { desktop: 'Bản trên máy bàn', browser: 'Chạy tạm trong trình duyệt cài sẵn' } as const

/** The block. */
export function About() {
  const info = useAsk('shell.info', {}).data
  const today = useAsk('vault.describe', {}).data?.today
  const note = info === undefined || today === undefined ? null : oldBuildNote(info.builtOn, today)
  const facts = [
    ['Phiên bản', info === undefined ? undefined : `${info.version}, ngày ${showDate(info.builtOn)}`],
    ['Cách chạy', info === undefined ? undefined : HOSTS[info.host]],
    ['Hệ điều hành', info === undefined ? undefined : systemName(info.platform)],
    ['Giấy phép', 'Apache-2.0, phần mềm mã nguồn mở'],
  ] as const
  return (
    <Stack gap="sm">
      <Text fw={600}>{PRODUCT}</Text>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {facts.map(([label, value]) => (
          <div key={label}>
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            <Text size="sm">{value ?? 'Đang xem'}</Text>
          </div>
        ))}
      </SimpleGrid>
      {note !== null && <Text size="sm">{note}</Text>}
      <div>
        <Text size="sm" fw={600}>
          Phần mềm này không phải là
        </Text>
        <List size="sm">
          <List.Item>nơi soạn, lưu hay chuyển tài liệu bí mật nhà nước;</List.Item>
          <List.Item>
            chữ ký số theo pháp luật: gói dữ liệu được ký để biết nơi gửi và phát hiện sửa đổi, không thay văn bản ký,
            đóng dấu;
          </List.Item>
          <List.Item>
            cơ sở dữ liệu đảng viên của Trung ương, và không thay việc cập nhật vào cơ sở dữ liệu đó;
          </List.Item>
          <List.Item>nơi quyết định thay người: phần mềm nhắc và kiểm tra, cấp ủy xem xét và quyết định.</List.Item>
        </List>
      </div>
      <Text size="sm">
        Phần mềm không kết nối mạng và không gửi dữ liệu đi đâu ngoài gói dữ liệu do người dùng xuất.
      </Text>
    </Stack>
  )
}

function systemName(platform: string): string {
  return platform === 'win32' ? 'Windows' : platform === 'darwin' ? 'macOS' : platform === 'linux' ? 'Linux' : platform
}
