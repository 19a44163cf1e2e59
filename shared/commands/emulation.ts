/**
 * Year-end rating, commendation and correction: recorded by each level for those below it. The data only suggests; a person
 * decides, and a suggestion that is not followed is put aside with a reason.
 */
import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { Dismissal, Measure, Rating } from '../model/follow/facts.ts'
import type { RatingState } from '../model/follow/inspection-state.ts'
import { settingLines } from '../text/setting-lines.ts'
import { command, type Draft } from './command.ts'
import { daysWrong, downwards, placeBelow, PlaceId, WORKERS, type PlaceBelow } from './follow-kept.ts'

const Row = Rating.pick({ as: true, name: true, post: true, level: true, rank: true, note: true }).extend({
  place: PlaceId,
})

/** Records ratings of a year, many in one act; what was rated before is rated anew. */
export const recordRatings = command({
  name: 'rating.record',
  input: z.strictObject({
    year: Rating.shape.year,
    document: Rating.shape.document,
    rows: z.array(Row).min(1).max(500),
  }),
  roles: WORKERS,
  capacity: null,
  load: ({ year, rows }, read, context) => {
    const levels = levelsIn(read.setting('ratingLevels'))
    const loaded: { readonly at: PlaceBelow; readonly before: RatingState | null }[] = []
    for (const [index, row] of rows.entries()) {
      const at = placeBelow(row.place, read, context)
      if (!at.ok) return fail(refusal('ROW_REFUSED', { row: index + 1, name: '', reason: at.error }))
      const reason = rowWrong(row, levels)
      if (reason !== null) return fail(refusal('ROW_REFUSED', { row: index + 1, name: at.value.place.name, reason }))
      loaded.push({ at: at.value, before: read.follow.rating(year, at.value.place.id, row.as, row.name) })
    }
    return ok(loaded)
  },
  decide: (
    loaded,
    { year, document, rows },
    context,
  ): Result<{ drafts: Draft[]; value: { year: number; ratings: number } }, Refusal> => {
    const wrong = daysWrong({ 'document.date': document?.date }, context)
    if (wrong) return fail(wrong)
    if (String(year) > context.today.slice(0, 4)) return fail(refusal('YEAR_TO_COME', { year }))
    const drafts = rows.flatMap(({ place: _place, ...row }, index): Draft[] => {
      const one = loaded[index]
      if (one === undefined) return []
      const payload = {
        ...row,
        year,
        place: one.at.place,
        ...(document === undefined ? {} : { document }),
      }
      const subject = { type: 'rating' as const, id: one.before?.id ?? context.newId(index + 1) }
      // What an office was told once goes there again, also where its pairing has ended since.
      const told = one.before === null || one.before.audience === 'own' ? null : one.before.audience
      return [{ kind: 'rating.recorded', subject, payload, ...downwards({ to: one.at.to ?? told }) }]
    })
    return ok({ drafts, value: { year, ratings: drafts.length } })
  },
})

const MeasureInput = Measure.omit({ place: true }).extend({ place: PlaceId })

/** Records a commendation (biểu dương, khen thưởng) of a unit, a collective or a person below us. */
export const commend = command({
  name: 'commendation.record',
  input: MeasureInput.omit({ due: true }),
  roles: WORKERS,
  capacity: null,
  load: ({ place }, read, context) => placeBelow(place, read, context),
  decide: (at, { place: _place, ...measure }, context) => {
    const wrong = daysWrong({ on: measure.on, 'document.date': measure.document?.date }, context)
    if (wrong) return fail(wrong)
    const id = context.newId(1)
    const draft: Draft = {
      kind: 'commendation.recorded',
      subject: { type: 'measure', id },
      payload: { ...measure, place: at.place },
      ...downwards(at),
    }
    return ok({ drafts: [draft], value: { measure: id } })
  },
})

/** Records a correction (chấn chỉnh), with the day by which things are to be set right. */
export const correct = command({
  name: 'correction.record',
  input: MeasureInput,
  roles: WORKERS,
  capacity: null,
  load: ({ place }, read, context) => placeBelow(place, read, context),
  decide: (at, { place: _place, ...measure }, context) => {
    const wrong = daysWrong({ on: measure.on, 'document.date': measure.document?.date }, context, {
      from: measure.on,
      to: measure.due,
    })
    if (wrong) return fail(wrong)
    const id = context.newId(1)
    const draft: Draft = {
      kind: 'correction.recorded',
      subject: { type: 'measure', id },
      payload: { ...measure, place: at.place },
      ...downwards(at),
    }
    return ok({ drafts: [draft], value: { measure: id } })
  },
})

/** Puts a suggestion aside, with the reason. */
export const dismissProposal = command({
  name: 'proposal.dismiss',
  input: Dismissal.omit({ place: true }).extend({ place: PlaceId }),
  roles: WORKERS,
  capacity: null,
  load: ({ place }, read, context) => placeBelow(place, read, context),
  decide: ({ place }, { place: _place, ...dismissal }, context) => {
    const id = context.newId(1)
    const payload = { ...dismissal, place }
    return ok({
      drafts: [{ kind: 'proposal.dismissed', subject: { type: 'measure', id }, payload }],
      value: { measure: id },
    })
  },
})

/** The levels as the office has set them, the best first; null where it has set none and takes those offered. */
export function levelsIn(setting: unknown): readonly string[] | null {
  const levels = [...new Set(settingLines(setting))]
  return levels.length === 0 ? null : levels
}

/** A level the office has not set, or a person without a name. */
function rowWrong({ as, name, level, rank }: z.infer<typeof Row>, levels: readonly string[] | null): Refusal | null {
  if (levels !== null && levels[rank - 1] !== level) return refusal('RATING_LEVEL_UNKNOWN', { level })
  const isPerson = as === 'leader' || as === 'head'
  return isPerson && name === undefined
    ? refusal('INVALID_INPUT', { problems: [{ path: 'rows.name', problem: 'required' }] })
    : null
}
