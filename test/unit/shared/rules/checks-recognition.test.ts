/**
 * From the ceremony to the card: C23 to C30, each seen, not seen, and at its very edge; and the mistakes P2, P3, P26, P27 of
 * real dossiers. The ceremony of the story is on 19/02/2024, so probation ends on 19/02/2025, a Wednesday.
 */
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../../shared/calendar/plain-date.ts'
import type { BranchVote } from '../../../../shared/model/acts.ts'
import type { CaseState } from '../../../../shared/model/case-state.ts'
import { blocksFor } from '../../../../shared/rules/assess.ts'
import { aDossier, codes, findingOf, type CaseBuilder } from '../../../support/case-builder.ts'
import { AFTER, END, inProbation, ready } from '../../../support/probation.ts'

/** The report of a vote on recognition that fell short. */
function report(meeting: string): CaseState['shortVotes'][number] {
  const marks = { entry: 'e', office: 'o', origin: 'recorded', onPaper: false } as const
  return { ...marks, matter: 'recognition', body: 'branch', meeting, agree: 5, of: 9, date: meeting }
}

describe('C23: the days that follow from the ceremony are computed', () => {
  test('party age from the decision, probation twelve months from the ceremony', () => {
    expect(inProbation().on('2024-03-01').membership).toMatchObject({ partyAgeFrom: '2024-02-01', probationEnd: END })
  })

  test('nothing is computed before there is a ceremony', () => {
    expect(aDossier().withBranchVote('2024-01-15').withDecision('2024-02-01').on('2024-03-01').membership).toBeNull()
  })

  test('on the last day of a month that the year after does not have, it is the last day of that month', () => {
    const leap = inProbation().withCeremony('2024-02-29')
    expect(leap.on('2024-03-01').membership?.probationEnd).toBe('2025-02-28')
  })
})

describe('C24: before probation ends the papers are called to mind', () => {
  test('nothing is said 61 days before the end', () => {
    expect(codes(inProbation().on('2024-12-20'))).not.toContain('C24')
  })

  test('from 60 days before it, and again from 30', () => {
    expect(findingOf(inProbation().on('2024-12-21'), 'C24')).toMatchObject({
      severity: 'info',
      data: { end: END, days: 60, missing: 4 },
    })
    expect(findingOf(inProbation().on('2025-01-20'), 'C24')).toMatchObject({ data: { days: 30 } })
  })

  test('not where nothing is missing, and not once the end has come', () => {
    expect(codes(ready().on('2025-02-15'))).not.toContain('C24')
    expect(codes(inProbation().on(END))).not.toContain('C24')
  })
})

describe('C25: the branch meets after probation has ended and within its limit', () => {
  test('P2: recognised one day too early, it stops the next paper', () => {
    const early = ready().withBranchVote('2025-02-18')
    expect(findingOf(early.on('2025-02-25'), 'C25')).toMatchObject({
      severity: 'block',
      data: { meeting: '2025-02-18', end: END },
    })
    expect(blocksFor(early.on('2025-02-25'), 'recognitionCommittee').map(({ code }) => code)).toContain('C25')
  })

  test('on the very day offices read the twelve months differently: a warning', () => {
    const onTheDay = ready().withBranchVote(END).on('2025-02-25')
    expect(codes(onTheDay)).not.toContain('C25')
    expect(findingOf(onTheDay, 'C25-day')).toMatchObject({ severity: 'warn' })
  })

  test('the day after there is nothing to say', () => {
    expect(codes(ready().withBranchVote(AFTER).on('2025-02-25'))).toEqual([])
  })

  test('P3: 30 working days after the end it is in time, one day later it is late', () => {
    expect(codes(ready().withBranchVote('2025-04-02').on('2025-04-10'))).not.toContain('C25-late')
    expect(findingOf(ready().withBranchVote('2025-04-03').on('2025-04-10'), 'C25-late')).toMatchObject({
      severity: 'warn',
      data: { start: END, due: '2025-04-02', held: '2025-04-03' },
    })
    expect(findingOf(ready().on('2025-04-03'), 'C25-late')).toMatchObject({ data: { held: null } })
    expect(codes(ready().on('2025-04-02'))).not.toContain('C25-late')
  })
})

