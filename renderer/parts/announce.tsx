/**
 * Said after each recording: what was recorded, and 'Hoàn tác', which takes the entry back without a word as long as
 * nothing of it has left the office.
 */
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { call } from '../api.ts'
import { sentenceOf } from '../queries.ts'

const CLOSE = { 'aria-label': 'Đóng thông báo' }

/** The announcement on screen: the next one takes its place, so that 'Hoàn tác' always means the last act. */
let shown: string | null = null

/**
 * Says that something was recorded.
 * @param entry - the entry to take back; undefined where the kind is never taken back
 * @param onUndone - what the page does once it is taken back
 */
export function announce(message: string, entry?: string, onUndone?: () => void): void {
  const id = crypto.randomUUID()
  const undo = async () => {
    notifications.hide(id)
    try {
      await call('entry.retract', { entry })
      notifications.show({ color: 'gray', message: 'Đã hoàn tác.', closeButtonProps: CLOSE })
      onUndone?.()
    } catch (error) {
      notifications.show({
        color: 'red',
        title: 'Chưa hoàn tác được',
        message: sentenceOf(error),
        autoClose: 12_000,
        closeButtonProps: CLOSE,
      })
    }
  }
  if (shown !== null) notifications.hide(shown)
  shown = id
  notifications.show({
    id,
    color: 'teal',
    autoClose: 10_000,
    closeButtonProps: CLOSE,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        {entry !== undefined && (
          <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={() => void undo()}>
            Hoàn tác
          </Button>
        )}
      </Group>
    ),
  })
}

/** Says that something could not be done. */
export function announceTrouble(title: string, error: unknown): void {
  notifications.show({ color: 'red', title, message: sentenceOf(error), autoClose: 12_000, closeButtonProps: CLOSE })
}
