import { expect, test } from 'vitest'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import type { ConsentList, DuplicateList } from '../../../shared/contract/meetings.ts'
import type { OfficeFindings } from '../../../shared/contract/watch.ts'
import { addBranch, carry, caseAt, communeAndDistrict, HOA, register, submittedDossier } from '../../support/journey.ts'
import { foundOffice, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const OLD = { ...HOA, name: 'Phạm Văn Lão', birth: '1960-05-04', sex: 'male', identityNumber: '035060001234' } as const

async function codesAt(office: TestOffice, id: string): Promise<readonly string[]> {
  return (await caseAt(office, id)).assessment.findings.filter(({ lifted }) => !lifted).map(({ code }) => code)
}

test('a consent of the level above is found missing, asked for, recorded, and counts as the paper in both offices', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const id = await submittedDossier(commune, unit, OLD)
  district.at('2024-02-01')
  await carry(root, commune, district)
  expect(await codesAt(district, id)).toContain('C1-over')
  const list = () => district.do<ConsentList>('consent.list')
  expect(await list()).toMatchObject({
    body: 'Ban Thường vụ Tỉnh ủy',
    needed: [{ case: id, kind: 'overAge', entry: null }],
    waiting: [],
    answered: [],
  })
  const ask = {
    case: id,
    kind: 'overAge',
    date: '2024-02-01',
    to: 'Ban Thường vụ Tỉnh ủy',
    letter: { number: '15-CV/HU' },
  }
  await district.do('consent.request', ask)
  expect(await district.refused('consent.request', ask)).toMatchObject({ code: 'ALREADY_RECORDED' })
  expect(await list()).toMatchObject({ needed: [], waiting: [{ askedOn: '2024-02-01', askedNumber: '15-CV/HU' }] })
  const answer = { case: id, kind: 'overAge', number: '88-CV/TU', issuer: 'Ban Thường vụ Tỉnh ủy', granted: true }
  expect(await district.refused('consent.record', { ...answer, date: '2024-01-31' })).toMatchObject({
    data: { what: 'consentBeforeAsked' },
  })
  district.at('2024-02-20')
  await district.do('consent.record', { ...answer, date: '2024-02-15' })
  expect(await list()).toMatchObject({ needed: [], waiting: [], answered: [{ number: '88-CV/TU', granted: true }] })
  expect(await codesAt(district, id)).not.toContain('C1-over')

  await carry(root, district, commune)
  expect(await codesAt(commune, id)).not.toContain('C1-over')
  const papers = (await caseAt(commune, id)).state.papers.filter(({ paper }) => paper === 'DY-TUOI')
  expect(papers).toMatchObject([{ number: '88-CV/TU', date: '2024-02-15', issuer: 'Ban Thường vụ Tỉnh ủy' }])
  for (const office of [commune, district])
    expect((await office.do<JournalHealth>('journal.health', { deep: true })).tables).toBe('equal')
})

test('a consent that was refused leaves the finding, and one on something else says what it is about', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), OLD)
  await carry(root, commune, district)
  district.at('2024-02-20')
  const answer = { case: id, date: '2024-02-15', number: '88-CV/TU', issuer: 'Ban Thường vụ Tỉnh ủy' }
  await district.do('consent.record', { ...answer, kind: 'overAge', granted: false })
  expect(await codesAt(district, id)).toContain('C1-over')
  expect(await district.refused('consent.record', { ...answer, kind: 'other', granted: true })).toEqual({
    code: 'INVALID_INPUT',
    data: { problems: [{ path: 'about', problem: 'required' }] },
  })
  // The commune keeps the case: it has no consent of its own to record but on paper.
  expect(await commune.refused('consent.record', { ...answer, kind: 'overAge', granted: true })).toMatchObject({
    code: 'NOT_DECIDER',
  })
})

test('people who may be one are judged once; a third of that name opens the question again for itself', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'xa', name: 'Đảng ủy xã', capacities: ['proposes', 'decides'] })
  const profile = { name: 'Nguyễn Thị Hòa', birth: '1985-06-15' }
  const [first, second] = [
    await register(office, await addBranch(office, 'Chi bộ thôn 1'), profile),
    await register(office, await addBranch(office, 'Chi bộ thôn 2'), { ...profile, name: 'Nguyễn Thị Hoà' }),
  ]
  const list = () => office.do<DuplicateList>('duplicates.list')
  const found = async () =>
    (await office.do<OfficeFindings>('office.findings')).findings.filter(({ code }) => code === 'C39')
  expect((await list()).open).toMatchObject([{ by: 'name', people: [{}, {}] }])
  expect(await found()).toHaveLength(1)
  const { entries } = await office.do<{ entries: readonly string[] }>('duplicates.judge', {
    cases: [first, second],
    judgement: 'apart',
    note: 'Đã đối chiếu căn cước',
  })
  expect(entries).toHaveLength(2)
  expect(await list()).toMatchObject({
    open: [],
    judged: [{ judgement: 'apart', note: 'Đã đối chiếu căn cước', by: 'Trần Thị Hồng Nhung' }],
  })
  expect(await found()).toHaveLength(0)
  const third = await register(office, await addBranch(office, 'Chi bộ thôn 3'), profile)
  expect((await list()).open.map(({ people }) => people.map((person) => person.case).toSorted())).toEqual([
    [first, second, third].toSorted(),
  ])
  await office.do('duplicates.judge', { cases: [first, third], judgement: 'same' })
  await office.do('duplicates.judge', { cases: [second, third], judgement: 'apart' })
  expect((await list()).open).toEqual([])
  expect((await caseAt(office, third)).review.judged).toMatchObject([
    { other: first, judgement: 'same' },
    { other: second, judgement: 'apart' },
  ])
  // Taken back, the question is open again.
  await office.do('entry.retractMany', { entries })
  expect((await list()).open).toHaveLength(1)
  expect((await office.do<JournalHealth>('journal.health', { deep: true })).tables).toBe('equal')
  expect(await office.refused('duplicates.judge', { cases: [first, first], judgement: 'same' })).toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('a dossier is given only to somebody who may review, and an answer is undone without a word before it is sent', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune))
  await carry(root, commune, district)
  const { user } = await district.do<{ user: string }>('user.add', {
    login: 'xem',
    name: 'Đỗ Thị Xem',
    post: 'Chuyên viên',
    roles: ['viewer'],
    passphrase: 'mật khẩu của người xem',
  })
  expect(await district.refused('dossier.assign', { cases: [id], reviewer: user })).toEqual({
    code: 'REVIEWER_UNFIT',
    data: { name: 'Đỗ Thị Xem' },
  })
  expect(await commune.refused('dossier.assign', { cases: [id] })).toMatchObject({ code: 'FORBIDDEN_CAPACITY' })
  district.at('2024-02-01')
  const { entries } = await district.do<{ entries: readonly string[] }>('dossier.receive', {
    case: id,
    date: '2024-02-01',
  })
  await district.do('entry.retractMany', { entries })
  expect((await caseAt(district, id)).stage).toBe('submitted')
})
