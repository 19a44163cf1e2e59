/**
 * The kinds table: every fact the journal can hold, with who may record it, who receives it, and whether it can be
 * taken back. Routing, rights, import checks and the generated page KINDS.md come from this table and from nowhere
 * else. A kind is never renamed or removed; a changed payload is a new version with an upcaster from the old one.
 */
import { z } from 'zod'
import { Day, line, text } from '../base/fields.ts'
import { OfficeId, Uuid } from '../base/ids.ts'
import {
  BranchVote,
  Ceremony,
  CommitteeVote,
  Decision,
  Ending,
  Helper,
  Paper,
  Return,
  Submission,
} from '../model/acts.ts'
import { ListLine } from '../model/list-line.ts'
import { Member, MemberCount, OfficeProfile, Peer, Unit, UnitLine, User } from '../model/office.ts'
import { Profile, ProfileChange } from '../model/profile.ts'
import { CaseSnapshot, Lift } from '../model/snapshot.ts'
import type { SubjectType } from './entry.ts'
import type { OlderVersion } from './upcast.ts'

/**
 * Who receives an entry: only its own office; the office that keeps the case; the deciding office above; every
 * paired office; or whoever received the entry it speaks of.
 */
export type Audience = 'own' | 'keeper' | 'superior' | 'all' | 'asTarget'

/** Which office may record it, seen from the case's unit: its keeper, its deciding office, or any office of its own. */
export type Author = 'any' | 'proposes' | 'decides'

/** Until when its author may take it back; afterwards only a correcting act follows. */
export type RetractableUntil = 'always' | 'decided' | 'never'

/** One row of the table. */
export type KindRow = {
  readonly v: number
  /** Versions no longer written, oldest first, each with the step to the next: kept for ever (upcast.ts). */
  readonly older?: readonly OlderVersion[]
  readonly subject: SubjectType
  readonly payload: z.ZodType
  readonly author: Author
  readonly audience: Audience
  readonly personal: boolean
  readonly retractableUntil: RetractableUntil
  readonly erasable: boolean
  /** Ids of other entries that the payload names: an entry so named by another office can no longer be taken back. */
  readonly names?: readonly string[]
}

const paperAct = z
  .boolean()
  .optional()
  .describe("'theo văn bản giấy': recorded from paper for an office without the program")

const TakenOverActs = z.strictObject({
  since: Day.optional(),
  previously: Uuid.optional(),
  helpers: z.array(Helper).max(20).optional(),
  papers: z.array(Paper).max(300).optional(),
  branchVote: BranchVote.optional(),
  committeeVote: CommitteeVote.optional(),
  submittedOn: Day.optional(),
  decision: Decision.optional(),
  decisionReceivedOn: Day.optional(),
  ceremony: Ceremony.optional(),
})

const head = z.strictObject({
  channel: z.string().min(1).max(100),
  seq: z.number().int().min(1),
  head: z.string().regex(/^[0-9a-f]{64}$/),
})

function define<const Row extends KindRow>(row: Row): Row {
  return row
}

const own = { author: 'any', audience: 'own', personal: false, retractableUntil: 'never', erasable: false } as const
const caseAct = { subject: 'case', personal: true, retractableUntil: 'decided', erasable: true } as const

