/**
 * What is recorded of targets and reports: the number of people to be admitted in a year (chỉ tiêu kết nạp), totals of
 * years before the program, and a report as it was sent. Figures are whole numbers; shares are computed from them.
 */
import { z } from 'zod'
import { Count, Day, DocumentRef, line, text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { PeriodInput } from './period.ts'

/** A year that a target or a total can be of. */
export const TargetYear = z.number().int().min(1990).max(2100)

/** How many people are to be admitted in a year, and the paper that set it. `replaces`: the entry it revises. */
export const Target = z.strictObject({
  year: TargetYear,
  number: Count,
  paper: DocumentRef.optional(),
  reason: text(500).optional(),
  replaces: Uuid.optional(),
})
export type Target = z.infer<typeof Target>

/** What is known of a year before the program was used; typed once and marked wherever it counts. */
export const TypedTotal = z.strictObject({
  year: TargetYear,
  admitted: Count.optional(),
  /** Members, official and probationary, at the end of the year. */
  members: Count.optional(),
  /** The newest admission of a branch before the program was used. */
  lastAdmission: Day.optional(),
})
export type TypedTotal = z.infer<typeof TypedTotal>

/** A report as it was sent: its period, how far the offices had read each other, and its figures. */
export const SentReport = z.strictObject({
  period: PeriodInput,
  /** 'Số liệu đến ngày ...'. */
  asOf: Day,
  /** The day whose members the shares are of. */
  membersOn: Day,
  /** Where the channels between the two offices ended: what lies beyond is not in the figures. */
  cutOff: z.array(z.strictObject({ channel: z.string().min(1).max(100), seq: z.number().int().min(0) })).max(2000),
  figures: z.array(z.strictObject({ code: line(120), value: Count })).max(2000),
  /** Where the age bands begin that it counts by; left out of reports from before they were data. */
  ageBands: z.array(z.number().int().min(1).max(120)).max(15).optional(),
  note: text(2000).optional(),
  replaces: Uuid.optional(),
})
export type SentReport = z.infer<typeof SentReport>
