/**
 * Erasing what was written of a person who was not admitted: our own lines at once, with those of an office that has become
 * ours; those of other offices when a person here carries out what their office asks. Every other office whose lines are
 * here is asked for them. What was erased is never told again; only a year, a branch and an outcome stay, so that counts
 * stay true.
 */
import { z } from 'zod'
import { text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { trusted } from '../base/trust.ts'
import { parseChannel } from '../bundle/format.ts'
import { refusal, type DecisionData, type Refusal } from '../contract/refusals.ts'
import type { Place } from '../journal/entry.ts'
import { inOrder, placeKey, type Item } from '../journal/item.ts'
import type { CaseState } from '../model/case-state.ts'
import { hasGivenAway, isToErase } from '../model/erasure.ts'
import type { Remains } from '../model/remains.ts'
import { isEnded, stageOf } from '../model/stage.ts'
import { command, found, type CommandContext, type Draft, type Reader } from './command.ts'
import { notKeptHere } from './kept.ts'

const ADMIN = ['administrator'] as const

/** Erases every line of ours about a person: refused for the admitted, and while the case goes on with us. */
export const eraseCase = command({
  name: 'case.erase',
  input: z.strictObject({ case: Uuid, reason: text(500) }),
  roles: ADMIN,
  capacity: null,
  load: ({ case: id }, read, context) => {
    const state = keptHere(id, read, context)
    return state.ok ? ok({ state: state.value, ...reachOf(id, read, context) }) : state
  },
  decide: ({ state, ...reach }, { case: id, reason }, context) => {
    const refused = notErasable(state, context.office.id)
    if (refused) return fail(refused)
    const day = state.ending?.date ?? state.decision?.date ?? state.registeredOn
    const remains = { year: Number((day ?? '').slice(0, 4)) || FIRST_YEAR, branch: state.unit, outcome: stageOf(state) }
    return ok({ drafts: erasures(id, reach, reason, remains), value: { case: id, lines: reach.lines.length } })
  },
})

/** Carries out, or declines with the ground, what other offices have asked about a person. */
export const answerErasure = command({
  name: 'erasure.answer',
  input: z.strictObject({ case: Uuid, outcome: z.enum(['done', 'declined']), ground: text(500).optional() }),
  roles: ADMIN,
  capacity: null,
  load: ({ case: id }, read, context) => {
    const requests = read.openErasures(id)
    return requests.length === 0
      ? fail(refusal('NOTHING_TO_ERASE', {}))
      : ok({ requests, state: read.case(id), ...reachOf(id, read, context) })
  },
  decide: ({ requests, state, ...reach }, { case: id, outcome, ground }, context) => {
    const [first] = requests
    if (first === undefined) return fail(refusal('NOTHING_TO_ERASE', {}))
    if (outcome === 'declined' && ground === undefined) return fail(refusal('REASON_NEEDED', {}))
    const refused = outcome === 'done' && state !== null ? notAskedFor(state, requests, context.office.id) : null
    if (refused) return fail(refused)
    const answers = requests.map(({ entry, office }): Draft => ({
      kind: 'erasure.answered',
      subject: { type: 'case', id },
      payload: { erasure: entry, outcome, ...(ground === undefined ? {} : { ground }) },
      to: office,
    }))
    // Who keeps the case says how it ended.
    const { reason, remains } = requests.find(({ office }) => office === state?.keeper) ?? first
    const own = outcome === 'done' ? erasures(id, reach, reason, remains) : []
    const lines = requests.length + (outcome === 'done' ? reach.lines.length : 0)
    return ok({ drafts: [...answers, ...own], value: { case: id, lines } })
  },
})

/**
 * The erasure of all that our office still holds of its own about a case: of one that was erased already, and that a
 * backup has brought back.
 * @param inherited - lines of an office that has become ours
 * @param order - what the erasure said then
 */
export function erasedAgain(
  id: string,
  items: readonly Item[],
  inherited: readonly Place[],
  office: string,
  { reason, remains }: { readonly reason: string; readonly remains: Remains },
): readonly Draft[] {
  const others = inherited.map((place) => ({ ...place, to: 'own' }))
  return erasures(id, { lines: [...erasable(items, office), ...others], asks: [] }, reason, remains)
}

/** True for a command after which the store must be cleaned of what it no longer says. */
export function isErasing(name: string): boolean {
  return name === eraseCase.name || name === answerErasure.name
}

/** A case recorded without any day counts for the year the program knows nothing of. */
const FIRST_YEAR = 1900

/** A case that our office keeps, or kept once. */
function keptHere(id: string, read: Reader, { office }: CommandContext): Result<CaseState, Refusal> {
  const held = found(read.case(id), 'case', id)
  if (!held.ok) return held
  const { keeper, moves } = held.value
  if (keeper === office.id || moves.some(({ from }) => from === office.id)) return held
  return fail(notKeptHere(held.value, read))
}

/** Why our office cannot erase a case that it keeps or kept, or null. */
function notErasable(state: CaseState, self: string): Refusal | null {
  if (isAdmitted(state)) return refused(state, 'admitted')
  const sent = state.submissions.at(-1)
  if (sent && sent.returned === null && state.decision === null && state.ending === null)
    return refused(state, 'submitted')
  return isEnded(stageOf(state)) || hasGivenAway(state, self) ? null : refused(state, 'goesOn')
}

/**
 * Why what other offices ask cannot be carried out, or null. What our office erases is the case as a whole: only its keeper
 * can want that, who knows that it is, or we ourselves, of what has gone away from us.
 */
function notAskedFor(state: CaseState, requests: readonly { readonly office: string }[], self: string): Refusal | null {
  if (state.keeper === self) return notErasable(state, self)
  if (isAdmitted(state)) return refused(state, 'admitted')
  if (state.erased !== null && requests.some(({ office }) => office === state.keeper)) return null
  return hasGivenAway(state, self) ? notErasable(state, self) : refused(state, 'keptElsewhere')
}

/** True for somebody whom an office has admitted: what is written of them stays. */
export function isAdmitted({ decision, ceremony, card, decisions }: CaseState): boolean {
  return ceremony !== null || card !== null || [decision, ...decisions].some((act) => act?.outcome === 'admit')
}

function refused({ profile }: CaseState, why: DecisionData['NOT_ERASABLE']['why']): Refusal {
  return refusal('NOT_ERASABLE', { name: profile.name, why })
}

/** What an erasure reaches: lines that are ours to erase, and of each other office one line by which it is asked for its own. */
type Reach = { readonly lines: readonly (Place & { readonly to: string })[]; readonly asks: readonly Item[] }

function reachOf(id: string, read: Reader, { office }: CommandContext): Reach {
  const items = read.history(id)
  const isPaired = (peer: string) => read.peer(peer)?.revoked === false
  const inherited = read.inheritedLines(id).map((place) => {
    const { to } = toldTo(place)
    return { ...place, to: isPaired(to) ? to : 'own' }
  })
  const asks = [...newestOf(items, office.id, inherited)].flatMap(([other, item]) => (isPaired(other) ? [item] : []))
  return { lines: [...erasable(items, office.id), ...inherited], asks }
}

/** Lines of our own office that may be erased, in the order of their channels, each to those who have the line. */
function erasable(items: readonly Item[], office: string): Reach['lines'] {
  return items
    .filter((item) => item.office === office && isToErase(item))
    .toSorted((a, b) => (a.channel === b.channel ? a.seq - b.seq : a.channel < b.channel ? -1 : 1))
    .map(toldTo)
}

function toldTo({ channel, seq }: Place): Reach['lines'][number] {
  return { channel, seq, to: parseChannel(channel)?.audience ?? 'own' }
}

/** Of each other office the newest line that it could erase, and that nobody has named for that yet, nor is about to. */
function newestOf(items: readonly Item[], self: string, inherited: readonly Place[]): ReadonlyMap<string, Item> {
  const erased = items.flatMap(({ entry }) => (entry.kind === 'entry.erased' ? [trusted<Place>(entry.payload)] : []))
  const named = new Set([...erased, ...inherited].map(placeKey))
  const isLeft = (item: Item) => item.office !== self && isToErase(item) && !named.has(placeKey(item))
  return new Map(inOrder(items).flatMap((item) => (isLeft(item) ? [[item.office, item] as const] : [])))
}

/** One erasure a line; of another office's line it is a request to that office. */
function erasures(id: string, { lines, asks }: Reach, reason: string, remains: Remains): Draft[] {
  const asked = asks.map(({ channel, seq, office }) => ({ channel, seq, to: office }))
  return [...lines, ...asked].map(({ channel, seq, to }): Draft => ({
    kind: 'entry.erased',
    subject: { type: 'case', id },
    payload: { channel, seq, reason, remains },
    to,
  }))
}
