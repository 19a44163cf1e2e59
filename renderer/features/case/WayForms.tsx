/**
 * Notes of the helper, classes, opinions, the report of a short vote, the notice of a refusal.
 */
import { Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import type { Matter } from '../../../shared/model/acts.ts'
import {
  CLASS_OUTCOMES,
  NOTE_STANDINGS,
  OPINION_SOURCES,
  PARTY_CLASSES,
  SHORT_VOTE_BODIES,
} from '../../../shared/words/vi.ts'
import { AreaField, CountField, DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField, choicesOf } from '../../parts/pickers.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

/** A note of the helper. */
export function NoteForm({ situation, onClose }: CaseFormProps) {
  const assigned = situation.view.state.helpers.at(-1)?.name ?? ''
  const recording = useCaseForm(situation.id, onClose, {
    command: 'helper.note',
    initial: { helper: assigned, date: '', standing: 'good', text: '' },
    draft: 'nhan-xet',
    // The helper assigned last keeps its place in the register.
    toInput: ({ helper, ...values }) => inputOf(helper === assigned ? values : { ...values, helper }),
    done: 'Đã ghi nhận xét của đảng viên giúp đỡ.',
  })
  const { values, bind, patch } = recording
  return (
    <RecordingDialog
      title="Nhận xét của đảng viên giúp đỡ"
      recording={recording}
      submitLabel="Ghi nhận xét"
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextField label="Đảng viên giúp đỡ" required {...bind('helper')} />
        <DateField label="Ngày" required data-autofocus {...bind('date')} />
      </SimpleGrid>
      <Radio.Group label="Mức độ phấn đấu" value={values.standing} onChange={(standing) => patch({ standing })}>
        <Stack gap={6} mt={4}>
          {Object.entries(NOTE_STANDINGS).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <AreaField label="Nội dung nhận xét" required {...bind('text')} />
    </RecordingDialog>
  )
}

/** A nomination for a class. */
export function NominationForm({ situation, onClose }: CaseFormProps) {
  const recording = useCaseForm(situation.id, onClose, {
    command: 'class.nominate',
    draft: 'cu-di-hoc',
    initial: { class: situation.view.state.ceremony === null ? 'awareness' : 'newMember', date: '', note: '' },
    toInput: inputOf,
    done: 'Đã ghi đề nghị cử đi học.',
  })
  const { bind, bindChoice } = recording
  return (
    <RecordingDialog title="Đề nghị cử đi học" recording={recording} submitLabel="Ghi đề nghị" onClose={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <ChoiceField label="Lớp bồi dưỡng" required {...bindChoice('class')} data={choicesOf(PARTY_CLASSES)} />
        <DateField label="Ngày đề nghị" required data-autofocus {...bind('date')} />
      </SimpleGrid>
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}

/** How a class ended. */
export function ClassResultForm({ situation, onClose }: CaseFormProps) {
  const nominated = situation.view.state.nominations.at(-1)?.class
  const recording = useCaseForm(situation.id, onClose, {
    command: 'class.recordResult',
    draft: 'ket-qua-lop',
    initial: { class: nominated ?? 'awareness', from: '', to: '', place: '', outcome: 'passed' },
    toInput: inputOf,
    done: ({ outcome }) =>
      outcome === 'passed'
        ? 'Đã ghi kết quả lớp học. Khi có giấy chứng nhận thì ghi vào Giấy tờ.'
        : 'Đã ghi kết quả lớp học.',
  })
  const { bind, bindChoice } = recording
  return (
    <RecordingDialog title="Kết quả lớp học" recording={recording} submitLabel="Ghi kết quả" onClose={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <ChoiceField label="Lớp bồi dưỡng" required {...bindChoice('class')} data={choicesOf(PARTY_CLASSES)} />
        <ChoiceField label="Kết quả" required {...bindChoice('outcome')} data={choicesOf(CLASS_OUTCOMES)} />
        <DateField label="Từ ngày" {...bind('from')} />
        <DateField label="Đến ngày" required data-autofocus {...bind('to')} />
      </SimpleGrid>
      <TextField label="Nơi mở lớp" {...bind('place')} />
    </RecordingDialog>
  )
}

/** An opinion. */
export function OpinionForm({ situation, onClose }: CaseFormProps) {
  const recording = useCaseForm(situation.id, onClose, {
    command: 'opinion.record',
    initial: { organisation: '', name: '', date: '', agree: '', disagree: '', summary: '' },
    draft: 'y-kien',
    toInput: (values) => inputOf(values, ['agree', 'disagree']),
    done: 'Đã ghi ý kiến nhận xét.',
  })
  const { bind, bindChoice } = recording
  return (
    <RecordingDialog title="Ý kiến nhận xét" recording={recording} submitLabel="Ghi ý kiến" onClose={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <ChoiceField
          label="Loại tổ chức"
          required
          data-autofocus
          {...bindChoice('organisation')}
          data={choicesOf(OPINION_SOURCES)}
        />
        <TextField label="Tên tổ chức" required {...bind('name')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Ngày" required {...bind('date')} />
        <CountField label="Số tán thành" {...bind('agree')} />
        <CountField label="Số không tán thành" {...bind('disagree')} />
      </SimpleGrid>
      <AreaField label="Nội dung nhận xét" required {...bind('summary')} />
    </RecordingDialog>
  )
}

/** The report of a vote that fell short. */
export function ShortVoteForm({
  situation,
  onClose,
  body,
  matter,
}: CaseFormProps & { readonly body: 'branch' | 'committee'; readonly matter: Matter }) {
  const recording = useCaseForm(situation.id, onClose, {
    command: 'vote.reportShort',
    draft: `bao-cao-${body}-${matter}`,
    initial: { date: '', 'letter.number': '', 'letter.date': '', note: '' },
    toInput: (values) => ({ body, ...(matter === 'admission' ? {} : { matter }), ...inputOf(values) }),
    done: 'Đã ghi báo cáo việc không đủ tỷ lệ tán thành.',
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title="Báo cáo việc không đủ tỷ lệ tán thành"
      recording={recording}
      submitLabel="Ghi báo cáo"
      onClose={onClose}
    >
      <Text size="sm">
        {SHORT_VOTE_BODIES[body]} đã họp và không đủ tỷ lệ tán thành; kết quả vẫn phải báo cáo đầy đủ lên cấp ủy có thẩm
        quyền. Số phiếu lấy theo cuộc họp đã ghi.
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DateField label="Ngày báo cáo" required data-autofocus {...bind('date')} />
        <TextField label="Số công văn" {...bind('letter.number')} />
        <DateField label="Ngày công văn" {...bind('letter.date')} />
      </SimpleGrid>
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}

/** The notice of a refusal to the branch. */
export function RefusalNoticeForm({ situation, onClose }: CaseFormProps) {
  const recording = useCaseForm(situation.id, onClose, {
    command: 'refusal.notify',
    draft: 'thong-bao-khong-ket-nap',
    initial: { date: '', number: '' },
    toInput: (values) => ({ ...inputOf(values), ...(situation.decidesHere ? {} : { onPaper: true }) }),
    done: 'Đã ghi việc thông báo không kết nạp.',
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title="Thông báo việc không kết nạp"
      recording={recording}
      submitLabel="Ghi thông báo"
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField label="Ngày thông báo" required data-autofocus {...bind('date')} />
        <TextField label="Số văn bản" {...bind('number')} />
      </SimpleGrid>
    </RecordingDialog>
  )
}
