/**
 * The CV and its verification, recorded through the commands: what is refused because it cannot be, and what is kept.
 */
import { expect, test } from 'vitest'
import {
  openDesk,
  COMMUNE,
  idOf,
  register,
  submit,
  valueOf,
  communeAndDistrict,
  UNIT,
  type Desk,
} from '../../../support/journal-kit.ts'
import { exchange } from '../../../support/journal-parcels.ts'

const FATHER = idOf(0xf1)
const BROTHER = idOf(0xf2)
const resume = {
  date: '2023-09-05',
  relatives: [
    { id: FATHER, relation: 'father', name: 'Nguyễn Văn Nam', living: true, partyMember: false },
    { id: BROTHER, relation: 'sibling', name: 'Nguyễn Văn Bắc', living: true, partyMember: true },
  ],
  periods: [{ from: '1991', to: '2003', what: 'Còn nhỏ, đi học' }],
}
const request = {
  relatives: ['self', FATHER],
  to: 'Đảng ủy xã Ba Sao',
  method: 'letter',
  abroad: false,
  date: '2023-09-10',
}

function refused(desk: Desk, name: string, input: object) {
  const answer = desk.call(name, input)
  if (answer.ok) throw new Error(`${name} was recorded`)
  return answer.error
}

function desk(): { readonly desk: Desk; readonly id: string } {
  const commune = openDesk({ office: COMMUNE })
  return { desk: commune, id: register(commune, { name: 'Nguyễn Thị Hòa', birth: '1985-06-15' }) }
}

test('a CV is kept as declared, with what stays as written by hand', () => {
  const { desk: commune, id } = desk()
  commune.do('resume.record', { case: id, ...resume, byHand: ['journeys'] })
  expect(commune.case(id).resume).toMatchObject({ ...resume, byHand: ['journeys'] })
})

test('a CV from before birth, after today, with a time that ends before it begins or one relative twice is refused', () => {
  const { desk: commune, id } = desk()
  const record = (change: object) => refused(commune, 'resume.record', { case: id, ...resume, ...change })
  expect(record({ date: '2024-02-01' })).toMatchObject({ data: { what: 'dateAfterToday' } })
  expect(record({ date: '1980-01-01' })).toMatchObject({ data: { what: 'dateBeforeBirth' } })
  expect(record({ periods: [{ from: '2010-09', to: '2009', what: 'Học' }] })).toMatchObject({
    data: { what: 'endsBeforeStart', data: { from: '2010-09', to: '2009' } },
  })
  expect(record({ relatives: [resume.relatives[0], resume.relatives[0]] })).toEqual({
    code: 'INVALID_INPUT',
    data: { problems: [{ path: 'relatives', problem: 'twice' }] },
  })
})

test('a time that begins and ends in one year is no mistake', () => {
  const { desk: commune, id } = desk()
  commune.do('resume.record', { case: id, ...resume, periods: [{ from: '2010-09', to: '2010', what: 'Học' }] })
  expect(commune.case(id).resume?.periods).toHaveLength(1)
})

test('once a dossier was sent, a change of the CV needs a reason', () => {
  const { desk: commune, id } = desk()
  submit(commune, id)
  expect(refused(commune, 'resume.record', { case: id, ...resume })).toEqual({ code: 'REASON_NEEDED', data: {} })
  commune.do('resume.record', { case: id, ...resume, reason: 'Ghi thiếu em ruột' })
  expect(commune.case(id).resume?.relatives).toHaveLength(2)
})

test('a verification is asked of those the CV names, received and answered; an unclear answer may be followed', () => {
  const { desk: commune, id } = desk()
  expect(refused(commune, 'verification.request', { case: id, ...request })).toEqual({
    code: 'NOT_FOUND',
    data: { what: 'relative', id: FATHER },
  })
  commune.do('resume.record', { case: id, ...resume })
  const asked = valueOf(commune.do('verification.request', { case: id, ...request, letter: { number: '11-CV/ĐU' } }))
  const about = { case: id, request: asked['request'] }
  expect(refused(commune, 'verification.receive', { ...about, date: '2023-09-09' })).toMatchObject({
    data: { what: 'requestReceivedBeforeSent' },
  })
  commune.do('verification.receive', { ...about, date: '2023-09-12' })
  expect(refused(commune, 'verification.receive', { ...about, date: '2023-09-13' })).toEqual({
    code: 'ALREADY_RECORDED',
    data: { what: 'verification.received', date: '2023-09-12' },
  })
  expect(refused(commune, 'verification.answer', { ...about, date: '2023-09-01', result: 'clear' })).toMatchObject({
    data: { what: 'answeredBeforeAsked' },
  })
  commune.do('verification.answer', { ...about, date: '2023-10-01', result: 'unclear', note: 'Chưa rõ thời gian 1975' })
  commune.do('verification.answer', { ...about, date: '2023-10-20', number: '05-CV/ĐU', result: 'clear' })
  expect(refused(commune, 'verification.answer', { ...about, date: '2023-10-21', result: 'clear' })).toMatchObject({
    code: 'ALREADY_RECORDED',
  })
  expect(commune.case(id).verifications).toMatchObject([
    { received: '2023-09-12', answer: { date: '2023-10-20', number: '05-CV/ĐU', result: 'clear' } },
  ])
  expect(
    refused(commune, 'verification.answer', { case: id, request: idOf(9), date: '2023-10-01', result: 'clear' }),
  ).toEqual({ code: 'NOT_FOUND', data: { what: 'verification', id: idOf(9) } })
})

