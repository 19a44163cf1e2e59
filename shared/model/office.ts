/**
 * Offices, units, members, users: the house the cases live in. Office names, levels and symbols are data with dates;
 * nothing here knows "xã" or "huyện".
 */
import { z } from 'zod'
import { Count, Day, DocumentRef, line, PersonName } from '../base/fields.ts'
import { OfficeId, Uuid } from '../base/ids.ts'
import { Area, Capacity, PathKind, Relation, Role, Sector, UnitType } from './codes.ts'

/** Label of an office on file names; never an identity. */
export const OfficeCode = z.string().regex(/^[a-z0-9-]{1,24}$/, 'office code')

/** A capacity held from a day on, for all units or for the named ones. */
export const CapacityGrant = z.strictObject({
  capacity: Capacity,
  from: Day,
  to: Day.optional(),
  units: z.array(Uuid).max(1000).optional(),
})
export type CapacityGrant = z.infer<typeof CapacityGrant>

/** How an office describes itself. `body` is the name the decisions carry, e.g. the standing committee's. */
export const OfficeProfile = z.strictObject({
  name: line(200),
  code: OfficeCode,
  place: line(100).optional(),
  superiorName: line(200).optional(),
  decidingBody: line(200).optional(),
  capacities: z.array(CapacityGrant).min(1).max(20),
  ruleSet: z.string().min(1).max(40).optional(),
})
export type OfficeProfile = z.infer<typeof OfficeProfile>

/**
 * A unit: a branch, a base branch, a section, a committee. `onPaper` marks a unit with an office of its own but without
 * the program: our office records its facts from its papers.
 */
export const Unit = z.strictObject({
  name: line(300),
  code: line(40).optional(),
  type: UnitType,
  parent: Uuid.optional(),
  sector: Sector.optional(),
  area: Area.optional(),
  from: Day.optional(),
  to: Day.optional(),
  onPaper: z.boolean().optional(),
  /** The units that took over on its last day: what it was merged into, or split into. */
  successors: z.array(Uuid).max(20).optional(),
  /** The path of its cases from a day on; where none counts, it follows from the type. */
  paths: z
    .array(z.strictObject({ from: Day, kind: PathKind, document: DocumentRef.optional() }))
    .max(50)
    .optional(),
})
export type Unit = z.infer<typeof Unit>

/**
 * A unit that our office recorded on paper is one that its own office keeps by now: `as` that one, `on` the day from which
 * only that office records it. Both names have meant one branch all the time, so its people, members, plans and totals under
 * either count for one, in figures and in lists. What is a paper of one office stays with the name it bears: the reviews of
 * its list, and the numbers of their resolutions.
 */
export const UnitSame = z.strictObject({ as: Uuid, on: Day })
export type UnitSame = z.infer<typeof UnitSame>

/** Members of a unit on a day: official, probationary, and official ones left out of vote counts. */
export const MemberCount = z.strictObject({ date: Day, official: Count, probationary: Count, excluded: Count })
export type MemberCount = z.infer<typeof MemberCount>

/** Counts of a unit that the superior is shown: a count a month for eight years. */
export const MOST_COUNTS = 100

/**
 * What the superior sees of a unit. `counts`: its members day by day, oldest first, in the place of all that was shown
 * before, so that a share of a past year is of the members of that year; `count`: the newest alone, of lines written before.
 */
export const UnitLine = z.strictObject({
  ...Unit.omit({ onPaper: true }).shape,
  count: MemberCount.optional(),
  counts: z.array(MemberCount).max(MOST_COUNTS).optional(),
})
export type UnitLine = z.infer<typeof UnitLine>

/** How a member stands in the unit's work: why one can help, introduce, vote, or not. */
export const MemberStatus = z.enum(['active', 'exempt', 'away', 'suspended', 'moved', 'expelled', 'left', 'died'])
export type MemberStatus = z.infer<typeof MemberStatus>

/** A member in the light register: enough to name helpers and introducers. */
export const Member = z.strictObject({
  name: PersonName,
  unit: Uuid,
  admittedOn: Day.optional(),
  officialDate: Day.optional(),
  post: line(200).optional(),
  statuses: z
    .array(z.strictObject({ status: MemberStatus, from: Day }))
    .max(50)
    .optional(),
})
export type Member = z.infer<typeof Member>

/** A person who uses the program in this office. */
export const User = z.strictObject({
  login: line(60),
  name: PersonName,
  post: line(200),
  roles: z.array(Role).min(1).max(7),
})
export type User = z.infer<typeof User>

/** Another office, as its pairing card gave it. */
export const Peer = z.strictObject({
  office: OfficeId,
  code: OfficeCode,
  name: line(200),
  ageRecipient: z.string().regex(/^age1[0-9a-z]{20,100}$/),
  signKey: z.string().regex(/^[A-Za-z0-9+/]{56}$/),
  relation: Relation,
  unit: Uuid.optional(),
  since: Day,
  renewals: z
    .array(z.strictObject({ sign_key: z.string().max(60), signature: z.string().max(600) }))
    .max(50)
    .optional()
    .describe('how its key goes back to its first one, as its card proved'),
})
export type Peer = z.infer<typeof Peer>
