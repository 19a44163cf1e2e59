/** Acts are judged by the set of their day: sets that follow each other, what has changed since, pins, paths of units. */
import { describe, expect, test } from 'vitest'
import { ruleChoice, rulesInUse } from '../../../../shared/rules/rules-in-use.ts'
import { aDossier, codes, findingOf } from '../../../support/case-builder.ts'

/** A dossier whose papers lie before a meeting of 2026. */
const young = () =>
  aDossier()
    .withoutPaper('CN-NTVD', '1-KND', '2-KND', 'TT-2-KND', '3-KND', '5-KND')
    .withPaper('CN-NTVD', '2025-04-20')
    .withPaper('1-KND', '2025-12-01')
    .withPaper('2-KND', '2025-12-05')
    .withPaper('TT-2-KND', '2026-01-20', { kept: 'outside', keeper: 'Bí thư đảng ủy' })
    .withPaper('3-KND', '2026-02-01', { person: 'Trần Văn Bình' })
    .withPaper('3-KND', '2026-02-02', { person: 'Lê Thị Cúc' })
    .withPaper('5-KND', '2026-02-04')

describe('each act by the set of its day', () => {
  test('a ceremony counts from receipt before 26/7/2026 and from issue since', () => {
    const decided = (on: string, received: string) =>
      young()
        .withBranchVote('2026-06-01')
        .withDecision(on, { body: 'Ban Thường vụ Đảng ủy xã Ba Sao' })
        .withReceipt(received)
        .on('2026-09-01')
        .deadlines.find(({ id }) => id === 'ceremony')
    expect(decided('2026-07-20', '2026-07-24')?.start).toBe('2026-07-24')
    expect(decided('2026-07-27', '2026-08-05')?.start).toBe('2026-07-27')
  })

  test('the committee votes in 2025 and no more since 26/7/2026', () => {
    expect(young().withBranchVote('2026-03-02').on('2026-03-03').pending).toContain('committeeVote')
    expect(young().withBranchVote('2026-08-03').on('2026-08-04').pending).toEqual(['submit', 'decision'])
    const section = { unit: { type: 'branch', name: 'Chi bộ', inSection: true } } as const
    expect(young().withBranchVote('2026-08-03').on('2026-08-04', section).pending).toEqual([
      'sectionReport',
      'submit',
      'decision',
    ])
  })

  test('the body that decides is that of its day', () => {
    const decided = (on: string, body: string) =>
      codes(young().withBranchVote('2026-02-10').withDecision(on, { body }).on('2026-09-01'))
    expect(decided('2026-03-02', 'Ban Thường vụ Đảng ủy xã Ba Sao')).not.toContain('C18')
    expect(decided('2026-03-02', 'Ban Thường vụ Huyện ủy Kim Bảng')).toContain('C18')
  })
})

describe('what has changed since', () => {
  const shorter = {
    id: 'RS-2026b',
    issued: null,
    values: [
      {
        address: 'limits.ceremony.length',
        value: { amount: 15, unit: 'workingDays' },
        confirmed: true,
        note: 'x',
        origin: 'shared' as const,
        entry: 'e',
      },
    ],
  }
  const context = (() => {
    const { rulesOn, ruleChanges, ruleSetById } = ruleChoice(rulesInUse([shorter]))
    return { rules: rulesOn, ruleChanges, ruleSetById }
  })()

  test('is said of a finding that rests on another value now', () => {
    const late = aDossier()
      .withBranchVote('2024-01-15')
      .withCommitteeVote('2024-01-20')
      .withDecision('2024-02-01')
      .withReceipt('2024-02-05')
      .withCeremony('2024-06-03')
    expect(findingOf(late.on('2026-08-03', context), 'C21')).toMatchObject({
      since: {
        address: 'limits.ceremony.length',
        was: { amount: 30, unit: 'workingDays' },
        now: { amount: 15, unit: 'workingDays' },
        article: 'Quy định số 208-QĐ/TW ngày 26/7/2026, điểm 4.1',
      },
    })
    expect(findingOf(late.on('2024-07-01', context), 'C21')).not.toHaveProperty('since')
    expect(findingOf(late.on('2026-08-03'), 'C21')).not.toHaveProperty('since')
  })

  test('is not said where today has the same value', () => {
    const short = aDossier().withBranchVote('2024-01-15', { agree: 5, disagree: 4 }).on('2026-08-03', context)
    expect(findingOf(short, 'C12-share')).toBeDefined()
    expect(findingOf(short, 'C12-share')).not.toHaveProperty('since')
  })

  test('a case pinned to a set knows that set only', () => {
    const pinned = young()
      .withBranchVote('2026-08-03')
      .patch({ pinned: { ruleSet: 'RS-2025b', reason: 'x' } })
    const found = pinned.on('2026-08-04', context)
    expect(found.ruleSet).toBe('RS-2025b')
    expect(found.pending).toContain('committeeVote')
    expect(found.findings.every(({ since }) => since === undefined)).toBe(true)
  })
})

describe('the path of a unit', () => {
  const unit = {
    type: 'branch',
    name: 'Chi bộ',
    paths: [
      { from: '2024-03-01', kind: 'delegated' },
      { from: '2024-01-01', kind: 'baseBranch' },
    ],
  } as const

  test('is the one laid down last on the day of the meeting', () => {
    const pending = (date: string) => aDossier().withBranchVote(date).on('2024-03-20', { unit }).pending
    expect(pending('2023-12-29')).toEqual(['committeeVote', 'submit', 'decision'])
    expect(pending('2024-01-15')).toEqual(['submit', 'decision'])
    expect(pending('2024-03-01')).toEqual(['decision'])
  })

  test('a delegated committee decides with two thirds of all its members', () => {
    const decided = (members: number, agree: number) =>
      codes(
        aDossier()
          .withBranchVote('2024-03-04')
          .withDecision('2024-03-11', { body: 'Đảng ủy xã Ba Sao', members, agree })
          .withReceipt('2024-03-12')
          .on('2024-03-20', { unit }),
      )
    for (const [members, needed] of [
      [3, 2],
      [4, 3],
      [7, 5],
      [9, 6],
      [10, 7],
    ] as const) {
      expect(decided(members, needed)).not.toContain('C19')
      expect(decided(members, needed - 1)).toContain('C19')
    }
    expect(decided(9, 6)).not.toContain('C18')
  })
})
