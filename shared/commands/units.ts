/**
 * Units and the light register of members. A unit is recorded by the office that keeps it; what the superior may see
 * of it is listed upward by the same call.
 */
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { Refusal } from '../contract/refusals.ts'
import { Member, MemberCount, MOST_COUNTS, Unit } from '../model/office.ts'
import type { PeerState, UnitState } from '../model/office-state.ts'
import { CLERKS } from './clerks.ts'
import { command, found, type Draft, type Reader } from './command.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { ownUnit, superiorOf } from './kept.ts'
import { cannotBe, impossible } from './marks.ts'

/** Adds a unit that our office keeps: one of its own, or one with an office but without the program (`onPaper`). */
export const addUnit = command({
  name: 'unit.add',
  input: Unit,
  roles: CLERKS,
  capacity: null,
  load: (input, read) => {
    const parent = parentOf(input, read)
    return parent.ok ? ok({ superior: superiorOf(read) }) : parent
  },
  decide: ({ superior }, input, context) => {
    const id = context.newId(1)
    const state: UnitState = {
      id,
      unit: input,
      keeper: context.office.id,
      counts: [],
      listed: null,
      reviews: [],
      same: null,
    }
    const added: Draft = { kind: 'unit.added', subject: { type: 'unit', id }, payload: input }
    return ok({ drafts: [added, ...listed(state, superior)], value: { unit: id } })
  },
})

/** Changes a unit we keep, or closes it by setting its last day. */
export const changeUnit = command({
  name: 'unit.change',
  input: z.strictObject({ id: Uuid, unit: Unit }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const parent = parentOf(input.unit, read)
    if (!parent.ok) return parent
    for (const successor of input.unit.successors ?? []) {
      const there = found(read.unit(successor), 'unit', successor)
      if (!there.ok) return there
    }
    const unit = ownUnit(input.id, '0000-00-00', read, context)
    return unit.ok ? ok({ unit: unit.value, superior: superiorOf(read) }) : unit
  },
  decide: ({ unit, superior }, input) => {
    if (input.unit.from !== undefined && input.unit.to !== undefined && input.unit.to < input.unit.from)
      return fail(cannotBe('unitEndsBeforeStart', { from: input.unit.from, to: input.unit.to }))
    const { successors = [], to, name } = input.unit
    if (successors.includes(input.id)) return fail(cannotBe('successorIsSelf', { name }))
    if (successors.length > 0 && to === undefined) return fail(cannotBe('successorWithoutEnd', { name }))
    const changed: Draft = { kind: 'unit.changed', subject: { type: 'unit', id: input.id }, payload: input.unit }
    return ok({ drafts: [changed, ...listed({ ...unit, unit: input.unit }, superior)], value: { unit: input.id } })
  },
})

/** Records how many members a unit has on a day. */
export const recordMemberCount = command({
  name: 'unit.recordMembers',
  input: z.strictObject({ id: Uuid, count: MemberCount }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const unit = ownUnit(input.id, input.count.date, read, context)
    return unit.ok ? ok({ unit: unit.value, superior: superiorOf(read) }) : unit
  },
  decide: ({ unit, superior }, { id, count }, context) => {
    if (count.excluded > count.official)
      return fail(impossible({ code: 'excludedOverOfficial', excluded: count.excluded, official: count.official }))
    const wrong = impossibleDays({ date: count.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    const counted: Draft = { kind: 'unit.membersCounted', subject: { type: 'unit', id }, payload: count }
    const counts = [...unit.counts.filter((held) => held.date !== count.date), count]
    counts.sort((a, b) => (a.date < b.date ? -1 : 1))
    return ok({ drafts: [counted, ...listed({ ...unit, counts }, superior)], value: { unit: id } })
  },
})

/** Adds a member to the light register. */
export const addMember = command({
  name: 'member.add',
  input: Member,
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => ownUnit(input.unit, context.today, read, context),
  decide: (_unit, input, context) => {
    const wrong = memberOrder(input, context.lastDay)
    if (wrong) return fail(wrong)
    const id = context.newId(1)
    const draft: Draft = { kind: 'member.added', subject: { type: 'member', id }, payload: input }
    return ok({ drafts: [draft], value: { member: id } })
  },
})

/** Changes a member of the light register. */
export const changeMember = command({
  name: 'member.change',
  input: z.strictObject({ id: Uuid, member: Member }),
  roles: CLERKS,
  capacity: null,
  load: (input, read, context) => {
    const member = found(read.member(input.id), 'member', input.id)
    return member.ok ? ownUnit(input.member.unit, context.today, read, context) : member
  },
  decide: (_unit, { id, member }, context) => {
    const wrong = memberOrder(member, context.lastDay)
    if (wrong) return fail(wrong)
    const draft: Draft = { kind: 'member.changed', subject: { type: 'member', id }, payload: member }
    return ok({ drafts: [draft], value: { member: id } })
  },
})

/** The entry that shows a unit to the superior. */
export function unitLineDraft(state: UnitState, superior: string): Draft {
  const { onPaper: _ours, ...unit } = state.unit
  const payload = { ...unit, counts: state.counts.slice(-MOST_COUNTS) }
  return { kind: 'unit.listed', subject: { type: 'unit', id: state.id }, payload, to: superior }
}

function listed(state: UnitState, superior: PeerState | null): Draft[] {
  return superior === null ? [] : [unitLineDraft(state, superior.id)]
}

function parentOf(unit: Unit, read: Reader): Result<null, Refusal> {
  if (unit.parent === undefined) return ok(null)
  const parent = found(read.unit(unit.parent), 'unit', unit.parent)
  return parent.ok ? ok(null) : parent
}

function memberOrder(member: Member, today: string | undefined): Refusal | null {
  const { admittedOn, officialDate } = member
  if (admittedOn !== undefined && officialDate !== undefined && officialDate < admittedOn)
    return cannotBe('officialBeforeAdmission', { admittedOn, officialDate })
  const wrong = impossibleDays({ admittedOn, officialDate }, { today })
  return wrong ? impossible(wrong) : null
}
