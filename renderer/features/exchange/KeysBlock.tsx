/**
 * Khóa của đơn vị: renewed after a loss, or written out once for the archive with the words of a sealed envelope, so that
 * what was received can be opened in twenty years without this program.
 */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconKey, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { KeysExported } from '../../../shared/contract/exchange.ts'
import { inFours } from '../../../shared/text/fours.ts'
import { BEFORE_OPENING, openingSteps } from '../../../shared/words/vi.ts'
import { chooseFolder } from '../../api.ts'
import { TextField } from '../../parts/fields.tsx'
import { Printable } from '../../parts/Printable.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { Block } from '../../parts/states.tsx'
import { showTime } from '../../parts/times.ts'
import { inputOf } from '../../parts/values.ts'
import { RenewKeysDialog } from './RenewKeysDialog.tsx'

/** Khóa của đơn vị. */
export function KeysBlock({ office }: { readonly office: OfficeView }) {
  const [folder, setFolder] = useState<string | null>(null)
  const [isRenewing, setRenewing] = useState(false)
  const [exported, setExported] = useState<KeysExported | null>(null)
  const choose = async () => setFolder(await chooseFolder('Chọn nơi lưu tệp khóa'))
  return (
    <Block title="Khóa của đơn vị">
      <Stack gap="sm">
        <Text size="sm">
          Khóa nằm trong dữ liệu và trong mọi bản sao lưu. Xuất khóa để lưu kho: người giữ tệp khóa và phong bì niêm
          phong mở được các gói đã nhận bằng công cụ phổ thông, không cần phần mềm này. Thay khóa khi mất máy hoặc nghi
          lộ khóa.
        </Text>
        <Group>
          <Button variant="default" leftSection={<IconKey size={16} aria-hidden />} onClick={() => void choose()}>
            Xuất khóa để lưu kho
          </Button>
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => setRenewing(true)}
          >
            Thay khóa
          </Button>
        </Group>
      </Stack>
      {folder !== null && (
        <ExportDialog
          folder={folder}
          onClose={() => setFolder(null)}
          onDone={(made) => {
            setFolder(null)
            setExported(made)
          }}
        />
      )}
      {exported !== null && <EnvelopePage office={office} exported={exported} onClose={() => setExported(null)} />}
      {isRenewing && <RenewKeysDialog onClose={() => setRenewing(false)} />}
    </Block>
  )
}

function ExportDialog({
  folder,
  onDone,
  onClose,
}: {
  readonly folder: string
  readonly onDone: (made: KeysExported) => void
  readonly onClose: () => void
}) {
  const recording = useRecording<{ readonly reason: string }, KeysExported>({
    command: 'keys.export',
    draft: 'khoa/xuat',
    initial: { reason: '' },
    toInput: (values) => ({ to: folder, ...inputOf(values) }),
    onDone,
  })
  return (
    <RecordingDialog title="Xuất khóa để lưu kho" recording={recording} submitLabel="Xuất khóa" onClose={onClose}>
      <Alert color="orange" role="note">
        Ai có tệp khóa cùng mật khẩu thì mở được mọi gói dữ liệu và bản quét của đơn vị. Cất tệp và phong bì ở hai nơi
        khác nhau. Mật khẩu chỉ hiện một lần; chuẩn bị máy in hoặc giấy bút trước. Việc xuất khóa được ghi vào nhật ký.
      </Alert>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        Nơi lưu: {folder}
      </Text>
      <TextField
        label="Lý do"
        description="Ví dụ: nộp lưu kho năm 2026"
        required
        data-autofocus
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}

function EnvelopePage({
  office,
  exported,
  onClose,
}: {
  readonly office: OfficeView
  readonly exported: KeysExported
  readonly onClose: () => void
}) {
  const name = exported.file.replace(/^.*[\\/]/, '')
  return (
    <Printable title="Tờ để trong phong bì niêm phong" what="keyEnvelope" onClose={onClose}>
      <p>
        <strong>{office.profile.name}</strong>
      </p>
      <h2>Mật khẩu của tệp khóa</h2>
      <p style={{ fontSize: '1.4em', fontFamily: 'monospace', whiteSpace: 'nowrap' }} data-testid="key-passphrase">
        {exported.passphrase}
      </p>
      <table>
        <tbody>
          <tr>
            <th scope="row">Tệp khóa</th>
            <td>{name}</td>
          </tr>
          <tr>
            <th scope="row">Mã kiểm tra tệp (SHA-256)</th>
            <td className="hash">{inFours(exported.sha256)}</td>
          </tr>
          <tr>
            <th scope="row">Thời điểm xuất</th>
            <td>{showTime(exported.at)}</td>
          </tr>
        </tbody>
      </table>
      <p className="opening">{BEFORE_OPENING}</p>
      <ol className="opening">
        {openingSteps(name).map(({ what, commands }) => (
          <li key={what}>
            {what}
            <pre>{commands.join('\n')}</pre>
          </li>
        ))}
      </ol>
      <p>Tờ này chỉ hiện một lần. Cho vào phong bì, niêm phong, cất riêng, không để cùng tệp khóa.</p>
      <div className="signatures">
        <span>Người xuất khóa</span>
        <span>Người giữ phong bì</span>
      </div>
    </Printable>
  )
}