/** The table, by kind. */
export const KINDS = {
  'office.founded': define({
    v: 1,
    subject: 'office',
    ...own,
    payload: z.strictObject({ office: OfficeId, profile: OfficeProfile }),
  }),
  'office.changed': define({ v: 1, subject: 'office', ...own, payload: z.strictObject({ profile: OfficeProfile }) }),
  'device.opened': define({
    v: 1,
    subject: 'device',
    ...own,
    payload: z.strictObject({ reason: z.enum(['restored', 'copied']), from: z.array(head).max(10_000) }),
  }),
  'user.added': define({ v: 1, subject: 'user', ...own, personal: true, payload: User }),
  'user.changed': define({ v: 1, subject: 'user', ...own, personal: true, payload: User }),
  'user.disabled': define({ v: 1, subject: 'user', ...own, payload: z.strictObject({ reason: line(300).optional() }) }),
  'setting.changed': define({
    v: 1,
    subject: 'setting',
    ...own,
    payload: z.strictObject({ value: z.union([z.string().max(2000), z.boolean(), z.number().int()]) }),
  }),
  'peer.paired': define({ v: 1, subject: 'peer', ...own, payload: Peer }),
  'peer.revoked': define({
    v: 1,
    subject: 'peer',
    ...own,
    payload: z.strictObject({ reason: line(300), heads: z.array(head).max(1000) }),
  }),
  'bundle.exported': define({
    v: 1,
    subject: 'bundle',
    ...own,
    payload: z.strictObject({
      to: OfficeId,
      kind: z.string().max(20),
      entries: z.number().int(),
      scans: z.number().int(),
      bytes: z.number().int(),
      label: z.string().max(64),
    }),
  }),
  'bundle.imported': define({
    v: 1,
    subject: 'bundle',
    ...own,
    payload: z.strictObject({
      from: OfficeId,
      kind: z.string().max(20),
      fresh: z.number().int(),
      known: z.number().int(),
      held: z.number().int(),
      scansMissing: z.number().int(),
    }),
  }),

  'unit.added': define({ v: 1, subject: 'unit', ...own, retractableUntil: 'always', payload: Unit }),
  'unit.changed': define({ v: 1, subject: 'unit', ...own, retractableUntil: 'always', payload: Unit }),
  'unit.membersCounted': define({ v: 1, subject: 'unit', ...own, retractableUntil: 'always', payload: MemberCount }),
  'unit.listed': define({
    v: 1,
    subject: 'unit',
    author: 'proposes',
    audience: 'superior',
    personal: false,
    retractableUntil: 'never',
    erasable: false,
    payload: UnitLine,
  }),
  'member.added': define({
    v: 1,
    subject: 'member',
    ...own,
    personal: true,
    retractableUntil: 'always',
    erasable: true,
    payload: Member,
  }),
  'member.changed': define({
    v: 1,
    subject: 'member',
    ...own,
    personal: true,
    retractableUntil: 'always',
    erasable: true,
    payload: Member,
  }),

  'candidate.registered': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: z.strictObject({ profile: Profile, unit: Uuid, on: Day, previously: Uuid.optional(), onPaper: paperAct }),
  }),
  'candidate.corrected': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: z.strictObject({
      change: ProfileChange,
      unit: Uuid.optional(),
      reason: text(500).optional(),
      settles: z.array(Uuid).max(50).optional(),
    }),
    names: ['settles'],
  }),
  'candidate.ended': define({ v: 1, ...caseAct, author: 'proposes', audience: 'own', payload: Ending }),
  'candidate.withdrawn': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    payload: Ending.extend({ submission: Uuid }),
    names: ['submission'],
  }),
  'candidate.listed': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    payload: ListLine,
  }),
  'case.takenOver': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: z.strictObject({ profile: Profile, unit: Uuid, on: Day, acts: TakenOverActs, onPaper: paperAct }),
  }),
  'helper.assigned': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: Helper.extend({ onPaper: paperAct }),
  }),
  'paper.recorded': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: Paper.extend({ replaces: Uuid.optional(), onPaper: paperAct }),
    names: ['replaces'],
  }),
  'branchVote.recorded': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: BranchVote.extend({ onPaper: paperAct }),
  }),
  'committeeVote.recorded': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'own',
    payload: CommitteeVote.extend({ onPaper: paperAct }),
  }),
  'finding.lifted': define({ v: 1, ...caseAct, author: 'any', audience: 'own', payload: Lift }),

  'dossier.submitted': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    payload: Submission.extend({ snapshot: CaseSnapshot, onPaper: paperAct }),
    names: ['supplements'],
  }),
  'dossier.received': define({
    v: 1,
    ...caseAct,
    author: 'decides',
    audience: 'keeper',
    payload: z.strictObject({ submission: Uuid, date: Day, number: line(60).optional(), onPaper: paperAct }),
    names: ['submission'],
  }),
  'dossier.returned': define({
    v: 1,
    ...caseAct,
    author: 'decides',
    audience: 'keeper',
    payload: Return.extend({ submission: Uuid, onPaper: paperAct }),
    names: ['submission'],
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
    payload: z.strictObject({ decision: Uuid.optional(), date: Day, onPaper: paperAct }),
    names: ['decision'],
  }),
  'ceremony.recorded': define({
    v: 1,
    ...caseAct,
    author: 'proposes',
    audience: 'superior',
    retractableUntil: 'always',
    erasable: false,
    payload: Ceremony.extend({ onPaper: paperAct }),
  }),

  'entry.retracted': define({
    v: 1,
    subject: 'case',
    author: 'any',
    audience: 'asTarget',
    personal: false,
    retractableUntil: 'never',
    erasable: false,
    payload: z.strictObject({ target: Uuid, reason: text(1000).optional() }),
  }),
  'entry.voided': define({
    v: 1,
    subject: 'case',
    author: 'any',
    audience: 'asTarget',
    personal: false,
    retractableUntil: 'never',
    erasable: false,
    payload: z.strictObject({ target: Uuid, seq: z.number().int().min(1), reason: text(1000) }),
  }),
} as const

/** Name of a kind. */
export type Kind = keyof typeof KINDS

/** Payload of a kind, as its newest version has it. */
export type PayloadOf<K extends Kind> = z.infer<(typeof KINDS)[K]['payload']>

/** True for a kind this build knows. */
export function isKind(name: string): name is Kind {
  return Object.hasOwn(KINDS, name)
}

/** The row of a kind. */
export function kindRow(kind: Kind): KindRow {
  return KINDS[kind]
}
