/**
 * The roster as a spreadsheet: for the wall, or for a trainer without the program to fill in and send back.
 */
import { Text } from '@mantine/core'
import type { ClassView } from '../../../shared/contract/classes.ts'
import { ClearFileDialog } from '../../parts/ClearFileDialog.tsx'
import { useClearSave } from '../../parts/save-clear.ts'

/** The dialog. */
export function RosterFileDialog({ view, onClose }: { readonly view: ClassView; readonly onClose: () => void }) {
  const saving = useClearSave('class.writeRoster')
  const { id, facts } = view.row
  const name = `${facts.name.replace(/[\\/:*?"<>|]/gu, ' ')}.xlsx`
  return (
    <ClearFileDialog
      title="Lưu danh sách lớp ra Excel"
      saving={saving}
      onSave={(why) => void saving.save('Lưu danh sách lớp', name, { class: id, why })}
      onClose={onClose}
    >
      <Text size="sm">
        Nơi giảng dạy không dùng phần mềm điền số buổi, kết quả, số giấy chứng nhận vào các cột có nền màu rồi gửi lại;
        chọn “Nhận bảng kết quả đã điền” để nhận. Tệp không mã hóa.
      </Text>
    </ClearFileDialog>
  )
}
