/** Findings while the date of the computer is in doubt. */
import { expect, test } from 'vitest'
import { blocksFor } from '../../../../shared/rules/assess.ts'
import { aDossier, findingOf } from '../../../support/case-builder.ts'

const inDoubt = { inDoubt: true }

test('a finding that depends on today is provisional and only warns, one that any day gives stands', () => {
  // Too young as of a clock that has fallen back; 18 in truth.
  const young = aDossier().with({ birth: '2006-05-20', education: 'primary' })
  const day = '2020-01-01'
  const certain = young.on(day)
  expect(findingOf(certain, 'C1-young')).toMatchObject({ severity: 'block' })
  const doubted = young.on(day, inDoubt)
  expect(findingOf(doubted, 'C1-young')).toMatchObject({ severity: 'warn', provisional: true })
  expect(findingOf(doubted, 'C2')).toEqual(findingOf(certain, 'C2'))
  expect(findingOf(doubted, 'C2')).not.toHaveProperty('provisional')
  // The rest of the assessment is as of the computer's day.
  expect({ ...doubted, findings: [] }).toEqual({ ...certain, findings: [] })
})

test('what was judged on the day of a meeting does not hang on today', () => {
  const dossier = aDossier().withBranchVote('2024-01-15')
  const certain = dossier.on('2024-02-01')
  const doubted = dossier.on('2024-02-01', inDoubt)
  expect(doubted.findings.filter(({ provisional }) => provisional === true)).toEqual([])
  expect(blocksFor(doubted, 'submit')).toEqual(blocksFor(certain, 'submit'))
})
