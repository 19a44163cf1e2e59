/**
 * Printing a page with all rows of its lists: why is asked first, then it goes to the printer and leaves no file, or
 * becomes a PDF where the person says. Both are logged by the core.
 */
import { Button, Fieldset, Group, Stack, Text } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { LoggedPrint } from '../../shared/contract/documents.ts'
import type { PagePdf, Printed } from '../../shared/contract/shell.ts'
import type { PrintSubject } from '../../shared/documents/codes.ts'
import { chosenIn, type Include } from '../../shared/documents/guarded.ts'
import { leftOutNote } from '../../shared/words/vi.ts'
import { call } from '../api.ts'
import { useWindow } from '../state.ts'
import { Dialog } from './Dialog.tsx'
import { announce, announceTrouble } from './announce.tsx'
import { ClearResult } from './ClearResult.tsx'
import { GuardedChoice } from './GuardedChoice.tsx'
import { guardTexts } from './guard-texts.ts'
import { keepReason } from './last-reasons.ts'
import { wholeOnPaper } from './on-paper.tsx'
import { useRights } from './rights.ts'
import { useClearSave } from './save-clear.ts'
import { WhyField } from './WhyField.tsx'

const NOBODY: readonly string[] = []

/** What is printed. `name`: of the file, without its ending. */
type Subject = {
  readonly what: PrintSubject
  readonly name: string
  readonly caseId?: string
  /** Names of the relatives in the CV of that case: free text may say them. */
  readonly relatives?: readonly string[]
  /** The paper lies on its side. */
  readonly landscape?: boolean
  /** What of it is printed, as a sentence. */
  readonly extent?: string
}

/**
 * Sends what the page shows to a printer, and nothing more.
 * @returns whether it went there, null where the host is not told; what went wrong has been said
 */
export async function printPage(landscape = false): Promise<boolean | null> {
  try {
    return (await call<Printed>('shell.print', { landscape })).printed
  } catch (error) {
    announceTrouble('Chưa in được', error)
    return false
  }
}

/** What the log says of a print. */
type Logged = {
  readonly what: PrintSubject
  readonly why: string
  readonly case?: string
  readonly include?: Include
}

/**
 * The same for what is logged, as every file in clear: first the line, then the paper, and where nothing came out a line that
 * says so. What cannot be logged is not printed. @returns whether it was printed
 */
export async function printLogged(subject: Logged, landscape = false): Promise<boolean> {
  let line: number
  try {
    line = (await call<LoggedPrint>('print.log', subject)).line
  } catch (error) {
    announceTrouble('Chưa in, vì chưa ghi được nhật ký in', error)
    return false
  }
  if (await toPrinter(landscape)) return true
  await call('print.cancelled', { line }).catch((error: unknown) =>
    announceTrouble('Chưa in, nhưng chưa ghi được điều đó vào nhật ký', error),
  )
  return false
}

/** Where the host is not told whether a sheet came out, the person is asked. */
async function toPrinter(landscape: boolean): Promise<boolean> {
  const printed = await printPage(landscape)
  if (printed !== null) return printed
  const { setPrintQuestion } = useWindow.getState()
  const said = await new Promise<boolean>((answer) => setPrintQuestion(answer))
  setPrintQuestion(null)
  return said
}

/** The button with its dialog. */
export function PrintButton({ label = 'In', ...subject }: Subject & { readonly label?: string }) {
  const [isOpen, setOpen] = useState(false)
  const may = useRights()
  if (!may('print.log')) return null
  return (
    <>
      <Button
        variant="default"
        className="no-print"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen && <PrintDialog {...subject} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The dialog; it is not on the paper itself. */
export function PrintDialog({
  what,
  name,
  caseId,
  relatives = NOBODY,
  landscape = false,
  extent,
  onClose,
}: Subject & { readonly onClose: () => void }) {
  const [why, setWhy] = useState('')
  const [isPrinting, setPrinting] = useState(false)
  const [include, setInclude] = useState<Include>({})
  const saving = useClearSave('print.save')
  const subject = { what, why: why.trim(), ...(caseId === undefined ? {} : { case: caseId, include }) }
  useLetOut(include)
  // The page may have been drawn anew meanwhile.
  const guard = () => {
    const page = document.querySelector('main')
    if (caseId !== undefined && page !== null) guardTexts(page, relatives)
  }
  const print = async () => {
    setPrinting(true)
    const printed = await wholeOnPaper(() => {
      guard()
      return printLogged(subject, landscape)
    })
    setPrinting(false)
    if (!printed) return
    void keepReason(subject.why)
    announce('Đã gửi bản in ra máy in.')
    onClose()
  }
  const save = () =>
    saving.save('Lưu thành PDF', `${name}.pdf`, () =>
      wholeOnPaper(async () => {
        guard()
        return { ...subject, base64: (await call<PagePdf>('shell.pdf', { landscape })).base64 }
      }),
    )
  return (
    <Dialog onClose={onClose} title={`In: ${name}`} className="no-print" lockScroll={false}>
      <Stack gap="sm">
        <WhyField of="print" why={why} onChange={setWhy} data-autofocus />
        {caseId !== undefined && (
          // What is logged is what was chosen at the click: it stands still until the sheet is made.
          <Fieldset legend="Chỉ in khi thật cần" disabled={saving.isSaving || isPrinting}>
            <Stack gap="xs">
              <GuardedChoice include={include} onChange={setInclude} />
            </Stack>
          </Fieldset>
        )}
        {extent !== undefined && <Text size="sm">{extent}</Text>}
        <Text size="sm">
          In ra giấy không để lại tệp nào trên máy. Tệp PDF không mã hóa, ai có tệp cũng mở được; chỉ lưu khi thật cần.
        </Text>
        <ClearResult saving={saving} />
        <Group justify="flex-end">
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
            disabled={why.trim() === ''}
            loading={saving.isSaving}
            onClick={() => void save()}
          >
            Lưu thành PDF
          </Button>
          <Button
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={why.trim() === ''}
            loading={isPrinting}
            onClick={() => void print()}
          >
            In ra giấy
          </Button>
        </Group>
      </Stack>
      {caseId !== undefined && createPortal(<LeftOut include={include} />, document.body)}
    </Dialog>
  )
}

function LeftOut({ include }: { readonly include: Include }) {
  const note = leftOutNote(include)
  return note === null ? null : <p className="print-only">{note}</p>
}

/** Tells print.css what of a person stands on the paper while the dialog is open; before and after, nothing of it does. */
function useLetOut(include: Include): void {
  const chosen = chosenIn(include).join(' ')
  useEffect(() => {
    document.documentElement.dataset['printed'] = chosen
    return () => {
      delete document.documentElement.dataset['printed']
    }
  }, [chosen])
}
