/**
 * An entry in its place: what every fold works on. Order without clocks: items are sorted by (tick, id), the same in
 * every office that holds them; whether one act knew of another is read from channels and `after`, never from time.
 */
import { compareText } from '../base/compare.ts'
import { trusted } from '../base/trust.ts'
import type { Entry, Place } from './entry.ts'
import { isKind, kindRow, type Kind, type PayloadOf } from './kinds.ts'

/** An applied entry with its channel, tick and the office that wrote it. */
export type Item = {
  readonly channel: string
  readonly office: string
  readonly device: string
  readonly audience: string
  readonly seq: number
  readonly tick: number
  readonly entry: Entry
}

/** An item narrowed to its kind. */
export type TypedItem = { [K in Kind]: { readonly kind: K; readonly payload: PayloadOf<K>; readonly item: Item } }[Kind]

/** Sorts items into the one history: by tick, then by entry id. */
export function inOrder(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => a.tick - b.tick || compareText(a.entry.id, b.entry.id))
}

/**
 * The same history where an office has kept part of it to itself: what it tells another office never names what it kept, so
 * that ticks do not order the two. What it kept names all it had told before; whatever does not is older.
 */
export function inToldOrder(items: readonly Item[]): Item[] {
  const history = inOrder(items)
  const kept = history.filter(({ audience }) => audience === 'own')
  const told = history.filter(({ audience }) => audience !== 'own')
  if (kept.length === 0 || told.length === 0) return history
  const ordered: Item[] = []
  let next = 0
  for (const [place, item] of told.entries()) {
    // What is kept stands right after the last of what it had seen.
    for (let own = kept[next]; own !== undefined && lastSeen(own, told) < place; own = kept[next]) {
      ordered.push(own)
      next += 1
    }
    ordered.push(item)
  }
  return [...ordered, ...kept.slice(next)]
}

/** The place of the last entry that one names, or of whose channel it names a later one; -1 for none. */
function lastSeen({ entry }: Item, told: readonly Item[]): number {
  return told.findLastIndex((item) => hasSeen(entry, item))
}

/** True for an entry that names a place, or a later one of its channel: its writer had seen what stands there. */
export function hasSeen({ after }: Entry, { channel, seq }: Place): boolean {
  return after.some((place) => place.channel === channel && place.seq >= seq)
}

/** Reads an item's payload by its kind; applied entries have passed their schema, so the cast is safe here alone. */
export function typed(item: Item): TypedItem {
  if (!isKind(item.entry.kind)) throw new Error(`an applied entry of unknown kind ${item.entry.kind}`)
  return trusted<TypedItem>({ kind: item.entry.kind, payload: item.entry.payload, item })
}

/** Tells for two items of one subject whether the writer of the later one had seen the earlier one. */
export type Precedes = (earlier: Item, later: Item) => boolean

/**
 * Builds the "had seen" relation over the items of one subject, from channel order and `after`.
 * @param items - all applied items of the subject, in history order
 */
export function precedence(items: readonly Item[]): Precedes {
  // Most cases have one author's entries only, of which nobody asks more than that.
  let clocks: ReadonlyMap<string, ReadonlyMap<string, number>> | null = null
  return (earlier, later) => {
    if (earlier.office === later.office && earlier.device === later.device) return true
    clocks ??= clocksOf(items)
    return (clocks.get(placeKey(later))?.get(earlier.channel) ?? 0) >= earlier.seq
  }
}

