/**
 * What an office above that was just paired is told of follow-up recorded before: models with their results, who works by
 * them, examples, conferences and publicity, and which of its directives were read. What it has been told already, and what
 * is kept here alone, is not among it.
 */
import type { ActivityState, DirectiveState, ExampleState, ModelState } from '../model/follow/models-state.ts'
import type { CommandContext, Draft, Reader } from './command.ts'

/** Everything on record that may be told upward. */
export type FollowOnRecord = {
  readonly models: readonly ModelState[]
  readonly examples: readonly ExampleState[]
  readonly directives: readonly DirectiveState[]
  readonly activities: readonly ActivityState[]
}

/**
 * The entries that tell a new superior what belongs to it.
 * @param superior - the office just paired
 */
export function followFor(superior: string, read: Reader, { office }: CommandContext): readonly Draft[] {
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
  ]
}

function activityDraft(activity: ActivityState, to: string): Draft {
  const subject = { type: 'activity', id: activity.id } as const
  const onPaper = activity.onPaper ? { onPaper: true as const } : {}
  return activity.what === 'conference'
    ? { kind: 'conference.held', subject, payload: { ...activity.facts, ...onPaper }, to }
    : { kind: 'publicity.counted', subject, payload: { ...activity.facts, ...onPaper }, to }
}
