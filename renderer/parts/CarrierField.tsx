/**
 * Where to write or read: a stick that is plugged in, another drive, or any folder. Drives are looked for again while the
 * list is on screen; the only stick there is taken by itself, a drive of which nobody knows whether it is one never, also
 * where it came later. Another stick at the same letter is chosen anew, and so is one that was out meanwhile, so that nothing
 * that was seen on the one before counts for it.
 */
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { isSwapped, type Place } from '../../shared/contract/plug.ts'
import { driveName, NO_STICK, showSize, UNKNOWN_DRIVES } from '../../shared/words/vi.ts'
import { chooseFolder } from '../api.ts'
import { announceTrouble } from './announce.tsx'
import { useAsk } from '../queries.ts'

/** How often sticks are looked for, in milliseconds. */
const AGAIN = 4000

/** Folders chosen by hand that stay in the list. */
const REMEMBERED = 3

/** A stick or a folder. */
export function CarrierField({
  label,
  dialogTitle,
  isShown,
  value,
  onChange,
}: {
  readonly label: string
  readonly dialogTitle: string
  readonly isShown: boolean
  readonly value: string | null
  readonly onChange: (folder: string | null) => void
}) {
  const [folders, setFolders] = useState<readonly string[]>([])
  const { data: drives, refetch } = useAsk('shell.drives', {}, { enabled: isShown })
  const offered = drives?.filter(({ removal }) => removal !== 'fixed') ?? []
  const sticks = offered.filter(({ removal }) => removal === 'removable')
  const only = sticks.length === 1 ? sticks[0]?.path : undefined
  const chosen = offered.find((stick) => stick.path === value)
  const isGone =
    value !== null && drives !== undefined && ![...offered.map(({ path }) => path), ...folders].includes(value)

  useEffect(() => {
    if (!isShown) return undefined
    const timer = setInterval(() => void refetch(), AGAIN)
    return () => clearInterval(timer)
  }, [isShown, refetch])

  useEffect(() => {
    if (isGone) onChange(null)
    else if (value === null && only !== undefined) onChange(only)
  }, [isGone, value, only, onChange])

  const seen = useRef<Place | null>(null)
  useEffect(() => {
    const before = seen.current
    seen.current = chosen ?? null
    if (chosen !== undefined && isSwapped(before, chosen)) onChange(null)
  }, [chosen, onChange])

  const choose = async () => {
    try {
      const folder = await chooseFolder(dialogTitle)
      if (folder === null) return
      setFolders((held) => [folder, ...held.filter((other) => other !== folder)].slice(0, REMEMBERED))
      onChange(folder)
    } catch (error) {
      announceTrouble('Chưa chọn được thư mục', error)
    }
  }
  return (
    <Stack gap="xs">
      <Radio.Group label={label} value={value} onChange={onChange}>
        <Stack gap={6} mt={6}>
          {offered.map((drive) => (
            <Radio
              key={drive.path}
              value={drive.path}
              label={driveName(drive)}
              description={`${drive.path}, còn trống ${showSize(drive.free, 'down')}`}
            />
          ))}
          {folders.map((folder) => (
            <Radio key={folder} value={folder} label={`Thư mục ${folder}`} style={{ overflowWrap: 'anywhere' }} />
          ))}
          {sticks.length === 0 && folders.length === 0 && (
            <Text size="sm" c="dimmed">
              {offered.some(({ removal }) => removal === 'unknown' || removal === 'arrived')
                ? UNKNOWN_DRIVES
                : NO_STICK}
            </Text>
          )}
        </Stack>
      </Radio.Group>
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFolderOpen size={15} aria-hidden />}
          onClick={() => void choose()}
        >
          Chọn thư mục
        </Button>
      </Group>
    </Stack>
  )
}
