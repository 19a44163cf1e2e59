/**
 * The first start: what the office is and does, its first user, the rules in force, the recovery sheet. Or everything back
 * from a backup. Nothing is written before the third step is confirmed.
 */
import { Button, Container, Group, Paper, Stack, Stepper, Text, Title } from '@mantine/core'
import { IconDatabaseImport } from '@tabler/icons-react'
import { useState } from 'react'
import { PRODUCT } from '../../../shared/words/vi.ts'
import { call } from '../../api.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { RecoverySheet } from '../../parts/RecoverySheet.tsx'
import { useAsk } from '../../queries.ts'
import { useWindow } from '../../state.ts'
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
  return <Begun today={vault.data.today} />
}

function Begun({ today }: { readonly today: string }) {
  const start = useStart(emptyStart(today))
  const [isRestoring, setRestoring] = useState(false)
  const isFounded = start.sheet !== null
  return (
    <Container component="main" size={900} py="md">
      <Group justify="space-between" align="flex-start" mb="md">
        <div>
          <Title order={1}>{isRestoring ? 'Khôi phục từ bản sao lưu' : 'Thiết lập đơn vị'}</Title>
          <Text size="sm" c="dimmed">
            {PRODUCT}
          </Text>
        </div>
        {!isFounded && !isRestoring && (
          <Button
            variant="default"
            leftSection={<IconDatabaseImport size={16} aria-hidden />}
            onClick={() => setRestoring(true)}
          >
            Khôi phục từ bản sao lưu
          </Button>
        )}
      </Group>
      <Paper withBorder p="lg" display={isRestoring ? undefined : 'none'}>
        <RestoreForm onBack={() => setRestoring(false)} />
      </Paper>
      {!isRestoring && (
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
