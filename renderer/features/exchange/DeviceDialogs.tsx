/**
 * Two steps that change who works for the office: this computer begins to speak with other offices, or another one is
 * taken out of use. Both say what follows before they are done.
 */
import { Alert, Checkbox } from '@mantine/core'
import type { DeviceRow } from '../../../shared/contract/devices.ts'
import { announce } from '../../parts/announce.tsx'
import { TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useRights } from '../../parts/rights.ts'
import { inputOf } from '../../parts/values.ts'

/** Chuyển việc trao đổi sang máy này. */
export function TakeExchangeDialog({ onClose }: { readonly onClose: () => void }) {
  const recording = useRecording<{ readonly reason: string }, unknown>({
    command: 'device.takeExchange',
    draft: 'may/trao-doi',
    initial: { reason: '' },
    toInput: inputOf,
    onDone: () => {
      announce('Máy này là máy trao đổi của đơn vị. Xuất gói cho các máy khác để các máy đó biết.')
      onClose()
    },
  })
  return (
    <RecordingDialog
      title="Chuyển việc trao đổi sang máy này"
      recording={recording}
      submitLabel="Chuyển sang máy này"
      onClose={onClose}
    >
      <Alert color="orange" role="note">
        Chỉ làm khi máy trao đổi không dùng được nữa, hoặc khi hai máy làm việc tiếp từ cùng một dữ liệu mà máy này mới
        là máy chính. Từ lúc này máy này gửi và nhận với đơn vị khác; việc mà máy cũ chưa kịp chuyển sang đây thì không
        có trong gói gửi đi. Nếu tìm lại được máy cũ, nhận gói của máy đó tại đây.
      </Alert>
      <TextField
        label="Lý do"
        description="Ví dụ: máy trao đổi hỏng ổ cứng"
        required
        data-autofocus
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}

/** Thôi dùng một máy. @param onLost - the computer is in other hands, with the office's keys: they are to be renewed */
export function RemoveDeviceDialog({
  device: { device, name },
  onLost,
  onClose,
}: {
  readonly device: DeviceRow
  readonly onLost: (reason: string) => void
  readonly onClose: () => void
}) {
  const mayRenew = useRights()('keys.renew')
  const called = name ?? 'máy chưa đặt tên'
  const recording = useRecording<{ readonly reason: string; readonly isLost: boolean }, unknown>({
    command: 'device.remove',
    draft: `may/${device}/thoi`,
    initial: { reason: '', isLost: false },
    toInput: ({ reason }) => ({ device, ...inputOf({ reason }) }),
    onDone: (_answer, { reason, isLost }) => {
      announce(`Đã ghi thôi dùng ${called}.`)
      onClose()
      if (isLost) onLost(`${called}: ${reason}`)
    },
  })
  return (
    <RecordingDialog title={`Thôi dùng ${called}`} recording={recording} submitLabel="Thôi dùng" onClose={onClose}>
      <Alert color="orange" role="note">
        Nhận gói cuối cùng của máy đó trước; từ lúc này không nhận gói nào của máy đó nữa. Máy đó vẫn giữ dữ liệu và
        khóa của đơn vị: xóa dữ liệu trên máy rồi mới thanh lý. Máy không còn trong tay đơn vị thì phải thay khóa, nếu
        không, người có máy vẫn lập được gói mang tên đơn vị.
      </Alert>
      <TextField
        label="Lý do"
        description="Ví dụ: máy thanh lý, máy bị mất"
        required
        data-autofocus
        {...recording.bind('reason')}
      />
      {mayRenew && (
        <Checkbox
          label="Máy bị mất hoặc không xóa được dữ liệu: thay khóa của đơn vị ngay"
          description="Bước tiếp theo là thay khóa, rồi gửi phiếu kết nối mới cho các đơn vị."
          {...recording.bindTick('isLost')}
        />
      )}
    </RecordingDialog>
  )
}
