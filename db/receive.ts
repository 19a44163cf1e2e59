/**
 * The end of an import: verified lines appended, what can be applied applied, marks and the bundle recorded, all in one
 * transaction. The dry run does the same and rolls it back.
 */
import { trusted, trustedJson } from '../shared/base/trust.ts'
import type { Draft } from '../shared/commands/command.ts'
import { erasedAgain, isAdmitted } from '../shared/commands/erasure.ts'
import { heldCount, type ImportReport } from '../shared/contract/exchange.ts'
import { judge, type CheckedLine, type EntryHead, type HoldReason } from '../shared/journal/classify.ts'
import type { Entry } from '../shared/journal/entry.ts'
import type { PayloadOf } from '../shared/journal/kinds.ts'
import { applySubject } from './apply/index.ts'
import { changedCases } from './changed-cases.ts'
import { goneLines } from './gone-lines.ts'
import { inheritedLines } from './heirs.ts'
import { linesAside } from './lines-aside.ts'
import {
  insertLine,
  itemsAbout,
  keepHead,
  lineAt,
  openChannel,
  tickAt,
  type ChannelRow,
  type LineStatus,
} from './journal.ts'
import { foldedCase, loadCase, loadPeers } from './load.ts'
import { sayNewestAgain } from './newest-again.ts'
import { carryOut, isOrder, lastRow } from './own-orders.ts'
import { saidOfFirst } from './of-said-again.ts'
import { reissue, takeOut, type TakenOut } from './reissue.ts'
import { openLines } from './open-lines.ts'
import type { Store } from './open.ts'
import { setMarks } from './private/acknowledged.ts'
import { keepProofs, type SignedLists } from './private/head-proofs.ts'
import { heldOf, keepImport, needed, oweAnswer } from './private/exchange.ts'
import { latenessOf, writerOf } from './private/late-sets.ts'
import { askedInVain, missingFrom, noteMissing } from './private/missing-scans.ts'
import { keepWants } from './private/wanted-scans.ts'
import { lateBehind, raiseTicks, tickAnew } from './raise-ticks.ts'
import type { Recorder } from './record.ts'
import { recordAndApply } from './run-command.ts'
import {
  cutAtSender,
  houseOf,
  idTaken,
  settle,
  tickAfter,
  touch,
  type Gone,
  type House,
  type Touched,
} from './settle.ts'
import { write, type ReadDb, type WriteDb } from './transaction.ts'

