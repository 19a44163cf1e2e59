/**
 * The common mistakes of reference/procedure.md section 8 that come before admission, each with an example that is caught.
 * P20 (dots left in a printed form) belongs to documents; P18's handwriting is a box somebody ticks.
 */
import { describe, expect, test } from 'vitest'
import { loadJudging } from '../../../../db/load-rules.ts'
import { caseView } from '../../../../db/queries/cases.ts'
import { numberWarnings } from '../../../../shared/documents/number.ts'
import { aDossier, codes, findingOf } from '../../../support/case-builder.ts'
import {
  branchVote,
  communeAndDistrict,
  openDesk,
  register,
  submit,
  valueOf,
  COMMUNE,
  type Desk,
} from '../../../support/journal-kit.ts'
import { exchange } from '../../../support/journal-parcels.ts'

const meeting = '2024-01-15'
const on = '2024-02-01'
const clear = { date: '2023-10-20', result: 'clear' } as const
const parents = [{ relation: 'father' as const }, { relation: 'mother' as const }]

function verified(resume: object = {}) {
  return aDossier()
    .withoutPaper('TT-2-KND')
    .withResume('2023-09-05', { byHand: ['periods'], relatives: parents, ...resume })
    .with({ ethnicity: 'Kinh', birthPlace: 'xã Ba Sao', hometown: 'xã Ba Sao', residence: 'thôn Đồng Sơn' })
}

test('P1: the certificate is older than 60 months on the day the branch meets', () => {
  const old = aDossier().withoutPaper('CN-NTVD').withPaper('CN-NTVD', '2019-01-14').withBranchVote(meeting)
  expect(findingOf(old.on(on), 'C3')?.severity).toBe('block')
})

test('P4: the CV is dated before the application', () => {
  const early = aDossier().withoutPaper('1-KND').withPaper('1-KND', '2023-09-06')
  expect(findingOf(early.on(on), 'C11')?.severity).toBe('warn')
})

test('P5: remarks were written before the results of verification', () => {
  const early = verified({ remarksOn: '2023-10-01' })
    .withSeal('2023-09-06')
    .withVerification('2023-09-10', ['self', 1, 2], { answer: clear })
  expect(findingOf(early.on('2024-01-10'), 'C8-remarks')?.severity).toBe('block')
})

test('P6: the stamp came after the remarks', () => {
  const late = verified({ remarksOn: '2023-10-21' })
    .withSeal('2023-10-22')
    .withVerification('2023-09-10', ['self', 1, 2], { answer: clear })
  expect(findingOf(late.on('2024-01-10'), 'C8-late')?.severity).toBe('block')
})

test('P7: the vote is taken of those present; two thirds of all official members are missing', () => {
  const short = aDossier().withBranchVote(meeting, {
    presentOfficial: 8,
    agree: 5,
    disagree: 3,
    absences: [{ name: 'Lê Văn A', reason: 'Ốm' }],
  })
  expect(findingOf(short.on(on), 'C12-share')?.data).toMatchObject({ agree: 5, of: 9, needed: 6 })
})

test('P8: probationary members counted in the vote make more votes than official members, which cannot be', () => {
  const desk = openDesk({ office: COMMUNE })
  const id = register(desk)
  const vote = { ...branchVote, probationary: 1, presentProbationary: 1, agree: 10 }
  expect(desk.call('dossier.recordBranchVote', { case: id, ...vote })).toMatchObject({
    ok: false,
    error: { code: 'IMPOSSIBLE', data: { what: 'votesOverPresent' } },
  })
})

describe('P9: introductions that do not fit the age', () => {
  const young = aDossier().with({ birth: '2000-03-01', youthUnionSince: '2016' })

  test('two members instead of the Youth Union and one', () => {
    expect(findingOf(young.withBranchVote(meeting).on(on), 'C6-org')?.severity).toBe('block')
  })

  test('of youth age and no member of the Youth Union', () => {
    expect(codes(young.without('youthUnionSince').withBranchVote(meeting).on(on))).toContain('C6-youth')
  })
})

