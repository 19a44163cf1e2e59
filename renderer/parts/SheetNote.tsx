/**
 * Reminds the administrator of a recovery sheet that was shown but never read back from paper: nobody knows whether it was
 * printed at all. It stays until a sheet is proved; of one from before that was kept, nothing is known and nothing said.
 */
import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useAsk } from '../queries.ts'
import { NewSheetDialog } from './NewSheetDialog.tsx'
import { useRights } from './rights.ts'

/** The note, with the way to a sheet that is proved. */
export function SheetNote() {
  const sheet = useAsk('office.get', {}).data?.sheet ?? null
  const may = useRights()
  const [isOpen, setOpen] = useState(false)
  if (sheet === null || sheet.provedAt !== null || !may('vault.newSheet')) return null
  return (
    <>
      <Alert color="orange" role="note" title="Phiếu khôi phục chưa được kiểm tra" mb="md" className="no-print">
        <Group justify="space-between" gap="sm">
          <Text size="sm" flex={1} miw={280}>
            Chưa ai gõ lại hai nhóm số từ tờ phiếu đã in hoặc đã chép, nên chưa chắc phiếu mở được dữ liệu khi quên mật
            khẩu hoặc máy hỏng. Lập phiếu mới và gõ lại hai nhóm; hủy phiếu cũ nếu đã in.
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            Lập phiếu mới
          </Button>
        </Group>
      </Alert>
      {isOpen && <NewSheetDialog onClose={() => setOpen(false)} />}
    </>
  )
}