describe('C26: the papers of recognition', () => {
  test('P27: the certificate of the class for new members is missing', () => {
    const without = ready().withoutPaper('CN-DVM').withBranchVote(AFTER).on('2025-02-25')
    expect(findingOf(without, 'C26')).toMatchObject({ id: 'C26:CN-DVM', severity: 'block', before: 'recognitionVote' })
  })

  test('nothing is missing where all are there, and nothing is asked for during probation', () => {
    expect(codes(ready().withBranchVote(AFTER).on('2025-02-25'))).not.toContain('C26')
    expect(codes(inProbation().on('2025-02-18'))).not.toContain('C26')
    expect(codes(inProbation().on(END)).filter((code) => code === 'C26').length).toBeGreaterThanOrEqual(4)
  })

  test('a paper without a day, one of the day of the meeting, one of the day after', () => {
    const vote = (paper: CaseBuilder) => codes(paper.withBranchVote(AFTER).on('2025-02-25'))
    expect(vote(ready().withoutPaper('10-KND').withPaper('10-KND'))).toContain('C26-date')
    expect(vote(ready().withoutPaper('10-KND').withPaper('10-KND', AFTER))).toEqual([])
    const late = ready().withoutPaper('10-KND').withPaper('10-KND', '2025-02-21')
    expect(findingOf(late.withBranchVote(AFTER).on('2025-02-25'), 'C26-late')).toMatchObject({ severity: 'block' })
    // One made anew later does not unmake the one that the meeting had.
    expect(vote(ready().withPaper('10-KND', '2025-02-21'))).toEqual([])
  })

  test('one made anew after the meeting only warns where the meeting had the one before', () => {
    const anew = (firstDate: string) => {
      const made = ready().withoutPaper('10-KND').withPaper('10-KND', '2025-02-24', { firstDate })
      return findingOf(made.withBranchVote(AFTER).on('2025-02-25'), 'C26-late')?.severity
    }
    expect([anew(AFTER), anew('2025-02-21')]).toEqual(['warn', 'block'])
  })

  test('one that says something else stands in the way of recognition, and not of an admission long decided', () => {
    const differs = ready().withPaper('10-KND', '2025-02-19', { differs: 'Bản tự kiểm điểm ghi sinh năm 1991' })
    const found = differs.withBranchVote(AFTER).on('2025-02-25')
    expect(findingOf(found, 'C36-paper')).toMatchObject({ severity: 'block', before: 'recognitionVote' })
    expect(blocksFor(found, 'recognitionSubmit').map(({ code }) => code)).toContain('C36-paper')
  })

  test('a vote recorded without the number of its resolution', () => {
    const bare = ready().withBranchVote(AFTER, { resolution: undefined }).on('2025-02-25')
    expect(findingOf(bare, 'C26-num')).toMatchObject({ severity: 'warn', data: { paper: '13-KND' } })
  })

  test('under a section its report comes before the committee', () => {
    const section = { unit: { type: 'branch', name: 'Chi bộ', inSection: true } } as const
    const voted = ready().withPaper('7-KND', '2024-01-17').withBranchVote(AFTER)
    expect(findingOf(voted.on('2025-02-25', section), 'C26')).toMatchObject({ id: 'C26:14-KND' })
    expect(codes(voted.withPaper('14-KND', '2025-02-22').on('2025-02-25', section))).not.toContain('C26')
  })
})