test('P10: an introducer who is no official member, and one of less than 12 months', () => {
  const helper = (rest: object) =>
    aDossier()
      .patch({ helpers: [] })
      .withHelper({ name: 'Trần Văn Bình', from: '2022-06-01', ...rest })
  expect(findingOf(helper({ officialDate: '2024-05-01' }).on(on), 'C7')?.severity).toBe('block')
  expect(codes(helper({ officialDate: '2024-05-01' }).on(on))).toContain('C7-helper')
  expect(codes(helper({ from: '2023-01-01' }).on(on))).toContain('C7-months')
  expect(
    codes(
      helper({ from: '2023-01-01' })
        .with({ circumstances: ['movedIn'] })
        .on(on),
    ),
  ).not.toContain('C7-months')
})

test('P11: the opinion of the place of residence, or of an organisation, is missing', () => {
  const act = {
    entry: 'e',
    office: 'o',
    origin: 'recorded',
    onPaper: false,
    date: '2023-12-01',
    summary: 'Tốt',
  } as const
  const residence = { ...act, organisation: 'residence', name: 'Chi bộ thôn Đồng Sơn' } as const
  const farmers = { ...act, organisation: 'farmersUnion', name: 'Hội Nông dân xã' } as const
  const missing = (opinions: readonly (typeof residence | typeof farmers)[]) =>
    aDossier()
      .patch({ opinions })
      .on('2024-01-10')
      .findings.map(({ id, data }) => [id, data])
  expect(missing([farmers])).toEqual([['C5-opinion:res', { missing: 'residence' }]])
  expect(missing([residence])).toEqual([['C5-opinion:org', { missing: 'organisation' }]])
  expect(missing([residence, farmers])).toEqual([])
  expect(codes(aDossier().withoutPaper('5-KND').withBranchVote(meeting).on(on))).toContain('C5')
})

test("P12: a relative is not verified, the spouse's parents are forgotten, a waiver rests on no member", () => {
  const asked = verified({ relatives: [...parents, { relation: 'spouse' }] })
    .withSeal('2023-09-06')
    .withVerification('2023-09-10', ['self', 1], { answer: clear })
  const found = asked.withWaiver(2, 1).on('2024-01-10')
  expect(found.findings.map(({ id }) => id)).toEqual(['C8-open:3', 'C8-none:spouse', 'C8-waiver:1'])
})

test('P13: older than 60 at the meeting and no consent of the province', () => {
  const over = aDossier().with({ birth: '1960-01-01' }).withBranchVote(meeting).on(on)
  expect(findingOf(over, 'C1-over')?.severity).toBe('block')
})

test('P14: education under lower secondary school without the papers of the exception', () => {
  expect(findingOf(aDossier().with({ education: 'primary' }).on('2024-01-10'), 'C2')?.severity).toBe('block')
})

test('P17: a dossier older than 12 months with papers that were not made again', () => {
  const old = aDossier().withoutPaper('1-KND').withPaper('1-KND', '2023-01-10').withBranchVote(meeting)
  expect(findingOf(old.on(on), 'C10')?.data).toMatchObject({ limit: '2024-01-10' })
})

test('P18: a CV with erasures, and with a time left out', () => {
  const gap = verified({ untidy: true, byHand: [], periods: [{ from: '1991', to: '2003', what: 'Đi học' }] })
  expect(codes(gap.on('2024-01-10'))).toEqual(expect.arrayContaining(['C35-tidy', 'C35-gap']))
})

test('P19: name or birth corrected after the dossier was sent, so that its papers say something else', () => {
  const { commune } = communeAndDistrict()
  const id = register(commune, { name: 'Nguyễn Thị Hòa', birth: '1990-03-17' })
  submit(commune, id)
  commune.do('candidate.correct', { case: id, change: { set: { birth: '1990-03-18' } }, reason: 'Theo căn cước' })
  const found = aDossier().patch({ submissions: commune.case(id).submissions, profile: commune.case(id).profile })
  expect(findingOf(found.on('2024-01-20'), 'C36')).toMatchObject({ severity: 'block', data: { fields: ['birth'] } })
})

