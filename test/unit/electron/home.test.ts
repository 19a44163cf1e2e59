/** What waits, for the home page of both sides and for the queue of the deciding office. */
import { expect, test } from 'vitest'
import type { HomeView, ReviewList } from '../../../shared/contract/answers.ts'
import {
  addBranch,
  BODY,
  branchVotes,
  buildDossier,
  carry,
  committeeVotes,
  communeAndDistrict,
  decide,
  HOA,
  receiptAndCeremony,
  register,
  submit,
  submittedDossier,
} from '../../support/journey.ts'
import { foundOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a case is on both home pages with its working days left, until the ceremony is held', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const home = (office: typeof commune) => office.do<HomeView>('home.get')
  expect(await home(commune)).toMatchObject({ units: 0, people: 0, cases: [], proposes: true, decides: false })
  const id = await submittedDossier(commune, await addBranch(commune))
  const before = await home(commune)
  // Branch resolution on 15/01/2024; sixty working days with Tết and the holidays of April end on 15/04/2024.
  expect(before.cases).toMatchObject([
    {
      case: id,
      stage: 'submitted',
      own: true,
      decidesHere: false,
      submissions: 1,
      limits: [{ id: 'decision', due: '2024-04-15', left: 52, provisional: false }],
    },
  ])
  expect(before.peers).toMatchObject([{ exported: 0, acknowledged: 0, owesAnswer: false }])

  district.at('2024-01-29')
  await carry(root, commune, district)
  expect((await home(district)).peers).toMatchObject([{ recorded: 0, owesAnswer: true }])
  expect((await home(district)).cases).toMatchObject([{ case: id, own: false, decidesHere: true, keeper: commune.id }])
  await district.do('dossier.return', {
    case: id,
    date: '2024-01-29',
    remarks: [{ text: 'Đánh số trang' }, { paper: '3-KND', text: 'Ghi ngày' }],
    answerBy: '2024-02-20',
  })
  await carry(root, district, commune)
  commune.at('2024-02-06')
  expect((await home(commune)).cases).toMatchObject([
    {
      returned: { date: '2024-01-29', remarks: 2, first: 'Đánh số trang', answerBy: '2024-02-20' },
      limits: [{ id: 'answerReturn', due: '2024-02-20' }, { id: 'decision' }],
    },
  ])
  await submit(commune, id, '2024-02-06')
  await carry(root, commune, district)
  await decide(district, id)
  expect(await home(district)).toMatchObject({ year: { admitted: 1, submitted: 1, ceremonies: 0 } })
  await carry(root, district, commune)
  expect((await home(commune)).cases).toMatchObject([
    { next: 'recordReceipt', decision: { outcome: 'admit', number: '345-QĐ/HU', date: '2024-02-26' } },
  ])
  await receiptAndCeremony(commune, id)
  expect(await home(commune)).toMatchObject({ cases: [], year: { ceremonies: 1 } })
})

test('a refusal waits at the commune until its receipt is recorded, and nowhere else', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune))
  await carry(root, commune, district)
  await decide(district, id, '12-TB/HU', { outcome: 'refuse', reason: 'Chưa đủ điều kiện' })
  await carry(root, district, commune)
  expect((await district.do<HomeView>('home.get')).cases).toEqual([])
  expect((await commune.do<HomeView>('home.get')).cases).toMatchObject([{ stage: 'refused', next: 'recordReceipt' }])
  commune.at('2024-02-28')
  await commune.do('decision.recordReceipt', { case: id, date: '2024-02-28' })
  expect((await commune.do<HomeView>('home.get')).cases).toEqual([])
})

test('the queue holds what was sent and what an office that also decides may decide itself', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune))
  expect(await commune.do<ReviewList>('review.list')).toMatchObject({ rows: [], lastNumber: null })
  await carry(root, commune, district)
  expect((await district.do<ReviewList>('review.list')).rows).toMatchObject([{ case: id, stage: 'submitted' }])
  await decide(district, id)
  expect(await district.do<ReviewList>('review.list')).toMatchObject({ rows: [], lastNumber: '345-QĐ/HU' })

  const both = await foundOffice({ root, code: 'xa', name: 'Đảng ủy xã', capacities: ['proposes', 'decides'] })
  const own = await register(both, await addBranch(both), HOA)
  await buildDossier(both, own)
  await branchVotes(both, own)
  expect((await both.do<ReviewList>('review.list')).rows).toEqual([])
  await committeeVotes(both, own)
  expect((await both.do<ReviewList>('review.list')).rows).toMatchObject([{ case: own, own: true, next: 'decision' }])
  both.at('2024-02-26')
  await both.do('decision.record', {
    case: own,
    outcome: 'admit',
    number: '1-QĐ/ĐU',
    date: '2024-02-26',
    body: BODY,
  })
  expect(await both.do<ReviewList>('review.list')).toMatchObject({ rows: [], lastNumber: '1-QĐ/ĐU' })
})
