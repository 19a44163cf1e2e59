/**
 * A time limit that runs, as lists and pages show it.
 */
import type { DeadlineId } from '../rules/deadlines.ts'

/**
 * A time limit that runs. `left`: working days up to its last day, negative once that has passed; `due` is that of the
 * extension where it was lengthened.
 */
export type RunningLimit = {
  readonly id: DeadlineId
  readonly due: string
  readonly isExtended: boolean
  readonly left: number
  readonly provisional: boolean
}

/** From how many working days on a limit is near. */
export const NEAR = 15
