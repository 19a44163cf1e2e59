/**
 * The journal's health: channels, counts, heads, marks, what is held; on demand every chain recomputed and the tables
 * compared with a replay.
 */
import { compareText } from '../../shared/base/compare.ts'
import { utf8 } from '../../shared/base/canonical.ts'
import { GENESIS, nextHead } from '../../shared/bundle/chain.ts'
import { cardDigits, formatDigits, printCard } from '../../shared/bundle/format.ts'
import type { ChannelHealth, JournalHealth, PrivateExport } from '../../shared/contract/answers.ts'
import { typed } from '../../shared/journal/item.ts'
import type { PeerState } from '../../shared/model/office-state.ts'
import { channelRows, itemsAbout, lines, type ChannelRow } from '../journal.ts'
import { loadOffice, loadPeers } from '../load.ts'
import { casesAfterLost, linesGivenUp, linesMissing } from '../lost-lines.ts'
import { countOpen, heldIn, TOLD_OF } from '../open-lines.ts'
import { acknowledged } from '../private/exchange.ts'
import { awaitedBySource } from '../private/missing-scans.ts'
import { isReadLogCut, readLogHolds } from '../private/read-log.ts'
import { troubles } from '../private/troubles.ts'
import { waitsFor } from '../settle.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { newCards } from './new-card.ts'

/**
 * @param device - our own device id
 * @param deep - recompute every chain from line 1, that of the log of readings too
 */
export function journalHealth(db: ReadDb, device: string, deep: boolean): Omit<JournalHealth, 'tables'> {
  const office = loadOffice(db)?.id ?? ''
  const peers = loadPeers(db)
  const kinds = prepared<{ kind: string; n: number }>(
    db,
    `SELECT kind, count(*) AS n FROM journal WHERE status = 'applied' AND kind IS NOT NULL GROUP BY kind ORDER BY kind`,
  ).all()
  return {
    office,
    device,
    channels: channelRows(db).map((row) => channelHealth(db, row, office, peers, deep)),
    entries: Object.fromEntries(kinds.map(({ kind, n }) => [kind, n])),
    scansLost: scansLost(db, office),
    scansAwaited: awaitedBySource(db, office),
    troubles: troubles(db).map(({ head: _head, ...trouble }) => trouble),
    privateExports: privateExports(db, office),
    setAside: leftOut(db),
    lost: lostOf(db, office),
    pairings: pairings(db, office, peers),
    readLog: readLogState(db, deep),
  }
}

function lostOf(db: ReadDb, office: string): JournalHealth['lost'] {
  const givenUp = linesGivenUp(db, office)
  return { missing: linesMissing(db, office), givenUp, cases: casesAfterLost(db, givenUp, TOLD_OF) }
}

/** That its end is gone is seen at once; whether a line of it was changed, only by going through them all. */
function readLogState(db: ReadDb, deep: boolean): JournalHealth['readLog'] {
  if (deep) return readLogHolds(db) ? 'whole' : 'broken'
  return isReadLogCut(db) ? 'broken' : 'unchecked'
}

/** Lines taken out of their channels, but for those that have come again, which count like any other, and for erased ones. */
function leftOut(db: ReadDb): JournalHealth['setAside'] {
  return prepared<JournalHealth['setAside'][number]>(
    db,
    `SELECT s.channel, min(s.seq) AS "from", count(DISTINCT s.line) AS count FROM set_aside s
     WHERE s.line NOT GLOB '{"erased":*' AND NOT EXISTS (
       SELECT 1 FROM channels c JOIN journal j ON j.channel_id = c.id
       WHERE c.channel = s.channel AND j.seq = s.seq AND j.line = s.line)
     GROUP BY s.channel ORDER BY s.channel`,
  ).all()
}

function pairings(db: ReadDb, office: string, peers: readonly PeerState[]): JournalHealth['pairings'] {
  const newCardOf = newCards(db, office)
  return peers.map((peer) => ({ ...pairingOf(peer), newCard: peer.revoked ? null : newCardOf(peer.id) }))
}

/** How many are listed. */
const LISTED = 50

