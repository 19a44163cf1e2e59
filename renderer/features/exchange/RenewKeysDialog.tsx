/**
 * New keys for the office, after a loss: what it means is said before. Afterwards the program is locked, and opens on the
 * page with the card that the other offices need now.
 */
import { Alert } from '@mantine/core'
import { announce } from '../../parts/announce.tsx'
import { TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** Thay khóa của đơn vị. @param reason - stands in the field already, where something else has led here */
export function RenewKeysDialog({ reason = '', onClose }: { readonly reason?: string; readonly onClose: () => void }) {
  const recording = useRecording<{ readonly reason: string }, unknown>({
    command: 'keys.renew',
    // What has led here is newer than what was begun before.
    draft: reason === '' ? 'khoa/thay' : null,
    endsSession: true,
    initial: { reason },
    toInput: inputOf,
    onDone: () => {
      announce('Đã thay khóa của đơn vị. Mở khóa lại, rồi gửi phiếu kết nối mới cho các đơn vị.')
      window.location.hash = '#/trao-doi/ket-noi'
    },
  })
  return (
    <RecordingDialog title="Thay khóa của đơn vị" recording={recording} submitLabel="Thay khóa" onClose={onClose}>
      <Alert color="orange" role="note">
        Sau khi thay khóa, các đơn vị khác không nhận gói của đơn vị mình cho đến khi họ nhận phiếu kết nối mới và so
        lại các chữ số qua điện thoại. Gói đã gửi cho đơn vị mình bằng khóa cũ vẫn mở được. Phần mềm khóa lại ngay; mọi
        người mở khóa bằng mật khẩu của mình.
      </Alert>
      <TextField
        label="Lý do"
        description="Ví dụ: mất máy tính, nghi lộ khóa"
        required
        data-autofocus
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}
