/**
 * What goes along with a case to its next keeper, so that it stands there as it stood: requests for verification that can be
 * told apart, the rule set it is pinned to.
 */
import { expect, test } from 'vitest'
import { merge, threeOffices, transfer } from '../../support/hand-over.ts'
import { register, replays } from '../../support/journal-kit.ts'

const profile = { name: 'Đặng Thùy Dung', birth: '1999-04-05', sex: 'female' }

test('two requests for verification under way are answered each by itself at the next keeper', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  const asked = { relatives: ['self'], method: 'letter', abroad: false, date: '2024-01-10' }
  for (const to of ['Công an xã A', 'Trường B']) commune.do('verification.request', { case: id, to, ...asked })
  transfer(offices, id, commune, west)
  const requests = town.case(id).verifications.map(({ entry: request, place }) => ({ case: id, request, place }))
  expect(requests.map(({ place }) => place)).toEqual([1, 2])
  const [first, second] = requests
  const answers = () => town.case(id).verifications.map(({ to, answer }) => [to, answer?.result ?? null])
  town.do('verification.answer', { ...second, date: '2024-01-15', result: 'clear' })
  expect(answers()).toEqual([
    ['Công an xã A', null],
    ['Trường B', 'clear'],
  ])
  town.do('verification.receive', { ...first, date: '2024-01-12' })
  town.do('verification.answer', { ...first, date: '2024-01-15', result: 'adverse' })
  expect(answers()).toEqual([
    ['Công an xã A', 'adverse'],
    ['Trường B', 'clear'],
  ])
  expect(town.case(id).verifications.map(({ received }) => received)).toEqual(['2024-01-12', null])
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('an answer that an older build recorded for a request by value, without its place, is that of the first', () => {
  const offices = threeOffices()
  const { commune, town, west } = offices
  const id = register(commune, profile)
  const asked = { relatives: ['self'], method: 'letter', abroad: false, date: '2024-01-10' }
  for (const to of ['Công an xã A', 'Trường B']) commune.do('verification.request', { case: id, to, ...asked })
  transfer(offices, id, commune, west)
  const request = town.case(id).verifications[0]?.entry ?? ''
  town.record([
    {
      kind: 'verification.answered',
      subject: { type: 'case', id },
      payload: { request, date: '2024-01-15', result: 'clear' },
    },
  ])
  expect(town.case(id).verifications.map(({ answer }) => answer?.result ?? null)).toEqual(['clear', null])
})

test.each([
  ['a transfer', transfer],
  ['a merger', merge],
])('the rule set that a case is pinned to goes along in %s', (_how, handOver) => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  commune.do('case.pinRules', { case: id, ruleSet: 'RS-2016', reason: 'Hồ sơ cũ' })
  handOver(offices, id, commune, west)
  expect(town.case(id).pinned).toEqual({ ruleSet: 'RS-2016', reason: 'Hồ sơ cũ' })
  town.do('case.pinRules', { case: id, reason: 'Xét theo từng ngày' })
  expect(town.case(id).pinned).toBeNull()
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})
