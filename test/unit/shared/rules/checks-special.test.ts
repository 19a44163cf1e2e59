/** C17 and C28 lengthened, C20 notified, C32: what circumstances ask for, each seen, not seen and at its edge. */
import { describe, expect, test } from 'vitest'
import { withRuleValues } from '../../../../shared/rules/rule-values.ts'
import { ruleSetOn } from '../../../../shared/rules/sets/index.ts'
import { aDossier, codes, findingOf } from '../../../support/case-builder.ts'
import { FAMILY, verified } from '../../../support/verified-case.ts'

const meeting = '2024-01-15'

describe('C17 and C20: what the deciding office tells on the way', () => {
  const sent = aDossier().withBranchVote(meeting).withCommitteeVote('2024-01-20').withSubmission('2024-01-25')
  const act = { entry: 'e', office: 'o', origin: 'recorded', onPaper: false } as const
  const lengthened = sent.patch({
    extensions: [{ limit: 'decision', reason: 'Chờ thẩm tra', date: '2024-04-10', ...act }],
  })

  test('a lengthened limit is no fault before its new end, and one after it', () => {
    const due = sent.on('2024-02-01').deadlines.find(({ id }) => id === 'decision')
    expect(due).toMatchObject({ due: '2024-04-15', extendedDue: '2024-05-30' })
    expect(codes(sent.on('2024-04-16'))).toContain('C17')
    expect(codes(lengthened.on('2024-04-16'))).not.toContain('C17')
    expect(lengthened.on('2024-04-16').deadlines.find(({ id }) => id === 'decision')?.extendedOn).toBe('2024-04-10')
    expect(codes(lengthened.on('2024-05-30'))).not.toContain('C17-ext')
    expect(codes(lengthened.on('2024-05-31'))).toContain('C17-ext')
  })

  test('everything counts to the new end, and the day before it is told beside', () => {
    const of = (day: string) => lengthened.on(day).deadlines.find(({ id }) => id === 'decision')
    expect(of('2024-04-16')).toMatchObject({ due: '2024-05-30', firstDue: '2024-04-15', overdue: false })
    expect(of('2024-05-30')).toMatchObject({ overdue: false })
    expect(of('2024-05-31')).toMatchObject({ due: '2024-05-30', overdue: true })
    const late = lengthened.on('2024-05-31').findings.find(({ code }) => code === 'C17-ext')
    expect(late?.data).toEqual({ start: '2024-01-15', due: '2024-04-15', extendedDue: '2024-05-30', decided: null })
    expect(lengthened.on('2024-05-01').validUntil! <= '2024-05-31').toBe(true)
  })

  test('decided between the two ends is in time only where it was lengthened', () => {
    const of = (built: typeof sent) =>
      built
        .withDecision('2024-05-02')
        .on('2024-06-03')
        .deadlines.find(({ id }) => id === 'decision')
    expect(of(sent)).toMatchObject({ due: '2024-04-15', met: '2024-05-02', overdue: true })
    expect(of(lengthened)).toMatchObject({ due: '2024-05-30', met: '2024-05-02', overdue: false })
  })

  test('what was given for an earlier vote does not lengthen the limit of a later one', () => {
    const again = lengthened.withBranchVote('2024-05-06')
    const due = again.on('2024-05-10').deadlines.find(({ id }) => id === 'decision')
    expect(due).toMatchObject({ start: '2024-05-06' })
    expect(due?.extendedOn).toBeUndefined()
    const anew = again.patch({
      extensions: [{ limit: 'decision', reason: 'Chờ thẩm tra', date: '2024-05-06', ...act }],
    })
    expect(anew.on('2024-05-10').deadlines.find(({ id }) => id === 'decision')?.extendedOn).toBe('2024-05-06')
  })

  test('what is given after the limit has passed lengthens nothing', () => {
    const given = (date: string) =>
      sent.patch({ extensions: [{ limit: 'decision', reason: 'Chờ thẩm tra', date, ...act }] }).on('2024-04-20')
    const of = (date: string) => given(date).deadlines.find(({ id }) => id === 'decision')
    expect(of('2024-04-15')).toMatchObject({ due: '2024-05-30', extendedOn: '2024-04-15', overdue: false })
    expect(of('2024-04-16')).toMatchObject({ due: '2024-04-15', overdue: true })
    expect(of('2024-04-16')?.extendedOn).toBeUndefined()
    expect(codes(given('2024-04-15'))).not.toContain('C17')
    expect(codes(given('2024-04-16'))).toContain('C17')
  })

  test('what is given after the limit has passed stays on record, and is said to have been in vain', () => {
    const given = (date: string) =>
      sent.patch({ extensions: [{ limit: 'decision', reason: 'Chờ thẩm tra', date, ...act }] })
    expect(codes(given('2024-04-15').on('2024-06-03'))).not.toContain('C17-given')
    const vain = given('2024-04-16').on('2024-04-20')
    expect(vain.findings.filter(({ code }) => code.startsWith('C17'))).toMatchObject([
      { code: 'C17', severity: 'warn' },
      { code: 'C17-given', severity: 'warn', data: { due: '2024-04-15', given: '2024-04-16' } },
    ])
    expect(codes(given('2024-04-16').on('2024-06-03'))).toEqual(expect.arrayContaining(['C17-ext', 'C17-given']))
    // Decided in time, nothing was late, whatever was recorded afterwards.
    expect(codes(given('2024-04-16').withDecision('2024-04-15').on('2024-06-03'))).not.toContain('C17-given')
  })

  test('a refusal is made known by its notice or by its receipt', () => {
    const refused = sent.withDecision('2024-02-26', { outcome: 'refuse', number: '7-TB/HU' })
    expect(codes(refused.on('2024-03-01'))).toContain('C20')
    const { entry } = refused.build().decision!
    const notice = { decision: entry, date: '2024-02-28', ...act }
    expect(codes(refused.patch({ refusalNotices: [notice] }).on('2024-03-01'))).not.toContain('C20')
    expect(codes(refused.patch({ refusalNotices: [{ ...notice, decision: 'other' }] }).on('2024-03-01'))).toContain(
      'C20',
    )
    expect(codes(refused.withReceipt('2024-02-28').on('2024-03-01'))).not.toContain('C20')
  })
})

