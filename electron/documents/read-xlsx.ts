/**
 * A filled-in spreadsheet as rows of text: the first sheet, each cell as a person sees it, days as 31/12/2024. The file
 * comes from another house, so its size and what it unpacks to are bounded before any library opens it.
 */
import { inflateRawSync } from 'node:zlib'
import type { CellValue } from 'exceljs'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import type { Table } from '../../shared/paste/table.ts'
import { showDate } from '../../shared/text/dates.ts'

/** Bytes of the largest file that is opened. */
export const LARGEST_SHEET = 10_000_000

/** What all of its parts may unpack to together. */
const MOST_UNPACKED = 100_000_000
const MOST_PARTS = 2_000
/** Rows and columns that are looked at. */
const MOST_ROWS = 5_000
const MOST_COLUMNS = 100

/**
 * Reads the first sheet of a file. Rows without any cell stay, so that row numbers are the spreadsheet's own.
 * @param bytes - the whole file
 */
export async function readXlsx(bytes: Uint8Array): Promise<Result<Table, Refusal>> {
  if (bytes.length > LARGEST_SHEET) return fail(refusal('SHEET_UNREADABLE', { why: 'tooLarge' }))
  const unfit = unfitArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (unfit !== null) return fail(refusal('SHEET_UNREADABLE', { why: unfit }))
  const exceljs = (await import('exceljs')).default
  const book = new exceljs.Workbook()
  const copy = bytes.slice()
  try {
    await book.xlsx.load(copy.buffer)
  } catch {
    // The library throws whatever it meets; to a person it is one thing: no spreadsheet.
    return fail(refusal('SHEET_UNREADABLE', { why: 'damaged' }))
  }
  const sheet = book.worksheets[0]
  if (sheet === undefined) return fail(refusal('SHEET_UNREADABLE', { why: 'empty' }))
  const height = Math.min(sheet.rowCount, MOST_ROWS)
  const width = Math.min(sheet.columnCount, MOST_COLUMNS)
  const rows: string[][] = []
  for (let row = 1; row <= height; row += 1) {
    const cells: string[] = []
    for (let column = 1; column <= width; column += 1) cells.push(textOf(sheet.getCell(row, column).value))
    rows.push(cells)
  }
  return rows.some((row) => row.some((cell) => cell !== ''))
    ? ok(rows)
    : fail(refusal('SHEET_UNREADABLE', { why: 'empty' }))
}

function textOf(value: CellValue): string {
  return tidy(plain(value))
}

function plain(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : showDate(value.toISOString().slice(0, 10))
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('error' in value) return ''
  if ('formula' in value || 'sharedFormula' in value) return value.result === undefined ? '' : plain(value.result)
  return 'text' in value ? String(value.text) : ''
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u200B\uFEFF]+/gu, ' ')
    .trim()
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/** Why an archive is not opened; null where each of its parts unpacks within bounds. What it says of itself is not believed. */
function unfitArchive(file: Buffer): 'notXlsx' | 'tooLarge' | 'damaged' | null {
  const end = endOf(file)
  if (end === null) return 'notXlsx'
  const count = file.readUInt16LE(end + 10)
  if (count > MOST_PARTS) return 'tooLarge'
  let at = file.readUInt32LE(end + 16)
  let left = MOST_UNPACKED
  let hasWorkbook = false
  for (let part = 0; part < count; part += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) return 'damaged'
    const method = file.readUInt16LE(at + 10)
    const packed = file.readUInt32LE(at + 20)
    const nameLength = file.readUInt16LE(at + 28)
    const local = file.readUInt32LE(at + 42)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    if (name === 'xl/workbook.xml') hasWorkbook = true
    if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) return 'damaged'
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    if (start + packed > file.length) return 'damaged'
    const size = unpackedSize(file.subarray(start, start + packed), method, left)
    if (size === null) return 'damaged'
    left -= size
    if (left <= 0) return 'tooLarge'
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return hasWorkbook ? null : 'notXlsx'
}

/** Bytes a part unpacks to; more than `most` counts as `most`, and null is a damaged part. */
function unpackedSize(packed: Buffer, method: number, most: number): number | null {
  if (method === 0) return packed.length
  if (method !== 8) return null
  try {
    return inflateRawSync(packed, { maxOutputLength: most }).length
  } catch (error) {
    return error instanceof RangeError || isTooLarge(error) ? most : null
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

/** Where the directory's end record stands, looked for from the end of the file. */
function endOf(file: Buffer): number | null {
  for (let at = file.length - 22; at >= 0 && at >= file.length - 65_557; at -= 1)
    if (file.readUInt32LE(at) === END) return at
  return null
}
