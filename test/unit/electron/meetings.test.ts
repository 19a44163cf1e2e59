import { expect, test } from 'vitest'
import type { CaseView, JournalHealth, ReviewList } from '../../../shared/contract/answers.ts'
import type { MeetingRow, MeetingView, Register, ReturnList, ReviewTask } from '../../../shared/contract/meetings.ts'
import {
  addBranch,
  BODY,
  branchVotes,
  buildDossier,
  carry,
  caseAt,
  committeeVotes,
  communeAndDistrict,
  HOA,
  register,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { foundOffice, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const ANH = { name: 'Lê Thị Ánh', birth: '1991-03-02', sex: 'female', education: 'upperSecondary' } as const
const DUC = { name: 'Trần Văn Đức', birth: '1990-02-01', sex: 'male', education: 'upperSecondary' } as const
const DAY = '2024-02-26'

type Called = { readonly meeting: string }

function call(office: TestOffice, cases: readonly string[], more: object = {}): Promise<Called> {
  return office.do<Called>('meeting.call', {
    date: DAY,
    body: BODY,
    members: 11,
    cases: cases.map((id) => ({ case: id, matter: 'admission' })),
    ...more,
  })
}

function votes(id: string, agree: number, more: object = {}): object {
  return { case: id, present: 11, agree, disagree: 11 - agree, blank: 0, outcome: 'agreed', ...more }
}

function view(office: TestOffice, meeting: string): Promise<MeetingView> {
  return office.do<MeetingView>('meeting.get', { meeting })
}

/** Whether a replay of the journal gives the tables as they are. */
async function expectReplayed(...offices: readonly TestOffice[]): Promise<void> {
  for (const office of offices)
    expect((await office.do<JournalHealth>('journal.health', { deep: true })).tables, office.name).toBe('equal')
}

async function queueOf(office: TestOffice): Promise<ReviewList['rows']> {
  return (await office.do<ReviewList>('review.list')).rows
}

test('a district assigns, checks, reviews, votes and decides in one meeting; the commune gets decisions and nothing else', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const [hoa, anh, duc] = [
    await submittedDossier(commune, unit),
    await submittedDossier(commune, unit, ANH),
    await submittedDossier(commune, unit, DUC),
  ]
  await carry(root, commune, district)
  district.at('2024-02-01')
  const { user } = await district.do<{ user: { id: string } }>('office.get')
  await district.do('dossier.assign', { cases: [hoa, anh], reviewer: user.id })
  expect((await queueOf(district)).filter(({ reviewer }) => reviewer === user.id)).toHaveLength(2)
  await district.do('dossier.check', {
    case: hoa,
    items: [
      { paper: '1-KND', ok: true },
      { line: 'Đã gặp bí thư chi bộ', ok: false, note: 'Chưa gặp được' },
    ],
  })
  await district.do('dossier.check', { case: hoa, items: [{ line: 'Đã gặp bí thư chi bộ', ok: true }] })
  expect((await caseAt(district, hoa)).review.checked).toMatchObject([
    { paper: '1-KND', ok: true, by: 'Trần Thị Hồng Nhung' },
    { line: 'Đã gặp bí thư chi bộ', ok: true },
  ])
  for (const id of [hoa, anh]) {
    await district.do('dossier.receive', { case: id, date: '2024-02-01' })
    await district.do('dossier.review', { case: id, date: '2024-02-01', outcome: 'agree' })
  }

  const { meeting } = await call(district, [hoa, anh])
  expect(
    await district.refused('meeting.call', { date: DAY, body: BODY, members: 11, cases: [admission(anh)] }),
  ).toEqual({
    code: 'IN_OTHER_MEETING',
    data: { name: ANH.name, date: DAY },
  })
  const queue = new Map((await queueOf(district)).map((row) => [row.case, row]))
  for (const id of [hoa, anh])
    expect(queue.get(id)).toMatchObject({ review: 'agree', meeting: { id: meeting, date: DAY } })
  expect(queue.get(duc)).toMatchObject({ review: null, meeting: null })

  // Nobody votes before the day, nor more than were there, nor on what was not put to the meeting.
  expect(await district.refused('meeting.vote', { meeting, votes: [votes(hoa, 11)] })).toMatchObject({
    code: 'IMPOSSIBLE',
    data: { what: 'dateAfterToday' },
  })
  district.at(DAY)
  expect(await district.refused('meeting.vote', { meeting, votes: [votes(hoa, 11, { present: 12 })] })).toMatchObject({
    code: 'ROW_REFUSED',
    data: { name: HOA.name, reason: { code: 'IMPOSSIBLE', data: { what: 'presentOverRoll' } } },
  })
  expect(await district.refused('meeting.vote', { meeting, votes: [votes(duc, 11)] })).toMatchObject({
    data: { reason: { code: 'NOT_IN_MEETING' } },
  })
  const decisions = [hoa, anh].map((id, place) => ({ case: id, number: `${345 + place}-QĐ/HU`, date: DAY }))
  expect(await district.refused('meeting.decide', { meeting, decisions })).toMatchObject({
    code: 'ROW_REFUSED',
    data: { row: 1, name: HOA.name, reason: { code: 'NOT_VOTED', data: { why: 'none' } } },
  })
  await district.do('meeting.hold', { meeting, date: DAY, present: 11 })
  await district.do('meeting.vote', {
    meeting,
    votes: [votes(hoa, 11), votes(anh, 4, { outcome: 'declined', remarks: 'Quá trình công tác chưa rõ' })],
  })
  expect(await district.do('review.tasks')).toMatchObject({
    tasks: [
      { task: 'unassigned', count: 1 },
      { task: 'toDecide', count: 2 },
    ],
  })

  // One number for two people is refused, also within the one act.
  const same = decisions.map((decision) => ({ ...decision, number: '345-QĐ/HU' }))
  expect(await district.refused('meeting.decide', { meeting, decisions: same })).toMatchObject({
    data: { row: 2, reason: { code: 'NUMBER_TAKEN', data: { name: HOA.name } } },
  })
  expect(await stageAt(district, hoa)).toBe('received')
  await district.do('meeting.decide', { meeting, signer: 'Lê Quang Vinh', decisions })
  expect((await view(district, meeting)).rows).toMatchObject([
    {
      name: HOA.name,
      vote: { agree: 11, needed: 6, passed: true },
      decision: { outcome: 'admit', carried: 'recorded' },
    },
    { name: ANH.name, vote: { agree: 4, passed: false }, decision: { outcome: 'refuse', carried: 'recorded' } },
  ])
  expect(await district.refused('meeting.vote', { meeting, votes: [votes(hoa, 10)] })).toMatchObject({
    data: { reason: { code: 'ALREADY_DECIDED' } },
  })
  const entry = (await view(district, meeting)).rows[0]?.vote?.entry
  expect(await district.refused('entry.retract', { entry, reason: 'Ghi nhầm' })).toMatchObject({
    code: 'NOT_RETRACTABLE',
    data: { why: 'decided' },
  })
  expect(await district.refused('meeting.cancel', { meeting, reason: 'Hoãn' })).toMatchObject({ code: 'MEETING_VOTED' })
  const { state } = await caseAt(district, hoa)
  expect(state.decision).toMatchObject({ body: BODY, members: 11, agree: 11, signer: 'Lê Quang Vinh' })

  await carry(root, district, commune)
  expect([await stageAt(commune, hoa), await stageAt(commune, anh), await stageAt(commune, duc)]).toEqual([
    'admitted',
    'refused',
    'submitted',
  ])
  expect((await caseAt(commune, anh)).state.decision).toMatchObject({ reason: 'Quá trình công tác chưa rõ' })
  const kinds = new Set((await caseAt(commune, hoa)).timeline.map(({ kind }) => kind))
  for (const own of ['dossier.assigned', 'dossier.checked', 'meeting.voted']) expect(kinds).not.toContain(own)
  expect(await commune.do('meeting.list')).toEqual({ meetings: [] })

  // How far each decision has come back is told by what the commune acknowledges, then by what it records.
  const carried = async () =>
    (await district.do<Register>('decision.register')).rows.map(({ name, carried: how }) => [name, how])
  expect(await carried()).toEqual([
    [ANH.name, 'exported'],
    [HOA.name, 'exported'],
  ])
  commune.at('2024-02-28')
  await commune.do('decision.recordReceipt', { case: hoa, date: '2024-02-28' })
  await carry(root, commune, district)
  expect(await carried()).toEqual([
    [ANH.name, 'acknowledged'],
    [HOA.name, 'received'],
  ])
  await expectReplayed(commune, district)
})

test('one office that proposes and decides reviews, returns and decides on its own branches without sending anything', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'xa', name: 'Đảng ủy xã', capacities: ['proposes', 'decides'] })
  const unit = await addBranch(office)
  const [hoa, duc] = [await prepared(office, unit, HOA), await prepared(office, unit, DUC)]
  office.at('2024-02-01')
  await office.do('dossier.review', { case: hoa, date: '2024-02-01', outcome: 'agree' })
  const queue = new Map((await queueOf(office)).map((row) => [row.case, row]))
  expect(queue.get(duc)).toMatchObject({ review: null, submissions: 0 })
  // What lies in the same office is taken in by being looked at.
  expect(queue.get(hoa)).toMatchObject({ review: 'agree', submissions: 1, receivedOn: '2024-02-01' })
  await office.do('dossier.return', {
    case: duc,
    date: '2024-02-01',
    remarks: [{ paper: '2-KND', text: 'Chưa ký từng trang' }, { text: 'Thiếu ảnh' }],
    answerBy: '2024-02-10',
  })
  expect(await stageAt(office, duc)).toBe('returned')
  await office.do('paper.record', { case: duc, paper: '2-KND', date: '2023-09-05', note: 'Đã ký lại' })
  expect(await office.do<ReturnList>('returns.list')).toMatchObject({
    rows: [
      {
        name: DUC.name,
        own: true,
        answerBy: '2024-02-10',
        resentOn: null,
        remarks: [
          { paper: '2-KND', mended: true },
          { paper: null, mended: false },
        ],
      },
    ],
  })
  office.at('2024-02-08')
  await office.do('dossier.submit', { case: duc, date: '2024-02-08' })
  office.at(DAY)
  const { meeting } = await call(office, [hoa, duc])
  await office.do('meeting.vote', {
    meeting,
    votes: [votes(hoa, 9), votes(duc, 0, { agree: 0, disagree: 0, outcome: 'postponed' })],
  })
  expect(
    await office.refused('meeting.decide', { meeting, decisions: [{ case: duc, number: '2-QĐ/ĐU', date: DAY }] }),
  ).toMatchObject({ data: { reason: { code: 'NOT_VOTED', data: { why: 'postponed' } } } })
  await office.do('meeting.decide', { meeting, decisions: [{ case: hoa, number: '1-QĐ/ĐU', date: DAY }] })
  expect([await stageAt(office, hoa), await stageAt(office, duc)]).toEqual(['admitted', 'submitted'])
  expect((await view(office, meeting)).rows).toMatchObject([{ decision: { carried: 'here' } }, { decision: null }])
  // What was put off can be put to the next meeting once it has left this one; what was voted on stays.
  const without = { meeting, date: DAY, body: BODY, members: 11 }
  expect(await office.refused('meeting.change', { ...without, cases: [admission(duc)] })).toEqual({
    code: 'MEETING_VOTED',
    data: { name: HOA.name },
  })
  await office.do('meeting.hold', { meeting, date: DAY, present: 11 })
  await office.do('meeting.call', { date: '2024-03-05', body: BODY, members: 11, cases: [admission(duc)] })
  await expectReplayed(office)
})

