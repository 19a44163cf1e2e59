/**
 * Shutting a user out: why, and what it means. The store gets another key, so everybody unlocks again.
 */
import { Alert } from '@mantine/core'
import type { UserState } from '../../../shared/model/office-state.ts'
import { announce } from '../../parts/announce.tsx'
import { TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** Disables a user. */
export function DisableUserDialog({
  user: state,
  onClose,
}: {
  readonly user: UserState
  readonly onClose: () => void
}) {
  const { name } = state.user
  const recording = useRecording<{ readonly reason: string }, unknown>({
    command: 'user.disable',
    draft: `nguoi-dung/${state.id}/ngung`,
    endsSession: true,
    initial: { reason: '' },
    toInput: (values) => ({ userId: state.id, ...inputOf(values) }),
    onDone: () => announce('Đã ngừng người dùng. Dữ liệu đã đổi khóa; mở khóa lại bằng mật khẩu của mình.'),
  })
  return (
    <RecordingDialog
      title={`Ngừng người dùng ${name}`}
      recording={recording}
      submitLabel="Ngừng người dùng"
      onClose={onClose}
    >
      <Alert color="orange" role="note">
        {name} không mở được phần mềm nữa. Phần mềm đổi khóa dữ liệu và khóa lại ngay; mọi người mở khóa lại bằng mật
        khẩu của mình, không phải đổi mật khẩu. Những việc người này đã ghi vẫn giữ nguyên tên. Bản sao lưu đã làm trước
        đó vẫn mở được bằng mật khẩu cũ của người này, nên sao lưu lại và cất giữ các bản cũ cẩn thận.
      </Alert>
      <TextField
        label="Lý do"
        description="Ví dụ: chuyển công tác, nghỉ hưu, nghi lộ mật khẩu"
        required
        data-autofocus
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}
