/**
 * A report that the office makes again and again, under a name: of which period, of which part of the house, of the members
 * of which day. A kind of period means the newest of that kind, so that it need not be defined anew every month.
 */
import { z } from 'zod'
import { Day, line } from '../base/fields.ts'
import { OfficeId, Uuid } from '../base/ids.ts'
import { PeriodInput } from './period.ts'

/** What is defined. `at`: a part of the house, the whole where it is left out; `membersOn`: the end of the year before. */
export const ReportDefinition = z.strictObject({
  name: line(60),
  period: PeriodInput,
  at: z.union([OfficeId, Uuid]).optional(),
  membersOn: Day.optional(),
})
export type ReportDefinition = z.infer<typeof ReportDefinition>
