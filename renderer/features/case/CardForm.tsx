/**
 * The membership card as it was given: of our own deciding body, or of the superior 'theo văn bản giấy'.
 */
import { SimpleGrid, Text } from '@mantine/core'
import { ON_PAPER, showDay } from '../../../shared/words/vi.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

/** Records the card. */
export function CardForm({ situation, onClose }: CaseFormProps) {
  const onPaper = !situation.decidesHere
  const { decision } = situation.view.state.recognition
  const recording = useCaseForm(situation.id, onClose, {
    command: 'card.issue',
    initial: { number: '', date: '', 'decision.number': '', 'decision.date': '' },
    draft: 'phat-the',
    toInput: (values) => ({ ...inputOf(values), ...(onPaper ? { onPaper: true } : {}) }),
    done: 'Đã ghi thẻ đảng viên.',
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title={onPaper ? `Phát thẻ đảng viên (${ON_PAPER.toLowerCase()})` : 'Phát thẻ đảng viên'}
      recording={recording}
      submitLabel="Ghi thẻ đảng viên"
      onClose={onClose}
    >
      {decision !== null && (
        <Text size="sm" c="dimmed">
          Quyết định công nhận đảng viên chính thức số {decision.number} ngày {showDay(decision.date)}.
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextField label="Số thẻ đảng viên" required data-autofocus {...bind('number')} />
        <DateField label="Ngày phát thẻ" required {...bind('date')} />
        <TextField label="Số quyết định phát thẻ" {...bind('decision.number')} />
        <DateField label="Ngày quyết định phát thẻ" {...bind('decision.date')} />
      </SimpleGrid>
    </RecordingDialog>
  )
}