/** What is private and has left this computer, newest first. */
function privateExports(db: ReadDb, office: string): JournalHealth['privateExports'] {
  const sets = prepared<{ at: string; what: PrivateExport; to: string }>(
    db,
    `SELECT at, json_extract(report, '$.kind') AS what, office AS "to" FROM bundles
     WHERE direction = 'out' AND json_extract(report, '$.kind') IN ('sibling', 'enrol', 'succession')
     ORDER BY number DESC LIMIT ?`,
  ).all(LISTED)
  const keys = itemsAbout(db, 'office', office).flatMap((item): JournalHealth['privateExports'][number][] => {
    const fact = typed(item)
    return fact.kind === 'office.keysExported' ? [{ at: item.entry.at, what: 'keys', to: fact.payload.file }] : []
  })
  return [...sets, ...keys].toSorted((a, b) => compareText(b.at, a.at)).slice(0, LISTED)
}

/** A pairing with the digits that were compared for it: whoever doubts a key compares them again. */
function pairingOf({ id, peer, revokedOn }: PeerState): Omit<JournalHealth['pairings'][number], 'newCard'> {
  const card = printCard({
    format: 'kn-card',
    version: 1,
    office: id,
    code: peer.code,
    name: peer.name,
    age_recipient: peer.ageRecipient,
    sign_key: peer.signKey,
  })
  const digits = formatDigits(cardDigits(utf8(card.replace(/\n$/, ''))))
  return { office: id, name: peer.name, since: peer.since, revokedOn, digits }
}

/** Noted when an export had to go without them; crossed out when one has them again, or nothing needs them any more. */
function scansLost(db: ReadDb, office: string): JournalHealth['scansLost'] {
  return prepared<JournalHealth['scansLost'][number]>(
    db,
    `SELECT m.sha256, min(c.case_id) AS "case", min(c.name) AS name FROM missing_scans m
     JOIN scans s ON s.sha256 = m.sha256 LEFT JOIN cases c ON c.case_id = s.case_id
     WHERE m.office = ? GROUP BY m.sha256 ORDER BY m.sha256`,
  ).all(office)
}

function channelHealth(
  db: ReadDb,
  row: ChannelRow,
  office: string,
  peers: readonly PeerState[],
  deep: boolean,
): ChannelHealth {
  const exported = prepared<{ exported: number }>(
    db,
    // Marks of other devices of our own office stand under device ids, which are shorter.
    'SELECT max(exported) AS exported FROM marks WHERE channel = ? AND length(office) = 26 GROUP BY channel',
  ).get(row.channel)?.exported
  const held = heldIn(db, row.id, TOLD_OF)
  return {
    channel: row.channel,
    own: row.office === office,
    office: row.office,
    entries: row.seq,
    head: row.head,
    waiting: countOpen(db, row.id, 'waiting'),
    waitsFor: waitsFor(db, row.channel),
    held,
    heldMore: countOpen(db, row.id, 'held') - held.length,
    exported: exported ?? null,
    acknowledged: row.office === office ? acknowledgedByAll(db, row, peers) : null,
    chain: deep ? (chainHolds(db, row) ? 'whole' : 'broken') : 'unchecked',
  }
}

/**
 * How far every office that a channel of ours is for says it holds it; null where it is for nobody. Whoever was paired today
 * has said nothing yet, and so holds nothing; what an office held whose pairing has ended, or which has gone into ours, is
 * asked no more.
 */
function acknowledgedByAll(db: ReadDb, { channel, audience }: ChannelRow, peers: readonly PeerState[]): number | null {
  if (audience === 'own') return null
  const paired = peers.filter(({ peer, revoked }) => !revoked && peer.relation !== 'predecessor').map(({ id }) => id)
  const receivers = audience === 'all' ? paired : [audience]
  return receivers.length === 0 ? null : Math.min(...receivers.map((id) => acknowledged(db, id, channel)))
}

/** Recomputes a channel's chain from its lines. */
export function chainHolds(db: ReadDb, row: ChannelRow): boolean {
  let head = GENESIS
  let count = 0
  for (const line of lines(db, row.id, 1, row.seq)) {
    head = nextHead(head, line)
    count += 1
  }
  return count === row.seq && head === row.head
}
