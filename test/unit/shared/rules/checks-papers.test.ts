/** C3 to C11: certificate, papers, introductions, verification, renewal, order. */
import { describe, expect, test } from 'vitest'
import type { Helper } from '../../../../shared/model/acts.ts'
import { blocksFor } from '../../../../shared/rules/assess.ts'
import { aCase, aDossier, codes, findingOf, type CaseBuilder } from '../../../support/case-builder.ts'

const meeting = '2024-01-15'

test('a dossier without fault has no findings', () => {
  expect(codes(aDossier().on('2024-01-10'))).toEqual([])
  expect(codes(aDossier().withBranchVote(meeting).on('2024-02-01'))).toEqual([])
  expect(aDossier().on('2024-01-10').next).toEqual([{ step: 'branchVote', who: 'branch' }])
})

describe('C3, C4: the certificate counts for 60 months', () => {
  const certified = (date: string) =>
    aDossier()
      .withHelper({ name: 'Ngô Văn Sáu', from: '2014-06-01' })
      .withoutPaper('CN-NTVD')
      .withPaper('CN-NTVD', date)

  test.each([
    ['2019-01-16', []],
    ['2019-01-15', ['C3-last']],
    ['2019-01-14', ['C3']],
  ])('issued %s: %j', (date, expected) => {
    expect(codes(certified(date).withBranchVote(meeting).on('2024-02-01'))).toEqual(expected)
  })

  test('the example of the sources: 15/01/2020 and a meeting on 03/02/2025', () => {
    const found = certified('2020-01-15').withBranchVote('2025-02-03').on('2025-02-10')
    expect(findingOf(found, 'C3')?.data).toEqual({
      date: '2020-01-15',
      validUntil: '2025-01-15',
      months: 60,
      on: '2025-02-03',
    })
  })

  test('a notice 90 days before, while the branch has not met', () => {
    const soon = certified('2019-04-14')
    expect(codes(soon.on('2024-01-14'))).toEqual([])
    const noticed = soon.on('2024-01-15')
    expect(findingOf(noticed, 'C4')?.data).toEqual({ date: '2019-04-14', validUntil: '2024-04-14', days: 90 })
    expect(noticed.checklist[0]).toMatchObject({ paper: 'CN-NTVD', status: 'expiring', validUntil: '2024-04-14' })
    expect(codes(soon.on('2024-04-14'))).toEqual(['C3-last'])
    const expired = soon.on('2024-04-15')
    expect(codes(expired)).toEqual(['C3'])
    expect(expired.checklist[0]).toMatchObject({ status: 'expired', why: 'validity' })
    expect(expired.next).toEqual([{ step: 'attendClass', who: 'training' }])
    expect(codes(soon.withBranchVote('2024-03-01').on('2024-05-01'))).toEqual([])
  })

  test('of two certificates the newer from before the meeting counts', () => {
    const two = certified('2015-01-10').withPaper('CN-NTVD', '2023-05-01').withPaper('CN-NTVD', '2024-03-01')
    expect(codes(two.withBranchVote(meeting).on('2024-04-01'))).toEqual([])
  })
})

