/** The age of a build: said quietly, and only once it is a year old. */
import { expect, test } from 'vitest'
import { oldBuildNote } from '../../../../shared/words/build-age.ts'

test('a build is called old on the day it is a year old, and says what a new one is good for', () => {
  expect(oldBuildNote('2026-11-23', '2026-11-20')).toBeNull()
  expect(oldBuildNote('2026-11-23', '2027-11-22')).toBeNull()
  expect(oldBuildNote('2026-11-23', '2027-11-23')).toMatch(/đã phát hành được 12 tháng.*bản mới vá các lỗ hổng bảo mật/)
  expect(oldBuildNote('2026-11-23', '2029-01-01')).toContain('25 tháng')
})