/** What each item's writer had seen: by the item's place, the newest place in each channel. */
function clocksOf(items: readonly Item[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const clocks = new Map<string, ReadonlyMap<string, number>>()
  const newestInChannel = new Map<string, string>()
  for (const item of items) {
    const clock = new Map<string, number>()
    const previous = newestInChannel.get(item.channel)
    if (previous !== undefined) mergeInto(clock, clocks.get(previous))
    for (const place of item.entry.after) {
      mergeInto(clock, clocks.get(placeKey(place)))
      if ((clock.get(place.channel) ?? 0) < place.seq) clock.set(place.channel, place.seq)
    }
    clock.set(item.channel, item.seq)
    const key = placeKey(item)
    clocks.set(key, clock)
    newestInChannel.set(item.channel, key)
  }
  return clocks
}

/** Why a retraction has no effect. */
export type RetractionVoid = 'namedByOther' | 'notRetractable' | 'notAuthor' | 'unknown'

/** Entries taken back, and retractions without effect, for the items of one subject. */
export type Retractions = {
  readonly taken: ReadonlyMap<string, Item>
  readonly void: readonly { readonly item: Item; readonly target: string; readonly why: RetractionVoid }[]
}

/**
 * Works out which entries are taken back. A retraction counts if it comes from the office that wrote the target, the
 * kind may be taken back, and no entry of another office names the target. A voided line counts nowhere, also where it
 * had been understood: some offices hold it and could never count it.
 */
export function retractions(items: readonly Item[]): Retractions {
  if (!items.some(({ entry: { kind } }) => kind === 'entry.voided' || kind === 'entry.retracted'))
    return { taken: new Map(), void: [] }
  const byId = new Map(items.map((item) => [item.entry.id, item]))
  const namedBy = new Map<string, Set<string>>()
  for (const item of items) {
    for (const id of namedIds(item.entry)) {
      const offices = namedBy.get(id) ?? new Set<string>()
      offices.add(item.office)
      namedBy.set(id, offices)
    }
  }
  const taken = new Map<string, Item>()
  const voided: { item: Item; target: string; why: RetractionVoid }[] = []
  for (const item of items) {
    if (item.entry.kind === 'entry.voided') {
      const { target, seq } = trusted<PayloadOf<'entry.voided'>>(item.entry.payload)
      const line = byId.get(target)
      if (line?.channel === item.channel && line.seq === seq && seq < item.seq) taken.set(target, item)
    }
    if (item.entry.kind !== 'entry.retracted') continue
    const target = trusted<PayloadOf<'entry.retracted'>>(item.entry.payload).target
    const named = byId.get(target)
    const why = whyVoid(item, named, namedBy.get(target))
    if (why === null) taken.set(target, item)
    else voided.push({ item, target, why })
  }
  return { taken, void: voided }
}

/** Items that were not taken back, in the order of history; of one office, or of all. */
export function whatStands(items: readonly Item[], office?: string): readonly Item[] {
  const history = inOrder(items)
  const { taken } = retractions(history)
  return history.filter((item) => !taken.has(item.entry.id) && (office === undefined || item.office === office))
}

function whyVoid(retraction: Item, target: Item | undefined, namedBy: Set<string> | undefined): RetractionVoid | null {
  if (target === undefined) return 'unknown'
  if (target.office !== retraction.office) return 'notAuthor'
  if (!isKind(target.entry.kind) || kindRow(target.entry.kind).retractableUntil === 'never') return 'notRetractable'
  if (namedBy !== undefined && [...namedBy].some((office) => office !== target.office)) return 'namedByOther'
  return null
}

/** Ids of other entries that an entry names, by the kinds table. */
export function namedIds({ kind, payload }: Entry): readonly string[] {
  if (!isKind(kind)) return []
  const fields = trusted<Record<string, unknown>>(payload)
  return (kindRow(kind).names ?? []).flatMap((field) => {
    const value = fields[field]
    if (typeof value === 'string') return [value]
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
  })
}

function mergeInto(clock: Map<string, number>, other: ReadonlyMap<string, number> | undefined): void {
  for (const [channel, seq] of other ?? []) if ((clock.get(channel) ?? 0) < seq) clock.set(channel, seq)
}

/** A place as one text, to look it up by. */
export function placeKey({ channel, seq }: Place): string {
  return `${channel}#${seq}`
}
