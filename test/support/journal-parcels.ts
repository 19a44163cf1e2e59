/**
 * Lines on their way between the offices of journal-kit.ts: packed as a set carries them, taken in as the importer does, and
 * lines that no command of this build would write.
 */
import { canonicalJson, sha256Hex, utf8 } from '../../shared/base/canonical.ts'
import { trusted, trustedJson } from '../../shared/base/trust.ts'
import { checkChain, GENESIS, nextHead, openChain } from '../../shared/bundle/chain.ts'
import { journalPath, type BundleManifest } from '../../shared/bundle/format.ts'
import { judgeChannels } from '../../shared/bundle/judge.ts'
import { shapeOfLine, type CheckedLine } from '../../shared/journal/classify.ts'
import { parseLine, printLine, type Entry } from '../../shared/journal/entry.ts'
import { channelRow, channelRows, headAt, lines } from '../../db/journal.ts'
import { haveOf, keepExport, knowsBundle, markExported, outgoingFor } from '../../db/private/exchange.ts'
import { previewBundle, receiveBundle, type Received } from '../../db/receive.ts'
import type { ImportReport } from '../../shared/contract/exchange.ts'
import { recordAndApply } from '../../db/run-command.ts'
import { ELSEWHERE, AGE, SIGN_KEY, type Desk, deviceId, linesOf, pairWith, idOf } from './journal-kit.ts'

/** Lines on their way from one store to another, with what a bundle says of them. */
export type Parcel = {
  readonly manifest: BundleManifest
  readonly lines: ReadonlyMap<string, readonly string[]>
}

type Carry = {
  readonly channel: string
  readonly from: number
  readonly lines: readonly string[]
  readonly head: string
}

/** Packs given lines; `requires` and the rest follow from the store that holds them. */
function pack(
  from: Desk,
  to: string,
  kind: BundleManifest['kind'],
  carried: readonly Carry[],
  have: BundleManifest['have'],
): Parcel {
  const manifest: BundleManifest = {
    format: 'kn',
    version: 1,
    id: from.newId().replaceAll('-', ''),
    kind,
    created: from.recorder().at,
    from: { office: from.office, code: 'vp-a', device: from.device, sign_key: SIGN_KEY },
    to: { office: to, code: 'vp-b', age_recipient: AGE },
    channels: carried.map(({ channel, from: first, lines: texts, head }) => ({
      channel,
      from: first,
      to: first + texts.length - 1,
      requires: from.ask((db) => headAt(db, channel, first - 1)) ?? '',
      head,
      path: journalPath(channel),
      entries: texts.length,
      sha256_plain: sha256Hex(utf8(texts.map((text) => `${text}\n`).join(''))),
    })),
    have,
    want_attachments: [],
    attachments: { count: 0, bytes: 0 },
    app: { version: 'test', schema: 10 },
  }
  return { manifest, lines: new Map(carried.map(({ channel, lines: texts }) => [channel, texts])) }
}

/** Writes what an office has not acknowledged, as the exporter does, and records that it was written. */
export function packFor(from: Desk, to: string, full = false): Parcel {
  const { carried, have } = from.ask((db) => ({
    carried: outgoingFor(db, from.office, to, full).map((out) => ({
      channel: out.channel.channel,
      from: out.from,
      lines: [...out.lines()],
      head: out.head,
    })),
    have: haveOf(db, to, from.office).map((held) => ({ device: from.device, ...held })),
  }))
  const parcel = pack(from, to, carried.length === 0 ? 'ack' : full ? 'full' : 'changes', carried, have)
  const { id, kind, created, channels } = parcel.manifest
  from.change((db) => {
    for (const { channel, to: last } of channels) markExported(db, to, channel, last)
    keepExport(db, id, to, created, { have })
    recordAndApply(db, from.recorder(), from.newId(), [
      {
        kind: 'bundle.exported',
        subject: { type: 'bundle', id },
        payload: { to, kind, entries: channels.reduce((sum, c) => sum + c.entries, 0), scans: 0, bytes: 0, label: '' },
      },
    ])
  })
  return parcel
}

