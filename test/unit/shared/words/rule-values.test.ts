import { expect, test } from 'vitest'
import { ruleValues } from '../../../../shared/rules/rule-values.ts'
import { RULE_SETS } from '../../../../shared/rules/sets/index.ts'
import { RULE_GROUPS, ruleValueName, showRuleValue } from '../../../../shared/words/rule-values.ts'
import { expectPlainWords } from './plain-words.ts'

test('every value of every set has a name of its own and is shown in words', () => {
  for (const set of RULE_SETS) {
    const names = ruleValues(set).map(({ address, sourced }) => {
      const name = ruleValueName(set, address)
      expect(name).not.toContain(address)
      expect(Object.keys(RULE_GROUPS)).toContain(address.split('.')[0])
      expect(showRuleValue(address, sourced.value)).not.toMatch(/[{}]|chưa rõ|undefined|NaN/)
      expect(showRuleValue(address, sourced.value)).not.toBe('')
      return name
    })
    expect(new Set(names).size).toBe(names.length)
  }
})

test.each([
  ['limits.decision.length', { amount: 60, unit: 'workingDays' }, '60 ngày làm việc'],
  ['votes.branch.share', { numerator: 2, denominator: 3, strict: false }, 'từ 2/3 trở lên'],
  ['votes.deciding.share', { numerator: 1, denominator: 2, strict: true }, 'trên 1/2'],
  ['eligibility.minAgeMonths', 216, '216 tháng'],
  ['requirements.verification', false, 'Không'],
  ['notices.probationDays', [60, 30], '60 ngày, 30 ngày'],
  ['notices.yearlyLeastPercent', 3, '3%'],
  ['notices.ageBands', [18, 31], '18 tuổi, 31 tuổi'],
  ['to', null, 'không có'],
])('%s is shown as a person says it', (address, value, text) => {
  expect(showRuleValue(address, value)).toBe(text)
})

test('the groups are plain words', () => {
  for (const group of Object.values(RULE_GROUPS)) expectPlainWords(group)
})
