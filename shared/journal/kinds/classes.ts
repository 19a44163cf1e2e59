/**
 * Classes: opened by the office that trains or decides and told to everybody, without any person; what concerns a person
 * goes from the keeper to the deciding office, from there to the office that trains, and the same way back. Each office on
 * the way passes on by value, since its neighbours do not see one another's entries.
 */
import { Uuid } from '../../base/ids.ts'
import {
  Attendance,
  ClassEnd,
  ClassFacts,
  ClassRequest,
  Enrolment,
  Reissue,
  Relayed,
} from '../../model/classes/facts.ts'
import { caseAct, define, paperAct } from './row.ts'

const aboutClass = {
  v: 1,
  subject: 'class',
  author: 'trains',
  audience: 'all',
  personal: false,
  retractableUntil: 'always',
  erasable: false,
} as const

const answer = { v: 1, ...caseAct, author: 'trains', audience: 'keeper', retractableUntil: 'always' } as const

/** The rows of this subject, by kind. */
export const CLASSES = {
  'class.opened': define({ ...aboutClass, payload: ClassFacts.extend(Relayed), begins: true }),
  'class.changed': define({ ...aboutClass, payload: ClassFacts.extend(Relayed), newestOf: 'class' }),
  /** Follows from a nomination by itself, like the list line: the note stays with the keeper, the day of birth goes along. */
  'class.proposed': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    retractableUntil: 'always',
    payload: ClassRequest,
  }),
  'class.forwarded': define({
    v: 1,
    ...caseAct,
    author: 'decides',
    audience: 'trainer',
    retractableUntil: 'always',
    payload: ClassRequest,
  }),
  'class.enrolled': define({
    ...answer,
    payload: Enrolment.extend({ ...Relayed, forwarded: Uuid.optional(), onPaper: paperAct }),
    names: ['forwarded'],
    newestOf: 'seat',
  }),
  'class.attended': define({ ...answer, payload: Attendance.extend(Relayed), newestOf: 'attendance' }),
  'class.completed': define({
    ...answer,
    payload: ClassEnd.extend({ ...Relayed, onPaper: paperAct }),
    newestOf: 'result',
  }),
  'certificate.reissued': define({ ...answer, payload: Reissue.extend(Relayed), newestOf: 'certificate' }),
} as const
