/**
 * One set: read and verified to step 11, then shown or taken in whole. Nothing touches the journal before the one
 * transaction at the end; scans are durable before it.
 */
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import type { ImportReport, SetOutcome } from '../../shared/contract/exchange.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { nameOfDevice } from '../../shared/model/devices.ts'
import type { PeerState } from '../../shared/model/office-state.ts'
import { loadDevices, loadPeers } from '../../db/load.ts'
import { previewBundle, receiveBundle, type Received } from '../../db/receive.ts'
import { countErased } from '../../db/queries/erasures.ts'
import { houseOf } from '../../db/settle.ts'
import { write } from '../../db/transaction.ts'
import { listsOf } from '../bundle/head-proof.ts'
import type { FoundSet } from '../bundle/find-sets.ts'
import type { KnownOffice, OnSigned } from '../bundle/open-bag.ts'
import type { ReadSet } from '../bundle/read-set.ts'
import { leaveNoTrace } from '../office/after-erasure.ts'
import { refuse } from '../refuse.ts'
import { readdirNames } from '../scans/listing.ts'
import type { JobControl } from './write-outgoing.ts'
import { keepSealed } from './kept-sets.ts'
import { namesOf } from './named.ts'
import { atHome, dated, namedForUs, noteRefusal, ofOurOwn, refused } from './outcomes.ts'
import { readAnew, type ImportInput, type Receiving } from './read-anew.ts'
import type { Reading } from './readings.ts'
import { notTheExchangeDevice } from './role.ts'
import { refusedKind } from './special-kinds.ts'
import { giveWay, neverWritten, type Forked } from './two-histories.ts'
import { newId } from '../new-id.ts'

/** How a set is taken in. `onManifest`: hears what an authentic set says of itself, whatever becomes of it. */
export type TakeControl = JobControl & { readonly onManifest?: (manifest: ReadSet['manifest']) => void }

/** Reads one set, and takes it in or shows what it would bring. */
export async function takeSet(
  workplace: Receiving,
  input: ImportInput,
  set: FoundSet,
  control: TakeControl,
  dry: boolean,
  forked?: Forked,
): Promise<SetOutcome> {
  const readings = forked === undefined ? workplace.readings : undefined
  const signed: { by?: Signed } = {}
  // Whose a set is that cannot be taken in is known as soon as its signature holds.
  const withSender = (outcome: SetOutcome): SetOutcome =>
    signed.by === undefined || outcome.from !== null
      ? outcome
      : { ...outcome, ...authorOf(workplace, signed.by, workplace.query(loadPeers)) }
  const onSigned: OnSigned = (sender, manifest, files) => {
    signed.by = { sender, manifest, files }
    if (manifest !== null) control.onManifest?.(manifest)
  }
  // What the label says of each part stands for its content.
  const of = JSON.stringify([set.lines, input.withoutScans === true])
  let reading = dry ? null : (readings?.take(of) ?? null)
  let isKept = false
  try {
    // Read again where who is paired, or how far we are, has changed since it was read.
    for (;;) {
      if (reading === null) {
        const read = await readAnew(workplace, input, set, { ...control, onSigned, dry }, forked?.shared ?? new Map())
        if (!read.ok) return withSender(refused(namesOf(set), read.error))
        if (!read.value.ok)
          return withSender(
            await notTaken(workplace, input, set, control, dry, { forked, by: signed.by }, read.value.error),
          )
        reading = read.value.value
      }
      const forbidden = refusedKind(workplace, reading.verified.manifest, workplace.query(loadPeers))
      if (forbidden !== null) {
        onSigned(reading.verified.sender, reading.verified.manifest, reading.verified.tagFiles)
        return withSender(refused(namesOf(set), forbidden))
      }
      if (control.signal?.aborted === true) return refused(namesOf(set), refuse({ code: 'B_CANCELLED' }))
      if (forked !== undefined && !dry) await workplace.notice(forked.parts)
      const outcome = await takeIn(workplace, set, reading, forked?.shared ?? new Map(), dry)
      if (outcome !== null) {
        isKept = dry && readings?.keep(of, reading) === true
        return outcome
      }
      reading.staging.close()
      reading = null
    }
  } finally {
    if (!isKept) reading?.staging.close()
    await workplace.scans.discardStaging(workplace.readings?.files())
  }
}

/** Whose signature holds on a set, what it says of itself where that is known, and its signed lists. */
type Signed = {
  readonly sender: KnownOffice
  readonly manifest: ReadSet['manifest'] | null
  readonly files: ReadSet['tagFiles']
}

