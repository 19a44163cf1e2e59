/**
 * Said after each recording: what was recorded, and 'Hoàn tác', which takes the entry back without a word as long as
 * nothing of it has left the office; Ctrl+Z does the same.
 */
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { call, onEvent } from '../api.ts'
import { sentenceOf } from '../sentences.ts'

const CLOSE = { 'aria-label': 'Đóng thông báo' }

/** The announcement on screen: the next one takes its place, so that 'Hoàn tác' always means the last act. */
let shown: string | null = null

/** What Ctrl+Z takes back: the last act, as long as no more than the page it led to has been left. */
let last: { readonly undo: () => Promise<void>; turns: number } | null = null

window.addEventListener('hashchange', () => {
  if (last !== null && (last.turns += 1) > 1) last = null
})
onEvent((event) => {
  if (event.event === 'locked') last = null
})

/** Takes back what was recorded last on this page. @returns false where there is nothing to take back */
export function undoLast(): boolean {
  const act = last
  last = null
  if (act === null) return false
  void act.undo()
  return true
}

/**
 * Says that something was recorded.
 * @param entry - the entry to take back, or all entries of one act; undefined where the kind is never taken back
 * @param onUndone - what the page does once it is taken back
 */
export function announce(message: string, entry?: string | readonly string[], onUndone?: () => void): void {
  const id = crypto.randomUUID()
  const undo = async () => {
    notifications.hide(id)
    last = null
    try {
      if (typeof entry === 'string') await call('entry.retract', { entry })
      else await call('entry.retractMany', { entries: entry })
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
  last = entry === undefined ? null : { undo, turns: 0 }
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
