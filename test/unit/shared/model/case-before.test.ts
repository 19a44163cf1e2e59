/**
 * The way to admission beside papers and votes, as it follows from its entries: classes, the CV and its verification,
 * opinions, what the deciding office does on the way; and the monthly review of a unit's list.
 */
import { expect, test } from 'vitest'
import { foldCase, type CaseState } from '../../../../shared/model/case-state.ts'
import { foldUnit } from '../../../../shared/model/office-state.ts'
import { listLineOf } from '../../../../shared/model/stage.ts'
import {
  CASE,
  COMMUNE,
  deviceId,
  DISTRICT,
  idOf,
  itemsFrom,
  UNIT,
  type ItemPlan,
} from '../../../support/journal-kit.ts'

const FATHER = '01890000-0000-7000-8000-00000000f001'
const registered: ItemPlan = {
  kind: 'candidate.registered',
  id: idOf(1),
  payload: { profile: { name: 'Nguyễn Thị Hòa' }, unit: UNIT, on: '2023-01-10' },
}
const resume = {
  date: '2023-09-05',
  relatives: [{ id: FATHER, relation: 'father', name: 'Nguyễn Văn Nam', living: true, partyMember: true }],
  periods: [{ from: '2003', what: 'Học trung học cơ sở' }],
}
const request = { relatives: ['self', FATHER], to: 'Đảng ủy xã Ba Sao', method: 'letter', abroad: false }
const fromDistrict = { office: DISTRICT, audience: COMMUNE } as const

function fold(plans: readonly ItemPlan[]): CaseState {
  const items = itemsFrom(plans)
  const state = foldCase(CASE, items)
  if (state === null) throw new Error('no case')
  expect(foldCase(CASE, items.toReversed())).toEqual(state)
  return state
}

test('a request for verification holds when it arrived and the newest answer', () => {
  const asked: ItemPlan = { kind: 'verification.requested', id: idOf(2), payload: { ...request, date: '2023-09-10' } }
  const answered = (date: string, result: string): ItemPlan => ({
    kind: 'verification.answered',
    payload: { request: idOf(2), date, result },
  })
  const state = fold([
    registered,
    asked,
    { kind: 'verification.received', payload: { request: idOf(2), date: '2023-09-14' } },
    answered('2023-10-01', 'unclear'),
    answered('2023-10-20', 'clear'),
  ])
  expect(state.verifications).toMatchObject([
    { ...request, received: '2023-09-14', answer: { date: '2023-10-20', result: 'clear' } },
  ])
})

test('the CV is one thing: the newest counts, and two whose writers had not seen each other are a conflict', () => {
  const first: ItemPlan = { kind: 'resume.recorded', payload: resume }
  const later: ItemPlan = { kind: 'resume.recorded', payload: { ...resume, date: '2023-09-20' } }
  expect(fold([registered, first, later])).toMatchObject({ resume: { date: '2023-09-20' }, conflicts: [] })
  const elsewhere: ItemPlan = { ...later, device: deviceId('b'), after: [] }
  expect(fold([registered, first, elsewhere]).conflicts.map(({ field }) => field)).toEqual(['resume'])
  const same: ItemPlan = { ...first, device: deviceId('b'), after: [] }
  expect(fold([registered, first, same]).conflicts).toEqual([])
})

test('two lists that say the same are no conflict, two that differ are one', () => {
  const corrected = (circumstances: readonly string[], plan: Partial<ItemPlan> = {}): ItemPlan => ({
    kind: 'candidate.corrected',
    payload: { change: { set: { circumstances } } },
    ...plan,
  })
  const elsewhere = { device: deviceId('b'), after: [] }
  expect(fold([registered, corrected(['owner']), corrected(['owner'], elsewhere)]).conflicts).toEqual([])
  expect(fold([registered, corrected(['owner']), corrected(['religion'], elsewhere)]).conflicts).toHaveLength(1)
})

test('the list line shows a nomination until the class has ended for the person', () => {
  const nominated: ItemPlan = { kind: 'class.nominated', payload: { class: 'awareness', date: '2023-03-01' } }
  const result: ItemPlan = {
    kind: 'class.resultRecorded',
    payload: { class: 'awareness', to: '2023-04-20', outcome: 'passed' },
  }
  expect(listLineOf(fold([registered, nominated]))).toMatchObject({ nominated: true, nominatedFor: 'awareness' })
  expect(listLineOf(fold([registered, nominated, result]))).not.toHaveProperty('nominated')
  const certificate: ItemPlan = { kind: 'paper.recorded', payload: { paper: 'CN-NTVD', kept: 'here', scans: [] } }
  expect(listLineOf(fold([registered, nominated, certificate]))).not.toHaveProperty('nominatedFor')
})

