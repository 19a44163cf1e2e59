/**
 * The end of a case before a decision. The verified resume is never among the papers given back.
 */
import { Checkbox, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { RESUME } from '../../../shared/rules/paper-codes.ts'
import { paperName, STAGES } from '../../../shared/words/vi.ts'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { ResolutionNumber } from '../../parts/ResolutionNumber.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

const REASONS = ['withdrawn', 'removed', 'movedAway', 'died'] as const
const MEMBER_REASONS = ['died', 'left'] as const

const ENDING = {
  reason: 'withdrawn',
  date: '',
  'resolution.number': '',
  'resolution.date': '',
  papersReturned: [] as readonly string[],
  note: '',
}

/** Ends a case. */
export function EndingForm({ situation, onClose }: CaseFormProps) {
  const isMember = situation.view.state.ceremony !== null
  const reasons = isMember ? MEMBER_REASONS : REASONS
  const recording = useCaseForm(situation.id, onClose, {
    command: 'candidate.withdraw',
    initial: { ...ENDING, reason: isMember ? 'died' : ENDING.reason },
    draft: 'ket-thuc',
    toInput: ({ papersReturned, ...values }) => ({
      ...inputOf(values),
      ...(values.reason === 'withdrawn' ? inputOf({ papersReturned }) : {}),
    }),
    done: 'Đã ghi kết thúc theo dõi.',
  })
  const { values, bind, patch } = recording
  const codes = [...new Set(situation.view.state.papers.map(({ paper }) => paper))]
  const givenBack = codes.filter((code) => code !== RESUME)
  return (
    <RecordingDialog
      title={isMember ? 'Từ trần, ra khỏi Đảng' : 'Kết thúc theo dõi, xin rút hồ sơ'}
      recording={recording}
      submitLabel="Ghi kết thúc"
      onClose={onClose}
    >
      <Radio.Group label="Lý do" value={values.reason} onChange={(reason) => patch({ reason })}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt={4}>
          {reasons.map((reason) => (
            <Radio key={reason} value={reason} label={STAGES[reason]} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Ngày" required data-autofocus {...bind('date')} />
        <TextField label="Số nghị quyết" {...bind('resolution.number')} />
        <DateField label="Ngày nghị quyết" {...bind('resolution.date')} />
      </SimpleGrid>
      <ResolutionNumber about={{ cases: [situation.id] }} act="list" values={values} />
      {values.reason === 'withdrawn' && codes.length > 0 && (
        <Checkbox.Group
          label="Giấy tờ trả lại người xin rút"
          value={[...values.papersReturned]}
          onChange={(papersReturned) => patch({ papersReturned })}
        >
          <Stack gap={6} mt={4}>
            {givenBack.map((code) => (
              <Checkbox key={code} value={code} label={paperName(code) ?? code} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {values.reason === 'withdrawn' && codes.includes(RESUME) && (
        <Text size="sm" c="dimmed">
          Lý lịch đã thẩm tra không trả lại mà lưu tại cấp ủy.
        </Text>
      )}
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}
