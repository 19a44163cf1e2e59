/**
 * Taking a person off the roster; the place is free again.
 */
import { Text } from '@mantine/core'
import type { ClassView, SeatRow } from '../../../shared/contract/classes.ts'
import { announce } from '../../parts/announce.tsx'
import { TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** The dialog. */
export function ReleaseDialog({
  view,
  seat,
  onClose,
}: {
  readonly view: ClassView
  readonly seat: SeatRow
  readonly onClose: () => void
}) {
  const recording = useRecording({
    command: 'class.release',
    draft: `lop/${view.row.id}/${seat.case}/ra`,
    initial: { reason: '' },
    toInput: (values) => ({ class: view.row.id, case: seat.case, ...inputOf(values) }),
    onDone: () => {
      announce(`Đã đưa ${seat.person.name} ra khỏi danh sách lớp.`)
      onClose()
    },
  })
  return (
    <RecordingDialog
      title={`Đưa ${seat.person.name} ra khỏi danh sách lớp`}
      recording={recording}
      submitLabel="Đưa ra khỏi lớp"
      onClose={onClose}
      size="md"
    >
      <Text size="sm">Điểm danh đã ghi của người này cũng được rút lại. Người này trở lại danh sách chờ xếp lớp.</Text>
      <TextField
        label="Lý do"
        description="Đơn vị của người này sẽ thấy lý do."
        data-autofocus
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}
