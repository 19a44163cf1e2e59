/**
 * One's own passphrase: the old one, and the new one twice.
 */
import { announce } from '../../parts/announce.tsx'
import { PassphraseField } from '../../parts/PassphraseField.tsx'
import { PassphrasePair, passphraseErrors } from '../../parts/PassphrasePair.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'

type Values = { readonly oldPassphrase: string; readonly newPassphrase: string; readonly again: string }

/** Changes the own passphrase. @param login - whose it is: a passphrase must not equal it */
export function ChangePassphraseDialog({ login, onClose }: { readonly login: string; readonly onClose: () => void }) {
  const recording = useRecording<Values, unknown>({
    command: 'user.changePassphrase',
    draft: null,
    initial: { oldPassphrase: '', newPassphrase: '', again: '' },
    toInput: ({ oldPassphrase, newPassphrase }) => ({ oldPassphrase, newPassphrase }),
    check: ({ newPassphrase, again }) => passphraseErrors({ passphrase: newPassphrase, again, login }, 'newPassphrase'),
    onDone: () => {
      announce('Đã đổi mật khẩu.')
      onClose()
    },
  })
  const { bind } = recording
  return (
    <RecordingDialog title="Đổi mật khẩu" recording={recording} submitLabel="Đổi mật khẩu" onClose={onClose}>
      <PassphraseField label="Mật khẩu đang dùng" required data-autofocus {...bind('oldPassphrase')} />
      <PassphrasePair label="Mật khẩu mới" first={bind('newPassphrase')} second={bind('again')} />
    </RecordingDialog>
  )
}
