/**
 * A sheet to read on screen and to print alone, in black on white whatever the window's colours: slips, receipts. The
 * sheet is put beside the page for the time of printing; print.css then shows nothing else.
 */
import { Button, Group } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { PrintSubject } from '../../shared/documents/codes.ts'
import { Dialog } from './Dialog.tsx'
import { printLogged, printPage } from './PrintButton.tsx'

/** Why each sheet is printed, for the log: it has one purpose only, so nobody is asked for another. */
const WHY = {
  exportSlip: 'Giao gói dữ liệu',
  importReceipt: 'Nhận gói dữ liệu',
  keyEnvelope: 'Niêm phong mật khẩu của tệp khóa',
  pairingCard: 'Gửi phiếu kết nối bằng giấy',
} as const satisfies { readonly [Subject in PrintSubject]?: string }

/**
 * A dialog with a sheet, and a button that prints it.
 * @param actions - what else can be done with it
 * @param what - for the log of what was printed; null for a sheet that says nothing of the office's, where it is locked
 */
export function Printable({
  title,
  what,
  actions,
  onClose,
  children,
}: {
  readonly title: string
  readonly actions?: ReactNode
  readonly what: keyof typeof WHY | null
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const [isPrinting, setPrinting] = useState(false)
  const print = async () => {
    flushSync(() => setPrinting(true))
    // What went wrong has been said; whether the sheet came out matters to the log alone.
    await (what === null ? printPage() : printLogged({ what, why: WHY[what] }))
    setPrinting(false)
  }
  return (
    <Dialog onClose={onClose} title={title} size="xl" lockScroll={false}>
      <div className="sheet">{children}</div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          Đóng
        </Button>
        {actions}
        <Button leftSection={<IconPrinter size={16} aria-hidden />} loading={isPrinting} onClick={() => void print()}>
          In
        </Button>
      </Group>
      {isPrinting && createPortal(<div className="sheet print-sheet">{children}</div>, document.body)}
    </Dialog>
  )
}
