/**
 * A passphrase for a user of the office at this computer: users travel with the office's data, ways in do not.
 */
import { Text } from '@mantine/core'
import type { UserState } from '../../../shared/model/office-state.ts'
import { announce } from '../../parts/announce.tsx'
import { PassphrasePair, passphraseErrors } from '../../parts/PassphrasePair.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'

type Values = { readonly passphrase: string; readonly again: string }

/** Cấp mật khẩu trên máy này. */
export function OpenHereDialog({
  user: { id, user },
  onClose,
}: {
  readonly user: UserState
  readonly onClose: () => void
}) {
  const recording = useRecording<Values, unknown>({
    command: 'user.openHere',
    draft: null,
    initial: { passphrase: '', again: '' },
    toInput: ({ passphrase }) => ({ userId: id, passphrase }),
    check: (values) => passphraseErrors({ ...values, login: user.login }),
    onDone: () => {
      announce(`${user.name} mở được phần mềm trên máy này.`)
      onClose()
    },
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title={`Cấp mật khẩu trên máy này cho ${user.name}`}
      recording={recording}
      submitLabel="Cấp mật khẩu"
      onClose={onClose}
      size="lg"
    >
      <Text size="sm" c="dimmed">
        Mật khẩu ở mỗi máy đặt riêng. Nên để người dùng tự gõ.
      </Text>
      <PassphrasePair first={bind('passphrase')} second={bind('again')} />
    </RecordingDialog>
  )
}
