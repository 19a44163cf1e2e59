/** C12 to C22: votes, report, clock, decision, ceremony. */
import { describe, expect, test } from 'vitest'
import { blocksFor } from '../../../../shared/rules/assess.ts'
import { aDossier, codes, findingOf } from '../../../support/case-builder.ts'

const meeting = '2024-01-15'
const today = '2024-02-20'
const voted = aDossier().withBranchVote(meeting)
const resolved = voted.withCommitteeVote('2024-01-25')
const admitted = resolved.withSubmission('2024-01-26').withDecision('2024-02-20')

describe('C12, C13, C14: the branch vote', () => {
  test.each([
    [3, 2, true],
    [3, 1, false],
    [4, 3, true],
    [4, 2, false],
    [7, 5, true],
    [7, 4, false],
    [9, 6, true],
    [9, 5, false],
    [10, 7, true],
    [10, 6, false],
  ])('of %i official members %i for it: %s', (official, agree, passed) => {
    const found = aDossier()
      .withBranchVote(meeting, { official, presentOfficial: official, agree, disagree: official - agree })
      .on(today)
    expect(codes(found)).toEqual(passed ? [] : ['C12-share', 'C14'])
    expect(found.next).toEqual([
      passed ? { step: 'committeeVote', who: 'committee' } : { step: 'reportShortVote', who: 'branch' },
    ])
  })

  test('absent members stay in the denominator, excluded ones leave it', () => {
    const vote = { official: 10, presentOfficial: 6, agree: 6, absences: [{ count: 4, reason: 'Đi làm ăn xa' }] }
    expect(codes(aDossier().withBranchVote(meeting, vote).on(today))).toEqual(['C12-share', 'C14'])
    expect(
      codes(
        aDossier()
          .withBranchVote(meeting, { ...vote, excluded: 1 })
          .on(today),
      ),
    ).toEqual([])
    const found = findingOf(aDossier().withBranchVote(meeting, vote).on(today), 'C12-share')
    expect(found).toMatchObject({
      id: 'C12-share:2024-01-15',
      severity: 'block',
      before: 'committeeVote',
      data: { agree: 6, of: 10, needed: 7, meeting },
    })
  })

  test('numbers that do not agree with each other', () => {
    const count = (patch: object) => codes(aDossier().withBranchVote(meeting, patch).on(today))
    expect(count({ absences: [{ reason: 'Ốm' }] })).toEqual(['C12-sum'])
    expect(count({ presentOfficial: 8, agree: 8 })).toEqual(['C12-abs'])
    expect(count({ presentOfficial: 8, agree: 8, absences: [{ reason: 'Ốm' }] })).toEqual([])
    expect(count({ presentOfficial: 8, agree: 8, excluded: 1 })).toEqual([])
    expect(count({ presentOfficial: 7, agree: 7, absences: [{ reason: 'Ốm' }] })).toEqual(['C12-abs'])
    const two = aDossier().withBranchVote(meeting, { presentOfficial: 7, agree: 7, excluded: 1 }).on(today)
    expect(findingOf(two, 'C12-abs')?.data).toEqual({ absent: 1, listed: 0 })
    expect(
      findingOf(aDossier().withBranchVote(meeting, { presentOfficial: 8, agree: 8 }).on(today), 'C12-abs')?.severity,
    ).toBe('block')
    expect(count({ excluded: 1 })).toEqual(['C12-excl'])
    expect(count({ agree: 8 })).toEqual(['C12-votes'])
    expect(count({ probationary: 2, presentProbationary: 1, absences: [{ reason: 'Ốm' }] })).toEqual([])
  })

  test('a branch of fewer than three official members cannot resolve', () => {
    const small = aDossier().withBranchVote(meeting, { official: 2, presentOfficial: 2, agree: 2 }).on(today)
    expect(findingOf(small, 'C13')).toMatchObject({ severity: 'block', confirmed: false })
    expect(codes(aDossier().withBranchVote(meeting, { official: 3, presentOfficial: 3, agree: 3 }).on(today))).toEqual(
      [],
    )
  })

  test('a new vote replaces one that fell short', () => {
    const again = aDossier()
      .withBranchVote(meeting, { agree: 3, disagree: 6 })
      .withBranchVote('2024-02-15', { agree: 8, disagree: 1 })
    expect(codes(again.on(today))).toEqual([])
    expect(again.on(today).deadlines).toMatchObject([{ id: 'dossier' }, { id: 'decision', start: '2024-02-15' }])
  })
})

