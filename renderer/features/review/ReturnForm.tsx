/**
 * A return with its reasons item by item, begun from the reviewer's remarks and what the checks have seen.
 */
import { ActionIcon, Button, Fieldset, Group, SimpleGrid, Stack } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { CaseView, MovingCase } from '../../../shared/contract/answers.ts'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { matterInput } from '../../parts/matter-input.ts'
import { inputOf } from '../../parts/values.ts'
import { firstRemarks, type Notes, type Remark } from './remarks.ts'

type Values = {
  readonly date: string
  readonly 'letter.number': string
  readonly 'letter.date': string
  readonly answerBy: string
  readonly remarks: readonly Remark[]
}

/** The form of 'trả lại'. */
export function ReturnForm({
  view,
  row,
  notes,
  today,
  onDone,
  onCancel,
}: {
  readonly view: CaseView
  readonly row: MovingCase
  readonly notes: Notes
  readonly today: string
  readonly onDone: (entries: readonly string[]) => void
  readonly onCancel: () => void
}) {
  const { checklist, findings } = view.assessment
  const recording = useRecording<Values>({
    command: 'dossier.return',
    draft: `xet/${row.case}/return`,
    initial: {
      date: today,
      'letter.number': '',
      'letter.date': '',
      answerBy: '',
      remarks: firstRemarks(notes, findings, checklist),
    },
    toInput: ({ remarks, ...values }) => ({
      case: row.case,
      ...matterInput(row.matter),
      ...inputOf(values),
      remarks: remarks.map(({ paper, text }) => ({ ...(paper === '' ? {} : { paper }), text: text.trim() })),
    }),
    onDone: ({ entries }) => onDone(entries),
  })
  const { values, patch, errors } = recording
  const put = (place: number, change: Partial<Remark>) =>
    patch({ remarks: values.remarks.map((remark, at) => (at === place ? { ...remark, ...change } : remark)) })
  return (
    <RecordingForm recording={recording} submitLabel="Trả lại" onCancel={onCancel}>
      <DateField {...recording.bind('date')} label="Ngày trả lại" required autoFocus />
      <SimpleGrid cols={2} spacing="xs">
        <TextField {...recording.bind('letter.number')} label="Công văn số" />
        <DateField {...recording.bind('letter.date')} label="Ngày công văn" />
      </SimpleGrid>
      <DateField {...recording.bind('answerBy')} label="Bổ sung trước ngày" />
      <Stack gap="xs">
        {values.remarks.map((remark, place) => (
          <Fieldset key={place} legend={`Ý kiến ${place + 1}`} p="xs">
            <ChoiceField
              label="Về giấy tờ"
              placeholder="Cả hồ sơ"
              data={checklist.map(({ paper, name }) => ({ value: paper, label: name }))}
              value={remark.paper === '' ? null : remark.paper}
              onChange={(paper) => put(place, { paper: paper ?? '' })}
            />
            <AreaField
              label="Nội dung ý kiến"
              required
              data-path={`remarks.${place}.text`}
              error={errors[`remarks.${place}.text`]}
              value={remark.text}
              onChange={(text) => put(place, { text })}
            />
            <Group justify="flex-end" mt={4}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Bỏ ý kiến ${place + 1}`}
                disabled={values.remarks.length === 1}
                onClick={() => patch({ remarks: values.remarks.filter((_each, at) => at !== place) })}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </Fieldset>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => patch({ remarks: [...values.remarks, { paper: '', text: '' }] })}
          >
            Thêm ý kiến
          </Button>
        </Group>
      </Stack>
    </RecordingForm>
  )
}
