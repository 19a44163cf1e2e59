/**
 * What is left of a person whose data was erased: enough to count, nothing to tell who it was.
 */
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import { Stage } from './codes.ts'

/** The year the case ended in, its branch, and how it ended. */
export const Remains = z.strictObject({ year: z.number().int().min(1900).max(2200), branch: Uuid, outcome: Stage })

/** The year the case ended in, its branch, and how it ended. */
export type Remains = z.infer<typeof Remains>
