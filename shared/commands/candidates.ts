/**
 * People: registering, correcting, taking over half-way, assigning a helper, ending. A name and a branch are enough to
 * begin.
 */
import { trusted } from '../base/trust.ts'
import { z } from 'zod'
import { canonicalJson, type Json } from '../base/canonical.ts'
import { Day, text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { KINDS, type PayloadOf } from '../journal/kinds.ts'
import { Ending, Helper } from '../model/acts.ts'
import { isSameHelper, lastNamed, standingHelpers } from '../model/helper.ts'
import type { UnitState } from '../model/office-state.ts'
import { Profile, ProfileChange } from '../model/profile.ts'
import {
  impossibleBranchVote,
  impossibleCeremony,
  impossibleCommitteeVote,
  impossibleDays,
  impossibleDecision,
  impossibleProfile,
  impossibleReceipt,
  type Impossible,
} from '../rules/impossible.ts'
import { CLERKS } from './clerks.ts'
import { command, found, type CommandContext, type Draft, type Reader } from './command.ts'
import { mayName, ownCase, ownLiveCase, ownUnit } from './kept.ts'
import { cannotBe, impossible, paperMark, withoutReason } from './marks.ts'

/**
 * Said after the refusal of a number that somebody else has: both papers were compared, and it is recorded all the same. Of
 * two people one was mistyped, here or at another office; until it is found, C39 names them both (reference/procedure.md).
 */
const sharesNumber = z.literal(true).optional()

/** Registers a person in a branch. Duplicates by name are shown, never refused; the same identity number is at first. */
export const registerCandidate = command({
  name: 'candidate.register',
  input: z.strictObject({
    profile: Profile,
    unit: Uuid,
    on: Day.optional(),
    previously: Uuid.optional(),
    sharesNumber,
  }),
  roles: CLERKS,
  capacity: null,
  load: ({ profile, unit, on, previously, sharesNumber: shares }, read, context) =>
    newCase(profile, unit, on, previously, read, context, shares === true),
  decide: (unit, { profile, on, previously }, context) => {
    const { lastDay: today } = context
    const wrong = impossibleProfile(profile, { today }) ?? impossibleDays({ on }, { today, birth: profile.birth })
    if (wrong) return fail(impossible(wrong))
    const id = context.newId(1)
    const payload = {
      profile,
      unit: unit.id,
      on: on ?? context.today,
      ...(previously === undefined ? {} : { previously }),
      ...paperMark(unit),
    }
    const draft: Draft = { kind: 'candidate.registered', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/**
 * Corrects the profile or moves the case to another branch we keep; after submission a reason is needed, and always where it
 * chooses between what two have written.
 */
export const correctCandidate = command({
  name: 'candidate.correct',
  input: z.strictObject({
    case: Uuid,
    change: ProfileChange,
    unit: Uuid.optional(),
    reason: text(500).optional(),
    settles: z.array(Uuid).max(50).optional(),
    sharesNumber,
  }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const held = ownCase(input.case, read, context)
    if (!held.ok) return held
    if (input.unit !== undefined) {
      const unit = ownUnit(input.unit, context.today, read, context)
      if (!unit.ok) return unit
    }
    const number = input.change.set?.identityNumber
    const isAsked = number !== undefined && input.sharesNumber !== true
    const taken = isAsked ? identityTaken(number, input.case, read) : null
    return taken ? fail(taken) : held
  },
  decide: (held, { case: id, change, unit, reason, settles }, context) => {
    const { profile } = held.case
    const set = Object.entries(change.set ?? {}).filter(
      ([field, value]) => !isSame(profile[trusted<keyof Profile>(field)], value),
    )
    // A settlement says what holds even where that is what is shown already.
    const settling = settles !== undefined
    const clear = (change.clear ?? []).filter((f) => f !== 'name' && (settling || profile[f] !== undefined))
    const moves = unit !== undefined && (settling || unit !== held.case.unit)
    if (set.length === 0 && clear.length === 0 && !moves && settles === undefined)
      return fail(refusal('NOTHING_CHANGED', {}))
    const unsaid = withoutReason({ settles, reason }, held.case)
    if (unsaid) return fail(unsaid)
    const wrong = impossibleProfile({ ...profile, ...change.set }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    const payload = {
      change: {
        ...(set.length === 0 && settles === undefined ? {} : { set: settles ? change.set : Object.fromEntries(set) }),
        ...(clear.length === 0 ? {} : { clear }),
      },
      ...(moves ? { unit } : {}),
      ...(reason === undefined ? {} : { reason }),
      ...(settles === undefined ? {} : { settles }),
    }
    const draft: Draft = { kind: 'candidate.corrected', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Takes a case over at whatever stage it stands, with the dates and papers known. */
export const takeOverCase = command({
  name: 'case.takeOver',
  input: z.strictObject({
    profile: Profile,
    unit: Uuid,
    acts: KINDS['case.takenOver'].payload.shape.acts,
    sharesNumber,
  }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) =>
    newCase(
      input.profile,
      input.unit,
      context.today,
      input.acts.previously,
      read,
      context,
      input.sharesNumber === true,
    ),
  decide: (unit, { profile, acts }, context) => {
    const wrong =
      impossibleProfile(profile, { today: context.lastDay }) ?? impossibleActs(acts, profile, context.lastDay)
    if (wrong) return fail(impossible(wrong))
    const id = context.newId(1)
    const payload = { profile, unit: unit.id, on: context.today, acts, ...paperMark(unit) }
    const draft: Draft = { kind: 'case.takenOver', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/**
 * Assigns an official member who helps the candidate. `inPlaceOf`: the helper who gives way to this one; null: nobody, the
 * two help beside one another; left out: whoever was assigned last.
 */
export const assignHelper = command({
  name: 'helper.assign',
  input: Helper.omit({ name: true, officialDate: true, replaces: true }).extend({
    case: Uuid,
    inPlaceOf: Helper.shape.name.nullable().optional(),
    name: Helper.shape.name.optional(),
    officialDate: Day.optional(),
  }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const held = ownLiveCase(input.case, read, context)
    if (!held.ok) return held
    const helper = input.member === undefined ? ok(null) : found(read.member(input.member), 'member', input.member)
    return helper.ok ? ok({ ...held.value, helper: helper.value }) : helper
  },
  decide: (held, { case: id, inPlaceOf, ...input }, context) => {
    const name = held.helper?.member.name ?? input.name
    if (name === undefined) return fail(refusal('INVALID_INPUT', { problems: [{ path: 'name', problem: 'required' }] }))
    const { from, acquaintedSince } = input
    const known = { today: context.lastDay, birth: held.case.profile.birth }
    const wrong = impossibleDays({ from, acquaintedSince }, known)
    if (wrong) return fail(impossible(wrong))
    const officialDate = held.helper?.member.officialDate ?? input.officialDate
    const replaced = replacedBy(held.case.helpers, { name, member: input.member }, inPlaceOf)
    if (!replaced.ok) return replaced
    const payload = {
      ...input,
      name,
      ...(officialDate === undefined ? {} : { officialDate }),
      ...(replaced.value === null ? {} : { replaces: true, inPlaceOf: replaced.value }),
      ...paperMark(held.unit),
    }
    const draft: Draft = { kind: 'helper.assigned', subject: { type: 'case', id }, payload }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/**
 * The name of whoever gives way to a helper, or null. Whoever is assigned again takes by himself nobody's place: it is the
 * same person, of whom more is recorded.
 * @param wanted - the name that was chosen, null for nobody, or left out
 */
function replacedBy(
  helpers: readonly Helper[],
  helper: Pick<Helper, 'name' | 'member'>,
  wanted: string | null | undefined,
): Result<string | null, Refusal> {
  const standing = standingHelpers(helpers)
  if (wanted === undefined)
    return ok(helpers.some((held) => isSameHelper(held, helper)) ? null : (standing.at(-1)?.name ?? null))
  if (wanted === null) return ok(null)
  const others = standing.filter((held) => !isSameHelper(held, helper))
  const gone = lastNamed(others, wanted)
  if (gone !== undefined) return ok(gone.name)
  const oneself = lastNamed(standing, wanted)
  return fail(
    oneself === undefined
      ? cannotBe('replacesNoHelper', { name: wanted })
      : cannotBe('replacesOneself', { name: oneself.name }),
  )
}

/**
 * Ends a case: before a decision, withdrawn by the person, taken off the list by resolution, moved away; at any time, by
 * death; after the ceremony, by leaving the Party. Removal and cancellation are decisions, not endings.
 */
export const withdrawCandidate = command({
  name: 'candidate.withdraw',
  input: Ending.extend({ case: Uuid }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const held = ownLiveCase(input.case, read, context)
    if (!held.ok) return held
    const submission = held.value.case.submissions.findLast((sent) => sent.origin === 'recorded')
    const names = submission !== undefined && mayName(submission.entry, held.value, read)
    return ok({ ...held.value, submission: names ? submission : undefined })
  },
  decide: (held, { case: id, ...ending }, context) => {
    if (ending.reason === 'left' && held.case.ceremony === null)
      return fail(cannotBe('leftBeforeAdmission', { name: held.case.profile.name }))
    if (held.case.decision?.outcome === 'admit' && ending.reason !== 'died' && ending.reason !== 'left')
      return fail(
        refusal('ALREADY_DECIDED', {
          name: held.case.profile.name,
          number: held.case.decision.number,
          date: held.case.decision.date,
        }),
      )
    const wrong = impossibleDays({ date: ending.date }, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const { submission } = held
    const draft: Draft =
      submission === undefined
        ? { kind: 'candidate.ended', subject: { type: 'case', id }, payload: ending }
        : {
            kind: 'candidate.withdrawn',
            subject: { type: 'case', id },
            payload: { ...ending, submission: submission.entry },
          }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

function isSame(held: unknown, value: unknown): boolean {
  return (
    held === value || (held !== undefined && canonicalJson(trusted<Json>(held)) === canonicalJson(trusted<Json>(value)))
  )
}

/** What a new case needs: a free identity number, the case before it, a branch of ours that is open. */
export function newCase(
  profile: Profile,
  unit: string,
  on: string | undefined,
  previously: string | undefined,
  read: Reader,
  context: CommandContext,
  mayShareNumber = false,
): Result<UnitState, Refusal> {
  const { identityNumber: number } = profile
  const taken = number === undefined || mayShareNumber ? null : identityTaken(number, previously, read)
  if (taken) return fail(taken)
  if (previously !== undefined) {
    const before = found(read.case(previously), 'case', previously)
    if (!before.ok) return before
  }
  return ownUnit(unit, on ?? context.today, read, context)
}

function identityTaken(number: string, except: string | undefined, read: Reader): Refusal | null {
  const other = read.caseByIdentityNumber(number)
  if (other === null || other.id === except) return null
  return refusal('IDENTITY_NUMBER_TAKEN', { number, name: other.name, case: other.id })
}

type TakenOver = PayloadOf<'case.takenOver'>['acts']

function impossibleActs(acts: TakenOver, { birth }: Profile, today: string | undefined): Impossible | null {
  const known = { today, birth }
  const days = [
    ...(acts.helpers ?? []).map((helper) => helper.from),
    ...(acts.papers ?? []).map((paper) => paper.date),
    acts.submittedOn,
    acts.receivedOn,
    acts.card?.date,
    acts.departure?.on,
    acts.departure?.date,
    ...(acts.transfers ?? []).flatMap(({ date, presentedOn, completedOn }) => [date, presentedOn, completedOn]),
  ]
  return (
    days.reduce<Impossible | null>((found, date) => found ?? impossibleDays({ date }, known), null) ??
    (acts.branchVote ? impossibleBranchVote(acts.branchVote, known) : null) ??
    (acts.committeeVote ? impossibleCommitteeVote(acts.committeeVote, known) : null) ??
    (acts.decision ? impossibleDecision(acts.decision, known) : null) ??
    (acts.decisionReceivedOn ? impossibleReceipt(acts.decisionReceivedOn, acts.decision ?? null, known) : null) ??
    (acts.ceremony ? impossibleCeremony(acts.ceremony, acts.decision ?? null, known) : null) ??
    impossibleMatter(acts.recognition, known) ??
    impossibleMatter(acts.removal, known) ??
    impossibleMatter(acts.cancellation, known)
  )
}

function impossibleMatter(
  acts: TakenOver['recognition'],
  known: { readonly today: string | undefined; readonly birth: string | undefined },
): Impossible | null {
  if (acts === undefined) return null
  return (
    impossibleDays({ submittedOn: acts.submittedOn, receivedOn: acts.receivedOn }, known) ??
    (acts.branchVote ? impossibleBranchVote(acts.branchVote, known) : null) ??
    (acts.committeeVote ? impossibleCommitteeVote(acts.committeeVote, known) : null) ??
    (acts.decision ? impossibleDecision(acts.decision, known) : null) ??
    (acts.decisionReceivedOn ? impossibleReceipt(acts.decisionReceivedOn, acts.decision ?? null, known) : null)
  )
}
