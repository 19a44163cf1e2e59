/**
 * From which day the numbers of documents run on (the term of office), and the lines of the reviewer's checklist besides
 * the papers of the rule set.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import { showDay } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField, DateField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { SettingForm } from './SettingForm.tsx'

/** Both settings; for others than administrators as text. */
export function DecidingSettings({ office }: { readonly office: OfficeView }) {
  const { settings, profile, user } = office
  const since = textOf(settings['documentTermFrom'])
  const lines = textOf(settings['reviewChecklist'])
  const decides = profile.capacities.some(({ capacity }) => capacity === 'decides')
  if (!user.roles.includes('administrator'))
    return (
      <Stack gap={4}>
        <Text size="sm">
          {since === '' ? 'Chưa ghi ngày bắt đầu nhiệm kỳ.' : `Số văn bản chạy liên tục từ ngày ${showDay(since)}.`}
        </Text>
        {decides && lines !== '' && (
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            Người xét kiểm tra thêm:{'\n'}
            {lines}
          </Text>
        )}
      </Stack>
    )
  return (
    <Stack gap="md">
      <Term since={since} />
      {decides && <OwnLines lines={lines} />}
    </Stack>
  )
}

function Term({ since }: { readonly since: string }) {
  const recording = useRecording<{ readonly value: string }, unknown>({
    command: 'setting.change',
    draft: 'nhiem-ky',
    initial: { value: since },
    toInput: ({ value }) => ({ key: 'documentTermFrom', value }),
    onDone: (_answer, { value }) => announce(`Số văn bản tính từ ngày ${showDay(value)}.`),
  })
  return (
    <SettingForm recording={recording}>
      <Group gap="sm" align="flex-start">
        <DateField
          label="Ngày bắt đầu nhiệm kỳ"
          description="Số quyết định, công văn chạy liên tục từ ngày này; số của nhiệm kỳ trước không tính là trùng"
          w={420}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          required
          {...recording.bind('value')}
          error={recording.errors['value'] ?? recording.problem ?? undefined}
        />
        <Button type="submit" variant="default" mt={24} loading={recording.isBusy}>
          Ghi ngày
        </Button>
      </Group>
    </SettingForm>
  )
}

function OwnLines({ lines }: { readonly lines: string }) {
  const recording = useRecording<{ readonly value: string }, unknown>({
    command: 'setting.change',
    draft: 'muc-kiem-tra',
    initial: { value: lines },
    toInput: ({ value }) => ({ key: 'reviewChecklist', value: value.normalize('NFC').trim() }),
    onDone: () => announce('Đã ghi các mục kiểm tra của người xét.'),
  })
  return (
    <SettingForm recording={recording}>
      <Stack gap="xs" maw={620}>
        <AreaField
          label="Người xét kiểm tra thêm, mỗi dòng một mục"
          description="Hiện dưới danh mục giấy tờ ở trang Xét hồ sơ, để từng người xét đánh dấu và ghi nhận xét"
          {...recording.bind('value')}
          error={recording.errors['value'] ?? recording.problem ?? undefined}
        />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={recording.isBusy}>
            Ghi các mục
          </Button>
        </Group>
      </Stack>
    </SettingForm>
  )
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