describe('C27: the votes are counted as at admission', () => {
  test.each([
    [3, 2, 1],
    [4, 3, 2],
    [7, 5, 4],
    [9, 6, 5],
    [10, 7, 6],
  ])('of %i official members %i are enough and %i are not', (official, enough, short) => {
    const vote = (agree: number) =>
      codes(
        ready()
          .withBranchVote(AFTER, { official, presentOfficial: official, agree, disagree: official - agree })
          .on('2025-02-25'),
      )
    expect(vote(enough)).not.toContain('C27-share')
    expect(vote(short)).toContain('C27-share')
  })

  test('members who do not count are taken off first', () => {
    const vote = { official: 9, excluded: 3, presentOfficial: 6, disagree: 2, absences: [{ count: 3, reason: 'ốm' }] }
    expect(
      codes(
        ready()
          .withBranchVote(AFTER, { ...vote, agree: 4 })
          .on('2025-02-25'),
      ),
    ).toEqual([])
    expect(
      codes(
        ready()
          .withBranchVote(AFTER, { ...vote, agree: 3, disagree: 3 })
          .on('2025-02-25'),
      ),
    ).toContain('C27-share')
  })

  test('more votes than voters, and a branch of two', () => {
    const many = ready().withBranchVote(AFTER, { official: 9, presentOfficial: 8, agree: 9 })
    expect(codes(many.on('2025-02-25'))).toContain('C27-sum')
    const two = ready().withBranchVote(AFTER, { official: 2, presentOfficial: 2, agree: 2 })
    expect(codes(two.on('2025-02-25'))).toContain('C27-min')
    const three = ready().withBranchVote(AFTER, { official: 3, presentOfficial: 3, agree: 3 })
    expect(codes(three.on('2025-02-25'))).not.toContain('C27-min')
  })

  test('fewer votes than voters are called to mind, more are stopped, and each absence has its reason', () => {
    const counted = (patch: Partial<BranchVote>) =>
      ready()
        .withBranchVote(AFTER, { official: 9, presentOfficial: 9, agree: 9, disagree: 0, blank: 0, ...patch })
        .on('2025-02-25')
    expect(codes(counted({}))).toEqual([])
    expect(findingOf(counted({ agree: 8 }), 'C27-sum')).toMatchObject({ severity: 'warn' })
    expect(findingOf(counted({ agree: 10 }), 'C27-sum')).toMatchObject({ severity: 'block' })
    const reason = 'Đi công tác'
    const one = { presentOfficial: 8, agree: 8 }
    expect(codes(counted({ ...one, absences: [{ count: 1, reason }] }))).toEqual([])
    expect(findingOf(counted({ ...one, absences: [] }), 'C27-abs')).toMatchObject({
      severity: 'block',
      data: { absent: 1, listed: 0 },
    })
    // Who does not count need not be listed.
    expect(codes(counted({ ...one, excluded: 1, absences: [] }))).toEqual([])
    expect(findingOf(counted({ absences: [{ count: 1, reason }] }), 'C27-sum')).toMatchObject({ severity: 'block' })
  })

  test('the committee: two thirds of all members, and not before the branch', () => {
    const voted = ready().withBranchVote(AFTER)
    expect(codes(voted.withCommitteeVote('2025-02-24', { agree: 10, disagree: 5 }).on('2025-02-25'))).toEqual([])
    expect(codes(voted.withCommitteeVote('2025-02-24', { agree: 9, disagree: 6 }).on('2025-02-25'))).toContain(
      'C27-body',
    )
    expect(codes(voted.withCommitteeVote('2025-02-18').on('2025-02-25'))).toContain('C27-order')
    const fewer = voted.withCommitteeVote('2025-02-24', { present: 15, agree: 12, disagree: 2 }).on('2025-02-25')
    expect(findingOf(fewer, 'C27-votes')).toMatchObject({ severity: 'warn', data: { votes: 14, present: 15 } })
    const more = voted.withCommitteeVote('2025-02-24', { present: 13, agree: 12, disagree: 2 }).on('2025-02-25')
    expect(findingOf(more, 'C27-votes')).toMatchObject({ severity: 'block' })
  })
})

