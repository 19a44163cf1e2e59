/**
 * What one check of the machine found.
 */
import type { CheckState, MachineCheck } from '../../shared/contract/machine.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'

/** What one check found; `trouble` is shown on the page and stays out of the report, since it may name a folder. */
export type Finding = {
  readonly state: CheckState
  readonly facts: MachineCheck['facts']
  readonly trouble?: Refusal
}

/** A check that failed, with why. */
export function bad(trouble: Refusal | null, facts: MachineCheck['facts'] = {}): Finding {
  return { state: 'bad', facts, trouble: trouble ?? refusal('STORE_DAMAGED', {}) }
}
