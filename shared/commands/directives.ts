/**
 * Directives and guidance (quán triệt, hướng dẫn): sent down to every office by the one that decides, kept by any other that
 * was given them on paper; read, made known in conferences and by publicity, all of it counted.
 */
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { Conference, DirectiveFacts, DirectiveReading, Publicity, type DirectiveRef } from '../model/follow/facts.ts'
import type { ActivityState, DirectiveState } from '../model/follow/models-state.ts'
import { holds } from '../model/office-state.ts'
import { command, found, type CommandContext, type Draft, type Reader } from './command.ts'
import { daysWrong, ourPlace, ours, PlaceId, scansThere, upwards, WORKERS, type OurPlace } from './follow-kept.ts'

/** Issues a directive to every office below, or keeps one that came on paper where our office decides nothing. */
export const issueDirective = command({
  name: 'directive.issue',
  input: DirectiveFacts.extend({ directive: Uuid.optional() }),
  roles: WORKERS,
  capacity: null,
  load: ({ directive: id, scans }, read, context) => {
    const held = id === undefined ? ok(null) : found(read.follow.directive(id), 'directive', id)
    if (!held.ok) return held
    const mine = held.value === null ? ok(null) : ours(held.value, held.value.facts.title, read, context)
    if (!mine.ok) return mine
    return scansThere(scans, mine.value?.facts.scans, read)
  },
  decide: (_there, { directive: id, ...facts }, context) => {
    const { date, from, to, readBy } = facts
    const wrong =
      daysWrong({ date }, context, { from: from ?? date, to }) ?? daysWrong({}, context, { from: date, to: readBy })
    if (wrong) return fail(wrong)
    const directive = id ?? context.newId(1)
    const isShared = holds(context.office.profile, 'decides', context.today)
    const draft: Draft = {
      kind: isShared ? 'directive.issued' : 'directive.kept',
      subject: { type: 'directive', id: directive },
      payload: facts,
    }
    return ok({ drafts: [draft], value: { directive, shared: isShared } })
  },
})

/** Confirms that our office has read a directive, or that units of ours have. */
export const readDirective = command({
  name: 'directive.read',
  input: DirectiveReading.omit({ place: true }).extend({
    directive: Uuid,
    places: z.array(PlaceId).min(1).max(500).optional(),
  }),
  roles: WORKERS,
  capacity: null,
  load: ({ directive: id, places }, read, context) => {
    const held = found(read.follow.directive(id), 'directive', id)
    if (!held.ok) return held
    const at: OurPlace[] = []
    for (const place of new Set(places)) {
      const one = ourPlace(place, read, context)
      if (!one.ok) return one
      at.push(one.value)
    }
    return ok({ directive: held.value, at, up: held.value.isShared ? upwards(read) : { to: 'own' } })
  },
  decide: ({ directive, at, up }, { directive: id, places: _places, ...reading }, context) => {
    const wrong = daysWrong({ on: reading.on }, context)
    if (wrong) return fail(wrong)
    const subject = { type: 'directive' as const, id }
    if (at.length === 0) {
      const before = directive.readings.find(({ office, place }) => office === context.office.id && place === undefined)
      if (before !== undefined) return fail(refusal('ALREADY_RECORDED', { what: 'directive.read', date: before.on }))
      if (directive.office === context.office.id && directive.isShared) return fail(refusal('NOTHING_CHANGED', {}))
      return ok({ drafts: [{ kind: 'directive.read', subject, payload: reading, ...up }], value: { directive: id } })
    }
    const fresh = at.filter(({ place }) => !directive.readings.some((one) => one.place?.id === place.id))
    if (fresh.length === 0) return fail(refusal('NOTHING_CHANGED', {}))
    const drafts = fresh.map(({ place, onPaper }): Draft => ({
      kind: 'directive.read',
      subject,
      payload: { ...reading, place, ...(onPaper ? { onPaper } : {}) },
      ...up,
    }))
    return ok({ drafts, value: { directive: id, places: drafts.length } })
  },
})

/** Records a conference that our office or one of our units held. */
export const recordConference = command({
  name: 'conference.record',
  input: Conference.omit({ place: true, directive: true }).extend({
    activity: Uuid.optional(),
    place: PlaceId,
    directive: Uuid.optional(),
  }),
  roles: WORKERS,
  capacity: null,
  load: (input, read, context) => loadActivity(input, read, context),
  decide: ({ at, directive, up }, { activity: id, place: _place, directive: _directive, ...facts }, context) => {
    const wrong = daysWrong({ date: facts.date }, context)
    if (wrong) return fail(wrong)
    const activity = id ?? context.newId(1)
    const payload = { ...facts, ...partsOf(at, directive) }
    const draft: Draft = { kind: 'conference.held', subject: { type: 'activity', id: activity }, payload, ...up }
    return ok({ drafts: [draft], value: { activity } })
  },
})

/** Counts the publicity of a time. */
export const countPublicity = command({
  name: 'publicity.count',
  input: Publicity.omit({ place: true, directive: true }).extend({
    activity: Uuid.optional(),
    place: PlaceId,
    directive: Uuid.optional(),
  }),
  roles: WORKERS,
  capacity: null,
  load: (input, read, context) => loadActivity(input, read, context),
  decide: ({ at, directive, up }, { activity: id, place: _place, directive: _directive, ...facts }, context) => {
    const wrong = daysWrong({ to: facts.to }, context, facts)
    if (wrong) return fail(wrong)
    const activity = id ?? context.newId(1)
    const payload = { ...facts, ...partsOf(at, directive) }
    const draft: Draft = { kind: 'publicity.counted', subject: { type: 'activity', id: activity }, payload, ...up }
    return ok({ drafts: [draft], value: { activity } })
  },
})

type Loaded = {
  readonly at: OurPlace
  readonly directive: DirectiveState | null
  readonly up: { readonly to?: string }
}

function loadActivity(
  input: { readonly activity?: string | undefined; readonly place: string; readonly directive?: string | undefined },
  read: Reader,
  context: CommandContext,
): Result<Loaded, Refusal> {
  const at = ourPlace(input.place, read, context)
  if (!at.ok) return at
  const directive: Result<DirectiveState | null, Refusal> =
    input.directive === undefined
      ? ok(null)
      : found(read.follow.directive(input.directive), 'directive', input.directive)
  if (!directive.ok) return directive
  const held: Result<ActivityState | null, Refusal> =
    input.activity === undefined ? ok(null) : found(read.follow.activity(input.activity), 'activity', input.activity)
  if (!held.ok) return held
  const mine = held.value === null ? ok(null) : ours(held.value, held.value.facts.place.name, read, context)
  return mine.ok ? ok({ at: at.value, directive: directive.value, up: upwards(read) }) : mine
}

function partsOf({ place, onPaper }: OurPlace, directive: DirectiveState | null) {
  return {
    place,
    ...(directive === null ? {} : { directive: refOf(directive) }),
    ...(onPaper ? { onPaper } : {}),
  }
}

function refOf({ id, facts: { number, title } }: DirectiveState): DirectiveRef {
  return { id, title: number === undefined ? title : `${number}: ${title}` }
}
