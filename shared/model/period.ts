/**
 * The shape in which a period crosses the port and stands in entries.
 */
import { z } from 'zod'
import { Day } from '../base/fields.ts'
import { PERIOD_CODES } from '../calendar/period.ts'

/** A period, both ends included. */
export const PeriodInput = z
  .strictObject({ kind: z.enum(PERIOD_CODES), from: Day, to: Day })
  .refine(({ from, to }) => from <= to, 'order')
