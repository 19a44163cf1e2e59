import { expect, test } from 'vitest'
import { dateDoubts, dayOfSerial, readDateCell } from '../../../../shared/paste/cells.ts'
import { guessColumns, hasTitles } from '../../../../shared/paste/columns.ts'
import { readRows, type Reading } from '../../../../shared/paste/rows.ts'
import { fontGuess, fontInHtml, parseTable } from '../../../../shared/paste/table.ts'
import { encodeLegacy } from '../../../../shared/text/legacy-fonts.ts'

const READING: Reading = {
  columns: [],
  dates: {},
  font: null,
  zeros: false,
  units: [
    { id: 'u1', name: 'Chi bộ thôn Đồng Sơn', code: 'CB-01' },
    { id: 'u2', name: 'Chi bộ thôn Quyển Sơn' },
  ],
  unit: 'u1',
}

test('cells are parted by tabs, rows by line ends, quotation marks hold both', () => {
  expect(parseTable('a\tb\r\n"x\ny"\t"he said ""no"""\n\n\t\t\n')).toEqual([
    ['a', 'b'],
    ['x y', 'he said "no"'],
  ])
  expect(parseTable('  Lê\u00A0 An \t\n')).toEqual([['Lê An']])
  expect(parseTable('\n \n')).toEqual([])
})

test.each([
  [
    ['STT', 'Họ và tên', 'Ngày sinh', 'CCCD', 'Chi bộ'],
    ['skip', 'name', 'birth', 'identityNumber', 'unit'],
  ],
  [
    ['TT', 'HO TEN', 'NTNS', 'GT', 'TDHV'],
    ['skip', 'name', 'birth', 'sex', 'education'],
  ],
  [
    ['Họ đệm', 'Tên', 'Nam', 'Nữ', 'Quê quán (xã, huyện, tỉnh)'],
    ['familyMiddle', 'given', 'male', 'female', 'hometown'],
  ],
  [
    ['Họ tên quần chúng', 'Số CMND/CCCD', 'Nghề nghiệp hiện nay', 'Tên lớp'],
    ['name', 'identityNumber', 'occupation', 'skip'],
  ],
])('titles %j mean %j', (titles, columns) => {
  expect(hasTitles([titles])).toBe(true)
  expect(guessColumns([titles], true)).toEqual(columns)
})

test('without titles the cells speak for themselves', () => {
  const table = [
    ['1', 'Nguyễn Văn An', '12/05/1990', '035090001234'],
    ['2', 'Lê Thị Bình', '1988', '35188001235'],
  ]
  expect(hasTitles(table)).toBe(false)
  expect(guessColumns(table, false)).toEqual(['skip', 'name', 'birth', 'identityNumber'])
})

test.each([
  ['12/05/1990', '1990-05-12'],
  ['12.5.1990', '1990-05-12'],
  ['1990-05-12 00:00:00', '1990-05-12'],
  ['1968', '1968'],
  ['5/1990', '1990-05'],
])('the day %s is read', (cell, day) => {
  expect(readDateCell(cell, { order: 'dmy', serial: null })).toEqual({ ok: true, value: day })
})

test('numbers of a spreadsheet and months before days are asked about, never guessed', () => {
  expect(readDateCell('33005', { order: 'dmy', serial: null })).toEqual({ ok: false, error: 'serial' })
  expect(readDateCell('33005', { order: 'dmy', serial: '1900' })).toEqual({ ok: true, value: '1990-05-12' })
  expect(readDateCell('31543', { order: 'dmy', serial: '1904' })).toEqual({ ok: true, value: '1990-05-12' })
  expect([dayOfSerial(1, '1900'), dayOfSerial(59, '1900'), dayOfSerial(61, '1900'), dayOfSerial(0, '1904')]).toEqual([
    '1900-01-01',
    '1900-02-28',
    '1900-03-01',
    '1904-01-01',
  ])
  expect(readDateCell('05/25/1990', { order: 'mdy', serial: null })).toEqual({ ok: true, value: '1990-05-25' })
  expect(dateDoubts(['12/05/1990', '33005', '33006', '33007', '33008', '05/25/1990'])).toEqual([
    { code: 'serial', samples: ['33005', '33006', '33007'] },
    { code: 'monthFirst', samples: ['05/25/1990'] },
  ])
})

