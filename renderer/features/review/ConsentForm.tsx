/**
 * Asking the level above for its consent while a dossier is reviewed: about what, of whom, by which letter. The answer is
 * recorded on the page of consents.
 */
import { SimpleGrid } from '@mantine/core'
import type { MovingCase } from '../../../shared/contract/answers.ts'
import { CONSENT_KINDS } from '../../../shared/words/vi.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import { rulesOn } from '../../rules-in-force.ts'
import { ChoiceField, choicesOf } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { inputOf } from '../../parts/values.ts'

/** The form of 'xin ý kiến cấp trên'. */
export function ConsentForm({
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
    command: 'consent.request',
    draft: `xet/${row.case}/consent`,
    initial: {
      kind: 'overAge',
      about: '',
      date: today,
      to: rulesOn(today).structure.consentBody.value,
      'letter.number': '',
      'letter.date': '',
    },
    toInput: ({ about, ...values }) => ({
      case: row.case,
      ...inputOf({ ...values, about: values.kind === 'other' ? about : '' }),
    }),
    onDone: ({ entries }) => onDone(entries),
  })
  const { values, bind, patch } = recording
  return (
    <RecordingForm recording={recording} submitLabel="Ghi việc xin ý kiến" onCancel={onCancel}>
      <ChoiceField
        label="Nội dung xin ý kiến"
        data={choicesOf(CONSENT_KINDS)}
        value={values.kind}
        onChange={(kind) => patch({ kind: kind ?? 'other' })}
        required
        autoFocus
      />
      {values.kind === 'other' && <TextField {...bind('about')} label="Nội dung cụ thể" required />}
      <DateField {...bind('date')} label="Ngày xin ý kiến" required />
      <TextField {...bind('to')} label="Cơ quan cho ý kiến" required />
      <SimpleGrid cols={2} spacing="xs">
        <TextField {...bind('letter.number')} label="Công văn số" />
        <DateField {...bind('letter.date')} label="Ngày công văn" />
      </SimpleGrid>
    </RecordingForm>
  )
}
