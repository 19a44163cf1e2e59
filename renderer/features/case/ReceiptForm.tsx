/**
 * The day our office received the decision: proposed where the bundle says when the decision was issued, never assumed.
 */
import { Text } from '@mantine/core'
import type { Matter } from '../../../shared/model/acts.ts'
import { actsOf } from '../../../shared/model/stage.ts'
import { DECISION_OUTCOMES, lower, showDay } from '../../../shared/words/vi.ts'
import { DateField } from '../../parts/fields.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { matterInput } from '../../parts/matter-input.ts'
import { useCaseForm } from './use-case-form.ts'

/** Records the receipt of the decision. */
export function ReceiptForm({ situation, onClose, matter }: CaseFormProps & { readonly matter: Matter }) {
  const { decision } = actsOf(situation.view.state, matter)
  const recording = useCaseForm(situation.id, onClose, {
    command: 'decision.recordReceipt',
    initial: { date: situation.today },
    draft: 'receipt',
    toInput: (values) => ({ ...inputOf(values), ...matterInput(matter) }),
    done: 'Đã ghi ngày nhận quyết định.',
  })
  return (
    <RecordingDialog
      title="Ngày nhận quyết định"
      recording={recording}
      submitLabel="Ghi ngày nhận"
      onClose={onClose}
      size="md"
    >
      {decision !== null && (
        <Text size="sm">
          Quyết định số {decision.number} ngày {showDay(decision.date)} của {decision.body}:{' '}
          {lower(DECISION_OUTCOMES[decision.outcome])}.
        </Text>
      )}
      <DateField
        label="Đơn vị nhận được quyết định ngày"
        description="Phần mềm đề xuất ngày hôm nay; sửa lại theo dấu công văn đến nếu nhận vào ngày khác."
        required
        data-autofocus
        {...recording.bind('date')}
      />
    </RecordingDialog>
  )
}