/** A bundle verified to step 11: lines beyond what we hold, in order, read one by one from where they were staged. */
export type Received = {
  readonly id: string
  readonly from: string
  /** The device of our own office that wrote it; left out for a bundle of another office. */
  readonly device?: string
  readonly kind: string
  /** The recipient its list names: of another office's set, one of our keys. */
  readonly sealedTo?: string
  readonly channels: readonly {
    readonly channel: string
    readonly lines: Iterable<CheckedLine>
    readonly known: number
    /** Of a channel whose history is another one here: the last line both share. What stands behind goes out. */
    readonly shared?: number
  }[]
  readonly have: readonly {
    readonly channel: string
    readonly seq: number
    readonly head: string
    readonly device?: string
  }[]
  readonly wants: readonly string[]
  readonly scansMissing: readonly string[]
  readonly scansArrived: readonly string[]
  /** Those of them that are none: kept nowhere, and not to be asked for again. */
  readonly noScans?: readonly string[]
  /** True where the sender is to hear that what it sends has come: it has not heard that yet, or lines alone would not tell. */
  readonly isOwedAnswer?: boolean
  /** The sender's own signed lists, to be kept as proof of its heads. */
  readonly proof?: {
    readonly lists: SignedLists
    readonly channels: readonly { readonly channel: string; readonly to: number; readonly head: string }[]
  }
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
  const { device, noScans = [] } = received
  const other = device ?? received.from
  const { isBehind, keepsMarks, keepsWants } = latenessOf(db, received, house.self)
  const touched: Touched = new Map()
  const strangers = new Set<string>()
  const orders: string[] = []
  const before = lastRow(db)
  const behind = lateBehind(
    db,
    received.channels.map(({ channel }) => channel),
  )
  const kinds: Record<string, number> = {}
  let known = 0
  let fresh = 0
  let above = before
  const takenOut: TakenOut[] = []
  const othersOut: TakenOut[] = []
  const isForked = received.channels.some(({ shared }) => shared !== undefined)
  const came = new Set<string>()
  const cameBack = new Map<string, string>()
  const erased = new Map<string, string>()
  for (const { channel: name, lines, known: overlap, shared } of received.channels) {
    known += overlap
    let row = openChannel(db, name)
    if (shared !== undefined) {
      const out = takeOut(db, row, shared, recorder.at)
      // What another office has written is for that office to say again.
      const outs = row.office === house.self ? takenOut : othersOut
      outs.push(out)
      for (const subject of out.subjects) touch(touched, subject)
      row = openChannel(db, name)
    }
    let end = endOf(db, row)
    if (house.standingOf(end.channel.office) === null) {
      if (device === undefined) throw new Error('a line of an office that is not paired')
      strangers.add(end.channel.office)
    }
    // Where a history gave way, its places are taken anew.
    above = Math.min(above, lastRow(db))
    for (const line of lines) {
      const taken = takeLine(db, end, line, house, touched)
      end = taken.end
      fresh += 1
      if (taken.entry === null) continue
      const { kind, subject } = taken.entry
      if (isForked) came.add(taken.entry.id)
      // A held line was not read: what it orders waits with it.
      const isOurs = device !== undefined && end.channel.office === house.self
      if (isOurs && !taken.isHeld && isOrder(kind)) orders.push(line.line)
      const isBack = received.kind === 'recovery' && end.channel.office === house.self
      if (isBack && kind === 'dossier.submitted') cameBack.set(subject.id, taken.entry.id)
      if ((isBack || (isOurs && !taken.isHeld)) && kind === 'entry.erased') erased.set(subject.id, line.line)
      kinds[kind] = (kinds[kind] ?? 0) + 1
    }
    keepHead(db, end.channel)
  }
  const upTo = lastRow(db)
  const isGone = cutAtSender(received.have)
  settle(db, house, touched, isGone)
  meetStrangers(db, strangers, house, touched, isGone)
  if (behind !== null) raiseTicks(db, behind, house, touched)
  const cut = [...takenOut, ...othersOut].map(({ channel, shared }) => tickAt(db, { channel, seq: shared }) ?? 0)
  if (cut.length > 0) tickAnew(db, Math.min(...cut), house, touched)
  for (const subject of carryOut(db, house.self, orders, before, recorder.at)) touch(touched, subject)
  const reissued = reissue(db, recorder, callId, takenOut, came)
  for (const { subject } of reissued) touch(touched, subject)
  const givenUp = linesAside(db, house.self, touched.values())
  sayNewestAgain(db, recorder, callId, givenUp, touched.values())
  const setAside = goneLines(db, othersOut, came, erased)
  // Who is erased by this very import is named nowhere any more.
  const changed = changedCases(db, erased)
  // One subject after the other, each with all that is asked of it, while its pages are at hand.
  for (const subject of touched.values()) changed.follow(subject, () => applySubject(db, subject.type, subject.id))

  const { acknowledged, ahead } = setMarks(db, received, house.self, recorder.device, keepsMarks)
  // What a device of our own says of another office's lines proves nothing to that office.
  if (received.proof !== undefined && received.kind !== 'recovery' && device === undefined)
    keepProofs(db, received.proof.channels, received.proof.lists)
  const isAsked = keepWants(db, other, received.wants, keepsWants)
  const scansMissing = needed(db, received.scansMissing)
  noteMissing(db, other, scansMissing, received.scansArrived)
  const open = openLines(
    db,
    received.channels.map(({ channel }) => channel),
  )
  const report: ImportReport = {
    fresh,
    known,
    ...open,
    scansMissing: scansMissing.length,
    ...changed.told({ above, upTo }),
    kinds,
    acknowledged,
    ahead,
    ...(reissued.length === 0 ? {} : { reissued: reissued.length }),
    ...(setAside.length === 0 ? {} : { setAside }),
  }
  const imported: Draft = {
    kind: 'bundle.imported',
    subject: { type: 'bundle', id: received.id },
    payload: {
      from: received.from,
      ...(device === undefined ? {} : { device }),
      kind: received.kind,
      fresh,
      known,
      held: heldCount(open),
      scansMissing: received.scansMissing.length,
    },
  }
  // By an enrolment nobody has worked here yet: who joins says so in the first entry of the new device.
  const isNoted = received.kind !== 'enrol' && (fresh > 0 || received.kind !== 'ack')
  if (isNoted)
    recordAndApply(
      db,
      recorder,
      callId,
      [
        imported,
        ...recovered(db, cameBack, erased, house.self),
        ...saidOfFirst(db, house.self, givenUp, touched.values()),
      ],
      touched.values(),
    )
  // Whose lines are gone is told once, with the set: the page of the journal's health has the lines.
  const aside = setAside.map(({ channel, count }) => ({ channel, count, cases: [] }))
  // What became of whom is told once too: from then on the page of each person tells it.
  const { cases: _cases, casesMore: _casesMore, ...counts } = report
  const kept = {
    ...counts,
    ...(aside.length === 0 ? {} : { setAside: aside }),
    sealedTo: received.sealedTo,
    heads: heldOf(db, other),
    writer: writerOf(received.have),
    inVain: askedInVain(db, other, isBehind),
    ...(keepsMarks ? { isLate: true } : {}),
    ...(noScans.length === 0 ? {} : { noScans }),
  }
  keepImport(db, received.id, other, recorder.at, kept)
  // Scans came, and not all: whoever sent them is to be asked for the rest. And who asks is told, also that nothing came of it.
  const isPart = received.scansArrived.length > 0 && missingFrom(db, other).length > 0
  const isOwed = received.isOwedAnswer === true || (device === undefined && (isPart || isAsked))
  if (isOwed) oweAnswer(db, received.from, recorder.at)
  return report
}

