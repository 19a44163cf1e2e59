/**
 * Units that a deciding office recorded on paper, and those the units' own office keeps: once it is paired, both are here. A
 * person says which are the same; ours is closed from that day on, with its history, and counts as the other one.
 */
import { z } from 'zod'
import { Day } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { Refusal } from '../contract/refusals.ts'
import type { UnitState } from '../model/office-state.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { MOST_AT_ONCE } from './bulk.ts'
import { command, type CommandContext, type Draft, type Reader } from './command.ts'
import { handOverCases, unitBelow } from './hand-over.ts'
import { ownUnit } from './kept.ts'
import { cannotBe, impossible } from './marks.ts'

/** Records which units of ours are which units of an office below: all of them, or none. */
export const identifyUnits = command({
  name: 'unit.identify',
  input: z.strictObject({
    on: Day,
    rows: z
      .array(z.strictObject({ unit: Uuid, as: Uuid }))
      .min(1)
      .max(MOST_AT_ONCE),
  }),
  roles: handOverCases.roles,
  capacity: 'decides',
  load: ({ rows, on }, read, context) => {
    const taken = takenBy(read)
    for (const row of rows) {
      const pair = samePair(row, on, read, context)
      if (!pair.ok) return pair
      const { unit, as } = pair.value
      const other = taken.get(as.id)
      if (other !== undefined) return fail(cannotBe('unitTakenAlready', { name: other, as: as.unit.name }))
      taken.set(as.id, unit.unit.name)
    }
    return ok(null)
  },
  decide: (_state, { rows, on }, context) => {
    const wrong = impossibleDays({ date: on }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    const drafts = rows.map(({ unit, as }): Draft => ({
      kind: 'unit.identified',
      subject: { type: 'unit', id: unit },
      payload: { as, on },
    }))
    return ok({ drafts, value: { units: rows.length } })
  },
})

/** A unit of ours under a paired unit, and one that the office of that unit keeps. */
function samePair(
  { unit: id, as }: { readonly unit: string; readonly as: string },
  on: string,
  read: Reader,
  context: CommandContext,
): Result<{ readonly unit: UnitState; readonly as: UnitState }, Refusal> {
  const unit = ownUnit(id, on, read, context)
  if (!unit.ok) return unit
  const other = unitBelow(as, on, read)
  if (!other.ok) return other
  const top = read.peer(other.value.keeper)?.peer.unit
  return top !== undefined && isIn(unit.value, top, read)
    ? ok({ unit: unit.value, as: other.value })
    : fail(cannotBe('unitOfAnother', { name: unit.value.unit.name, as: other.value.unit.name }))
}

/**
 * True if a unit is that of an office or stands under it, with no unit of another office between; the query
 * UNITS_OF_OFFICES (db/queries/hand-over.ts) goes the same way.
 */
function isIn(unit: UnitState, top: string, read: Reader): boolean {
  const tops = new Set(
    read.peers().flatMap(({ peer, revoked }) => (peer.relation === 'subordinate' && !revoked ? [peer.unit] : [])),
  )
  const seen = new Set<string>()
  for (let at: UnitState | null = unit; at !== null && !seen.has(at.id); at = above(at, read)) {
    if (at.id === top) return true
    if (tops.has(at.id)) return false
    seen.add(at.id)
  }
  return false
}

function above({ unit: { parent } }: UnitState, read: Reader): UnitState | null {
  return parent === undefined ? null : read.unit(parent)
}

/** By the units of other offices, the name of the unit of ours that is it already. */
function takenBy(read: Reader): Map<string, string> {
  const taken = new Map<string, string>()
  for (const id of read.unitIds()) {
    const state = read.unit(id)
    if (state !== null && state.same !== null) taken.set(state.same.as, state.unit.name)
  }
  return taken
}
