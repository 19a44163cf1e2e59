/**
 * What the rows of one case are written from, whichever table they stand in.
 */
import type { Item } from '../../shared/journal/item.ts'
import type { CaseState } from '../../shared/model/case-state.ts'

/**
 * A case as its rows are written. `state`: null where there is no such case any more; `items`: what is applied about it;
 * `isNew`: it had no rows yet, so that none has to be looked for or taken out.
 */
export type CaseRows = {
  readonly caseId: string
  readonly state: CaseState | null
  readonly items: readonly Item[]
  readonly isNew: boolean
}
