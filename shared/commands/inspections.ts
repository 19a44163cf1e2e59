/**
 * Inspections and supervision: planned by the office above for a unit or office below it, told to that unit's office; what is
 * found, by when it is to be mended, what was done, what the follow-up saw. A commune does the same for its own branches.
 */
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { InspectionEnd, InspectionFinding, InspectionPlan, MendCheck, Mending } from '../model/follow/facts.ts'
import type { FindingState, InspectionState } from '../model/follow/inspection-state.ts'
import { command, found, type CommandContext, type Draft, type Reader } from './command.ts'
import { daysWrong, ours, placeBelow, PlaceId, scansThere, WORKERS } from './follow-kept.ts'
import { nameOfPeer } from './kept.ts'
import { cannotBe } from './marks.ts'

/** Plans an inspection, or changes the plan of one that stays at its place. */
export const planInspection = command({
  name: 'inspection.plan',
  input: InspectionPlan.omit({ place: true }).extend({ inspection: Uuid.optional(), place: PlaceId }),
  roles: WORKERS,
  capacity: null,
  load: ({ inspection: id, place }, read, context) => {
    const at = placeBelow(place, read, context)
    if (!at.ok || id === undefined) return at
    const held = ownInspection(id, read, context)
    if (!held.ok) return held
    const { plan } = held.value
    return plan.place.id === place ? at : fail(refusal('INSPECTION_ELSEWHERE', { name: plan.place.name }))
  },
  decide: (at, { inspection: id, place: _place, ...plan }, context) => {
    const wrong = daysWrong({}, context, plan)
    if (wrong) return fail(wrong)
    const inspection = id ?? context.newId(1)
    const draft: Draft = {
      kind: 'inspection.planned',
      subject: { type: 'inspection', id: inspection },
      payload: { ...plan, place: at.place },
      ...(at.to === null ? {} : { to: at.to }),
    }
    return ok({ drafts: [draft], value: { inspection } })
  },
})

/** Records what an inspection found. */
export const findInInspection = command({
  name: 'inspection.find',
  input: InspectionFinding.extend({ inspection: Uuid }),
  roles: WORKERS,
  capacity: null,
  load: ({ inspection }, read, context) => ownInspection(inspection, read, context),
  decide: (held, { inspection: id, ...finding }, context) => {
    const wrong = daysWrong({}, context, { from: held.plan.from, to: finding.due })
    if (wrong) return fail(wrong)
    if (finding.kind === 'strength' && finding.due !== undefined) return fail(cannotBe('strengthToMend', {}))
    const subject = { type: 'inspection' as const, id }
    const draft: Draft = { kind: 'inspection.found', subject, payload: finding, ...channelOf(held) }
    return ok({ drafts: [draft], value: { inspection: id, finding: context.id } })
  },
})

/** Concludes an inspection. */
export const concludeInspection = command({
  name: 'inspection.conclude',
  input: InspectionEnd.extend({ inspection: Uuid }),
  roles: WORKERS,
  capacity: null,
  load: ({ inspection }, read, context) => ownInspection(inspection, read, context),
  decide: (held, { inspection: id, ...end }, context) => {
    const wrong = daysWrong({ on: end.on, 'document.date': end.document?.date }, context, {
      from: held.plan.from,
      to: end.on,
    })
    if (wrong) return fail(wrong)
    const subject = { type: 'inspection' as const, id }
    const draft: Draft = { kind: 'inspection.concluded', subject, payload: end, ...channelOf(held) }
    return ok({ drafts: [draft], value: { inspection: id } })
  },
})

/** Records what was done about a finding: by the office that was inspected, or by ours for a unit that we keep. */
export const mendFinding = command({
  name: 'inspection.mend',
  input: Mending.extend({ inspection: Uuid }),
  roles: WORKERS,
  capacity: null,
  load: ({ inspection: id, finding, scans }, read, context) => {
    const held = found(read.follow.inspection(id), 'inspection', id)
    if (!held.ok) return held
    const { office, audience, plan } = held.value
    const isOwn = office === context.office.id
    if (isOwn && audience !== 'own') {
      const name = nameOfPeer(audience, read)
      return fail(refusal('RECORDED_ELSEWHERE', { name: plan.topic, office: name }))
    }
    const there = scansThere(scans, undefined, read)
    if (!there.ok) return there
    const one = findingIn(held.value, finding)
    if (!one.ok) return one
    const unit = isOwn ? read.unit(plan.place.id) : null
    return ok({ inspection: held.value, finding: one.value, isOwn, onPaper: unit?.unit.onPaper === true })
  },
  decide: ({ inspection, finding, isOwn, onPaper }, { inspection: id, ...mending }, context) => {
    const wrong = daysWrong({ on: mending.on }, context, { from: inspection.plan.from, to: mending.on })
    if (wrong) return fail(wrong)
    const over = notToMend(inspection, finding)
    if (over) return fail(over)
    const subject = { type: 'inspection' as const, id }
    const draft: Draft = {
      kind: 'inspection.mended',
      subject,
      payload: { ...mending, ...(onPaper ? { onPaper } : {}) },
      to: isOwn ? 'own' : inspection.office,
    }
    return ok({ drafts: [draft], value: { inspection: id } })
  },
})

/** Records what the follow-up saw of a finding, and the new day where it is not mended yet. */
export const checkMending = command({
  name: 'inspection.check',
  input: MendCheck.extend({ inspection: Uuid }),
  roles: WORKERS,
  capacity: null,
  load: ({ inspection: id, finding }, read, context) => {
    const held = ownInspection(id, read, context)
    if (!held.ok) return held
    const one = findingIn(held.value, finding)
    return one.ok ? ok({ inspection: held.value, finding: one.value }) : one
  },
  decide: ({ inspection, finding }, { inspection: id, ...check }, context) => {
    const wrong =
      daysWrong({ on: check.on }, context, { from: inspection.plan.from, to: check.on }) ??
      daysWrong({}, context, { from: check.on, to: check.due })
    if (wrong) return fail(wrong)
    const over = notToMend(inspection, finding)
    if (over) return fail(over)
    if (check.outcome === 'mended' && check.due !== undefined) return fail(cannotBe('mendedWithDay', {}))
    const subject = { type: 'inspection' as const, id }
    const draft: Draft = { kind: 'inspection.checked', subject, payload: check, ...channelOf(inspection) }
    return ok({ drafts: [draft], value: { inspection: id } })
  },
})

function ownInspection(id: string, read: Reader, context: CommandContext): Result<InspectionState, Refusal> {
  const held = found(read.follow.inspection(id), 'inspection', id)
  return held.ok ? ours(held.value, held.value.plan.topic, read, context) : held
}

function findingIn({ findings }: InspectionState, id: string): Result<FindingState, Refusal> {
  return found(findings.find((one) => one.id === id) ?? null, 'finding', id)
}

function notToMend({ plan }: InspectionState, { standing }: FindingState): Refusal | null {
  return standing === 'mended' || standing === 'nothingToMend'
    ? refusal('NOTHING_TO_MEND', { topic: plan.topic, mended: standing === 'mended' })
    : null
}

/** Everything about one inspection goes the way its plan went. */
function channelOf({ audience }: InspectionState): { readonly to?: string } {
  return audience === 'own' ? {} : { to: audience }
}
