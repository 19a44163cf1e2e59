/**
 * A paper of the dossier with its scans, or kept outside the program with number, day and keeper only. Scans dropped on
 * the paper's line come attached; more are chosen here.
 */
import { Alert, Button, CloseButton, FileButton, Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconFile, IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import type { ScanRef } from '../../../shared/model/acts.ts'
import { PAPER_PLACES, showSize } from '../../../shared/words/vi.ts'
import { sentenceOf } from '../../queries.ts'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { fileProblem, takeIn } from '../../parts/dropped-files.ts'
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
  const [isTaking, setTaking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
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
  const choose = async (chosen: readonly File[]) => {
    const problem = chosen.map(fileProblem).find((found) => found !== null)
    setTrouble(problem ?? null)
    if (problem !== undefined) return
    setTaking(true)
    try {
      for (const file of chosen) {
        const taken = await takeIn(file)
        setScans((held) => [...held.filter(({ sha256 }) => sha256 !== taken.sha256), taken])
      }
    } catch (error) {
      setTrouble(sentenceOf(error))
    } finally {
      setTaking(false)
    }
  }
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
        <Attached
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
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}

function Attached({
  scans,
  isTaking,
  trouble,
  onChoose,
  onDropScan,
}: {
  readonly scans: readonly ScanRef[]
  readonly isTaking: boolean
  readonly trouble: string | null
  readonly onChoose: (files: readonly File[]) => void
  readonly onDropScan: (sha256: string) => void
}) {
  return (
    <Stack component="section" gap={4} aria-label="Bản quét">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          Bản quét
        </Text>
        <FileButton multiple accept=".pdf,.jpg,.jpeg,.png" onChange={onChoose}>
          {(props) => (
            <Button
              {...props}
              size="compact-sm"
              variant="default"
              loading={isTaking}
              leftSection={<IconPaperclip size={14} aria-hidden />}
            >
              Chọn tệp
            </Button>
          )}
        </FileButton>
      </Group>
      {trouble !== null && (
        <Alert color="red" py={6} role="alert">
          {trouble}
        </Alert>
      )}
      {scans.length === 0 && (
        <Text size="sm" c="dimmed">
          Chưa kèm bản quét. Nhận tệp PDF, JPEG, PNG; ảnh chụp được thu nhỏ vừa trang A4.
        </Text>
      )}
      {scans.map((scan) => {
        const name = `${scan.name} (${showSize(scan.bytes)})`
        return (
          <Group key={scan.sha256} gap={6} wrap="nowrap">
            <IconFile size={16} aria-hidden style={{ flexShrink: 0 }} />
            <Text size="sm" style={{ overflowWrap: 'anywhere', flex: 1 }}>
              {name}
            </Text>
            <CloseButton size="sm" aria-label={`Bỏ ${name}`} onClick={() => onDropScan(scan.sha256)} />
          </Group>
        )
      })}
    </Stack>
  )
}
