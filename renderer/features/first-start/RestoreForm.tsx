/**
 * A lost computer's office on a new one: the backup, and a way in as it was when the backup was made. People choose the
 * stick, the office's folder or the dated folder; the newest backup is proposed.
 */
import { Alert, Button, Group, Radio, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { BackupListing } from '../../../shared/contract/backups.ts'
import { restoredSentence, showNumber, showSize } from '../../../shared/words/vi.ts'
import { ask, chooseFolder } from '../../api.ts'
import { TextField } from '../../parts/fields.tsx'
import { GrowingArea } from '../../parts/GrowingArea.tsx'
import { PassphraseField } from '../../parts/PassphraseField.tsx'
import { useJob } from '../../parts/job.ts'
import { JobBar } from '../../parts/JobBar.tsx'
import { troubleColour, troubleOf } from '../../parts/names.ts'
import { showTime } from '../../parts/times.ts'
import { sentenceOf } from '../../sentences.ts'
import { useWindow } from '../../state.ts'

type Restored = {
  readonly name: string
  readonly entries: number
  readonly scans: number
  readonly scansMissing: readonly string[]
}

/** The form of a restore. */
export function RestoreForm({ onBack }: { readonly onBack: () => void }) {
  const { setPhase } = useWindow()
  const [found, setFound] = useState<BackupListing | null>(null)
  const [chosen, setChosen] = useState('')
  const [way, setWay] = useState('passphrase')
  const [login, setLogin] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [sheet, setSheet] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const job = useJob<Restored>('backup.restore')
  const look = async () => {
    try {
      const folder = await chooseFolder('Chọn nơi có bản sao lưu')
      if (folder === null) return
      const listing = await ask('backup.list', { folder })
      setFound(listing)
      setChosen(listing.backups[0]?.folder ?? '')
      setProblem(null)
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (job.isRunning) return
    const missing = missingFrom(chosen, way, passphrase, sheet)
    setProblem(missing)
    if (missing !== null) return
    const typedLogin = login.trim()
    const wayIn = way === 'sheet' ? { sheet } : { passphrase, ...(typedLogin === '' ? {} : { login: typedLogin }) }
    await job.run({ folder: chosen, ...wayIn })
    setPassphrase('')
  }
  if (job.answer !== null)
    return (
      <Stack gap="md">
        <Alert color="teal" role="status" title="Đã khôi phục xong">
          {restoredSentence({ ...job.answer, scansMissing: job.answer.scansMissing.length })}
        </Alert>
        <Group justify="flex-end">
          <Button onClick={() => setPhase('locked')} autoFocus>
            Mở khóa
          </Button>
        </Group>
      </Stack>
    )
  const trouble = problem ?? troubleOf(job, {})
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          Dùng khi máy cũ hỏng hoặc mất. Cắm USB có bản sao lưu, chọn USB hoặc thư mục sao lưu trên đó.
        </Text>
        <Group gap="sm">
          <Button variant="default" leftSection={<IconFolder size={16} aria-hidden />} onClick={() => void look()}>
            Chọn nơi có bản sao lưu
          </Button>
          {found !== null && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {found.folder}
            </Text>
          )}
        </Group>
        {found !== null && <Found found={found} chosen={chosen} onChoose={setChosen} />}
        <SegmentedControl
          aria-label="Mở bản sao lưu bằng"
          value={way}
          onChange={setWay}
          style={{ alignSelf: 'flex-start' }}
          data={[
            { value: 'passphrase', label: 'Bằng mật khẩu' },
            { value: 'sheet', label: 'Bằng phiếu khôi phục' },
          ]}
        />
        {way === 'sheet' ? (
          <GrowingArea
            label="Phiếu khôi phục"
            description="8 nhóm, mỗi nhóm 6 chữ số, theo thứ tự trên phiếu; cách nhau hay xuống dòng đều được"
            value={sheet}
            onChange={(event) => setSheet(event.currentTarget.value)}
            required
          />
        ) : (
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextField
              label="Tên đăng nhập"
              description="Để trống nếu đơn vị chỉ có một người dùng"
              value={login}
              onChange={setLogin}
            />
            <PassphraseField
              label="Mật khẩu"
              description="Mật khẩu đang dùng vào lúc sao lưu"
              value={passphrase}
              onChange={setPassphrase}
              required
            />
          </SimpleGrid>
        )}
        <JobBar job={job} label="Đang khôi phục" describe={scansText} />
        {trouble !== null && (
          <Alert color={problem === null ? troubleColour(job) : 'red'} role="alert">
            {trouble}
          </Alert>
        )}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={job.isRunning}>
            Quay lại
          </Button>
          <Button type="submit" loading={job.isRunning}>
            Khôi phục
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Found({
  found,
  chosen,
  onChoose,
}: {
  readonly found: BackupListing
  readonly chosen: string
  readonly onChoose: (folder: string) => void
}) {
  if (found.backups.length === 0)
    return (
      <Alert color="yellow" role="status">
        Không thấy bản sao lưu hoàn chỉnh ở đây. Chọn USB, hoặc thư mục có tên bắt đầu bằng “KetNap-sao-luu”.
      </Alert>
    )
  return (
    <Radio.Group label="Bản sao lưu" value={chosen} onChange={onChoose}>
      <Stack gap={6} mt="xs" mah={220} style={{ overflowY: 'auto' }}>
        {found.backups.map((backup) => (
          <Radio
            key={backup.folder}
            value={backup.folder}
            label={`${showTime(backup.at)}, ${backup.office}`}
            description={`${showNumber(backup.scans)} bản quét, dữ liệu ${showSize(backup.bytes)}`}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

function missingFrom(chosen: string, way: string, passphrase: string, sheet: string): string | null {
  if (chosen === '') return 'Chọn nơi có bản sao lưu và một bản sao lưu trước.'
  if (way === 'sheet') return sheet.trim() === '' ? 'Nhập tám nhóm chữ số của phiếu khôi phục.' : null
  return passphrase === '' ? 'Nhập mật khẩu đang dùng vào lúc sao lưu.' : null
}

function scansText({ done, total }: { readonly done: number; readonly total: number }): string {
  return `Đang chép bản quét ${showNumber(done)} trên ${showNumber(total)}`
}
