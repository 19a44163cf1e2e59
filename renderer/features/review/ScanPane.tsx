/**
 * A scan beside the dossier and the checklist, in the place of the queue: what stands on the paper is read while it is
 * ticked. [ and ] turn over, Escape goes back to the queue.
 */
import { Button, CloseButton, Group, Kbd, Paper, Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ScanRef } from '../../../shared/model/acts.ts'
import { showSize } from '../../../shared/words/vi.ts'
import { useReturnedFocus } from '../../parts/focus.ts'
import { useKeys } from '../../parts/keys.ts'
import { ScanSheet } from '../../parts/ScanSheet.tsx'

/** All scans of a dossier in the order of its papers, and which one is looked at. */
export type OpenScan = {
  readonly all: readonly { readonly scan: ScanRef; readonly title: string }[]
  readonly place: number
}

/** The pane. */
export function ScanPane({
  open: { all, place },
  onTurn,
  onClose,
}: {
  readonly open: OpenScan
  readonly onTurn: (place: number) => void
  readonly onClose: () => void
}) {
  useReturnedFocus()
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => close.current?.focus({ preventScroll: true }), [])
  const turn = (by: number) => {
    if (all[place + by] !== undefined) onTurn(place + by)
  }
  useKeys('review', { closeScan: onClose, previousScan: () => turn(-1), nextScan: () => turn(1) })
  const shown = all[place]
  if (shown === undefined) return null
  const { scan, title } = shown
  return (
    <Paper withBorder p="sm" component="section" aria-label={`Bản quét: ${title}`} className="review-scan">
      <Group justify="space-between" wrap="nowrap" mb="xs" align="flex-start">
        <div>
          <Title order={2}>{title}</Title>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {scan.name}, {showSize(scan.bytes)}; bản {place + 1} trên {all.length}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-xs"
            variant="default"
            disabled={place === 0}
            onClick={() => turn(-1)}
            rightSection={<Kbd size="xs">[</Kbd>}
          >
            Bản trước
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={place === all.length - 1}
            onClick={() => turn(1)}
            rightSection={<Kbd size="xs">]</Kbd>}
          >
            Bản sau
          </Button>
          <CloseButton ref={close} aria-label="Đóng bản quét" onClick={onClose} />
        </Group>
      </Group>
      <ScanSheet key={scan.sha256} scan={scan} title={title} />
    </Paper>
  )
}