test('a review stands with its submission, an extension and a notice with the case', () => {
  const submission: ItemPlan = {
    kind: 'dossier.submitted',
    id: idOf(3),
    audience: DISTRICT,
    payload: {
      date: '2024-01-15',
      snapshot: {
        version: 1,
        case: CASE,
        profile: { name: 'Nguyễn Thị Hòa' },
        unit: { id: UNIT, name: 'Chi bộ', type: 'branch' },
        helpers: [],
        papers: [],
        branchVotes: [],
        committeeVotes: [],
        lifts: [],
        ruleSet: 'RS-2021',
        resume: { ...resume, origin: 'recorded' },
        verifications: [{ ...request, date: '2023-09-10', received: '2023-09-14', origin: 'takenOver' }],
      },
    },
  }
  const answers: readonly ItemPlan[] = [
    {
      kind: 'dossier.reviewed',
      payload: { submission: idOf(3), date: '2024-01-18', outcome: 'hold' },
      ...fromDistrict,
    },
    {
      kind: 'limit.extended',
      payload: { limit: 'decision', reason: 'Chờ kết quả thẩm tra', date: '2024-03-01' },
      ...fromDistrict,
    },
    { kind: 'refusal.notified', payload: { decision: idOf(9), date: '2024-03-20' }, ...fromDistrict },
  ]
  const atCommune = fold([registered, submission, ...answers])
  expect(atCommune).toMatchObject({
    submissions: [{ reviews: [{ outcome: 'hold', date: '2024-01-18' }] }],
    extensions: [{ limit: 'decision' }],
    refusalNotices: [{ decision: idOf(9) }],
    resume: null,
  })
  expect(fold([submission, ...answers])).toMatchObject({
    known: 'snapshot',
    resume: { date: '2023-09-05', origin: 'recorded', entry: idOf(3) },
    verifications: [{ to: 'Đảng ủy xã Ba Sao', received: '2023-09-14', answer: null, origin: 'takenOver' }],
    extensions: [{ limit: 'decision' }],
  })
})

test('what a taken-over case brings of the CV and its verification counts as from before', () => {
  const takenOver: ItemPlan = {
    kind: 'case.takenOver',
    id: idOf(1),
    payload: {
      profile: { name: 'Nguyễn Thị Hòa' },
      unit: UNIT,
      on: '2024-01-02',
      acts: {
        resume,
        seals: [{ date: '2023-09-06', person: 'Trần Văn Bình' }],
        verifications: [{ ...request, date: '2023-09-10', answer: { date: '2023-10-20', result: 'clear' } }],
        waivers: [{ relative: FATHER, member: FATHER, date: '2023-09-10' }],
      },
    },
  }
  expect(fold([takenOver])).toMatchObject({
    resume: { origin: 'takenOver' },
    seals: [{ date: '2023-09-06', origin: 'takenOver' }],
    verifications: [{ received: null, answer: { result: 'clear' }, origin: 'takenOver' }],
    waivers: [{ relative: FATHER, origin: 'takenOver' }],
  })
})

test('a unit has one review a month, the newer of two', () => {
  const unit = { type: 'unit', id: UNIT } as const
  const review = (month: string, date: string, onList: number): ItemPlan => ({
    kind: 'list.reviewed',
    subject: unit,
    audience: DISTRICT,
    payload: { month, date, counts: { onList, added: 0, removed: 0 } },
  })
  const plans: ItemPlan[] = [
    { kind: 'unit.added', subject: unit, payload: { name: 'Chi bộ thôn Đồng Sơn', type: 'branch' } },
    review('2024-02', '2024-02-05', 5),
    review('2024-01', '2024-01-05', 4),
    review('2024-02', '2024-02-25', 6),
  ]
  expect(foldUnit(UNIT, itemsFrom(plans))?.reviews.map(({ month, counts }) => [month, counts.onList])).toEqual([
    ['2024-01', 4],
    ['2024-02', 6],
  ])
})
