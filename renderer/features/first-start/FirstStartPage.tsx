/**
 * The first start: what the office is and does, its first user, the rules in force, the recovery sheet. Or everything back
 * from a backup. Nothing is written before the third step is confirmed.
 */
import '../../strict-zod.ts'
import { Button, Container, Group, Paper, Stack, Stepper, Text, Title } from '@mantine/core'
import { IconDatabaseImport, IconDevices } from '@tabler/icons-react'
import { useState } from 'react'
import { PRODUCT } from '../../../shared/words/vi.ts'
import { call } from '../../api.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { RecoverySheet } from '../../parts/RecoverySheet.tsx'
import { StandinNote } from '../../parts/StandinNote.tsx'
import { useAsk } from '../../queries.ts'
import { useWindow } from '../../state.ts'
import { VerifyPage } from '../../parts/VerifyPage.tsx'
import { JoinForm } from './JoinForm.tsx'
import { OfficeStep } from './OfficeStep.tsx'
import { RestoreForm } from './RestoreForm.tsx'
import { RulesStep } from './RulesStep.tsx'
import { UserStep } from './UserStep.tsx'
import { emptyStart, officeErrors, userErrors } from './start-values.ts'
import { useStart, type Start } from './use-start.ts'

/** The page of a new computer. */
export function FirstStartPage() {
  const vault = useAsk('vault.describe', {})
  if (vault.isError) return <ErrorState error={vault.error} onRetry={() => void vault.refetch()} />
  if (vault.data === undefined) return <LoadingState />
  return <Begun today={vault.data.today} isAsking={vault.data.isAsking === true} />
}

/** What a person wants of this computer. */
type Way = 'found' | 'restore' | 'join' | 'verify'

const TITLES: Readonly<Record<Way, string>> = {
  found: 'Thiết lập đơn vị',
  restore: 'Khôi phục từ bản sao lưu',
  join: 'Dùng làm máy thứ hai của đơn vị',
  verify: 'Kiểm tra gói dữ liệu',
}

function Begun({ today, isAsking }: { readonly today: string; readonly isAsking: boolean }) {
  const start = useStart(emptyStart(today))
  const [way, setWay] = useState<Way>(isAsking ? 'join' : 'found')
  const isFounded = start.sheet !== null
  if (way === 'verify') return <VerifyPage onBack={() => setWay('found')} />
  return (
    <Container component="main" size={900} py="md">
      <StandinNote />
      <Group justify="space-between" align="flex-start" mb="md">
        <div>
          <Title order={1}>{TITLES[way]}</Title>
          <Text size="sm" c="dimmed">
            {PRODUCT}
          </Text>
        </div>
        {!isFounded && way === 'found' && (
          <Group gap="xs">
            <Button variant="subtle" onClick={() => setWay('verify')}>
              Kiểm tra USB
            </Button>
            <Button
              variant="default"
              leftSection={<IconDevices size={16} aria-hidden />}
              onClick={() => setWay('join')}
            >
              Dùng làm máy thứ hai
            </Button>
            <Button
              variant="default"
              leftSection={<IconDatabaseImport size={16} aria-hidden />}
              onClick={() => setWay('restore')}
            >
              Khôi phục từ bản sao lưu
            </Button>
          </Group>
        )}
      </Group>
      <Paper withBorder p="lg" display={way === 'restore' ? undefined : 'none'}>
        <RestoreForm onBack={() => setWay('found')} />
      </Paper>
      {way === 'join' && (
        <Paper withBorder p="lg">
          <JoinForm today={today} isAsking={isAsking} onBack={() => setWay('found')} />
        </Paper>
      )}
      {way === 'found' && (
        <Stack gap="md">
          <Stepper
            active={start.step}
            size="sm"
            iconSize={30}
            onStepClick={start.goBackTo}
            allowNextStepsSelect={false}
          >
            <Stepper.Step label="Đơn vị" allowStepSelect={!isFounded && start.step > 0} />
            <Stepper.Step label="Người dùng đầu tiên" allowStepSelect={!isFounded && start.step > 1} />
            <Stepper.Step label="Bộ quy định" allowStepSelect={false} />
            <Stepper.Step label="Phiếu khôi phục" allowStepSelect={false} />
          </Stepper>
          <Paper withBorder p="md">
            <CurrentStep start={start} today={today} />
          </Paper>
        </Stack>
      )}
    </Container>
  )
}

function CurrentStep({ start, today }: { readonly start: Start; readonly today: string }) {
  const { setPhase } = useWindow()
  const [isOpening, setOpening] = useState(false)
  const { values, sheet } = start
  const open = async () => {
    setOpening(true)
    try {
      if (sheet !== null) await call('vault.proveSheet', { sheet: sheet.join(' ') })
      await call('session.unlock', { login: values.login.trim(), passphrase: values.passphrase })
      start.forget()
      window.location.hash = '#/'
      setPhase('open')
    } catch {
      // The office is founded: whoever set it up unlocks as on any other day.
      setPhase('locked')
    }
  }
  if (sheet !== null)
    return (
      <Stack gap="md">
        <Title order={2}>Phiếu khôi phục</Title>
        <RecoverySheet
          facts={{ groups: sheet, office: values.name.trim(), day: today }}
          doneLabel="Bắt đầu dùng phần mềm"
          isBusy={isOpening}
          onProved={() => void open()}
        />
      </Stack>
    )
  switch (start.step) {
    case 0:
      return <OfficeStep start={start} onNext={() => start.next(officeErrors)} />
    case 1:
      return <UserStep start={start} onNext={() => start.next(userErrors)} />
    default:
      return <RulesStep start={start} today={today} />
  }
}