describe('C5: every paper of the list, with its day', () => {
  test('missing, undated, dated after the meeting', () => {
    const missing = aDossier().withoutPaper('5-KND').withBranchVote(meeting).on('2024-02-01')
    expect(missing.findings.map(({ id }) => id)).toEqual(['C5:5-KND'])
    expect(blocksFor(missing, 'submit').map(({ id }) => id)).toEqual(['P1', 'C5:5-KND'])
    const undated = aDossier().withoutPaper('5-KND').withPaper('5-KND').withBranchVote(meeting).on('2024-02-01')
    expect(findingOf(undated, 'C5-date')).toMatchObject({ id: 'C5-date:5-KND', severity: 'block' })
    const late = aDossier().withoutPaper('5-KND').withPaper('5-KND', '2024-01-16').withBranchVote(meeting)
    expect(findingOf(late.on('2024-02-01'), 'C5-late')).toMatchObject({ severity: 'block', data: { meeting } })
  })

  test('dated after the meeting because the dossier was returned for it only warns', () => {
    const returned = (paper: string) =>
      aDossier()
        .withoutPaper('5-KND')
        .withPaper('5-KND', '2024-01-31')
        .withBranchVote(meeting)
        .withCommitteeVote('2024-01-20')
        .withSubmission('2024-01-22')
        .withReceived('2024-01-23', { date: '2024-01-29', paper })
        .on('2024-02-01')
    expect(findingOf(returned('5-KND'), 'C5-late')).toMatchObject({ severity: 'warn' })
    expect(findingOf(returned('1-KND'), 'C5-late')).toMatchObject({ severity: 'block' })
  })

  test('on the day of the meeting itself is in time', () => {
    const same = aDossier().withoutPaper('5-KND').withPaper('5-KND', meeting).withBranchVote(meeting)
    expect(codes(same.on('2024-02-01'))).toEqual([])
  })

  test('a dossier not begun is one finding, not ten', () => {
    const listed = aCase().with({ birth: '1990-01-01', education: 'upperSecondary' }).on('2024-02-01')
    expect(listed.findings).toMatchObject([{ code: 'C5-none', data: { missing: 6 } }])
    expect(listed.stage).toBe('listed')
    expect(listed.next.map(({ step }) => step)).toEqual([
      'assignHelper',
      'attendClass',
      'application',
      'resume',
      'verification',
      'introductions',
      'opinions',
    ])
  })

  test('a vote without the number of its resolution is called to mind, not stopped', () => {
    const { resolution: _left, ...numberless } = aDossier().withBranchVote(meeting).build().branchVotes[0]!
    const found = aDossier()
      .patch({ branchVotes: [numberless] })
      .on('2024-02-01')
    expect(findingOf(found, 'C5-num')).toMatchObject({ id: 'C5-num:6-KND', severity: 'warn' })
    const paper = aDossier()
      .patch({ branchVotes: [numberless] })
      .withPaper('6-KND', meeting)
    expect(codes(paper.on('2024-02-01'))).toEqual([])
  })
})

describe('C6: two members, or a union and one member', () => {
  const young = aDossier().with({ birth: '2000-03-01', youthUnionSince: '2016' })

  test('one of two introductions', () => {
    const one = aDossier().withoutPaper('3-KND').withPaper('3-KND', '2023-12-01', { person: 'Trần Văn Bình' })
    const found = one.withBranchVote(meeting).on('2024-02-01')
    expect(findingOf(found, 'C6')).toMatchObject({ severity: 'block', data: { route: 'members', have: 1, need: 2 } })
    expect(found.checklist.find(({ paper }) => paper === '3-KND')).toMatchObject({
      status: 'missing',
      have: 1,
      need: 2,
    })
    const same = one.withPaper('3-KND', '2023-12-03', { person: 'TRẦN VĂN BÌNH' })
    expect(codes(same.withBranchVote(meeting).on('2024-02-01'))).toContain('C6')
  })

  test('of youth age: a member of the Youth Union needs its resolution, two members do not replace it', () => {
    const without = young.withBranchVote(meeting).on('2024-02-01')
    expect(findingOf(without, 'C6-org')).toMatchObject({ severity: 'block', data: { paper: '4-KND' } })
    expect(without.checklist.find(({ paper }) => paper === '4-KND')?.status).toBe('missing')
    const withIt = young
      .withPaper('4-KND', '2023-12-20')
      .withoutPaper('3-KND')
      .withPaper('3-KND', '2023-12-01', { person: 'Trần Văn Bình' })
    expect(codes(withIt.withBranchVote(meeting).on('2024-02-01'))).toEqual([])
  })

  test('of youth age but in no union', () => {
    const none = young.without('youthUnionSince').withBranchVote(meeting).on('2024-02-01')
    expect(findingOf(none, 'C6-youth')).toMatchObject({ severity: 'warn', confirmed: true })
  })

  test('youth ends on the 31st birthday', () => {
    const paper = young.withPaper('4-KND', '2023-12-20').withBranchVote(meeting)
    expect(codes(paper.with({ birth: '1993-01-16' }).on('2024-02-01'))).toEqual([])
    const older = paper.with({ birth: '1993-01-15' }).on('2024-02-01')
    expect(findingOf(older, 'C6-age')).toMatchObject({ severity: 'warn', confirmed: false })
  })

  test('a member of a trade union with one introduction needs its resolution', () => {
    const worker = aDossier()
      .with({ tradeUnionMember: true })
      .withoutPaper('3-KND')
      .withPaper('3-KND', '2023-12-01', { person: 'Trần Văn Bình' })
    expect(findingOf(worker.withBranchVote(meeting).on('2024-02-01'), 'C6-org')?.data).toMatchObject({
      paper: '4A-KND',
    })
    expect(codes(worker.withPaper('4A-KND', '2023-12-20').withBranchVote(meeting).on('2024-02-01'))).toEqual([])
    const unknown = worker.without('tradeUnionMember').withPaper('4A-KND', '2023-12-20').withBranchVote(meeting)
    expect(codes(unknown.on('2024-02-01'))).toEqual(['C6-union'])
  })
})

