/**
 * What an office records about rules: a set of its own, a value it corrects, the holidays of a year, and the set a case
 * is pinned to. One schema serves the command, the entry and the form.
 */
import { z } from 'zod'
import { Day, line, text } from '../base/fields.ts'

/** Id of a rule set, as entries and snapshots name it. */
export const RuleSetId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'rule set id')

/**
 * A set given by value. Only its head is judged here: a set made for a newer program is kept and refused by name, it must
 * not hold up what comes after it.
 */
export const RuleSetIssue = z.strictObject({
  set: z.looseObject({ v: z.number().int(), id: RuleSetId, name: line(200), from: Day }),
  note: text(1000),
})
export type RuleSetIssue = z.infer<typeof RuleSetIssue>

/** A value of a set corrected. The address is that of shared/rules/rule-values.ts, or 'from' or 'to' of the period. */
export const RuleValueChange = z.strictObject({
  address: z.string().regex(/^[A-Za-z0-9.-]{1,120}$/, 'address'),
  value: z.json(),
  confirmed: z.boolean(),
  note: text(1000),
})
export type RuleValueChange = z.infer<typeof RuleValueChange>

const DaysOff = z.strictObject({ from: Day, to: Day, name: line(200), source: line(300), confirmed: z.boolean() })
const MakeUpDay = z.strictObject({ date: Day, insteadOf: Day, source: line(300), confirmed: z.boolean() })

/** The holidays of a year, as shared/calendar/holidays.ts has them. */
export const HolidayChange = z.strictObject({
  table: z.strictObject({
    year: z.number().int().min(1990).max(2199),
    status: z.enum(['published', 'computed']),
    off: z.array(DaysOff).max(60),
    makeUp: z.array(MakeUpDay).max(30),
  }),
  note: text(1000),
})
export type HolidayChange = z.infer<typeof HolidayChange>

/** The set a case is judged by on every day, with the reason; without a set, each act by its own again. */
export const RulePin = z.strictObject({ ruleSet: RuleSetId.optional(), reason: text(1000) })
export type RulePin = z.infer<typeof RulePin>
