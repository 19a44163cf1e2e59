/**
 * What the keeper of a case records after it has sent the case by value to be given away: the next keeper is given what was
 * sent, so that the rest stays behind. Whoever has recorded it is told, before the case goes and after it went.
 */
import { canonicalJson, type Json } from '../../base/canonical.ts'
import { trusted } from '../../base/trust.ts'
import { turnOf, type CaseHistory } from '../../journal/authority.ts'
import { hasSeen, typed, type Item } from '../../journal/item.ts'
import { isKind, kindRow, type Kind, type PayloadOf } from '../../journal/kinds.ts'
import type { CaseSnapshot } from '../snapshot.ts'

/** The history of a case, with those of its entries that do not count. */
type History = CaseHistory & { readonly all: readonly Item[] }

type Fields = Readonly<Record<string, unknown>>

/** Not of the record that goes over: its beginning, what is sent or told of it, and what an office keeps to itself. */
const BESIDE: ReadonlySet<string> = new Set([
  'candidate.registered',
  'case.takenOver',
  'candidate.listed',
  'class.proposed',
  'dossier.submitted',
  'dossier.resent',
  'record.recovered',
  'case.moveProposed',
  'case.handedOver',
  'note.recorded',
  'photo.recorded',
  'dossier.assigned',
  'dossier.checked',
  'duplicates.judged',
  'entry.erased',
  'erasure.answered',
] satisfies readonly Kind[])

/**
 * What a proposal that stands does not hold: the keeper's entries since, or where these are not sent to us the list line
 * that followed from them.
 * @param proposal - its entry
 */
export function sinceProposal(history: History, proposal: string): readonly string[] {
  const { live } = history
  const proposed = live.find(({ entry }) => entry.id === proposal)
  // A dossier sent since holds the case as it was then.
  const value = live.findLast((item) => item.office === proposed?.office && isByValue(item))
  if (value === undefined) return []
  const ofKeeper = live.filter(({ office }) => office === value.office)
  const isNewer = (item: Item) => isSince(item, value, history)
  const record = ofKeeper.filter((item) => isNewer(item) && isOfRecord(item, isNewer, history))
  if (record.length > 0) return record.map(idOf).sort()
  const lines = ofKeeper.filter(({ entry }) => entry.kind === 'candidate.listed')
  const before = lines.findLast((item) => !isNewer(item))
  const since = lines.findLast(isNewer)
  // What was recorded and taken back again leaves the line as it was.
  return since === undefined || (before !== undefined && isSame(before, since)) ? [] : [idOf(since)]
}

/** What went to no other office, of all who have kept the case and given it away: their entries since they sent it. */
export function leftBehind(history: History): readonly string[] {
  const { live, turns, precedes } = history
  return turns
    .flatMap(({ keeper, given: begun, end }, turn) => {
      if (end === undefined) return []
      const isOfTurn = (item: Item) =>
        item.office === keeper &&
        !end.told.some((move) => hasSeen(item.entry, move)) &&
        (begun === undefined || begun.told.some((move) => hasSeen(item.entry, move)))
      const own = end.told.filter(({ office }) => office === keeper)
      const sent = live.findLast(
        (item) =>
          item.office === keeper &&
          isByValue(item) &&
          turnOf(item, turns, precedes) === turn &&
          end.told.some((move) => precedes(item, move)),
      )
      const value = own.find(({ entry }) => isSnapshotIn(entry)) ?? own[0] ?? sent
      // Taken from a keeper that had never sent it, the case went on as that keeper had got it.
      if (value === undefined && begun === undefined) return []
      const since = (item: Item) => (value === undefined ? isOfTurn(item) : isSince(item, value, history))
      return live.filter((item) => isOfTurn(item) && since(item) && isOfRecord(item, since, history))
    })
    .map(idOf)
    .sort()
}

function isByValue({ audience, entry: { kind } }: Item): boolean {
  return audience !== 'own' && (kind === 'dossier.submitted' || kind === 'case.moveProposed')
}