/** Writes every channel a store holds for another device of its office. */
export function packForSibling(from: Desk, device: string): Parcel {
  const { carried, have } = from.ask((db) => ({
    carried: channelRows(db)
      .filter((row) => row.seq > 0 && row.device !== device)
      .map((row) => ({ channel: row.channel, from: 1, lines: [...lines(db, row.id, 1, row.seq)], head: row.head })),
    have: channelRows(db)
      .filter((row) => row.seq > 0)
      .map(({ channel, seq, head }) => ({ device: from.device, channel, seq, head })),
  }))
  return pack(from, from.office, 'sibling', carried, have)
}

/** What became of a parcel: taken in, or refused with the code of step 9 or 11. */
export type Taken =
  | { readonly code: 'imported'; readonly report: ImportReport }
  | { readonly code: 'B_OLD'; readonly report: ImportReport }
  | { readonly code: 'B_ALREADY' | 'B_GAP' | 'B_FORK' | 'B_CHANNEL' | 'B_CHAIN' }

/** Takes a parcel in as the importer does: judged, its chains checked, then one transaction. */
export function takeIn(desk: Desk, parcel: Parcel): Taken {
  const ready = verify(desk, parcel)
  if (!('received' in ready)) return { code: ready.code }
  return {
    code: ready.code,
    report: receiveBundle(desk.store, ready.received, desk.house, desk.recorder(), desk.newId()),
  }
}

/** What `takeIn` would do. */
export function preview(desk: Desk, parcel: Parcel): ImportReport {
  const ready = verify(desk, parcel)
  if (!('received' in ready)) throw new Error(`nothing to preview: ${ready.code}`)
  return previewBundle(desk.store, ready.received, desk.house, desk.recorder(), desk.newId())
}

function verify(
  desk: Desk,
  { manifest, lines: linesByChannel }: Parcel,
):
  | { readonly code: 'imported' | 'B_OLD'; readonly received: Received }
  | { readonly code: 'B_ALREADY' | 'B_GAP' | 'B_FORK' | 'B_CHANNEL' | 'B_CHAIN' } {
  const judged = judgeChannels(manifest, {
    knowsBundle: (id) => desk.ask((db) => knowsBundle(db, id)),
    position: (channel) => desk.ask((db) => channelRow(db, channel)),
    headAt: (channel, seq) => desk.ask((db) => headAt(db, channel, seq)),
  })
  const base = {
    id: manifest.id,
    from: manifest.from.office,
    have: manifest.have,
    wants: [],
    scansMissing: [],
    scansArrived: [],
  }
  if (!judged.ok) {
    const { code } = judged.error
    switch (code) {
      case 'B_OLD':
        return { code, received: { ...base, kind: 'ack', channels: [] } }
      case 'B_ALREADY':
      case 'B_GAP':
      case 'B_FORK':
      case 'B_CHANNEL':
        return { code }
      default:
        throw new Error(`step 9 does not answer ${code}`)
    }
  }
  const channels: { channel: string; lines: readonly CheckedLine[]; known: number }[] = []
  for (const [index, verdict] of judged.value.entries()) {
    const claim = manifest.channels[index]
    const carried = linesByChannel.get(verdict.channel)
    if (claim === undefined || carried === undefined) throw new Error('a parcel without its lines')
    if (!checkChain(claim, carried).ok) return { code: 'B_CHAIN' }
    if (verdict.covered) continue
    const overlap = verdict.firstNew - claim.from
    const chain = openChain(claim.from, claim.requires)
    for (const line of carried.slice(0, overlap)) chain.push(line)
    if (chain.head() !== verdict.heldHead) return { code: 'B_FORK' }
    const lines = checked(verdict.heldHead, carried.slice(overlap))
    channels.push({ channel: verdict.channel, lines, known: overlap })
  }
  return { code: 'imported', received: { ...base, kind: manifest.kind, channels } }
}

/** Lines as their verification would leave them. @param before - head before the first */
export function checked(before: string, loose: readonly string[]): CheckedLine[] {
  let head = before
  return loose.map((line) => {
    head = nextHead(head, line)
    const isRead = parseLine(line).ok
    return {
      line,
      head,
      shape: isRead ? shapeOfLine(line, JSON.parse(line)) : { kind: 'held', reason: 'envelope', entry: null },
    }
  })
}

