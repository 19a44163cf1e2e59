/**
 * Meetings of the deciding body, its votes, and the review before them: who reviews, what was looked at, who is one person.
 * All of it stays in our own office; what comes of it goes to the keeper as an answer or a decision. A private entry names
 * no submission as an answer does: nobody else could tell that it is named.
 */
import { z } from 'zod'
import { text } from '../../base/fields.ts'
import {
  Assignment,
  ConsentAnswer,
  ConsentRequest,
  DossierCheck,
  DuplicateJudged,
  MeetingVote,
} from '../../model/review-acts.ts'
import { Meeting, MeetingHeld } from '../../model/meeting-acts.ts'
import { Relayed } from '../../model/classes/facts.ts'
import { caseAct, define, own, paperAct } from './row.ts'

/** A meeting is changed, held anew or called off, never taken back: its cases may be on another by then. */
const meeting = { v: 1, subject: 'meeting', ...own, retractableUntil: 'never' } as const
const ownCase = { v: 1, subject: 'case', ...own, retractableUntil: 'always' } as const
const ownPerson = { ...ownCase, personal: true, erasable: true } as const

/** The rows of this subject, by kind. */
export const MEETINGS = {
  'dossier.assigned': define({ ...ownCase, payload: Assignment, newestOf: 'reviewer' }),
  'dossier.checked': define({ ...ownPerson, payload: DossierCheck, newestOf: 'checklist' }),
  'duplicates.judged': define({ ...ownPerson, payload: DuplicateJudged, newestOf: 'judgement' }),
  'meeting.called': define({ ...meeting, payload: Meeting, begins: true }),
  'meeting.changed': define({ ...meeting, payload: Meeting, newestOf: 'agenda' }),
  'meeting.held': define({ ...meeting, payload: MeetingHeld, newestOf: 'held' }),
  'meeting.cancelled': define({ ...meeting, payload: z.strictObject({ reason: text(1000) }), newestOf: 'cancelled' }),
  /** A decision rests on it. */
  'meeting.voted': define({ ...ownPerson, retractableUntil: 'decided', payload: MeetingVote, newestOf: 'vote' }),
  /** Asked of the level above by the deciding office, which tells the keeper. */
  'consent.requested': define({
    v: 1,
    ...caseAct,
    author: 'decides',
    audience: 'keeper',
    retractableUntil: 'always',
    payload: ConsentRequest.extend({ ...Relayed, onPaper: paperAct }),
  }),
  'consent.recorded': define({
    v: 1,
    ...caseAct,
    author: 'decides',
    audience: 'keeper',
    retractableUntil: 'always',
    payload: ConsentAnswer.extend({ ...Relayed, onPaper: paperAct }),
  }),
} as const
