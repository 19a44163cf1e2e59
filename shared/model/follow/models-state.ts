/**
 * Models, examples, directives, conferences and publicity as they follow from their entries. What an office says of a thing
 * counts from the office that recorded it first, and from the office above where that passes it on.
 */
import { canonicalJson, type Json } from '../../base/canonical.ts'
import { trusted } from '../../base/trust.ts'
import { inToldOrder, retractions, typed, type Item } from '../../journal/item.ts'
import type {
  Conference,
  DirectiveFacts,
  DirectiveReading,
  ExampleEnd,
  ExampleFacts,
  ModelFacts,
  ModelResult,
  Publicity,
  SharedModel,
  TakeUp,
} from './facts.ts'

/** Something recorded by an office. */
type By<T> = T & { readonly entry: string; readonly office: string }

/** A model. `isKnownInFull` is false where only what was passed on to everybody is known. */
export type ModelState = {
  readonly id: string
  /** The office that registered it, or that passed it on. */
  readonly office: string
  readonly entry: string
  /** Where its newest registration went: `own` until there is an office above. */
  readonly audience: string
  readonly facts: ModelFacts
  readonly isKnownInFull: boolean
  readonly results: readonly By<ModelResult>[]
  readonly shared: By<SharedModel> | null
  readonly takenUp: readonly By<TakeUp & { readonly onPaper: boolean }>[]
}

/** Folds a model; null where nothing tells of it. */
export function foldModel(id: string, items: readonly Item[]): ModelState | null {
  let facts: By<ModelFacts> | null = null
  let audience = 'own'
  let shared: By<SharedModel> | null = null
  const results = new Map<string, By<ModelResult>>()
  const takenUp = new Map<string, By<TakeUp & { readonly onPaper: boolean }>>()
  const history = standing(items)
  const registrar = history.find(({ entry }) => entry.kind === 'model.registered')?.office
  for (const item of history) {
    const fact = typed(item)
    if (fact.kind === 'model.registered' && item.office === registrar) {
      facts = by(item, fact.payload)
      ;({ audience } = item)
    }
    // A result that was told again, to an office that came to stand above, is the same result.
    if (fact.kind === 'model.reported' && (registrar === undefined || item.office === registrar))
      results.set(`${item.office} ${canonicalJson(trusted<Json>(fact.payload))}`, by(item, fact.payload))
    if (fact.kind === 'model.shared') shared = by(item, fact.payload)
    if (fact.kind === 'model.takenUp') {
      const { onPaper, ...act } = fact.payload
      takenUp.set(`${item.office} ${act.place.id}`, by(item, { ...act, onPaper: onPaper === true }))
    }
  }
  const known = facts ?? shared
  if (known === null) return null
  return {
    id,
    office: known.office,
    entry: known.entry,
    audience,
    facts: facts === null ? factsOf(known) : told(facts),
    isKnownInFull: facts !== null,
    results: [...results.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1)),
    shared,
    takenUp: [...takenUp.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  }
}

/** The facts of a model that only the office above has told of. */
function factsOf({ name, area, place, since, until, description }: ModelFacts): ModelFacts {
  return {
    name,
    area,
    place,
    description,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  }
}

/** An example. */
export type ExampleState = {
  readonly id: string
  readonly office: string
  readonly entry: string
  readonly facts: ExampleFacts
  /** True once it has left the private room of its office. */
  readonly isTold: boolean
  readonly withdrawn: ExampleEnd | null
}

/** Folds an example; null where nothing tells of it. */
export function foldExample(id: string, items: readonly Item[]): ExampleState | null {
  let facts: By<ExampleFacts> | null = null
  let isTold = false
  let withdrawn: ExampleEnd | null = null
  for (const item of standing(items)) {
    const fact = typed(item)
    if (facts !== null && item.office !== facts.office) continue
    if (fact.kind === 'example.noted' || fact.kind === 'example.told') {
      facts = by(item, fact.payload)
      withdrawn = null
      isTold = isTold || fact.kind === 'example.told'
    }
    if (fact.kind === 'example.withdrawn') withdrawn = fact.payload
  }
  if (facts === null) return null
  return { id, office: facts.office, entry: facts.entry, facts: told(facts), isTold, withdrawn }
}

/** True where an example may be told outside its office. */
export function mayBeTold({ kind, consent }: ExampleFacts): boolean {
  return kind === 'collective' || consent !== undefined
}

/** A directive with those who have read it. */
export type DirectiveState = {
  readonly id: string
  readonly office: string
  readonly entry: string
  readonly facts: DirectiveFacts
  /** Sent to everybody; otherwise kept by an office that was given it on paper. */
  readonly isShared: boolean
  readonly readings: readonly By<DirectiveReading & { readonly onPaper: boolean }>[]
}

/** Folds a directive; null where nothing tells of it. */
export function foldDirective(id: string, items: readonly Item[]): DirectiveState | null {
  let facts: By<DirectiveFacts> | null = null
  let isShared = false
  const readings = new Map<string, By<DirectiveReading & { readonly onPaper: boolean }>>()
  for (const item of standing(items)) {
    const fact = typed(item)
    if (fact.kind === 'directive.issued' || fact.kind === 'directive.kept') {
      if (facts !== null && item.office !== facts.office) continue
      facts = by(item, fact.payload)
      isShared = fact.kind === 'directive.issued'
    }
    if (fact.kind === 'directive.read') {
      const { onPaper, ...reading } = fact.payload
      const key = reading.place?.id ?? item.office
      // The first reading is the one that counts.
      if (!readings.has(key)) readings.set(key, by(item, { ...reading, onPaper: onPaper === true }))
    }
  }
  if (facts === null) return null
  const { office, entry } = facts
  return { id, office, entry, facts: told(facts), isShared, readings: [...readings.values()] }
}

/** True where a directive counts on a day. */
export function isInForce({ date, from, to }: DirectiveFacts, day: string): boolean {
  return (from ?? date) <= day && (to === undefined || day <= to)
}

/** A conference, or publicity of a time. */
export type ActivityState = {
  readonly id: string
  readonly office: string
  readonly entry: string
  readonly onPaper: boolean
} & (
  | { readonly what: 'conference'; readonly facts: Conference }
  | { readonly what: 'publicity'; readonly facts: Publicity }
)

/** Folds a conference or publicity: the newest of the office that recorded it first. */
export function foldActivity(id: string, items: readonly Item[]): ActivityState | null {
  let state: ActivityState | null = null
  for (const item of standing(items)) {
    const fact = typed(item)
    if (state !== null && item.office !== state.office) continue
    const who = { id, office: item.office, entry: item.entry.id }
    if (fact.kind === 'conference.held') {
      const { onPaper, ...facts } = fact.payload
      state = { ...who, onPaper: onPaper === true, what: 'conference', facts }
    }
    if (fact.kind === 'publicity.counted') {
      const { onPaper, ...facts } = fact.payload
      state = { ...who, onPaper: onPaper === true, what: 'publicity', facts }
    }
  }
  return state
}

/** The items that stand, in the order in which they were said. */
export function standing(items: readonly Item[]): readonly Item[] {
  const history = inToldOrder(items)
  const { taken } = retractions(history)
  return history.filter(({ entry }) => !taken.has(entry.id))
}

/** The payload alone. */
function told<T extends object>({
  entry: _entry,
  office: _office,
  ...payload
}: By<T>): Omit<By<T>, 'entry' | 'office'> {
  return payload
}

/** A payload with who recorded it. */
function by<T extends object>(item: Item, payload: T): By<T> {
  return { ...payload, entry: item.entry.id, office: item.office }
}
