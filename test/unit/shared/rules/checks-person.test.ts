/** C1 and C2: age and education, each side of every limit. */
import { describe, expect, test } from 'vitest'
import { blocksFor } from '../../../../shared/rules/assess.ts'
import { aCase, aDossier, codes, findingOf } from '../../../support/case-builder.ts'

const meeting = '2024-01-15'

function born(birth: string) {
  return aDossier().with({ birth }).withBranchVote(meeting).on('2024-02-01')
}

describe('C1: 18 to 60 years by month, on the day of the meeting', () => {
  test.each([
    ['2005-12-31', []],
    ['2006-01-15', []],
    ['2006-01-16', ['C1-month']],
    ['2006-01-31', ['C1-month']],
    ['2006-02-01', ['C1-young']],
    ['1964-01-15', []],
    ['1964-01-16', []],
    ['1964-01-14', ['C1-month']],
    ['1963-12-16', ['C1-month']],
    ['1963-12-15', ['C1-over']],
    ['1950', ['C1-over']],
    ['2006', ['C1-part']],
    ['2005', []],
    ['1964-01', ['C1-part']],
    ['1963', ['C1-part']],
    ['2010', ['C1-young']],
  ])('born %s: %j', (birth, expected) => {
    expect(codes(born(birth)).filter((code) => code.startsWith('C1-'))).toEqual(expected)
  })

  test('blocks what follows the meeting, and says what it saw', () => {
    const young = born('2006-02-01')
    expect(findingOf(young, 'C1-young')).toMatchObject({
      id: 'C1-young:2024-01-15',
      severity: 'block',
      before: 'branchVote',
      data: { birth: '2006-02-01', from: '2024-02-01', on: meeting },
    })
    expect(blocksFor(young, 'committeeVote').map(({ code }) => code)).toContain('C1-young')
  })

  test('a consent lets a person over 60 be decided on; without it only the decision is stopped', () => {
    const over = aDossier().with({ birth: '1963-12-15' }).withBranchVote(meeting).withCommitteeVote('2024-01-20')
    const without = over.withSubmission('2024-01-25').on('2024-02-01')
    expect(findingOf(without, 'C1-over')).toMatchObject({ severity: 'block', before: 'decision' })
    expect(blocksFor(without, 'submit')).toEqual([])
    expect(blocksFor(without, 'decision').map(({ code }) => code)).toEqual(['C1-over'])
    expect(without.checklist.find(({ paper }) => paper === 'DY-TUOI')?.status).toBe('missing')
    expect(codes(over.withPaper('DY-TUOI', '2024-01-20').on('2024-02-01'))).not.toContain('C1-over')
  })

  test('before a dossier is begun it warns, as of today', () => {
    const pupil = aCase().with({ birth: '2006-09-20' }).on('2024-02-01')
    expect(findingOf(pupil, 'C1-young')).toMatchObject({ severity: 'warn', id: 'C1-young', data: { on: null } })
    expect(pupil.validUntil).toBe('2024-09-01')
    expect(codes(aCase().on('2024-02-01'))).toContain('C1-birth')
  })
})

describe('C2: education', () => {
  test.each([
    ['lowerSecondary', false, []],
    ['primary', false, ['C2']],
    ['primary', true, []],
    ['literate', true, ['C2-elder']],
    ['none', true, ['C2']],
  ] as const)('%s, special area %s: %j', (education, specialArea, expected) => {
    const found = aDossier().with({ education, specialArea }).withBranchVote(meeting).on('2024-02-01')
    expect(codes(found).filter((code) => code.startsWith('C2') && code !== 'C20')).toEqual(expected)
  })

  test('an elder with a consent, and a person of unknown education', () => {
    const elder = aDossier().with({ education: 'literate', specialArea: true }).withPaper('DY-HOCVAN', '2024-01-02')
    expect(codes(elder.withBranchVote(meeting).on('2024-02-01'))).toEqual([])
    const unknown = aDossier().without('education').withBranchVote(meeting).on('2024-02-01')
    expect(findingOf(unknown, 'C2-none')).toMatchObject({ severity: 'warn', data: { minimum: 'lowerSecondary' } })
  })
})