test('a unit without the program is reviewed and decided the same way, on the district alone', async () => {
  const root = temporaryFolder()
  const district = await foundOffice({ root, code: 'kim-bang', name: 'Huyện ủy Kim Bảng', capacities: ['decides'] })
  const unit = await addBranch(district, 'Chi bộ cơ sở Trường cấp ba', { onPaper: true })
  const id = await prepared(district, unit, HOA)
  district.at('2024-02-01')
  await district.do('dossier.receive', { case: id, date: '2024-02-01', number: '17' })
  await district.do('dossier.review', { case: id, date: '2024-02-01', outcome: 'agree' })
  const sent = (await caseAt(district, id)).state.submissions
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ onPaper: true, received: { number: '17' }, reviews: [{ outcome: 'agree' }] })
  district.at(DAY)
  const { meeting } = await call(district, [id])
  await district.do('meeting.vote', { meeting, votes: [votes(id, 11)] })
  await district.do('meeting.decide', { meeting, decisions: [{ case: id, number: '12-QĐ/HU', date: DAY }] })
  expect(await stageAt(district, id)).toBe('admitted')
  await expectReplayed(district)
})

test('the work that waits is counted, and goes as it is done', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'xa', name: 'Đảng ủy xã', capacities: ['proposes', 'decides'] })
  const id = await prepared(office, await addBranch(office), HOA)
  const tasks = async () =>
    (await office.do<{ tasks: readonly ReviewTask[] }>('review.tasks')).tasks.map(({ task, count }) => [task, count])
  office.at('2024-02-20')
  expect(await tasks()).toEqual([['unassigned', 1]])
  const { user } = await office.do<{ user: { id: string } }>('office.get')
  await office.do('dossier.assign', { cases: [id], reviewer: user.id })
  const { meeting } = await call(office, [id])
  expect(await tasks()).toEqual([['meetings', 1]])
  office.at(DAY)
  expect(await tasks()).toEqual([
    ['toVote', 1],
    ['meetings', 1],
  ])
  await office.do('meeting.vote', { meeting, votes: [votes(id, 11)] })
  expect((await view(office, meeting)).held).toMatchObject({ date: DAY, present: 11 })
  expect(await tasks()).toEqual([['toDecide', 1]])
  await office.do('meeting.decide', { meeting, decisions: [{ case: id, number: '12-QĐ/ĐU', date: DAY }] })
  expect(await tasks()).toEqual([])
  expect((await office.do<{ meetings: readonly MeetingRow[] }>('meeting.list')).meetings).toMatchObject([
    { status: 'held', cases: 1, voted: 1, undecided: 0 },
  ])
})

