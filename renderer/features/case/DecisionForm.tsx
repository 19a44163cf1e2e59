/**
 * A decision as signed: by our own deciding body, or of the superior 'theo văn bản giấy'.
 */
import { Radio, Group, SimpleGrid, Text } from '@mantine/core'
import type { Decision, Matter } from '../../../shared/model/acts.ts'
import { DECISION_OUTCOMES, lower, MATTERS, ON_PAPER } from '../../../shared/words/vi.ts'
import { rulesOn } from '../../rules-in-force.ts'
import { AreaField, CountField, DateField, TextField } from '../../parts/fields.tsx'
import { CancelGroundField } from '../../parts/CancelGroundField.tsx'
import { NumberAgain, NumberDoubts } from '../../parts/NumberDoubts.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { draftOf, matterInput } from '../../parts/matter-input.ts'
import { useCaseForm } from './use-case-form.ts'

const OUTCOMES: Readonly<Record<Matter, readonly [Decision['outcome'], 'refuse']>> = {
  admission: ['admit', 'refuse'],
  recognition: ['recognise', 'refuse'],
  removal: ['remove', 'refuse'],
  cancellation: ['cancel', 'refuse'],
}

/** Records a decision. */
export function DecisionForm({
  situation,
  onClose,
  onPaper,
  matter,
}: CaseFormProps & { readonly onPaper: boolean; readonly matter: Matter }) {
  const { office, today, view } = situation
  const outcomes = OUTCOMES[matter]
  const recording = useCaseForm(situation.id, onClose, {
    command: 'decision.record',
    initial: {
      outcome: outcomes[0],
      number: '',
      date: '',
      body: office.profile.decidingBody ?? rulesOn(today).structure.decidingBody.value,
      signer: '',
      members: '',
      agree: '',
      reason: '',
      ground: '',
      officialFrom: matter === 'recognition' ? (view.assessment.membership?.probationEnd ?? '') : '',
      numberAgain: false,
    },
    draft: `quyet-dinh${draftOf(matter)}`,
    toInput: ({ officialFrom, ground, ...values }) => ({
      ...inputOf(
        {
          ...values,
          officialFrom: values.outcome === 'recognise' ? officialFrom : '',
          ground: values.outcome === 'cancel' ? ground : '',
        },
        ['members', 'agree'],
      ),
      ...matterInput(matter),
      ...(onPaper ? { onPaper: true } : {}),
    }),
    check: ({ outcome, ground }) => (outcome === 'cancel' && ground === '' ? { ground: 'Chọn lý do hủy' } : {}),
    done: 'Đã ghi quyết định.',
    hasUndo: false,
  })
  const { values, bind, patch, errors } = recording
  const isFavourable = values.outcome === 'admit' || values.outcome === 'recognise'
  return (
    <RecordingDialog
      title={titleOf(matter, onPaper)}
      recording={recording}
      submitLabel="Ghi quyết định"
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        Quyết định đã ban hành thì không sửa, không rút lại được. Đối chiếu với văn bản trước khi ghi.
      </Text>
      <Radio.Group
        label="Kết quả"
        value={values.outcome}
        onChange={(outcome) => patch({ outcome: outcomes.find((each) => each === outcome) ?? outcomes[0] })}
      >
        <Group gap="md" mt={4}>
          {outcomes.map((outcome) => (
            <Radio key={outcome} value={outcome} label={DECISION_OUTCOMES[outcome]} />
          ))}
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
      <NumberAgain
        isShown={recording.refusal?.code === 'NUMBER_TAKEN' || values.numberAgain}
        checked={values.numberAgain}
        onChange={(numberAgain) => patch({ numberAgain })}
      />
      <NumberDoubts
        caseId={situation.id}
        number={values.number}
        date={values.date}
        body={values.body}
        isDelegated={view.assessment.isDelegated}
      />
      {values.outcome === 'recognise' && (
        <DateField
          label="Là đảng viên chính thức từ ngày"
          description="Phần mềm tính từ ngày lễ kết nạp; sửa lại nếu quyết định ghi khác."
          {...bind('officialFrom')}
        />
      )}
      {values.outcome === 'cancel' && (
        <CancelGroundField value={values.ground} error={errors['ground']} onChange={(ground) => patch({ ground })} />
      )}
      {!isFavourable && <AreaField label="Lý do" {...bind('reason')} />}
    </RecordingDialog>
  )
}

function titleOf(matter: Matter, onPaper: boolean): string {
  const about = matter === 'admission' ? 'Quyết định' : `Quyết định: ${lower(MATTERS[matter])}`
  return onPaper ? `${about} (${ON_PAPER.toLowerCase()})` : about
}
