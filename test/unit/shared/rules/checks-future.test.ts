/** F1: acts dated after today, as a wrong clock leaves them behind. */
import { expect, test } from 'vitest'
import { aDossier, codes, findingOf } from '../../../support/case-builder.ts'

const admitted = aDossier()
  .withBranchVote('2024-01-15')
  .withCommitteeVote('2024-01-20')
  .withDecision('2024-02-01')
  .withReceipt('2024-02-05')

test('a day after today is seen until it has come, and the result holds until then', () => {
  const built = admitted.withCeremony('2024-03-10')
  const before = built.on('2024-03-09')
  expect(findingOf(before, 'F1')).toMatchObject({
    id: 'F1:2024-03-10',
    severity: 'warn',
    data: { what: 'ceremony', date: '2024-03-10' },
  })
  expect(before.validUntil).toBe('2024-03-10')
  expect(codes(built.on('2024-03-10'))).not.toContain('F1')
})

test('every act is looked at, each day once, also after the case has ended', () => {
  const days = (built: typeof admitted, today: string) =>
    built.on(today).findings.flatMap((found) => (found.code === 'F1' ? [[found.data.what, found.data.date]] : []))
  expect(days(admitted, '2024-01-10')).toEqual([
    ['branchVote', '2024-01-15'],
    ['committeeVote', '2024-01-20'],
    ['decision', '2024-02-01'],
    ['receipt', '2024-02-05'],
  ])
  expect(days(aDossier().withPaper('5-KND', '2024-02-01').withEnding('2024-02-01'), '2024-01-31')).toEqual([
    ['paper', '2024-02-01'],
  ])
  expect(days(aDossier().withEnding('2024-02-01'), '2024-01-31')).toEqual([['ending', '2024-02-01']])
})

test('while today itself is in doubt it is provisional', () => {
  const found = findingOf(admitted.withCeremony('2024-03-10').on('2024-03-09', { inDoubt: true }), 'F1')
  expect(found).toMatchObject({ severity: 'warn', provisional: true })
})
