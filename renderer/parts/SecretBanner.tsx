/**
 * What must never be put into the program: papers that are state secrets. Shown in full at the first start, and
 * in one quiet line wherever papers are attached. What the program claims for itself is no more than SECURITY.md says.
 */
import { Alert, Text } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'

const NOT_HERE = 'Giấy tờ có dấu Mật, Tối mật, Tuyệt mật chỉ ghi số, ngày và nơi lưu; không quét, không đính kèm.'

/** The same beside the button that attaches. */
export function SecretLine() {
  return (
    <Text size="xs" c="dimmed">
      {NOT_HERE}
    </Text>
  )
}

/** The banner. */
export function SecretBanner() {
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconShieldLock aria-hidden />}
      title="Không đưa tài liệu bí mật nhà nước vào phần mềm"
      role="note"
    >
      {NOT_HERE} Phần mềm mã hóa để bảo vệ dữ liệu cá nhân, không phải sản phẩm mật mã dùng cho bí mật nhà nước.
    </Alert>
  )
}