describe('C15, C16: section and committee', () => {
  const unit = { type: 'branch', name: 'Chi bộ 3', inSection: true } as const

  test('a section reports between branch and committee', () => {
    expect(codes(voted.on(today))).toEqual([])
    expect(findingOf(voted.on(today, { unit }), 'C15')).toMatchObject({ severity: 'block', before: 'committeeVote' })
    expect(voted.on(today, { unit }).next).toEqual([{ step: 'sectionReport', who: 'section' }])
    const reported = (date: string) => codes(resolved.withPaper('7-KND', date).on(today, { unit }))
    expect(reported('2024-01-15')).toEqual([])
    expect(reported('2024-01-25')).toEqual([])
    expect(reported('2024-01-14')).toEqual(['C15-date'])
    expect(reported('2024-01-26')).toEqual(['C15-date'])
    // Without a day nobody can tell that it lies between the two.
    const undated = resolved.withPaper('7-KND').on(today, { unit })
    expect(undated.findings).toMatchObject([{ code: 'C15-day', severity: 'block', before: 'committeeVote' }])
  })

  test('two thirds of all members of the committee', () => {
    const vote = (patch: object) => voted.withCommitteeVote('2024-01-25', patch).on(today)
    expect(codes(vote({ present: 10, agree: 10 }))).toEqual([])
    expect(codes(vote({ present: 9, agree: 9 }))).toEqual(['C16-share'])
    expect(blocksFor(vote({ present: 9, agree: 9 }), 'submit').map(({ code }) => code)).toEqual(['C16-share'])
    expect(codes(vote({ agree: 12 }))).toEqual(['C16-votes'])
  })

  test('not before the branch', () => {
    expect(codes(voted.withCommitteeVote(meeting).on(today))).toEqual([])
    expect(codes(voted.withCommitteeVote('2024-01-14').on(today))).toEqual(['C16-date'])
  })

  test('a base branch has no committee, and where one office decides nothing is sent', () => {
    const baseBranch = { unit: { type: 'baseBranch', name: 'Chi bộ cơ sở' } } as const
    expect(voted.on(today, baseBranch).next).toEqual([{ step: 'submit', who: 'submitter' }])
    expect(resolved.on(today, { superiorIsSelf: true }).next).toEqual([{ step: 'decision', who: 'deciding' }])
    expect(resolved.on(today).pending).toEqual(['submit', 'decision'])
  })
})

describe('C17: 60 working days, 30 more at most', () => {
  test('from 15/01/2024', () => {
    const [, deadline] = voted.on(today).deadlines
    expect(deadline).toEqual({
      id: 'decision',
      length: { amount: 60, unit: 'workingDays' },
      start: '2024-01-15',
      due: '2024-04-15',
      extendedDue: '2024-05-30',
      provisional: false,
      overdue: false,
      article: 'Quy định số 24-QĐ/TW, điểm 4.3',
      confirmed: false,
    })
    expect(codes(voted.on('2024-04-15'))).toEqual([])
    expect(findingOf(voted.on('2024-04-16'), 'C17')).toMatchObject({
      severity: 'warn',
      data: { start: '2024-01-15', due: '2024-04-15', extendedDue: '2024-05-30', decided: null },
    })
    expect(codes(voted.on('2024-05-31'))).toEqual(['C17-ext'])
    // Nothing of it changes any more but what is asked now, with the next set.
    expect(voted.on('2024-05-31').validUntil).toBe('2025-01-20')
  })

  test('stops with the decision, in time or late', () => {
    const decided = (date: string) => resolved.withSubmission('2024-01-26').withDecision(date).withReceipt(date)
    expect(codes(decided('2024-04-15').on('2024-04-20'))).toEqual([])
    expect(findingOf(decided('2024-04-16').on('2024-04-20'), 'C17')?.data).toMatchObject({ decided: '2024-04-16' })
    expect(codes(decided('2024-06-03').on('2024-06-04'))).toEqual(['C17-ext'])
  })

  test('is provisional where the holidays are not published', () => {
    const late = aDossier().with({ birth: '1995-01-01' }).withBranchVote('2027-01-15').on('2027-02-01')
    expect(late.deadlines.find(({ id }) => id === 'decision')?.provisional).toBe(true)
  })

  test('does not run after a vote that fell short', () => {
    const short = aDossier().withBranchVote(meeting, { agree: 2, disagree: 7 }).on('2024-06-01')
    expect(short.deadlines.map(({ id }) => id)).toEqual(['dossier'])
  })
})

