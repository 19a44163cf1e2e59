/**
 * The office's own days for batches: a day of the year and a name each, at most five.
 */
import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../../api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { announce, announceTrouble } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { writeOwnDays, type OwnDay } from '../../../shared/rules/anniversaries.ts'

const MOST = 5

/** The dialog. */
export function OwnDaysDialog({ own, onClose }: { readonly own: readonly OwnDay[]; readonly onClose: () => void }) {
  const [days, setDays] = useState(own)
  const [day, setDay] = useState('')
  const [name, setName] = useState('')
  const save = async (next: readonly OwnDay[]) => {
    try {
      await call('setting.change', { key: 'anniversaries', value: writeOwnDays(next) })
    } catch (error) {
      announceTrouble('Chưa ghi được', error)
      return
    }
    setDays(next)
    setDay('')
    setName('')
    announce('Đã ghi ngày kỷ niệm của đơn vị.')
  }
  return (
    <Dialog onClose={onClose} title="Ngày kỷ niệm của đơn vị" closeOnClickOutside={false}>
      <Stack gap="sm">
        {days.length === 0 && (
          <Text size="sm" c="dimmed">
            Ngoài 03/02, 19/5 và 02/9, có thể thêm ngày của địa phương, của ngành.
          </Text>
        )}
        {days.map((each) => (
          <Group key={`${each.monthDay} ${each.name}`} justify="space-between">
            <Text size="sm">
              {Number(each.monthDay.slice(3))}/{Number(each.monthDay.slice(0, 2))}: {each.name}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Bỏ ngày ${each.name}`}
              onClick={() => void save(days.filter((other) => other !== each))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group align="flex-start" gap="sm">
          <DateField label="Ngày" description="Năm nào cũng được" w={150} value={day} onChange={setDay} />
          <TextField label="Tên" flex={1} maxLength={60} value={name} onChange={setName} />
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Đóng
          </Button>
          <Button
            disabled={day === '' || name.trim() === '' || days.length >= MOST}
            onClick={() => void save([...days, { monthDay: day.slice(5), name: name.trim() }])}
          >
            Thêm ngày
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
