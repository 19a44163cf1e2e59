/**
 * What passes between the keeper of a case and the office that decides: submission, answer, decision, ceremony.
 */
import { z } from 'zod'
import { Day, line } from '../../base/fields.ts'
import { Uuid } from '../../base/ids.ts'
import { Ceremony, Decision, Matter, Return, Submission } from '../../model/acts.ts'
import { Relayed } from '../../model/classes/facts.ts'
import { HandOver, MoveProposal } from '../../model/hand-over.ts'
import { CaseSnapshot } from '../../model/snapshot.ts'
import { caseAct, define, paperAct } from './row.ts'

/** The rows of this subject, by kind. */
export const DOSSIERS = {
  'dossier.submitted': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    payload: Submission.extend({ snapshot: CaseSnapshot, onPaper: paperAct }),
    names: ['supplements'],
  }),
  'dossier.resent': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    // Private, since a shared entry never names a private one: the submission it has seen stands for the one it names.
    payload: z.strictObject({ submission: Uuid }),
    names: ['submission'],
  }),
  /**
   * After a recovery: the dossier that came back holds what was recorded after the backup and is lost. Its content counts as
   * part of the record again.
   */
  'record.recovered': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    retractableUntil: 'never',
    payload: z.strictObject({ submission: Uuid }),
    names: ['submission'],
  }),
  'dossier.received': define({
    v: 1,
    ...caseAct,
    author: 'decides',
    audience: 'keeper',
    payload: z.strictObject({
      submission: Uuid,
      date: Day,
      number: line(60).optional(),
      ...Relayed,
      onPaper: paperAct,
    }),
    names: ['submission'],
    isOfNamed: true,
  }),
  'dossier.returned': define({
    v: 1,
    ...caseAct,
    author: 'decides',
    audience: 'keeper',
    payload: Return.extend({ submission: Uuid, ...Relayed, onPaper: paperAct }),
    names: ['submission'],
    isOfNamed: true,
  }),
  /** The keeper asks the office above to give the case to another keeper, with the case by value. */
  'case.moveProposed': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    retractableUntil: 'always',
    payload: MoveProposal,
  }),
  /**
   * To the new keeper with the case by value, and to the one before without it. Of an office that is merged into another:
   * to the new keeper by value, and to the office above without it. Whoever was given a case in vain is told that it goes on.
   */
  'case.handedOver': define({
    v: 1,
    ...caseAct,
    author: 'decides',
    audience: 'keeper',
    retractableUntil: 'never',
    payload: HandOver,
  }),
  'decision.recorded': define({
    v: 1,
    ...caseAct,
    author: 'decides',
    audience: 'keeper',
    retractableUntil: 'never',
    erasable: false,
    payload: Decision.extend({
      submission: Uuid.optional(),
      ruleSet: z.string().min(1).max(40),
      ruleSetHash: z.string().regex(/^[0-9a-f]{64}$/),
      ...Relayed,
      onPaper: paperAct,
    }),
    names: ['submission'],
  }),
  'decision.receiptRecorded': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    retractableUntil: 'always',
    erasable: false,
    payload: z.strictObject({
      matter: Matter.optional(),
      decision: Uuid.optional(),
      date: Day,
      onPaper: paperAct,
    }),
    names: ['decision'],
    newestOf: 'receipt',
  }),
  'ceremony.recorded': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    retractableUntil: 'always',
    erasable: false,
    payload: Ceremony.extend({ onPaper: paperAct }),
    newestOf: 'ceremony',
  }),
} as const