describe('C28: the decision within 30 working days of the resolution, 30 more at most', () => {
  const sent = ready().withBranchVote(AFTER).withCommitteeVote('2025-02-24').withSubmission('2025-02-25')
  const decided = (date: string) => codes(sent.withDecision(date).on('2025-08-01'))

  test('on the thirtieth, the day after, on the last day of the extension and after it', () => {
    expect(decided('2025-04-03')).not.toContain('C28')
    expect(decided('2025-04-04')).toContain('C28')
    const extended = findingOf(sent.withDecision('2025-04-04').on('2025-08-01'), 'C28')
    expect(extended).toMatchObject({ severity: 'warn', data: { due: '2025-04-03', decided: '2025-04-04' } })
    const last = sent.on('2025-04-04').deadlines.find(({ id }) => id === 'recognitionDecision')?.extendedDue ?? ''
    expect(decided(last)).toContain('C28')
    expect(codes(sent.on(last))).not.toContain('C28-ext')
    expect(codes(sent.on('2025-07-01'))).toContain('C28-ext')
  })

  test('lengthened, it is late only after the new end', () => {
    const act = { entry: 'e', office: 'o', origin: 'recorded', onPaper: false } as const
    const lengthened = sent.patch({
      extensions: [{ limit: 'recognitionDecision', reason: 'Chờ thẩm tra', date: '2025-04-01', ...act }],
    })
    const last = sent.on('2025-04-04').deadlines.find(({ id }) => id === 'recognitionDecision')?.extendedDue ?? ''
    expect(codes(sent.on(last))).toContain('C28')
    expect(codes(lengthened.on(last))).not.toContain('C28')
    expect(findingOf(lengthened.on(addDays(last, 1)), 'C28-ext')).toMatchObject({
      data: { due: '2025-04-03', extendedDue: last },
    })
    const inTime = lengthened.withDecision(last).on('2025-08-01')
    expect(codes(inTime).filter((code) => code.startsWith('C28'))).toEqual([])
    // Given on the last day it counts; a day later it is on record, and in vain.
    const given = (date: string) =>
      sent
        .patch({ extensions: [{ limit: 'recognitionDecision', reason: 'Chờ thẩm tra', date, ...act }] })
        .on('2025-04-07')
    expect(codes(given('2025-04-03')).filter((code) => code.startsWith('C28'))).toEqual([])
    expect(codes(given('2025-04-04')).filter((code) => code.startsWith('C28'))).toEqual(['C28', 'C28-given'])
  })

  test('before the branch has resolved no clock runs', () => {
    expect(
      ready()
        .on('2025-03-01')
        .deadlines.map(({ id }) => id),
    ).not.toContain('recognitionDecision')
  })
})

describe('C29: official from the end of probation, whatever the day of the decision', () => {
  const recognised = (officialFrom?: string) =>
    ready()
      .withBranchVote(AFTER)
      .withCommitteeVote('2025-02-24')
      .withDecision('2025-03-10', officialFrom === undefined ? {} : { officialFrom })
      .on('2025-03-12')

  test('the day of the decision in its place stops the card', () => {
    expect(findingOf(recognised('2025-03-10'), 'C29')).toMatchObject({
      severity: 'block',
      before: 'card',
      data: { officialFrom: '2025-03-10', expected: END },
    })
  })

  test('the right day, one day off, and none recorded', () => {
    expect(codes(recognised(END))).not.toContain('C29')
    expect(codes(recognised(AFTER))).toContain('C29')
    expect(codes(recognised())).not.toContain('C29')
  })
})

