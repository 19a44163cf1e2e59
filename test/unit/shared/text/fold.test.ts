import { expect, test } from 'vitest'
import { exactKey, fold, hasMarks } from '../../../../shared/text/fold.ts'

test.each([
  ['Đặng Thị Hồng Thắm', 'dang thi hong tham'],
  ['  NGUYỄN\tVĂN \n ĐỨC ', 'nguyen van duc'],
  ['Ðường (Ð U+00D0)', 'duong d u 00d0'],
  ['đường'.normalize('NFD'), 'duong'],
  ['Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
  ["H'Hen Niê", 'h hen nie'],
  ['Thế', 'the'],
  ['ng\u00ADười', 'nguoi'],
  ['', ''],
  ['...', ''],
])('fold %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('the six tones and the letters beyond ASCII fold to their base letter', () => {
  expect(fold('a à ả ã á ạ ă â ê ô ơ ư đ ỹ ợ ự')).toBe('a a a a a a a a e o o u d y o u')
})

test.each([
  ['hòa', 'hoà'],
  ['khỏe', 'khoẻ'],
  ['Thúy', 'thuý'],
  ['qúy', 'quý'],
  ['ÐỨC', 'đức'],
  ['Thủy'.normalize('NFD'), 'thuỷ'],
  [' Nguyễn  Văn A ', 'nguyễn văn a'],
])('exactKey takes %j and %j for one spelling', (a, b) => {
  expect(exactKey(a)).toBe(exactKey(b))
})

test.each([
  ['Lý', 'Lí'],
  ['đường', 'Dương'],
  ['hoa', 'hòa'],
  ['mùa', 'mua'],
  ['của', 'cuả'],
])('exactKey keeps %j and %j apart', (a, b) => {
  expect(exactKey(a)).not.toBe(exactKey(b))
})

test('exactKey leaves right spellings alone', () => {
  expect(exactKey('Hoàn thuyền quốc giúp mùa')).toBe('hoàn thuyền quốc giúp mùa')
})

test('hasMarks', () => {
  expect(hasMarks('nguyen van an 123')).toBe(false)
  expect(hasMarks('')).toBe(false)
  for (const text of ['à', 'ă', 'đ', 'Đ', 'Ð', 'â'.normalize('NFD')]) expect(hasMarks(text)).toBe(true)
})
