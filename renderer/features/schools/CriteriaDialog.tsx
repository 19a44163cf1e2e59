/**
 * The criteria a school evaluates by, one a line. Evaluations already recorded keep those of their day.
 */
import { announce } from '../../parts/announce.tsx'
import { AreaField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'

/** The dialog. */
export function CriteriaDialog({
  criteria,
  onClose,
}: {
  readonly criteria: readonly string[]
  readonly onClose: () => void
}) {
  const recording = useRecording({
    command: 'setting.change',
    draft: 'tieu-chi-hoc-sinh',
    initial: { value: criteria.join('\n') },
    toInput: ({ value }) => ({ key: 'pupilCriteria', value: value.normalize('NFC').trim() }),
    onDone: () => {
      announce('Đã ghi các tiêu chí đánh giá học sinh.')
      onClose()
    },
  })
  return (
    <RecordingDialog
      title="Tiêu chí đánh giá học sinh"
      recording={recording}
      submitLabel="Ghi tiêu chí"
      onClose={onClose}
    >
      <AreaField
        label="Mỗi tiêu chí một dòng"
        description="Đánh giá đã ghi vẫn giữ các tiêu chí của lần đó."
        required
        data-autofocus
        {...recording.bind('value')}
      />
    </RecordingDialog>
  )
}
