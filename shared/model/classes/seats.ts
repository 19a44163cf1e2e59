/**
 * What the entries about one person say of classes: put forward, sent on, taken on, attendance, result, certificate. A pure
 * function of the set of applied items, and the same at the keeper, at the deciding office and at the office that trains,
 * though each holds other entries: what an office passes on by value counts only where the first is not held.
 */
import { compareText } from '../../base/compare.ts'
import { heard } from '../../journal/authority.ts'
import { inOrder, precedence, retractions, typed, type Item, type TypedItem } from '../../journal/item.ts'
import type { PartyClass } from '../codes.ts'
import type { Attendance, Certificate, ClassEnd, ClassRef, Learner, Reissue } from './facts.ts'

/** Where an act was written. */
export type Written = { readonly entry: string; readonly office: string }

/** A person put forward for a class; the person by value where another office told of it. */
export type ClassAsk = Written & {
  readonly class: PartyClass
  readonly date: string
  readonly person: Learner | null
  /** The office it was sent on to, and when; null where it was not sent on. */
  readonly forwarded: (Written & { readonly to: string; readonly date: string }) | null
}

/** A person in a class. */
export type Seat = Written & {
  readonly class: ClassRef
  readonly person: Learner
  readonly on: string
  readonly onPaper: boolean
  /** By day, the newest of a day; a total over the whole class stands instead of its days. */
  readonly days: readonly (Attendance & Written)[]
  readonly end: (ClassEnd & Written & { readonly onPaper: boolean }) | null
  readonly reissue: (Reissue & Written) | null
}

/** Everything about one person and classes. */
export type ClassLife = { readonly asks: readonly ClassAsk[]; readonly seats: readonly Seat[] }

/** Sessions held and attended. */
export type Sessions = { readonly held: number; readonly present: number }

/** Kinds that this fold reads. */
export const ABOUT_CLASSES: ReadonlySet<string> = new Set([
  'class.nominated',
  'class.proposed',
  'class.forwarded',
  'class.enrolled',
  'class.attended',
  'class.completed',
  'certificate.reissued',
])

const NO_CLASSES: ClassLife = { asks: [], seats: [] }

type Fact<K extends TypedItem['kind']> = Extract<TypedItem, { kind: K }>
type Answer = Fact<'class.enrolled' | 'class.attended' | 'class.completed' | 'certificate.reissued'>

/** Folds what one person's entries say of classes. @param items - the applied items of the case, in any order */
export function foldClassLife(items: readonly Item[]): ClassLife {
  const history = inOrder(items)
  const { taken } = retractions(history)
  return classLifeIn(
    heard(
      history.filter(({ entry }) => !taken.has(entry.id)),
      precedence(history),
    ).heard,
  )
}

/** The same from items that stand and count, in the order of history. */
export function classLifeIn(live: readonly Item[]): ClassLife {
  const facts = live.filter(({ entry }) => ABOUT_CLASSES.has(entry.kind)).map(typed)
  if (facts.length === 0) return NO_CLASSES
  const held = new Set(facts.map(({ item }) => item.entry.id))
  const answers = facts
    .filter(isAnswer)
    .filter(({ payload }) => payload.relays === undefined || !held.has(payload.relays))
  return { asks: asksIn(facts), seats: seatsIn(answers) }
}

/** Sessions of a person in a class: a total recorded for the whole class, else the sum of its days. */
export function sessionsOf(days: readonly Attendance[]): Sessions {
  const whole = days.findLast((day) => day.whole === true)
  if (whole !== undefined) return { held: whole.held, present: whole.present }
  return days.reduce<Sessions>(
    (sum, { held, present }) => ({ held: sum.held + held, present: sum.present + present }),
    { held: 0, present: 0 },
  )
}

/** The certificate a person holds from a class, with the number it was issued under last; null where there is none. */
export function certificateOf({ end, reissue }: Pick<Seat, 'end' | 'reissue'>): Certificate | null {
  const first = end?.certificate
  if (first === undefined) return null
  return reissue === null ? first : { ...first, number: reissue.number }
}

/**
 * Where a nomination stands: waiting, taken on for a class, or over with the result of a class of its kind.
 * @param ask - the nomination
 * @param seats - the person's classes
 */
export function standingOf(ask: ClassAsk, seats: readonly Seat[]): 'waiting' | 'seated' | 'over' {
  const since = seats.filter((seat) => seat.class.kind === ask.class && seat.class.to >= ask.date)
  if (since.some(({ end }) => end !== null)) return 'over'
  return since.length > 0 ? 'seated' : 'waiting'
}

function isAnswer(fact: TypedItem): fact is Answer {
  return (
    fact.kind === 'class.enrolled' ||
    fact.kind === 'class.attended' ||
    fact.kind === 'class.completed' ||
    fact.kind === 'certificate.reissued'
  )
}

/** The newest nomination for each kind of class; what tells of it elsewhere joins it by class and day. */
function asksIn(facts: readonly TypedItem[]): readonly ClassAsk[] {
  const asks = new Map<PartyClass, ClassAsk>()
  for (const fact of facts) {
    if (fact.kind !== 'class.nominated' && fact.kind !== 'class.proposed') continue
    const { class: kind, date } = fact.payload
    const before = asks.get(kind)
    const person = fact.kind === 'class.proposed' ? fact.payload.person : null
    const same = before?.date === date ? before : null
    asks.set(kind, {
      ...(same ?? { ...writtenIn(fact.item), class: kind, date, forwarded: null }),
      person: person ?? same?.person ?? null,
    })
  }
  for (const { kind, payload, item } of facts) {
    if (kind !== 'class.forwarded') continue
    const before = asks.get(payload.class)
    const forwarded = { ...writtenIn(item), to: item.audience, date: payload.date }
    if (before === undefined || before.forwarded !== null || before.date <= payload.date)
      asks.set(payload.class, {
        ...(before ?? { ...writtenIn(item), class: payload.class, date: payload.date }),
        person: before?.person ?? payload.person,
        forwarded,
      })
  }
  return [...asks.values()]
}

function seatsIn(answers: readonly Answer[]): readonly Seat[] {
  const seats = new Map<string, Seat>()
  const put = (id: string, change: (seat: Seat) => Seat) => {
    const seat = seats.get(id)
    if (seat !== undefined) seats.set(id, change(seat))
  }
  for (const { kind, payload, item } of answers)
    if (kind === 'class.enrolled') {
      const { class: ref, person, on, onPaper } = payload
      const written = { ...writtenIn(item), class: ref, person, on, onPaper: onPaper === true }
      seats.set(ref.id, { days: [], end: null, reissue: null, ...written })
    }
  for (const { kind, payload, item } of answers) {
    if (kind === 'class.attended') {
      const { relays: _relays, ...day } = payload
      put(day.class, (seat) => ({
        ...seat,
        days: [
          ...seat.days.filter(({ date, whole }) => date !== day.date || whole !== day.whole),
          { ...day, ...writtenIn(item) },
        ].toSorted((a, b) => compareText(a.date, b.date)),
      }))
    }
    if (kind === 'class.completed') {
      const { relays: _relays, onPaper, ...end } = payload
      put(end.class.id, (seat) => ({ ...seat, end: { ...end, ...writtenIn(item), onPaper: onPaper === true } }))
    }
    if (kind === 'certificate.reissued') {
      const { relays: _relays, ...reissue } = payload
      put(reissue.class, (seat) => ({ ...seat, reissue: { ...reissue, ...writtenIn(item) } }))
    }
  }
  return [...seats.values()]
}

function writtenIn({ entry, office }: Item): Written {
  return { entry: entry.id, office }
}
