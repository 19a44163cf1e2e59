/**
 * The report that a member has died or left the Party (phiếu báo), sent up with the file.
 */
import { Radio, SimpleGrid } from '@mantine/core'
import { deadlineOf } from '../../../shared/rules/deadlines.ts'
import { showDay, STAGES } from '../../../shared/words/vi.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

/** Records the report. */
export function DepartureForm({ situation, onClose }: CaseFormProps) {
  const { state, assessment } = situation.view
  const known = state.ending?.reason === 'died' || state.ending?.reason === 'left' ? state.ending : null
  const limit = deadlineOf(assessment.deadlines, 'departureReport')
  const recording = useCaseForm(situation.id, onClose, {
    command: 'departure.report',
    initial: {
      reason: known?.reason ?? 'died',
      on: known?.date ?? '',
      date: '',
      'paper.number': '',
      'paper.date': '',
    },
    draft: 'phieu-bao',
    toInput: (values) => inputOf(values),
    done: 'Đã ghi phiếu báo.',
  })
  const { values, bind, patch } = recording
  return (
    <RecordingDialog
      title="Phiếu báo đảng viên từ trần, ra khỏi Đảng"
      recording={recording}
      submitLabel="Ghi phiếu báo"
      onClose={onClose}
    >
      {known === null && (
        <Radio.Group
          label="Lý do"
          value={values.reason}
          onChange={(reason) => patch({ reason: reason === 'left' ? 'left' : 'died' })}
        >
          <SimpleGrid cols={2} spacing="xs" mt={4}>
            <Radio value="died" label={STAGES.died} />
            <Radio value="left" label={STAGES.left} />
          </SimpleGrid>
        </Radio.Group>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <DateField
          label={values.reason === 'left' ? 'Ngày ra khỏi Đảng' : 'Ngày từ trần'}
          required
          {...(known === null ? { 'data-autofocus': true } : {})}
          {...bind('on')}
        />
        <DateField
          label="Ngày báo lên cấp trên"
          required
          description={limit === null ? undefined : `Hạn đến ngày ${showDay(limit.due)}`}
          {...(known === null ? {} : { 'data-autofocus': true })}
          {...bind('date')}
        />
        <TextField label="Số phiếu báo" {...bind('paper.number')} />
        <DateField label="Ngày phiếu báo" {...bind('paper.date')} />
      </SimpleGrid>
    </RecordingDialog>
  )
}
