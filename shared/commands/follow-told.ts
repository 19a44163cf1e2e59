/**
 * What an office that was just paired is told of what was recorded before. One above: models with their results, who works
 * by them, examples, conferences and publicity, which of its directives were read, totals of past years. One below, that
 * our office had kept on paper as a unit: its targets, how it was inspected and rated, what it was commended and corrected
 * for. What it has been told already, and what is kept here alone, is not among it; what goes to everybody goes to it
 * without this.
 */
import type { PlaceRef } from '../model/follow/facts.ts'
import type { FindingState, InspectionState, MeasureState, RatingState } from '../model/follow/inspection-state.ts'
import type { ActivityState, DirectiveState, ExampleState, ModelState } from '../model/follow/models-state.ts'
import type { CommandContext, Draft, Reader } from './command.ts'

/** Everything on record that may be told upward. */
export type FollowOnRecord = {
  readonly models: readonly ModelState[]
  readonly examples: readonly ExampleState[]
  readonly directives: readonly DirectiveState[]
  readonly activities: readonly ActivityState[]
}

/** Everything our office has recorded of a place below it. */
export type RecordedOf = {
  readonly inspections: readonly InspectionState[]
  readonly ratings: readonly RatingState[]
  readonly measures: readonly MeasureState[]
}

/**
 * The entries that tell an office just paired what was recorded of it while it was a unit without the program.
 * @param office - the office, by id and name
 * @param unit - the unit of ours that it is
 */
export function recordedBelow(office: PlaceRef, unit: string, read: Reader): readonly Draft[] {
  const given = new Set(read.targetsOf(office.id).flatMap(({ isGiven, year }) => (isGiven ? [year] : [])))
  const { inspections, ratings, measures } = read.follow.recordedOf([unit, office.id])
  const to = office.id
  return [
    ...read
      .targetsOf(unit)
      .filter(({ year }) => !given.has(year))
      .map(({ year, number, paper, revisions }): Draft => {
        const reason = revisions.at(-1)?.reason ?? null
        return {
          kind: 'target.assigned',
          subject: { type: 'target', id: office.id },
          payload: { year, number, ...(paper === null ? {} : { paper }), ...(reason === null ? {} : { reason }) },
          to,
        }
      }),
    ...inspections.filter(({ audience }) => audience === 'own').flatMap((one) => inspectionDrafts(one, office)),
    ...ratings
      .filter(({ audience }) => audience === 'own')
      .map(({ id, office: _office, entry: _entry, audience: _audience, ...rating }): Draft => ({
        kind: 'rating.recorded',
        subject: { type: 'rating', id },
        payload: { ...rating, place: office },
        to,
      })),
    ...measures.flatMap((measure): Draft[] => {
      if (measure.what === 'dismissal' || read.item(measure.entry)?.item.audience !== 'own') return []
      const payload = { ...measure.facts, place: office }
      const subject = { type: 'measure', id: measure.id } as const
      return measure.what === 'commendation'
        ? [{ kind: 'commendation.recorded', subject, payload, to }]
        : [{ kind: 'correction.recorded', subject, payload, to }]
    }),
  ]
}

/** An inspection by value: what was mended and looked at goes with its finding. */
function inspectionDrafts({ id, plan, findings, end }: InspectionState, office: PlaceRef): readonly Draft[] {
  const subject = { type: 'inspection', id } as const
  const to = office.id
  return [
    { kind: 'inspection.planned', subject, payload: { ...plan, place: office }, to },
    ...findings.map((finding): Draft => ({ kind: 'inspection.found', subject, payload: findingTold(finding), to })),
    ...(end === null ? [] : [{ kind: 'inspection.concluded' as const, subject, payload: end, to }]),
  ]
}

function findingTold({ kind, what, demand, due, mendings, checks, standing }: FindingState) {
  const facts = { kind, what, ...(demand === undefined ? {} : { demand }), ...(due === undefined ? {} : { due }) }
  if (mendings.length === 0 && checks.length === 0) return facts
  return {
    ...facts,
    before: {
      mendings: mendings.map(({ entry: _entry, office: _office, onPaper: _onPaper, ...mending }) => mending),
      checks: checks.map(({ entry: _entry, ...check }) => check),
      isReported: standing === 'reported',
    },
  }
}

/**
 * The entries that tell a new superior what belongs to it.
 * @param superior - the office just paired
 * @param units - the units that our office keeps
 */
export function followFor(
  superior: string,
  units: readonly string[],
  read: Reader,
  { office }: CommandContext,
): readonly Draft[] {
  const { models, examples, directives, activities } = read.follow.onRecord()
  const isOurs = (one: { readonly office: string }) => one.office === office.id
  const isUntold = ({ entry }: { readonly entry: string }) => read.item(entry)?.item.audience !== superior
  const ofModel = (model: ModelState): Draft[] => {
    const subject = { type: 'model', id: model.id } as const
    const isKnownThere = isOurs(model) || model.office === superior
    return [
      ...(isOurs(model) && isUntold(model)
        ? [{ kind: 'model.registered' as const, subject, payload: model.facts, to: superior }]
        : []),
      ...(isOurs(model) ? model.results : [])
        .filter(isUntold)
        .map(({ entry: _entry, office: _office, ...payload }): Draft => ({
          kind: 'model.reported',
          subject,
          payload,
          to: superior,
        })),
      ...(isKnownThere ? model.takenUp : [])
        .filter((act) => isOurs(act) && isUntold(act))
        .map(({ entry: _entry, office: _office, onPaper, ...act }): Draft => ({
          kind: 'model.takenUp',
          subject,
          payload: { ...act, ...(onPaper ? { onPaper } : {}) },
          to: superior,
        })),
    ]
  }
  const ofDirective = (directive: DirectiveState): Draft[] =>
    (directive.office === superior ? directive.readings : [])
      .filter((reading) => isOurs(reading) && isUntold(reading))
      .map(({ entry: _entry, office: _office, onPaper, ...reading }) => ({
        kind: 'directive.read',
        subject: { type: 'directive', id: directive.id },
        payload: { ...reading, ...(onPaper ? { onPaper } : {}) },
        to: superior,
      }))
  return [
    ...models.flatMap(ofModel),
    ...examples
      .filter((one) => isOurs(one) && one.isTold && one.withdrawn === null && isUntold(one))
      .map(({ id, facts }): Draft => ({
        kind: 'example.told',
        subject: { type: 'example', id },
        payload: facts,
        to: superior,
      })),
    ...activities.filter((one) => isOurs(one) && isUntold(one)).map((one) => activityDraft(one, superior)),
    ...directives.flatMap(ofDirective),
    ...[office.id, ...units].flatMap((owner) =>
      read
        .totalsOf(owner)
        .filter((total) => isOurs(total) && total.audience !== superior)
        .map(({ year, admitted, members, lastAdmission }): Draft => ({
          kind: 'total.typed',
          subject: { type: 'target', id: owner },
          payload: {
            year,
            ...(admitted === null ? {} : { admitted }),
            ...(members === null ? {} : { members }),
            ...(lastAdmission === null ? {} : { lastAdmission }),
          },
          to: superior,
        })),
    ),
  ]
}

function activityDraft(activity: ActivityState, to: string): Draft {
  const subject = { type: 'activity', id: activity.id } as const
  const onPaper = activity.onPaper ? { onPaper: true as const } : {}
  return activity.what === 'conference'
    ? { kind: 'conference.held', subject, payload: { ...activity.facts, ...onPaper }, to }
    : { kind: 'publicity.counted', subject, payload: { ...activity.facts, ...onPaper }, to }
}
