/**
 * The day the deciding office took the dossier in, with the number of its register.
 */
import type { MovingCase } from '../../../shared/contract/answers.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { matterInput } from '../../parts/matter-input.ts'
import { inputOf } from '../../parts/values.ts'

/** The form of 'tiếp nhận'. */
export function ReceiveForm({
  row,
  today,
  onDone,
  onCancel,
}: {
  readonly row: MovingCase
  readonly today: string
  readonly onDone: (entries: readonly string[]) => void
  readonly onCancel: () => void
}) {
  const recording = useRecording({
    command: 'dossier.receive',
    initial: { date: today, number: '' },
    draft: `xet/${row.case}/receive`,
    toInput: (values) => ({ case: row.case, ...matterInput(row.matter), ...inputOf(values) }),
    onDone: ({ entries }) => onDone(entries),
  })
  return (
    <RecordingForm recording={recording} submitLabel="Tiếp nhận" onCancel={onCancel}>
      <DateField {...recording.bind('date')} label="Ngày tiếp nhận" required autoFocus />
      <TextField {...recording.bind('number')} label="Số tiếp nhận" description="Theo sổ của đơn vị, nếu có." />
    </RecordingForm>
  )
}