describe('C7: the introducer', () => {
  const introduced = (official: string | undefined, from: string, replaces?: boolean, acquaintedSince?: string) =>
    aDossier()
      .patch({ helpers: [] })
      .withHelper({
        name: 'Trần Văn Bình',
        from,
        ...(official === undefined ? {} : { officialDate: official }),
        ...(replaces === undefined ? {} : { replaces }),
        ...(acquaintedSince === undefined ? {} : { acquaintedSince }),
      })
      .withHelper({ name: 'Lê Thị Cúc', from: '2022-06-01' })
      .withBranchVote(meeting)
      .on('2024-02-01')

  test('is an official member on the day of the introduction', () => {
    expect(codes(introduced('2023-12-01', '2022-06-01'))).toEqual([])
    expect(findingOf(introduced('2023-12-02', '2022-06-01'), 'C7')).toMatchObject({
      severity: 'block',
      data: { person: 'Trần Văn Bình', official: '2023-12-02', date: '2023-12-01' },
    })
    expect(codes(introduced(undefined, '2022-06-01'))).toEqual([])
  })

  test('has known the candidate for 12 months, unless he replaces another', () => {
    expect(codes(introduced(undefined, '2022-12-01'))).toEqual([])
    expect(codes(introduced(undefined, '2022-12-02'))).toEqual(['C7-months'])
    expect(codes(introduced(undefined, '2022-12-02', true))).toEqual([])
    expect(findingOf(introduced(undefined, '2022-12-02'), 'C7-months')?.severity).toBe('warn')
  })

  test('counts from since when the two know each other, where that is recorded, and blocks by it', () => {
    expect(codes(introduced(undefined, '2023-06-01', undefined, '2022-12-01'))).toEqual([])
    const short = introduced(undefined, '2023-06-01', undefined, '2022-12-02')
    expect(findingOf(short, 'C7-months')).toMatchObject({
      severity: 'block',
      data: { from: '2022-12-02', isAcquaintance: true, months: 12 },
    })
    expect(codes(introduced(undefined, '2023-06-01', true, '2022-12-02'))).toEqual([])
  })

  test('assigned again to add since when the two know each other, is judged by that', () => {
    const again = (replaces: { readonly replaces?: boolean }, acquaintedSince?: string) =>
      aDossier()
        .patch({ helpers: [] })
        .withHelper({ name: 'Trần Văn Bình', from: '2023-02-01', ...replaces })
        .withHelper({ name: 'Lê Thị Cúc', from: '2022-06-01' })
        .withHelper({
          name: 'Trần Văn Bình',
          from: '2023-03-01',
          replaces: true,
          ...(acquaintedSince === undefined ? {} : { acquaintedSince }),
        })
        .withBranchVote(meeting)
        .on('2024-02-01')
    expect(codes(again({}, '2022-12-01'))).toEqual([])
    expect(findingOf(again({}, '2022-12-02'), 'C7-months')).toMatchObject({
      severity: 'block',
      data: { from: '2022-12-02', isAcquaintance: true },
    })
    // Nothing was added: from the first assignment, and in place of nobody.
    expect(findingOf(again({}), 'C7-months')).toMatchObject({
      severity: 'warn',
      data: { from: '2023-02-01', isAcquaintance: false },
    })
    expect(codes(again({ replaces: true }))).toEqual([])
  })

  describe('who has given way to another', () => {
    const withThird = (third: Partial<Helper>, second: Partial<Helper> = {}) =>
      aDossier()
        .patch({ helpers: [] })
        .withHelper({ name: 'Trần Văn Bình', from: '2022-06-01' })
        .withHelper({ name: 'Lê Thị Cúc', from: '2022-06-01', ...second })
        .withHelper({ name: 'Phạm Văn Dũng', from: '2023-11-01', ...third })
    const introducedByThird = (...helpers: Parameters<typeof withThird>) =>
      withThird(...helpers).withPaper('3-KND', '2023-12-20', { person: 'Phạm Văn Dũng' })
    const inPlace = { replaces: true, inPlaceOf: 'Lê Thị Cúc' }
    const judged = (dossier: CaseBuilder) => dossier.withBranchVote(meeting).on('2024-02-01')

    test('introduces no more: the paper of the one who came counts instead, however short the acquaintance', () => {
      const without = judged(withThird(inPlace))
      expect(findingOf(without, 'C6')).toMatchObject({ severity: 'block', data: { have: 1, need: 2 } })
      expect(without.checklist.find(({ paper }) => paper === '3-KND')).toMatchObject({ status: 'missing', have: 1 })
      expect(codes(judged(introducedByThird(inPlace)))).toEqual([])
      expect(codes(judged(introducedByThird({})))).toEqual(['C7-months'])
    })

    test('need be no official member any more', () => {
      const young = { officialDate: '2024-05-01' }
      expect(codes(judged(introducedByThird({}, young)))).toContain('C7-helper')
      expect(codes(judged(introducedByThird(inPlace, young)))).toEqual([])
    })

    test('is asked nothing more, and introduced still at a meeting before that day', () => {
      const late = { from: '2023-06-01' }
      expect(codes(judged(introducedByThird(inPlace, late)))).toEqual([])
      expect(codes(judged(introducedByThird({}, late)))).toEqual(['C7-months', 'C7-months'])
      expect(codes(judged(withThird({ ...inPlace, from: '2024-01-15' })))).toContain('C6')
      expect(codes(judged(withThird({ ...inPlace, from: '2024-01-16' })))).toEqual([])
    })
  })

  test('was assigned to help; of anybody else nothing can be judged', () => {
    const stranger = aDossier()
      .withoutPaper('3-KND')
      .withPaper('3-KND', '2023-12-01', { person: 'trần văn  bình' })
      .withPaper('3-KND', '2023-12-02', { person: 'Phạm Văn Khách' })
      .withBranchVote(meeting)
      .on('2024-02-01')
    expect(codes(stranger)).toEqual(['C7-unassigned'])
    expect(findingOf(stranger, 'C7-unassigned')).toMatchObject({ severity: 'warn', data: { person: 'Phạm Văn Khách' } })
  })
})

