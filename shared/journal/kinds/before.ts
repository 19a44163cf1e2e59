/**
 * The way to admission beside papers and votes: notes of the helper, classes, the CV and its verification, opinions.
 * Private to the office that keeps the case until a snapshot carries them up; only a short vote is reported at once.
 */
import { z } from 'zod'
import { Day, text } from '../../base/fields.ts'
import { Uuid } from '../../base/ids.ts'
import {
  ClassResult,
  HelperNote,
  ListReview,
  Nomination,
  Opinion,
  ResumeSeal,
  ShortVoteReport,
  VerificationAnswer,
  VerificationRequest,
  VerificationWaiver,
} from '../../model/acts-before.ts'
import { Resume } from '../../model/resume.ts'
import { caseAct, define, paperAct } from './row.ts'

/** Which of the requests a take-over or a hand-over brought, from 1; left out for a request of its own entry. */
const broughtPlace = z.number().int().min(1).max(100).optional()

const ownAct = { v: 1, ...caseAct, author: 'proposes', audience: 'own' } as const

/** The rows of this subject, by kind. */
export const BEFORE = {
  'list.reviewed': define({
    v: 1,
    subject: 'unit',
    author: 'proposes',
    audience: 'superior',
    personal: false,
    retractableUntil: 'always',
    erasable: false,
    payload: ListReview.extend({ onPaper: paperAct }),
    newestOf: 'review',
  }),
  'helper.noted': define({ ...ownAct, payload: HelperNote.extend({ onPaper: paperAct }) }),
  'class.nominated': define({ ...ownAct, payload: Nomination.extend({ onPaper: paperAct }) }),
  'class.resultRecorded': define({ ...ownAct, payload: ClassResult.extend({ onPaper: paperAct }) }),
  'resume.recorded': define({
    ...ownAct,
    payload: Resume.extend({
      reason: text(500).optional(),
      settles: z.array(Uuid).max(50).optional(),
      onPaper: paperAct,
    }),
    names: ['settles'],
    newestOf: 'resume',
  }),
  'resume.sealed': define({ ...ownAct, payload: ResumeSeal.extend({ onPaper: paperAct }) }),
  'verification.requested': define({ ...ownAct, payload: VerificationRequest.extend({ onPaper: paperAct }) }),
  'verification.received': define({
    ...ownAct,
    payload: z.strictObject({ request: Uuid, place: broughtPlace, date: Day, onPaper: paperAct }),
    names: ['request'],
    isOfNamed: true,
  }),
  'verification.answered': define({
    ...ownAct,
    payload: VerificationAnswer.extend({ request: Uuid, place: broughtPlace, onPaper: paperAct }),
    names: ['request'],
    isOfNamed: true,
  }),
  'verification.waived': define({ ...ownAct, payload: VerificationWaiver.extend({ onPaper: paperAct }) }),
  'opinion.recorded': define({ ...ownAct, payload: Opinion.extend({ onPaper: paperAct }) }),
  'shortVote.reported': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    payload: ShortVoteReport.extend({ onPaper: paperAct }),
  }),
} as const