test('a row becomes a person with a branch', () => {
  const columns = ['name', 'birth', 'sex', 'identityNumber', 'unit', 'education', 'occupation', 'source'] as const
  const [row] = readRows(
    [['Nguyễn Thị Hòa', '15/6/1985', 'nu', '035185001234', 'Quyển Sơn', '12/12', 'làm ruộng', 'Hội phụ nữ']],
    { ...READING, columns },
  )
  expect(row?.faults).toEqual([])
  expect(row?.unit).toBe('u2')
  expect(row?.profile).toEqual({
    name: 'Nguyễn Thị Hòa',
    birth: '1985-06-15',
    sex: 'female',
    identityNumber: '035185001234',
    education: 'upperSecondary',
    occupation: 'farmer',
    source: 'womenUnion',
  })
})

test('two columns for men and women give sex and year of birth', () => {
  const columns = ['familyMiddle', 'given', 'male', 'female'] as const
  const rows = readRows(
    [
      ['Nguyễn Văn', 'An', '1990', ''],
      ['Lê Thị', 'Bình', '', 'x'],
    ],
    { ...READING, columns },
  )
  expect(rows.map(({ profile }) => profile)).toEqual([
    { name: 'Nguyễn Văn An', sex: 'male', birth: '1990' },
    { name: 'Lê Thị Bình', sex: 'female' },
  ])
})

test('faults stop a row and say where; lost zeros come back only when a person agrees', () => {
  const columns = ['name', 'birth', 'identityNumber', 'unit'] as const
  const cells = [
    ['', '31/02/1990', '1.09E+10', 'Chi bộ nào đó'],
    ['Lê An', '12/05/1990', '35090001234', ''],
  ]
  const [first, second] = readRows(cells, { ...READING, columns })
  expect(first?.profile).toBeNull()
  expect(first?.faults.map(({ column }) => column)).toEqual(['birth', 'identityNumber', 'unit', 'name'])
  expect(second?.profile).toBeNull()
  expect(second?.faults[0]?.text).toContain('035090001234')
  const [, agreed] = readRows(cells, { ...READING, columns, zeros: true })
  expect(agreed?.profile?.identityNumber).toBe('035090001234')
})

test('the same person twice in a list is told', () => {
  const columns = ['name', 'birth', 'identityNumber'] as const
  const rows = readRows(
    [
      ['Lê An', '1990', '035090001234'],
      ['Le An', '1990', ''],
      ['Trần Bình', '1990', '035090001234'],
    ],
    { ...READING, columns },
  )
  expect(rows[1]?.doubts[0]?.text).toBe('trùng họ tên và ngày sinh với dòng 1')
  expect(rows[2]?.faults[0]?.text).toBe('trùng số định danh cá nhân với dòng 1')
})

test('an old font is asked about, and read when it is named', () => {
  const name = encodeLegacy('Nguyễn Thị Hường', 'tcvn3')
  const other = encodeLegacy('Đặng Văn Đức', 'tcvn3')
  expect(fontGuess([[name], [other]])).toBe('tcvn3')
  expect(fontGuess([[encodeLegacy('Nguyễn Thị Hường', 'vni')], [encodeLegacy('Đặng Văn Đức', 'vni')]])).toBe('vni')
  expect(fontGuess([['Nguyễn Thị Hường'], ['Đặng Văn Đức'], ['Hà Nam']])).toBeNull()
  expect(fontInHtml('<td style="font-family:.VnTime, sans-serif">x</td>')).toBe('tcvn3')
  expect(fontInHtml('<td style=\'font-family:"VNI-Times"\'>x</td>')).toBe('vni')
  expect(fontInHtml('<td style="font-family:Times New Roman">x</td>')).toBeNull()
  const [row] = readRows([[name]], { ...READING, columns: ['name'], font: 'tcvn3' })
  expect(row?.profile?.name).toBe('Nguyễn Thị Hường')
})
