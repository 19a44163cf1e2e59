/**
 * A new passphrase with the printed recovery sheet.
 */
import { Alert, Button, Center, Group, Paper, Stack, Title } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { call } from '../../api.ts'
import { GrowingArea } from '../../parts/GrowingArea.tsx'
import { PassphraseField } from '../../parts/PassphraseField.tsx'
import { sentenceOf } from '../../sentences.ts'
import { LoginField } from './LoginField.tsx'

/** Asks for the sheet and a new passphrase. */
export function ResetPassphrase({
  logins,
  onDone,
}: {
  readonly logins: readonly string[]
  readonly onDone: () => void
}) {
  const [login, setLogin] = useState<string | null>(logins[0] ?? null)
  const [sheet, setSheet] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (passphrase.normalize('NFC') !== again.normalize('NFC')) {
      setProblem('Hai lần gõ mật khẩu chưa giống nhau.')
      return
    }
    setBusy(true)
    try {
      await call('vault.resetPassphrase', { sheet, login, passphrase })
      onDone()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w={460} shadow="xs">
        <form onSubmit={(event) => void submit(event)}>
          <Stack gap="sm">
            <Title order={1} size="h2">
              Đặt lại mật khẩu bằng phiếu khôi phục
            </Title>
            <LoginField logins={logins} value={login} onChange={setLogin} />
            <GrowingArea
              label="Phiếu khôi phục"
              description="8 nhóm, mỗi nhóm 6 chữ số; cách nhau hay xuống dòng đều được"
              value={sheet}
              onChange={(event) => setSheet(event.currentTarget.value)}
              required
            />
            <PassphraseField label="Mật khẩu mới" value={passphrase} onChange={setPassphrase} required />
            <PassphraseField label="Gõ lại mật khẩu mới" value={again} onChange={setAgain} required />
            {problem !== null && (
              <Alert color="red" role="alert">
                {problem}
              </Alert>
            )}
            <Group justify="space-between">
              <Button variant="default" onClick={onDone}>
                Quay lại
              </Button>
              <Button type="submit" loading={busy}>
                Đặt mật khẩu mới
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
    </Center>
  )
}
