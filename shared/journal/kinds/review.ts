/**
 * What the deciding office does with a dossier between its receipt and the decision, and after a refusal.
 */
import { Uuid } from '../../base/ids.ts'
import { DossierReview, LimitExtension, RefusalNotice } from '../../model/acts-before.ts'
import { caseAct, define, paperAct } from './row.ts'

const answer = { v: 1, ...caseAct, author: 'decides', audience: 'keeper' } as const

/** The rows of this subject, by kind. */
export const REVIEW = {
  'dossier.reviewed': define({
    ...answer,
    payload: DossierReview.extend({ submission: Uuid, onPaper: paperAct }),
    names: ['submission'],
  }),
  'limit.extended': define({ ...answer, payload: LimitExtension.extend({ onPaper: paperAct }) }),
  'refusal.notified': define({
    ...answer,
    retractableUntil: 'always',
    payload: RefusalNotice.extend({ decision: Uuid, onPaper: paperAct }),
    names: ['decision'],
  }),
} as const
