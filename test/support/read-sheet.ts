/** A spreadsheet as it was written, read back. */
import ExcelJS from 'exceljs'

/** The first sheet of a file. */
export async function sheetOf(path: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}
