/**
 * A case goes to another keeper. Between two units of one superior the keeper proposes, with the case by value; the
 * superior hands it over and tells both. What the superior has kept on paper for a unit, it hands over by itself.
 */
import { z } from 'zod'
import type { Json } from '../base/canonical.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { trusted } from '../base/trust.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { Matter, type Return } from '../model/acts.ts'
import type { SubmissionState } from '../model/case/gathered.ts'
import type { CaseState } from '../model/case-state.ts'
import { HandOver, MoveProposal, type OpenDossier } from '../model/hand-over.ts'
import type { UnitState } from '../model/office-state.ts'
import type { CaseSnapshot } from '../model/snapshot.ts'
import { actsOf, decidedBefore, isEnded, stageOf } from '../model/stage.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { MOST_AT_ONCE } from './bulk.ts'
import { command, found, type CommandContext, type Draft, type Reader } from './command.ts'
import { caseInHand, nameOfPeer, ownLiveCase, type CaseInHand } from './kept.ts'
import { impossible } from './marks.ts'
import { snapshotOf } from './snapshot.ts'

/** The keeper asks the office above to give a case to another of its units; the case goes up by value. */
export const proposeMove = command({
  name: 'case.proposeMove',
  input: MoveProposal.omit({ snapshot: true, registeredOn: true }).extend({ case: Uuid }),
  roles: ['clerk', 'secretary', 'administrator'],
  capacity: null,
  load: (input, read, context) => {
    const held = ownLiveCase(input.case, read, context)
    if (!held.ok) return held
    if (held.value.superior === null || held.value.decidesHere) return fail(refusal('MOVE_NEEDS_SUPERIOR', {}))
    const open = openDossier(held.value)
    return open ? fail(open) : held
  },
  decide: (held, { case: id, ...proposal }, context) => {
    const wrong = impossibleDays({ date: proposal.on }, { today: context.lastDay, birth: held.case.profile.birth })
    if (wrong) return fail(impossible(wrong))
    const { registeredOn } = held.case
    const snapshot = valueOf(held, context)
    if (!snapshot.ok) return snapshot
    const draft: Draft = {
      kind: 'case.moveProposed',
      subject: { type: 'case', id },
      payload: { ...proposal, ...(registeredOn === null ? {} : { registeredOn }), snapshot: snapshot.value },
    }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Hands cases over to the office that keeps a unit: all of them, or none. */
export const handOverCases = command({
  name: 'case.handOver',
  input: HandOver.omit({
    from: true,
    to: true,
    unitBefore: true,
    registeredOn: true,
    snapshot: true,
    open: true,
  }).extend({
    cases: z.array(Uuid).min(1).max(MOST_AT_ONCE),
    /** What a keeper has recorded after its proposal stays behind, and whoever hands over knows it. */
    asProposed: z.literal(true).optional(),
  }),
  roles: ['reviewer', 'decider', 'administrator'],
  capacity: 'decides',
  load: ({ cases, unit: id, on, asProposed }, read, context) => {
    const unit = unitBelow(id, on, read)
    if (!unit.ok) return unit
    const held: Going[] = []
    for (const one of cases) {
      const inHand = toHandOver(one, unit.value.keeper, read, context)
      if (!inHand.ok) return inHand
      const newer = asProposed === true ? null : recordedSince(inHand.value, read, context)
      if (newer) return fail(newer)
      held.push(inHand.value)
    }
    return ok({ unit: unit.value, held })
  },
  decide: ({ unit, held }, { on, reason }, context) => {
    for (const one of held) {
      const wrong = wrongDay(one, on, context)
      if (wrong) return fail(wrong)
    }
    const drafts = held.flatMap((inHand) => handOver(inHand, unit, { on, reason }, context))
    return ok({ drafts, value: { cases: held.length, to: unit.keeper } })
  },
})

/**
 * Hands over what was kept on paper, each case to its own unit, in one transaction: whoever cannot go yet is named with the
 * reason and stays, the others go. A case named twice goes where it is named first.
 */
export const handOverMany = command({
  name: 'case.handOverMany',
  input: HandOver.pick({ on: true, reason: true }).extend({
    rows: z
      .array(z.strictObject({ case: Uuid, unit: Uuid }))
      .min(1)
      .max(MOST_AT_ONCE),
  }),
  roles: handOverCases.roles,
  capacity: 'decides',
  load: ({ rows, on }, read, context) => {
    const going: { readonly held: Going; readonly unit: UnitState }[] = []
    const refused: { readonly case: string; readonly name: string; readonly reason: Refusal }[] = []
    const seen = new Set<string>()
    for (const { case: id, unit: to } of rows) {
      if (seen.has(id)) continue
      seen.add(id)
      const unit = unitBelow(to, on, read)
      const held = unit.ok ? toHandOver(id, unit.value.keeper, read, context) : unit
      const reason = held.ok
        ? (recordedSince(held.value, read, context) ?? wrongDay(held.value, on, context))
        : held.error
      if (reason !== null) refused.push({ case: id, name: read.case(id)?.profile.name ?? '', reason })
      else if (unit.ok && held.ok) going.push({ held: held.value, unit: unit.value })
    }
    return ok({ going, refused })
  },
  decide: ({ going, refused }, { on, reason }, context) => {
    const drafts = going.flatMap(({ held, unit }) => handOver(held, unit, { on, reason }, context))
    return ok({ drafts, value: trusted<Json>({ cases: going.length, refused }) })
  },
})

/** A unit that an office below keeps, paired and not revoked, and that is open on a day. */
export function unitBelow(id: string, on: string, read: Reader): Result<UnitState, Refusal> {
  const unit = found(read.unit(id), 'unit', id)
  if (!unit.ok) return unit
  const { name, to } = unit.value.unit
  if (to !== undefined && to < on) return fail(refusal('UNIT_CLOSED', { unit: name, to }))
  const keeper = read.peer(unit.value.keeper)
  return keeper === null || keeper.revoked || keeper.peer.relation !== 'subordinate'
    ? fail(refusal('UNIT_NOT_ELSEWHERE', { unit: name }))
    : unit
}

/** A case that goes to another keeper, and what goes with it. */
type Going = CaseInHand & { readonly snapshot: CaseSnapshot }

function wrongDay({ case: state }: CaseInHand, on: string, context: CommandContext): Refusal | null {
  const wrong = impossibleDays({ date: on }, { today: context.lastDay, birth: state.profile.birth })
  return wrong === null ? null : impossible(wrong)
}

/** What a hand-over needs of a case: it goes on, waits for no answer, is known here by value, and fits into what is sent. */
function toHandOver(id: string, to: string, read: Reader, context: CommandContext): Result<Going, Refusal> {
  const held = caseInHand(id, read, context)
  if (!held.ok) return held
  const { case: state } = held.value
  const { name } = state.profile
  const stage = stageOf(state)
  if (isEnded(stage)) return fail(refusal('CASE_ENDED', { name, stage }))
  const keeper = nameOfPeer(state.keeper, read)
  if (state.keeper === to) return fail(refusal('ALREADY_KEPT_THERE', { name, keeper }))
  if (state.known === 'line') return fail(refusal('SNAPSHOT_NEEDED', { name, keeper }))
  const open = openDossier(held.value)
  if (open) return fail(open)
  const snapshot = valueOf(held.value, context)
  return snapshot.ok ? ok({ ...held.value, snapshot: snapshot.value }) : snapshot
}

/** What the keeper has recorded since its proposal does not go along: it proposes anew, unless somebody lets it stay behind. */
function recordedSince({ case: state }: CaseInHand, read: Reader, { office }: CommandContext): Refusal | null {
  const { keeper, profile, moveProposed } = state
  if (keeper === office.id || moveProposed === null || moveProposed.since.length === 0) return null
  return refusal('PROPOSAL_OUTDATED', { name: profile.name, keeper: nameOfPeer(keeper, read) })
}

function handOver(
  { case: state, snapshot: value }: Going,
  unit: UnitState,
  move: Pick<z.infer<typeof HandOver>, 'on' | 'reason'>,
  context: CommandContext,
): Draft[] {
  const subject = { type: 'case', id: state.id } as const
  const { keeper: to, id } = unit
  const registeredOn = state.registeredOn ?? state.moveProposed?.registeredOn
  const open = returned(state).map(openDossierOf)
  const payload = {
    ...move,
    from: state.keeper,
    to,
    unit: id,
    unitBefore: state.unit,
    ...(registeredOn === undefined ? {} : { registeredOn }),
    ...(open.length === 0 ? {} : { open: [...open] }),
  }
  const snapshot = { ...value, unit: { id, name: unit.unit.name, type: unit.unit.type } }
  const isOurs = state.keeper === context.office.id
  const told: Draft[] = isOurs ? [] : [{ kind: 'case.handedOver', subject, payload, to: state.keeper }]
  return [...told, { kind: 'case.handedOver', subject, payload: { ...payload, snapshot }, to }]
}

/** The case by value, its admission with it where there is one. Of two versions of a thing it could hold no more than one. */
export function valueOf(held: CaseInHand, context: CommandContext): Result<CaseSnapshot, Refusal> {
  const unsettled = conflictOpen([held.case], context)
  if (unsettled) return fail(unsettled)
  return snapshotOf(held, held.case.decision === null ? 'admission' : 'recognition', context)
}

/** What our own computers have recorded differently is settled first: only the keeper can, and the next one hears of none. */
export function conflictOpen(cases: readonly CaseState[], { office }: CommandContext): Refusal | null {
  const [first, ...others] = cases.filter(({ keeper, conflicts }) => keeper === office.id && conflicts.length > 0)
  if (first === undefined) return null
  const { profile, conflicts } = first
  return refusal('CONFLICT_OPEN', {
    name: profile.name,
    fields: conflicts.map(({ field }) => field),
    others: others.length,
  })
}

/** A dossier that waits for its answer must have it first: the answer goes to who sent it. */
export function openDossier(held: CaseInHand): Refusal | null {
  return waiting(held).length === 0 ? null : refusal('DOSSIER_OPEN', { name: held.case.profile.name })
}

/** The dossiers of a case that wait for their answer, or were returned, as its next keeper is told of them. */
export function openDossiers(held: CaseInHand, read: Reader): readonly OpenDossier[] {
  return [...waiting(held), ...returned(held.case)].map((sent) => {
    const audience = read.item(sent.entry)?.item.audience
    const isSent = audience !== undefined && audience !== 'own'
    return { ...openDossierOf(sent), ...answeredOnPaper(sent, held.case.keeper), ...(isSent ? { to: audience } : {}) }
  })
}

/** What the keeper has recorded itself of what became of a dossier. */
function answeredOnPaper(
  { received, returned }: SubmissionState,
  keeper: string,
): Pick<OpenDossier, 'received' | 'returned'> {
  return {
    ...(received?.office === keeper ? { received: receivedOf(received) } : {}),
    ...(returned?.office === keeper ? { returned: returnOf(returned) } : {}),
  }
}

function receivedOf({ date, number }: NonNullable<SubmissionState['received']>): OpenDossier['received'] {
  return { date, ...(number === undefined ? {} : { number }) }
}

function returnOf({ date, letter, remarks, answerBy }: Return): Return {
  return {
    date,
    remarks,
    ...(letter === undefined ? {} : { letter }),
    ...(answerBy === undefined ? {} : { answerBy }),
  }
}

/** Of each matter the dossier that was returned and nobody has sent anew: the new keeper sees to its remarks. */
function returned(state: CaseState): readonly SubmissionState[] {
  return Matter.options.flatMap((matter) => {
    const sent = actsOf(state, matter).submissions.at(-1)
    return sent === undefined || sent.returned === null ? [] : [sent]
  })
}

function openDossierOf({ entry, origin, matter, date, letter, batch, note }: SubmissionState): OpenDossier {
  return {
    entry,
    date,
    ...(matter === undefined ? {} : { matter }),
    ...(letter === undefined ? {} : { letter }),
    ...(batch === undefined ? {} : { batch }),
    ...(note === undefined ? {} : { note }),
    ...(origin === 'recorded' ? {} : { origin }),
  }
}

/** Of each matter the dossier sent last, unless it was returned or decided on. */
function waiting({ case: state }: CaseInHand): readonly SubmissionState[] {
  return Matter.options.flatMap((matter) => {
    const acts = actsOf(state, matter)
    const sent = acts.submissions.at(-1)
    const isOpen = sent !== undefined && sent.returned === null && (acts.decision === null || decidedBefore(acts))
    return isOpen ? [sent] : []
  })
}
