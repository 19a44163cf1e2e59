/**
 * What the exchange remembers besides the journal: what each paired office has acknowledged and been sent, which bundles
 * were seen. Another device of our own office stands here under its device id.
 */
import { trusted, trustedJson } from '../../shared/base/trust.ts'
import type { BundleHistory, BundleRow, HistoryAsked, PeerSet, PeerSets } from '../../shared/contract/exchange.ts'
import { selvesOf } from '../../shared/model/devices.ts'
import { channelRow, channelRows, headAt, lines, OPEN, type ChannelRow } from '../journal.ts'
import { loadDevices } from '../load.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'
import { troubles } from './troubles.ts'

/** What a bundle to an office would carry of one channel. */
export type Outgoing = {
  readonly channel: ChannelRow
  readonly from: number
  readonly to: number
  readonly requires: string
  readonly head: string
  readonly lines: () => Iterable<string>
}

/**
 * Our channels for an office, each from the first line it has not acknowledged.
 * @param full - from line 1, whatever was acknowledged
 */
export function outgoingFor(db: ReadDb, self: string, office: string, full: boolean): Outgoing[] {
  return outgoing(db, office, full, channelRows(db).filter(isFor(self, office)))
}

/** Channels of ours that an office is sent. */
function isFor(self: string, office: string): (row: ChannelRow) => boolean {
  return (row) => row.office === self && (row.audience === office || row.audience === 'all')
}

/**
 * Every channel we hold, for another device of our own office: all but what that device has written itself.
 * @param device - that device, under whose id its marks are kept
 * @param full - from line 1, and what it has written too: of two copies of it, one does not know what the other has told
 *   us. Where this store was that device itself it may hold what it has given up since: then only channels of it that a set
 *   was refused for, so that whoever sent that sees that it is an old copy.
 * @param self - the device this store is
 */
export function outgoingForSibling(db: ReadDb, device: string, full: boolean, self: string): Outgoing[] {
  const wasSelf = selvesOf(loadDevices(db), self).has(device)
  const parted = new Set(troubles(db).flatMap(({ code, channel }) => (code === 'B_FORK' ? [channel] : [])))
  const isTold = ({ channel }: ChannelRow) => full && (!wasSelf || parted.has(channel))
  const rows = channelRows(db).filter((row) => row.device !== device || isTold(row))
  return outgoing(db, device, full, rows)
}

/** Given channels of ours from line 1, for whoever may have all of them. */
export function outgoingOfOurs(db: ReadDb, to: string, rows: readonly ChannelRow[]): Outgoing[] {
  return outgoing(
    db,
    to,
    true,
    rows.filter(({ seq }) => seq > 0),
  )
}

function outgoing(db: ReadDb, to: string, full: boolean, rows: readonly ChannelRow[]): Outgoing[] {
  return rows.flatMap((channel): Outgoing[] => {
    const from = (full ? 0 : acknowledged(db, to, channel.channel)) + 1
    if (from > channel.seq) return []
    const requires = headAt(db, channel.channel, from - 1)
    if (requires === null) throw new Error(`no head at ${from - 1} of ${channel.channel}`)
    return [
      {
        channel,
        from,
        to: channel.seq,
        requires,
        head: channel.head,
        lines: () => lines(db, channel.id, from, channel.seq),
      },
    ]
  })
}

/** How long the lines are that a bundle would carry, each with its end, in bytes. */
export function lengthOf(db: ReadDb, outgoing: readonly Omit<Outgoing, 'lines'>[]): number {
  const sum = prepared<{ bytes: number | null }>(
    db,
    'SELECT sum(octet_length(line) + 1) AS bytes FROM journal WHERE channel_id = ? AND seq BETWEEN ? AND ?',
  )
  return outgoing.reduce((length, { channel, from, to }) => length + (sum.get(channel.id, from, to)?.bytes ?? 0), 0)
}

/** What we hold of everything: what a set for another device of our office says. */
export function haveOfAll(db: ReadDb) {
  return channelRows(db).flatMap((row) => heldAndUnderstood(db, row))
}

/**
 * What a set says of one channel. Where lines of it wait here, or are held, it stands there twice: first with the last line
 * before them, then with the last one; with that one both times, where it is so of all. What we do not hold and have not
 * understood anything that comes after is only missing here.
 */
function heldAndUnderstood(db: ReadDb, { id, channel, seq, head }: ChannelRow) {
  if (seq === 0) return []
  const whole = { channel, seq, head }
  const open = prepared<{ seq: number | null }>(
    db,
    `SELECT min(seq) AS seq FROM journal WHERE channel_id = ? AND ${OPEN}`,
  ).get(id)?.seq
  if (typeof open !== 'number') return [whole]
  const before = headAt(db, channel, open - 1)
  return [open === 1 || before === null ? whole : { channel, seq: open - 1, head: before }, whole]
}

