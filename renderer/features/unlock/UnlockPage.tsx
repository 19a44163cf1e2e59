/**
 * Unlocking: who, and the passphrase. Says nothing that would help a thief; after several wrong tries it waits for as
 * long as the core says, also after a reload.
 */
import { Alert, Anchor, Button, Center, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState, type FormEvent } from 'react'
import type { MissedJob } from '../../../shared/contract/missed.ts'
import { BECAME_NEW_DEVICE, FINISHING, PRODUCT, WAITING } from '../../../shared/words/locked.ts'
import { call, Refused } from '../../api.ts'
import { useCountdown } from '../../parts/countdown.ts'
import { later } from '../../parts/later.ts'
import { PassphraseField } from '../../parts/PassphraseField.tsx'
import { StandinNote } from '../../parts/StandinNote.tsx'
import { askAhead, isKnown, useAsk } from '../../queries.ts'
import { useWindow } from '../../state.ts'

/** Read only where they are asked for: the unlock page is there before. */
const LoginField = later(async () => (await import('./LoginField.tsx')).LoginField)
const ResetPassphrase = later(async () => (await import('./ResetPassphrase.tsx')).ResetPassphrase)
const VerifyPage = later(async () => (await import('../../parts/VerifyPage.tsx')).VerifyPage)

/** The page a locked window shows. */
export function UnlockPage() {
  const { data: vault, dataUpdatedAt, refetch } = useAsk('vault.describe', {})
  const [login, setLogin] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [resetting, setResetting] = useState(false)
  const [isVerifying, setVerifying] = useState(false)
  const { isFinishing, setPhase, setNotice, setMissed } = useWindow()
  const logins = vault?.logins ?? []
  const chosen = login ?? logins[0]
  const wait = vault?.waits?.find((one) => one.login === chosen)
  const waitLeft = useCountdown(dataUpdatedAt, wait?.seconds ?? 0)

  useEffect(() => document.getElementById('passphrase')?.focus(), [resetting])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      const opened = await call<{ becameNewDevice: boolean; missed: MissedJob | null }>('session.unlock', {
        passphrase,
        ...(chosen === undefined ? {} : { login: chosen }),
      })
      // Both are there in a moment, and the frame is then drawn once, while the home page is on its way; a refusal is
      // theirs to show.
      const frame = Promise.allSettled([askAhead('office.get'), askAhead('rules.get')])
      void askAhead('home.get').catch(() => undefined)
      const [office] = await frame
      // Locked in this moment, what was asked for is refused, forgotten, or given up without an answer.
      const isRefused =
        office.status === 'rejected' && office.reason instanceof Refused && office.reason.refusal.code !== 'LOCKED'
      if (!isRefused && !isKnown('office.get')) return
      setNotice(opened.becameNewDevice ? BECAME_NEW_DEVICE : null)
      setMissed(opened.missed)
      setPhase('open')
    } catch (error) {
      const { sentenceOf } = await import('../../sentences.ts')
      setProblem(sentenceOf(error))
      await refetch()
    } finally {
      setPassphrase('')
      setBusy(false)
    }
  }

  if (isVerifying) return <VerifyPage onBack={() => setVerifying(false)} />
  if (resetting) return <ResetPassphrase logins={logins} onDone={() => setResetting(false)} />
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w={420} shadow="xs">
        <form onSubmit={(event) => void submit(event)}>
          <StandinNote />
          <Stack gap="sm">
            <div>
              <Title order={1} size="h2">
                {vault?.officeLabel ?? 'Kết nạp'}
              </Title>
              <Text size="xs" c="dimmed">
                {PRODUCT}
              </Text>
            </div>
            {logins.length > 1 && (
              <LoginField
                logins={logins}
                value={login ?? logins[0] ?? null}
                onChange={(chosenLogin) => {
                  setLogin(chosenLogin)
                  setProblem(null)
                }}
              />
            )}
            <PassphraseField label="Mật khẩu" value={passphrase} onChange={setPassphrase} id="passphrase" required />
            {problem !== null && (
              <Alert color="red" role="alert">
                {problem}
              </Alert>
            )}
            {waitLeft > 0 && problem === null && <Text size="sm">{WAITING}</Text>}
            {isFinishing && (
              <Text size="sm" role="status">
                {FINISHING}
              </Text>
            )}
            <Button type="submit" loading={busy} disabled={waitLeft > 0}>
              {waitLeft > 0 ? `Thử lại sau ${waitLeft} giây` : 'Mở'}
            </Button>
            <Anchor component="button" type="button" size="sm" onClick={() => setResetting(true)}>
              Quên mật khẩu, dùng phiếu khôi phục
            </Anchor>
            <Anchor component="button" type="button" size="sm" onClick={() => setVerifying(true)}>
              Kiểm tra gói dữ liệu trên USB, không mở khóa
            </Anchor>
          </Stack>
        </form>
      </Paper>
    </Center>
  )
}
