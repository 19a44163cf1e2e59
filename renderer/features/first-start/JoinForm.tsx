/**
 * A further computer of an office that uses the program already: first its card with the digits to compare, then, when the
 * stick has come back from the exchange device, the enrolment is taken in. The two may be days apart.
 */
import { Alert, Button, Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { DeviceAsked, Joined } from '../../../shared/contract/devices.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { chooseFolder } from '../../api.ts'
import { TextField } from '../../parts/fields.tsx'
import { PassphraseField } from '../../parts/PassphraseField.tsx'
import { useJob, type Job } from '../../parts/job.ts'
import { JobBar } from '../../parts/JobBar.tsx'
import { JobTrouble } from '../../parts/JobTrouble.tsx'
import { passphraseErrors, PassphrasePair } from '../../parts/PassphrasePair.tsx'
import { RecoverySheet } from '../../parts/RecoverySheet.tsx'
import { useAct } from '../../queries.ts'
import { useWindow } from '../../state.ts'
import { Digits } from '../../parts/Digits.tsx'

/** Dùng làm máy thứ hai của đơn vị. @param isAsking - the card was made before, and its answer is awaited */
export function JoinForm({
  today,
  isAsking,
  onBack,
}: {
  readonly today: string
  readonly isAsking: boolean
  readonly onBack: () => void
}) {
  const [step, setStep] = useState<'ask' | 'join'>(isAsking ? 'join' : 'ask')
  const ask = useJob<DeviceAsked>('device.ask')
  const join = useJob<Joined>('device.join')
  const { setPhase } = useWindow()
  const toUnlock = () => setPhase('locked')
  // The office is on this computer either way: what could not be noted is reminded of after unlocking.
  const prove = useAct('vault.proveSheet', toUnlock, () => {
    toUnlock()
    return true
  })
  if (join.answer !== null) {
    const { sheet, name, entries } = join.answer
    return (
      <Stack gap="md">
        <Alert color="teal" role="status" title={`Máy này đã là máy của ${name}`}>
          Đã nhận {showNumber(entries)} bản ghi. Sau khi mở khóa, vào Trao đổi, mục Máy trong đơn vị, xuất gói đầu tiên
          cho máy trao đổi để hai máy trao đổi được với nhau.
        </Alert>
        <Title order={2}>Phiếu khôi phục của máy này</Title>
        <RecoverySheet
          facts={{ groups: sheet, office: name, day: today }}
          doneLabel="Mở khóa"
          isBusy={prove.isPending}
          onProved={() => prove.mutate({ sheet: sheet.join(' ') })}
        />
      </Stack>
    )
  }
  return (
    <Stack gap="md">
      {step === 'ask' ? (
        <AskStep job={ask} onBack={onBack} onNext={() => setStep('join')} />
      ) : (
        <JoinStep job={join} onBack={() => setStep('ask')} />
      )}
    </Stack>
  )
}

function AskStep({
  job,
  onBack,
  onNext,
}: {
  readonly job: Job<DeviceAsked>
  readonly onBack: () => void
  readonly onNext: () => void
}) {
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = {
      ...(name.trim() === '' ? { name: 'Nhập tên máy để các máy khác biết.' } : {}),
      ...passphraseErrors({ login: '', passphrase, again }),
    }
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    const folder = await chooseFolder('Chọn nơi lưu phiếu máy mới')
    if (folder !== null) await job.run({ name: name.trim(), passphrase, folder })
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Text size="sm">
          Dùng khi đơn vị đã dùng phần mềm trên một máy khác. Máy này có đủ dữ liệu của đơn vị; việc gửi, nhận với đơn
          vị khác vẫn làm trên máy kia.
        </Text>
        <TextField
          label="Tên máy này"
          description="Để phân biệt các máy, ví dụ Máy phòng tổ chức"
          value={name}
          onChange={setName}
          error={errors['name']}
          required
        />
        <PassphrasePair
          label="Mật khẩu mở máy này"
          first={{ value: passphrase, onChange: setPassphrase, error: errors['passphrase'], 'data-path': 'passphrase' }}
          second={{ value: again, onChange: setAgain, error: errors['again'], 'data-path': 'again' }}
        />
        <JobTrouble jobs={[job]} />
        {job.answer !== null && (
          <Alert color="teal" role="status" title="Đã lưu phiếu máy mới" style={{ overflowWrap: 'anywhere' }}>
            {job.answer.file}
          </Alert>
        )}
        {job.answer !== null && (
          <>
            <List size="sm" type="ordered">
              <List.Item>
                Mang phiếu đến máy trao đổi của đơn vị: Trao đổi, Máy trong đơn vị, Thêm máy, Mở phiếu máy mới.
              </List.Item>
              <List.Item>Gõ vào máy đó mã đối chiếu dưới đây; máy đó ghi gói thêm máy vào USB.</List.Item>
              <List.Item>Mang USB về máy này, chọn Nhận gói thêm máy.</List.Item>
            </List>
            <Digits digits={job.answer.digits} label="Mã đối chiếu của máy này" />
          </>
        )}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={job.isRunning}>
            Quay lại
          </Button>
          <Group>
            <Button type="submit" variant={job.answer === null ? 'filled' : 'default'} loading={job.isRunning}>
              Lưu phiếu máy mới
            </Button>
            <Button variant={job.answer === null ? 'default' : 'filled'} onClick={onNext} disabled={job.isRunning}>
              Nhận gói thêm máy
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

function JoinStep({ job, onBack }: { readonly job: Job<Joined>; readonly onBack: () => void }) {
  const [folder, setFolder] = useState<string | null>(null)
  const [digits, setDigits] = useState('')
  const [login, setLogin] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const typed = digits.replace(/\D/g, '').length
  const isReady = folder !== null && typed === 24 && login.trim() !== '' && passphrase !== '' && !job.isRunning
  const choose = async () => {
    const chosen = await chooseFolder('Chọn nơi có gói thêm máy')
    if (chosen !== null) setFolder(chosen)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void job.run({ folder, digits, login: login.trim(), passphrase })
      }}
    >
      <Stack gap="md">
        <Group gap="sm">
          <Button variant="default" onClick={() => void choose()}>
            Chọn nơi có gói thêm máy
          </Button>
          {folder !== null && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {folder}
            </Text>
          )}
        </Group>
        <TextField
          label="Mã đối chiếu của đơn vị"
          description={`Nhìn tận màn hình máy trao đổi, gõ 6 nhóm 4 chữ số. Đã gõ ${typed} trên 24 chữ số.`}
          value={digits}
          onChange={(next) => {
            setDigits(next)
            job.clear()
          }}
          inputMode="numeric"
          required
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextField
            label="Tên đăng nhập của quản trị viên"
            description="Như đang dùng ở máy trao đổi"
            value={login}
            onChange={setLogin}
            required
          />
          <PassphraseField
            label="Mật khẩu mở máy này"
            description="Mật khẩu đã đặt khi lập phiếu máy mới"
            value={passphrase}
            onChange={setPassphrase}
            required
          />
        </SimpleGrid>
        <JobBar job={job} label="Đang nhận gói thêm máy" />
        <JobTrouble jobs={[job]} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={job.isRunning}>
            Quay lại
          </Button>
          <Button type="submit" disabled={!isReady}>
            Nhận gói thêm máy
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