/**
 * What brings records up to date that are as old as a backup: what was recorded after it counts again, and who was erased
 * after it is erased again. So is what a computer of ours had not heard of that erased somebody.
 * @param cameBack - by case, the dossier of ours that came back last
 * @param erased - by case, the line of ours that came back and says so
 */
function recovered(
  db: ReadDb,
  cameBack: ReadonlyMap<string, string>,
  erased: ReadonlyMap<string, string>,
  self: string,
): readonly Draft[] {
  const again = [...erased].flatMap(([id, line]) => {
    const items = itemsAbout(db, 'case', id)
    const state = foldedCase(id, items)
    if (state !== null && isAdmitted(state)) return []
    // It was read by the schema of its kind when it was taken in.
    const order = trusted<PayloadOf<'entry.erased'>>(trustedJson<Entry>(line).payload)
    return erasedAgain(id, items, inheritedLines(db, self, id), self, order)
  })
  const records = [...cameBack].flatMap(([id, submission]): readonly Draft[] =>
    !erased.has(id) && loadCase(db, id)?.known === 'full'
      ? [{ kind: 'record.recovered', subject: { type: 'case', id }, payload: { submission } }]
      : [],
  )
  return [...records, ...again]
}

/**
 * Lines of other offices that came by way of a device of our own: who those offices are stands in the lines of ours, which
 * may have come in the same bundle, and may themselves have waited for one of those offices.
 */
function meetStrangers(
  db: WriteDb,
  strangers: ReadonlySet<string>,
  house: House,
  touched: Touched,
  isGone: Gone,
): void {
  let known = house
  while (strangers.size > 0) {
    for (const { type, id } of touched.values()) if (type === 'peer') applySubject(db, type, id)
    const paired = houseOf(house.self, loadPeers(db))
    const wider: House = {
      self: house.self,
      standingOf: (office) => house.standingOf(office) ?? paired.standingOf(office),
    }
    const isMet = [...strangers].some(
      (office) => known.standingOf(office) === null && wider.standingOf(office) !== null,
    )
    if (!isMet) return
    known = wider
    settle(db, known, touched, isGone)
  }
}

/** Where the lines of a channel end: its last tick, or null behind a line that is held or waits. */
type End = { readonly channel: ChannelRow; readonly tick: number | null }

function endOf(db: ReadDb, channel: ChannelRow): End {
  const last = channel.seq === 0 ? null : lineAt(db, channel.id, channel.seq)
  const blocked = last?.status === 'waiting' || last?.status === 'held'
  return { channel, tick: blocked ? null : (last?.tick ?? 0) }
}

/** Appends one line: straight to its effect where nothing stands in the way, waiting or held otherwise. */
function takeLine(
  db: WriteDb,
  { channel, tick: before }: End,
  { line, head, shape }: CheckedLine,
  house: House,
  touched: Touched,
): { readonly end: End; readonly entry: EntryHead | null; readonly isHeld: boolean } {
  const keep = (entry: EntryHead | null, status: LineStatus, tick: number | null, reason?: HoldReason) => {
    const told = { ...(tick === null ? {} : { tick }), ...(reason === undefined ? {} : { reason }) }
    const isHeld = status === 'held'
    return { entry, isHeld, end: { channel: insertLine(db, channel, { line, head, entry, status, ...told }), tick } }
  }
  const standing = house.standingOf(channel.office)
  if (standing === null) return keep(shape.kind === 'entry' ? shape.entry : null, 'waiting', null)
  const verdict = judge(shape, {
    office: channel.office,
    standing,
    audience: channel.audience,
    self: house.self,
    idTaken: (id) => idTaken(db, id, -1),
  })
  if (verdict.kind === 'erased') return keep(null, before === null ? 'waiting' : 'erased', before)
  if (verdict.kind === 'held') return keep(verdict.entry, 'held', null, verdict.reason)
  const { entry } = verdict
  const tick = before === null ? null : tickAfter(db, entry, before)
  if (verdict.kind === 'inherited') return keep(entry, tick === null ? 'waiting' : 'voided', tick)
  if (tick !== null) touch(touched, entry.subject)
  return keep(entry, tick === null ? 'waiting' : 'applied', tick)
}
