/** Which part of its year a day is in. */
import { expect, test } from 'vitest'
import { isPartOfYear, partOfYear, partsOfYear, periodOf, PERIOD_CODES } from '../../../../shared/calendar/period.ts'

test('a day is in one month, quarter and half of its year, and that period holds it', () => {
  expect(partOfYear('month', '2024-03-31')).toBe(3)
  expect(partOfYear('quarter', '2024-03-31')).toBe(1)
  expect(partOfYear('quarter', '2024-04-01')).toBe(2)
  expect(partOfYear('half', '2024-06-30')).toBe(1)
  expect(partOfYear('half', '2024-07-01')).toBe(2)
  expect(partOfYear('year', '2024-12-31')).toBe(1)
  for (const kind of PERIOD_CODES.filter(isPartOfYear)) {
    expect(periodOf(kind, 2024, partOfYear(kind, '2024-08-15'))).toMatchObject({ kind })
    expect(periodOf(kind, 2024, partsOfYear(kind)).to).toBe('2024-12-31')
  }
  expect(PERIOD_CODES.filter((kind) => !isPartOfYear(kind))).toEqual(['term', 'any'])
})