describe('C30: who is not qualified is struck off; there is no longer probation', () => {
  test('a branch that lengthens probation is told so, and its paper stopped', () => {
    const longer = ready().withBranchVote(AFTER, { agree: 3, disagree: 6, concludes: 'extension' })
    expect(findingOf(longer.on('2025-02-25'), 'C30')).toMatchObject({ severity: 'block' })
    expect(codes(longer.on('2025-02-25'))).not.toContain('C27-share')
  })

  test('a short vote asks for striking off, until it is proposed or the branch votes again', () => {
    const short = ready().withBranchVote(AFTER, { agree: 5, disagree: 4 })
    expect(findingOf(short.on('2025-02-25'), 'C30-short')).toMatchObject({ severity: 'warn', data: { failed: 1 } })
    const proposed = short.about('removal').withBranchVote('2025-02-27')
    expect(codes(proposed.on('2025-03-01'))).not.toContain('C30-short')
    expect(codes(short.withBranchVote('2025-02-27').on('2025-03-01'))).not.toContain('C30-short')
  })

  test('a refusal of the deciding body asks for it too', () => {
    const refused = ready().withBranchVote(AFTER).withDecision('2025-03-10', { outcome: 'refuse' })
    expect(findingOf(refused.on('2025-03-12'), 'C30-no')).toMatchObject({ severity: 'warn' })
    expect(refused.on('2025-03-12').next.map(({ step }) => step)).toEqual(['recordReceipt', 'removalVote'])
  })

  test('three votes that fell short are told to the committee above, two are not; a report or a vote that passed ends it', () => {
    const short = (...days: readonly string[]) =>
      days.reduce((built, day) => built.withBranchVote(day, { agree: 5, disagree: 4 }), ready())
    const twice = short(AFTER, '2025-03-05')
    expect(codes(twice.on('2025-03-06'))).not.toContain('C30-votes')
    const thrice = short(AFTER, '2025-03-05', '2025-03-20')
    expect(findingOf(thrice.on('2025-03-21'), 'C30-votes')).toMatchObject({
      severity: 'warn',
      article: 'Hướng dẫn số 01-HD/TW năm 2021, mục 5',
      confirmed: false,
      data: { meeting: '2025-03-20', failed: 3, limit: 3 },
    })
    const told = thrice.patch({ shortVotes: [report('2025-03-20')] })
    expect(codes(told.on('2025-03-25'))).not.toContain('C30-votes')
    expect(codes(thrice.patch({ shortVotes: [report('2025-03-05')] }).on('2025-03-25'))).toContain('C30-votes')
    expect(codes(thrice.withBranchVote('2025-04-02').on('2025-04-03'))).not.toContain('C30-votes')
  })

  test('a vote that fell short is reported, then the branch may vote again until it has failed too often', () => {
    const steps = (built: CaseBuilder, day: string) => built.on(day).next.map(({ step }) => step)
    const once = ready().withBranchVote(AFTER, { agree: 5, disagree: 4 })
    expect(steps(once, '2025-02-25')).toEqual(['reportShortVote', 'removalVote'])
    const reported = once.patch({ shortVotes: [report(AFTER)] })
    expect(steps(reported, '2025-02-25')).toEqual(['recognitionVote', 'removalVote'])
    const thrice = reported
      .withBranchVote('2025-03-05', { agree: 5, disagree: 4 })
      .withBranchVote('2025-03-20', { agree: 5, disagree: 4 })
      .patch({ shortVotes: [report(AFTER), report('2025-03-20')] })
    expect(steps(thrice, '2025-03-25')).toEqual(['removalVote'])
  })

  test('a vote that passed leaves nothing to say', () => {
    expect(codes(ready().withBranchVote(AFTER).on('2025-02-25'))).not.toContain('C30-short')
  })
})

describe('P26: somebody helps during probation', () => {
  test('nobody named at the ceremony and nobody assigned since', () => {
    const alone = aDossier().withBranchVote('2024-01-15').withDecision('2024-02-01').withReceipt('2024-02-05')
    const held = alone.withCeremony('2024-02-19', { helper: undefined })
    expect(codes(held.on('2024-02-20'))).toContain('C22')
    expect(held.on('2024-02-20').next[0]).toEqual({ step: 'assignHelper', who: 'branch' })
    const helped = held.withHelper({ name: 'Lê Thị Cúc', from: '2024-02-19' })
    expect(codes(helped.on('2024-02-20'))).not.toContain('C22')
    expect(helped.on('2024-02-20').next[0]?.step).not.toBe('assignHelper')
  })
})
