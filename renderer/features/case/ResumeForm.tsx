/**
 * The CV (form 2-KNĐ) as declared: relatives and times of life in rows, whole parts left 'theo bản viết tay' where nobody
 * needs them typed. It is long, so a draft is kept.
 */
import { Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { BY_HAND, lower, RESUME_PARTS } from '../../../shared/words/vi.ts'
import { AreaField, CountField, DateField } from '../../parts/fields.tsx'
import { ChoiceField, choicesOf } from '../../parts/pickers.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { RowsEditor } from '../../parts/RowsEditor.tsx'
import type { CaseFormProps } from './case-forms.ts'
import {
  LEAVING,
  listLabel,
  resumeInput,
  ROW_FIELDS,
  rowProblems,
  valuesOfResume,
  type ResumeValues,
  type RowList,
} from './resume-values.ts'
import { useCaseForm } from './use-case-form.ts'

const ROW_NAMES: { readonly [L in RowList]: readonly [row: string, add: string] } = {
  relatives: ['Người thân', 'Thêm người thân'],
  periods: ['Quá trình', 'Thêm quá trình'],
  trainings: ['Lớp', 'Thêm lớp đào tạo, bồi dưỡng'],
  journeys: ['Chuyến đi', 'Thêm chuyến đi nước ngoài'],
  rewards: ['Khen thưởng', 'Thêm khen thưởng'],
  disciplines: ['Kỷ luật', 'Thêm kỷ luật'],
}

const ROW_LISTS = ['relatives', 'periods', 'trainings', 'journeys', 'rewards', 'disciplines'] as const

/** Records the CV. */
export function ResumeForm({ situation, onClose }: CaseFormProps) {
  const { resume, submissions } = situation.view.state
  const recording = useCaseForm<ResumeValues>(situation.id, onClose, {
    command: 'resume.record',
    initial: valuesOfResume(resume),
    draft: 'ly-lich',
    check: rowProblems,
    toInput: (values) => resumeInput(values, resume),
    done: 'Đã ghi nội dung lý lịch.',
  })
  const { values, bind, bindTick, bindChoice, patch, errors } = recording
  const rows = (list: RowList) => (
    <RowsEditor
      path={list}
      legend={listLabel(list)}
      rowName={ROW_NAMES[list][0]}
      addLabel={ROW_NAMES[list][1]}
      fields={ROW_FIELDS[list]}
      rows={values[list]}
      errors={errors}
      onChange={(changed) => patch({ [list]: changed })}
    />
  )
  return (
    <RecordingDialog
      title="Nội dung lý lịch của người xin vào Đảng"
      recording={recording}
      submitLabel="Ghi lý lịch"
      onClose={onClose}
      size={1120}
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Ngày khai lý lịch" required data-autofocus {...bind('date')} />
        <DateField label="Ngày chi ủy, chi bộ nhận xét" {...bind('remarksOn')} />
        <DateField label="Ngày cấp ủy cơ sở chứng nhận" {...bind('certifiedOn')} />
      </SimpleGrid>
      <Checkbox.Group
        label={`Phần để ${lower(BY_HAND)}, không nhập vào phần mềm`}
        value={[...values.byHand]}
        onChange={(byHand) => patch({ byHand })}
      >
        <Group gap="md" mt={4}>
          {Object.entries(RESUME_PARTS).map(([part, label]) => (
            <Checkbox key={part} value={part} label={label} />
          ))}
        </Group>
      </Checkbox.Group>
      {ROW_LISTS.filter((list) => !values.byHand.includes(list)).map((list) => (
        <div key={list}>{rows(list)}</div>
      ))}
      <Stack gap="xs">
        <Checkbox label="Đã từng vào Đảng (xin kết nạp lại)" {...bindTick('hasEarlier')} />
        {values.hasEarlier && (
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
            <DateField partial label="Ra khỏi Đảng ngày" required {...bind('leftOn')} />
            <ChoiceField label="Lý do ra khỏi Đảng" required {...bindChoice('leftReason')} data={choicesOf(LEAVING)} />
            <CountField label="Số lần đã được kết nạp" required {...bind('times')} />
          </SimpleGrid>
        )}
        <Checkbox label="Bản viết tay có tẩy xóa, sửa chữa hoặc viết cách dòng" {...bindTick('untidy')} />
      </Stack>
      {submissions.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            Hồ sơ đã gửi lên nên phải ghi lý do sửa lý lịch.
          </Text>
          <AreaField label="Lý do" required {...bind('reason')} />
        </>
      )}
    </RecordingDialog>
  )
}
