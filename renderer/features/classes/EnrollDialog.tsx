/**
 * Taking people on for one of our classes that is not over.
 */
import { Text } from '@mantine/core'
import type { PartyClass } from '../../../shared/model/codes.ts'
import { showDay, showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useAsk } from '../../queries.ts'

/** The dialog. */
export function EnrollDialog({
  kind,
  cases,
  today,
  onClose,
}: {
  readonly kind: PartyClass
  readonly cases: readonly string[]
  readonly today: string
  readonly onClose: () => void
}) {
  const classes = (useAsk('class.list', { kind }).data?.rows ?? []).filter(
    ({ own, standing }) => own && standing !== 'done',
  )
  const recording = useRecording({
    command: 'class.enroll',
    draft: `xep-lop/${kind}`,
    initial: { class: '', on: today },
    toInput: ({ class: id, on }) => ({ class: id, on, cases }),
    onDone: (_answer, values) => {
      const name = classes.find(({ id }) => id === values.class)?.facts.name ?? ''
      announce(`Đã xếp ${showNumber(cases.length)} người vào ${name}.`)
      onClose()
    },
  })
  const { bind, bindChoice, patch } = recording
  // A class that is entered afterwards took its people on before it began.
  const choose = (id: string | null) => {
    const from = classes.find((held) => held.id === id)?.facts.from
    patch({ class: id ?? '', ...(from !== undefined && from < today ? { on: from } : {}) })
  }
  return (
    <RecordingDialog
      title={`Xếp ${showNumber(cases.length)} người vào lớp`}
      recording={recording}
      submitLabel="Xếp vào lớp"
      onClose={onClose}
    >
      <ChoiceField
        label="Lớp"
        required
        data-autofocus
        placeholder={classes.length === 0 ? 'Chưa có lớp nào đang nhận học viên' : 'Chọn lớp'}
        data={classes.map(({ id, facts, seats }) => ({
          value: id,
          label: `${facts.name} – ${showDay(facts.from)}, còn ${showNumber(Math.max(0, facts.places - seats))} chỗ`,
        }))}
        {...bindChoice('class')}
        onChange={choose}
      />
      {classes.length === 0 && (
        <Text size="sm" c="dimmed">
          Mở lớp trước, rồi xếp người vào lớp.
        </Text>
      )}
      <DateField label="Ngày xếp lớp" required {...bind('on')} />
    </RecordingDialog>
  )
}
