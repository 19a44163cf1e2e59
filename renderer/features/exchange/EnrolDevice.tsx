/**
 * A further computer, step by step: its card is opened, the digits on its screen are typed, everything is written for it,
 * and then the digits of the office are shown, to be typed over there.
 */
import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { DeviceCardRead, Enrolled } from '../../../shared/contract/devices.ts'
import { FIRST_DEVICE } from '../../../shared/words/vi.ts'
import { call, chooseFiles } from '../../api.ts'
import { TextField } from '../../parts/fields.tsx'
import { JobBar } from '../../parts/JobBar.tsx'
import { JobTrouble } from '../../parts/JobTrouble.tsx'
import { useJob } from '../../parts/job.ts'
import { useNames } from '../../parts/names.ts'
import { Block } from '../../parts/states.tsx'
import { sentenceOf } from '../../sentences.ts'
import { CarrierField } from '../../parts/CarrierField.tsx'
import { Digits } from '../../parts/Digits.tsx'
import { Written } from './Written.tsx'

/** Thêm máy. @param isFirst - no other computer has been taken in: this one has no name yet */
export function EnrolDevice({
  office,
  isFirst,
  onClose,
}: {
  readonly office: OfficeView
  readonly isFirst: boolean
  readonly onClose: () => void
}) {
  const [read, setRead] = useState<DeviceCardRead | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const open = async () => {
    setProblem(null)
    try {
      const [file] = await chooseFiles('Chọn tệp phiếu máy mới', 'any')
      if (file !== undefined) setRead(await call<DeviceCardRead>('device.readCard', { file }))
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <Block title="Thêm máy vào đơn vị">
      <Stack gap="sm">
        {read === null ? (
          <>
            <List size="sm" type="ordered">
              <List.Item>
                Trên máy mới, mở phần mềm lần đầu, chọn Dùng làm máy thứ hai của đơn vị, lưu phiếu máy mới ra USB.
              </List.Item>
              <List.Item>Cắm USB đó vào máy này rồi mở tệp phiếu.</List.Item>
            </List>
            <Group>
              <Button leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => void open()}>
                Mở phiếu máy mới
              </Button>
              <Button variant="default" onClick={onClose}>
                Thôi
              </Button>
            </Group>
            {problem !== null && (
              <Alert color="red" role="alert">
                {problem}
              </Alert>
            )}
          </>
        ) : (
          <Compare read={read} office={office} isFirst={isFirst} onClose={onClose} />
        )}
      </Stack>
    </Block>
  )
}

function Compare({
  read,
  office,
  isFirst,
  onClose,
}: {
  readonly read: DeviceCardRead
  readonly office: OfficeView
  readonly isFirst: boolean
  readonly onClose: () => void
}) {
  const names = useNames()
  const job = useJob<Enrolled>('device.enrol')
  const [digits, setDigits] = useState('')
  const [ownName, setOwnName] = useState(FIRST_DEVICE)
  const [folder, setFolder] = useState<string | null>(null)
  const typed = digits.replace(/\D/g, '').length
  if (job.answer !== null)
    return (
      <Stack gap="sm">
        <Written job="device.enrol" answer={job.answer} office={office} />
        <Text size="sm">
          Mang USB sang {job.answer.name}, chọn Nhận gói thêm máy, rồi gõ mã đối chiếu của đơn vị dưới đây vào máy đó:
        </Text>
        <Digits digits={job.answer.digits} label="Mã đối chiếu của đơn vị" />
        <Group justify="flex-end">
          <Button onClick={onClose}>Xong</Button>
        </Group>
      </Stack>
    )
  const ready = typed === 24 && folder !== null && !job.isRunning && (!isFirst || ownName.trim() !== '')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready) return
        void job.run({ card: read.card, digits, folder, ...(isFirst ? { ownName: ownName.trim() } : {}) })
      }}
    >
      <Stack gap="sm">
        <Text>
          Phiếu ghi là của máy: <strong>{read.name}</strong>.
        </Text>
        {read.isKnown && (
          <Alert color="orange" role="note">
            Máy này đã được thêm từ trước. Xuất lại khi gói trước bị mất, hoặc để cấp lại khóa sau khi đơn vị thay khóa.
          </Alert>
        )}
        <TextField
          label="Mã đối chiếu trên màn hình máy mới"
          description={`Nhìn tận màn hình của máy đó, gõ 6 nhóm 4 chữ số. Đã gõ ${typed} trên 24 chữ số.`}
          value={digits}
          onChange={(next) => {
            setDigits(next)
            job.clear()
          }}
          inputMode="numeric"
          required
          autoFocus
        />
        {isFirst && (
          <TextField
            label="Tên máy này"
            description="Để các máy khác biết gửi về đâu, ví dụ Máy phòng văn thư"
            value={ownName}
            onChange={setOwnName}
            required
          />
        )}
        <CarrierField
          label="Ghi gói thêm máy vào đâu"
          dialogTitle="Chọn thư mục để ghi gói thêm máy"
          isShown
          value={folder}
          onChange={setFolder}
        />
        <Text size="sm" c="dimmed">
          Gói có toàn bộ dữ liệu và khóa của đơn vị, chỉ máy vừa lập phiếu mở được.
        </Text>
        <JobBar job={job} label="Đang xuất gói thêm máy" />
        <JobTrouble jobs={[job]} names={names} />
        <Group justify="space-between">
          <Button variant="default" onClick={onClose} disabled={job.isRunning}>
            Thôi
          </Button>
          <Button type="submit" disabled={!ready}>
            Xuất gói thêm máy
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
