/**
 * A paper of the dossier with its scans, or kept outside the program with number, day and keeper only. Scans dropped on
 * the paper's line come attached; more are chosen here.
 */
import { Alert, Group, Radio, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import type { ScanRef } from '../../../shared/model/acts.ts'
import { resolutionOf } from '../../../shared/model/numbers.ts'
import { PAPER_PLACES } from '../../../shared/words/vi.ts'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { ResolutionNumber } from '../../parts/ResolutionNumber.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { ScansView, useTaking } from '../../parts/ScansField.tsx'
import { paperChoices, rulePaper } from './paper-rules.ts'
import { useCaseForm } from './use-case-form.ts'

/** Records a paper. */
export function PaperForm({
  situation,
  onClose,
  paper,
  scans: given,
  replaces,
}: CaseFormProps & { readonly paper: string; readonly scans: readonly ScanRef[]; readonly replaces: string }) {
  const { today, office, view } = situation
  const inside = office.settings['verificationPapersInside'] === true
  const placeOf = (code: string) =>
    given.length === 0 && rulePaper(code, today)?.keptOutsideByDefault === true && !inside ? 'outside' : 'here'
  const [scans, setScans] = useState(given)
  const { isTaking, trouble, take } = useTaking()
  const earlier = view.state.papers.filter((held) => held.paper === paper && held.origin === 'recorded')
  const recording = useCaseForm(situation.id, onClose, {
    command: 'paper.record',
    initial: {
      paper,
      kept: placeOf(paper),
      number: '',
      date: '',
      issuer: '',
      person: '',
      keeper: '',
      differs: '',
      note: '',
      replaces,
    },
    draft: `giay-to.${paper === '' ? 'khac' : paper}`,
    toInput: (values) => ({
      ...inputOf(values.kept === 'outside' ? values : { ...values, keeper: '' }),
      ...(values.kept === 'outside' ? {} : inputOf({ scans })),
    }),
    done: (values, { alsoUsedBy }) =>
      `Đã ghi ${rulePaper(values.paper, today)?.name.value ?? 'giấy tờ'}.${
        alsoUsedBy === undefined ? '' : ` Số này đã ghi cho ${alsoUsedBy}; đối chiếu lại giấy chứng nhận.`
      }`,
  })
  const { values, bind, bindChoice, patch } = recording
  const rule = rulePaper(values.paper, today)
  const isOutside = values.kept === 'outside'
  const resolved = resolutionOf(values.paper)
  const choose = (chosen: readonly File[]) =>
    take(chosen, (taken) => setScans((held) => [...held.filter(({ sha256 }) => sha256 !== taken.sha256), taken]))
  return (
    <RecordingDialog
      title={paper === '' ? 'Ghi giấy tờ' : (rule?.name.value ?? 'Ghi giấy tờ')}
      recording={recording}
      submitLabel="Ghi giấy tờ"
      onClose={onClose}
    >
      {paper === '' && (
        <ChoiceField
          label="Loại giấy tờ"
          required
          data-autofocus
          data={paperChoices(today)}
          {...bindChoice('paper')}
          onChange={(code) => patch({ paper: code ?? '', kept: placeOf(code ?? '') })}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Ngày của giấy tờ" {...(paper === '' ? {} : { 'data-autofocus': true })} {...bind('date')} />
        <TextField label="Số văn bản" {...bind('number')} />
        <TextField
          label="Nơi ban hành"
          {...(rule?.signedBy === undefined ? {} : { placeholder: rule.signedBy.value })}
          {...bind('issuer')}
        />
        <TextField
          label="Họ tên người lập"
          description={rule?.count === 'perIntroducer' ? 'Người giới thiệu' : undefined}
          {...bind('person')}
        />
      </SimpleGrid>
      {resolved !== null && (
        <ResolutionNumber
          about={{ cases: [situation.id] }}
          {...resolved}
          values={{ 'resolution.number': values.number, 'resolution.date': values.date }}
        />
      )}
      <Radio.Group
        label="Nơi lưu"
        value={values.kept}
        onChange={(kept) => patch({ kept: kept === 'outside' ? 'outside' : 'here' })}
      >
        <Group gap="md" mt={4}>
          <Radio value="here" label={PAPER_PLACES.here} />
          <Radio value="outside" label={PAPER_PLACES.outside} />
        </Group>
      </Radio.Group>
      {isOutside ? (
        <>
          <Text size="sm" c="dimmed">
            Chỉ ghi số, ngày và nơi lưu; phần mềm không giữ bản quét của giấy tờ này.
          </Text>
          <TextField label="Nơi lưu giữ" placeholder="Tủ hồ sơ Văn phòng cấp ủy" {...bind('keeper')} />
        </>
      ) : (
        <ScansView
          label="Bản quét"
          none="Chưa kèm bản quét. Nhận tệp PDF, JPEG, PNG; ảnh chụp được thu nhỏ vừa trang A4."
          scans={scans}
          isTaking={isTaking}
          trouble={trouble}
          onChoose={(chosen) => void choose(chosen)}
          onDropScan={(sha256) => setScans(scans.filter((scan) => scan.sha256 !== sha256))}
        />
      )}
      {isOutside && scans.length > 0 && (
        <Alert color="orange" py={6}>
          Bản quét đã chọn sẽ không được ghi vì giấy tờ này lưu riêng.
        </Alert>
      )}
      {earlier.length > 0 && (
        <ChoiceField
          label="Thay cho giấy tờ đã ghi"
          description="Để trống nếu là một giấy tờ khác cùng loại"
          data={earlier.map((held, index) => ({
            value: held.entry,
            label: [`Lần ${index + 1}`, held.number, held.date, held.person].filter(Boolean).join(', '),
          }))}
          {...bindChoice('replaces')}
        />
      )}
      <TextField
        label="Điểm khác với hồ sơ"
        description="Họ tên, ngày sinh, quê quán, dân tộc hoặc số định danh ghi trên giấy tờ; để trống nếu khớp"
        placeholder="Đơn ghi sinh ngày 18/3/1990"
        {...bind('differs')}
      />
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}
