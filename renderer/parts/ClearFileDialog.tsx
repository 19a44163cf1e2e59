/**
 * Asks why a spreadsheet leaves the computer in clear before it is saved: the reason goes into the journal.
 */
import { Button, Group, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { Dialog } from './Dialog.tsx'
import { ClearResult } from './ClearResult.tsx'
import type { ClearSave } from './save-clear.ts'
import { WhyField } from './WhyField.tsx'

/** The dialog. `children`: what the file holds, and choices about it. */
export function ClearFileDialog({
  title,
  saving,
  onSave,
  onClose,
  children,
}: {
  readonly title: string
  readonly saving: ClearSave
  readonly onSave: (why: string) => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const [typed, setTyped] = useState('')
  const why = typed.trim()
  return (
    <Dialog onClose={onClose} title={title} closeOnClickOutside={false}>
      <Stack gap="sm">
        {children}
        <WhyField of="sheet" why={typed} onChange={setTyped} data-autofocus />
        <ClearResult saving={saving} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Đóng
          </Button>
          <Button disabled={why === ''} loading={saving.isSaving} onClick={() => onSave(why)}>
            Lưu ra tệp Excel
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
