/**
 * Taking back that a person was sent on to the office that runs classes.
 */
import { Text } from '@mantine/core'
import type { AskRow } from '../../../shared/contract/classes.ts'
import { announce } from '../../parts/announce.tsx'
import { TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** The dialog. */
export function RecallDialog({ ask, onClose }: { readonly ask: AskRow; readonly onClose: () => void }) {
  const recording = useRecording({
    command: 'class.recall',
    draft: `lop/${ask.kind}/${ask.case}/rut`,
    initial: { reason: '' },
    toInput: (values) => ({ case: ask.case, class: ask.kind, ...inputOf(values) }),
    onDone: () => {
      announce(`Đã rút lại việc chuyển ${ask.name}.`)
      onClose()
    },
  })
  return (
    <RecordingDialog
      title={`Rút lại việc chuyển ${ask.name}`}
      recording={recording}
      submitLabel="Rút lại"
      onClose={onClose}
      size="md"
    >
      <Text size="sm">Người này trở lại danh sách chờ xếp lớp ở đơn vị mình.</Text>
      <TextField
        label="Lý do"
        description="Cần ghi nếu gói dữ liệu đã gửi; nơi nhận sẽ thấy lý do."
        data-autofocus
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}
