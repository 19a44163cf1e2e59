/**
 * The office itself: founding it, its users, its settings, and the offices it is paired with.
 */
import { z } from 'zod'
import { Day, line, text } from '../base/fields.ts'
import { OfficeId, Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { BundleId } from '../bundle/format.ts'
import { refusal } from '../contract/refusals.ts'
import { trusted } from '../base/trust.ts'
import type { Item } from '../journal/item.ts'
import type { PayloadOf } from '../journal/kinds.ts'
import { CALENDAR_LINES } from '../model/schools/school-calendar.ts'
import { OfficeProfile, Peer, User } from '../model/office.ts'
import type { CaseState } from '../model/case-state.ts'
import { holds, type UnitState } from '../model/office-state.ts'
import { listLineOf } from '../model/stage.ts'
import { ruleSetById } from '../rules/sets/index.ts'
import { Role } from '../model/codes.ts'
import { sameLoginForm } from '../text/passphrase.ts'
import { command, found, type CommandContext, type Draft, type Reader } from './command.ts'
import { followFor, recordedBelow } from './follow-told.ts'
import { cannotBe } from './marks.ts'
import { unitLineDraft } from './units.ts'

const ADMIN = ['administrator'] as const

/** Changes the office's own description: name, capacities, bodies, rule set. */
export const changeOffice = command({
  name: 'office.change',
  input: z.strictObject({ profile: OfficeProfile }),
  roles: ADMIN,
  capacity: null,
  load: (_input, read) => ok(read.office()),
  decide: (office, { profile }) => {
    if (profile.ruleSet !== undefined && ruleSetById(profile.ruleSet) === null)
      return fail(refusal('NOT_FOUND', { what: 'ruleSet', id: profile.ruleSet }))
    const draft: Draft = { kind: 'office.changed', subject: { type: 'office', id: office.id }, payload: { profile } }
    return ok({ drafts: [draft], value: { office: office.id } })
  },
})

/**
 * Records that a person has said what day it is; the running program then goes by it (electron/office/confirm-date).
 */
export const recordDate = command({
  name: 'date.record',
  input: z.strictObject({ today: Day, clock: Day, built: Day }),
  roles: Role.options,
  capacity: null,
  load: (_input, read) => ok(read.office()),
  decide: ({ id }, { today, clock, built }) => {
    if (today < built) return fail(cannotBe('todayBeforeBuild', { date: today, built }))
    const draft: Draft = { kind: 'date.confirmed', subject: { type: 'office', id }, payload: { today, clock } }
    return ok({ drafts: [draft], value: { today } })
  },
})

/** Records a user; the vault slot with the passphrase is made by the running program before this. */
export const addUser = command({
  name: 'user.record',
  input: z.strictObject({ user: User, userId: Uuid }),
  roles: ADMIN,
  capacity: null,
  load: ({ user }, read) => {
    const taken = read
      .users()
      .some((other) => !other.disabled && sameLoginForm(other.user.login) === sameLoginForm(user.login))
    return taken ? fail(refusal('LOGIN_TAKEN', { login: user.login })) : ok(null)
  },
  decide: (_state, { user, userId }) => {
    const draft: Draft = { kind: 'user.added', subject: { type: 'user', id: userId }, payload: user }
    return ok({ drafts: [draft], value: { user: userId } })
  },
})

/** Changes a user's name, post or roles. */
export const changeUser = command({
  name: 'user.change',
  input: z.strictObject({ userId: Uuid, name: User.shape.name, post: User.shape.post, roles: User.shape.roles }),
  roles: ADMIN,
  capacity: null,
  load: ({ userId, roles }, read) => {
    const user = found(read.user(userId), 'user', userId)
    if (!user.ok || roles.includes('administrator')) return user
    return otherAdministrators(read.users(), userId) ? user : fail(refusal('LAST_ADMINISTRATOR', {}))
  },
  decide: (state, { userId, name, post, roles }) => {
    const payload = { login: state.user.login, name, post, roles }
    const draft: Draft = { kind: 'user.changed', subject: { type: 'user', id: userId }, payload }
    return ok({ drafts: [draft], value: { user: userId } })
  },
})

/** Disables a user; the running program then takes the vault slot away and changes the store key. */
export const disableUser = command({
  name: 'user.recordDisabled',
  input: z.strictObject({ userId: Uuid, reason: line(300).optional() }),
  roles: ADMIN,
  capacity: null,
  load: ({ userId }, read) => {
    const user = found(read.user(userId), 'user', userId)
    if (!user.ok) return user
    return otherAdministrators(read.users(), userId) ? user : fail(refusal('LAST_ADMINISTRATOR', {}))
  },
  decide: (_state, { userId, reason }) => {
    const payload = reason === undefined ? {} : { reason }
    const draft: Draft = { kind: 'user.disabled', subject: { type: 'user', id: userId }, payload }
    return ok({ drafts: [draft], value: { user: userId } })
  },
})

/** Margins of documents where no setting says otherwise, in millimetres: top/bottom/left/right. */
export const DOCUMENT_MARGINS = '20/20/30/15'

/** Least and most millimetres of a margin: less is cut off by printers, more leaves no room for the text. */
export const MARGIN_MM = { least: 5, most: 60 } as const

/** True for a margin that a page may have. @param mm - whole millimetres */
export function isMargin(mm: number): boolean {
  return mm >= MARGIN_MM.least && mm <= MARGIN_MM.most
}

/** Settings an administrator may change, with their allowed values. */
export const Setting = z.discriminatedUnion('key', [
  z.strictObject({ key: z.literal('verificationPapersInside'), value: z.boolean() }),
  z.strictObject({ key: z.literal('backupFolder'), value: text(1000) }),
  z.strictObject({ key: z.literal('backupDaily'), value: z.boolean() }),
  z.strictObject({ key: z.literal('lockAfterMinutes'), value: z.number().int().min(1).max(240) }),
  /** Margins of documents in millimetres: top/bottom/left/right. */
  z.strictObject({
    key: z.literal('documentMargins'),
    value: z
      .string()
      .regex(/^\d{1,2}(\/\d{1,2}){3}$/)
      .refine((value) => value.split('/').every((side) => isMargin(Number(side))), 'form'),
  }),
  /** First day of the term of office, from which numbers of documents run. */
  z.strictObject({ key: z.literal('documentTermFrom'), value: Day }),
  /** The criteria a school evaluates its pupils by, one a line. */
  z.strictObject({ key: z.literal('pupilCriteria'), value: text(2000) }),
  /** When schools have lessons and examinations; read by shared/model/schools/school-calendar. */
  z.strictObject({ key: z.literal('schoolCalendar'), value: z.string().max(500).regex(CALENDAR_LINES) }),
  /** Lines of the reviewer's checklist besides the papers, one a line; '' = none. */
  z.strictObject({ key: z.literal('reviewChecklist'), value: z.union([text(2000), z.literal('')]) }),
  /** Levels of the year-end rating, the best first, one a line. */
  z.strictObject({ key: z.literal('ratingLevels'), value: text(1000) }),
  /** Days for batches besides the three of every office: 'MM-DD name', one a line. */
  z.strictObject({
    key: z.literal('anniversaries'),
    value: z
      .string()
      .max(500)
      .regex(/^(\d\d-\d\d [^\n]{1,60}(\n|$))*$/),
  }),
])

/** Changes one setting of the office. */
export const changeSetting = command({
  name: 'setting.change',
  input: Setting,
  roles: ADMIN,
  capacity: null,
  load: () => ok(null),
  decide: (_state, { key, value }) => {
    const draft: Draft = { kind: 'setting.changed', subject: { type: 'setting', id: key }, payload: { value } }
    return ok({ drafts: [draft], value: { key } })
  },
})

/**
 * Records a pairing. The running program has read the card and compared the digits; what the office already holds for
 * the new superior (units, live cases, what was followed up) is told to it in the same call, and so is a new office below
 * what was recorded of it as a unit (targets, inspections, ratings).
 */
export const recordPeer = command({
  name: 'peer.record',
  input: Peer.omit({ since: true }),
  roles: ADMIN,
  capacity: null,
  load: (input, read, context) => {
    if (input.office === context.office.id) return fail(refusal('PEER_IS_SELF', {}))
    const other = read
      .peers()
      .find((peer) => !peer.revoked && peer.id !== input.office && peer.peer.code === input.code)
    if (other || input.code === context.office.profile.code)
      return fail(
        refusal('CARD_CODE_TAKEN', { code: input.code, name: other?.peer.name ?? context.office.profile.name }),
      )
    if (input.unit !== undefined) {
      const unit = found(read.unit(input.unit), 'unit', input.unit)
      if (!unit.ok) return unit
    }
    if (input.relation === 'subordinate' && input.unit !== undefined) {
      const told = recordedBelow({ id: input.office, name: input.name }, input.unit, read)
      return ok({ cases: [], sent: [], units: [], told })
    }
    if (input.relation !== 'superior') return ok({ cases: [], sent: [], units: [], told: [] })
    const units = read
      .unitIds()
      .flatMap((id) => read.unit(id) ?? [])
      .filter((unit) => unit.keeper === context.office.id)
    const shown = read
      .liveCaseIds()
      .flatMap((id) => read.case(id) ?? [])
      .filter((held) => showsUpward(held, read, context))
    return ok({
      units,
      cases: shown.filter((held) => openDossier(held, read) === null),
      sent: shown.flatMap((held) => openDossier(held, read) ?? []),
      told: followFor(
        input.office,
        units.map(({ id }) => id),
        read,
        context,
      ),
    })
  },
  decide: ({ units, cases, sent, told }, input, context) => {
    const drafts: Draft[] = [
      { kind: 'peer.paired', subject: { type: 'peer', id: input.office }, payload: { ...input, since: context.today } },
      ...units.flatMap((unit) => [unitLineDraft(unit, input.office), ...reviewsOf(unit, input.office)]),
      ...cases.map((held): Draft => ({
        kind: 'candidate.listed',
        subject: { type: 'case', id: held.id },
        payload: listLineOf(held),
        to: input.office,
      })),
      ...sent.flatMap(({ entry: { id, subject, payload } }): Draft[] => {
        const { supplements: _unseen, ...dossier } = trusted<PayloadOf<'dossier.submitted'>>(payload)
        return [
          { kind: 'dossier.submitted', subject, payload: dossier, to: input.office },
          { kind: 'dossier.resent', subject, payload: { submission: id } },
        ]
      }),
      ...told,
    ]
    return ok({ drafts, value: { office: input.office, units: units.length, cases: cases.length + sent.length } })
  },
})

/**
 * Ends a pairing: from now on nothing signed by that office's key is taken in, whatever day it claims. Names how far its
 * channels had come; its office goes on from there once it has been paired anew, with a new key. Where the key was lost
 * some time ago, a person names the last good set, and what came after it is set aside: which sets we took in, and in what
 * order, is our own knowledge, while the days that lines claim are those of whoever holds the key.
 */
export const revokePeer = command({
  name: 'peer.revoke',
  input: z.strictObject({ office: OfficeId, reason: line(300), lastSet: BundleId.optional() }),
  roles: ADMIN,
  capacity: null,
  load: ({ office, lastSet }, read) => {
    const peer = read.peer(office)
    if (peer === null) return fail(refusal('PEER_UNKNOWN', { office }))
    if (peer.revoked) return fail(refusal('PEER_REVOKED', { name: peer.peer.name }))
    const heads = read.headsOf(office, lastSet)
    return heads === null ? fail(refusal('PEER_SET_UNKNOWN', { name: peer.peer.name })) : ok({ heads })
  },
  decide: ({ heads }, { office, reason }) => {
    const dropped = heads.filter(({ seq }) => seq === 0).map(({ channel }) => channel)
    const payload = {
      reason,
      heads: heads.filter(({ seq }) => seq > 0),
      ...(dropped.length === 0 ? {} : { dropped }),
    }
    const draft: Draft = { kind: 'peer.revoked', subject: { type: 'peer', id: office }, payload }
    return ok({ drafts: [draft], value: { office } })
  },
})

/** The monthly reviews that a unit's list had before there was a superior to be told of them. */
function reviewsOf({ id, reviews }: UnitState, superior: string): readonly Draft[] {
  return reviews.map((payload) => ({
    kind: 'list.reviewed',
    subject: { type: 'unit', id },
    payload,
    to: superior,
  }))
}

/** A case the new superior is shown: kept here, decided elsewhere, and not yet sent to any superior in full. */
function showsUpward(held: CaseState, read: Reader, { office, today }: CommandContext): boolean {
  const sent = held.submissions.some(
    ({ entry, snapshot }) => snapshot !== null && read.item(entry)?.item.audience !== 'own',
  )
  return held.keeper === office.id && !sent && !holds(office.profile, 'decides', today, held.unit)
}

/**
 * The dossier of a case that was sent on paper, before there was a superior to receive it here, and still waits for its
 * answer: the new superior gets it by value. One returned or decided on paper is shown by its list line alone, and what
 * a superior has received already is not sent anew.
 */
function openDossier(held: CaseState, read: Reader): Item | null {
  const last = held.submissions.at(-1)
  if (last === undefined || last.snapshot === null || last.returned !== null) return null
  if (held.decision !== null && held.decision.submission === last.entry) return null
  const item = read.item(last.entry)?.item ?? null
  return item?.audience === 'own' ? item : null
}

function otherAdministrators(
  users: readonly { readonly id: string; readonly disabled: boolean; readonly user: User }[],
  except: string,
): boolean {
  return users.some((user) => user.id !== except && !user.disabled && user.user.roles.includes('administrator'))
}
