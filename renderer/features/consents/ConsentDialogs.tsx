/**
 * Asking the level above for its consent, and its answer as it stands on the paper.
 */
import { Radio, Group, SimpleGrid } from '@mantine/core'
import type { ConsentRow } from '../../../shared/contract/meetings.ts'
import { CONSENT_KINDS } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import { useAsk } from '../../queries.ts'

type Props = {
  readonly row: ConsentRow
  /** Who consents by the rules of today. */
  readonly body: string
  readonly onClose: () => void
}

/** The dialog of a request. */
export function AskDialog({ row, body, onClose }: Props) {
  const today = useAsk('office.get', {}).data?.today ?? ''
  const recording = useRecording({
    command: 'consent.request',
    draft: draftOf(row, 'hoi'),
    initial: { date: today, to: body, 'letter.number': '', 'letter.date': '' },
    toInput: (values) => ({ ...about(row), ...inputOf(values) }),
    onDone: ({ entries }) => {
      announce(`Đã ghi việc xin ý kiến về ${row.name}.`, entries)
      onClose()
    },
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title={titleOf('Xin ý kiến', row)}
      recording={recording}
      submitLabel="Ghi việc xin ý kiến"
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="sm">
        <DateField label="Ngày xin ý kiến" required data-autofocus {...bind('date')} />
        <TextField label="Cơ quan cho ý kiến" required {...bind('to')} />
        <TextField label="Công văn số" {...bind('letter.number')} />
        <DateField label="Ngày công văn" {...bind('letter.date')} />
      </SimpleGrid>
    </RecordingDialog>
  )
}

/** The dialog of an answer. */
export function AnswerDialog({ row, body, onClose }: Props) {
  const recording = useRecording({
    command: 'consent.record',
    draft: draftOf(row, 'tra-loi'),
    initial: { number: '', date: '', issuer: row.askedOf ?? body, granted: 'yes', note: '' },
    toInput: ({ granted, ...values }) => ({ ...about(row), ...inputOf(values), granted: granted === 'yes' }),
    onDone: ({ entries }) => {
      announce(`Đã ghi trả lời về ${row.name}.`, entries)
      onClose()
    },
  })
  const { bind, values, patch } = recording
  return (
    <RecordingDialog title={titleOf('Trả lời', row)} recording={recording} submitLabel="Ghi trả lời" onClose={onClose}>
      <Radio.Group label="Kết quả" value={values.granted} onChange={(granted) => patch({ granted })}>
        <Group gap="md" mt={4}>
          <Radio value="yes" label="Đồng ý" />
          <Radio value="no" label="Không đồng ý" />
        </Group>
      </Radio.Group>
      <SimpleGrid cols={2} spacing="sm">
        <TextField label="Số văn bản" required data-autofocus {...bind('number')} />
        <DateField label="Ngày văn bản" required {...bind('date')} />
      </SimpleGrid>
      <TextField label="Nơi ban hành" required {...bind('issuer')} />
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}

/** Where the form of a person is kept: each opinion asked for has its own. */
function draftOf({ case: id, kind, about: what }: ConsentRow, form: string): string {
  return `y-kien/${id}/${kind}${(what ?? '').replace(/[^a-zA-Z0-9.-]/g, '-').slice(0, 30)}/${form}`
}

function about({ case: id, kind, about: what }: ConsentRow) {
  return { case: id, kind, ...(what === null ? {} : { about: what }) }
}

function titleOf(act: string, { kind, name }: ConsentRow): string {
  return `${act}: ${CONSENT_KINDS[kind].toLowerCase()}, ${name}`
}
