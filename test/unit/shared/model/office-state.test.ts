/**
 * Offices, units, members, users and peers as they follow from their entries.
 */
import { expect, test } from 'vitest'
import { inOrder } from '../../../../shared/journal/item.ts'
import { foldMember, foldOffice, foldPeer, foldUnit, foldUser, holds } from '../../../../shared/model/office-state.ts'
import {
  COMMUNE,
  deviceId,
  DISTRICT,
  idOf,
  itemsFrom,
  TOWN,
  UNIT,
  type ItemPlan,
} from '../../../support/journal-kit.ts'

const about = (type: 'office' | 'unit' | 'user' | 'peer' | 'member', id: string) => ({ subject: { type, id } as const })
const count = (date: string, official: number) => ({ date, official, probationary: 0, excluded: 0 })
const unit = (kind: string, payload: object, plan: Partial<ItemPlan> = {}): ItemPlan => ({
  kind,
  payload,
  ...about('unit', UNIT),
  ...plan,
})
const user = (kind: string, payload: object, plan: Partial<ItemPlan> = {}): ItemPlan => ({
  kind,
  payload,
  ...about('user', idOf(1)),
  ...plan,
})
const nhung = { login: 'nhung', name: 'Trần Thị Hồng Nhung', post: 'Văn thư', roles: ['clerk'] }

test('an office is what it was founded as, and then what it was last changed to', () => {
  const first = { name: 'Đảng ủy xã', code: 'xa', capacities: [{ capacity: 'proposes', from: '2020-01-01' }] }
  const founded: ItemPlan = {
    kind: 'office.founded',
    payload: { office: COMMUNE, profile: first },
    ...about('office', COMMUNE),
  }
  expect(foldOffice(itemsFrom([founded]))).toEqual({ id: COMMUNE, profile: first })
  const changed: ItemPlan = {
    kind: 'office.changed',
    payload: { profile: { ...first, name: 'Đảng ủy phường' } },
    ...about('office', COMMUNE),
  }
  expect(foldOffice(itemsFrom([founded, changed]))?.profile.name).toBe('Đảng ủy phường')
  expect(foldOffice([])).toBeNull()
})

test('a unit has the counts of its days, oldest first, the last word on each day', () => {
  const state = foldUnit(
    UNIT,
    itemsFrom([
      unit('unit.added', { name: 'Chi bộ', type: 'branch' }),
      unit('unit.membersCounted', count('2024-01-01', 9)),
      unit('unit.membersCounted', count('2023-01-01', 8)),
      unit('unit.membersCounted', count('2024-01-01', 10)),
    ]),
  )
  expect(state).toMatchObject({ keeper: COMMUNE, listed: null })
  expect(state?.counts).toEqual([count('2023-01-01', 8), count('2024-01-01', 10)])
})

test('a unit taken back is gone, a count taken back too', () => {
  const added = unit('unit.added', { name: 'Chi bộ', type: 'branch' }, { id: idOf(1) })
  const counted = unit('unit.membersCounted', count('2024-01-01', 9), { id: idOf(2) })
  const back = (target: string) => unit('entry.retracted', { target })
  expect(foldUnit(UNIT, itemsFrom([added, counted, back(idOf(2))]))?.counts).toEqual([])
  expect(foldUnit(UNIT, itemsFrom([added, counted, back(idOf(1))]))).toBeNull()
})

test('the superior knows a unit as it was listed, with its newest count', () => {
  const items = itemsFrom([
    unit('unit.listed', { name: 'Chi bộ', type: 'branch', count: count('2024-01-01', 9) }, { audience: DISTRICT }),
  ])
  expect(foldUnit(UNIT, items)).toMatchObject({
    unit: { name: 'Chi bộ', type: 'branch' },
    keeper: COMMUNE,
    counts: [count('2024-01-01', 9)],
  })
})