describe('C8: verification', () => {
  test('is there, in the program or outside', () => {
    const without = aDossier().withoutPaper('TT-2-KND')
    expect(findingOf(without.withBranchVote(meeting).on('2024-02-01'), 'C8')).toMatchObject({ severity: 'block' })
    const inside = without.withPaper('TT-2-KND', '2023-10-20').on('2024-01-10')
    expect(inside.checklist.find(({ paper }) => paper === 'TT-2-KND')?.status).toBe('present')
    const outside = aDossier().on('2024-01-10')
    expect(outside.checklist.find(({ paper }) => paper === 'TT-2-KND')).toMatchObject({
      status: 'outside',
      date: '2023-10-20',
    })
  })

  test('is not older than the CV', () => {
    const without = aDossier().withoutPaper('TT-2-KND')
    expect(codes(without.withPaper('TT-2-KND', '2023-09-05').on('2024-01-10'))).toEqual([])
    expect(codes(without.withPaper('TT-2-KND', '2023-09-04').on('2024-01-10'))).toEqual(['C8-date'])
  })
})

describe('C10: a dossier that has waited longer than 12 months', () => {
  const began = (date: string) =>
    aDossier().withoutPaper('1-KND', 'CN-NTVD').withPaper('CN-NTVD', '2022-11-01').withPaper('1-KND', date)

  test('is as good as new on the last day', () => {
    expect(codes(began('2023-01-15').withBranchVote(meeting).on('2024-02-01'))).toEqual([])
  })

  test('afterwards needs its papers again, newer than the limit', () => {
    const found = began('2023-01-14').withBranchVote(meeting).on('2024-02-01')
    expect(found.findings.map(({ id, severity }) => [id, severity])).toEqual([
      ['C10:TT-2-KND', 'warn'],
      ['C10:3-KND', 'block'],
      ['C10:5-KND', 'warn'],
    ])
    expect(found.deadlines[0]).toMatchObject({ id: 'dossier', start: '2023-01-14', due: '2024-01-14', overdue: true })
    expect(found.checklist.find(({ paper }) => paper === '3-KND')).toMatchObject({ status: 'expired', why: 'dossier' })
    const renewed = began('2023-01-01')
      .withoutPaper('3-KND', '5-KND', 'TT-2-KND')
      .withPaper('TT-2-KND', '2024-01-03')
      .withPaper('3-KND', '2024-01-02', { person: 'Trần Văn Bình' })
      .withPaper('3-KND', '2024-01-02', { person: 'Lê Thị Cúc' })
      .withPaper('5-KND', '2024-01-10')
    expect(codes(renewed.withBranchVote(meeting).on('2024-02-01'))).toEqual([])
  })

  test('is told on the day after the limit, not before', () => {
    expect(codes(began('2023-01-15').on('2024-01-15'))).toEqual([])
    expect(codes(began('2023-01-15').on('2024-01-16'))).toContain('C10')
  })
})

