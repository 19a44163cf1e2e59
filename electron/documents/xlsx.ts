/**
 * Any table to .xlsx, behind one module. Cells are typed: days are dates, counts are numbers, and text is text even where
 * it begins with '=', '+', '-' or '@', so that no spreadsheet takes a name for a formula. exceljs is loaded on first use.
 */
import type { CellValue, Row, Workbook, Worksheet } from 'exceljs'
import type { ListModel } from '../../shared/documents/lists.ts'
import type { Sheet, SheetBook, SheetCell, SheetColumn, SheetLine } from '../../shared/documents/sheet.ts'
import { isPartialDate, showDate } from '../../shared/text/dates.ts'

const FONT = 'Times New Roman'

/** Writes a list as a workbook. */
export function listToXlsx(list: ListModel): Promise<Uint8Array> {
  return listsToXlsx([list])
}

/** Writes lists as the sheets of one workbook. */
export function listsToXlsx(lists: readonly ListModel[]): Promise<Uint8Array> {
  return bookToXlsx({ office: lists[0]?.office ?? '', sheets: lists.map(sheetOf) })
}

/** A list as a sheet: office, title and day above, then the header, which stays in view, then the rows. */
function sheetOf(list: ListModel): Sheet {
  return {
    name: list.title,
    above: [
      { text: list.office, style: 'plain' },
      { text: list.title.toUpperCase(), style: 'title' },
      ...(list.subtitle === undefined ? [] : [{ text: list.subtitle, style: 'subtitle' } as const]),
      { text: `Tính đến ngày ${showDate(list.day)}. Số dòng: ${list.rows.length}.`, style: 'note' },
    ],
    columns: list.columns.map(({ id, ...column }) => (id === 'place' ? { ...column, center: true } : column)),
    rows: list.rows,
  }
}

/** Writes a file of one or more sheets. */
export async function bookToXlsx({ office, sheets }: SheetBook): Promise<Uint8Array> {
  const exceljs = (await import('exceljs')).default
  const book: Workbook = new exceljs.Workbook()
  book.creator = office
  for (const [place, sheet] of sheets.entries()) addSheet(book, sheet, place)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addSheet(book: Workbook, { name, above, columns, rows, totals = [], below = [] }: Sheet, place: number): void {
  const head = above.length + 1
  const sheet = book.addWorksheet(sheetName(name, place, book), {
    views: [{ state: 'frozen', ySplit: head, xSplit: Math.min(2, columns.length) }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.pageSetup.printTitlesRow = `${head}:${head}`
  sheet.pageSetup.margins = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }
  sheet.headerFooter.oddFooter = '&CTrang &P trên &N'
  sheet.columns = columns.map(({ width }) => ({ width, style: { font: { name: FONT, size: 12 } } }))
  for (const line of above) addLine(sheet, line)
  const titles = columns.map(({ title }) => title)
  const header = sheet.addRow(titles)
  header.font = { name: FONT, size: 12, bold: true }
  header.height = linesIn(columns, titles) * LINE + 6
  header.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
  header.eachCell((cell) => {
    cell.border = BORDER
  })
  for (const values of rows) addRow(sheet, columns, values, false)
  for (const values of totals) addRow(sheet, columns, values, true)
  for (const line of below) addLine(sheet, line)
  if (rows.length > 0)
    sheet.autoFilter = { from: { row: head, column: 1 }, to: { row: head + rows.length, column: columns.length } }
}

function addLine(sheet: Worksheet, { text, style }: SheetLine): void {
  const row = sheet.addRow([text])
  row.getCell(1).font = { name: FONT, ...LINE_FONTS[style] }
}

function addRow(
  sheet: Worksheet,
  columns: readonly SheetColumn[],
  values: readonly SheetCell[],
  isTotal: boolean,
): Row {
  const row = sheet.addRow(columns.map((column, place) => cellValue(values[place] ?? null, column)))
  // Only some programs fit a row to its wrapped text by themselves.
  row.height = linesIn(columns, values) * LINE + 2
  columns.forEach((column, place) => {
    const cell = row.getCell(place + 1)
    cell.numFmt = formatOf(column, cell.value)
    cell.alignment = { vertical: 'middle', wrapText: column.type === 'text', ...aligned(column) }
    cell.border = BORDER
    if (isTotal) cell.font = { name: FONT, size: 12, bold: true }
    if (column.fill === true) cell.fill = FILL
    if (column.choices !== undefined && !isTotal)
      cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${column.choices.join(',')}"`] }
  })
  return row
}

const LINE_FONTS = {
  plain: { size: 12 },
  title: { size: 14, bold: true },
  subtitle: { size: 12, bold: true },
  note: { size: 12, italic: true },
} as const

/** Height of a line, in points. */
const LINE = 16

/** Lines the longest value takes in its column; letters of this face are a little wider than a width counts. */
function linesIn(columns: readonly SheetColumn[], values: readonly SheetCell[]): number {
  return Math.max(
    1,
    ...columns.map(({ width }, place) => {
      const value = values[place]
      return typeof value === 'string' ? Math.ceil((value.length * 1.2) / width) : 1
    }),
  )
}

/** Days and places stand in the middle, text at the left, counts at the right. */
function aligned({ type, center }: SheetColumn): { readonly horizontal: 'center' } | object {
  return type === 'day' || center === true ? { horizontal: 'center' } : {}
}

const THIN = { style: 'thin' } as const
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN }
/** Where somebody else is to write: light, so that what is written stays readable on paper too. */
const FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8DC' } } as const

function cellValue(value: SheetCell, column: SheetColumn): CellValue {
  if (value === null || typeof value === 'number' || column.type !== 'day') return value
  if (!isPartialDate(value)) return value
  // A year or a month alone is no day: it stands as it is known.
  return value.length === 10 ? new Date(`${value}T00:00:00Z`) : showDate(value)
}

function formatOf({ type }: SheetColumn, value: CellValue): string {
  if (value instanceof Date || (type === 'day' && value === null)) return 'dd/mm/yyyy'
  return type === 'number' ? '0' : type === 'share' ? '0.0' : '@'
}

/** A sheet's name: 31 characters, without those a spreadsheet forbids, and no two alike. */
function sheetName(title: string, place: number, book: Workbook): string {
  const name = title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
  return book.worksheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
    ? `${name.slice(0, 27)} ${place + 1}`
    : name
}
