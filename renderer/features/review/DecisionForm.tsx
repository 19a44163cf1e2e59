/**
 * A decision as it was signed: number, day, body, votes. The number is only proposed; what stands on the paper counts.
 */
import { Alert, SimpleGrid } from '@mantine/core'
import type { MovingCase } from '../../../shared/contract/answers.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { AreaField, CountField, DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { inputOf } from '../../parts/values.ts'
import { useAsk } from '../../queries.ts'
import { nextNumber } from './remarks.ts'

/** The form of a decision. */
export function DecisionForm({
  row,
  outcome,
  lastNumber,
  today,
  onDone,
  onCancel,
}: {
  readonly row: MovingCase
  readonly outcome: 'admit' | 'refuse'
  readonly lastNumber: string | null
  readonly today: string
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const office = useAsk('office.get', {}).data
  const recording = useRecording({
    command: 'decision.record',
    initial: {
      number: nextNumber(lastNumber),
      date: today,
      body: office?.profile.decidingBody ?? '',
      signer: '',
      members: '',
      agree: '',
      reason: '',
    },
    toInput: (values) => ({ case: row.case, outcome, ...inputOf(values, ['members', 'agree']) }),
    onDone,
  })
  return (
    <RecordingForm
      recording={recording}
      submitLabel={outcome === 'admit' ? 'Ghi quyết định kết nạp' : 'Ghi quyết định không kết nạp'}
      onCancel={onCancel}
    >
      {row.blocks > 0 && (
        <Alert color="orange" role="note">
          Hồ sơ còn {showNumber(row.blocks)} điểm phải xử lý. Quyết định đã ký vẫn ghi được; các điểm đó vẫn hiện trong
          hồ sơ.
        </Alert>
      )}
      <SimpleGrid cols={2} spacing="xs">
        <TextField
          {...recording.bind('number')}
          label="Số quyết định"
          description={lastNumber === null ? 'Như trên văn bản' : `Số gần nhất: ${lastNumber}`}
          required
          autoFocus
        />
        <DateField {...recording.bind('date')} label="Ngày quyết định" description="Như trên văn bản" required />
      </SimpleGrid>
      <TextField {...recording.bind('body')} label="Cơ quan ban hành" required />
      <TextField {...recording.bind('signer')} label="Người ký" />
      <SimpleGrid cols={2} spacing="xs">
        <CountField {...recording.bind('members')} label="Tổng số thành viên" />
        <CountField {...recording.bind('agree')} label="Số tán thành" />
      </SimpleGrid>
      {outcome === 'refuse' && <AreaField {...recording.bind('reason')} label="Lý do" required />}
    </RecordingForm>
  )
}
