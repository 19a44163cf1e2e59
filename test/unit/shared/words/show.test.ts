import { expect, test } from 'vitest'
import * as words from '../../../../shared/words/vi.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1.000'],
  [1234567, '1.234.567'],
  [-1234, '-1.234'],
])('%d is shown as %s', (count, shown) => {
  expect(words.showNumber(count)).toBe(shown)
})

test.each([
  [0, 'up', '0 byte'],
  [1023, 'up', '1.023 byte'],
  [1024, 'up', '1 KB'],
  [26_214_400, 'up', '25 MB'],
  [26_214_401, 'up', '25,1 MB'],
  [26_214_401, 'down', '25 MB'],
  [1_610_612_736, 'up', '1,5 GB'],
  [5 * 2 ** 40, 'down', '5.120 GB'],
] as const)('%d bytes rounded %s are %s', (bytes, round, shown) => {
  expect(words.showSize(bytes, round)).toBe(shown)
})

test.each([
  ['2024-01-19', '19/01/2024', 'ngày 19/01/2024'],
  ['2024-01', '01/2024', 'tháng 01/2024'],
  ['2024', '2024', 'năm 2024'],
  ['', 'chưa rõ', 'ngày chưa rõ'],
  [undefined, 'chưa rõ', 'ngày chưa rõ'],
  [null, 'chưa rõ', 'ngày chưa rõ'],
  ['hôm qua', 'hôm qua', 'ngày hôm qua'],
])('%j is shown as %s', (date, shown, withWord) => {
  expect(words.showDay(date)).toBe(shown)
  expect(words.showDayWithWord(date)).toBe(withWord)
})

test('lists, ages and first letters', () => {
  expect(words.listOf([])).toBe('chưa rõ')
  expect(words.listOf(['a'])).toBe('a')
  expect(words.listOf(['a', 'b', 'c'])).toBe('a, b và c')
  expect(words.showAge(216)).toBe('18 tuổi')
  expect(words.showAge(222)).toBe('18 tuổi 6 tháng')
  expect(words.lower('Đảng viên dự bị')).toBe('đảng viên dự bị')
  expect(words.lower('USB')).toBe('USB')
  expect(words.upper('đảng viên')).toBe('Đảng viên')
})
