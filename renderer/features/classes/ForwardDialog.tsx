/**
 * Sending people on to the office that runs classes: name, day of birth, sex and unit go there, and nothing else.
 */
import { Text } from '@mantine/core'
import type { PartyClass } from '../../../shared/model/codes.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'

/** The dialog. */
export function ForwardDialog({
  kind,
  cases,
  today,
  trainers,
  onClose,
}: {
  readonly kind: PartyClass
  readonly cases: readonly string[]
  readonly today: string
  readonly trainers: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}) {
  const recording = useRecording({
    command: 'class.forward',
    draft: null,
    initial: { to: trainers[0]?.id ?? '', date: today },
    toInput: ({ to, date }) => ({ to, date, class: kind, cases }),
    onDone: ({ entries }) => {
      announce(`Đã chuyển ${showNumber(cases.length)} người. Xuất gói dữ liệu để gửi đi.`, entries)
      onClose()
    },
  })
  const { bind, bindChoice } = recording
  return (
    <RecordingDialog
      title={`Chuyển ${showNumber(cases.length)} người cho trung tâm chính trị`}
      recording={recording}
      submitLabel="Chuyển danh sách"
      onClose={onClose}
    >
      <ChoiceField
        label="Trung tâm chính trị"
        required
        data={trainers.map(({ id, name }) => ({ value: id, label: name }))}
        {...bindChoice('to')}
      />
      <DateField label="Ngày chuyển" required data-autofocus {...bind('date')} />
      <Text size="sm">Nơi nhận chỉ được biết họ tên, ngày sinh, giới tính và đơn vị của từng người.</Text>
    </RecordingDialog>
  )
}
