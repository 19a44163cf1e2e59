/**
 * A sheet to read on screen and to print alone, in black on white whatever the window's colours: slips, receipts. The
 * sheet is put beside the page for the time of printing; print.css then shows nothing else.
 */
import { Button, Group, Modal } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { call } from '../api.ts'
import { announce, announceTrouble } from './announce.tsx'

/** Prints what the page shows now. @param name - proposed name of the file, without its ending */
export async function printPage(name: string, landscape = false): Promise<void> {
  try {
    const { path } = await call<{ path: string | null }>('shell.print', { name, landscape })
    if (path !== null) announce(`Đã lưu bản in: ${path}`)
  } catch (error) {
    announceTrouble('Chưa in được', error)
  }
}

/** A dialog with a sheet, and a button that prints it. */
export function Printable({
  title,
  name,
  onClose,
  children,
}: {
  readonly title: string
  /** Proposed name of the file, without its ending. */
  readonly name: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const [isPrinting, setPrinting] = useState(false)
  const print = async () => {
    flushSync(() => setPrinting(true))
    try {
      await printPage(name)
    } finally {
      setPrinting(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={title} size="xl">
      <div className="sheet">{children}</div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          Đóng
        </Button>
        <Button leftSection={<IconPrinter size={16} aria-hidden />} loading={isPrinting} onClick={() => void print()}>
          In
        </Button>
      </Group>
      {isPrinting && createPortal(<div className="sheet print-sheet">{children}</div>, document.body)}
    </Modal>
  )
}
