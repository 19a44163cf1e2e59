/**
 * Where backups go and whether one is made every day: two settings of the office, shown on the settings and the backup
 * page. Only an administrator changes them.
 */
import { Alert, Button, Group, Stack, Switch, Text } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { useState } from 'react'
import { chooseFolder } from '../api.ts'
import { useAct, useAsk } from '../queries.ts'
import { announce } from './announce.tsx'
import { CarrierWarnings } from './CarrierWarnings.tsx'

/** The place and the daily switch. */
export function BackupPlace() {
  const office = useAsk('office.get', {}).data
  // Shown as chosen at once; the store answers a moment later.
  const [wished, setWished] = useState<boolean | null>(null)
  const change = useAct(
    'setting.change',
    () => announce('Đã ghi thiết lập.'),
    () => {
      setWished(null)
      return false
    },
  )
  if (office === undefined) return null
  const isAdministrator = office.user.roles.includes('administrator')
  const { backupFolder, backupDaily } = office.settings
  const choose = async () => {
    const folder = await chooseFolder('Chọn nơi sao lưu')
    if (folder !== null) change.mutate({ key: 'backupFolder', value: folder })
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <div style={{ minWidth: 0, flex: '1 1 260px' }}>
          <Text size="sm" fw={600}>
            Nơi sao lưu
          </Text>
          <Text style={{ overflowWrap: 'anywhere' }}>
            {typeof backupFolder === 'string' ? backupFolder : 'Chưa chọn'}
          </Text>
        </div>
        {isAdministrator && (
          <Button
            variant="default"
            leftSection={<IconFolder size={16} aria-hidden />}
            loading={change.isPending}
            onClick={() => void choose()}
          >
            {typeof backupFolder === 'string' ? 'Đổi nơi sao lưu' : 'Chọn nơi sao lưu'}
          </Button>
        )}
      </Group>
      {typeof backupFolder === 'string' && <CarrierWarnings key={backupFolder} folder={null} use="backup" />}
      {typeof backupFolder !== 'string' && (
        <Alert color="orange" role="note">
          Chưa có nơi sao lưu nên phần mềm chưa tự sao lưu. Chọn thư mục trên USB hoặc ổ đĩa khác với ổ chứa dữ liệu.
        </Alert>
      )}
      <Switch
        label="Tự sao lưu mỗi ngày một lần"
        description="Khi phần mềm đang mở khóa và thấy nơi sao lưu; giữ 30 bản gần nhất."
        checked={wished ?? backupDaily !== false}
        disabled={!isAdministrator || typeof backupFolder !== 'string'}
        onChange={(event) => {
          const { checked } = event.currentTarget
          setWished(checked)
          change.mutate({ key: 'backupDaily', value: checked })
        }}
      />
    </Stack>
  )
}
