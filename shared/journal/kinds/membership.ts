/**
 * What comes after admission and is not a vote, a dossier or a decision: the card, moves, death and leaving. Votes,
 * dossiers and decisions of recognition, removal and cancellation are those of admission with their matter named.
 */
import { Uuid } from '../../base/ids.ts'
import { Card, Departure, Transfer } from '../../model/acts.ts'
import { Relayed } from '../../model/classes/facts.ts'
import { caseAct, define, paperAct } from './row.ts'

/** A move, with the record of it that this one brings up to date. */
const TransferRecord = Transfer.extend({ updates: Uuid.optional(), onPaper: paperAct })

/** The rows of this subject, by kind. */
export const MEMBERSHIP = {
  'card.issued': define({
    v: 1,
    ...caseAct,
    author: 'decides',
    audience: 'keeper',
    retractableUntil: 'always',
    erasable: false,
    payload: Card.extend({ ...Relayed, onPaper: paperAct }),
    newestOf: 'card',
  }),
  /** Before a dossier was sent: nothing of the person leaves the office but the list line. */
  'candidate.transferred': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    retractableUntil: 'always',
    payload: TransferRecord,
    names: ['updates'],
    inPlaceOf: 'updates',
  }),
  'transfer.recorded': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    retractableUntil: 'always',
    erasable: false,
    payload: TransferRecord,
    names: ['updates'],
    inPlaceOf: 'updates',
  }),
  'departure.reported': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    retractableUntil: 'always',
    erasable: false,
    payload: Departure.extend({ onPaper: paperAct }),
    newestOf: 'departure',
  }),
} as const
