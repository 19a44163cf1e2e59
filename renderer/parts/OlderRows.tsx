/**
 * A log that is read window by window, the newest first: the window that is shown, and the buttons to the ones before it.
 */
import { Button, Group } from '@mantine/core'
import { useRef, useState, type RefObject } from 'react'

/** Where one stands in a log. */
export type LogWindow = {
  /** What is asked for besides. */
  readonly input: { readonly before?: number }
  /** The table of the rows; it must take the focus (`tabIndex={-1}`). */
  readonly table: RefObject<HTMLTableElement | null>
  readonly turn: (before: number | null) => void
}

/** A log, shown from its newest row on. */
export function useLogWindow(): LogWindow {
  const [before, setBefore] = useState<number | null>(null)
  const table = useRef<HTMLTableElement>(null)
  return {
    input: before === null ? {} : { before },
    table,
    turn: (to) => {
      setBefore(to)
      // The button pressed may be gone with the next rows: the keyboard goes on from where they begin.
      table.current?.focus()
    },
  }
}

/**
 * The buttons; not there where everything is shown.
 * @param oldest - place of the last row that is shown
 * @param more - there are rows before it
 */
export function OlderRows({
  window: { input, turn },
  oldest,
  more,
}: {
  readonly window: LogWindow
  readonly oldest: number | undefined
  readonly more: boolean
}) {
  const isOld = input.before !== undefined
  if (!more && !isOld) return null
  return (
    <Group gap="xs">
      {more && oldest !== undefined && (
        <Button variant="default" size="xs" onClick={() => turn(oldest)}>
          Xem các lần trước đó
        </Button>
      )}
      {isOld && (
        <Button variant="default" size="xs" onClick={() => turn(null)}>
          Về những lần mới nhất
        </Button>
      )}
    </Group>
  )
}
