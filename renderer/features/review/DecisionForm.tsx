/**
 * A decision as it was signed: number, day, body, votes. The number is only proposed; what stands on the paper counts.
 */
import { Alert, SimpleGrid } from '@mantine/core'
import type { Decision } from '../../../shared/model/acts.ts'
import type { MovingCase } from '../../../shared/contract/answers.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { CancelGroundField } from '../../parts/CancelGroundField.tsx'
import { AreaField, CountField, DateField, TextField } from '../../parts/fields.tsx'
import { NumberAgain, NumberDoubts } from '../../parts/NumberDoubts.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { matterInput } from '../../parts/matter-input.ts'
import { inputOf } from '../../parts/values.ts'
import { useAsk } from '../../queries.ts'
import { nextNumber } from './remarks.ts'

/** The form of a decision. */
export function DecisionForm({
  row,
  outcome,
  officialFrom,
  lastNumber,
  today,
  submitLabel,
  onDone,
  onCancel,
}: {
  readonly row: MovingCase
  readonly outcome: Decision['outcome']
  /** The end of probation, from which a recognised person is an official member. */
  readonly officialFrom: string
  readonly lastNumber: string | null
  readonly today: string
  readonly submitLabel: string
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const office = useAsk('office.get', {}).data
  const recording = useRecording({
    command: 'decision.record',
    draft: `xet/${row.case}/decision`,
    initial: {
      number: nextNumber(lastNumber),
      date: today,
      body: office?.profile.decidingBody ?? '',
      signer: '',
      members: '',
      agree: '',
      reason: '',
      officialFrom: outcome === 'recognise' ? officialFrom : '',
      numberAgain: false,
      ground: '',
    },
    check: ({ ground }) => (outcome === 'cancel' && ground === '' ? { ground: 'Chọn lý do hủy' } : {}),
    toInput: (values) => ({
      case: row.case,
      ...matterInput(row.matter),
      outcome,
      ...inputOf(values, ['members', 'agree']),
    }),
    onDone,
  })
  return (
    <RecordingForm recording={recording} submitLabel={submitLabel} onCancel={onCancel}>
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
      <NumberAgain
        isShown={recording.refusal?.code === 'NUMBER_TAKEN' || recording.values.numberAgain}
        checked={recording.values.numberAgain}
        onChange={(numberAgain) => recording.patch({ numberAgain })}
      />
      <TextField {...recording.bind('body')} label="Cơ quan ban hành" required />
      <TextField {...recording.bind('signer')} label="Người ký" />
      <SimpleGrid cols={2} spacing="xs">
        <CountField {...recording.bind('members')} label="Tổng số thành viên" />
        <CountField {...recording.bind('agree')} label="Số tán thành" />
      </SimpleGrid>
      {outcome === 'recognise' && (
        <DateField
          {...recording.bind('officialFrom')}
          label="Là đảng viên chính thức từ ngày"
          description="Tính từ ngày lễ kết nạp; sửa lại nếu quyết định ghi khác."
        />
      )}
      {outcome === 'cancel' && (
        <CancelGroundField
          value={recording.values.ground}
          error={recording.errors['ground']}
          onChange={(ground) => recording.patch({ ground })}
        />
      )}
      {outcome !== 'admit' && outcome !== 'recognise' && (
        <AreaField {...recording.bind('reason')} label="Lý do" required />
      )}
      <NumberDoubts
        caseId={row.case}
        number={recording.values.number}
        date={recording.values.date}
        body={recording.values.body}
        isDelegated={row.isDelegated === true}
      />
    </RecordingForm>
  )
}
