/**
 * What goes along with a case to its next keeper, so that it stands there as it stood: requests for verification that can be
 * told apart, the rule set it is pinned to, what was decided on it and what was sent back.
 */
import { expect, test } from 'vitest'
import { prepared } from '../../../db/transaction.ts'
import { succeedOffice } from '../../../shared/commands/index.ts'
import { stageOf } from '../../../shared/model/stage.ts'
import { merge, move, pairedBelow, threeOffices, transfer, type Offices } from '../../support/hand-over.ts'
import {
  COMMUNE,
  linesOf,
  openDesk,
  pairWith,
  register,
  replays,
  submit,
  TOWN,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { deliver, exchange } from '../../support/journal-parcels.ts'
import { BRANCH_ALL_FOR, COMMITTEE_ALL_FOR } from '../../support/votes.ts'

const WAYS = [
  ['a transfer', transfer],
  ['a merger', merge],
] as const

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

test.each(WAYS)('the rule set that a case is pinned to goes along in %s', (_how, handOver) => {
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

const body = 'Ban Thường vụ Huyện ủy'
const matter = 'recognition'

/** The cases that go on, as an office counts them. */
const counted = (desk: Desk) =>
  desk.ask((db) => prepared<object>(db, 'SELECT case_id AS id, keeper, stage FROM cases WHERE ended = 0').all())

/** A member in probation whose dossier for recognition lies with the district. */
function sentForRecognition({ commune, district }: Offices): string {
  const papers = ['LL-HSDV', 'PHIEU-HSDV', 'CN-DVM', '10-KND', '11-KND', '12-KND']
  const { case: id = '' } = valueOf(
    commune.do('case.takeOver', {
      profile: { name: 'Trần Thị Lan', birth: '1990-01-02' },
      unit: UNIT,
      acts: {
        decision: { outcome: 'admit', number: '12-QĐ/HU', date: '2022-12-10', body },
        decisionReceivedOn: '2022-12-20',
        ceremony: { date: '2023-01-03', helper: { name: 'Trần Văn Bình' } },
        papers: papers.map((paper) => ({ paper, date: '2023-12-20', kept: 'here', scans: [] })),
      },
    }),
  )
  votedOn(commune, id)
  commune.do('dossier.submit', { case: id, matter, date: '2024-01-12' })
  exchange(commune, district)
  return id
}

function votedOn(desk: Desk, id: string): void {
  desk.do('dossier.recordBranchVote', { case: id, matter, date: '2024-01-08', ...BRANCH_ALL_FOR })
  desk.do('dossier.recordCommitteeVote', { case: id, matter, date: '2024-01-10', ...COMMITTEE_ALL_FOR })
}

test.each(WAYS)('who was recognised and has no card yet is recognised at the next keeper in %s', (_how, handOver) => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = sentForRecognition(offices)
  const decision = { case: id, matter, outcome: 'recognise', date: '2024-01-15', body }
  district.do('decision.record', { ...decision, number: '1-QĐ/HU' })
  exchange(commune, district)
  commune.do('decision.recordReceipt', { case: id, matter, date: '2024-01-15' })
  handOver(offices, id, commune, west)
  expect([stageOf(district.case(id)), stageOf(town.case(id))]).toEqual(['recognised', 'recognised'])
  expect(town.case(id).recognition).toMatchObject({ decision: { number: '1-QĐ/HU' }, receipt: { date: '2024-01-15' } })
  expect(counted(town)).toEqual([{ id, keeper: TOWN, stage: 'recognised' }])
  expect(counted(district)).toEqual(counted(town))
  // Nothing is sent, nor decided, a second time.
  expect(town.call('dossier.submit', { case: id, matter, date: '2024-01-15' })).toMatchObject({
    ok: false,
    error: { code: 'ALREADY_DECIDED', data: { number: '1-QĐ/HU' } },
  })
  expect(district.call('decision.record', { ...decision, number: '2-QĐ/HU' })).toMatchObject({
    ok: false,
    error: { code: 'ALREADY_DECIDED' },
  })
  district.do('card.issue', { case: id, number: '12.345678', date: '2024-01-15' })
  exchange(town, district)
  expect([stageOf(district.case(id)), stageOf(town.case(id))]).toEqual(['cardIssued', 'cardIssued'])
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('a decision goes along to a third keeper too', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = sentForRecognition(offices)
  recognise(offices, id)
  const third = { office: 'v'.repeat(26), seed: 'village' }
  const { lower: village, branch: south } = pairedBelow(district, third, 'Chi bộ thôn Nam')
  transfer(offices, id, commune, west)
  transfer(offices, id, town, south)
  exchange(village, district)
  for (const desk of [village, district]) expect(stageOf(desk.case(id))).toBe('recognised')
  for (const desk of [commune, town, village, district]) expect(replays(desk)).toBe(true)
})

/** The district recognises, and the commune hears of it. */
function recognise({ commune, district }: Offices, id: string): void {
  district.do('decision.record', {
    case: id,
    matter,
    outcome: 'recognise',
    number: '1-QĐ/HU',
    date: '2024-01-15',
    body,
  })
  exchange(commune, district)
}

test.each(WAYS)('who was not recognised is sent up anew by the next keeper in %s', (_how, handOver) => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = sentForRecognition(offices)
  const decision = { case: id, matter, date: '2024-01-15', body }
  district.do('decision.record', { ...decision, outcome: 'refuse', number: '1-QĐ/HU', reason: 'Chưa đủ điều kiện' })
  exchange(commune, district)
  handOver(offices, id, commune, west)
  const stages = () => [stageOf(district.case(id)), stageOf(town.case(id))]
  expect(stages()).toEqual(['recognitionRefused', 'recognitionRefused'])
  town.do('dossier.submit', { case: id, matter, date: '2024-01-15' })
  exchange(town, district)
  expect(stages()).toEqual(['recognitionSubmitted', 'recognitionSubmitted'])
  district.do('decision.record', { ...decision, outcome: 'recognise', number: '2-QĐ/HU' })
  exchange(town, district)
  expect(stages()).toEqual(['recognised', 'recognised'])
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('what was decided anew at another keeper stands at the first one when the case comes back', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = sentForRecognition(offices)
  const decision = { case: id, matter, date: '2024-01-15', body }
  district.do('decision.record', { ...decision, outcome: 'refuse', number: '1-QĐ/HU', reason: 'Chưa đủ điều kiện' })
  exchange(commune, district)
  transfer(offices, id, commune, west)
  for (const desk of [commune, town, district]) desk.at('2024-02-01')
  town.do('dossier.submit', { case: id, matter, date: '2024-01-20' })
  exchange(town, district)
  district.do('decision.record', { ...decision, outcome: 'recognise', number: '2-QĐ/HU', date: '2024-02-01' })
  exchange(town, district)
  transfer(offices, id, town, UNIT)
  for (const desk of [commune, district]) {
    expect(stageOf(desk.case(id))).toBe('recognised')
    expect(desk.case(id).recognition.decision).toMatchObject({ number: '2-QĐ/HU' })
  }
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test.each(WAYS)('a dossier that was sent back is seen to by the next keeper in %s', (_how, handOver) => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const id = register(commune, profile)
  submit(commune, id)
  exchange(commune, district)
  const remarks = [{ text: 'Thiếu giấy chứng nhận' }]
  district.do('dossier.return', { case: id, date: '2024-01-15', remarks, answerBy: '2024-02-01' })
  exchange(commune, district)
  handOver(offices, id, commune, west)
  const stages = () => [stageOf(district.case(id)), stageOf(town.case(id))]
  expect(stages()).toEqual(['returned', 'returned'])
  expect(town.case(id).submissions).toMatchObject([{ returned: { remarks, answerBy: '2024-02-01' } }])
  expect(counted(district)).toEqual(counted(town))
  submit(town, id)
  exchange(town, district)
  expect(stages()).toEqual(['submitted', 'submitted'])
  expect(district.case(id).submissions.map(({ office, returned }) => [office, returned !== null])).toEqual([
    [COMMUNE, true],
    [TOWN, false],
  ])
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})

test('of dossiers on one matter that a hand-over names, which no build writes, the first counts', () => {
  const { town, district, west } = threeOffices()
  const id = district.newId()
  const returned = { date: '2024-01-12', remarks: [{ text: 'Thiếu giấy chứng nhận' }] }
  const open = ['2024-01-08', '2024-01-10'].map((date) => ({ entry: district.newId(), date, returned }))
  const unit = { id: west, name: 'Chi bộ khu phố Tây', type: 'branch' as const }
  const nothing = { helpers: [], papers: [], branchVotes: [], committeeVotes: [], lifts: [] }
  const snapshot = {
    version: 1 as const,
    case: id,
    profile: { name: 'Lê Thị Lan' },
    unit,
    ...nothing,
    ruleSet: 'RS-2021',
  }
  district.record([
    {
      kind: 'case.handedOver',
      subject: { type: 'case', id },
      payload: { from: COMMUNE, to: TOWN, unit: west, on: move.on, reason: 'transfer', snapshot, open },
      to: TOWN,
    },
  ])
  exchange(town, district)
  expect(town.case(id).submissions.map(({ date }) => date)).toEqual(['2024-01-08'])
  expect(replays(town)).toBe(true)
})

test('a return recorded from paper goes to the successor of an office whose superior has no program', () => {
  const [commune, town] = [openDesk({ office: COMMUNE }), openDesk({ office: TOWN, seed: 'town' })]
  pairWith(commune, TOWN, 'successor')
  pairWith(town, COMMUNE, 'predecessor')
  const id = register(commune, profile)
  submit(commune, id)
  const back = { case: id, onPaper: true, date: '2024-01-15' }
  commune.do('dossier.receive', { ...back, number: '7' })
  commune.do('dossier.return', { ...back, remarks: [{ text: 'Thiếu giấy chứng nhận' }] })
  commune.do(succeedOffice, { on: move.on, reason: 'Nghị quyết số 12', to: TOWN })
  deliver(
    town,
    COMMUNE,
    [...linesOf(commune)].map(([channel, lines]) => ({ channel, lines })),
  )
  expect(stageOf(town.case(id))).toBe('returned')
  expect(town.case(id).submissions).toMatchObject([
    { received: { number: '7', onPaper: true }, returned: { remarks: [{ text: 'Thiếu giấy chứng nhận' }] } },
  ])
  submit(town, id)
  expect(stageOf(town.case(id))).toBe('submitted')
  for (const desk of [commune, town]) expect(replays(desk)).toBe(true)
})

test('the card of a member whose admission is to be cancelled goes along', () => {
  const offices = threeOffices()
  const { commune, town, district, west } = offices
  const { case: id = '' } = valueOf(
    commune.do('case.takeOver', {
      profile: { name: 'Trần Thị Lan', birth: '1990-01-02' },
      unit: UNIT,
      acts: {
        decision: { outcome: 'admit', number: '12-QĐ/HU', date: '2021-12-10', body },
        ceremony: { date: '2022-01-03' },
        recognition: { decision: { outcome: 'recognise', number: '3-QĐ/HU', date: '2023-01-10', body } },
        card: { number: '12.345678', date: '2023-02-03' },
      },
    }),
  )
  const cancelled = { matter: 'cancellation', date: '2024-01-08' }
  commune.do('dossier.recordBranchVote', { case: id, ...BRANCH_ALL_FOR, ...cancelled })
  transfer(offices, id, commune, west)
  for (const desk of [town, district]) {
    expect(stageOf(desk.case(id))).toBe('cancellationProposed')
    expect(desk.case(id)).toMatchObject({
      card: { number: '12.345678', origin: 'takenOver' },
      recognition: { decision: { number: '3-QĐ/HU', origin: 'takenOver' } },
    })
  }
  for (const desk of [commune, town, district]) expect(replays(desk)).toBe(true)
})
