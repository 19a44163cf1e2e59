/**
 * The end of an import: verified lines appended, what can be applied applied, marks and the bundle recorded, all in one
 * transaction. The dry run does the same and rolls it back.
 */
import type { Draft } from '../shared/commands/command.ts'
import type { ImportReport } from '../shared/contract/exchange.ts'
import { classify, type HoldReason } from '../shared/journal/classify.ts'
import type { Entry, Subject } from '../shared/journal/entry.ts'
import { stageOf } from '../shared/model/stage.ts'
import { applySubject } from './apply/index.ts'
import { appendLine, headAt, openChannel, type ChannelRow } from './journal.ts'
import { loadCase } from './load.ts'
import type { Store } from './open.ts'
import { noteMissing } from './private/exchange.ts'
import type { Recorder } from './record.ts'
import { recordAndApply } from './run-command.ts'
import { idTaken, settle, tickAfter, type House, type Touched } from './settle.ts'
import { prepared, write, type ReadDb, type WriteDb } from './transaction.ts'

/** A bundle verified to step 11: lines beyond what we hold, in order. */
export type Received = {
  readonly id: string
  readonly from: string
  readonly kind: string
  readonly channels: readonly { readonly channel: string; readonly lines: readonly string[]; readonly known: number }[]
  readonly have: readonly { readonly channel: string; readonly seq: number; readonly head: string }[]
  readonly wants: readonly string[]
  readonly scansMissing: readonly string[]
  readonly scansArrived: readonly string[]
}

class DryRun extends Error {
  readonly report: ImportReport
  constructor(report: ImportReport) {
    super('dry run')
    this.report = report
  }
}

/** Takes a verified bundle in, whole or not at all. */
export function receiveBundle(
  store: Store,
  received: Received,
  house: House,
  recorder: Recorder,
  callId: string,
): ImportReport {
  return write(store, (db) => takeIn(db, received, house, recorder, callId))
}

/** What `receiveBundle` would do; nothing stays. */
export function previewBundle(
  store: Store,
  received: Received,
  house: House,
  recorder: Recorder,
  callId: string,
): ImportReport {
  try {
    return write(store, (db) => {
      throw new DryRun(takeIn(db, received, house, recorder, callId))
    })
  } catch (error) {
    if (error instanceof DryRun) return error.report
    throw error
  }
}

function takeIn(db: WriteDb, received: Received, house: House, recorder: Recorder, callId: string): ImportReport {
  const touched: Touched = new Map()
  const before = new Map<string, string | null>()
  const kindsByCase = new Map<string, Set<string>>()
  const kinds: Record<string, number> = {}
  let known = 0
  let fresh = 0
  for (const { channel: name, lines, known: overlap } of received.channels) {
    known += overlap
    let channel = openChannel(db, name)
    for (const line of lines) {
      const entry = takeLine(db, channel, line, house, touched)
      if (entry !== null) {
        kinds[entry.kind] = (kinds[entry.kind] ?? 0) + 1
        if (entry.subject.type === 'case')
          kindsByCase.set(entry.subject.id, (kindsByCase.get(entry.subject.id) ?? new Set()).add(entry.kind))
      }
      channel = openChannel(db, name)
      fresh += 1
    }
  }
  settle(db, house, touched)
  for (const subject of touched.values()) noteBefore(db, subject, before)
  for (const subject of touched.values()) applySubject(db, subject.type, subject.id)

  const { acknowledged, ahead } = setMarks(db, received, house.self)
  replaceWanted(db, received.from, received.wants)
  noteMissing(db, received.from, received.scansMissing, received.scansArrived)
  const held = heldLines(db, received)
  const report: ImportReport = {
    fresh,
    known,
    held,
    waiting: countWaiting(db, received),
    scansMissing: received.scansMissing.length,
    cases: caseChanges(db, touched, before, kindsByCase),
    kinds,
    acknowledged,
    ahead,
  }
  const imported: Draft = {
    kind: 'bundle.imported',
    subject: { type: 'bundle', id: received.id },
    payload: {
      from: received.from,
      kind: received.kind,
      fresh,
      known,
      held: held.length,
      scansMissing: received.scansMissing.length,
    },
  }
  if (fresh > 0 || received.kind !== 'ack') recordAndApply(db, recorder, callId, [imported], touched.values())
  prepared(db, `INSERT INTO bundles (id, direction, office, at, report) VALUES (?, 'in', ?, ?, ?)`).run(
    received.id,
    received.from,
    recorder.at,
    JSON.stringify(report),
  )
  return report
}

/** Appends one line: straight to its effect where nothing stands in the way, waiting or held otherwise. */
function takeLine(db: WriteDb, channel: ChannelRow, line: string, house: House, touched: Touched): Entry | null {
  const standing = house.standingOf(channel.office)
  if (standing === null) throw new Error('a line of an office that is not paired')
  const verdict = classify(line, {
    standing,
    audience: channel.audience,
    self: house.self,
    idTaken: (id) => idTaken(db, id, -1),
  })
  const blocked = isBlocked(db, channel)
  const before = blocked ? null : lastTick(db, channel)
  if (verdict.kind === 'erased') {
    appendLine(db, channel, { line, entry: null, status: blocked ? 'waiting' : 'erased', ...tickOf(before) })
    return null
  }
  if (verdict.kind === 'held') {
    appendLine(db, channel, { line, entry: verdict.entry, status: 'held', reason: verdict.reason })
    return verdict.entry
  }
  const { entry } = verdict
  const tick = before === null ? null : tickAfter(db, entry, before)
  appendLine(db, channel, { line, entry, status: tick === null ? 'waiting' : 'applied', ...tickOf(tick) })
  if (tick !== null) touched.set(`${entry.subject.type}/${entry.subject.id}`, entry.subject)
  return entry
}

