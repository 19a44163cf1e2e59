/**
 * Models and examples (the letter's 'mô hình mới, cách làm hiệu quả' and 'gương người tốt, việc tốt'): registered by the unit
 * or its office, reported on, passed on to everybody by the office above, taken up by other units; told with consent only.
 */
import { z } from 'zod'
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { refusal } from '../contract/refusals.ts'
import { ExampleEnd, ExampleFacts, ModelFacts, ModelResult, SharedModel, TakeUp } from '../model/follow/facts.ts'
import { mayBeTold } from '../model/follow/models-state.ts'
import { MOST_AT_ONCE } from './bulk.ts'
import { command, found, type Draft } from './command.ts'
import { daysWrong, ourPlace, ours, PlaceId, scansThere, upwards, WORKERS } from './follow-kept.ts'
import { superiorOf } from './kept.ts'
import { cannotBe } from './marks.ts'

/** Registers a model of our office or of one of our units, or changes one. */
export const registerModel = command({
  name: 'model.register',
  input: ModelFacts.omit({ place: true }).extend({ model: Uuid.optional(), place: PlaceId }),
  roles: WORKERS,
  capacity: null,
  load: ({ model: id, place, scans }, read, context) => {
    const at = ourPlace(place, read, context)
    if (!at.ok) return at
    const held = id === undefined ? ok(null) : found(read.follow.model(id), 'model', id)
    if (!held.ok) return held
    const mine = held.value === null ? ok(null) : ours(held.value, held.value.facts.name, read, context)
    if (!mine.ok) return mine
    const there = scansThere(scans, mine.value?.facts.scans, read)
    return there.ok ? ok({ place: at.value.place, up: upwards(read) }) : there
  },
  decide: ({ place, up }, { model: id, place: _place, ...facts }, context) => {
    const wrong = daysWrong({ since: facts.since }, context, { from: facts.since, to: facts.until })
    if (wrong) return fail(wrong)
    const model = id ?? context.newId(1)
    const payload = { ...facts, place }
    const draft: Draft = { kind: 'model.registered', subject: { type: 'model', id: model }, payload, ...up }
    return ok({ drafts: [draft], value: { model } })
  },
})

/** Records what a model has come to. Where the office above has not been told of the model yet, it is told now. */
export const reportModel = command({
  name: 'model.report',
  input: ModelResult.extend({ model: Uuid }),
  roles: WORKERS,
  capacity: null,
  load: ({ model: id, scans }, read, context) => {
    const held = found(read.follow.model(id), 'model', id)
    if (!held.ok) return held
    const mine = ours(held.value, held.value.facts.name, read, context)
    if (!mine.ok) return mine
    const there = scansThere(scans, undefined, read)
    if (!there.ok) return there
    return ok({
      model: mine.value,
      up: upwards(read),
      isUntold: mine.value.audience === 'own' && superiorOf(read) !== null,
    })
  },
  decide: ({ model, up, isUntold }, { model: id, ...result }, context) => {
    const wrong = daysWrong({ on: result.on }, context)
    if (wrong) return fail(wrong)
    const subject = { type: 'model' as const, id }
    const drafts: Draft[] = [
      ...(isUntold ? [{ kind: 'model.registered' as const, subject, payload: model.facts, ...up }] : []),
      { kind: 'model.reported', subject, payload: result, ...up },
    ]
    return ok({ drafts, value: { model: id } })
  },
})

/** Tells everybody of a model, so that other units may work by it: without scans and without any person. */
export const shareModel = command({
  name: 'model.share',
  input: z.strictObject({
    model: Uuid,
    description: SharedModel.shape.description,
    results: SharedModel.shape.results,
  }),
  roles: WORKERS,
  capacity: 'decides',
  load: ({ model: id }, read) => found(read.follow.model(id), 'model', id),
  decide: ({ facts: { scans: _scans, ...facts } }, { model: id, description, results }) => {
    const payload = { ...facts, description, ...(results === undefined ? {} : { results }) }
    const draft: Draft = { kind: 'model.shared', subject: { type: 'model', id }, payload }
    return ok({ drafts: [draft], value: { model: id } })
  },
})

