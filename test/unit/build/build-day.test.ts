/** The day of a build is that of its source, and never ahead of the computer that makes it. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildDay, dayOfBuild } from '../../../build/build-day.ts'

const today = '2026-11-28'

test('what the builder says comes first, then the newest commit, then the day itself', () => {
  expect(dayOfBuild({ epoch: '1793491200', commit: '2026-11-20', today })).toBe('2026-11-01')
  expect(dayOfBuild({ epoch: undefined, commit: '2026-11-20', today })).toBe('2026-11-20')
  expect(dayOfBuild({ epoch: 'gestern', commit: '2026-11-20', today })).toBe('2026-11-20')
  expect(dayOfBuild({ epoch: undefined, commit: null, today })).toBe(today)
})

test('a commit of a clock that ran ahead does not make the program doubt its own computer', () => {
  expect(dayOfBuild({ epoch: undefined, commit: '2027-01-01', today })).toBe(today)
})

test('of this source there is a day', () => {
  expect(buildDay(join(import.meta.dirname, '../../..'))).toMatch(/^20\d\d-\d\d-\d\d$/)
  expect(buildDay('/')).toMatch(/^20\d\d-\d\d-\d\d$/)
})