test('P19: a paper that says something else than the case, as somebody has read on it, until one that agrees replaces it', () => {
  const desk = openDesk({ office: COMMUNE })
  const id = register(desk, { name: 'Nguyễn Thị Hòa', birth: '1990-03-17' })
  const paper = { case: id, paper: '1-KND', date: '2023-09-01' }
  const differs = 'Đơn ghi sinh ngày 18/3/1990'
  const { entries } = desk.do('paper.record', { ...paper, differs })
  const told = () =>
    findingOf(
      aDossier()
        .patch({ papers: desk.case(id).papers })
        .on('2024-01-10'),
      'C36-paper',
    )
  expect(told()).toMatchObject({ severity: 'block', before: 'submit', data: { paper: '1-KND', differs } })
  desk.do('paper.record', { ...paper, replaces: entries[0] })
  expect(told()).toBeUndefined()
})

test('a paper of before the meeting that is made anew after it only warns, at the office above too; one that was late blocks', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune, { name: 'Nguyễn Thị Hòa', birth: '1990-03-17' })
  const paper = { case: id, paper: '1-KND' }
  const anew = (date: string, rest: object) => valueOf(commune.do('paper.record', { ...paper, date, ...rest })).paper
  const late = (desk: Desk, of = id) =>
    findingOf(
      aDossier()
        .patch({ papers: desk.case(of).papers })
        .withBranchVote('2024-01-08')
        .on('2024-03-01'),
      'C5-late',
    )
  const first = anew('2023-09-01', { differs: 'Đơn ghi sinh ngày 18/3/1990' })
  expect(late(commune)).toBeUndefined()
  const second = anew('2024-01-10', { replaces: first })
  expect(late(commune)).toMatchObject({ severity: 'warn', data: { date: '2024-01-10' } })
  anew('2024-01-12', { replaces: second })
  expect(commune.case(id).papers).toMatchObject([{ date: '2024-01-12', firstDate: '2023-09-01' }])
  submit(commune, id)
  exchange(commune, district)
  expect(late(district)).toMatchObject({ severity: 'warn', data: { date: '2024-01-12' } })
  // In place of a paper of another code, or of one that was not there in time either.
  const other = register(commune, { name: 'Lê Thị Lan' })
  const opinion = valueOf(commune.do('paper.record', { case: other, paper: '5-KND', date: '2023-09-01' })).paper
  const tooLate = anew('2024-01-10', { case: other, replaces: opinion })
  expect(late(commune, other)).toMatchObject({ severity: 'block' })
  anew('2024-01-12', { case: other, replaces: tooLate })
  expect(late(commune, other)).toMatchObject({ severity: 'block' })
})

test('P21: a number used again, and one out of order in the term of office', () => {
  const used = [{ number: '12-NQ/CB', date: '2024-01-15', cases: ['a'] }]
  expect(numberWarnings('12-NQ/CB', '2024-02-01', used, ['b'])).toMatchObject([{ code: 'numberUsed' }])
  expect(numberWarnings('11-NQ/CB', '2024-02-01', used, ['b'])).toMatchObject([{ code: 'dateOutOfOrder' }])
  expect(numberWarnings('13-NQ/CB', '2024-02-01', used, ['b'])).toEqual([])
})

test('P22: days out of order, each told for itself', () => {
  const late = aDossier().withoutPaper('5-KND').withPaper('5-KND', '2024-01-16').withBranchVote(meeting)
  expect(codes(late.on(on))).toEqual(['C5-late'])
  const committee = aDossier().withBranchVote(meeting).withCommitteeVote('2024-01-14')
  expect(codes(committee.on(on))).toContain('C16-date')
  const sent = aDossier().withBranchVote(meeting).withCommitteeVote('2024-01-20').withSubmission('2024-01-19')
  expect(codes(sent.on(on))).toContain('C16-sent')
  const decided = aDossier().withBranchVote(meeting).withSubmission('2024-01-20').withDecision('2024-01-14')
  expect(codes(decided.on(on))).toContain('C18-date')
})

test('P23: a body that is not the deciding one has decided', () => {
  const wrong = aDossier()
    .withBranchVote(meeting)
    .withSubmission('2024-01-20')
    .withDecision('2024-01-25', { body: 'Chi bộ thôn Đồng Sơn' })
  expect(findingOf(wrong.on(on), 'C18')?.severity).toBe('block')
})