/** What we hold of an office's channels: the acknowledgement every bundle to it carries. */
export function haveOf(db: ReadDb, office: string, self: string) {
  return channelRows(db)
    .filter((row) => row.seq > 0 && isFor(office, self)(row))
    .map(({ channel, seq, head }) => ({ channel, seq, head }))
}

/**
 * What a bundle to an office says that we hold: of its own channels, and of ours as far as they have come, so that it waits for
 * nothing beyond.
 * @param isSent - which of ours it is sent
 */
export function haveFor(db: ReadDb, office: string, self: string, isSent = isFor(self, office)) {
  const ours = channelRows(db).filter(isSent)
  return [...haveOf(db, office, self), ...ours.flatMap((row) => heldAndUnderstood(db, row))]
}

/** Hashes of the scans named by lines `from`..`to` of a channel. */
export function scansNamed(db: ReadDb, channel: string, from: number, to: number): Set<string> {
  const row = channelRow(db, channel)
  if (row === null) return new Set()
  return scansNamedIn(lines(db, row.id, from, to))
}

/** Hashes of the scans that lines name. */
export function scansNamedIn(journalLines: Iterable<string>): Set<string> {
  const found = new Set<string>()
  for (const line of journalLines) {
    if (!line.includes('"scans":[{') && !line.includes('"scan":{')) continue
    for (const match of line.matchAll(/"sha256":"([0-9a-f]{64})"/g)) if (match[1]) found.add(match[1])
  }
  return found
}

/** Records that lines up to `seq` of a channel were written for an office. */
export function markExported(db: WriteDb, office: string, channel: string, seq: number): void {
  prepared(
    db,
    `INSERT INTO marks (office, channel, exported) VALUES (?, ?, ?)
     ON CONFLICT (office, channel) DO UPDATE SET exported = max(exported, excluded.exported)`,
  ).run(office, channel, seq)
}

/** Records a bundle that we wrote. @param report - what it was, what it said that we hold, the last scan it asked for */
export function keepExport(db: WriteDb, id: string, office: string, at: string, report: unknown): void {
  prepared(db, `INSERT INTO bundles (id, direction, office, at, report) VALUES (?, 'out', ?, ?, ?)`).run(
    id,
    office,
    at,
    JSON.stringify(report),
  )
  prepared(db, 'DELETE FROM owed_answers WHERE office = ?').run(office)
}

/** Notes that an office must hear how far we hold its channels: with the next bundle its mark goes back to there. */
export function oweAnswer(db: WriteDb, office: string, at: string): void {
  prepared(db, 'INSERT INTO owed_answers (office, since) VALUES (?, ?) ON CONFLICT DO NOTHING').run(office, at)
}

/** What was last written for an office: what it was then told that we hold. */
function lastExport(db: ReadDb, office: string): { readonly have: readonly { readonly channel: string }[] } | null {
  const row = prepared<{ report: string }>(
    db,
    `SELECT report FROM bundles WHERE office = ? AND direction = 'out' ORDER BY number DESC LIMIT 1`,
  ).get(office)
  return row === undefined ? null : trustedJson<{ have: readonly { channel: string }[] }>(row.report)
}

/** True if we hold more of an office than the last bundle to it said, or could not join on what it sent. */
export function owesAnswer(db: ReadDb, self: string, office: string): boolean {
  if (prepared(db, 'SELECT 1 FROM owed_answers WHERE office = ?').get(office) !== undefined) return true
  const have = haveOf(db, office, self)
  const told = (lastExport(db, office)?.have ?? []).filter(({ channel }) => channel.startsWith(`${office}.`))
  return have.length > 0 && JSON.stringify(have) !== JSON.stringify(told)
}

/** The newest sets of an office that were taken in here, with what each added: by one of them a pairing can be ended. */
export function receivedSets(db: ReadDb, office: string): PeerSets {
  const of = `FROM bundles WHERE direction = 'in' AND office = ? AND json_extract(report, '$.heads') IS NOT NULL`
  const sets = prepared<PeerSet>(
    db,
    `SELECT id, at, json_extract(report, '$.fresh') AS fresh ${of} ORDER BY number DESC LIMIT ?`,
  ).all(office, WINDOW)
  const all = prepared<{ n: number }>(db, `SELECT count(*) AS n ${of}`).get(office)?.n ?? 0
  return { sets, more: all - sets.length }
}

/** How far each channel of an office was held once a set of it had been taken in; null if none of this id was. */
export function heldAfter(db: ReadDb, office: string, set: string): ReadonlyMap<string, number> | null {
  const row = prepared<{ heads: string | null }>(
    db,
    `SELECT json_extract(report, '$.heads') AS heads FROM bundles WHERE direction = 'in' AND office = ? AND id = ?`,
  ).get(office, set)
  if (row === undefined || row.heads === null) return null
  return new Map(Object.entries(trustedJson<Readonly<Record<string, number>>>(row.heads)))
}

