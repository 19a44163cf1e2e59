/**
 * The stamp across the CV, requests for verification, their arrival and answers, and who need not be verified again.
 */
import { Checkbox, SimpleGrid, Stack, Text } from '@mantine/core'
import { VERIFICATION_METHODS, VERIFICATION_RESULTS } from '../../../shared/words/vi.ts'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField, choicesOf } from '../../parts/pickers.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { verifiedName } from '../../parts/ResumeFacts.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'
import type { AskedRequest } from './way-forms.ts'

type OfRequest = CaseFormProps & { readonly request: AskedRequest }

function named({ entry, place }: AskedRequest) {
  return { request: entry, ...(place === undefined ? {} : { place }) }
}

/** Records the stamp. */
export function SealForm({ situation, onClose }: CaseFormProps) {
  const recording = useCaseForm(situation.id, onClose, {
    command: 'resume.seal',
    draft: 'giap-lai',
    initial: { date: '', person: '' },
    toInput: inputOf,
    done: 'Đã ghi việc đóng dấu giáp lai.',
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title="Đóng dấu giáp lai lý lịch"
      recording={recording}
      submitLabel="Ghi đóng dấu"
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField label="Ngày đóng dấu" required data-autofocus {...bind('date')} />
        <TextField label="Người đóng dấu" required {...bind('person')} />
      </SimpleGrid>
    </RecordingDialog>
  )
}

/** Asks for verification. */
export function VerificationForm({ situation, onClose }: CaseFormProps) {
  const { resume } = situation.view.state
  const recording = useCaseForm(situation.id, onClose, {
    command: 'verification.request',
    initial: {
      relatives: ['self'] as readonly string[],
      to: '',
      method: 'letter',
      abroad: false,
      'letter.number': '',
      'letter.date': '',
      date: '',
    },
    draft: 'tham-tra',
    check: ({ relatives }) => (relatives.length === 0 ? { relatives: 'Chọn ít nhất một người' } : {}),
    toInput: (values) => ({ ...inputOf(values), abroad: values.abroad }),
    done: 'Đã ghi đề nghị thẩm tra.',
  })
  const { values, bind, bindChoice, bindTick, patch, errors } = recording
  return (
    <RecordingDialog title="Đề nghị thẩm tra lý lịch" recording={recording} submitLabel="Ghi đề nghị" onClose={onClose}>
      <Checkbox.Group
        label="Những người cần thẩm tra"
        value={[...values.relatives]}
        onChange={(relatives) => patch({ relatives })}
        error={errors['relatives']}
      >
        <Stack gap={6} mt={4}>
          <Checkbox value="self" label="Bản thân người vào Đảng" />
          {(resume?.relatives ?? []).map(({ id }) => (
            <Checkbox key={id} value={id} label={capital(verifiedName(id, resume))} />
          ))}
        </Stack>
      </Checkbox.Group>
      {resume === null && (
        <Text size="sm" c="dimmed">
          Chưa ghi nội dung lý lịch nên chưa chọn được người thân.
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextField label="Nơi thẩm tra" required data-autofocus {...bind('to')} />
        <ChoiceField label="Cách thẩm tra" required {...bindChoice('method')} data={choicesOf(VERIFICATION_METHODS)} />
        <DateField label="Ngày gửi" required {...bind('date')} />
        <TextField label="Số công văn" {...bind('letter.number')} />
      </SimpleGrid>
      <Checkbox label="Thẩm tra ở nước ngoài (thời hạn trả lời dài hơn)" {...bindTick('abroad')} />
    </RecordingDialog>
  )
}

/** The day a request arrived. */
export function VerificationReceivedForm({ situation, onClose, request }: OfRequest) {
  const recording = useCaseForm(situation.id, onClose, {
    command: 'verification.receive',
    draft: `tham-tra-nhan-${request.entry}`,
    initial: { date: '' },
    toInput: (values) => ({ ...named(request), ...inputOf(values) }),
    done: 'Đã ghi ngày nơi thẩm tra nhận được đề nghị.',
  })
  return (
    <RecordingDialog
      title="Nơi thẩm tra nhận được đề nghị"
      recording={recording}
      submitLabel="Ghi ngày nhận"
      onClose={onClose}
    >
      <DateField
        label="Ngày nhận được"
        description="Thời hạn trả lời tính từ ngày này."
        required
        data-autofocus
        {...recording.bind('date')}
      />
    </RecordingDialog>
  )
}

/** An answer. */
export function VerificationAnswerForm({ situation, onClose, request }: OfRequest) {
  const recording = useCaseForm(situation.id, onClose, {
    command: 'verification.answer',
    draft: `tham-tra-tra-loi-${request.entry}-${request.place ?? 0}`,
    initial: { date: '', number: '', result: 'clear', note: '' },
    toInput: (values) => ({ ...named(request), ...inputOf(values) }),
    done: 'Đã ghi trả lời thẩm tra.',
  })
  const { bind, bindChoice } = recording
  return (
    <RecordingDialog title="Trả lời thẩm tra lý lịch" recording={recording} submitLabel="Ghi trả lời" onClose={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Ngày trả lời" required data-autofocus {...bind('date')} />
        <TextField label="Số văn bản trả lời" {...bind('number')} />
        <ChoiceField label="Kết quả" required {...bindChoice('result')} data={choicesOf(VERIFICATION_RESULTS)} />
      </SimpleGrid>
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}

/** Who need not be verified again. */
export function WaiverForm({ situation, onClose }: CaseFormProps) {
  const { resume, waivers } = situation.view.state
  const recording = useCaseForm(situation.id, onClose, {
    command: 'verification.waive',
    draft: 'khong-tham-tra-lai',
    initial: { relative: '', member: '', date: '', reason: '' },
    toInput: inputOf,
    done: 'Đã ghi người không phải thẩm tra lại.',
  })
  const { bind, bindChoice } = recording
  const choices = (resume?.relatives ?? []).map(({ id, partyMember }) => ({
    value: id,
    label: capital(verifiedName(id, resume)),
    isMember: partyMember,
  }))
  const open = choices.filter(({ value }) => !waivers.some(({ relative }) => relative === value))
  return (
    <RecordingDialog
      title="Người không phải thẩm tra lại"
      recording={recording}
      submitLabel="Ghi không phải thẩm tra"
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        Cha, mẹ, anh, chị, em ruột hoặc con cùng bên là đảng viên và đã khai lý lịch đầy đủ, rõ ràng, trung thực.
      </Text>
      <ChoiceField
        label="Người không phải thẩm tra lại"
        required
        data-autofocus
        {...bindChoice('relative')}
        data={open}
      />
      <ChoiceField
        label="Người thân là đảng viên làm căn cứ"
        description="Chỉ hiện người được ghi là đảng viên trong lý lịch."
        required
        {...bindChoice('member')}
        data={choices.filter(({ isMember }) => isMember)}
      />
      <DateField label="Ngày xác định" required {...bind('date')} />
      <AreaField label="Căn cứ, ghi chú" {...bind('reason')} />
    </RecordingDialog>
  )
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
