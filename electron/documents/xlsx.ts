/**
 * Any list to .xlsx, behind one module. Cells are typed: days are dates, counts are numbers, and text is text even where
 * it begins with '=', '+', '-' or '@', so that no spreadsheet takes a name for a formula. exceljs is loaded on first use.
 */
import type { CellValue, Workbook } from 'exceljs'
import type { Cell, ListColumn, ListModel } from '../../shared/documents/lists.ts'
import { isPartialDate, showDate } from '../../shared/text/dates.ts'

const FONT = 'Times New Roman'

/** Writes a list as a workbook. */
export function listToXlsx(list: ListModel): Promise<Uint8Array> {
  return listsToXlsx([list])
}

/** Writes lists as the sheets of one workbook. */
export async function listsToXlsx(lists: readonly ListModel[]): Promise<Uint8Array> {
  const { Workbook } = (await import('exceljs')).default
  const book = new Workbook()
  book.creator = lists[0]?.office ?? ''
  for (const list of lists) addSheet(book, list)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** One sheet: office, title and day above, then the header, which stays in view, then the rows. */
function addSheet(book: Workbook, list: ListModel): void {
  const above: readonly (readonly [string, object])[] = [
    [list.office, { size: 12 }],
    [list.title.toUpperCase(), { size: 14, bold: true }],
    ...(list.subtitle === undefined ? [] : [[list.subtitle, { size: 12, bold: true }] as const]),
    [`Tính đến ngày ${showDate(list.day)}. Số dòng: ${list.rows.length}.`, { size: 12, italic: true }],
  ]
  const headRows = above.length + 1
  const sheet = book.addWorksheet(sheetName(list.title), {
    views: [{ state: 'frozen', ySplit: headRows, xSplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.pageSetup.printTitlesRow = `${headRows}:${headRows}`
  sheet.pageSetup.margins = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }
  sheet.headerFooter.oddFooter = '&CTrang &P trên &N'
  sheet.columns = list.columns.map(({ width }) => ({ width, style: { font: { name: FONT, size: 12 } } }))
  for (const [text, font] of above) {
    const row = sheet.addRow([text])
    row.getCell(1).font = { name: FONT, ...font }
  }
  const header = sheet.addRow(list.columns.map(({ title }) => title))
  header.font = { name: FONT, size: 12, bold: true }
  header.height =
    linesIn(
      list.columns,
      list.columns.map(({ title }) => title),
    ) *
      LINE +
    6
  header.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
  for (const values of list.rows) {
    const row = sheet.addRow(values.map((value, place) => cellValue(value, list.columns[place])))
    // Only some programs fit a row to its wrapped text by themselves.
    row.height = linesIn(list.columns, values) * LINE + 2
    list.columns.forEach((column, place) => {
      const cell = row.getCell(place + 1)
      cell.numFmt = formatOf(column, cell.value)
      cell.alignment = { vertical: 'middle', wrapText: column.type === 'text', ...aligned(column) }
      cell.border = BORDER
    })
  }
  header.eachCell((cell) => {
    cell.border = BORDER
  })
  sheet.autoFilter = { from: { row: headRows, column: 1 }, to: { row: headRows, column: list.columns.length } }
}

/** Height of a line, in points. */
const LINE = 16

/** Lines the longest value takes in its column; letters of this face are a little wider than a width counts. */
function linesIn(columns: readonly ListColumn[], values: readonly Cell[]): number {
  return Math.max(
    1,
    ...columns.map(({ width }, place) => {
      const value = values[place]
      return typeof value === 'string' ? Math.ceil((value.length * 1.2) / width) : 1
    }),
  )
}

/** Days and places stand in the middle, text at the left, counts at the right. */
function aligned({ id, type }: ListColumn): { readonly horizontal: 'center' } | object {
  return type === 'day' || id === 'place' ? { horizontal: 'center' } : {}
}

const THIN = { style: 'thin' } as const
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }

function cellValue(value: Cell, column: ListColumn | undefined): CellValue {
  if (value === null || typeof value === 'number' || column?.type !== 'day') return value
  if (!isPartialDate(value)) return value
  // A year or a month alone is no day: it stands as it is known.
  return value.length === 10 ? new Date(`${value}T00:00:00Z`) : showDate(value)
}

function formatOf(column: ListColumn, value: CellValue): string {
  if (value instanceof Date) return 'dd/mm/yyyy'
  if (column.type === 'share') return '0.0'
  return column.type === 'number' ? '0' : '@'
}

/** A sheet's name: 31 characters, without those a spreadsheet forbids. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}
