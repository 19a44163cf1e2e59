/**
 * After how many idle minutes the program locks by itself.
 */
import { Button, Group, Text } from '@mantine/core'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import { LOCK_AFTER_MINUTES } from '../../../shared/contract/shell.ts'
import { announce } from '../../parts/announce.tsx'
import { CountField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { SettingForm } from './SettingForm.tsx'

/** Fewest and most minutes the setting allows. */
const FEWEST = 1
const MOST = 240

/** The minutes; for others than administrators a sentence. */
export function LockMinutes({ office }: { readonly office: OfficeView }) {
  const set = office.settings['lockAfterMinutes']
  const minutes = typeof set === 'number' ? set : LOCK_AFTER_MINUTES
  const recording = useRecording<{ readonly value: string }, unknown>({
    command: 'setting.change',
    draft: 'tu-khoa',
    initial: { value: String(minutes) },
    toInput: ({ value }) => ({ key: 'lockAfterMinutes', value: Number(value) }),
    check: ({ value }) =>
      /^\d{1,3}$/.test(value.trim()) && Number(value) >= FEWEST && Number(value) <= MOST
        ? {}
        : { value: `Ghi số phút từ ${FEWEST} đến ${MOST}` },
    onDone: (_answer, { value }) => announce(`Phần mềm tự khóa sau ${Number(value)} phút không dùng.`),
  })
  if (!office.user.roles.includes('administrator'))
    return <Text size="sm">Phần mềm tự khóa sau {minutes} phút không dùng, và khi máy ngủ hoặc tắt màn hình.</Text>
  return (
    <SettingForm recording={recording}>
      <Group gap="sm" align="flex-start">
        <CountField
          label="Tự khóa sau bao nhiêu phút không dùng"
          description="Máy ngủ hoặc khóa màn hình thì khóa ngay"
          w={300}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          required
          {...recording.bind('value')}
          error={recording.errors['value'] ?? recording.problem ?? undefined}
        />
        <Button type="submit" variant="default" mt={24} loading={recording.isBusy}>
          Ghi số phút
        </Button>
      </Group>
    </SettingForm>
  )
}
