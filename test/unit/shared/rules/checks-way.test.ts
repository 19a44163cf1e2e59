/** C8 by relative, C9, C14, C35, C36, C40: each side of every limit. */
import { describe, expect, test } from 'vitest'
import { blocksFor } from '../../../../shared/rules/assess.ts'
import { aDossier, codes, findingOf, type CaseBuilder } from '../../../support/case-builder.ts'
import { FAMILY, verified } from '../../../support/verified-case.ts'

const meeting = '2024-01-15'
const clear = { date: '2023-10-20', result: 'clear' as const }

const ids = (builder: CaseBuilder, on = '2024-02-01') =>
  builder
    .withBranchVote(meeting)
    .on(on)
    .findings.map(({ id }) => id)

describe('C8 by relative', () => {
  test('everybody in scope verified is no finding, and the checklist has its answer', () => {
    const whole = verified().withVerification('2023-09-10', ['self', 1, 2], { answer: clear })
    expect(ids(whole)).toEqual([])
    expect(whole.on('2024-01-10').checklist.find(({ paper }) => paper === 'TT-2-KND')).toMatchObject({
      status: 'present',
      date: '2023-10-20',
    })
  })

  test('one forgotten, one not answered, one unclear; a brother need not be verified', () => {
    const open = verified()
      .withVerification('2023-09-10', ['self'], { answer: clear })
      .withVerification('2023-09-10', [1], { answer: { ...clear, result: 'unclear' } })
    const found = open.withBranchVote(meeting).on('2024-02-01')
    expect(found.findings.filter(({ code }) => code === 'C8-open')).toMatchObject([
      { id: 'C8-open:1', severity: 'block', data: { relation: 'father', why: 'unclear' } },
      { id: 'C8-open:2', severity: 'block', data: { relation: 'mother', relative: 'Trần Thị Bé', why: 'notAsked' } },
    ])
    expect(blocksFor(found, 'committeeVote').map(({ id }) => id)).toEqual(['C8-open:1', 'C8-open:2'])
    const waiting = verified().withVerification('2023-12-20', ['self', 1, 2])
    expect(ids(waiting)).toEqual(['C8-open:self', 'C8-open:1', 'C8-open:2'])
  })

  test('children count from the end of the year in which they grow up, or as the CV says', () => {
    const child = (birthYear: number, capable?: boolean) =>
      ids(
        verified({
          relatives: [...FAMILY, { relation: 'child', birthYear, ...(capable === undefined ? {} : { capable }) }],
        })
          .with({ birth: '1975-06-15' })
          .withVerification('2023-09-10', ['self', 1, 2], { answer: clear }),
      )
    expect(child(2006)).toEqual([])
    expect(child(2005)).toEqual(['C8-open:4'])
    expect(child(2005, false)).toEqual([])
    expect(child(2010, true)).toEqual(['C8-open:4'])
  })

  test('a member on the same side spares a relative; no member, or one of the other side, does not', () => {
    const asked = verified().withVerification('2023-09-10', ['self'], { answer: clear })
    expect(ids(asked.withWaiver(1, 3).withWaiver(2, 3))).toEqual([])
    expect(ids(asked.withWaiver(1, 2).withWaiver(2, 3))).toEqual(['C8-waiver:1'])
    const family = [
      ...FAMILY,
      { relation: 'spouse' as const },
      { relation: 'spouseFather' as const },
      { relation: 'spouseSibling' as const, partyMember: true },
    ]
    const married = verified({ relatives: family }).withVerification('2023-09-10', ['self', 1, 2, 4], { answer: clear })
    expect(ids(married)).toEqual(['C8-open:5'])
    expect(ids(married.withWaiver(5, 3))).toEqual(['C8-waiver:1'])
    expect(ids(married.withWaiver(5, 6))).toEqual([])
    expect(findingOf(married.withWaiver(5, 3).on('2024-02-01'), 'C8-waiver')?.data).toMatchObject({ why: 'otherSide' })
  })

  test("the spouse's parents forgotten altogether are called to mind", () => {
    const spouse = verified({ relatives: [...FAMILY, { relation: 'spouse' }] })
    expect(ids(spouse.withVerification('2023-09-10', ['self', 1, 2, 4], { answer: clear }))).toEqual(['C8-none:spouse'])
    const byHand = verified({ relatives: [], byHand: ['relatives'] })
    expect(ids(byHand.withVerification('2023-09-10', ['self'], { answer: clear }))).toEqual([])
    expect(ids(verified({ relatives: [] }).withVerification('2023-09-10', ['self'], { answer: clear }))).toEqual([
      'C8-none:own',
      'C35-empty:relatives',
    ])
  })

  test('the stamp comes before the first request and before remarks, remarks after the last answer', () => {
    const asked = (stamp: string | null, remarksOn?: string) => {
      const base = verified({ relatives: FAMILY, ...(remarksOn === undefined ? {} : { remarksOn }) }).patch({
        seals: [],
      })
      const sealed = stamp === null ? base : base.withSeal(stamp)
      return ids(sealed.withVerification('2023-09-10', ['self', 1, 2], { answer: clear }))
    }
    expect(asked('2023-09-10')).toEqual([])
    expect(asked('2023-09-11')).toEqual(['C8-stamp'])
    expect(asked(null)).toEqual(['C8-stamp'])
    expect(asked('2023-09-06', '2023-10-20')).toEqual([])
    expect(asked('2023-09-06', '2023-10-19')).toEqual(['C8-remarks'])
    expect(asked('2023-10-25', '2023-10-24')).toEqual(['C8-stamp', 'C8-late'])
  })

  test('an answer that tells of a problem is called to mind, not stopped', () => {
    const adverse = verified().withVerification('2023-09-10', ['self', 1, 2], {
      answer: { ...clear, result: 'adverse' },
    })
    expect(findingOf(adverse.on('2024-01-10'), 'C8-adverse')).toMatchObject({ severity: 'warn' })
    expect(codes(adverse.on('2024-01-10'))).not.toContain('C8-open')
  })
})

