import { expect, test } from 'vitest'
import { nameProblem, nameSortKey, normalizeName, splitName } from '../../../../shared/text/names.ts'

/** Ordered by hand: given name, middle, family; letters before tones, a ă â ... d đ ... o ô ơ u ư. */
const ORDERED = [
  'Lê An',
  'Nguyễn Thị An',
  'Trần Thị An',
  'Hoàng Văn An',
  'Nguyễn Văn An',
  'Nguyễn Hoàng Minh Anh',
  'Đỗ Mai Anh',
  'Vũ Tuấn Anh',
  'Phạm Thị Ánh',
  'Bùi Thiên Ân',
  'Trịnh Gia Bảo',
  'Trịnh Quốc Bảo',
  'Lò Văn Bắc',
  'Ngô Thị Bích',
  'Lê Thái Bình',
  'Lê Thanh Bình',
  'Giàng A Câu',
  'Nguyễn Mạnh Cường',
  'Đinh Thị Dung',
  'Vương Đình Dũng',
  'Đinh Tiến Dũng',
  'Phạm Thùy Dương',
  'Hồ Thị Đào',
  'Nguyễn Tấn Đạt',
  'Trương Minh Đức',
  'Võ Thị Hà',
  'Lê Hoàng Hải',
  'Hoàng Thị Hạnh',
  'Đặng Thu Hằng',
  'Nguyễn Thị Hoa',
  'Trần Thị Hoà',
  'Trần Thị Hòa',
  'Phan Văn Hoàng',
  'Nguyễn Thị Hồng',
  'Lý Văn Hùng',
  'Nguyễn Thị Lan Hương',
  'Đoàn Ngọc Linh',
  'Hà Thị Lý',
  'Vũ Đức Minh',
  'Lê Thị Minh Ngọc',
  "H'Hen Niê",
  'Nguyễn Hữu Phúc',
  'Tạ Bích Phương',
  'Tạ Bích Phượng',
  'Bùi Minh Quân',
  'Nguyễn Phú Quý',
  'Cao Bá Sơn',
  'Trần Thị Thảo',
  'Nguyễn Hồng Thắm',
  'Đỗ Thị Thủy',
  'Đỗ Thị Thúy',
  'Nguyễn Thanh Tuấn',
  'Nguyễn Thị Út',
  'Mai Thị Vân',
  'Hồ Văn Xuân',
  'Hoàng Như Ý',
  'Trần Hải Yến',
]

function byKey(a: string, b: string): number {
  const [keyA, keyB] = [nameSortKey(a), nameSortKey(b)]
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0
}

test('a list of realistic names sorts as ordered by hand', () => {
  expect(ORDERED.length).toBeGreaterThanOrEqual(50)
  expect(ORDERED.toReversed().toSorted(byKey)).toEqual(ORDERED)
})

test('the keys differ, are printable ASCII without spaces and do not depend on the Unicode form', () => {
  const keys = ORDERED.map(nameSortKey)
  expect(new Set(keys).size).toBe(ORDERED.length)
  for (const key of keys) expect(key).toMatch(/^[!-~]+$/)
  expect(ORDERED.map((name) => nameSortKey(name.normalize('NFD')))).toEqual(keys)
})

test('capitals stay with the same name in small letters, small first', () => {
  const names = ['NGUYỄN VĂN AN', 'Trần Văn An', 'Nguyễn Văn An', 'TRẦN VĂN AN']
  expect(names.toSorted(byKey)).toEqual(['Nguyễn Văn An', 'NGUYỄN VĂN AN', 'Trần Văn An', 'TRẦN VĂN AN'])
})

test('a one-word name and letters of other scripts have a key', () => {
  expect(byKey('An', 'Lê An')).toBe(-1)
  expect(byKey('Z', 'Ж')).toBe(-1)
  expect(nameSortKey('')).toMatch(/^!*$/)
})

test.each([
  ['Nguyễn Văn An', { family: 'Nguyễn', middle: 'Văn', given: 'An' }],
  ['Giàng A Câu', { family: 'Giàng', middle: 'A', given: 'Câu' }],
  ['Nguyễn  Hoàng Minh Anh Thư ', { family: 'Nguyễn', middle: 'Hoàng Minh Anh', given: 'Thư' }],
  ['Lê An', { family: 'Lê', middle: '', given: 'An' }],
  ['Khăm', { family: '', middle: '', given: 'Khăm' }],
  ['', { family: '', middle: '', given: '' }],
])('splitName %j', (name, parts) => {
  expect(splitName(name)).toEqual(parts)
})

test('normalizeName repairs the form, never the spelling', () => {
  expect(normalizeName(' \u00D0ỗ\u00A0 Văn\tHòa '.normalize('NFD'))).toBe('Đỗ Văn Hòa')
  expect(normalizeName('NGUYỄN văn Lí')).toBe('NGUYỄN văn Lí')
})

test.each([
  ['', 'empty'],
  [' \t ', 'empty'],
  ['A'.repeat(201), 'too_long'],
  ['A'.repeat(200), null],
  ['Ng\u00ADuyễn', 'control_character'],
  ['An\u0000', 'control_character'],
  ['An\uD800', 'control_character'],
  ['Nguyễn Văn 2', 'digit'],
  ['Nguyễn\tVăn An', null],
  ["H'Hen Niê", null],
])('nameProblem %j is %j', (name, problem) => {
  expect(nameProblem(name)).toBe(problem)
})
