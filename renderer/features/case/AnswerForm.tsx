/**
 * What the deciding office answered on paper: taken in, returned item by item, or decided. Marked 'theo văn bản giấy',
 * it yields to the owner's own record when that comes.
 */
import { Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Matter } from '../../../shared/model/acts.ts'
import { actsOf } from '../../../shared/model/stage.ts'
import { ON_PAPER } from '../../../shared/words/vi.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { useReturnedFocus } from '../../parts/focus.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { AnswerKind, CaseFormProps } from './case-forms.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { OF_ANSWER } from './form-commands.ts'
import { matterInput } from '../../parts/matter-input.ts'
import { ReturnForm } from './ReturnForm.tsx'
import { useCaseForm } from './use-case-form.ts'

const KINDS: readonly (readonly [AnswerKind, string, string])[] = [
  ['receive', 'Đã tiếp nhận hồ sơ', 'Cấp trên báo đã nhận hồ sơ.'],
  ['return', 'Trả lại để bổ sung', 'Cấp trên trả hồ sơ, nêu từng điểm cần bổ sung.'],
  ['decide', 'Đã có quyết định', 'Quyết định, hoặc thông báo không đồng ý.'],
]

/** Asks what came, then records it. @param answer - the one that is due; null: whichever came */
export function AnswerForm({
  answer,
  ...props
}: CaseFormProps & { readonly answer: AnswerKind | null; readonly matter: Matter }) {
  useReturnedFocus()
  const [kind, setKind] = useState<AnswerKind | null>(null)
  const isReceived = (actsOf(props.situation.view.state, props.matter).submissions.at(-1)?.received ?? null) !== null
  const { may } = props.situation
  const kinds = KINDS.filter(([each]) => may(OF_ANSWER[each]) && !(each === 'receive' && isReceived))
  // The keyboard begins at the answer that is due, or at the first there is.
  const first = (kinds.find(([each]) => each === answer) ?? kinds[0])?.[0]
  switch (kind) {
    case 'receive':
      return <ReceiveForm {...props} />
    case 'return':
      return <ReturnForm {...props} />
    case 'decide':
      return <DecisionForm {...props} onPaper />
    case null:
      return (
        <Dialog onClose={props.onClose} title={`Trả lời của cấp trên, ${ON_PAPER.toLowerCase()}`} size="md">
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              Nội dung ghi ở đây được đánh dấu “{ON_PAPER}” và nhường cho bản ghi của cấp trên khi nhận được gói dữ
              liệu.
            </Text>
            {kinds.map(([each, label, text]) => (
              <Button
                key={each}
                variant={each === first ? 'light' : 'default'}
                h="auto"
                py={8}
                justify="flex-start"
                {...(each === first ? { 'data-autofocus': true } : {})}
                onClick={() => setKind(each)}
              >
                <span style={{ textAlign: 'left', whiteSpace: 'normal' }}>
                  {label}
                  <Text component="span" size="xs" c="dimmed" display="block">
                    {text}
                  </Text>
                </span>
              </Button>
            ))}
          </Stack>
        </Dialog>
      )
  }
}

function ReceiveForm({ situation, onClose, matter }: CaseFormProps & { readonly matter: Matter }) {
  const recording = useCaseForm(situation.id, onClose, {
    command: 'dossier.receive',
    initial: { date: '', number: '' },
    draft: 'receive',
    toInput: (values) => ({ ...inputOf(values), ...matterInput(matter), onPaper: true }),
    done: 'Đã ghi việc tiếp nhận hồ sơ.',
  })
  return (
    <RecordingDialog
      title={`Cấp trên tiếp nhận hồ sơ (${ON_PAPER.toLowerCase()})`}
      recording={recording}
      submitLabel="Ghi tiếp nhận"
      onClose={onClose}
      size="md"
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField label="Ngày tiếp nhận" required data-autofocus {...recording.bind('date')} />
        <TextField label="Số giấy biên nhận" {...recording.bind('number')} />
      </SimpleGrid>
    </RecordingDialog>
  )
}
