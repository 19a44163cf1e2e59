/**
 * Moves, papers handed back, reports of death and leaving: C33, C34, C46, with the mistakes P28, P29 and P32; the body that
 * decides and the limits of decision and ceremony for P15, P16 and P23. Each seen, not seen, and at its edge.
 */
import { describe, expect, test } from 'vitest'
import { aDossier, codes, findingOf, type CaseBuilder } from '../../../support/case-builder.ts'

function inProbation(): CaseBuilder {
  return aDossier()
    .withBranchVote('2024-01-15')
    .withCommitteeVote('2024-01-20')
    .withDecision('2024-02-01')
    .withReceipt('2024-02-05')
    .withCeremony('2024-02-19')
}

describe('C33: a move has its paper and keeps its limits', () => {
  const moved = (more: object = {}) => inProbation().withTransfer('2024-06-03', more)

  test('P28: presented after 30 working days, completed after 60', () => {
    const limits = moved().on('2024-06-04').deadlines
    const present = limits.find(({ id }) => id === 'transferPresent')
    const whole = limits.find(({ id }) => id === 'transferWhole')
    expect([present?.due, whole?.due]).toEqual(['2024-07-15', '2024-08-26'])
    expect(codes(moved({ presentedOn: '2024-07-15', completedOn: '2024-08-26' }).on('2024-08-26'))).not.toContain('C33')
    expect(findingOf(moved({ presentedOn: '2024-07-16' }).on('2024-07-20'), 'C33')).toMatchObject({
      severity: 'warn',
      data: { due: '2024-07-15', presented: '2024-07-16' },
    })
    expect(codes(moved({ presentedOn: '2024-06-10' }).on('2024-08-26'))).not.toContain('C33-whole')
    expect(findingOf(moved({ presentedOn: '2024-06-10' }).on('2024-08-27'), 'C33-whole')).toMatchObject({
      data: { due: '2024-08-26', completed: null },
    })
  })

  test('one under way is the next thing to do, beside all else, and the clock of probation goes on', () => {
    const assessment = moved().on('2024-06-04')
    expect(assessment.next.map(({ step }) => step)).toContain('completeTransfer')
    expect(assessment.membership?.probationEnd).toBe('2025-02-19')
  })

  test('without the number of its paper; of a candidate there is no limit', () => {
    expect(findingOf(moved({ paper: undefined }).on('2024-06-04'), 'C33-paper')).toMatchObject({ severity: 'warn' })
    const candidate = aDossier().withTransfer('2024-01-03', { who: 'candidate', direction: 'in' })
    expect(candidate.on('2024-12-01').deadlines.map(({ id }) => id)).not.toContain('transferPresent')
    expect(codes(candidate.on('2024-12-01'))).not.toContain('C33-paper')
  })
})

describe('C34: the verified CV stays with the committee', () => {
  const ended = (papersReturned: readonly string[], built = aDossier()) =>
    codes(
      built
        .withEnding('2024-01-10')
        .patch({
          ending: {
            reason: 'withdrawn',
            date: '2024-01-10',
            papersReturned: [...papersReturned],
            entry: 'e',
            office: 'o',
            origin: 'recorded',
            onPaper: false,
          },
        })
        .on('2024-01-11'),
    )

  test('P29: given back to a candidate who withdrew', () => {
    expect(ended(['1-KND', '2-KND'])).toEqual(['C34'])
  })

  test('other papers may be given back, and so may a CV that nobody has verified', () => {
    expect(ended(['1-KND', 'CN-NTVD'])).toEqual([])
    expect(ended(['2-KND'], aDossier().withoutPaper('TT-2-KND'))).toEqual([])
  })
})

describe('C46: a death or leaving is reported within 30 working days', () => {
  const died = inProbation().withEnding('2024-06-03', 'died')

  test('P32: it is due on the thirtieth, and late the day after', () => {
    expect(codes(died.on('2024-07-15'))).not.toContain('C46')
    expect(findingOf(died.on('2024-07-16'), 'C46')).toMatchObject({
      severity: 'warn',
      data: { on: '2024-06-03', due: '2024-07-15', reported: null },
    })
    expect(died.on('2024-06-04').next).toEqual([{ step: 'reportDeparture', who: 'submitter' }])
  })

  test('reported in time, and reported late', () => {
    expect(codes(inProbation().withDeparture('2024-07-15', '2024-06-03').on('2024-12-01'))).not.toContain('C46')
    const late = inProbation().withDeparture('2024-07-16', '2024-06-03', 'left').on('2024-12-01')
    expect(findingOf(late, 'C46')).toMatchObject({ data: { reported: '2024-07-16' } })
    expect(late.stage).toBe('left')
  })

  test('of a candidate nothing is reported', () => {
    expect(codes(aDossier().withEnding('2024-01-10', 'died').on('2024-12-01'))).not.toContain('C46')
  })
})

describe('mistakes about decision and ceremony', () => {
  test('P15: a ceremony after its limit without a consent', () => {
    const held = (date: string) =>
      codes(
        aDossier()
          .withBranchVote('2024-01-15')
          .withCommitteeVote('2024-01-20')
          .withDecision('2024-02-01')
          .withReceipt('2024-02-05')
          .withCeremony(date)
          .on('2024-06-01'),
      )
    expect(held('2024-03-25')).not.toContain('C21')
    expect(held('2024-03-26')).toContain('C21')
  })

  test('P16: a decision after its limit, and a refusal that was not made known', () => {
    const voted = aDossier().withBranchVote('2024-01-15').withCommitteeVote('2024-01-20')
    expect(codes(voted.withDecision('2024-04-15').on('2024-05-01'))).not.toContain('C17')
    expect(codes(voted.withDecision('2024-04-16').on('2024-05-01'))).toContain('C17')
    expect(codes(voted.withDecision('2024-02-01', { outcome: 'refuse' }).on('2024-05-01'))).toContain('C20')
  })

  test('P23: another body has decided, on admission and on recognition', () => {
    const other = { body: 'Đảng ủy xã Đồng Hóa' }
    const voted = aDossier().withBranchVote('2024-01-15').withCommitteeVote('2024-01-20')
    expect(codes(voted.withDecision('2024-02-01', other).on('2024-05-01'))).toContain('C18')
    const recognised = inProbation().about('recognition').withBranchVote('2025-02-20').withCommitteeVote('2025-02-24')
    expect(codes(recognised.withDecision('2025-03-10', other).on('2025-03-12'))).toContain('C18')
    expect(codes(recognised.withDecision('2025-03-10').on('2025-03-12'))).not.toContain('C18')
  })

  test('C19 on recognition: half of the body is not more than half', () => {
    const voted = inProbation().about('recognition').withBranchVote('2025-02-20').withCommitteeVote('2025-02-24')
    expect(codes(voted.withDecision('2025-03-10', { members: 12, agree: 6 }).on('2025-03-12'))).toContain('C19')
    expect(codes(voted.withDecision('2025-03-10', { members: 12, agree: 7 }).on('2025-03-12'))).not.toContain('C19')
  })
})
