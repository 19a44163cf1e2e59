/**
 * The admission ceremony as it was held, with the member who helps during probation; a late one may carry its consent.
 */
import { Alert, Fieldset, SimpleGrid } from '@mantine/core'
import { deadlineOf } from '../../../shared/rules/deadlines.ts'
import { showDay } from '../../../shared/words/vi.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

/** Records the ceremony. */
export function CeremonyForm({ situation, onClose }: CaseFormProps) {
  const { state, assessment } = situation.view
  const limit = deadlineOf(assessment.deadlines, 'ceremony')
  const helper = state.helpers.at(-1)
  const recording = useCaseForm(situation.id, onClose, {
    command: 'ceremony.record',
    initial: {
      date: '',
      place: '',
      'helper.name': helper?.name ?? '',
      'helper.member': helper?.member ?? '',
      'helper.officialDate': helper?.officialDate ?? '',
      'lateConsent.number': '',
      'lateConsent.date': '',
      'lateConsent.issuer': '',
    },
    draft: 'le-ket-nap',
    toInput: (values) =>
      inputOf(
        values['helper.name'] === helper?.name ? values : { ...values, 'helper.member': '', 'helper.officialDate': '' },
      ),
    done: 'Đã ghi lễ kết nạp.',
  })
  const { values, bind } = recording
  const isLate = limit !== null && values.date !== '' && values.date > limit.due
  return (
    <RecordingDialog title="Lễ kết nạp" recording={recording} submitLabel="Ghi lễ kết nạp" onClose={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <DateField
          label="Ngày tổ chức"
          required
          data-autofocus
          description={limit === null ? undefined : `Hạn đến ngày ${showDay(limit.due)}`}
          {...bind('date')}
        />
        <TextField label="Địa điểm" {...bind('place')} />
        <TextField label="Đảng viên giúp đỡ trong thời gian dự bị" {...bind('helper.name')} />
      </SimpleGrid>
      {isLate && (
        <Alert color="orange" py={8}>
          Lễ tổ chức sau hạn ngày {showDay(limit.due)}: cần văn bản đồng ý của cấp ủy cấp trên trực tiếp.
        </Alert>
      )}
      <Fieldset legend="Văn bản đồng ý tổ chức lễ quá hạn (nếu có)" p="sm">
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
          <TextField label="Số văn bản" {...bind('lateConsent.number')} />
          <DateField label="Ngày văn bản" {...bind('lateConsent.date')} />
          <TextField label="Nơi ban hành" {...bind('lateConsent.issuer')} />
        </SimpleGrid>
      </Fieldset>
    </RecordingDialog>
  )
}
