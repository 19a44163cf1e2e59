/**
 * Who may speak of a case, judged by its keeper and not by how offices stand to each other: the keeper alone sends what
 * a keeper records, and only an office the keeper has shown the case to has anything to answer. A hand-over changes the
 * keeper: what the one before sends without having seen it comes too late. What an office without that right has sent
 * stays in the journal and counts for nothing. A function of the set of entries, like every fold.
 */
import { trusted } from '../base/trust.ts'
import { inToldOrder, precedence, retractions, type Item, type Precedes, type Retractions } from './item.ts'
import { isKind, kindRow, type PayloadOf } from './kinds.ts'

const RECORDS: ReadonlySet<string> = new Set(['candidate.registered', 'case.takenOver'])
const SHOWS: ReadonlySet<string> = new Set(['candidate.listed', 'dossier.submitted', 'case.moveProposed'])

const FORWARDS = 'class.forwarded'

/** The entries of one case that count, those of offices that had no say in it, and who has kept it. */
export type Heard = { readonly heard: readonly Item[]; readonly outside: readonly Item[]; readonly turns: Turns }

/** A hand-over that counts: the entries that tell of it, one to each side. */
type HandOver = { readonly to: string; readonly told: readonly Item[] }

/** The keepers of a case one after the other, each with the hand-overs that began and ended its turn. */
export type Turns = readonly {
  readonly keeper: string
  readonly given: HandOver | undefined
  readonly end: HandOver | undefined
}[]

/** Entries of one case that count, in the order of history, who has kept it, and what their writers had seen. */
export type CaseHistory = { readonly live: readonly Item[]; readonly turns: Turns; readonly precedes: Precedes }

/** The same with what does not count: all of them, and which were taken back or were of offices that had no say. */
type WholeHistory = CaseHistory & Retractions & { readonly all: readonly Item[]; readonly outside: readonly Item[] }

/** The history of a case. @param items - its applied items, in any order */
export function historyOf(items: readonly Item[]): WholeHistory {
  const all = inToldOrder(items)
  const back = retractions(all)
  const precedes = precedence(all)
  const stands = all.filter(({ entry }) => !back.taken.has(entry.id))
  const { heard: live, outside, turns } = heard(stands, precedes)
  return { all, live, outside, turns, precedes, ...back }
}

/**
 * Parts what counts from what does not.
 * @param history - the items of one case that stand, in the order of history
 */
export function heard(history: readonly Item[], precedes: Precedes): Heard {
  const first = keeperIn(history)
  const moves = first === null ? [] : handOversIn(history, first, precedes)
  const keepers = first === null ? [] : [first, ...moves.map(({ to }) => to)]
  const turns: Turns = keepers.map((keeper, at) => ({ keeper, given: moves[at - 1], end: moves[at] }))
  const counting = new Set(moves.flatMap(({ told }) => told))
  const shownTo = new Set([
    ...history.filter((item) => keepers.includes(item.office)).map((item) => item.audience),
    ...[...counting].map((item) => item.office),
    // A dossier that waits for its answer is answered to the new keeper.
    ...[...counting].flatMap((item) => (handOverIn(item).open ?? []).flatMap(({ to }) => to ?? [])),
  ])
  const trainers = new Set(
    history
      .filter(({ entry, office }) => entry.kind === FORWARDS && (keepers.includes(office) || shownTo.has(office)))
      .map(({ audience }) => audience),
  )
  const counts = (item: Item): boolean => {
    const { office, audience, entry } = item
    // What our own office keeps to itself has passed its own commands.
    if (first === null || audience === 'own' || !isKind(entry.kind)) return true
    if (entry.kind === 'case.handedOver') return counting.has(item)
    const turn = turns[turnOf(item, turns, precedes)]
    const end = turn?.end
    if (turn !== undefined && end === undefined) return true
    const row = kindRow(entry.kind)
    if (end !== undefined && row.audience !== 'asTarget') return end.told.some((move) => precedes(item, move))
    if (row.audience === 'superior') return false
    if (row.audience === 'trainer') return shownTo.has(office)
    // Whoever was sent a person for a class has the answers of that class to give, and no others.
    return row.audience !== 'keeper' || shownTo.has(office) || (row.author === 'trains' && trainers.has(office))
  }
  // That somebody was given the case in vain is told to nobody else.
  const inVain = history.filter(({ entry }) => entry.kind === 'case.handedOver').filter((item) => !counting.has(item))
  const isOfOther = (item: Item): boolean =>
    inVain.includes(item) &&
    inVain.some((given) => {
      const { to } = handOverIn(given)
      const isTold = given.office === item.office ? given.audience === to : given.audience === item.office
      return isTold && handOverIn(item).from === to && item.audience === to
    })
  return {
    heard: history.filter(counts),
    outside: history.filter((item) => !counts(item) && !isOfOther(item)),
    turns,
  }
}

/**
 * In which of its turns as the keeper an office has written an entry: its place among all turns, -1 for an office that has
 * never kept the case. Where the case came back to it, an entry belongs to an earlier turn if the hand-over that ended that
 * one had seen it, or if its writer had not seen the one that began the next, told to it by the office it writes to. A
 * hand-over belongs to the turn that it begins.
 */
export function turnOf(item: Item, turns: Turns, precedes: Precedes): number {
  if (item.entry.kind === 'case.handedOver') return turns.findIndex(({ given }) => given?.told.includes(item) === true)
  const own = turns.flatMap(({ keeper }, at) => (keeper === item.office ? [at] : []))
  const isOf = (at: number, next: number | undefined): boolean => {
    if (next === undefined) return true
    if (turns[at]?.end?.told.some((move) => precedes(item, move)) === true) return true
    const told = turns[next]?.given?.told.filter((move) => move.office === item.audience) ?? []
    return told.some((move) => move.audience === item.office && !precedes(move, item))
  }
  return own.find((at, n) => isOf(at, own[n + 1])) ?? -1
}

