/**
 * Rules as data: sets, values and holidays that the top deciding office sends to everybody, and those an office keeps to
 * itself ('...Here'), which count only where nothing was sent.
 */
import { HolidayChange, RulePin, RuleSetIssue, RuleValueChange } from '../../model/rule-acts.ts'
import { caseAct, define, own } from './row.ts'

const shared = {
  author: 'decides',
  audience: 'all',
  personal: false,
  retractableUntil: 'never',
  erasable: false,
} as const

/** The rows of this subject, by kind. */
export const RULES = {
  'ruleSet.issued': define({ v: 1, subject: 'ruleSet', ...shared, payload: RuleSetIssue, newestOf: 'rules' }),
  'ruleSet.keptHere': define({ v: 1, subject: 'ruleSet', ...own, payload: RuleSetIssue, newestOf: 'rules' }),
  'ruleValue.changed': define({ v: 1, subject: 'ruleSet', ...shared, payload: RuleValueChange, newestOf: 'rules' }),
  'ruleValue.changedHere': define({ v: 1, subject: 'ruleSet', ...own, payload: RuleValueChange, newestOf: 'rules' }),
  'holidays.changed': define({ v: 1, subject: 'holidays', ...shared, payload: HolidayChange, newestOf: 'holidays' }),
  'holidays.changedHere': define({ v: 1, subject: 'holidays', ...own, payload: HolidayChange, newestOf: 'holidays' }),
  'case.rulesPinned': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: RulePin,
    newestOf: 'rules',
  }),
} as const