/** Takes in loose lines of channels without any check, as whatever bundle they may have come in. */
export function deliver(
  desk: Desk,
  from: string,
  channels: readonly { readonly channel: string; readonly lines: readonly string[] }[],
): ImportReport {
  const received: Received = {
    id: desk.newId().replaceAll('-', ''),
    from,
    kind: 'changes',
    channels: channels.map(({ channel, lines: loose }) => ({
      channel,
      lines: checked(desk.ask((db) => channelRow(db, channel)?.head) ?? GENESIS, loose),
      known: 0,
    })),
    have: [],
    wants: [],
    scansMissing: [],
    scansArrived: [],
  }
  return receiveBundle(desk.store, received, desk.house, desk.recorder(), desk.newId())
}

/**
 * Takes in lines of one channel without any check, as a set of another computer of the same office brings them: those behind
 * the last one that is held.
 * @param device - the computer that wrote the set
 * @param shared - where the channel goes on otherwise than it is held: the last line of both
 * @param have - what that computer says it holds
 */
export function deliverAtHome(
  desk: Desk,
  device: string,
  loose: { readonly channel: string; readonly lines: readonly string[]; readonly shared?: number },
  have: Received['have'] = [],
): void {
  const { channel, shared } = loose
  const known = shared ?? desk.ask((db) => channelRow(db, channel)?.seq ?? 0)
  const head = desk.ask((db) => headAt(db, channel, known)) ?? GENESIS
  const news = loose.lines.filter((line) => entryOf(line).seq > known)
  const received: Received = {
    id: desk.newId().replaceAll('-', ''),
    from: desk.office,
    device,
    kind: 'sibling',
    channels: [{ channel, lines: checked(head, news), known, ...(shared === undefined ? {} : { shared }) }],
    have,
    wants: [],
    scansMissing: [],
    scansArrived: [],
  }
  receiveBundle(desk.store, received, desk.house, desk.recorder(), desk.newId())
}

/** The channel of what a computer writes for its own office. */
export function ownOf({ office, device }: Desk): string {
  return `${office}.${device}.own`
}

/** The number of the last line of that channel of a computer that another one holds. */
export function heardOf(of: Desk, at: Desk): number {
  return at.ask((db) => channelRow(db, ownOf(of))?.seq ?? 0)
}

/** One computer of an office tells another what it has written itself, and nothing that it has heard. */
export function tellOwn(from: Desk, to: Desk): void {
  const channel = ownOf(from)
  const lines = linesOf(from).get(channel) ?? []
  deliverAtHome(to, from.device, { channel, lines }, [{ channel, seq: lines.length, head: '' }])
}

/** Hands over everything between a lower and an upper office until neither has news. */
export function exchange(lower: Desk, upper: Desk): void {
  for (let round = 0; round < 2; round += 1) {
    takeIn(upper, packFor(lower, upper.office))
    takeIn(lower, packFor(upper, lower.office))
  }
}

/** Hands every channel of two devices of one office to each other. */
export function meet(one: Desk, other: Desk): void {
  takeIn(other, packForSibling(one, other.device))
  takeIn(one, packForSibling(other, one.device))
}

/** Pairs a desk with an office below it that keeps a branch of its own, ELSEWHERE. */
export function unitElsewhere(desk: Desk, office: string): void {
  pairWith(desk, office, 'subordinate')
  const unit = { name: 'Chi bộ khu phố Tây', type: 'branch' }
  const listed = {
    kind: 'unit.listed',
    id: idOf(0xbbbb),
    subject: { type: 'unit', id: ELSEWHERE } as const,
    payload: unit,
  }
  deliver(desk, office, [{ channel: `${office}.${deviceId('a')}.${desk.office}`, lines: [forged(1, listed)] }])
}

/** The entry a line holds. */
export function entryOf(line: string): Entry {
  return trustedJson<Entry>(line)
}

/** A line changed after it was written: what another version of the program, or a mistaken one, may send. */
export function altered(line: string, change: (entry: Entry) => Record<string, unknown>): string {
  return canonicalJson(trusted({ ...entryOf(line), ...change(entryOf(line)) }))
}

/** Lines for the end of a channel that no command of this build would write. */
export function forged(seq: number, entry: Partial<Entry> & { readonly kind: string; readonly id: string }): string {
  return printLine({
    v: 1,
    seq,
    after: [],
    at: '2024-01-15T01:00:00Z',
    actor: { id: 'x', name: 'Ai đó', post: 'Văn thư' },
    subject: { type: 'case', id: entry.id },
    payload: {},
    salt: 'A'.repeat(22),
    ...entry,
  })
}
