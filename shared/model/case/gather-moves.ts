/**
 * Changes of keeper. The new keeper takes the case over by value; whoever held or saw it before keeps that and knows who
 * keeps it now.
 */
import type { Item } from '../../journal/item.ts'
import { matterOf } from '../acts.ts'
import type { OpenDossier } from '../hand-over.ts'
import { Profile } from '../profile.ts'
import type { CaseSnapshot } from '../snapshot.ts'
import { act, sentActs } from './act.ts'
import { sentBefore } from './before.ts'
import { decidedIn, withDecidedSince } from './decided.ts'
import type { Gathered, Gatherers } from './gathered.ts'

/** Entries about moves to another keeper. */
export const MOVES: Gatherers = {
  'case.moveProposed': ({ snapshot, ...proposal }, item, into) => {
    into.keeper ??= item.office
    // Any hand-over since has answered it; ticks do not order the two where its office was never sent that one.
    if (into.turnOf(item) === into.lastTurn) into.moveProposed = act(proposal, item)
    carry(snapshot, item, into)
  },
  'case.handedOver': ({ snapshot, open = [], ...move }, item, into) => {
    const turn = into.turnOf(item)
    if (!into.given.has(turn)) into.given.set(turn, act(move, item))
    if (snapshot === undefined) return
    // Whoever has heard of the case from the keeper before, holds it already or only looks on.
    if (into.shownBy.has(move.from)) return carry(snapshot, item, into)
    into.registeredOn ??= move.registeredOn ?? move.on
    takeByValue(snapshot, move.to, item, into)
    const isFirst = (sent: OpenDossier, at: number) =>
      open.findIndex((other) => matterOf(other) === matterOf(sent)) === at
    for (const sent of open.filter(isFirst)) takeOpen(sent, move.from, item, into)
  },
}

/** A dossier that the keeper before has sent: the answer comes to the new one, or came to it from paper. */
function takeOpen(open: OpenDossier, office: string, item: Item, into: Gathered): void {
  const { entry, to: _to, origin = 'recorded', received, returned, ...sent } = open
  if (into.submissions.some((known) => known.entry === entry)) return
  into.sentIn.set(entry, into.turnOf(item) - 1)
  const fromPaper = { entry: item.entry.id, office, origin: 'recorded', onPaper: true } as const
  into.submissions.push({
    ...sent,
    snapshot: null,
    received: received === undefined ? null : { ...received, ...fromPaper },
    reviews: [],
    returned: returned === undefined ? null : { ...returned, ...fromPaper },
    entry,
    office,
    origin,
    onPaper: false,
  })
}

function carry(snapshot: CaseSnapshot, item: Item, into: Gathered): void {
  const turn = into.turnOf(item)
  if (into.carried !== null && into.carried.turn > turn) return
  into.carried = { snapshot, entry: item.entry.id, turn }
  into.floor = into.submissions.length
}

/**
 * The case by value as the record of an office, in place of what it may have known long before.
 * @param to - its keeper from then on
 */
export function takeByValue(snapshot: CaseSnapshot, to: string, item: Item, into: Gathered): void {
  const from = { entry: item.entry.id, office: item.office }
  const replace = <T>(list: T[], values: readonly T[]) => void list.splice(0, list.length, ...values)
  const later = [snapshot.recognition, snapshot.removal, snapshot.cancellation].flatMap((acts) => acts ?? [])

  into.full = true
  into.holder = to
  into.handed.add(item.entry.id)
  into.previously ??= snapshot.previously ?? null
  putByValue(snapshot, item, into)
  replace(into.endings, [])
  into.pin = snapshot.pinned === undefined ? null : { ...snapshot.pinned, ...from, origin: 'recorded', onPaper: false }
  replace(into.helpers, sentActs(snapshot.helpers, from))
  replace(into.papers, sentActs(snapshot.papers, from))
  replace(into.branchVotes, sentActs([...snapshot.branchVotes, ...later.flatMap((acts) => acts.branchVotes)], from))
  replace(
    into.committeeVotes,
    sentActs([...snapshot.committeeVotes, ...later.flatMap((acts) => acts.committeeVotes)], from),
  )
  replace(into.lifts, sentActs(snapshot.lifts, from))
  replace(into.transfers, sentActs(snapshot.transfers, from))
  const before = sentBefore(snapshot, from)
  const { resume, seals, verifications, waivers, opinions, classResults } = before
  into.resume = resume
  replace(into.seals, seals)
  replace(into.verifications, verifications)
  replace(into.waivers, waivers)
  replace(into.opinions, opinions)
  replace(into.classResults, classResults)
  replace(into.pupilPlaces, before.pupilPlaces)
  replace(into.pupilEvaluations, before.pupilEvaluations)
  const decided = withDecidedSince(into, decidedIn(snapshot, from))
  replace(into.decisions, decided.decisions)
  replace(into.receipts, decided.receipts)
  replace(into.ceremonies, decided.ceremonies)
  replace(into.cards, decided.cards)
}

/** Puts the single-valued things in place of every version that was here; what the case by value lacks was cleared since. */
function putByValue({ profile, unit, resume }: CaseSnapshot, item: Item, into: Gathered): void {
  const given = new Map<string, unknown>([...Object.entries(profile), ['unit', unit.id], ['resume', resume]])
  for (const field of Object.keys(Profile.shape)) if (!given.has(field)) given.set(field, undefined)
  for (const [field, value] of given) {
    const held = into.registers.get(field)
    if (held === undefined && value === undefined) continue
    const versions = held === undefined ? [] : [...held.rivals, held]
    into.put(
      field,
      value,
      item,
      versions.map((version) => version.item.entry.id),
    )
  }
}
