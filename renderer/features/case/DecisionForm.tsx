/**
 * A decision as signed: by our own deciding body, or of the superior 'theo văn bản giấy'.
 */
import { Radio, Group, SimpleGrid, Text } from '@mantine/core'
import { DECISION_OUTCOMES, ON_PAPER } from '../../../shared/words/vi.ts'
import { ruleSetOn } from '../../../shared/rules/sets/index.ts'
import { AreaField, CountField, DateField, TextField } from '../../parts/fields.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

/** Records a decision. */
export function DecisionForm({ situation, onClose, onPaper }: CaseFormProps & { readonly onPaper: boolean }) {
  const { office, today } = situation
  const recording = useCaseForm(situation.id, onClose, {
    command: 'decision.record',
    initial: {
      outcome: 'admit',
      number: '',
      date: '',
      body: office.profile.decidingBody ?? ruleSetOn(today).structure.decidingBody.value,
      signer: '',
      members: '',
      agree: '',
      reason: '',
    },
    draft: 'quyet-dinh',
    toInput: (values) => ({ ...inputOf(values, ['members', 'agree']), ...(onPaper ? { onPaper: true } : {}) }),
    done: 'Đã ghi quyết định.',
    hasUndo: false,
  })
  const { values, bind, patch } = recording
  const isRefusal = values.outcome === 'refuse'
  return (
    <RecordingDialog
      title={onPaper ? `Quyết định (${ON_PAPER.toLowerCase()})` : 'Quyết định'}
      recording={recording}
      submitLabel="Ghi quyết định"
      onClose={onClose}
      keepsDraft
    >
      <Text size="sm" c="dimmed">
        Quyết định đã ban hành thì không sửa, không rút lại được. Đối chiếu với văn bản trước khi ghi.
      </Text>
      <Radio.Group label="Kết quả" value={values.outcome} onChange={(outcome) => patch({ outcome })}>
        <Group gap="md" mt={4}>
          <Radio value="admit" label={DECISION_OUTCOMES.admit} />
          <Radio value="refuse" label={DECISION_OUTCOMES.refuse} />
        </Group>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextField label="Số quyết định" required data-autofocus {...bind('number')} />
        <DateField label="Ngày quyết định" required {...bind('date')} />
        <TextField label="Cơ quan ban hành" required {...bind('body')} />
        <TextField label="Người ký" {...bind('signer')} />
        <CountField label="Tổng số thành viên" {...bind('members')} />
        <CountField label="Số tán thành" {...bind('agree')} />
      </SimpleGrid>
      {isRefusal && <AreaField label="Lý do" {...bind('reason')} />}
    </RecordingDialog>
  )
}
