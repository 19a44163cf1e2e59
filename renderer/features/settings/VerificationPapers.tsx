/**
 * Whether papers of the verification of a résumé are kept in the program or beside it: an office may hold that some of
 * them must not be scanned.
 */
import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import { announce } from '../../parts/announce.tsx'
import { useAct } from '../../queries.ts'

/** The choice; it is recorded at once. */
export function VerificationPapers({ office }: { readonly office: OfficeView }) {
  // Shown as chosen at once; the store answers a moment later.
  const [wished, setWished] = useState<boolean | null>(null)
  const change = useAct(
    'setting.change',
    () => announce('Đã ghi thiết lập.'),
    () => {
      setWished(null)
      return false
    },
  )
  const isAdministrator = office.user.roles.includes('administrator')
  return (
    <Radio.Group
      label="Giấy tờ thẩm tra lý lịch"
      value={(wished ?? office.settings['verificationPapersInside'] === true) ? 'inside' : 'outside'}
      onChange={(value) => {
        setWished(value === 'inside')
        change.mutate({ key: 'verificationPapersInside', value: value === 'inside' })
      }}
    >
      <Stack gap="xs" mt={6}>
        <Radio
          value="outside"
          disabled={!isAdministrator}
          label="Lưu riêng ngoài phần mềm"
          description="Chỉ ghi số, ngày và nơi lưu; không đưa bản quét vào phần mềm, không gửi theo gói dữ liệu."
        />
        <Radio
          value="inside"
          disabled={!isAdministrator}
          label="Lưu trong phần mềm"
          description="Được đính kèm bản quét như giấy tờ khác. Chỉ chọn khi các giấy tờ này không phải bí mật nhà nước."
        />
      </Stack>
    </Radio.Group>
  )
}
