/**
 * Pupils of a school unit, as its office follows them. Private until a snapshot carries them on.
 */
import { PupilEvaluation, PupilPlace } from '../../model/schools/facts.ts'
import { caseAct, define, paperAct } from './row.ts'

const ownAct = { v: 1, ...caseAct, author: 'proposes', audience: 'own', retractableUntil: 'always' } as const

/** The rows of this subject, by kind. */
export const SCHOOLS = {
  'pupil.placed': define({ ...ownAct, payload: PupilPlace.extend({ onPaper: paperAct }) }),
  'pupil.evaluated': define({ ...ownAct, payload: PupilEvaluation.extend({ onPaper: paperAct }) }),
} as const