/** Records that units of ours, or our office, work by a model. */
export const takeUpModel = command({
  name: 'model.takeUp',
  input: TakeUp.omit({ place: true }).extend({ model: Uuid, places: z.array(PlaceId).min(1).max(MOST_AT_ONCE) }),
  roles: WORKERS,
  capacity: null,
  load: ({ model: id, places }, read, context) => {
    const held = found(read.follow.model(id), 'model', id)
    if (!held.ok) return held
    const at = []
    for (const place of new Set(places)) {
      const one = ourPlace(place, read, context)
      if (!one.ok) return one
      at.push(one.value)
    }
    return ok({ model: held.value, at, up: upwards(read) })
  },
  decide: ({ model, at, up }, { model: id, places: _places, ...act }, context) => {
    const own = at.find(({ place }) => place.id === model.facts.place.id)
    if (own !== undefined) return fail(cannotBe('takesUpOwnModel', { name: own.place.name }))
    const wrong = daysWrong({ on: act.on }, context)
    if (wrong) return fail(wrong)
    const drafts = at.map(({ place, onPaper }): Draft => ({
      kind: 'model.takenUp',
      subject: { type: 'model', id },
      payload: { ...act, place, ...(onPaper ? { onPaper } : {}) },
      ...up,
    }))
    return ok({ drafts, value: { model: id, places: drafts.length } })
  },
})

/** Records an example worth telling. It leaves the office once the person has agreed; a collective needs not agree. */
export const tellExample = command({
  name: 'example.tell',
  input: ExampleFacts.omit({ place: true }).extend({ example: Uuid.optional(), place: PlaceId }),
  roles: WORKERS,
  capacity: null,
  load: ({ example: id, place, scans }, read, context) => {
    const at = ourPlace(place, read, context)
    if (!at.ok) return at
    const held = id === undefined ? ok(null) : found(read.follow.example(id), 'example', id)
    if (!held.ok) return held
    const mine = held.value === null ? ok(null) : ours(held.value, held.value.facts.name, read, context)
    if (!mine.ok) return mine
    const there = scansThere(scans, mine.value?.facts.scans, read)
    return there.ok ? ok({ place: at.value.place, held: mine.value, up: upwards(read) }) : there
  },
  decide: ({ place, held, up }, { example: id, place: _place, ...facts }, context) => {
    const wrong = daysWrong({ 'consent.on': facts.consent?.on }, context)
    if (wrong) return fail(wrong)
    const payload = { ...facts, place }
    const isTold = mayBeTold(payload)
    if (held?.isTold === true && !isTold) return fail(refusal('CONSENT_NEEDED', { name: facts.name }))
    const example = id ?? context.newId(1)
    const subject = { type: 'example' as const, id: example }
    const draft: Draft = isTold
      ? { kind: 'example.told', subject, payload, ...up }
      : { kind: 'example.noted', subject, payload }
    return ok({ drafts: [draft], value: { example, told: isTold } })
  },
})

/** An example is told no more: the person wishes it so, or it no longer holds. The office above is told where it knew. */
export const withdrawExample = command({
  name: 'example.withdraw',
  input: ExampleEnd.extend({ example: Uuid }),
  roles: WORKERS,
  capacity: null,
  load: ({ example: id }, read, context) => {
    const held = found(read.follow.example(id), 'example', id)
    if (!held.ok) return held
    const mine = ours(held.value, held.value.facts.name, read, context)
    return mine.ok ? ok({ example: mine.value, up: upwards(read) }) : mine
  },
  decide: ({ example, up }, { example: id, ...end }, context) => {
    if (example.withdrawn !== null)
      return fail(refusal('ALREADY_RECORDED', { what: 'example.withdrawn', date: example.withdrawn.on }))
    const wrong = daysWrong({ on: end.on }, context)
    if (wrong) return fail(wrong)
    const subject = { type: 'example' as const, id }
    return ok({
      drafts: [{ kind: 'example.withdrawn', subject, payload: end, ...(example.isTold ? up : { to: 'own' }) }],
      value: { example: id },
    })
  },
})
