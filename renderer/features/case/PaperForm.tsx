/**
 * A paper of the dossier with its scans, or kept outside the program with number, day and keeper only. Scans dropped on
 * the paper's line come attached; more are chosen here.
 */
import { Alert, Button, CloseButton, Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconFile, IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import type { ScanRef } from '../../../shared/model/acts.ts'
import { PAPER_PLACES, showSize } from '../../../shared/words/vi.ts'
import { chooseFiles } from '../../api.ts'
import { announceTrouble } from '../../parts/announce.tsx'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
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
  const [files, setFiles] = useState<readonly string[]>([])
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
      ...(values.kept === 'outside' ? {} : inputOf({ scans, files })),
    }),
    done: (values) => `Đã ghi ${rulePaper(values.paper, today)?.name.value ?? 'giấy tờ'}.`,
  })
  const { values, bind, bindChoice, patch } = recording
  const rule = rulePaper(values.paper, today)
  const isOutside = values.kept === 'outside'
  const choose = async () => {
    try {
      const chosen = await chooseFiles('Chọn bản quét', 'scans')
      setFiles((held) => [...new Set([...held, ...chosen])])
    } catch (error) {
      announceTrouble('Chưa chọn được tệp', error)
    }
  }
  return (
    <RecordingDialog
      title={paper === '' ? 'Ghi giấy tờ' : (rule?.name.value ?? 'Ghi giấy tờ')}
      recording={recording}
      submitLabel="Ghi giấy tờ"
      onClose={onClose}
      keepsDraft
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
          files={files}
          onChoose={() => void choose()}
          onDropScan={(sha256) => setScans(scans.filter((scan) => scan.sha256 !== sha256))}
          onDropFile={(path) => setFiles(files.filter((file) => file !== path))}
        />
      )}
      {isOutside && scans.length + files.length > 0 && (
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
  files,
  onChoose,
  onDropScan,
  onDropFile,
}: {
  readonly scans: readonly ScanRef[]
  readonly files: readonly string[]
  readonly onChoose: () => void
  readonly onDropScan: (sha256: string) => void
  readonly onDropFile: (path: string) => void
}) {
  const lines = [
    ...scans.map((scan) => ({
      key: scan.sha256,
      name: `${scan.name} (${showSize(scan.bytes)})`,
      drop: () => onDropScan(scan.sha256),
    })),
    ...files.map((path) => ({ key: path, name: path.split(/[/\\]/).at(-1) ?? path, drop: () => onDropFile(path) })),
  ]
  return (
    <Stack component="section" gap={4} aria-label="Bản quét">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          Bản quét
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPaperclip size={14} aria-hidden />}
          onClick={onChoose}
        >
          Chọn tệp
        </Button>
      </Group>
      {lines.length === 0 && (
        <Text size="sm" c="dimmed">
          Chưa kèm bản quét. Nhận tệp PDF, JPEG, PNG, mỗi tệp nặng nhất 25 MB.
        </Text>
      )}
      {lines.map((line) => (
        <Group key={line.key} gap={6} wrap="nowrap">
          <IconFile size={16} aria-hidden style={{ flexShrink: 0 }} />
          <Text size="sm" style={{ overflowWrap: 'anywhere', flex: 1 }}>
            {line.name}
          </Text>
          <CloseButton size="sm" aria-label={`Bỏ ${line.name}`} onClick={line.drop} />
        </Group>
      ))}
    </Stack>
  )
}
