/**
 * 'Chấp thuận ngoại lệ': an authorised person gives the reason, or a clerk names who allowed it and by what paper; the
 * clerk's is confirmed afterwards.
 */
import { Alert, SimpleGrid, Text } from '@mantine/core'
import type { Finding, FindingOf } from '../../../shared/rules/finding.ts'
import { findingSentence, findingWithArticle, LIFT, LIFT_CONFIRM } from '../../../shared/words/vi.ts'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

/** Lifts a blocking finding. */
export function LiftForm({ situation, onClose, finding }: CaseFormProps & { readonly finding: Finding }) {
  const isAuthorised = situation.mayAllow
  const recording = useCaseForm(situation.id, onClose, {
    command: 'finding.lift',
    initial: { reason: '', allowedBy: '', 'paper.number': '', 'paper.date': '' },
    toInput: (values) => ({ code: finding.id, ...inputOf(values) }),
    draft: `chap-thuan-${finding.id}`,
    done: 'Đã ghi chấp thuận ngoại lệ.',
  })
  const { bind, values } = recording
  const hasPaper = values['paper.number'] !== '' || values['paper.date'] !== ''
  return (
    <RecordingDialog title={LIFT} recording={recording} submitLabel="Ghi chấp thuận" onClose={onClose}>
      <Alert color="orange">{findingWithArticle({ ...finding, data: { ...finding.data } })}</Alert>
      <AreaField label="Lý do" required data-autofocus {...bind('reason')} />
      {!isAuthorised && (
        <Text size="sm" c="dimmed">
          Cán bộ nghiệp vụ ghi rõ người cho phép và văn bản cho phép; ngoại lệ được đánh dấu cho đến khi người có thẩm
          quyền xác nhận.
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <TextField label="Người cho phép" required={!isAuthorised} {...bind('allowedBy')} />
        <TextField label="Số văn bản" required={!isAuthorised || hasPaper} {...bind('paper.number')} />
        <DateField label="Ngày văn bản" required={!isAuthorised || hasPaper} {...bind('paper.date')} />
      </SimpleGrid>
    </RecordingDialog>
  )
}

/** Confirms an exception that a clerk has recorded. */
export function ConfirmLiftForm({
  situation,
  onClose,
  finding,
}: CaseFormProps & { readonly finding: FindingOf<'P2'> }) {
  const { lift, finding: code } = finding.data
  const recording = useCaseForm(situation.id, onClose, {
    command: 'finding.confirmLift',
    initial: { note: '' },
    toInput: (values) => ({ lift, code, ...inputOf(values) }),
    draft: `xac-nhan-${finding.id}`,
    done: 'Đã xác nhận chấp thuận ngoại lệ.',
  })
  return (
    <RecordingDialog title={LIFT_CONFIRM} recording={recording} submitLabel="Ghi xác nhận" onClose={onClose}>
      <Alert color="orange">{findingSentence(finding)}</Alert>
      <AreaField label="Ghi chú" data-autofocus {...recording.bind('note')} />
    </RecordingDialog>
  )
}
