/**
 * Any list on A4: everything that is filtered now, not only what the page shows, up to two thousand rows. It is read first,
 * then printed or saved as a PDF from the dialog, alone and black on white; nothing that has to be chosen is on it.
 */
import { Button, Loader, Menu } from '@mantine/core'
import { IconChevronDown, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { ListAsked, ListPage } from '../../shared/contract/lists.ts'
import type { Cell, ListColumn } from '../../shared/documents/lists/definition.ts'
import { isPartialDate, showDate } from '../../shared/text/dates.ts'
import { LIST_NAMES, showNumber, showTenths } from '../../shared/words/vi.ts'
import { ask } from '../api.ts'
import { announceTrouble } from './announce.tsx'
import { PrintDialog } from './PrintButton.tsx'
import { useRights } from './rights.ts'
import './list-paper.css'

/** Characters that stand side by side on an upright A4 sheet; a wider list lies on its side. */
const UPRIGHT = 130

/** The button. */
export function ListPrintButton({
  asked,
  disabled,
  size,
}: {
  readonly asked: ListAsked
  readonly disabled: boolean
  readonly size: 'xs' | 'sm'
}) {
  const { isReading, open, dialog } = useListPaper()
  const may = useRights()
  if (!may('list.read')) return null
  return (
    <>
      <Button {...printLook(isReading)} size={size} disabled={disabled} onClick={() => void open(asked)}>
        In
      </Button>
      {dialog}
    </>
  )
}

/** One of the lists that a page with several offers. */
export type ListChoice = Pick<ListAsked, 'what'> & { readonly disabled?: boolean }

/** One button for a page with several lists. */
export function ListPrintMenu({ lists }: { readonly lists: readonly ListChoice[] }) {
  const { isReading, open, dialog } = useListPaper()
  const may = useRights()
  if (!may('list.read')) return null
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button {...printLook(isReading)} rightSection={<IconChevronDown size={16} aria-hidden />}>
            In
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {lists.map(({ what, disabled = false }) => (
            <Menu.Item key={what} disabled={disabled} onClick={() => void open({ what })}>
              {LIST_NAMES[what]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  )
}

/**
 * How a button that prints looks. It is not switched off while it reads: the keyboard would leave it, and not come back from
 * the dialog.
 */
function printLook(isReading: boolean) {
  return {
    variant: 'default',
    className: 'no-print',
    'aria-busy': isReading,
    leftSection: isReading ? <Loader size={16} aria-hidden /> : <IconPrinter size={16} aria-hidden />,
  } as const
}

/** A list that is read, and then the dialog that prints it with its sheet behind. */
function useListPaper(): {
  readonly isReading: boolean
  readonly open: (asked: ListAsked) => Promise<void>
  readonly dialog: ReactNode
} {
  const [read, setRead] = useState<{ readonly asked: ListAsked; readonly list: ListPage } | null>(null)
  const [isReading, setReading] = useState(false)
  const open = async (asked: ListAsked) => {
    if (isReading) return
    setReading(true)
    try {
      setRead({ asked, list: await ask('list.read', asked) })
    } catch (error) {
      announceTrouble('Chưa in được', error)
    } finally {
      setReading(false)
    }
  }
  return { isReading, open, dialog: read !== null && <ListPrintDialog {...read} onClose={() => setRead(null)} /> }
}

function ListPrintDialog({
  asked,
  list,
  onClose,
}: {
  readonly asked: ListAsked
  readonly list: ListPage
  readonly onClose: () => void
}) {
  return (
    <>
      <PrintDialog
        what={asked.what}
        name={LIST_NAMES[asked.what]}
        landscape={isWide(list)}
        extent={`Bản in có ${extentOf(asked)}${list.total > list.rows.length ? `, ${showNumber(list.rows.length)} dòng đầu` : ''}.`}
        onClose={onClose}
      />
      {createPortal(<Paper list={list} />, document.body)}
    </>
  )
}

/** What says of which thing a list is, and does not narrow it. */
const WHOLE: ReadonlySet<string> = new Set(['what', 'class', 'meeting', 'batch', 'ruleSet'])

/** What of a list goes to a file or to paper: what its page narrows it to, or all of it where it is not asked for narrowed. */
export function extentOf(asked: ListAsked): string {
  return Object.keys(asked).some((key) => !WHOLE.has(key))
    ? 'mọi dòng đang lọc'
    : 'toàn bộ danh sách, kể cả dòng mà trang không hiện'
}

function Paper({ list: { title, subtitle, office, day, columns, rows, total } }: { readonly list: ListPage }) {
  const sum = widthOf(columns)
  return (
    <div className={sum > UPRIGHT ? 'print-sheet list-paper list-paper-wide' : 'print-sheet list-paper'}>
      <p>{office}</p>
      <h2>{title}</h2>
      <p className="list-paper-note">
        {subtitle === undefined ? '' : `${subtitle}. `}Tính đến ngày {showDate(day)}. Số dòng: {showNumber(total)}
        {total > rows.length ? `, in ${showNumber(rows.length)} dòng đầu` : ''}.
      </p>
      <table>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width: `${(100 * width) / sum}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ id, title: head }) => (
              <th key={id} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {columns.map((column, place) => (
                <td key={column.id} className={`list-paper-${column.type}`}>
                  {cellText(row[place] ?? null, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function isWide({ columns }: ListPage): boolean {
  return widthOf(columns) > UPRIGHT
}

function widthOf(columns: readonly ListColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0)
}

function cellText(cell: Cell, { type }: ListColumn): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return type === 'share' ? showTenths(Math.round(cell * 10)) : showNumber(cell)
  return type === 'day' && isPartialDate(cell) ? showDate(cell) : cell
}
