/**
 * The rule set of one case: pinned to one on every day, with a reason, or each act by the set of its own day again.
 */
import { Text } from '@mantine/core'
import { showDay } from '../../../shared/words/vi.ts'
import { AreaField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useAsk } from '../../queries.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

/** Pins a case to a rule set, or lets it go. */
export function PinForm({ situation, onClose }: CaseFormProps) {
  const { data } = useAsk('rules.get', {})
  const pinned = situation.view.state.pinned?.ruleSet ?? ''
  const recording = useCaseForm(situation.id, onClose, {
    command: 'case.pinRules',
    initial: { ruleSet: pinned, reason: '' },
    draft: 'bo-quy-dinh',
    toInput: ({ ruleSet, reason }) => ({ ...(ruleSet === '' ? {} : { ruleSet }), reason }),
    done: ({ ruleSet }) =>
      ruleSet === ''
        ? 'Hồ sơ trở lại xét theo bộ quy định của ngày diễn ra từng việc.'
        : 'Đã chọn bộ quy định cho hồ sơ này; hồ sơ được xét lại theo bộ đó.',
  })
  const sets = (data?.sets ?? []).toReversed().map(({ set }) => ({
    value: set.id,
    label: `từ ${showDay(set.from)}${set.to === undefined ? '' : ` đến ${showDay(set.to)}`}, ${set.name}`,
  }))
  return (
    <RecordingDialog
      title="Chọn bộ quy định cho hồ sơ này"
      recording={recording}
      submitLabel="Ghi lựa chọn"
      onClose={onClose}
    >
      <Text size="sm">
        Thông thường mỗi việc được xét theo bộ quy định có hiệu lực vào ngày làm việc đó. Chỉ chọn một bộ cố định khi
        cấp ủy có thẩm quyền hướng dẫn như vậy.
      </Text>
      <ChoiceField
        {...recording.bindChoice('ruleSet')}
        label="Bộ quy định"
        placeholder="Theo ngày diễn ra từng việc"
        data={sets}
        data-autofocus
      />
      <AreaField
        {...recording.bind('reason')}
        label="Lý do"
        description="Theo văn bản, hướng dẫn nào, của ai."
        required
      />
    </RecordingDialog>
  )
}
