/**
 * What came of a job that ended while the office was locked. It is kept in memory alone, and told to the very user who began
 * it, with the answer to that user's next unlocking.
 */
import type { JobName } from './inputs.ts'
import type { Refusal } from './refusals.ts'

/**
 * A job whose end its user did not see. `at`: when it ended; `refusal`: why nothing came of it, or null; `answer`: as the job
 * gave it, null where no page shows it afterwards.
 */
export type MissedJob = {
  readonly job: string
  readonly at: string
  readonly refusal: Refusal | null
  readonly answer: unknown
}

/** The pages that show afterwards what a job has answered. Of any other job it is told only that it was done, or why not. */
export const SHOWN_AFTERWARDS: ReadonlyMap<string, string> = new Map<JobName, string>([
  ['bundle.import', '/trao-doi/nhan'],
  ['bundle.export', '/trao-doi/gui'],
  ['device.export', '/trao-doi/may'],
  ['backup.create', '/sao-luu'],
  ['backup.verify', '/sao-luu'],
])
