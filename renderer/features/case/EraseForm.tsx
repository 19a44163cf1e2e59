/**
 * Erasing what was written of a person who was not admitted. What goes, what stays and what still holds it is said before;
 * there is no way back.
 */
import { Alert } from '@mantine/core'
import { useLocation } from 'wouter'
import { announce } from '../../parts/announce.tsx'
import { TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import { forgetPerson } from '../../queries.ts'
import type { CaseFormProps } from './case-forms.ts'

/** Erases the data of a person. */
export function EraseForm({ situation, onClose }: CaseFormProps) {
  const [, go] = useLocation()
  const { id, view } = situation
  const recording = useRecording({
    command: 'case.erase',
    draft: `ho-so/${id}/xoa`,
    initial: { reason: '' },
    toInput: (values) => ({ case: id, ...inputOf(values) }),
    onDone: () => {
      announce('Đã xóa dữ liệu cá nhân. Gửi gói dữ liệu để các nơi đã nhận cũng được đề nghị xóa.')
      onClose()
      go('/nguon')
      forgetPerson(id)
    },
  })
  return (
    <RecordingDialog
      title={`Xóa dữ liệu cá nhân của ${view.state.profile.name}`}
      recording={recording}
      submitLabel="Xóa, không lấy lại được"
      onClose={onClose}
      size="md"
    >
      <Alert color="red" role="note">
        Mọi bản ghi và bản quét của đơn vị mình về người này bị xóa hẳn, không lấy lại được; người này không còn hiện ở
        trang nào. Chỉ còn năm, chi bộ và kết quả để thống kê. Nơi khác đã nhận hồ sơ sẽ được đề nghị xóa ở gói dữ liệu
        sau. Những gì nơi khác gửi đến, như hồ sơ được giao, vẫn nằm trong kho dữ liệu đã mã hóa cho đến khi nơi đó xóa;
        lúc ấy mục Nhận về hỏi để xóa nốt. Các bản sao lưu cũ vẫn còn dữ liệu này; trang Sao lưu liệt kê những bản đó.
      </Alert>
      <TextField
        label="Lý do"
        description="Nơi khác thấy lý do này và nó được giữ lại; đừng ghi tên hay thông tin của người đó"
        required
        data-autofocus
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}
