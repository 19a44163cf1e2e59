/**
 * Moves, papers handed back, reports of death and leaving: C33, C34, C46, with the mistakes P28, P29 and P32; the body that
 * decides and the limits of decision and ceremony for P15, P16 and P23. Each seen, not seen, and at its edge.
 */
import { describe, expect, test } from 'vitest'
import { ruleSetOn } from '../../../../shared/rules/sets/index.ts'
import { withRuleValues } from '../../../../shared/rules/rule-values.ts'
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

describe('C33: a move for a time', () => {
  const away = (until: string, more: object = {}) => inProbation().withTransfer('2024-06-03', { until, ...more })

  test.each([
    ['2024-09-01', true],
    ['2024-09-02', false],
    ['2025-06-01', false],
    ['2025-06-02', true],
  ])('until %s: too short or too long %s', (until, expected) => {
    expect(codes(away(until).on('2024-06-10')).includes('C33-time')).toBe(expected)
  })

  test.each([
    ['2024-08-30', true],
    ['2024-08-31', false],
    ['2025-05-30', false],
    ['2025-05-31', true],
  ])('whole months from the first of June to %s: too short or too long %s', (until, expected) => {
    const moved = inProbation().withTransfer('2024-06-01', { until })
    expect(codes(moved.on('2024-06-10')).includes('C33-time')).toBe(expected)
  })

  test('tells both ends, ends no case and has no limits', () => {
    const found = findingOf(away('2024-07-03').on('2024-06-10'), 'C33-time')
    expect(found).toMatchObject({ severity: 'warn', data: { least: 3, under: 12, until: '2024-07-03' } })
    const going = away('2024-12-03', { completedOn: '2024-06-20' }).on('2025-01-10')
    expect(going.stage).toBe('probation')
    expect(going.deadlines.map(({ id }) => id)).not.toContain('transferWhole')
    expect(going.next.map(({ step }) => step)).not.toContain('completeTransfer')
  })
})

describe('C33: a letter that was presented nowhere', () => {
  const moved = (more: object = {}) => inProbation().withTransfer('2024-06-03', more)

  test('is told after three months without the life of a branch, as information', () => {
    expect(codes(moved().on('2024-09-02'))).not.toContain('C33-idle')
    expect(findingOf(moved().on('2024-09-03'), 'C33-idle')).toMatchObject({
      severity: 'info',
      article: expect.stringContaining('Điều 8') as string,
      data: { date: '2024-06-03', since: '2024-09-03', months: 3 },
    })
    expect(codes(moved({ presentedOn: '2024-06-20' }).on('2024-12-01'))).not.toContain('C33-idle')
    expect(codes(moved({ until: '2024-12-01' }).on('2024-12-01'))).not.toContain('C33-idle')
    // Whoever has come to us is in the life of our branch.
    expect(codes(moved({ direction: 'in' }).on('2024-12-01'))).not.toContain('C33-idle')
  })
})

describe('each finding has its own article', () => {
  const rules = ruleSetOn('2024-06-03').requirements
  const without = moveWithoutPaper()

  test('C33-paper rests on the demand for a paper, C34 on the CV that stays, C30 on probation that is not lengthened', () => {
    expect(findingOf(without.on('2024-06-04'), 'C33-paper')?.article).toBe(rules.movePaper.article)
    const ending = { reason: 'withdrawn', date: '2024-01-10', papersReturned: ['2-KND'] } as const
    const given = aDossier().patch({
      ending: { ...ending, papersReturned: ['2-KND'], entry: 'e', office: 'o', origin: 'recorded', onPaper: false },
    })
    expect(findingOf(given.on('2024-01-11'), 'C34')?.article).toBe(rules.verifiedResumeStays.article)
    const longer = inProbation().about('recognition').withBranchVote('2025-02-20', { concludes: 'extension' })
    expect(findingOf(longer.on('2025-02-21'), 'C30')?.article).toBe(
      ruleSetOn('2025-02-20').requirements.probationNeverExtended.article,
    )
  })

  test('C35 rests on the form of the CV', () => {
    const form = ruleSetOn('2024-01-10').papers.find(({ code }) => code === '2-KND')
    const cv = aDossier().withResume('2023-09-05', { periods: [], relatives: [] }).on('2024-01-10')
    const found = cv.findings.filter(({ code }) => code.startsWith('C35'))
    expect(found.length).toBeGreaterThan(1)
    expect(new Set(found.map(({ article }) => article))).toEqual(new Set([form?.requiredWhen.article]))
  })
})

function moveWithoutPaper(): CaseBuilder {
  return inProbation().withTransfer('2024-06-03', { paper: undefined })
}

