/**
 * What the deciding office does with a dossier between its receipt and the decision, and after a refusal.
 */
import { Uuid } from '../../base/ids.ts'
import { DossierReview, LimitExtension, RefusalNotice } from '../../model/acts-before.ts'
import { Relayed } from '../../model/classes/facts.ts'
import { caseAct, define, paperAct } from './row.ts'

const answer = { v: 1, ...caseAct, author: 'decides', audience: 'keeper' } as const

/** The rows of this subject, by kind. */
export const REVIEW = {
  'dossier.reviewed': define({
    ...answer,
    payload: DossierReview.extend({ submission: Uuid, ...Relayed, onPaper: paperAct }),
    names: ['submission'],
    isOfNamed: true,
  }),
  'limit.extended': define({ ...answer, payload: LimitExtension.extend({ ...Relayed, onPaper: paperAct }) }),
  'refusal.notified': define({
    ...answer,
    retractableUntil: 'always',
    payload: RefusalNotice.extend({ decision: Uuid, ...Relayed, onPaper: paperAct }),
    names: ['decision'],
  }),
} as const