test('C11: the application is not younger than the CV', () => {
  const applied = (date: string) => aDossier().withoutPaper('1-KND').withPaper('1-KND', date).on('2024-01-10')
  expect(codes(applied('2023-09-05'))).toEqual([])
  expect(findingOf(applied('2023-09-06'), 'C11')).toMatchObject({
    severity: 'warn',
    data: { application: '2023-09-06', resume: '2023-09-05' },
  })
})

describe('P22 on the way to the meeting: helper, class, application, verification, opinions', () => {
  const certified = (date: string) => aDossier().withoutPaper('CN-NTVD').withPaper('CN-NTVD', date).on('2024-01-10')

  test('the class is not after the application, nor before anybody was assigned', () => {
    expect(codes(certified('2023-09-01'))).toEqual([])
    expect(findingOf(certified('2023-09-02'), 'C11-class')).toMatchObject({
      severity: 'warn',
      data: { certificate: '2023-09-02', application: '2023-09-01' },
    })
    expect(codes(certified('2022-06-01'))).toEqual([])
    expect(findingOf(certified('2022-05-31'), 'C11-helper')).toMatchObject({
      severity: 'info',
      data: { certificate: '2022-05-31', helped: '2022-06-01' },
    })
  })

  test('a class attended again does not come too late: the first was in time', () => {
    expect(codes(aDossier().withPaper('CN-NTVD', '2023-12-20').on('2024-01-10'))).toEqual([])
  })

  test('opinions are summed up after the last answer', () => {
    const summed = (date: string) => aDossier().withoutPaper('5-KND').withPaper('5-KND', date).on('2024-01-10')
    expect(codes(summed('2023-10-20'))).toEqual([])
    expect(findingOf(summed('2023-10-19'), 'C8-opinions')).toMatchObject({
      severity: 'warn',
      article: expect.stringMatching(/.+/) as string,
      data: { opinions: '2023-10-19', answer: '2023-10-20' },
    })
  })
})
