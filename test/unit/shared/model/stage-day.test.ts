/**
 * Since when a case stands where it stands.
 */
import { expect, test } from 'vitest'
import { stageDay } from '../../../../shared/model/stage-day.ts'
import { aCase } from '../../../support/case-builder.ts'

test('each act moves the day on, and each day is that of the act', () => {
  let built = aCase()
  expect(stageDay(built.build())).toBe('2023-01-10')
  built = built.withHelper({ name: 'Trần Văn Bình', from: '2023-02-01' })
  expect(stageDay(built.build())).toBe('2023-02-01')
  built = built.withHelper({ name: 'Lê Thị Cúc', from: '2023-05-01' })
  expect(stageDay(built.build())).toBe('2023-02-01')
  built = built.withPaper('CN-NTVD', '2023-06-01').withPaper('1-KND', '2023-09-01')
  expect(stageDay(built.build())).toBe('2023-09-01')
  built = built.withBranchVote('2024-01-15').withSubmission('2024-01-25')
  expect(stageDay(built.build())).toBe('2024-01-25')
  expect(stageDay(built.withReceived('2024-01-29', { date: '2024-02-02' }).build())).toBe('2024-02-02')
  built = built.withDecision('2024-02-20').withReceipt('2024-02-28')
  expect(stageDay(built.build())).toBe('2024-02-28')
  built = built.withCeremony('2024-03-03').about('recognition')
  expect(stageDay(built.build())).toBe('2024-03-03')
  expect(stageDay(built.withBranchVote('2025-03-05').build())).toBe('2025-03-05')
  expect(stageDay(built.withEnding('2024-06-01', 'died').build())).toBe('2024-06-01')
})

test('a paper without a day leaves the day unknown', () => {
  expect(stageDay(aCase().withPaper('1-KND').build())).toBeNull()
})
