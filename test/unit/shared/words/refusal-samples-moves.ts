/**
 * Samples of the refusals of moves to another keeper.
 */
import type { RefusalData } from '../../../../shared/contract/refusals.ts'
import { OFFICE } from './bundle-manifest.ts'
import type { Samples } from './refusal-samples.ts'

const NAME = 'Nguyễn Thị Hòa'

/** Samples by code. */
export const MOVE_REFUSALS: Samples<
  Pick<
    RefusalData,
    | 'MOVE_NEEDS_SUPERIOR'
    | 'UNIT_NOT_ELSEWHERE'
    | 'ALREADY_KEPT_THERE'
    | 'SNAPSHOT_NEEDED'
    | 'PROPOSAL_OUTDATED'
    | 'DOSSIER_OPEN'
    | 'CONFLICT_OPEN'
  >
> = {
  MOVE_NEEDS_SUPERIOR: [{}],
  UNIT_NOT_ELSEWHERE: [{ unit: 'Chi bộ thôn Đồng Ao' }],
  ALREADY_KEPT_THERE: [{ name: NAME, keeper: OFFICE }],
  SNAPSHOT_NEEDED: [{ name: NAME, keeper: OFFICE }],
  PROPOSAL_OUTDATED: [{ name: NAME, keeper: OFFICE }],
  DOSSIER_OPEN: [{ name: NAME }],
  CONFLICT_OPEN: [
    { name: NAME, fields: ['birth'], others: 0 },
    { name: NAME, fields: ['unit', 'resume', 'ceremony'], others: 12 },
  ],
}