test('a meeting of another body than the one that decides is told at once, and the decision bears the finding', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'xa', name: 'Đảng ủy xã', capacities: ['proposes', 'decides'] })
  const id = await prepared(office, await addBranch(office), HOA)
  const delegated = { paths: [{ from: '2023-01-01', kind: 'delegated' }] }
  const below = await prepared(office, await addBranch(office, 'Chi bộ Công ty Bút Sơn', delegated), ANH)
  office.at(DAY)
  const { meeting } = await call(office, [id], { body: 'Ban Chấp hành Đoàn xã' })
  expect((await view(office, meeting)).expectedBody).toMatchObject({ name: 'Ban Thường vụ Huyện ủy' })
  await office.do('meeting.vote', { meeting, votes: [votes(id, 11)] })
  await office.do('meeting.decide', { meeting, decisions: [{ case: id, number: '12-QĐ/ĐTN', date: DAY }] })
  const { assessment }: CaseView = await caseAt(office, id)
  expect(assessment.findings.map(({ code }) => code)).toContain('C18')
  // Where the decision is left to the level below, that body is called what it is called there.
  const there = await call(office, [below], { body: 'Đảng ủy Công ty Bút Sơn' })
  expect((await view(office, there.meeting)).expectedBody).toBeNull()
})

test('a number counts within the term of office; one that the paper bears twice is recorded as it stands', async () => {
  const root = temporaryFolder()
  const office = await foundOffice({ root, code: 'xa', name: 'Đảng ủy xã', capacities: ['proposes', 'decides'] })
  const unit = await addBranch(office)
  const [first, second, third] = [
    await prepared(office, unit, HOA),
    await prepared(office, unit, ANH),
    await prepared(office, unit, DUC),
  ]
  const decide = (id: string, date: string, more: object = {}) => ({
    case: id,
    outcome: 'admit',
    number: '01-QĐ/ĐU',
    date,
    body: BODY,
    ...more,
  })
  office.at('2024-03-20')
  await office.do('decision.record', decide(first, '2024-01-25'))
  expect(await office.refused('decision.record', decide(second, '2024-03-10'))).toMatchObject({ code: 'NUMBER_TAKEN' })
  await office.do('setting.change', { key: 'documentTermFrom', value: '2024-03-01' })
  await office.do('decision.record', decide(second, '2024-03-10'))
  expect(await office.refused('decision.record', decide(third, '2024-03-20'))).toMatchObject({
    code: 'NUMBER_TAKEN',
    data: { name: ANH.name },
  })
  await office.do('decision.record', decide(third, '2024-03-20', { numberAgain: true }))
  const { rows, since } = await office.do<Register>('decision.register')
  expect(since).toBe('2024-03-01')
  expect(rows.map(({ name, number }) => [name, number])).toEqual([
    [DUC.name, '01-QĐ/ĐU'],
    [ANH.name, '01-QĐ/ĐU'],
    [HOA.name, '01-QĐ/ĐU'],
  ])
  await expectReplayed(office)
})

function admission(id: string): object {
  return { case: id, matter: 'admission' }
}

/** A dossier that branch and committee have agreed to, and that nobody has sent. */
async function prepared(office: TestOffice, unit: string, profile: Parameters<typeof register>[2]): Promise<string> {
  const id = await register(office, unit, profile)
  await buildDossier(office, id)
  await branchVotes(office, id)
  await committeeVotes(office, id)
  return id
}
