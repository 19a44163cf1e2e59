/**
 * The menu of saved views: one click narrows the list as it was when the view was saved.
 */
import { ActionIcon, Button, Divider, Group, Modal, Popover, Stack, Text } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { announceTrouble } from '../../parts/announce.tsx'
import { TextField } from '../../parts/fields.tsx'
import { useList } from '../../parts/list-state.ts'
import type { ListView } from './views.ts'

/** The menu. */
export function ViewsMenu({
  views,
  shown,
  onUse,
  onSave,
  onDrop,
}: {
  readonly views: readonly ListView[]
  readonly shown: readonly string[]
  readonly onUse: (view: ListView) => void
  readonly onSave: (view: ListView) => Promise<void>
  readonly onDrop: (name: string) => Promise<void>
}) {
  const [isOpen, setOpen] = useState(false)
  const [isNaming, setNaming] = useState(false)
  const then = (act: () => void) => () => {
    setOpen(false)
    act()
  }
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus withinPortal>
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={16} aria-hidden />}
            onClick={() => setOpen(!isOpen)}
          >
            Cách xem đã lưu
          </Button>
        </Popover.Target>
        <Popover.Dropdown miw={260} p="xs" aria-label="Cách xem đã lưu">
          <Stack gap={4}>
            {views.length === 0 && (
              <Text size="sm" c="dimmed" px="xs" maw={280}>
                Lọc danh sách như thường dùng rồi lưu lại, lần sau chỉ cần chọn.
              </Text>
            )}
            {views.map((view) => (
              <Group key={view.name} gap={4} wrap="nowrap" justify="space-between">
                <Button variant="subtle" size="compact-md" justify="flex-start" onClick={then(() => onUse(view))}>
                  {view.name}
                </Button>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Bỏ cách xem ${view.name}`}
                  onClick={() =>
                    void onDrop(view.name).catch((error: unknown) => announceTrouble('Chưa bỏ được', error))
                  }
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            ))}
            <Divider />
            <Button variant="subtle" size="compact-md" justify="flex-start" onClick={then(() => setNaming(true))}>
              Lưu cách xem đang dùng
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {isNaming && <NameDialog shown={shown} onSave={onSave} onClose={() => setNaming(false)} />}
    </>
  )
}

function NameDialog({
  shown,
  onSave,
  onClose,
}: {
  readonly shown: readonly string[]
  readonly onSave: (view: ListView) => Promise<void>
  readonly onClose: () => void
}) {
  const [name, setName] = useState('')
  const wanted = useList((list) => list.wanted)
  const save = () =>
    onSave({ name: name.trim(), wanted, shown })
      .then(onClose)
      .catch((error: unknown) => announceTrouble('Chưa lưu được cách xem', error))
  return (
    <Modal opened onClose={onClose} title="Lưu cách xem đang dùng">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void save()
        }}
      >
        <Stack gap="sm">
          <TextField
            label="Tên cách xem"
            description="Giữ cả nội dung tìm, các điều kiện lọc, thứ tự và các cột. Chỉ người dùng này thấy."
            maxLength={60}
            value={name}
            onChange={setName}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Đóng
            </Button>
            <Button type="submit" disabled={name.trim() === ''}>
              Lưu cách xem
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
