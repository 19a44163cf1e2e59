/**
 * The wall calendar's weeks and keys, and the days batches are planned for.
 */
import { expect, test } from 'vitest'
import { anniversaries, readOwnDays, writeOwnDays } from '../../../../shared/rules/anniversaries.ts'
import { monthLater, weeksOf } from '../../../../shared/calendar/wall-calendar.ts'

test('a month begins on its weekday and fills whole weeks, Monday first', () => {
  const february = weeksOf('2024-02')
  expect(february[0]).toEqual([
    '2024-01-29',
    '2024-01-30',
    '2024-01-31',
    '2024-02-01',
    '2024-02-02',
    '2024-02-03',
    '2024-02-04',
  ])
  expect(february).toHaveLength(5)
  expect(weeksOf('2021-02')).toHaveLength(4)
  expect(
    weeksOf('2024-09')
      .flat()
      .filter((day) => day.startsWith('2024-09')),
  ).toHaveLength(30)
})

test('arrows and months go over the ends of the year', () => {
  expect(monthLater('2024-12', 1)).toBe('2025-01')
  expect(monthLater('2024-01', -1)).toBe('2023-12')
})

test('the next anniversaries come soonest first, the office own among them; today is not next', () => {
  const own = readOwnDays('03-26 Ngày thành lập Đoàn\nkhông đọc được\n02-29 Năm nhuận')
  expect(own).toEqual([{ monthDay: '03-26', name: 'Ngày thành lập Đoàn' }])
  expect(readOwnDays(writeOwnDays(own))).toEqual(own)
  expect(anniversaries('2024-02-03', own).map(({ day }) => day)).toEqual([
    '2024-03-26',
    '2024-05-19',
    '2024-09-02',
    '2025-02-03',
  ])
})