describe('a demand that an office turns off is made no more', () => {
  /** The sets with one demand turned off. */
  const off = (address: string) => ({
    rules: (day: string) =>
      withRuleValues(ruleSetOn(day), (at) => (at === `requirements.${address}` ? { value: false } : null)),
  })
  const recognition = inProbation().about('recognition')
  const refused = recognition.withBranchVote('2025-02-20').withCommitteeVote('2025-02-24')
  const given = aDossier().patch({
    ending: {
      reason: 'withdrawn',
      date: '2024-01-10',
      papersReturned: ['2-KND'],
      entry: 'e',
      office: 'o',
      origin: 'recorded',
      onPaper: false,
    },
  })

  test.each<readonly [string, string, CaseBuilder, string]>([
    ['recognitionAfterProbation', 'C25', recognition.withBranchVote('2025-02-18'), '2025-02-25'],
    ['recognitionAfterProbation', 'C25-day', recognition.withBranchVote('2025-02-19'), '2025-02-25'],
    ['recognitionPapersBefore', 'C26', recognition.withBranchVote('2025-02-20'), '2025-02-25'],
    [
      'officialFromProbationEnd',
      'C29',
      refused.withDecision('2025-03-10', { outcome: 'recognise', officialFrom: '2025-03-10' }),
      '2025-03-12',
    ],
    [
      'probationNeverExtended',
      'C30',
      recognition.withBranchVote('2025-02-20', { concludes: 'extension' }),
      '2025-02-25',
    ],
    ['recognitionNotified', 'C20', refused.withDecision('2025-03-10', { outcome: 'refuse' }), '2025-03-12'],
    ['verifiedResumeStays', 'C34', given, '2024-01-11'],
    ['movePaper', 'C33-paper', moveWithoutPaper(), '2024-06-04'],
  ])('%s: %s', (address, code, built, day) => {
    expect(codes(built.on(day))).toContain(code)
    expect(codes(built.on(day, off(address)))).not.toContain(code)
  })
})

describe('P16, P22 after admission', () => {
  const resolved = (matter: 'recognition' | 'removal') =>
    inProbation().about(matter).withBranchVote('2025-02-20').withCommitteeVote('2025-02-24')

  test.each(['recognition', 'removal'] as const)('a refused %s is made known to the branch', (matter) => {
    const refused = resolved(matter).withSubmission('2025-02-25').withDecision('2025-03-10', { outcome: 'refuse' })
    expect(findingOf(refused.on('2025-03-12'), 'C20')).toMatchObject({
      severity: 'warn',
      article: expect.stringMatching(/.+/) as string,
      data: { matter, date: '2025-03-10' },
    })
    expect(codes(refused.withReceipt('2025-03-10').on('2025-03-12'))).not.toContain('C20')
    const { entry } = refused.build()[matter].decision!
    const notice = {
      decision: entry,
      date: '2025-03-11',
      entry: 'n',
      office: 'o',
      origin: 'recorded',
      onPaper: false,
    } as const
    expect(codes(refused.patch({ refusalNotices: [notice] }).on('2025-03-12'))).not.toContain('C20')
  })

  test('sent after the last meeting, decided after the committee and after it was sent', () => {
    const sent = (date: string) => resolved('recognition').withSubmission(date).on('2025-03-01')
    expect(codes(sent('2025-02-24'))).not.toContain('C27-sent')
    expect(findingOf(sent('2025-02-23'), 'C27-sent')).toMatchObject({
      severity: 'warn',
      data: { matter: 'recognition', sent: '2025-02-23', body: 'committee', date: '2025-02-24' },
    })
    const alone = inProbation().about('removal').withBranchVote('2025-02-20').withSubmission('2025-02-19')
    expect(findingOf(alone.on('2025-03-01'), 'C27-sent')).toMatchObject({ data: { body: 'branch' } })
    const decided = (date: string) =>
      resolved('removal').withSubmission('2025-02-26').withDecision(date, { outcome: 'remove' }).on('2025-03-12')
    expect(codes(decided('2025-02-26'))).not.toContain('C18-order')
    expect(decided('2025-02-23').findings.filter(({ code }) => code === 'C18-order')).toMatchObject([
      { severity: 'block', data: { matter: 'removal', after: 'committee' } },
      { severity: 'warn', data: { after: 'submission' } },
    ])
  })

  test('another body on a later matter blocks as on admission', () => {
    const wrong = resolved('removal').withDecision('2025-03-10', { outcome: 'remove', body: 'Đảng ủy xã Đồng Hóa' })
    expect(findingOf(wrong.on('2025-03-12'), 'C18')?.severity).toBe('block')
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
