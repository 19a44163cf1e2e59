/**
 * Pupils of a school unit: placed in the classes of a school year, evaluated each term. Many at once, all or nothing.
 */
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { pupilOf } from '../model/schools/pupil.ts'
import { PupilEvaluation, PupilPlace } from '../model/schools/facts.ts'
import { impossibleDays } from '../rules/impossible.ts'
import { MOST_AT_ONCE } from './bulk.ts'
import { rowRefused } from './classes.ts'
import { CLERKS } from './clerks.ts'
import { command, type CommandContext, type Draft, type Reader } from './command.ts'
import { ownLiveCase, type CaseInHand } from './kept.ts'
import { cannotBe, impossible, paperMark } from './marks.ts'

/** Places people in a class of the school for a school year. */
export const placePupils = command({
  name: 'pupil.place',
  input: PupilPlace.omit({ on: true }).extend({ cases: z.array(Uuid).min(1).max(MOST_AT_ONCE) }),
  roles: CLERKS,
  capacity: null,
  load: ({ cases }, read, context) => ownCases([...new Set(cases)], read, context),
  decide: (held, { cases: _cases, ...place }, context) => {
    const begins = `${place.schoolYear.slice(0, 4)}-07-01`
    if (place.leavesOn < begins)
      return fail(cannotBe('leavesBeforeYear', { date: place.leavesOn, year: place.schoolYear }))
    const drafts = held.map(({ case: state, unit }): Draft => ({
      kind: 'pupil.placed',
      subject: { type: 'case', id: state.id },
      payload: { ...place, on: context.today, ...paperMark(unit) },
    }))
    return ok({ drafts, value: { placed: drafts.length } })
  },
})

/** Records the evaluations of a term. */
export const evaluatePupils = command({
  name: 'pupil.evaluate',
  input: PupilEvaluation.omit({ criteria: true, summary: true, note: true }).extend({
    rows: z
      .array(PupilEvaluation.pick({ criteria: true, summary: true, note: true }).extend({ case: Uuid }))
      .min(1)
      .max(MOST_AT_ONCE),
  }),
  roles: CLERKS,
  capacity: null,
  load: ({ rows }, read, context) => {
    const held = ownCases(
      rows.map((row) => row.case),
      read,
      context,
    )
    if (!held.ok) return held
    for (const [row, { case: state }] of held.value.entries())
      if (pupilOf(state) === null)
        return fail(rowRefused(row, state.profile.name, refusal('NOT_A_PUPIL', { name: state.profile.name })))
    return held
  },
  decide: (held, { rows, ...term }, context) => {
    const wrong = impossibleDays({ date: term.date }, { today: context.lastDay })
    if (wrong) return fail(impossible(wrong))
    const drafts: Draft[] = []
    for (const [row, { case: id, ...evaluation }] of rows.entries()) {
      const kept = held[row]
      if (kept === undefined) throw new Error(`no case for row ${row}`)
      drafts.push({
        kind: 'pupil.evaluated',
        subject: { type: 'case', id },
        payload: { ...term, ...evaluation, ...paperMark(kept.unit) },
      })
    }
    return ok({ drafts, value: { evaluated: drafts.length } })
  },
})

function ownCases(
  cases: readonly string[],
  read: Reader,
  context: CommandContext,
): Result<readonly CaseInHand[], Refusal> {
  const held: CaseInHand[] = []
  for (const [row, id] of cases.entries()) {
    const own = ownLiveCase(id, read, context)
    if (!own.ok) return fail(rowRefused(row, read.case(id)?.profile.name ?? '', own.error))
    held.push(own.value)
  }
  return ok(held)
}