function authorOf(workplace: Receiving, { sender, manifest }: Signed, peers: readonly PeerState[]) {
  const { office } = sender
  return {
    from: office,
    fromName:
      manifest === null
        ? (peers.find(({ id }) => id === office)?.peer.name ?? null)
        : nameOfSender(workplace, manifest, peers),
    kind: manifest?.kind ?? null,
    created: manifest?.created ?? null,
  }
}

/** What becomes of a set that cannot be taken in as it is. */
async function notTaken(
  workplace: Receiving,
  input: ImportInput,
  set: FoundSet,
  control: JobControl,
  dry: boolean,
  { forked, by }: { readonly forked: Forked | undefined; readonly by: Signed | undefined },
  error: BundleError,
): Promise<SetOutcome> {
  // What is said of a set by what is held here is said, and counts, only where its kind may be taken in.
  const isByHistory = error.code === 'B_OLD' || error.code === 'B_GAP' || error.code === 'B_FORK'
  const manifest = by?.manifest ?? null
  // Nor is a set of a newer format kept where it could not be taken in after the update either.
  const isForExchange = error.code === 'B_VERSION' && by?.sender.office !== workplace.keys.office
  const forbidden = isForExchange
    ? notTheExchangeDevice(workplace)
    : isByHistory && manifest !== null
      ? refusedKind(workplace, manifest, workplace.query(loadPeers))
      : null
  if (forbidden !== null) return refused(namesOf(set), forbidden)
  let wouldGiveWay = false
  if (error.code === 'B_FORK' && manifest !== null) {
    // What both share stays, what came stands behind it, and what this store had written instead is issued anew.
    const next = giveWay(workplace, forked, manifest, error, dry)
    const again = next === null ? null : await takeSet(workplace, input, set, control, dry, next)
    if (again !== null && (again.refusal?.code !== 'B_FORK' || again.refusal.data.own === 'here')) return again
    wouldGiveWay = dry && next === null && giveWay(workplace, forked, manifest, error, false) !== null
  }
  const isNewer = !dry && error.code === 'B_VERSION'
  const reason = atHome(
    workplace,
    workplace.query((db) => dated(db, refuse(error))),
    by?.sender.office,
    wouldGiveWay,
  )
  const said = namedForUs(workplace, set, ofOurOwn(workplace, set, reason))
  const outcome = await unread(workplace, set, error, said, dry, by)
  if (!isNewer) return outcome
  if (await keepSealed(workplace, set, control)) return { ...outcome, kept: true }
  return control.signal?.aborted === true ? refused(namesOf(set), refuse({ code: 'B_CANCELLED' })) : outcome
}

/**
 * A verified set: shown, or taken in. Scans are durable before the transaction that names them.
 * @returns null where the reading holds no more; then nothing has been taken in
 */
async function takeIn(
  workplace: Receiving,
  set: FoundSet,
  { verified, staging, named, staged, holds }: Reading,
  shared: ReadonlyMap<string, number>,
  dry: boolean,
): Promise<SetOutcome | null> {
  const { manifest, sender } = verified
  const peers = workplace.query(loadPeers)
  // What is no scan stays none however often it travels: it is not kept, and not asked for again.
  const noScans = verified.quarantined.map(({ sha256 }) => sha256)
  const arrived = new Set([...staged.map(({ sha256 }) => sha256), ...noScans])
  const onDisk = await readdirNames(workplace.disk, workplace.paths.data)
  const missing = [...named].filter((sha256) => !arrived.has(sha256) && !onDisk.has(workplace.scans.nameOf(sha256)))
  const received: Received = {
    id: manifest.id,
    from: sender.office,
    ...deviceIn(workplace, manifest),
    kind: manifest.kind,
    sealedTo: manifest.to.age_recipient,
    channels: verified.channels.map(({ channel, fresh }) => ({
      channel,
      lines: staging.lines(channel),
      known: heldOf(verified, channel) - fresh,
      ...sharedOf(shared, channel),
    })),
    have: manifest.have,
    wants: manifest.want_attachments,
    scansMissing: missing,
    scansArrived: [...arrived],
    noScans,
    isOwedAnswer: isContent(manifest.kind) && manifest.attachments.count > 0,
    proof: { lists: listsOf(verified.tagFiles), channels: manifest.channels },
  }
  const house = houseOf(workplace.keys.office, peers)
  // One transaction, however much there is: whoever only looks is not kept waiting by it.
  const { occupying = (work) => work() } = workplace
  const counted = (report: ImportReport) => ({
    report,
    // Only now is it known which lines have been taken back, and need theirs no more.
    scans: { ...outcome.scans, missing: report.scansMissing },
  })
  const outcome = {
    ...namesOf(set),
    id: manifest.id,
    from: sender.office,
    fromName: nameOfSender(workplace, manifest, peers) ?? sender.code,
    kind: manifest.kind,
    created: manifest.created,
    refusal: null,
    scans: {
      fresh: verified.counts.newScans,
      quarantined: noScans,
      missing: missing.length,
    },
  }
  if (dry) {
    if (!holds()) return null
    const report = occupying(() => previewBundle(workplace.store, received, house, workplace.recorder(), newId()))
    return { ...outcome, ...counted(report), outcome: 'ready' }
  }
  const brought = verified.channels.map(({ channel }) => channel)
  await workplace.notice([...manifest.have, ...neverWritten(workplace, brought, (channel) => staging.lines(channel))])
  const adopted = await workplace.scans.adopt(staged)
  if (!adopted.ok) return { ...outcome, outcome: 'refused', refusal: refuse(adopted.error), report: null }
  // Nothing is waited for from here to the transaction.
  if (!holds()) return null
  const erasedBefore = workplace.query(countErased)
  const report = occupying(() => receiveBundle(workplace.store, received, house, workplace.recorder(), newId()))
  if (workplace.query(countErased) > erasedBefore) await leaveNoTrace(workplace)
  return { ...outcome, ...counted(report), outcome: 'imported' }
}

