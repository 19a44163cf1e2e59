/**
 * What a recovery has brought back of a case of our own. Where its whole record is lost it is what it came back as, a list
 * line or a dossier, and as soon as the office works on it again that is the beginning of its record. Where the record is
 * here, but as old as a backup, the dossier that came back brings it up to date.
 */
import { canonicalJson } from '../../base/canonical.ts'
import { trustedJson } from '../../base/trust.ts'
import { typed, type Item, type Precedes } from '../../journal/item.ts'
import { Profile } from '../profile.ts'
import { sentActs, type Act } from './act.ts'
import { sentBefore } from './before.ts'
import type { Gathered } from './gathered.ts'
import { takeByValue } from './gather-moves.ts'

/** Takes what was sent before the first new work as the record. */
export type Recovering = (item: Item) => void

/**
 * What gathers the beginning of a lost record; null where there is none to gather: the record is here, or nobody works on it.
 * @param live - the entries of one case that count, in the order of history
 * @param isWork - whether a kind says something of a case
 */
export function recovering(
  live: readonly Item[],
  isWork: (kind: string) => boolean,
  into: Gathered,
): Recovering | null {
  const isPrivate = ({ audience, entry }: Item) => audience === 'own' && isWork(entry.kind)
  const first = live.find(isPrivate)
  if (first === undefined) return null
  const { office } = first
  const isSent = live.some((item) => item.office === office && !isPrivate(item) && SENT.has(item.entry.kind))
  if (!isSent || live.some(({ entry }) => RECORDS.has(entry.kind))) return null
  let isOver = false
  let isWhole = false
  return (item) => {
    isOver ||= isPrivate(item)
    if (isOver || item.office !== office) return
    const fact = typed(item)
    if (fact.kind === 'dossier.submitted' || fact.kind === 'case.moveProposed') {
      takeByValue(fact.payload.snapshot, office, item, into)
      isWhole = true
    } else if (fact.kind === 'candidate.listed' && !isWhole) {
      const { name, birthYear: year, sex, source, unit } = fact.payload
      const fields = { name, birth: year === undefined ? undefined : String(year), sex, source, unit }
      for (const [field, value] of Object.entries(fields)) if (value !== undefined) into.put(field, value, item)
      into.full = true
      into.holder = office
    } else return
    into.recorder ??= office
  }
}

/** What an office shows of a case of its own. */
const SENT: ReadonlySet<string> = new Set(['candidate.listed', 'dossier.submitted', 'case.moveProposed'])

/** What a record begins with. */
const RECORDS: ReadonlySet<string> = new Set(['candidate.registered', 'case.takenOver', 'case.handedOver'])

/**
 * Brings a record up to date with a dossier that its office had once sent: acts that are not here come from there; of those
 * that are here, and were known when it was sent, only what was sent counts; what was recorded since stays. A field that
 * was changed on both sides is for a person to settle.
 * @param submission - the entry by which the dossier was sent
 */
export function takeBack(submission: string, live: readonly Item[], precedes: Precedes, into: Gathered): void {
  const item = live.find(({ entry }) => entry.id === submission)
  const fact = item === undefined ? null : typed(item)
  if (item === undefined || fact?.kind !== 'dossier.submitted') return
  const { snapshot } = fact.payload
  const from = { entry: item.entry.id, office: item.office }
  const items = new Map(live.map((each) => [each.entry.id, each]))
  const wasSeen = (entry: string): boolean => {
    const known = items.get(entry)
    return known !== undefined && precedes(known, item)
  }
  const merge = <T extends Act<object>>(list: T[], sent: readonly T[]): void => {
    const mine = new Map(list.map((act) => [valueOf(act), act]))
    const both = new Set(sent.map(valueOf))
    const since = list.filter((act) => !both.has(valueOf(act)) && !wasSeen(act.entry))
    list.splice(0, list.length, ...sent.map((act) => mine.get(valueOf(act)) ?? act), ...since)
  }
  const later = [snapshot.recognition, snapshot.removal, snapshot.cancellation].flatMap((acts) => acts ?? [])
  const before = sentBefore(snapshot, from)
  into.handed.add(item.entry.id)
  merge(into.helpers, sentActs(snapshot.helpers, from))
  merge(into.papers, sentActs(snapshot.papers, from))
  merge(into.branchVotes, sentActs([...snapshot.branchVotes, ...later.flatMap((acts) => acts.branchVotes)], from))
  merge(
    into.committeeVotes,
    sentActs([...snapshot.committeeVotes, ...later.flatMap((acts) => acts.committeeVotes)], from),
  )
  merge(into.lifts, sentActs(snapshot.lifts, from))
  merge(into.transfers, sentActs(snapshot.transfers, from))
  merge(into.seals, [...before.seals])
  merge(into.verifications, [...before.verifications])
  merge(into.waivers, [...before.waivers])
  merge(into.opinions, [...before.opinions])
  merge(into.classResults, [...before.classResults])
  merge(into.pupilPlaces, [...before.pupilPlaces])
  merge(into.pupilEvaluations, [...before.pupilEvaluations])
  if (before.resume !== null && (into.resume === null || wasSeen(into.resume.entry))) into.resume = before.resume
  for (const [field, { item: held }] of into.registers)
    if (Object.hasOwn(Profile.shape, field) && !Object.hasOwn(snapshot.profile, field) && precedes(held, item))
      into.put(field, undefined, item)
  for (const [field, value] of Object.entries(snapshot.profile)) into.put(field, value, item)
  into.put('unit', snapshot.unit.id, item)
  if (snapshot.resume !== undefined) into.put('resume', snapshot.resume, item)
}

/** What an act says, without the marks of the journal it stands in. */
function valueOf(act: Act<object>): string {
  const { entry: _entry, office: _office, onPaper: _onPaper, ...said } = act
  const marks: Readonly<Record<string, undefined>> = { replaces: undefined, updates: undefined, place: undefined }
  return canonicalJson(trustedJson(JSON.stringify({ ...said, ...marks })))
}
