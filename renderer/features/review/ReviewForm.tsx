/**
 * What the reviewing body concluded, and the lengthening of the decision's limit: both go to the keeper with the next bundle.
 */
import { Alert, Radio, Stack } from '@mantine/core'
import type { MovingCase } from '../../../shared/contract/answers.ts'
import { decisionLimitOf } from '../../../shared/contract/review-queue.ts'
import { extendedInVain, REVIEW_OUTCOMES } from '../../../shared/words/vi.ts'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { inputOf } from '../../parts/values.ts'

type Props = {
  readonly row: MovingCase
  readonly today: string
  readonly onDone: (entries: readonly string[]) => void
  readonly onCancel: () => void
}

/** The form of 'thẩm định'. */
export function ReviewForm({ row, today, onDone, onCancel }: Props) {
  const recording = useRecording({
    command: 'dossier.review',
    draft: `xet/${row.case}/review`,
    initial: { date: today, outcome: 'agree', note: '' },
    toInput: (values) => ({ case: row.case, ...inputOf(values) }),
    onDone: ({ entries }) => onDone(entries),
  })
  const { values, bind, patch } = recording
  return (
    <RecordingForm recording={recording} submitLabel="Ghi kết quả" onCancel={onCancel}>
      <DateField {...bind('date')} label="Ngày thẩm định" required autoFocus />
      <Radio.Group label="Kết quả" value={values.outcome} onChange={(outcome) => patch({ outcome })}>
        <Stack gap={6} mt={4}>
          {Object.entries(REVIEW_OUTCOMES).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <AreaField
        {...bind('note')}
        label={values.outcome === 'hold' ? 'Nội dung cần thẩm tra' : 'Ghi chú'}
        required={values.outcome === 'hold'}
      />
    </RecordingForm>
  )
}

/** The form of 'gia hạn'. */
export function ExtendForm({ row, today, onDone, onCancel }: Props) {
  const limitId = decisionLimitOf(row.matter)
  const recording = useRecording({
    command: 'limit.extend',
    draft: `xet/${row.case}/extend`,
    initial: { date: today, reason: '', 'letter.number': '', 'letter.date': '' },
    toInput: (values) => ({
      case: row.case,
      limit: limitId,
      ...inputOf(values),
    }),
    onDone: ({ entries }) => onDone(entries),
  })
  const { bind, values } = recording
  const limit = row.limits.find(({ id }) => id === limitId)
  return (
    <RecordingForm recording={recording} submitLabel="Ghi gia hạn" onCancel={onCancel}>
      <DateField {...bind('date')} label="Ngày gia hạn" required autoFocus />
      {limit !== undefined && values.date > limit.due && (
        <Alert color="yellow" role="status" py={6}>
          {extendedInVain({ due: limit.due, given: values.date })}
        </Alert>
      )}
      <AreaField {...bind('reason')} label="Lý do" required />
      <TextField {...bind('letter.number')} label="Số văn bản" />
      <DateField {...bind('letter.date')} label="Ngày văn bản" />
    </RecordingForm>
  )
}
