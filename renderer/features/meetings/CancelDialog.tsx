/**
 * Calling a meeting off: why. Its dossiers can then be put to another.
 */
import { announce } from '../../parts/announce.tsx'
import { AreaField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** The dialog. */
export function CancelDialog({ meeting, onClose }: { readonly meeting: string; readonly onClose: () => void }) {
  const recording = useRecording({
    command: 'meeting.cancel',
    draft: `hop/${meeting}/huy`,
    initial: { reason: '' },
    toInput: (values) => ({ meeting, ...inputOf(values) }),
    onDone: ({ entries }) => {
      announce('Đã hủy cuộc họp.', entries)
      onClose()
    },
  })
  return (
    <RecordingDialog title="Hủy cuộc họp" recording={recording} submitLabel="Hủy cuộc họp" onClose={onClose}>
      <AreaField label="Lý do" required data-autofocus {...recording.bind('reason')} />
    </RecordingDialog>
  )
}
