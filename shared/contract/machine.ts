/**
 * What the check of a computer found, in a shape that cannot hold personal data: closed names, numbers and short technical
 * words. The report that goes to support is printed from this and nothing else.
 */
import { z } from 'zod'
import type { Refusal } from './refusals.ts'

/** What is checked, in this order. `pdf` is made by the window; the other hosts leave it out. */
export const CheckId = z.enum(['place', 'space', 'clock', 'vault', 'store', 'drives', 'set', 'pdf'])
export type CheckId = z.infer<typeof CheckId>

/** How a check ended. `skipped`: it could not be made here, which is no fault. */
export const CheckState = z.enum(['good', 'warning', 'bad', 'skipped'])
export type CheckState = z.infer<typeof CheckState>

/** What a check measured: bytes, milliseconds, counts, yes or no, or a word such as a time. */
const Facts = z.record(
  z.string().regex(/^[a-zA-Z]{1,20}$/),
  z.union([z.number(), z.boolean(), z.string().regex(/^[A-Za-z0-9:+._-]{1,40}$/)]),
)

/** One check. `code`: why it failed, as a refusal's code. */
export const MachineCheck = z.strictObject({
  id: CheckId,
  state: CheckState,
  facts: Facts,
  code: z
    .string()
    .regex(/^[A-Z_]{1,40}$/)
    .optional(),
})
export type MachineCheck = z.infer<typeof MachineCheck>

const Word = z.string().regex(/^[A-Za-z0-9.+_-]{1,40}$/)

/** A whole check of a computer. `memory` in bytes. */
export const MachineReport = z.strictObject({
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  version: Word,
  platform: Word,
  memory: z.number(),
  processors: z.number(),
  checks: z.array(MachineCheck).max(20),
})
export type MachineReport = z.infer<typeof MachineReport>

/** What the check answers: the report, and for the page what stood in the way. */
export type MachineAnswer = {
  readonly report: MachineReport
  readonly troubles: { readonly [Id in CheckId]?: Refusal }
}
