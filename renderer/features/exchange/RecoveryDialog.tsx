/**
 * Giving an office back what it had shared before it lost its data. The digits are heard by telephone now: whoever asks
 * for the data of an office must prove to be that office.
 */
import { Alert, Text } from '@mantine/core'
import type { ExportAnswer } from '../../../shared/contract/exchange.ts'
import type { PeerState } from '../../../shared/model/office-state.ts'
import { announce } from '../../parts/announce.tsx'
import { CarrierWarnings } from '../../parts/CarrierWarnings.tsx'
import { TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** Xuất gói khôi phục. */
export function RecoveryDialog({
  peer: { id, peer },
  folder,
  onClose,
}: {
  readonly peer: PeerState
  readonly folder: string
  readonly onClose: () => void
}) {
  const recording = useRecording<{ readonly digits: string; readonly reason: string }, ExportAnswer>({
    command: 'bundle.exportRecovery',
    initial: { digits: '', reason: '' },
    toInput: (values) => ({ to: id, folder, ...inputOf(values) }),
    onDone: ({ folder: place }) => {
      announce(`Đã xuất gói khôi phục cho ${peer.name} vào ${place}.`)
      onClose()
    },
  })
  return (
    <RecordingDialog
      title={`Xuất gói khôi phục cho ${peer.name}`}
      recording={recording}
      submitLabel="Xuất gói khôi phục"
      onClose={onClose}
    >
      <Alert color="orange" role="note">
        Gói này trả lại cho {peer.name} mọi bản ghi và bản quét mà đơn vị đó từng gửi lên. Trước khi xuất, gọi điện theo
        số đã biết từ trước, nghe đọc mã đối chiếu trên phiếu kết nối của đơn vị đó và gõ vào đây. Việc xuất gói được
        ghi vào nhật ký.
      </Alert>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        Nơi ghi: {folder}
      </Text>
      <CarrierWarnings folder={folder} use="sets" />
      <TextField
        label="Mã đối chiếu nghe qua điện thoại"
        description="24 chữ số, có thể gõ liền hoặc cách"
        required
        data-autofocus
        {...recording.bind('digits')}
      />
      <TextField
        label="Lý do"
        description="Ví dụ: máy của đơn vị hỏng ổ cứng, chỉ còn bản sao lưu cũ"
        required
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}
