/**
 * A certificate issued again in place of one lost or spoilt: a number and a day of its own, valid as long as the first.
 */
import { SimpleGrid, Text } from '@mantine/core'
import type { ClassView, SeatRow } from '../../../shared/contract/classes.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

/** The dialog. */
export function ReissueDialog({
  view,
  seat,
  onClose,
}: {
  readonly view: ClassView
  readonly seat: SeatRow
  readonly onClose: () => void
}) {
  const recording = useRecording({
    command: 'certificate.reissue',
    draft: `lop/${view.row.id}/${seat.case}/cap-lai`,
    initial: { number: '', date: view.today, signer: seat.end?.certificate?.signer ?? '', reason: '' },
    toInput: (values) => ({ class: view.row.id, case: seat.case, ...inputOf(values) }),
    onDone: () => {
      announce(`Đã ghi việc cấp lại giấy chứng nhận cho ${seat.person.name}.`)
      onClose()
    },
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title={`Cấp lại giấy chứng nhận cho ${seat.person.name}`}
      recording={recording}
      submitLabel="Ghi cấp lại"
      onClose={onClose}
    >
      <Text size="sm">
        Giấy đã cấp: số {seat.number}. Giấy cấp lại có giá trị như giấy lần đầu, tính từ ngày cấp lần đầu.
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextField label="Số giấy cấp lại" required data-autofocus {...bind('number')} />
        <DateField label="Ngày cấp lại" required {...bind('date')} />
        <TextField label="Người ký" {...bind('signer')} />
      </SimpleGrid>
      <AreaField label="Lý do cấp lại" required {...bind('reason')} />
    </RecordingDialog>
  )
}
