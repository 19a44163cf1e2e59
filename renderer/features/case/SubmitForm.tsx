/**
 * Sending the dossier up, or its supplement: after a return, and while it awaits its answer. What stands in the way is shown before and after trying;
 * nothing typed is lost by a refusal.
 */
import { Alert, List, SimpleGrid, Text } from '@mantine/core'
import type { Matter } from '../../../shared/model/acts.ts'
import { actsOf } from '../../../shared/model/stage.ts'
import { blocksFor } from '../../../shared/rules/assess.ts'
import type { Step } from '../../../shared/rules/rule-codes.ts'
import type { Labels } from '../../../shared/words/labels.ts'
import { findingWithArticle, paperName, resentSentence } from '../../../shared/words/vi.ts'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { draftOf, matterInput } from '../../parts/matter-input.ts'
import { useCaseForm } from './use-case-form.ts'

const TITLES: Labels<Matter> = {
  admission: 'Gửi hồ sơ lên cấp ủy có thẩm quyền',
  recognition: 'Gửi hồ sơ công nhận đảng viên chính thức',
  removal: 'Gửi hồ sơ đề nghị xóa tên đảng viên dự bị',
  cancellation: 'Gửi hồ sơ đề nghị hủy quyết định kết nạp',
}

const SUBMIT_STEPS: Readonly<Record<Matter, Step>> = {
  admission: 'submit',
  recognition: 'recognitionSubmit',
  removal: 'removalSubmit',
  cancellation: 'cancellationSubmit',
}

/** Sends the dossier. */
export function SubmitForm({ situation, onClose, matter }: CaseFormProps & { readonly matter: Matter }) {
  const { view, today } = situation
  const { submissions, decision } = actsOf(view.state, matter)
  const last = submissions.at(-1)
  const returned = last?.returned ?? null
  // Sent already, be it by an office that has become ours, and not answered yet.
  const waits = last !== undefined && returned === null && decision === null ? last : null
  const isFirst = returned === null && waits === null
  const blocks = blocksFor(view.assessment, SUBMIT_STEPS[matter])
  const recording = useCaseForm(situation.id, onClose, {
    command: 'dossier.submit',
    initial: { date: today, 'letter.number': '', 'letter.date': '', batch: '', note: '' },
    draft: `gui${draftOf(matter)}`,
    toInput: (values) => ({
      ...inputOf(values),
      ...matterInput(matter),
      ...(waits === null ? {} : { supplement: true }),
    }),
    done: isFirst ? 'Đã ghi việc gửi hồ sơ.' : 'Đã ghi việc gửi hồ sơ bổ sung.',
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title={isFirst ? TITLES[matter] : 'Gửi hồ sơ bổ sung'}
      recording={recording}
      submitLabel={isFirst ? 'Gửi hồ sơ' : 'Gửi hồ sơ bổ sung'}
      onClose={onClose}
    >
      {waits !== null && <Alert color="blue">{resentSentence(waits.date)}</Alert>}
      {returned !== null && (
        <Alert color="blue" title="Cần bổ sung">
          <List size="sm" type="ordered">
            {returned.remarks.map((remark, index) => (
              <List.Item key={index}>
                {remark.paper !== undefined && `${paperName(remark.paper) ?? remark.paper}: `}
                {remark.text}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {blocks.length > 0 && recording.refusal?.code !== 'BLOCKED' && (
        <Alert color="orange" title={`Còn ${blocks.length} điểm phải xử lý trước khi gửi`}>
          <List size="sm">
            {blocks.map((finding) => (
              <List.Item key={finding.id + JSON.stringify(finding.data)}>{findingWithArticle(finding)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Ngày gửi" required data-autofocus {...bind('date')} />
        <TextField label="Đợt" placeholder="03/02/2024" {...bind('batch')} />
        <TextField label="Số công văn" {...bind('letter.number')} />
        <DateField label="Ngày công văn" {...bind('letter.date')} />
      </SimpleGrid>
      <AreaField label="Ghi chú gửi kèm" {...bind('note')} />
      <Text size="sm" c="dimmed">
        Hồ sơ được chụp lại như hiện có. Sau bước này, xuất gói dữ liệu ở trang Trao đổi để chuyển đi.
      </Text>
    </RecordingDialog>
  )
}
