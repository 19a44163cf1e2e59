/**
 * The menu of saved views: one click shows the page as it was when the view was saved; a view can be saved and dropped.
 */
import { ActionIcon, Button, Divider, Group, Popover, Stack, Text } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { announceTrouble } from './announce.tsx'
import { TextField } from './fields.tsx'

/** What a page calls its views, and what of it a view keeps. */
export type ViewWords = {
  readonly label: string
  /** Said while there is none yet. */
  readonly none: string
  readonly keep: string
  readonly keeps: string
  /** The field and the button of the dialog; what the button that drops one says before its name. */
  readonly name: string
  readonly save: string
  readonly drop: string
}

/** A view in the menu. `id`: its own even where two have one name; `about`: said under the name. */
export type ViewInMenu = { readonly id: string; readonly name: string; readonly about?: string }

/**
 * The menu.
 * @param mayChange - false where the user only looks on: nothing is saved or dropped then
 */
export function SavedViewsMenu({
  words,
  views,
  mayChange = true,
  onUse,
  onSave,
  onDrop,
}: {
  readonly words: ViewWords
  readonly views: readonly ViewInMenu[]
  readonly mayChange?: boolean
  readonly onUse: (id: string) => void
  readonly onSave: (name: string) => Promise<void>
  readonly onDrop: (id: string) => Promise<void>
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
            {words.label}
          </Button>
        </Popover.Target>
        <Popover.Dropdown miw={260} p="xs" aria-label={words.label}>
          <Stack gap={4}>
            {views.length === 0 && (
              <Text size="sm" c="dimmed" px="xs" maw={280}>
                {words.none}
              </Text>
            )}
            {views.map(({ id, name, about }) => (
              <div key={id}>
                <Group gap={4} wrap="nowrap" justify="space-between">
                  <Button variant="subtle" size="compact-md" justify="flex-start" onClick={then(() => onUse(id))}>
                    {name}
                  </Button>
                  {mayChange && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`${words.drop} ${name}`}
                      onClick={() => void onDrop(id).catch((error: unknown) => announceTrouble('Chưa bỏ được', error))}
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  )}
                </Group>
                {about !== undefined && (
                  <Text size="xs" c="dimmed" px="xs" maw={280}>
                    {about}
                  </Text>
                )}
              </div>
            ))}
            {mayChange && (
              <>
                <Divider />
                <Button variant="subtle" size="compact-md" justify="flex-start" onClick={then(() => setNaming(true))}>
                  {words.keep}
                </Button>
              </>
            )}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {isNaming && <NameDialog words={words} onSave={onSave} onClose={() => setNaming(false)} />}
    </>
  )
}

function NameDialog({
  words,
  onSave,
  onClose,
}: {
  readonly words: ViewWords
  readonly onSave: (name: string) => Promise<void>
  readonly onClose: () => void
}) {
  const [name, setName] = useState('')
  const save = () =>
    onSave(name.trim())
      .then(onClose)
      .catch((error: unknown) => announceTrouble('Chưa lưu được', error))
  return (
    <Dialog onClose={onClose} title={words.keep}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void save()
        }}
      >
        <Stack gap="sm">
          <TextField
            label={words.name}
            description={words.keeps}
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
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
