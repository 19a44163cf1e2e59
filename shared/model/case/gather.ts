/**
 * Gathering the live entries of a case: one function a kind, one file a subject.
 */
import { trusted } from '../../base/trust.ts'
import { showsCase, turnOf, type Turns } from '../../journal/authority.ts'
import { typed, type Item, type Precedes } from '../../journal/item.ts'
import { CONSENTS } from './consents.ts'
import { BEFORE, REVIEW } from './gather-before.ts'
import { DOSSIER } from './gather-dossier.ts'
import { MEMBERSHIP } from './gather-membership.ts'
import { MOVES } from './gather-moves.ts'
import { PREPARATION } from './gather-preparation.ts'
import { RECORD } from './gather-record.ts'
import { nothingGathered, type Gathered, type Gatherers, type SubmissionState } from './gathered.ts'
import { recovering, takeBack } from './recovered.ts'
import { setRegister, type Registers } from './registers.ts'

const GATHERERS: Gatherers = {
  ...RECORD,
  ...PREPARATION,
  ...BEFORE,
  ...DOSSIER,
  ...REVIEW,
  ...CONSENTS,
  ...MEMBERSHIP,
  ...MOVES,
}

/**
 * Gathers what the entries of one case say.
 * @param live - its entries that were not taken back, in the order of history
 * @param turns - who has kept the case
 */
export function gather(live: readonly Item[], precedes: Precedes, turns: Turns): Gathered {
  const registers: Registers = new Map()
  const into = nothingGathered(registers, {
    put: (field, value, item, settles = []) => setRegister(registers, precedes, field, value, item, settles),
    turnOf: (item) => turnOf(item, turns, precedes),
    lastTurn: turns.length - 1,
  })
  for (const item of live) if (showsCase(item)) into.shownBy.add(item.office)
  const recover = recovering(live, (kind) => Object.hasOwn(GATHERERS, kind), into)
  for (const item of once(live)) {
    recover?.(item)
    const { kind, payload } = typed(item)
    if (kind === 'record.recovered') takeBack(payload.submission, live, precedes, into)
    trusted<((payload: unknown, item: Item, into: Gathered) => void) | undefined>(GATHERERS[kind])?.(
      payload,
      item,
      into,
    )
  }
  for (const { request, place, to } of into.verified) {
    // Answers recorded before requests by value had places name none: they were taken for the first.
    const at = into.verifications.findIndex(
      (asked) => asked.entry === request && (place === undefined || asked.place === place),
    )
    const found = into.verifications[at]
    if (found) into.verifications[at] = to(found)
  }
  for (const { submission, after } of into.resent) {
    const anew = into.submissions.find(({ entry }) => after.some((place) => into.sentAt.get(place) === entry))
    const at = into.submissions.findIndex(({ entry }) => entry === submission)
    if (anew === undefined || at < 0 || anew.entry === submission) continue
    into.submissions[at] = { ...anew, repeats: submission }
    into.submissions.splice(into.submissions.indexOf(anew), 1)
  }
  inTurn(into)
  for (const { submission, to } of into.answers) {
    const at = into.submissions.findIndex(({ entry, repeats }) => entry === submission || repeats === submission)
    const found = into.submissions[at]
    if (found) into.submissions[at] = to(found)
  }
  return into
}

/**
 * Keepers one after the other, and dossiers of one after those of the keeper before: neither need be sent the other's, so
 * that ticks do not order them.
 */
function inTurn(into: Gathered): void {
  const { given, moves, submissions } = into
  moves.push(...[...given].toSorted(([a], [b]) => a - b).map(([, move]) => move))
  const [first] = moves
  if (first === undefined) return
  const keepers = [first.from, ...moves.map(({ to }) => to)]
  into.recorder = keepers.at(-1) ?? null
  const turn = ({ entry, office }: SubmissionState) => into.sentIn.get(entry) ?? keepers.indexOf(office)
  submissions.sort((a, b) => turn(a) - turn(b))
}

/**
 * An answer that was passed on to the office that took the case over is the answer itself, under the id by which other
 * entries name it; where both are here it counts once.
 */
function once(live: readonly Item[]): readonly Item[] {
  const authors = new Map(live.map(({ entry, office }) => [entry.id, office]))
  return live.flatMap((item) => {
    const { relays } = trusted<{ readonly relays?: string | undefined }>(item.entry.payload)
    if (relays === undefined || !Object.hasOwn(GATHERERS, item.entry.kind)) return [item]
    const known = authors.get(relays)
    if (known !== undefined) return known === item.office ? [] : [item]
    authors.set(relays, item.office)
    return [{ ...item, entry: { ...item.entry, id: relays } }]
  })
}