/** The channels of an office and how far each is held, as the report of a set keeps them. */
export function heldOf(db: ReadDb, office: string): Readonly<Record<string, number>> {
  const rows = channelRows(db).filter((row) => row.office === office && row.seq > 0)
  return Object.fromEntries(rows.map(({ channel, seq }) => [channel, seq]))
}

/** True if a bundle of this id was taken in. */
export function knowsBundle(db: ReadDb, id: string): boolean {
  return prepared(db, `SELECT 1 FROM bundles WHERE id = ? AND direction = 'in'`).get(id) !== undefined
}

/** True if a bundle whose id begins so was taken in or written here. @param id8 - the first eight hex digits */
export function isBundleKnown(db: ReadDb, id8: string): boolean {
  return prepared(db, `SELECT 1 FROM bundles WHERE substr(id, 1, 8) = ?`).get(id8) !== undefined
}

/** Bundles in a window of their history. */
const WINDOW = 200

/** Bundles written and taken in, newest first, a window of them. */
export function bundleHistory(db: ReadDb, { office, before }: HistoryAsked): BundleHistory {
  const rows = historyRows(db, office ?? null, before ?? Number.MAX_SAFE_INTEGER, WINDOW + 1)
  return { bundles: rows.slice(0, WINDOW), more: rows.length > WINDOW }
}

/** All of them, for a list. */
export function wholeBundleHistory(db: ReadDb): readonly BundleRow[] {
  return historyRows(db, null, Number.MAX_SAFE_INTEGER, -1)
}

function historyRows(db: ReadDb, office: string | null, before: number, most: number): readonly BundleRow[] {
  return prepared<{ number: number; id: string; direction: 'in' | 'out'; office: string; at: string; report: string }>(
    db,
    `SELECT number, id, direction, office, at,
       CASE direction
         WHEN 'in' THEN json_remove(report, '$.sealedTo', '$.heads', '$.writer', '$.inVain', '$.isLate', '$.noScans')
         ELSE report END AS report
     FROM bundles WHERE office = coalesce(?, office) AND number < ? ORDER BY number DESC LIMIT ?`,
  )
    .all(office, before, most)
    .map((row) => trusted<BundleRow>({ ...row, report: trustedJson<unknown>(row.report) }))
}

/** Records a bundle that was taken in. @param report - its counts; what became of whom the page of each person tells */
export function keepImport(db: WriteDb, id: string, office: string, at: string, report: unknown): void {
  prepared(db, `INSERT INTO bundles (id, direction, office, at, report) VALUES (?, 'in', ?, ?, ?)`).run(
    id,
    office,
    at,
    JSON.stringify(report),
  )
}

/**
 * Those of some scans that anything needs: an act that stands, or a line that waits or is held. What only lines name that
 * have been taken back is not kept, not sent and not asked for.
 */
export function needed(db: ReadDb, sha256s: readonly string[]): readonly string[] {
  const without = new Set(unnamed(db, sha256s))
  return sha256s.filter((sha256) => !without.has(sha256))
}

function openScans(db: ReadDb): ReadonlySet<string> {
  const open = prepared<{ line: string }>(db, `SELECT line FROM journal WHERE ${OPEN}`).all()
  return scansNamedIn(open.map(({ line }) => line))
}

/** Every scan the journal still needs, for sweeping and backups: of lines that wait or are held, too. */
export function scansInUse(db: ReadDb): readonly string[] {
  const applied = prepared<{ sha256: string }>(db, 'SELECT DISTINCT sha256 FROM scans').all()
  return [...new Set([...applied.map(({ sha256 }) => sha256), ...openScans(db)])].sort()
}

/** How far an office, or a device of ours, was last known to hold a channel as it is here; 0 for nothing. */
export function acknowledged(db: ReadDb, office: string, channel: string): number {
  const row = prepared<{ acknowledged: number }>(
    db,
    'SELECT acknowledged FROM marks WHERE office = ? AND channel = ?',
  ).get(office, channel)
  return row?.acknowledged ?? 0
}

/** Scans that the papers of a case name. */
export function scansOf(db: ReadDb, caseId: string): readonly string[] {
  return prepared<{ sha256: string }>(db, 'SELECT DISTINCT sha256 FROM scans WHERE case_id = ?')
    .all(caseId)
    .map(({ sha256 }) => sha256)
}

/** Those of some scans that no paper names, nor any line that waits or is held. */
export function unnamed(db: ReadDb, scans: readonly string[]): readonly string[] {
  const named = prepared(db, 'SELECT 1 FROM scans WHERE sha256 = ?')
  const left = scans.filter((sha256) => named.get(sha256) === undefined)
  // Such lines may be many: they are read once, whatever is looked for in them, and only where an act does not tell.
  if (left.length === 0) return left
  const open = openScans(db)
  return left.filter((sha256) => !open.has(sha256))
}