describe('C9: 30 working days for an answer, 90 from abroad', () => {
  const asked = (rest: Parameters<CaseBuilder['withVerification']>[2]) =>
    verified().withVerification('2024-01-15', ['self', 1, 2], rest)

  test('from the day it arrived: the 30th working day over Tết is still in time', () => {
    const open = asked({ received: '2024-01-19' })
    expect(open.on('2024-01-20').deadlines.find(({ id }) => id === 'verification')).toMatchObject({
      start: '2024-01-19',
      due: '2024-03-08',
      overdue: false,
    })
    expect(codes(open.on('2024-03-08'))).not.toContain('C9')
    expect(findingOf(open.on('2024-03-09'), 'C9')).toMatchObject({
      severity: 'warn',
      confirmed: false,
      data: { received: '2024-01-19', due: '2024-03-08' },
    })
    expect(codes(asked({ received: '2024-01-19', answer: clear }).on('2024-03-09'))).not.toContain('C9')
  })

  test('from the day it was sent, where nobody told of its arrival; longer from abroad', () => {
    expect(findingOf(asked({}).on('2024-03-09'), 'C9')?.data).toMatchObject({ received: null, sent: '2024-01-15' })
    const abroad = asked({ abroad: true, received: '2024-01-19' })
    expect(abroad.on('2024-03-09').deadlines.find(({ id }) => id === 'verificationAbroad')?.due).toBe('2024-06-05')
    expect(codes(abroad.on('2024-06-05'))).not.toContain('C9')
    expect(codes(abroad.on('2024-06-06'))).toContain('C9')
  })
})