test('P24: admitted again without the consent of the province', () => {
  const again = verified({ earlier: { leftOn: '2015-03', reason: 'hardship', times: 1 } })
  expect(findingOf(again.on('2024-01-10'), 'C32')).toMatchObject({ id: 'C32:readmission', severity: 'block' })
  expect(codes(again.withPaper('DY-KNLAI', '2023-12-01').on('2024-01-10'))).not.toContain('C32')
})

test('P29: the verified CV was given back to somebody who withdrew', () => {
  const desk = openDesk({ office: COMMUNE })
  const ended = (papersReturned: readonly string[]) => {
    const id = register(desk)
    desk.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-01-15', papersReturned })
    return codes(
      aDossier()
        .patch({ ending: desk.case(id).ending })
        .on('2024-01-20'),
    )
  }
  expect(ended(['1-KND', '2-KND'])).toContain('C34')
  expect(ended(['1-KND'])).not.toContain('C34')
})

test('P30: a branch of two official members passes a resolution', () => {
  const two = aDossier().withBranchVote(meeting, { official: 2, presentOfficial: 2, agree: 2 })
  expect(findingOf(two.on(on), 'C13')).toMatchObject({ severity: 'block', data: { official: 2, minimum: 3 } })
})

describe('bad input that happened is recorded, and told', () => {
  test('a certificate number that somebody else has is told in the answer', () => {
    const { commune, district } = communeAndDistrict()
    const paper = { paper: 'CN-NTVD', number: '17/2023', date: '2023-04-20', kept: 'here' }
    const first = register(commune, { name: 'Nguyễn Thị Hòa' })
    expect(commune.do('paper.record', { case: first, ...paper }).value).not.toHaveProperty('alsoUsedBy')
    const second = register(commune, { name: 'Trần Văn Bình' })
    expect(commune.do('paper.record', { case: second, ...paper }).value).toMatchObject({ alsoUsedBy: 'Nguyễn Thị Hòa' })
    expect(commune.case(second).papers).toMatchObject([{ number: '17/2023' }])
    // Both cases say so for as long as it is so.
    const shared = (id: string) => commune.ask((db) => caseView(db, id, loadJudging(db, '2024-01-15')))?.sameCertificate
    expect(shared(first)).toEqual({ case: second, name: 'Trần Văn Bình', number: '17/2023' })
    expect(shared(second)).toEqual({ case: first, name: 'Nguyễn Thị Hòa', number: '17/2023' })
    expect(shared(register(commune, { name: 'Lê Thị Cúc' }))).toBeNull()
    commune.do('entry.retract', { entry: commune.case(second).papers[0]?.entry })
    expect(shared(first)).toBeNull()
    commune.do('paper.record', { case: second, ...paper, number: '18/2023' })
    exchange(commune, district)
  })

  test('an identity number with lost zeros is kept and told; one in use by another person is refused', () => {
    const desk = openDesk({ office: COMMUNE })
    const id = register(desk, { name: 'Nguyễn Thị Hòa', identityNumber: '35185001234' })
    expect(desk.case(id).profile.identityNumber).toBe('35185001234')
    expect(codes(aDossier().with(desk.case(id).profile).on('2024-01-10'))).toContain('C40')
    const again = { profile: { name: 'Trần Văn Bình', identityNumber: '35185001234' }, unit: desk.case(id).unit }
    expect(desk.call('candidate.register', again)).toMatchObject({
      ok: false,
      error: { code: 'IDENTITY_NUMBER_TAKEN' },
    })
  })

  test('days after today and before birth cannot be', () => {
    const desk = openDesk({ office: COMMUNE })
    const id = register(desk, { name: 'Nguyễn Thị Hòa', birth: '1990-03-17' })
    for (const date of ['2024-01-16', '1990-03-16'])
      expect(desk.call('paper.record', { case: id, paper: '1-KND', date })).toMatchObject({
        ok: false,
        error: { code: 'IMPOSSIBLE' },
      })
  })
})