test('a request that a take-over brought is answered by its place, and goes up answered', () => {
  const { commune, district } = communeAndDistrict()
  const asked = (to: string) => ({ ...request, to })
  const { case: id = '' } = valueOf(
    commune.do('case.takeOver', {
      profile: { name: 'Nguyễn Thị Hòa', birth: '1985-06-15' },
      unit: UNIT,
      acts: { resume, verifications: [asked('Đảng ủy xã Ba Sao'), asked('Đảng ủy xã Thanh Sơn')] },
    }),
  )
  const entry = commune.case(id).verifications[0]?.entry ?? ''
  const about = { case: id, request: entry, place: 2 }
  const missing = { code: 'NOT_FOUND', data: { what: 'verification', id: entry } }
  expect(refused(commune, 'verification.answer', { ...about, place: 3, date: '2023-10-01', result: 'clear' })).toEqual(
    missing,
  )
  expect(
    refused(commune, 'verification.answer', { case: id, request: entry, date: '2023-10-01', result: 'clear' }),
  ).toEqual(missing)
  commune.do('verification.receive', { ...about, date: '2023-09-12' })
  commune.do('verification.answer', { ...about, date: '2023-10-01', result: 'clear' })
  expect(refused(commune, 'verification.answer', { ...about, date: '2023-10-02', result: 'clear' })).toMatchObject({
    code: 'ALREADY_RECORDED',
  })
  const kept = [
    { to: 'Đảng ủy xã Ba Sao', received: null, answer: null },
    { to: 'Đảng ủy xã Thanh Sơn', received: '2023-09-12', answer: { date: '2023-10-01', result: 'clear' } },
  ]
  expect(commune.case(id).verifications).toMatchObject(kept)
  submit(commune, id)
  exchange(commune, district)
  expect(district.case(id).verifications).toMatchObject(kept)
})

test('a relative is spared once, by a relative that the CV names; that the other is no member is not refused', () => {
  const { desk: commune, id } = desk()
  commune.do('resume.record', { case: id, ...resume })
  const waive = { case: id, relative: FATHER, member: BROTHER, date: '2023-09-10' }
  expect(refused(commune, 'verification.waive', { ...waive, member: idOf(9) })).toMatchObject({ code: 'NOT_FOUND' })
  commune.do('verification.waive', waive)
  expect(refused(commune, 'verification.waive', waive)).toMatchObject({ code: 'ALREADY_RECORDED' })
  commune.do('verification.waive', { ...waive, relative: BROTHER, member: FATHER })
  expect(commune.case(id).waivers).toHaveLength(2)
})

test('the dossier carries the CV and its verification up, and names no private entry', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  commune.do('resume.record', { case: id, ...resume })
  commune.do('resume.seal', { case: id, date: '2023-09-06', person: 'Trần Văn Bình' })
  const asked = valueOf(commune.do('verification.request', { case: id, ...request }))['request'] ?? ''
  commune.do('verification.answer', { case: id, request: asked, date: '2023-10-20', result: 'clear' })
  commune.do('verification.waive', { case: id, relative: FATHER, member: BROTHER, date: '2023-09-10' })
  commune.do('opinion.record', {
    case: id,
    organisation: 'residence',
    name: 'Chi bộ thôn Đồng Sơn',
    date: '2023-12-01',
    summary: 'Gương mẫu nơi cư trú',
  })
  commune.do('helper.note', {
    case: id,
    date: '2023-12-01',
    text: 'Riêng của chi bộ',
    standing: 'good',
    helper: 'Trần Văn Bình',
  })
  submit(commune, id)
  exchange(commune, district)
  const seen = district.case(id)
  expect(seen).toMatchObject({
    known: 'snapshot',
    resume,
    seals: [{ date: '2023-09-06' }],
    verifications: [{ to: request.to, answer: { result: 'clear' }, received: null }],
    waivers: [{ relative: FATHER, member: BROTHER }],
    opinions: [{ organisation: 'residence' }],
    notes: [],
  })
  expect(JSON.stringify(seen.submissions)).not.toContain(asked)
  expect(JSON.stringify(seen)).not.toContain('Riêng của chi bộ')
})
