/**
 * The last act of an office that is merged into another: all it keeps goes to its successor, in one set that the other
 * takes in under Nhận về. What it means is said before.
 */
import { Alert, Text } from '@mantine/core'
import type { ExportAnswer } from '../../../shared/contract/exchange.ts'
import type { PeerState } from '../../../shared/model/office-state.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** Bàn giao cho đơn vị kế thừa. */
export function SuccessionDialog({
  peer: { id, peer },
  folder,
  today,
  onClose,
}: {
  readonly peer: PeerState
  readonly folder: string
  readonly today: string
  readonly onClose: () => void
}) {
  const recording = useRecording<{ readonly on: string; readonly reason: string }, ExportAnswer>({
    command: 'bundle.exportSuccession',
    initial: { on: today, reason: '' },
    toInput: (values) => ({ to: id, folder, ...inputOf(values) }),
    onDone: ({ folder: place }) => {
      announce(
        `Đã xuất gói bàn giao cho ${peer.name} vào ${place}. Xuất thêm gói dữ liệu cho cấp trên để cấp trên biết.`,
      )
      onClose()
    },
  })
  return (
    <RecordingDialog
      title={`Bàn giao cho ${peer.name}`}
      recording={recording}
      submitLabel="Bàn giao và xuất gói"
      onClose={onClose}
    >
      <Alert color="orange" role="note">
        Mọi đơn vị trực thuộc, đảng viên trong danh bạ và mọi hồ sơ đang làm của đơn vị mình chuyển sang {peer.name} từ
        ngày ghi dưới đây. Hồ sơ đã kết thúc vẫn tính cho đơn vị mình; bản ghi của chúng được giữ ở nơi kế thừa để tra
        cứu. Hồ sơ đã gửi mà cấp trên chưa trả lời cũng chuyển sang, cấp trên trả lời về {peer.name}. Việc này không rút
        lại được.
      </Alert>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        Nơi ghi: {folder}
      </Text>
      <DateField label="Bàn giao từ ngày" required {...recording.bind('on')} />
      <TextField
        label="Căn cứ"
        description="Ví dụ: Nghị quyết sắp xếp đơn vị hành chính số 12"
        required
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}