/** A set that was not read to its end. Two codes are harmless; an old one still carries an acknowledgement. */
async function unread(
  workplace: Receiving,
  set: FoundSet,
  error: BundleError,
  reason: Refusal,
  dry: boolean,
  by: Signed | undefined,
): Promise<SetOutcome> {
  const peers = workplace.query(loadPeers)
  const outcome = refused(namesOf(set), reason)
  // What is to be done about a computer of ours follows from the note alone; a set that is only old needs none.
  const isNoted = reason.code === 'B_FORK' && (reason.data.own === undefined ? !dry : reason.data.own === 'computer')
  if (isNoted) write(workplace.store, (db) => noteRefusal(db, reason, workplace.clock.at()))
  if (reason.code === 'B_NOT_FOR_US' && reason.data.claims === undefined) return { ...outcome, outcome: 'notForUs' }
  if (error.code === 'B_ALREADY') return { ...outcome, id: error.id, outcome: 'already' }
  if (error.code !== 'B_OLD') return outcome
  const { manifest } = error
  const old = {
    ...outcome,
    id: manifest.id,
    from: manifest.from.office,
    fromName: nameOfSender(workplace, manifest, peers),
    kind: manifest.kind,
    created: manifest.created,
    outcome: 'already' as const,
  }
  if (dry) return old
  await workplace.notice(manifest.have)
  const received: Received = {
    id: manifest.id,
    from: manifest.from.office,
    ...deviceIn(workplace, manifest),
    kind: 'ack',
    sealedTo: manifest.to.age_recipient,
    channels: [],
    have: manifest.have,
    wants: manifest.want_attachments,
    scansMissing: [],
    scansArrived: [],
    // An office that sends what we hold has not heard that we hold it.
    isOwedAnswer: isContent(manifest.kind),
    // What is held may have come by way of another computer of ours: that it is theirs the sender says only here.
    ...(by === undefined || manifest.kind === 'recovery'
      ? {}
      : { proof: { lists: listsOf(by.files), channels: manifest.channels } }),
  }
  const report = receiveBundle(
    workplace.store,
    received,
    houseOf(workplace.keys.office, peers),
    workplace.recorder(),
    newId(),
  )
  return { ...old, report }
}

/** True for what an office is to hear that it has come, scans too. Receipts are of another kind, and never answered. */
function isContent(kind: ReadSet['manifest']['kind']): boolean {
  return kind === 'changes' || kind === 'full'
}

function sharedOf(shared: ReadonlyMap<string, number>, channel: string): { readonly shared?: number } {
  const seq = shared.get(channel)
  return seq === undefined ? {} : { shared: seq }
}

/** The device of our own office that wrote a set; nothing for one of another office. */
function deviceIn({ keys }: Receiving, { from }: ReadSet['manifest']): { readonly device?: string } {
  return from.office === keys.office ? { device: from.device } : {}
}

function nameOfSender(
  { keys, query }: Receiving,
  { from }: ReadSet['manifest'],
  peers: readonly PeerState[],
): string | null {
  if (from.office === keys.office) return nameOfDevice(query(loadDevices), from.device)
  return peers.find((peer) => peer.id === from.office)?.peer.name ?? null
}

function heldOf(verified: ReadSet, channel: string): number {
  return verified.manifest.channels.find((carried) => carried.channel === channel)?.entries ?? 0
}
