/**
 * Classes: opened, changed, filled. An office that trains and an office that decides may hold them; what either records of
 * a person goes to the office that keeps the person. Facts are recorded as they were; only what cannot be is refused.
 */
import { z } from 'zod'
import { Day, text } from '../base/fields.ts'
import { OfficeId, Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import { classRef, type ClassState } from '../model/classes/class-state.ts'
import { ClassFacts, type Learner } from '../model/classes/facts.ts'
import type { ClassLife, Seat } from '../model/classes/seats.ts'
import { PartyClass } from '../model/codes.ts'
import { holds } from '../model/office-state.ts'
import { MOST_AT_ONCE } from './bulk.ts'
import { command, found, type CommandContext, type Draft, type Reader } from './command.ts'
import { nameOfPeer } from './kept.ts'
import { cannotBe } from './marks.ts'

/** Who runs classes. */
export const ORGANISERS = ['organiser', 'reviewer', 'clerk', 'administrator'] as const

const Cases = z.array(Uuid).min(1).max(MOST_AT_ONCE)

/** A person as classes know one, and the office that is to hear of it (undefined: the keeper by the table of kinds). */
export type ClassPerson = {
  readonly case: string
  readonly person: Learner
  readonly life: ClassLife
  readonly to: string | undefined
  /** What was sent to us of the person, where that is all there is here. */
  readonly forwarded: string | undefined
  readonly onPaper: boolean
}

/** Opens a class. */
export const openClass = command({
  name: 'class.open',
  input: ClassFacts,
  roles: ORGANISERS,
  capacity: null,
  load: (_input, _read, context) => runsClasses(context),
  decide: (_state, facts, context) => {
    const wrong = wrongIn(facts, 0)
    if (wrong) return fail(wrong)
    // Not the id of the entry: one that has to be issued anew gets another, and its class must not.
    const id = context.newId(1)
    const draft: Draft = { kind: 'class.opened', subject: { type: 'class', id }, payload: facts }
    return ok({ drafts: [draft], value: { class: id } })
  },
})

/** Changes a class of ours. */
export const changeClass = command({
  name: 'class.change',
  input: z.strictObject({ class: Uuid, facts: ClassFacts }),
  roles: ORGANISERS,
  capacity: null,
  load: ({ class: id }, read, context) => {
    const own = ownClass(id, read, context)
    return own.ok ? ok({ class: own.value, seats: read.roster(id).length }) : own
  },
  decide: ({ class: held, seats }, { facts }) => {
    const wrong = wrongIn(facts, seats)
    if (wrong) return fail(wrong)
    const draft: Draft = { kind: 'class.changed', subject: { type: 'class', id: held.id }, payload: facts }
    return ok({ drafts: [draft], value: { class: held.id } })
  },
})

/** Sends people who are put forward on to an office that runs classes: what a class needs to know of them, and no more. */
export const forwardForClass = command({
  name: 'class.forward',
  input: z.strictObject({ cases: Cases, class: PartyClass, date: Day, to: OfficeId.optional() }),
  roles: ORGANISERS,
  capacity: 'decides',
  load: ({ cases, class: kind, to }, read, context) => {
    const trainers = read.peers().filter(({ peer, revoked }) => peer.relation === 'trainer' && !revoked)
    const trainer = to === undefined ? trainers[0] : trainers.find(({ id }) => id === to)
    if (trainer === undefined) return fail(refusal('NO_TRAINER', {}))
    const people = peopleOf(cases, read, context)
    if (!people.ok) return people
    for (const [row, { life, person }] of people.value.entries()) {
      const sent = life.asks.find((ask) => ask.class === kind)?.forwarded
      if (sent?.to === trainer.id)
        return fail(
          rowRefused(row, person.name, refusal('ALREADY_RECORDED', { what: 'class.forwarded', date: sent.date })),
        )
    }
    return ok({ trainer: trainer.id, people: people.value })
  },
  decide: ({ trainer, people }, { class: kind, date }) => {
    const drafts = people.map(({ case: id, person }): Draft => ({
      kind: 'class.forwarded',
      subject: { type: 'case', id },
      payload: { class: kind, date, person },
      to: trainer,
    }))
    return ok({ drafts, value: { forwarded: drafts.length, to: trainer } })
  },
})

/** Takes back that a person was sent on: whoever is in a class by now is the class's to release. */
export const recallFromClass = command({
  name: 'class.recall',
  input: z.strictObject({ case: Uuid, class: PartyClass, reason: text(1000).optional() }),
  roles: ORGANISERS,
  capacity: 'decides',
  load: ({ case: id, class: kind, reason }, read, context) => {
    const people = peopleOf([id], read, context)
    if (!people.ok) return people
    const [person] = people.value
    const ask = person?.life.asks.find((each) => each.class === kind)
    const sent = ask?.forwarded ?? null
    if (person === undefined || ask === undefined || sent === null || sent.office !== context.office.id)
      return fail(refusal('NOT_FOUND', { what: 'case', id }))
    const seat = person.life.seats.find(({ class: ref }) => ref.kind === kind && ref.to >= ask.date)
    if (seat !== undefined)
      return fail(refusal('ALREADY_ON_ROSTER', { name: person.person.name, class: seat.class.name }))
    if (reason === undefined && read.item(sent.entry)?.exported === true) return fail(refusal('REASON_NEEDED', {}))
    return ok(sent.entry)
  },
  decide: (target, { case: id, reason }) => {
    const draft: Draft = {
      kind: 'entry.retracted',
      subject: { type: 'case', id },
      payload: { target, ...(reason === undefined ? {} : { reason }) },
    }
    return ok({ drafts: [draft], value: { case: id } })
  },
})

/** Takes people on for a class, as far as its places go. */
export const enrollInClass = command({
  name: 'class.enroll',
  input: z.strictObject({ class: Uuid, cases: Cases, on: Day }),
  roles: ORGANISERS,
  capacity: null,
  load: ({ class: id, cases }, read, context) => {
    const own = ownClass(id, read, context)
    if (!own.ok) return own
    const { facts } = own.value
    const seats = read.roster(id)
    const people = peopleOf(cases, read, context)
    if (!people.ok) return people
    const taken = new Set(seats.map((seat) => seat.case))
    for (const [row, { case: caseId, person }] of people.value.entries())
      if (taken.has(caseId))
        return fail(
          rowRefused(row, person.name, refusal('ALREADY_ON_ROSTER', { name: person.name, class: facts.name })),
        )
    if (seats.length + people.value.length > facts.places)
      return fail(refusal('CLASS_FULL', { name: facts.name, places: facts.places, seats: seats.length }))
    return ok({ class: own.value, people: people.value })
  },
  decide: ({ class: held, people }, { on }) => {
    const ref = classRef(held)
    if (on > held.facts.to)
      return fail(cannotBe('dayOutsideClass', { date: on, from: held.facts.from, to: held.facts.to }))
    const drafts = people.map(({ case: id, person, to, forwarded, onPaper }): Draft => ({
      kind: 'class.enrolled',
      subject: { type: 'case', id },
      payload: {
        class: ref,
        person,
        on,
        ...(forwarded === undefined ? {} : { forwarded }),
        ...(onPaper ? { onPaper } : {}),
      },
      ...(to === undefined ? {} : { to }),
    }))
    return ok({ drafts, value: { class: held.id, enrolled: drafts.length } })
  },
})

/** Takes a person off the roster of a class whose result is not recorded; the place is free again. */
export const releaseFromClass = command({
  name: 'class.release',
  input: z.strictObject({ class: Uuid, case: Uuid, reason: text(1000).optional() }),
  roles: ORGANISERS,
  capacity: null,
  load: ({ class: id, case: caseId, reason }, read, context) => {
    const own = ownClass(id, read, context)
    if (!own.ok) return own
    const seat = seatIn(own.value, caseId, read)
    if (!seat.ok) return seat
    const { person, end, entry, days } = seat.value
    if (end !== null) return fail(refusal('CLASS_ENDED_FOR', { name: person.name, class: own.value.facts.name }))
    const entries = [entry, ...days.map((day) => day.entry)]
    if (reason === undefined && entries.some((one) => read.item(one)?.exported === true))
      return fail(refusal('REASON_NEEDED', {}))
    return ok(entries)
  },
  decide: (entries, { class: id, case: caseId, reason }) => {
    const drafts = entries.map((target): Draft => ({
      kind: 'entry.retracted',
      subject: { type: 'case', id: caseId },
      payload: { target, ...(reason === undefined ? {} : { reason }) },
    }))
    return ok({ drafts, value: { class: id } })
  },
})

/** Holds for an office that runs classes: one that trains, or one that decides and so opens them itself. */
export function runsClasses({ office, today }: CommandContext): Result<null, Refusal> {
  const may = holds(office.profile, 'trains', today) || holds(office.profile, 'decides', today)
  return may ? ok(null) : fail(refusal('FORBIDDEN_CAPACITY', { capacity: 'trains' }))
}

/** Loads a class that our office has opened. */
export function ownClass(id: string, read: Reader, context: CommandContext): Result<ClassState, Refusal> {
  const may = runsClasses(context)
  if (!may.ok) return may
  const held = found(read.class(id), 'class', id)
  if (!held.ok) return held
  const { office, facts } = held.value
  if (office === context.office.id) return held
  return fail(refusal('CLASS_NOT_OURS', { name: facts.name, office: nameOfPeer(office, read) }))
}

/** The seat of a person in a class. */
export function seatIn(held: ClassState, caseId: string, read: Reader): Result<Seat, Refusal> {
  const seat = read.classLife(caseId).seats.find(({ class: ref }) => ref.id === held.id)
  if (seat !== undefined) return ok(seat)
  const name = read.case(caseId)?.profile.name ?? ''
  return fail(refusal('NOT_ON_ROSTER', { name, class: held.facts.name }))
}

/** People by their cases, as a class may know them: from the case, or from what was sent to us. */
export function peopleOf(
  cases: readonly string[],
  read: Reader,
  context: CommandContext,
): Result<readonly ClassPerson[], Refusal> {
  const people: ClassPerson[] = []
  for (const id of new Set(cases)) {
    const person = personOf(id, read, context)
    if (!person.ok) return person
    people.push(person.value)
  }
  return ok(people)
}

function personOf(id: string, read: Reader, context: CommandContext): Result<ClassPerson, Refusal> {
  const life = read.classLife(id)
  const state = read.case(id)
  const told = life.asks.findLast(({ person }) => person !== null)
  if (state === null) {
    const sent = life.asks.findLast(({ forwarded }) => forwarded?.to === context.office.id)?.forwarded
    if (told?.person === undefined || told.person === null || sent === undefined || sent === null)
      return fail(refusal('NOT_FOUND', { what: 'case', id }))
    return ok({ case: id, person: told.person, life, to: sent.office, forwarded: sent.entry, onPaper: false })
  }
  const { name, birth, sex } = state.profile
  const known = told?.person
  const unit = read.unit(state.unit)
  const day = known?.birth !== undefined && known.birth.length > (birth?.length ?? 0) ? known.birth : birth
  const person: Learner = {
    name,
    ...(day === undefined ? {} : { birth: day }),
    ...(sex === undefined ? {} : { sex }),
    unit: unit?.unit.name ?? known?.unit ?? '',
  }
  return ok({ case: id, person, life, to: undefined, forwarded: undefined, onPaper: unit?.unit.onPaper === true })
}

/** What a class cannot be. */
function wrongIn({ from, to, places }: ClassFacts, seats: number): Refusal | null {
  if (places === 0) return cannotBe('classWithoutPlaces', {})
  if (to < from) return cannotBe('endsBeforeStart', { from, to })
  return places < seats ? cannotBe('placesBelowRoster', { places, seats }) : null
}

/** Refuses one of many. @param row - from 0 */
export function rowRefused(row: number, name: string, reason: Refusal): Refusal {
  return refusal('ROW_REFUSED', { row: row + 1, name, reason })
}
