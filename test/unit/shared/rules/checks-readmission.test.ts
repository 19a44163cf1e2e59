/**
 * C31, readmission, and the mistake P24: too soon, after a way of leaving that bars it, a second time. Each seen, not seen,
 * and at its edge.
 */
import { expect, test } from 'vitest'
import type { Resume } from '../../../../shared/model/resume.ts'
import { aDossier, codes, findingOf, type CaseBuilder } from '../../../support/case-builder.ts'

function again(earlier: Partial<NonNullable<Resume['earlier']>>): CaseBuilder {
  const membership = { leftOn: '2020-09-01', reason: 'removed', times: 1, ...earlier } as const
  return aDossier().patch({
    resume: {
      date: '2023-09-05',
      relatives: [],
      periods: [],
      earlier: membership,
      entry: 'e',
      office: 'o',
      origin: 'recorded',
      onPaper: false,
    },
  })
}

test('P24: an application a day before the thirty-six months are over; on the day it is in time', () => {
  expect(codes(again({ leftOn: '2020-09-01' }).on('2024-01-10'))).not.toContain('C31')
  expect(findingOf(again({ leftOn: '2020-09-02' }).on('2024-01-10'), 'C31')).toMatchObject({
    severity: 'block',
    before: 'branchVote',
    data: { out: '2020-09-02', from: '2023-09-02', months: 36, applied: '2023-09-01' },
  })
})

test('of a day known in part the latest counts; without an application the months run on', () => {
  expect(codes(again({ leftOn: '2020-09' }).on('2024-01-10'))).toContain('C31')
  expect(codes(again({ leftOn: '2020-08' }).on('2024-01-10'))).not.toContain('C31')
  const waiting = again({ leftOn: '2021-01-10' }).withoutPaper('1-KND')
  expect(codes(waiting.on('2024-01-09'))).toContain('C31')
  expect(codes(waiting.on('2024-01-10'))).not.toContain('C31')
})

test('after a conviction the months are longer and count from the day it was erased', () => {
  expect(codes(again({ leftOn: '2010-01-01', erasedOn: '2018-09-01' }).on('2024-01-10'))).not.toContain('C31')
  expect(findingOf(again({ leftOn: '2010-01-01', erasedOn: '2018-09-02' }).on('2024-01-10'), 'C31')).toMatchObject({
    data: { months: 60 },
  })
})

test('who was expelled under the population policy waits as that policy says', () => {
  const third = { reason: 'thirdChild', leftOn: '2021-09-01' } as const
  expect(codes(again(third).on('2024-01-10'))).not.toContain('C31')
  expect(findingOf(again({ ...third, leftOn: '2021-09-02' }).on('2024-01-10'), 'C31')).toMatchObject({
    data: { months: 24 },
  })
  expect(codes(again({ ...third, reason: 'fourthChild' }).on('2024-01-10'))).toContain('C31')
})

test('P24: after certain ways of leaving never, and never a second time', () => {
  expect(codes(again({ reason: 'abandoned' }).on('2024-01-10'))).toContain('C31-exit')
  expect(codes(again({}).on('2024-01-10'))).not.toContain('C31-exit')
  expect(codes(again({ times: 2 }).on('2024-01-10'))).toContain('C31-twice')
  expect(codes(again({ times: 1 }).on('2024-01-10'))).not.toContain('C31-twice')
})

test('who was never a member is not asked about it', () => {
  expect(codes(aDossier().on('2024-01-10')).filter((code) => code.startsWith('C31'))).toEqual([])
})
