/**
 * A list of people taken in at once: all or nothing, and one way back. What one registration refuses refuses the list,
 * and names the row; the way back is open as long as nothing else was recorded about any of them and nothing left.
 */
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import type { CaseState } from '../model/case-state.ts'
import type { UnitState } from '../model/office-state.ts'
import { Profile } from '../model/profile.ts'
import { isEnded, listLineOf, stageOf } from '../model/stage.ts'
import { impossibleDays, impossibleProfile } from '../rules/impossible.ts'
import { newCase } from './candidates.ts'
import { CLERKS } from './clerks.ts'
import { command, found, type CommandContext, type Draft } from './command.ts'
import { superiorOf } from './kept.ts'
import { impossible, paperMark } from './marks.ts'

/** The most rows taken in at once. */
export const MOST_ROWS = 500

const Row = z.strictObject({ profile: Profile, unit: Uuid })
type Row = z.infer<typeof Row>

/** Registers the people of a list. */
export const registerMany = command({
  name: 'candidate.registerMany',
  input: z.strictObject({ rows: z.array(Row).min(1).max(MOST_ROWS) }),
  roles: CLERKS,
  capacity: null,
  load: ({ rows }, read, context) => {
    const alike = sameNumbers(rows)
    if (alike) return fail(alike)
    const units: UnitState[] = []
    for (const [place, row] of rows.entries()) {
      const unit = newCase(row.profile, row.unit, undefined, undefined, read, context)
      if (!unit.ok) return fail(rowRefused(place, row, unit.error))
      units.push(unit.value)
    }
    return ok(units)
  },
  decide: (units, { rows }, context) => {
    const drafts: Draft[] = []
    for (const [place, row] of rows.entries()) {
      const unit = units[place]
      if (unit === undefined) throw new Error(`no unit for row ${place}`)
      const wrong = wrongIn(row, context)
      if (wrong) return fail(rowRefused(place, row, wrong))
      drafts.push({
        kind: 'candidate.registered',
        subject: { type: 'case', id: context.newId(place + 1) },
        payload: { profile: row.profile, unit: unit.id, on: context.today, ...paperMark(unit) },
      })
    }
    return ok({ drafts, value: { cases: drafts.map(({ subject }) => subject.id) } })
  },
})

/** Takes a list back: every entry of that call. Where the superior was to be told of a name, it is told that it is off. */
export const undoMany = command({
  name: 'candidate.undoMany',
  input: z.strictObject({
    entries: z
      .array(Uuid)
      .min(1)
      .max(2 * MOST_ROWS),
  }),
  roles: CLERKS,
  capacity: null,
  load: ({ entries }, read, context) => {
    const superior = superiorOf(read)
    const drafts: Draft[] = []
    for (const entry of entries) {
      const target = found(read.item(entry), 'entry', entry)
      if (!target.ok) return target
      const { item, exported } = target.value
      const { kind, subject } = item.entry
      if (item.office !== context.office.id) return fail(refusal('NOT_RETRACTABLE', { why: 'notOurs' }))
      if (kind === 'candidate.listed' && !exported) continue
      const state = read.case(subject.id)
      const name = state?.profile.name ?? ''
      if (exported) return fail(refusal('LATER_WORK', { name, why: 'sent' }))
      if (kind !== 'candidate.registered') return fail(refusal('NOT_RETRACTABLE', { why: 'kind' }))
      if (state === null || state.retracted.includes(entry)) return fail(refusal('NOT_RETRACTABLE', { why: 'already' }))
      if (hasMore(state)) return fail(refusal('LATER_WORK', { name, why: 'recorded' }))
      drafts.push({ kind: 'entry.retracted', subject, payload: { target: entry } })
      if (state.line !== null && superior !== null)
        drafts.push({
          kind: 'candidate.listed',
          subject,
          payload: { ...listLineOf(state), stage: 'removed' },
          to: superior.id,
        })
    }
    return ok(drafts)
  },
  decide: (drafts) => {
    const retracted = drafts.filter(({ kind }) => kind === 'entry.retracted').length
    return ok({ drafts, value: { retracted } })
  },
})

/** True if anything but the registration is known of a case. */
function hasMore(state: CaseState): boolean {
  const acts = [state.helpers, state.papers, state.branchVotes, state.committeeVotes, state.submissions, state.lifts]
  return acts.some((list) => list.length > 0) || state.decision !== null || isEnded(stageOf(state))
}

function sameNumbers(rows: readonly Row[]): Refusal | null {
  const rowsByNumber = new Map<string, number>()
  for (const [place, { profile }] of rows.entries()) {
    const number = profile.identityNumber
    if (number === undefined) continue
    const before = rowsByNumber.get(number)
    if (before !== undefined) return refusal('ROWS_ALIKE', { rows: [before + 1, place + 1], number })
    rowsByNumber.set(number, place)
  }
  return null
}

function wrongIn({ profile }: Row, { lastDay: today }: CommandContext): Refusal | null {
  const wrong = impossibleProfile(profile, { today }) ?? impossibleDays({}, { today, birth: profile.birth })
  return wrong === null ? null : impossible(wrong)
}

function rowRefused(place: number, { profile }: Row, reason: Refusal): Refusal {
  return refusal('ROW_REFUSED', { row: place + 1, name: profile.name, reason })
}
