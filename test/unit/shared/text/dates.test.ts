import { expect, test } from 'vitest'
import { isPartialDate, parseVietnameseDate, showDate, showDateInWords } from '../../../../shared/text/dates.ts'

test.each([
  ['19/01/2024', '2024-01-19'],
  ['9/1/2024', '2024-01-09'],
  ['19-01-2024', '2024-01-19'],
  ['19.1.2024', '2024-01-19'],
  ['19 / 01 / 2024', '2024-01-19'],
  ['ngày 19 tháng 01 năm 2024', '2024-01-19'],
  ['Ngày 19 tháng 1 năm 2024.', '2024-01-19'],
  ['  NGÀY  05  THÁNG 12, NĂM 1968 ', '1968-12-05'],
  ['ngày 19 tháng 01 năm 2024'.normalize('NFD'), '2024-01-19'],
  ['ngày 19/01/2024', '2024-01-19'],
  ['tháng 01 năm 2024', '2024-01'],
  ['tháng 3/1990', '1990-03'],
  ['01/2024', '2024-01'],
  ['1-2024', '2024-01'],
  ['2024', '2024'],
  ['năm 1968', '1968'],
  ['2024-01-19', '2024-01-19'],
  ['2024-01', '2024-01'],
  ['29/02/2024', '2024-02-29'],
  ['01/02/2024', '2024-02-01'],
])('reads %j', (text, date) => {
  expect(parseVietnameseDate(text)).toEqual({ ok: true, value: date })
})

test.each([
  ['', 'empty'],
  [' ', 'empty'],
  ['hôm qua', 'unreadable'],
  ['19/01-2024', 'unreadable'],
  ['19/01/202', 'unreadable'],
  ['2024/01/19', 'unreadable'],
  ['31/02/2024', 'no_such_day'],
  ['29/02/2023', 'no_such_day'],
  ['31.4.2024', 'no_such_day'],
  ['00/01/2024', 'no_such_day'],
  ['2023-02-29', 'no_such_day'],
  ['ngày 31 tháng 6 năm 2024', 'no_such_day'],
  ['12/25/2024', 'no_such_month'],
  ['13/2024', 'no_such_month'],
  ['01/00/2024', 'no_such_month'],
  ['19/01/24', 'two_digit_year'],
  ['01/24', 'two_digit_year'],
  ['ngày 19 tháng 01 năm 24', 'two_digit_year'],
  ['năm 68', 'two_digit_year'],
  ['19/01/0024', 'year_out_of_range'],
  ['2924', 'year_out_of_range'],
])('refuses %j as %s', (text, error) => {
  expect(parseVietnameseDate(text)).toEqual({ ok: false, error })
})

test.each([
  ['2024-01-19', '19/01/2024', 'ngày 19 tháng 01 năm 2024'],
  ['2024-02-05', '05/02/2024', 'ngày 05 tháng 02 năm 2024'],
  ['2024-03-05', '05/03/2024', 'ngày 05 tháng 3 năm 2024'],
  ['2024-10-31', '31/10/2024', 'ngày 31 tháng 10 năm 2024'],
  ['2024-01', '01/2024', 'tháng 01 năm 2024'],
  ['2024-09', '09/2024', 'tháng 9 năm 2024'],
  ['2024', '2024', 'năm 2024'],
])('shows %j', (date, shown, words) => {
  expect(showDate(date)).toBe(shown)
  expect(showDateInWords(date)).toBe(words)
})

test('what is no partial date is told and never shown', () => {
  for (const text of ['', '24', '2024-13', '2024-1', '2023-02-29', '2024-01-19T00:00', '19/01/2024', '0000']) {
    expect(isPartialDate(text)).toBe(false)
    expect(() => showDate(text)).toThrow('not a PartialDate')
    expect(() => showDateInWords(text)).toThrow('not a PartialDate')
  }
  for (const text of ['2024', '2024-12', '2024-02-29']) expect(isPartialDate(text)).toBe(true)
})