describe('C35: the CV hangs together', () => {
  const cv = (resume: Parameters<CaseBuilder['withResume']>[1]) =>
    verified({ relatives: FAMILY, ...resume })
      .withVerification('2023-09-10', ['self', 1, 2], { answer: clear })
      .on('2024-01-10')
  const times = (...periods: readonly (readonly [from: string, to: string | null])[]) =>
    cv({
      periods: periods.map(([from, to], place) => ({
        from,
        what: `Việc ${place + 1}`,
        ...(to === null ? {} : { to }),
      })),
    })

  test.each([
    [
      [
        ['2003-09-01', '2010-05-31'],
        ['2010-06-30', null],
      ],
      [],
    ],
    [
      [
        ['2003-09-01', '2010-05-31'],
        ['2010-07-01', null],
      ],
      [],
    ],
    [
      [
        ['2003-09-01', '2010-05-31'],
        ['2010-07-02', null],
      ],
      ['C35-gap'],
    ],
    [
      [
        ['2003', '2010'],
        ['2011', null],
      ],
      [],
    ],
    [
      [
        ['2003', '2010'],
        ['2012', null],
      ],
      ['C35-gap'],
    ],
    [
      [
        ['2010-06', null],
        ['2003', '2010'],
      ],
      [],
    ],
    [
      [
        ['2003-09-01', '2010-05-31'],
        ['2010-05-30', null],
      ],
      ['C35-twice'],
    ],
    [
      [
        ['2003-09-01', '2010-05-31'],
        ['2010-05-31', null],
      ],
      [],
    ],
    [
      [
        ['2003', '2010'],
        ['2010', null],
      ],
      [],
    ],
    [[['2003-09-01', '2023-08-04']], []],
    [[['2003-09-01', '2023-08-03']], ['C35-gap']],
  ] as const)('times %j: %j', (periods, expected) => {
    expect(codes(times(...periods))).toEqual(expected)
  })

  test('a time before birth, and parents too young', () => {
    expect(findingOf(times(['1985-01', null]), 'C35-birth')?.data).toMatchObject({ birth: '1985-06-15' })
    expect(codes(times(['1985', null]))).toEqual([])
    const father = (birthYear: number) => codes(cv({ relatives: [{ ...FAMILY[0]!, birthYear }, ...FAMILY.slice(1)] }))
    expect(father(1973)).toEqual([])
    expect(father(1974)).toEqual(['C35-kin'])
  })

  test('fields that papers need, parts left empty, a form with erasures', () => {
    const bare = aDossier().withResume('2023-09-05').on('2024-01-10')
    expect(bare.findings.map(({ id }) => id)).toEqual([
      'C35-field:ethnicity',
      'C35-field:birthPlace',
      'C35-field:hometown',
      'C35-field:residence',
      'C35-empty:relatives',
      'C35-empty:periods',
    ])
    expect(codes(cv({ untidy: true }))).toEqual(['C35-tidy'])
    expect(codes(cv({ periods: [], byHand: ['periods'] }))).toEqual([])
  })
})

describe('C14: a vote that fell short', () => {
  const short = aDossier().withBranchVote(meeting, { agree: 5, disagree: 4 })
  const report = { body: 'branch', meeting, agree: 5, of: 9, date: '2024-01-18' } as const
  const act = { entry: 'e', office: 'o', origin: 'recorded', onPaper: false } as const

  test('is to be reported first; once it is, the branch may meet again', () => {
    expect(short.on('2024-02-01').next).toEqual([{ step: 'reportShortVote', who: 'branch' }])
    const reported = short.patch({ shortVotes: [{ ...report, ...act }] })
    expect(reported.on('2024-02-01').next).toEqual([{ step: 'branchVote', who: 'branch' }])
    const earlier = short.patch({ shortVotes: [{ ...report, ...act, meeting: '2023-12-01' }] })
    expect(earlier.on('2024-02-01').next).toEqual([{ step: 'reportShortVote', who: 'branch' }])
  })
})

describe('C36: the same person everywhere', () => {
  test('two versions of a name stop the dossier from being sent', () => {
    const version = { entry: 'e', office: 'o', value: 'Nguyễn Thị Hòa' }
    const twice = aDossier().patch({ conflicts: [{ field: 'name', versions: [version, version] }] })
    expect(findingOf(twice.on('2024-01-10'), 'C36-two')).toMatchObject({ severity: 'block', before: 'submit' })
    const other = aDossier().patch({ conflicts: [{ field: 'note', versions: [version, version] }] })
    expect(codes(other.on('2024-01-10'))).toEqual([])
  })
})

describe('C36: what comes from elsewhere', () => {
  test('entries of an office without a say in the case are named, and stop nothing', () => {
    const found = findingOf(
      aDossier()
        .patch({ outside: ['e', 'f'] })
        .on('2024-01-10'),
      'C36-other',
    )
    expect(found).toMatchObject({ severity: 'warn', data: { entries: 2 } })
    expect(codes(aDossier().on('2024-01-10'))).not.toContain('C36-other')
  })
})

describe('C40: the identity number', () => {
  test.each([
    ['035185001234', []],
    ['35185001234', ['lost_leading_zeros']],
    ['035085001234', ['sex_differs']],
    ['035186001234', ['birth_year_differs']],
    ['123456', ['wrong_length']],
    ['1.09E+10', ['destroyed']],
  ])('%s: %j', (identityNumber, problems) => {
    const found = findingOf(aDossier().with({ identityNumber }).on('2024-01-10'), 'C40')
    expect(found === undefined ? [] : found.data).toEqual(
      problems.length === 0 ? [] : { number: identityNumber, problems },
    )
    if (problems.length > 0) expect(found).toMatchObject({ severity: 'warn', confirmed: false })
  })
})
