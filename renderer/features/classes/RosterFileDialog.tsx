/**
 * The roster as a spreadsheet: for the wall, or for a trainer without the program to fill in and send back.
 */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ClassView } from '../../../shared/contract/classes.ts'
import { ClearResult } from '../../parts/ClearResult.tsx'
import { TextField } from '../../parts/fields.tsx'
import { useClearSave } from '../../parts/save-clear.ts'

/** The dialog. */
export function RosterFileDialog({ view, onClose }: { readonly view: ClassView; readonly onClose: () => void }) {
  const [why, setWhy] = useState('')
  const saving = useClearSave('class.writeRoster')
  const { id, facts } = view.row
  const write = () =>
    saving.save('Lưu danh sách lớp', `${facts.name.replace(/[\\/:*?"<>|]/gu, ' ')}.xlsx`, {
      class: id,
      why: why.trim(),
    })
  return (
    <Modal opened onClose={onClose} title="Lưu danh sách lớp ra Excel" closeOnClickOutside={false}>
      <Stack gap="sm">
        <Text size="sm">
          Nơi giảng dạy không dùng phần mềm điền số buổi, kết quả, số giấy chứng nhận vào các cột có nền màu rồi gửi
          lại; chọn “Nhận bảng kết quả đã điền” để nhận. Tệp không mã hóa.
        </Text>
        <TextField
          label="Mục đích sử dụng"
          description="Được ghi vào nhật ký của đơn vị."
          value={why}
          onChange={setWhy}
          required
          data-autofocus
        />
        <ClearResult saving={saving} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Đóng
          </Button>
          <Button disabled={why.trim() === ''} loading={saving.isSaving} onClick={() => void write()}>
            Lưu ra tệp Excel
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
