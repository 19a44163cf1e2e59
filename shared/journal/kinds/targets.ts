/**
 * Targets, totals of years before the program, reports that were sent, reports defined under a name. Their subjects are of
 * their own ('target' by the id of the office or unit it is of, 'report', 'definition'), so that setting a number makes
 * nobody judge a case again.
 */
import { z } from 'zod'
import { text } from '../../base/fields.ts'
import { ReportDefinition } from '../../model/report-definition.ts'
import { SentReport, Target, TypedTotal } from '../../model/target-acts.ts'
import { define, own } from './row.ts'

const upward = {
  author: 'proposes',
  audience: 'superior',
  personal: false,
  erasable: false,
} as const

/** The rows of this subject, by kind. */
export const TARGETS = {
  /** What an office means to reach itself, or gives to a unit whose facts it keeps. */
  'target.set': define({
    v: 1,
    subject: 'target',
    ...own,
    retractableUntil: 'always',
    payload: Target,
    names: ['replaces'],
    newestOf: 'target',
  }),
  /** What the deciding office gives to an office below it. */
  'target.assigned': define({
    v: 1,
    subject: 'target',
    author: 'decides',
    audience: 'keeper',
    personal: false,
    retractableUntil: 'always',
    erasable: false,
    payload: Target,
    names: ['replaces'],
    newestOf: 'target',
  }),
  'total.typed': define({
    v: 1,
    subject: 'target',
    ...upward,
    retractableUntil: 'always',
    payload: TypedTotal,
    newestOf: 'total',
  }),
  'report.sent': define({
    v: 1,
    subject: 'report',
    ...upward,
    retractableUntil: 'never',
    payload: SentReport,
    names: ['replaces'],
  }),
  /** A report that the office makes again and again, for all its users. */
  'report.defined': define({
    v: 1,
    subject: 'definition',
    ...own,
    retractableUntil: 'always',
    payload: ReportDefinition,
    newestOf: 'definition',
  }),
  'report.dropped': define({
    v: 1,
    subject: 'definition',
    ...own,
    retractableUntil: 'always',
    payload: z.strictObject({ reason: text(500).optional() }),
    newestOf: 'definition',
  }),
} as const
