/**
 * Which area of work a name of the port belongs to, for the table that shows what each role may do. The rights themselves
 * stand with each command and job, once; the table is worked out from them.
 */
import type { Role } from '../model/codes.ts'
import { API, type ApiEntry } from './api.ts'

/** An area of work. */
export type WorkArea =
  | 'people'
  | 'dossiers'
  | 'review'
  | 'meetings'
  | 'decisions'
  | 'after'
  | 'classes'
  | 'units'
  | 'follow'
  | 'reports'
  | 'corrections'
  | 'exchange'
  | 'office'
  | 'other'

/** Names that are not in the area of what stands before their full stop. */
const BY_NAME: Readonly<Record<string, WorkArea>> = {
  'dossier.receive': 'review',
  'dossier.return': 'review',
  'dossier.review': 'review',
  'dossier.assign': 'review',
  'dossier.check': 'review',
  'meeting.vote': 'decisions',
  'meeting.decide': 'decisions',
  'case.takeOver': 'people',
  'case.handOver': 'people',
  'case.handOverMany': 'people',
  'case.proposeMove': 'people',
  'case.pinRules': 'corrections',
  'decision.recordReceipt': 'after',
  'list.write': 'exchange',
  'device.export': 'exchange',
  'journal.giveUpLost': 'office',
}

const BY_SUBJECT: Readonly<Record<string, WorkArea>> = {
  candidate: 'people',
  helper: 'people',
  list: 'people',
  note: 'people',
  photo: 'people',
  duplicates: 'people',
  dossier: 'dossiers',
  paper: 'dossiers',
  resume: 'dossiers',
  verification: 'dossiers',
  opinion: 'dossiers',
  vote: 'dossiers',
  limit: 'review',
  refusal: 'review',
  consent: 'review',
  meeting: 'meetings',
  decision: 'decisions',
  ceremony: 'after',
  card: 'after',
  transfer: 'after',
  departure: 'after',
  class: 'classes',
  certificate: 'classes',
  pupil: 'classes',
  unit: 'units',
  member: 'units',
  target: 'units',
  total: 'units',
  model: 'follow',
  example: 'follow',
  directive: 'follow',
  conference: 'follow',
  publicity: 'follow',
  inspection: 'follow',
  proposal: 'follow',
  rating: 'follow',
  commendation: 'follow',
  correction: 'follow',
  report: 'reports',
  entry: 'corrections',
  erasure: 'corrections',
  finding: 'corrections',
  case: 'corrections',
  document: 'exchange',
  bundle: 'exchange',
  backup: 'exchange',
  print: 'exchange',
  office: 'office',
  user: 'office',
  vault: 'office',
  setting: 'office',
  peer: 'office',
  pairing: 'office',
  keys: 'office',
  rules: 'office',
  device: 'office',
}

/** The area of a name. */
export function areaOf(name: string): WorkArea {
  return BY_NAME[name] ?? BY_SUBJECT[name.slice(0, name.indexOf('.'))] ?? 'other'
}

/** What a role may do of an area: everything, a part, nothing. */
export type Right = 'all' | 'some' | 'none'

/** One row of the table of roles. */
export type AreaRights = {
  readonly area: WorkArea
  /** The names of the area that record or write. */
  readonly entries: readonly ApiEntry[]
  readonly rights: ReadonlyMap<Role, Right>
}

/**
 * The table of roles: what records or writes, by area. What whoever only looks may do (looking, unlocking) is
 * left out: who may see dossiers is said with each role.
 * @param roles - all roles
 */
export function rightsByArea(roles: readonly Role[]): readonly AreaRights[] {
  const entries = API.filter(
    ({ kind, needs, roles: may }) =>
      kind !== 'query' && needs === 'session' && may.length < roles.length && !may.includes('viewer'),
  )
  return ORDER.flatMap((area): readonly AreaRights[] => {
    const of = entries.filter(({ name }) => areaOf(name) === area)
    return of.length === 0
      ? []
      : [{ area, entries: of, rights: new Map(roles.map((role) => [role, rightOf(of, role)])) }]
  })
}

function rightOf(entries: readonly ApiEntry[], role: Role): Right {
  const open = entries.filter(({ roles }) => roles.includes(role)).length
  return open === entries.length ? 'all' : open === 0 ? 'none' : 'some'
}

const ORDER: readonly WorkArea[] = [
  'people',
  'dossiers',
  'review',
  'meetings',
  'decisions',
  'after',
  'classes',
  'units',
  'follow',
  'reports',
  'corrections',
  'exchange',
  'office',
  'other',
]
