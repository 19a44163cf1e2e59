/**
 * A return recorded from paper: the remarks one by one, on a paper or on the dossier as a whole.
 */
import { ActionIcon, Button, Group, SimpleGrid, Stack, Text, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Matter } from '../../../shared/model/acts.ts'
import { ON_PAPER } from '../../../shared/words/vi.ts'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { draftOf, matterInput } from '../../parts/matter-input.ts'
import { paperChoices } from './paper-rules.ts'
import { useCaseForm } from './use-case-form.ts'

type RemarkValues = { readonly paper: string; readonly text: string }

const EMPTY: RemarkValues = { paper: '', text: '' }
const RETURN = {
  date: '',
  'letter.number': '',
  'letter.date': '',
  answerBy: '',
  remarks: [EMPTY] as readonly RemarkValues[],
}

/** Records a return from paper. */
export function ReturnForm({ situation, onClose, matter }: CaseFormProps & { readonly matter: Matter }) {
  const recording = useCaseForm(situation.id, onClose, {
    command: 'dossier.return',
    initial: RETURN,
    draft: `tra-lai${draftOf(matter)}`,
    toInput: ({ remarks, ...values }) => ({
      ...inputOf(values),
      remarks: remarks.map((remark) => inputOf(remark)),
      ...matterInput(matter),
      onPaper: true,
    }),
    done: 'Đã ghi việc trả lại hồ sơ.',
  })
  const { values, bind, patch, errors } = recording
  const replace = (at: number, change: Partial<RemarkValues>) =>
    patch({ remarks: values.remarks.map((remark, index) => (index === at ? { ...remark, ...change } : remark)) })
  return (
    <RecordingDialog
      title={`Trả hồ sơ để bổ sung (${ON_PAPER.toLowerCase()})`}
      recording={recording}
      submitLabel="Ghi trả lại"
      onClose={onClose}
      size={720}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Ngày trả lại" required data-autofocus {...bind('date')} />
        <DateField label="Bổ sung trước ngày" {...bind('answerBy')} />
        <TextField label="Số công văn" {...bind('letter.number')} />
        <DateField label="Ngày công văn" {...bind('letter.date')} />
      </SimpleGrid>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text size="sm" fw={600}>
            Nội dung cần bổ sung
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => patch({ remarks: [...values.remarks, EMPTY] })}
          >
            Thêm điểm
          </Button>
        </Group>
        {values.remarks.map((remark, index) => (
          <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
            <ChoiceField
              flex={2}
              aria-label={`Giấy tờ của điểm ${index + 1}`}
              placeholder="Cả hồ sơ"
              data={paperChoices(situation.today)}
              value={remark.paper === '' ? null : remark.paper}
              onChange={(paper) => replace(index, { paper: paper ?? '' })}
            />
            <AreaField
              flex={3}
              minRows={1}
              required
              aria-label={`Nội dung của điểm ${index + 1}`}
              placeholder="Cần bổ sung gì"
              data-path={`remarks.${index}.text`}
              error={errors[`remarks.${index}.text`]}
              value={remark.text}
              onChange={(text) => replace(index, { text })}
            />
            <Tooltip label="Bỏ điểm này">
              <ActionIcon
                variant="subtle"
                color="gray"
                mt={4}
                disabled={values.remarks.length === 1}
                aria-label={`Bỏ điểm ${index + 1}`}
                onClick={() => patch({ remarks: values.remarks.filter((_, at) => at !== index) })}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Group>
        ))}
      </Stack>
    </RecordingDialog>
  )
}
