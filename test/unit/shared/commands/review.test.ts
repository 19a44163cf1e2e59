/**
 * What the deciding office does between receipt and decision, and after a refusal, through the commands of both offices.
 */
import { expect, test } from 'vitest'
import { communeAndDistrict, decide, register, submit, type Desk } from '../../../support/journal-kit.ts'
import { exchange } from '../../../support/journal-parcels.ts'

function refused(desk: Desk, name: string, input: object) {
  const answer = desk.call(name, input)
  if (answer.ok) throw new Error(`${name} was recorded`)
  return answer.error
}

function sent(): { readonly commune: Desk; readonly district: Desk; readonly id: string } {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  exchange(commune, district)
  return { commune, district, id }
}

test('a dossier is held with a reason, then agreed; the keeper sees both', () => {
  const { commune, district, id } = sent()
  const review = { case: id, date: '2024-01-15', outcome: 'hold' }
  expect(refused(district, 'dossier.review', review)).toEqual({
    code: 'INVALID_INPUT',
    data: { problems: [{ path: 'note', problem: 'required' }] },
  })
  expect(refused(district, 'dossier.review', { ...review, outcome: 'agree', date: '2024-01-10' })).toMatchObject({
    data: { what: 'reviewedBeforeSent' },
  })
  district.do('dossier.review', { ...review, note: 'Thẩm tra thêm bên ngoại' })
  district.do('dossier.review', { ...review, outcome: 'agree' })
  expect(refused(commune, 'dossier.review', { ...review, outcome: 'agree' })).toMatchObject({ code: 'NOT_DECIDER' })
  exchange(district, commune)
  expect(
    commune
      .case(id)
      .submissions.at(-1)
      ?.reviews.map(({ outcome }) => outcome),
  ).toEqual(['hold', 'agree'])
})

test('a dossier that was returned is not reviewed', () => {
  const { district, id } = sent()
  district.do('dossier.return', { case: id, date: '2024-01-15', remarks: [{ text: 'Bổ sung' }] })
  expect(refused(district, 'dossier.review', { case: id, date: '2024-01-15', outcome: 'agree' })).toMatchObject({
    code: 'ALREADY_ANSWERED',
  })
})

test('a limit is lengthened once', () => {
  const { commune, district, id } = sent()
  const extension = { case: id, limit: 'decision', reason: 'Chờ kết quả thẩm tra', date: '2024-01-15' }
  expect(refused(commune, 'limit.extend', extension)).toMatchObject({ code: 'NOT_DECIDER' })
  district.do('limit.extend', extension)
  expect(refused(district, 'limit.extend', extension)).toMatchObject({ code: 'ALREADY_RECORDED' })
  exchange(district, commune)
  expect(commune.case(id).extensions).toMatchObject([{ limit: 'decision', reason: 'Chờ kết quả thẩm tra' }])
})

test('a refusal is made known once, and only a refusal', () => {
  const { commune, district, id } = sent()
  const notice = { case: id, date: '2024-01-15', number: '07-TB/HU' }
  expect(refused(district, 'refusal.notify', notice)).toMatchObject({ code: 'NO_DECISION' })
  decide(district, id, { outcome: 'refuse', reason: 'Chưa đủ điều kiện' })
  expect(refused(district, 'refusal.notify', { ...notice, date: '2024-01-14' })).toMatchObject({
    data: { what: 'noticeBeforeDecision' },
  })
  district.do('refusal.notify', notice)
  expect(refused(district, 'refusal.notify', notice)).toMatchObject({ code: 'ALREADY_RECORDED' })
  exchange(district, commune)
  expect(commune.case(id).refusalNotices).toMatchObject([{ number: '07-TB/HU', date: '2024-01-15' }])
})

test('an admission is no refusal to be made known', () => {
  const { district, id } = sent()
  decide(district, id)
  expect(refused(district, 'refusal.notify', { case: id, date: '2024-01-15' })).toMatchObject({ code: 'NOT_REFUSED' })
})

test('the keeper records an answer that came on paper', () => {
  const { commune, id } = sent()
  commune.do('dossier.review', { case: id, date: '2024-01-15', outcome: 'agree', onPaper: true })
  expect(commune.case(id).submissions.at(-1)?.reviews).toMatchObject([{ outcome: 'agree', onPaper: true }])
})
