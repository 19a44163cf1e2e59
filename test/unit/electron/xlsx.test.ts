/** Spreadsheets out and in: typed cells, several sheets, and what a hostile or broken file comes to. */
import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readXlsx } from '../../../electron/documents/read-xlsx.ts'
import { bookToXlsx } from '../../../electron/documents/xlsx.ts'
import type { Sheet } from '../../../shared/documents/sheet.ts'

const SHEET: Sheet = {
  name: 'Kết quả',
  above: [{ text: 'Huyện ủy Kim Bảng', style: 'plain' }],
  columns: [
    { title: 'Đơn vị', type: 'text', width: 30 },
    { title: 'Ngày', type: 'day', width: 12 },
    { title: 'Số', type: 'number', width: 8 },
    { title: 'Tỷ lệ', type: 'share', width: 8, fill: true },
  ],
  rows: [
    ['=1+1', '2024-01-19', 148, 102.1],
    ['Đảng bộ xã', '2024-01', null, null],
  ],
  totals: [['Cộng', null, 148, null]],
  below: [{ text: 'Số liệu đến ngày 31/12/2023.', style: 'note' }],
}

async function opened(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  return book
}

test('cells are what they are: days, numbers, shares, and text that is never a formula', async () => {
  const book = await opened(await bookToXlsx({ office: 'Huyện ủy', sheets: [SHEET, SHEET] }))
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Kết quả', 'Kết quả 2'])
  const row = book.worksheets[0]?.getRow(3)
  expect([1, 2, 3, 4].map((place) => row?.getCell(place).value)).toEqual([
    '=1+1',
    new Date('2024-01-19T00:00:00Z'),
    148,
    102.1,
  ])
  expect([2, 3, 4].map((place) => row?.getCell(place).numFmt)).toEqual(['dd/mm/yyyy', '0', '0.0'])
  expect(book.worksheets[0]?.getRow(5).getCell(1).font.bold).toBe(true)
})

test('what was written reads back as a person sees it, row by row', async () => {
  expect(await readXlsx(await bookToXlsx({ office: 'Huyện ủy', sheets: [SHEET] }))).toEqual({
    ok: true,
    value: [
      ['Huyện ủy Kim Bảng', '', '', ''],
      ['Đơn vị', 'Ngày', 'Số', 'Tỷ lệ'],
      ['=1+1', '19/01/2024', '148', '102.1'],
      ['Đảng bộ xã', '01/2024', '', ''],
      ['Cộng', '', '148', ''],
      ['Số liệu đến ngày 31/12/2023.', '', '', ''],
    ],
  })
})

test('formulas give their result, rich text its words, and decomposed letters come in one', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Trang')
  sheet.getCell('A1').value = { formula: '1+1', result: 2 }
  sheet.getCell('B1').value = { richText: [{ text: 'Hoàn ' }, { text: 'thành' }] }
  sheet.getCell('C1').value = 'Đức'.normalize('NFD')
  sheet.getCell('D1').value = { error: '#REF!' }
  expect(await readXlsx(new Uint8Array(await book.xlsx.writeBuffer()))).toEqual({
    ok: true,
    value: [['2', 'Hoàn thành', 'Đức', '']],
  })
})

test.each([
  ['a text', new TextEncoder().encode('Họ và tên;Kết quả'), 'notXlsx'],
  ['an old spreadsheet', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'notXlsx'],
  ['an archive of something else', zip('readme.txt', new Uint8Array(10)), 'notXlsx'],
  ['one that unpacks to far more than it is', zip('xl/workbook.xml', new Uint8Array(101_000_000)), 'tooLarge'],
  ['one that is no spreadsheet inside', zip('xl/workbook.xml', new Uint8Array(10)), 'damaged'],
  ['one cut off in the middle', zip('xl/workbook.xml', new Uint8Array(50_000), 60), 'damaged'],
])('%s is refused before anything of it is believed', async (_what, bytes, why) => {
  expect(await readXlsx(bytes)).toEqual({ ok: false, error: { code: 'SHEET_UNREADABLE', data: { why } } })
})

/** An archive of one part, whose directory says that it is small. @param lost - bytes of the part left out */
function zip(name: string, content: Uint8Array, lost = 0): Uint8Array {
  const packed = deflateRawSync(content)
  const kept = packed.subarray(0, Math.max(0, packed.length - lost))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(1, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(1, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + kept.length, 16)
  return Buffer.concat([local, Buffer.from(name), kept, entry, Buffer.from(name), end])
}