describe('C18, C19, C20: the decision', () => {
  test('the body is the deciding one, by the set or by its own name', () => {
    expect(codes(admitted.on(today))).toEqual([])
    const other = resolved.withSubmission('2024-01-26').withDecision('2024-02-20', { body: 'Ủy ban nhân dân huyện' })
    expect(findingOf(other.on(today), 'C18')).toMatchObject({
      severity: 'block',
      data: { body: 'Ủy ban nhân dân huyện' },
    })
    expect(codes(other.on(today, { decidingBody: 'Ủy ban nhân dân huyện' }))).toEqual([])
    const spelt = resolved.withSubmission('2024-01-26').withDecision('2024-02-20', { body: 'ban thường vụ Huyện uỷ' })
    expect(codes(spelt.on(today))).toEqual([])
  })

  test('not dated before the branch has met', () => {
    expect(codes(resolved.withDecision('2024-01-15').withReceipt('2024-01-15').on(today))).not.toContain('C18-date')
    const early = voted.withDecision('2024-01-14').withReceipt('2024-01-20').on(today)
    expect(findingOf(early, 'C18-date')).toMatchObject({ severity: 'block', before: 'ceremony' })
  })

  test('P22: not before the committee has met, nor before the dossier was sent', () => {
    const on = (date: string) => resolved.withSubmission('2024-01-26').withDecision(date).withReceipt('2024-01-29')
    expect(codes(on('2024-01-26').on(today))).toEqual([])
    const unsent = on('2024-01-25').on(today)
    expect(codes(unsent)).toEqual(['C18-order'])
    expect(findingOf(unsent, 'C18-order')).toMatchObject({
      severity: 'warn',
      data: { matter: 'admission', date: '2024-01-25', after: 'submission', other: '2024-01-26' },
    })
    const { date: committee } = resolved.build().committeeVotes[0]!
    expect(committee).toBe('2024-01-25')
    const unvoted = on('2024-01-24').on(today)
    expect(unvoted.findings.filter(({ code }) => code === 'C18-order')).toMatchObject([
      { severity: 'block', before: 'ceremony', data: { after: 'committee', other: '2024-01-25' } },
      { severity: 'warn', data: { after: 'submission' } },
    ])
  })

  test('a dossier sent anew after the decision does not make it too early: the first sending counts', () => {
    const again = resolved.withSubmission('2024-01-26').withDecision('2024-02-20').withSubmission('2024-02-25')
    expect(codes(again.on(today))).not.toContain('C18-order')
  })

  test('P22: where no committee stands between, the dossier is not sent before the branch has met', () => {
    const direct = { unit: { type: 'baseBranch', name: 'Chi bộ cơ sở' } } as const
    const sent = (date: string) => aDossier().withBranchVote(meeting).withSubmission(date).on(today, direct)
    expect(codes(sent(meeting))).not.toContain('C12-sent')
    expect(findingOf(sent('2024-01-14'), 'C12-sent')).toMatchObject({
      severity: 'warn',
      data: { sent: '2024-01-14', meeting },
    })
    expect(codes(aDossier().withBranchVote(meeting).withSubmission('2024-01-14').on(today))).not.toContain('C12-sent')
  })

  test('an unconfirmed body blocks as a confirmed one does, and says that nobody could confirm it', () => {
    const by = (body: string) =>
      aDossier().withBranchVote('2025-08-04').withCommitteeVote('2025-08-08').withDecision('2025-08-20', { body })
    const wrong = findingOf(by('Ủy ban nhân dân xã').on('2025-09-01'), 'C18')
    expect(wrong).toMatchObject({ severity: 'block', confirmed: false })
  })

  test('more than half of the body', () => {
    const by = (agree: number) => resolved.withDecision('2024-02-20', { members: 10, agree }).on(today)
    expect(codes(by(6))).toEqual([])
    expect(findingOf(by(5), 'C19')).toMatchObject({ severity: 'block', data: { agree: 5, of: 10, needed: 6 } })
  })

  test('a refusal is made known', () => {
    const refused = resolved.withSubmission('2024-01-26').withDecision('2024-02-20', { outcome: 'refuse' })
    expect(codes(refused.on(today))).toEqual(['C20'])
    expect(refused.on(today).next).toEqual([{ step: 'recordReceipt', who: 'submitter' }])
    expect(codes(refused.withReceipt('2024-02-22').on('2024-03-01'))).toEqual([])
    expect(refused.withReceipt('2024-02-22').on('2024-03-01').next).toEqual([])
  })

  test('after a refusal a new vote begins a new attempt', () => {
    const again = resolved
      .withSubmission('2024-01-26')
      .withDecision('2024-02-20', { outcome: 'refuse' })
      .withReceipt('2024-02-22')
      .withBranchVote('2024-08-01')
      .on('2024-08-05')
    expect(again.next).toEqual([{ step: 'committeeVote', who: 'committee' }])
    expect(again.pending).toEqual(['committeeVote', 'submit', 'decision'])
    expect(again.deadlines.find(({ id }) => id === 'decision')).toMatchObject({ start: '2024-08-01', overdue: false })
    expect(blocksFor(again, 'submit').map(({ code }) => code)).toEqual(['P1'])
  })
})