describe('C32: what circumstances ask for', () => {
  test.each([
    ['religion', 'DY-TONGIAO', 'warn'],
    ['seconded', 'NX-BIETPHAI', 'block'],
    ['population', 'KL-DANSO', 'warn'],
  ] as const)('%s: %s, %s', (circumstance, paper, severity) => {
    const marked = aDossier().with({ circumstances: [circumstance] })
    expect(findingOf(marked.on('2024-01-10'), 'C32')).toMatchObject({
      id: `C32:${circumstance}`,
      severity,
      before: 'decision',
    })
    expect(codes(marked.withPaper(paper, '2023-12-01').on('2024-01-10'))).toEqual([])
  })

  test('an owner by occupation, and one admitted before by the CV', () => {
    expect(findingOf(aDossier().with({ occupation: 'owner' }).on('2024-01-10'), 'C32')?.id).toBe('C32:owner')
    const before = verified({ relatives: FAMILY, earlier: { leftOn: '2015-03', reason: 'hardship', times: 1 } })
    expect(findingOf(before.on('2024-01-10'), 'C32')).toMatchObject({ id: 'C32:readmission', severity: 'block' })
  })

  test('a religion in the profile opens its slot; none written out does not', () => {
    const of = (religion: string) =>
      aDossier()
        .with({ religion })
        .on('2024-01-10')
        .findings.filter(({ code }) => code === 'C32')
    expect(of('Phật giáo').map(({ id }) => id)).toEqual(['C32:religion'])
    expect(['Không', 'KHÔNG CÓ', 'không theo tôn giáo', '0', ' '].flatMap(of)).toEqual([])
    expect(['Không theo đạo', 'Không theo đạo nào', 'không theo', 'Ko', 'ko có', 'Lương'].flatMap(of)).toEqual([])
    expect(['Khổng giáo', 'Công giáo', 'Kòho'].map((religion) => of(religion).length)).toEqual([1, 1, 1])
    expect(
      codes(aDossier().with({ religion: 'Phật giáo' }).withPaper('DY-TONGIAO', '2023-12-01').on('2024-01-10')),
    ).toEqual([])
  })

  test.each([
    ['foreignElement', 'XM-NUOCNGOAI'],
    ['politicalHistory', 'KL-LSCT'],
    ['owner', 'DY-CHUDN'],
    ['religion', 'DY-TONGIAO'],
    ['population', 'KL-DANSO'],
  ] as const)('%s wants %s, and nothing once it is there', (circumstance, paper) => {
    const marked = aDossier().with({ circumstances: [circumstance] })
    expect(findingOf(marked.on('2024-01-10'), 'C32')).toMatchObject({ id: `C32:${circumstance}`, severity: 'warn' })
    expect(codes(marked.withPaper(paper, '2023-12-01').on('2024-01-10'))).toEqual([])
    expect(codes(aDossier().on('2024-01-10'))).toEqual([])
  })

  test('who has moved in brings the paper of the place before', () => {
    const moved = aDossier().withTransfer('2023-06-01', { who: 'candidate', direction: 'in' })
    expect(findingOf(moved.on('2024-01-10'), 'C32')).toMatchObject({ id: 'C32:movedIn', severity: 'warn' })
    expect(codes(moved.withPaper('GT-NOIDI', '2023-06-01').on('2024-01-10'))).not.toContain('C32')
    const left = aDossier().withTransfer('2023-06-01', { who: 'candidate', direction: 'out' })
    expect(codes(left.on('2024-01-10'))).not.toContain('C32')
  })

  test('children: none of it for two, months for three and four, never from five on', () => {
    const children = (count: number) =>
      findingOf(
        verified({
          relatives: [
            ...FAMILY,
            ...Array.from({ length: count }, () => ({ relation: 'child' as const, birthYear: 2015 })),
          ],
        }).on('2024-01-10'),
        'C32-child',
      )
    expect(children(2)).toBeUndefined()
    expect(children(3)).toMatchObject({ severity: 'warn', data: { children: 3, months: 12 } })
    expect(children(4)).toMatchObject({ severity: 'warn', data: { children: 4, months: 24 } })
    expect(children(5)).toMatchObject({ severity: 'block', data: { children: 5, months: null } })
  })

  test('the waiting time is as grave as the office has the slot be', () => {
    const grave = (day: string) =>
      withRuleValues(ruleSetOn(day), (at) => (at === 'specials.population.severity' ? { value: 'block' } : null))
    const four = verified({
      relatives: [...FAMILY, ...Array.from({ length: 4 }, () => ({ relation: 'child' as const, birthYear: 2015 }))],
    })
    expect(findingOf(four.on('2024-01-10', { rules: grave }), 'C32-child')?.severity).toBe('block')
  })
})