function tickOf(tick: number | null): { readonly tick?: number } {
  return tick === null ? {} : { tick }
}

function isBlocked(db: ReadDb, channel: ChannelRow): boolean {
  if (channel.seq === 0) return false
  const row = prepared<{ status: string }>(db, 'SELECT status FROM journal WHERE channel_id = ? AND seq = ?').get(
    channel.id,
    channel.seq,
  )
  return row?.status === 'waiting' || row?.status === 'held'
}

function lastTick(db: ReadDb, channel: ChannelRow): number {
  if (channel.seq === 0) return 0
  const row = prepared<{ tick: number | null }>(db, 'SELECT tick FROM journal WHERE channel_id = ? AND seq = ?').get(
    channel.id,
    channel.seq,
  )
  return row?.tick ?? 0
}

function noteBefore(db: ReadDb, subject: Subject, before: Map<string, string | null>): void {
  if (subject.type !== 'case' || before.has(subject.id)) return
  const row = prepared<{ stage: string }>(db, 'SELECT stage FROM cases WHERE case_id = ?').get(subject.id)
  before.set(subject.id, row?.stage ?? null)
}

function caseChanges(
  db: ReadDb,
  touched: Touched,
  before: ReadonlyMap<string, string | null>,
  kinds: ReadonlyMap<string, ReadonlySet<string>>,
): ImportReport['cases'] {
  return [...touched.values()]
    .filter((subject) => subject.type === 'case')
    .flatMap((subject) => {
      const state = loadCase(db, subject.id)
      if (state === null) return []
      return [
        {
          case: subject.id,
          name: state.profile.name,
          before: before.get(subject.id) ?? null,
          after: stageOf(state),
          kinds: [...(kinds.get(subject.id) ?? [])].sort(),
          conflicts: state.conflicts.length,
        },
      ]
    })
}

/**
 * Sets our acknowledged marks to what the sender says it holds of our channels, also backwards: of a channel it does not
 * name it holds nothing. A claim whose head is not ours at that place is ignored, one beyond what we hold is reported.
 */
function setMarks(db: WriteDb, received: Received, self: string): Pick<ImportReport, 'acknowledged' | 'ahead'> {
  const acknowledged: { channel: string; seq: number }[] = []
  const ahead: { channel: string; seq: number; ours: number }[] = []
  const named = new Set(received.have.map(({ channel }) => channel))
  const marked = prepared<{ channel: string }>(db, 'SELECT channel FROM marks WHERE office = ?').all(received.from)
  for (const { channel } of marked) {
    if (named.has(channel)) continue
    prepared(db, 'UPDATE marks SET acknowledged = 0 WHERE office = ? AND channel = ?').run(received.from, channel)
  }
  for (const { channel, seq, head } of received.have) {
    if (!channel.startsWith(`${self}.`)) continue
    const ours = prepared<{ seq: number }>(db, 'SELECT seq FROM channels WHERE channel = ?').get(channel)?.seq ?? 0
    if (seq > ours) {
      ahead.push({ channel, seq, ours })
      continue
    }
    if (headAt(db, channel, seq) !== head) continue
    prepared(
      db,
      `INSERT INTO marks (office, channel, acknowledged) VALUES (?, ?, ?)
       ON CONFLICT (office, channel) DO UPDATE SET acknowledged = excluded.acknowledged`,
    ).run(received.from, channel, seq)
    acknowledged.push({ channel, seq })
  }
  forgetUnnamed(db, received)
  return { acknowledged, ahead }
}

/** What a sender no longer names in its `have` it does not hold: a seq of 0 cannot be said, so silence says it. */
function forgetUnnamed(db: WriteDb, { from, have }: Received): void {
  const named = new Set(have.map(({ channel }) => channel))
  const marked = prepared<{ channel: string }>(
    db,
    'SELECT channel FROM marks WHERE office = ? AND acknowledged > 0',
  ).all(from)
  for (const { channel } of marked) {
    if (named.has(channel)) continue
    prepared(db, 'UPDATE marks SET acknowledged = 0 WHERE office = ? AND channel = ?').run(from, channel)
  }
}

function replaceWanted(db: WriteDb, office: string, wants: readonly string[]): void {
  prepared(db, 'DELETE FROM wanted_scans WHERE office = ?').run(office)
  for (const sha256 of wants)
    prepared(db, 'INSERT INTO wanted_scans (office, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING').run(office, sha256)
}

function heldLines(db: ReadDb, received: Received): ImportReport['held'] {
  return received.channels.flatMap(({ channel }) =>
    prepared<{ seq: number; reason: HoldReason; kind: string | null }>(
      db,
      `SELECT seq, reason, kind FROM journal
       WHERE channel_id = (SELECT id FROM channels WHERE channel = ?) AND status = 'held' ORDER BY seq`,
    )
      .all(channel)
      .map((row) => ({ channel, ...row })),
  )
}

function countWaiting(db: ReadDb, received: Received): number {
  return received.channels.reduce(
    (sum, { channel }) =>
      sum +
      (prepared<{ n: number }>(
        db,
        `SELECT count(*) AS n FROM journal
         WHERE channel_id = (SELECT id FROM channels WHERE channel = ?) AND status = 'waiting'`,
      ).get(channel)?.n ?? 0),
    0,
  )
}