describe('C21, C22: the ceremony', () => {
  const received = admitted.withReceipt('2024-02-26')

  test('within 30 working days from the receipt', () => {
    expect(received.on('2024-03-01').deadlines.at(-1)).toMatchObject({
      id: 'ceremony',
      start: '2024-02-26',
      due: '2024-04-08',
    })
    expect(codes(received.on('2024-04-08'))).toEqual([])
    const late = received.on('2024-04-09')
    expect(findingOf(late, 'C21')).toMatchObject({ severity: 'block', before: 'ceremony', data: { held: null } })
    expect(late.checklist.find(({ paper }) => paper === 'DY-LE')?.status).toBe('missing')
    expect(blocksFor(late, 'ceremony').map(({ code }) => code)).toEqual(['C21'])
    expect(codes(received.withPaper('DY-LE', '2024-04-09').on('2024-04-10'))).toEqual([])
  })

  test('held in time, held late, held late with a consent', () => {
    expect(codes(received.withCeremony('2024-04-08').on('2024-04-20'))).toEqual([])
    expect(findingOf(received.withCeremony('2024-04-09').on('2024-04-20'), 'C21')).toMatchObject({
      before: 'recognitionVote',
      data: { held: '2024-04-09' },
    })
    const lateConsent = { number: '12-CV/HU', date: '2024-04-08', issuer: 'Huyện ủy' }
    const consented = received.withCeremony('2024-04-09', { lateConsent }).on('2024-04-20')
    expect(codes(consented)).toEqual([])
    expect(consented.checklist.find(({ paper }) => paper === 'DY-LE')?.status).toBe('present')
  })

  test('after the decision, with its receipt, with a helper', () => {
    expect(codes(admitted.withCeremony('2024-02-20').on('2024-03-01'))).toEqual(['C21-start'])
    expect(codes(received.withCeremony('2024-02-19').on('2024-03-01'))).toEqual(['C21-order'])
    const { helper: _left, ...helperless } = received.withCeremony('2024-03-03').build().ceremony!
    const alone = received.patch({ ceremony: helperless })
    expect(findingOf(alone.on('2024-03-05'), 'C22')).toMatchObject({ severity: 'block', before: 'recognitionVote' })
    const helped = alone.withHelper({ name: 'Trần Văn Bình', from: '2024-03-03' })
    expect(codes(helped.on('2024-03-05'))).toEqual([])
    expect(received.withCeremony('2024-03-03').on('2024-03-05').stage).toBe('probation')
  })
})