/**
 * True for an entry that a case by value of the same office does not hold. What is told never names what is kept, so that
 * of another computer of that office it may have held more than it says.
 */
function isSince(item: Item, value: Item, history: History): boolean {
  if (item === value) return false
  if (item.channel === value.channel) return item.seq > value.seq
  if (item.audience === 'own' || item.device === value.device) {
    if (hasSeen(item.entry, value)) return true
    return item.device !== value.device && item.seq > heldUpTo(item.channel, value, history)
  }
  return !history.precedes(item, value)
}

/** The last entry of a channel of another computer that a case by value holds; of a channel all before it are held too. */
function heldUpTo(channel: string, value: Item, { live }: History): number {
  const { snapshot } = trusted<{ readonly snapshot?: CaseSnapshot }>(value.entry.payload)
  const seen = live
    .filter((item) => item.device === value.device && item.audience === 'own' && !hasSeen(item.entry, value))
    .flatMap(({ entry }) => entry.after.filter((place) => place.channel === channel))
    .map(({ seq }) => seq)
  // Told to the office above without the case: what it was given is known where the case went.
  const held = live.filter((item) => item.channel === channel && (snapshot === undefined || isHeld(item, snapshot)))
  return Math.max(0, ...seen, ...held.map(({ seq }) => seq))
}

/** True where what an entry says is found in a case by value. */
function isHeld({ entry }: Item, snapshot: CaseSnapshot): boolean {
  if (BESIDE.has(entry.kind)) return false
  if (entry.kind === 'candidate.corrected') {
    const { change, unit } = trusted<PayloadOf<'candidate.corrected'>>(entry.payload)
    const { profile } = trusted<{ readonly profile: Fields }>(snapshot)
    return (
      includes(profile, change.set ?? {}) &&
      (change.clear ?? []).every((field) => profile[field] === undefined) &&
      (unit === undefined || unit === snapshot.unit.id)
    )
  }
  const names = isKind(entry.kind) ? (kindRow(entry.kind).names ?? []) : []
  const said = Object.entries(trusted<Fields>(entry.payload))
  const beside = new Set<string>([...names, 'onPaper', 'settles', 'reason', 'place'])
  const told = Object.fromEntries(said.filter(([field]) => !beside.has(field)))
  return Object.keys(told).length > 0 && isWithin(snapshot, told)
}

/** True where an object, or one anywhere within it, says all that another does. */
function isWithin(whole: unknown, part: Fields): boolean {
  if (typeof whole !== 'object' || whole === null) return false
  if (includes(trusted<Fields>(whole), part)) return true
  return Object.values(whole).some((value) => isWithin(value, part))
}

function includes(whole: Fields, part: Fields): boolean {
  const text = (value: unknown) => (value === undefined ? undefined : canonicalJson(trusted<Json>(value)))
  return Object.entries(part).every(([field, value]) => text(whole[field]) === text(value))
}

/**
 * What the keeper has told reaches the office above by itself. What was taken back before it was ever sent is nobody's
 * loss, nor is what was said beside the record.
 */
function isOfRecord(item: Item, isNewer: (item: Item) => boolean, { all }: History): boolean {
  const fact = typed(item)
  if (item.audience !== 'own') return false
  if (fact.kind !== 'entry.retracted' && fact.kind !== 'entry.voided') return !BESIDE.has(fact.kind)
  const target = all.find(({ entry }) => entry.id === fact.payload.target)
  return target !== undefined && !BESIDE.has(target.entry.kind) && !isNewer(target)
}

function isSame(one: Item, other: Item): boolean {
  const said = (item: Item) => canonicalJson(trusted<Json>(item.entry.payload))
  return said(one) === said(other)
}

function isSnapshotIn({ payload }: Item['entry']): boolean {
  return trusted<{ readonly snapshot?: unknown }>(payload).snapshot !== undefined
}

function idOf({ entry }: Item): string {
  return entry.id
}