test('a line with every count puts them in the place of those shown before, of its own office only', () => {
  const line = (counts: readonly ReturnType<typeof count>[], rest: Partial<ItemPlan> = {}) =>
    unit('unit.listed', { name: 'Chi bộ', type: 'branch', counts }, { audience: DISTRICT, ...rest })
  const first = line([count('2022-12-31', 7), count('2023-12-31', 9)])
  expect(foldUnit(UNIT, itemsFrom([first]))?.counts).toEqual([count('2022-12-31', 7), count('2023-12-31', 9)])
  // The one of 2022 was taken back; an earlier one was counted late.
  const second = line([count('2021-12-31', 6), count('2023-12-31', 10)])
  expect(foldUnit(UNIT, itemsFrom([first, second]))?.counts).toEqual([count('2021-12-31', 6), count('2023-12-31', 10)])
  const heir = line([count('2024-06-30', 12)], { office: TOWN })
  expect(foldUnit(UNIT, itemsFrom([first, heir]))?.counts.map(({ date }) => date)).toEqual([
    '2022-12-31',
    '2023-12-31',
    '2024-06-30',
  ])
})

test('our own list line changes nothing of a unit we keep, but is remembered', () => {
  const state = foldUnit(
    UNIT,
    itemsFrom([
      unit('unit.added', { name: 'Chi bộ', type: 'branch', onPaper: true }),
      unit('unit.listed', { name: 'Chi bộ', type: 'branch' }, { id: idOf(7), audience: DISTRICT }),
    ]),
  )
  expect(state).toMatchObject({ unit: { onPaper: true }, listed: idOf(7) })
})

test('a member is what was last said of them', () => {
  const member = (kind: string, name: string): ItemPlan => ({
    kind,
    payload: { name, unit: UNIT },
    ...about('member', idOf(1)),
  })
  const items = itemsFrom([member('member.added', 'Trần Văn Bình'), member('member.changed', 'Trần Bình')])
  expect(foldMember(idOf(1), items)?.member.name).toBe('Trần Bình')
})

test('a disabled user stays out, even where another device changed the roles without knowing', () => {
  const disabled = user('user.disabled', {}, { seq: 2, tick: 2 })
  const changed = user('user.changed', { ...nhung, roles: ['clerk', 'secretary'] }, { device: deviceId('b'), tick: 2 })
  for (const ids of [
    [idOf(2), idOf(3)],
    [idOf(3), idOf(2)],
  ] as const) {
    const items = itemsFrom([user('user.added', nhung), { ...disabled, id: ids[0] }, { ...changed, id: ids[1] }])
    const state = foldUser(idOf(1), inOrder(items))
    expect(state).toMatchObject({ disabled: true, user: { roles: ['clerk', 'secretary'] } })
  }
})

test('an office paired again after a revocation counts again', () => {
  const peer = (kind: string, payload: object): ItemPlan => ({ kind, payload, ...about('peer', DISTRICT) })
  const paired = peer('peer.paired', { office: DISTRICT, code: 'hu', relation: 'superior' })
  const revoked = peer('peer.revoked', { reason: 'Mất khóa', heads: [] })
  expect(foldPeer(DISTRICT, itemsFrom([paired, revoked]))?.revoked).toBe(true)
  expect(foldPeer(DISTRICT, itemsFrom([paired, revoked, paired]))?.revoked).toBe(false)
})

test('a capacity is held for its days and its units', () => {
  const profile = {
    name: 'Đảng ủy xã',
    code: 'xa',
    capacities: [
      { capacity: 'proposes' as const, from: '2020-01-01' },
      { capacity: 'decides' as const, from: '2024-01-01', to: '2024-12-31', units: [UNIT] },
    ],
  }
  expect(holds(profile, 'proposes', '2024-06-01', idOf(5))).toBe(true)
  expect(holds(profile, 'decides', '2024-06-01', UNIT)).toBe(true)
  expect(holds(profile, 'decides', '2024-06-01', idOf(5))).toBe(false)
  expect(holds(profile, 'decides', '2024-06-01')).toBe(true)
  expect(holds(profile, 'decides', '2025-01-01', UNIT)).toBe(false)
  expect(holds(profile, 'decides', '2023-12-31', UNIT)).toBe(false)
  expect(holds(profile, 'trains', '2024-06-01')).toBe(false)
})