/** Why an entry of an office without a say counts for nothing. */
export type OutsideReason = 'tooLate' | 'keeperOnly' | 'notShown' | 'handedTwice'

/**
 * Why an entry that `heard` put outside counts for nothing: another hand-over by its office counts, its office had given the
 * case away, only the keeper sends its kind, or its office answers what the keeper never showed it.
 * @param moves - the hand-overs that count
 */
export function whyOutside(
  { kind, office }: { readonly kind: string; readonly office: string },
  moves: readonly { readonly from: string; readonly office: string }[],
): OutsideReason {
  if (kind === 'case.handedOver' && moves.some((move) => move.office === office)) return 'handedTwice'
  if (moves.some(({ from }) => from === office)) return 'tooLate'
  return isKind(kind) && (kind === 'case.handedOver' || kindRow(kind).audience === 'superior')
    ? 'keeperOnly'
    : 'notShown'
}

/**
 * The office that held the case first: by its record, or else as the one that gave it away, or that showed it. Ticks do
 * not order a hand-over and what its reader is never sent, so nothing here rests on their places in the history.
 */
function keeperIn(history: readonly Item[]): string | null {
  const record = history.find(({ entry }) => RECORDS.has(entry.kind))
  if (record !== undefined) return record.office
  const shown = history.filter(({ entry }) => SHOWS.has(entry.kind))
  const given = history.filter((item) => item.entry.kind === 'case.handedOver' && mayKnow(item, shown))
  const [start] = inChain(given.map(handOverIn))
  if (start !== undefined) return start.from
  return shown[0]?.office ?? null
}

/**
 * True for a hand-over whose author may know of the case: an office that shows it, one to which it is shown, or whoever speaks
 * of one that shows it. Of a case that nobody shows to us anybody may.
 */
function mayKnow(item: Item, shown: readonly Item[]): boolean {
  const { from, to } = handOverIn(item)
  return (
    shown.length === 0 ||
    shown.some(({ office, audience }) => audience === item.office || office === from || office === to)
  )
}

/**
 * Hand-overs one after the other, each from the keeper that the one before has made. Two that different offices tell of are
 * not ordered by ticks, since neither need have been sent the other's.
 * @param moves - in the order of history, which alone tells where a case comes back to a keeper
 */
function inChain<T extends { readonly from: string; readonly to: string }>(moves: readonly T[]): readonly T[] {
  const left = [...moves]
  const isBegun = ({ from }: T) => !moves.some(({ to }) => to === from)
  const chain: T[] = []
  let keeper = (moves.find(isBegun) ?? moves[0])?.from
  for (;;) {
    const at = left.findIndex(({ from }) => from === keeper)
    const [next] = at < 0 ? [] : left.splice(at, 1)
    if (next === undefined) return chain
    chain.push(next)
    keeper = next.to
  }
}

/**
 * The hand-overs that count, in order: from the keeper, by itself or by an office that it has shown the case to. Each is told
 * to an office once: of two that are told to it alike, and of which the later had seen the earlier, the case came back
 * between. Of those between two others an office hears nothing: whoever has handed the case over may do so again from
 * another keeper, to whoever was told of the first.
 */
function handOversIn(history: readonly Item[], first: string, precedes: Precedes): readonly HandOver[] {
  const told = history.filter(({ entry }) => entry.kind === 'case.handedOver')
  const mayMove = (item: Item, from: string): boolean => {
    // That an office gives the case away is told to whoever gets it, and shows it to nobody.
    const shown = history.filter(({ office, entry }) => office === from && entry.kind !== 'case.handedOver')
    return item.office === from || shown.length === 0 || shown.some(({ audience }) => audience === item.office)
  }
  const isAfter = (item: Item, other: Item): boolean =>
    other.channel === item.channel
      ? other.seq < item.seq
      : other.audience === item.audience && other.office === item.office && precedes(other, item)
  const moves: HandOver[] = []
  const used = new Set<Item>()
  for (let keeper = first; ;) {
    // What the last one had come after was given in vain, or tells whoever was given the case so.
    const left = told.filter(
      (item) => !used.has(item) && moves.at(-1)?.told.some((other) => isAfter(other, item)) !== true,
    )
    const fromKeeper = left.filter((item) => handOverIn(item).from === keeper && mayMove(item, keeper))
    const next =
      // Of two that do not know of each other the keeper was told of both, unless one is its own word, which gives way: so all
      // who see them count the same one.
      fromKeeper.find(({ audience }) => audience === keeper) ??
      fromKeeper.find(({ office }) => office !== keeper) ??
      fromKeeper[0] ??
      left.find((item) => moves.at(-1)?.told.some((other) => isAfter(item, other)) === true)
    if (next === undefined) return moves
    const { from, to, on } = handOverIn(next)
    const alike = left.filter((item) => {
      const move = handOverIn(item)
      return item.office === next.office && move.from === from && move.to === to && move.on === on
    })
    const same = alike.filter((item) => !alike.some((other) => isAfter(item, other)))
    for (const item of same) used.add(item)
    moves.push({ to, told: same })
    keeper = to
  }
}

/** True for an entry by which an office records a case or shows it to another. */
export function showsCase({ entry }: Item): boolean {
  return RECORDS.has(entry.kind) || SHOWS.has(entry.kind)
}

function handOverIn({ entry }: Item): PayloadOf<'case.handedOver'> {
  return trusted<PayloadOf<'case.handedOver'>>(entry.payload)
}
