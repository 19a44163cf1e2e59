/**
 * A computer that has the office's old keys gets the new ones as it got the first: by its card, the digits of both sides,
 * and a file that only it can open.
 */
import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { DeviceAsked } from '../../../shared/contract/devices.ts'
import { call, chooseFolder } from '../../api.ts'
import { announce } from '../../parts/announce.tsx'
import { TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { sentenceOf } from '../../sentences.ts'
import { Digits } from '../../parts/Digits.tsx'

/** Nhận khóa mới của đơn vị. */
export function AdoptKeysDialog({ office, onClose }: { readonly office: OfficeView; readonly onClose: () => void }) {
  const [asked, setAsked] = useState<DeviceAsked | null>(null)
  const [folder, setFolder] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const recording = useRecording<{ readonly digits: string }, unknown>({
    command: 'device.adoptKeys',
    draft: null,
    initial: { digits: '' },
    toInput: ({ digits }) => ({ folder, digits }),
    onDone: () => announce('Đã nhận khóa mới của đơn vị. Mở khóa lại, rồi vào Nhận về để nhận gói đi kèm.'),
  })
  const ask = async () => {
    setProblem(null)
    try {
      const chosen = await chooseFolder('Chọn nơi lưu phiếu của máy này')
      if (chosen === null) return
      setAsked(await call<DeviceAsked>('device.ask', { name: office.profile.name, folder: chosen }))
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const choose = async () => {
    const chosen = await chooseFolder('Chọn nơi có tệp khóa vừa nhận')
    if (chosen !== null) setFolder(chosen)
  }
  return (
    <RecordingDialog
      title="Nhận khóa mới của đơn vị"
      recording={recording}
      submitLabel="Nhận khóa mới"
      onClose={onClose}
      size="lg"
    >
      <List size="sm" type="ordered" spacing={4}>
        <List.Item>Lưu phiếu của máy này ra USB, mang đến máy trao đổi, ở đó chọn Thêm máy và mở phiếu.</List.Item>
        <List.Item>Gõ mã đối chiếu của máy này vào máy trao đổi; máy đó ghi gói vào USB.</List.Item>
        <List.Item>
          Mang USB về đây, chọn nơi có gói và gõ mã đối chiếu của đơn vị đang hiện trên máy trao đổi.
        </List.Item>
      </List>
      <Group>
        <Button variant="default" onClick={() => void ask()}>
          Lưu phiếu của máy này
        </Button>
        <Button variant="default" onClick={() => void choose()}>
          Chọn nơi có gói
        </Button>
      </Group>
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      {asked !== null && (
        <Stack gap={4}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            Đã lưu: {asked.file}. Mã đối chiếu của máy này:
          </Text>
          <Digits digits={asked.digits} label="Mã đối chiếu của máy này" />
        </Stack>
      )}
      {folder !== null && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          Nơi có gói: {folder}
        </Text>
      )}
      <TextField
        label="Mã đối chiếu của đơn vị, xem trên máy trao đổi"
        description="24 chữ số, có thể gõ liền hoặc cách"
        required
        {...recording.bind('digits')}
      />
    </RecordingDialog>
  )
}
