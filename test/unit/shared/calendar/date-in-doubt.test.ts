/** When the date of a computer cannot be believed, and the day that is worked with meanwhile. */
import { expect, test } from 'vitest'
import { doubtAbout, workingDay } from '../../../../shared/calendar/date-in-doubt.ts'

const built = '2026-11-01'
const known = { built, newest: '2026-12-10', lastUse: '2026-12-20' }
const fresh = { built, newest: null, lastUse: null }

test('a day before the build, before the newest entry, or over 30 days after the last use is in doubt', () => {
  expect(doubtAbout('2020-01-01', fresh)).toEqual({ why: 'beforeBuild', clock: '2020-01-01', against: built })
  expect(doubtAbout('2026-12-09', known)).toEqual({ why: 'beforeEntries', clock: '2026-12-09', against: '2026-12-10' })
  expect(doubtAbout('2027-01-20', known)).toEqual({ why: 'jump', clock: '2027-01-20', against: '2026-12-20' })
  // An entry is a use too.
  expect(doubtAbout('2027-01-10', { ...known, lastUse: null })).toMatchObject({ why: 'jump', against: '2026-12-10' })
})

test('the days between are believed, and in an office without a past every day since the build', () => {
  for (const day of ['2026-12-10', '2026-12-15', '2027-01-19']) expect(doubtAbout(day, known)).toBeNull()
  for (const day of [built, '2040-01-01']) expect(doubtAbout(day, fresh)).toBeNull()
})

test('no day that has passed for certain is worked with', () => {
  expect(workingDay('2020-01-01', fresh)).toBe(built)
  expect(workingDay('2020-01-01', known)).toBe('2026-12-10')
  expect(workingDay('2031-01-01', known)).toBe('2031-01-01')
})
