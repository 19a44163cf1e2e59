/**
 * One set: read and verified to step 11, then shown or taken in whole. Nothing touches the journal before the one
 * transaction at the end; scans are durable before it.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ImportReport, SetOutcome } from '../../shared/contract/exchange.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { GENESIS } from '../../shared/bundle/chain.ts'
import { nameOfDevice, selvesOf } from '../../shared/model/devices.ts'
import type { PeerState } from '../../shared/model/office-state.ts'
import { loadDevices, loadOffice, loadPeers } from '../../db/load.ts'
import { channelRow, channelRows, headAt } from '../../db/journal.ts'
import { knowsBundle, scansNamedIn, sharedUpTo } from '../../db/private/exchange.ts'
import { toldErasures } from '../../db/queries/erasures.ts'
import { previewBundle, receiveBundle, type Received } from '../../db/receive.ts'
import { houseOf } from '../../db/settle.ts'
import { write } from '../../db/transaction.ts'
import { openStaging, type Staging } from '../../db/staging.ts'
import { listsOf } from '../bundle/head-proof.ts'
import type { FoundSet } from '../bundle/find-sets.ts'
import { keyNumberInLine } from '../bundle/minisign.ts'
import type { KnownOffice } from '../bundle/open-bag.ts'
import { readSet, type ReadSet } from '../bundle/read-set.ts'
import { makeFolder } from '../disk/folders.ts'
import { temporaryNameFor } from '../disk/temporary.ts'
import type { Recorder } from '../../db/record.ts'
import type { Store } from '../../db/open.ts'
import type { DeviceKey, OfficeKeys } from '../office/keys.ts'
import type { Surroundings, Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import type { ScanFailure } from '../scans/failures.ts'
import { readdirNames } from '../scans/listing.ts'
import { incomingFolder } from '../scans/sealed-files.ts'
import type { StagedScan } from '../scans/staging.ts'
import type { JobControl } from './write-outgoing.ts'
import { keepSealed } from './kept-sets.ts'
import { dated, noteRefusal, ofOurOwn, refused } from './outcomes.ts'
import { refusedKind } from './special-kinds.ts'
import { newId } from '../new-id.ts'

/** How an import is asked for. */
export type ImportInput = {
  readonly folder: string
  readonly set?: string | undefined
  readonly withoutScans?: boolean | undefined
}

/**
 * What a set is taken into: an unlocked office, or a store that its enrolment is just filling. `notice`: hears what another
 * says it holds of our channels, before the set is taken in.
 */
export type Receiving = Pick<Surroundings, 'disk' | 'paths' | 'clock'> & {
  readonly store: Store
  readonly keys: OfficeKeys
  readonly device: string
  readonly deviceKey: DeviceKey
  readonly scans: Workplace['scans']
  readonly recorder: () => Recorder
  readonly query: Workplace['query']
  readonly notice: (have: ReadSet['manifest']['have']) => Promise<unknown>
}

/** Reads one set, and takes it in or shows what it would bring. */
export async function takeSet(
  workplace: Receiving,
  input: ImportInput,
  set: FoundSet,
  control: JobControl,
  dry: boolean,
  forked?: Forked,
): Promise<SetOutcome> {
  const { signal, onProgress } = control

  const peers = workplace.query(loadPeers)
  const known = await readdirNames(workplace.disk, workplace.paths.data)
  const staged: StagedScan[] = []
  const named = new Set<string>()
  // Read only where a set carries a stub that it does not announce itself.
  let erasures: ReadonlySet<string> | null = null
  const told = () => (erasures ??= workplace.query(toldErasures))
  const staging = openStaging(await stagingPlace(workplace), randomBytes(32))
  const signed: { by?: Signed } = {}
  // Whose a set is that cannot be taken in is known as soon as its signature holds.
  const withSender = (outcome: SetOutcome): SetOutcome =>
    signed.by === undefined || outcome.from !== null
      ? outcome
      : { ...outcome, ...authorOf(workplace, signed.by, peers) }
  // Of a channel of ours that has another history there: read as if we held no more than both are known to share.
  const shared = forked?.shared ?? new Map<string, number>()
  const position = (channel: string) =>
    workplace.query((db) => {
      const row = channelRow(db, channel)
      const seq = shared.get(channel)
      return row === null || seq === undefined ? row : { seq, head: headAt(db, channel, seq) ?? GENESIS }
    })
  try {
    const verified = await guarded(() =>
      readSet({
        set,
        disk: workplace.disk,
        keys: readKeysOf(workplace, peers),
        ledger: {
          knowsBundle: (id) => workplace.query((db) => knowsBundle(db, id)),
          position,
          headAt: (channel, seq) => workplace.query((db) => headAt(db, channel, seq)),
          knowsErasure: (channel, seq) => told().has(`${channel} ${seq}`),
        },
        sink: {
          line: (channel, line) => {
            staging.add(channel, line)
            for (const sha256 of scansNamedIn([line.line])) named.add(sha256)
          },
          knowsScan: (sha256) => known.has(workplace.scans.nameOf(sha256)),
          scan: async (sha256, source) => {
            const scan = await workplace.scans.stage(source, sha256)
            if (!scan.ok) throw new StagingFailed(scan.error)
            staged.push(scan.value)
          },
        },
        acceptsMissingScans: input.withoutScans === true,
        onSigned: (sender, manifest) => {
          signed.by = { sender, manifest }
        },
        ...(signal === undefined ? {} : { signal }),
        ...(onProgress === undefined ? {} : { onProgress }),
      }),
    )
    if (!verified.ok) return withSender(refused(set.label.name, verified.error))
    if (forked === undefined && !verified.value.ok && verified.value.error.code === 'B_FORK') {
      const again = await takeForked(workplace, input, set, control, dry, verified.value.error)
      if (again !== null && again.refusal?.code !== 'B_FORK') return again
    }
    if (!verified.value.ok) {
      const isNewer = !dry && verified.value.error.code === 'B_VERSION'
      const outcome = withSender(await unread(workplace, set, verified.value.error, peers, dry))
      return isNewer && (await keepSealed(workplace, set)) ? { ...outcome, kept: true } : outcome
    }
    const forbidden = refusedKind(workplace, verified.value.value.manifest, peers)
    if (forbidden !== null) return withSender(refused(set.label.name, forbidden))
    if (forked !== undefined && !dry) await workplace.notice([forked.parts])
    return await takeIn(workplace, set, verified.value.value, { staging, named, staged, shared }, dry)
  } finally {
    staging.close()
    await workplace.scans.discardStaging()
  }
}

/** Whose signature holds on a set, and what it says of itself where that is known. */
type Signed = { readonly sender: KnownOffice; readonly manifest: ReadSet['manifest'] | null }

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

/**
 * Channels of ours that have another history in a set: `parts` is where the first of them was seen to, as a claim that this
 * store is an old copy; `shared` is how far each channel of ours is known to be the same.
 */
type Forked = {
  readonly parts: ReadSet['manifest']['have'][number]
  readonly shared: ReadonlyMap<string, number>
}

/** What a set brought, until it is taken in: its lines, the scans they name, and those that came. */
type Staged = {
  readonly staging: Staging
  readonly named: ReadonlySet<string>
  readonly staged: readonly StagedScan[]
  readonly shared: ReadonlyMap<string, number>
}

/** Where lines may be staged: among the scans on their way in, which are swept after every import and at every start. */
async function stagingPlace({ disk, paths }: Receiving): Promise<string> {
  await makeFolder(disk, incomingFolder(paths.data))
  return temporaryNameFor(join(incomingFolder(paths.data), 'lines'))
}

/** A verified set: shown, or taken in. Scans are durable before the transaction that names them. */
async function takeIn(
  workplace: Receiving,
  set: FoundSet,
  verified: ReadSet,
  { staging, named, staged, shared }: Staged,
  dry: boolean,
): Promise<SetOutcome> {
  const { manifest, sender } = verified
  const peers = workplace.query(loadPeers)
  const arrived = new Set(staged.map(({ sha256 }) => sha256))
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
    proof: { lists: listsOf(verified.tagFiles), channels: manifest.channels },
  }
  const house = houseOf(workplace.keys.office, peers)
  const counted = (report: ImportReport) => ({
    report,
    // Only now is it known which lines have been taken back, and need theirs no more.
    scans: { ...outcome.scans, missing: report.scansMissing },
  })
  const outcome = {
    set: set.label.name,
    id: manifest.id,
    from: sender.office,
    fromName: nameOfSender(workplace, manifest, peers) ?? sender.code,
    kind: manifest.kind,
    created: manifest.created,
    refusal: null,
    scans: {
      fresh: verified.counts.newScans,
      quarantined: verified.quarantined.map(({ sha256 }) => sha256),
      missing: missing.length,
    },
  }
  if (dry) {
    const report = previewBundle(workplace.store, received, house, workplace.recorder(), newId())
    return { ...outcome, ...counted(report), outcome: 'ready' }
  }
  await workplace.notice(manifest.have)
  const adopted = await workplace.scans.adopt(staged)
  if (!adopted.ok) return { ...outcome, outcome: 'refused', refusal: refuse(adopted.error), report: null }
  const report = receiveBundle(workplace.store, received, house, workplace.recorder(), newId())
  return { ...outcome, ...counted(report), outcome: 'imported' }
}

/** A set that was not read to its end. Two codes are harmless; an old one still carries an acknowledgement. */
async function unread(
  workplace: Receiving,
  set: FoundSet,
  error: Extract<Awaited<ReturnType<typeof readSet>>, { ok: false }>['error'],
  peers: readonly PeerState[],
  dry: boolean,
): Promise<SetOutcome> {
  const reason = ofOurOwn(
    workplace,
    set,
    workplace.query((db) => dated(db, refuse(error))),
  )
  const outcome = refused(set.label.name, reason)
  if (!dry && reason.code === 'B_FORK') write(workplace.store, (db) => noteRefusal(db, reason, workplace.clock.at()))
  if (error.code === 'B_NOT_FOR_US') return { ...outcome, outcome: 'notForUs' }
  if (error.code === 'B_ALREADY') return { ...outcome, id: error.id, outcome: 'already' }
  if (error.code !== 'B_OLD') return outcome
  const { manifest } = error
  // What it says we hold of each other counts as that of a set that brings something: only from who may hand us this kind.
  const forbidden = refusedKind(workplace, manifest, peers)
  if (forbidden !== null) return refused(set.label.name, forbidden)
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

/**
 * Takes a set in again that brings channels of ours with another history than they have here: what both share stays, what
 * came stands behind it, and what this store had written instead is issued anew.
 * @returns null where the channel that parts is not one this store has written
 */
async function takeForked(
  workplace: Receiving,
  input: ImportInput,
  set: FoundSet,
  control: JobControl,
  dry: boolean,
  { channel, seq }: { readonly channel: string; readonly seq: number },
): Promise<SetOutcome | null> {
  const { keys, query } = workplace
  const [office, device = ''] = channel.split('.')
  const isOurs = office === keys.office && selvesOf(query(loadDevices), workplace.device).has(device)
  // A look must not make this store a new device; only then can what it wrote as this one be issued anew.
  if (!isOurs || (dry && device === workplace.device)) return null
  const shared = query((db) => {
    const mine = selvesOf(loadDevices(db), workplace.device)
    const rows = channelRows(db).filter((row) => row.office === keys.office && mine.has(row.device))
    return new Map(rows.map((row) => [row.channel, sharedUpTo(db, row)]))
  })
  return takeSet(workplace, input, set, control, dry, { parts: { device, channel, seq, head: '' }, shared })
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

function readKeysOf({ keys, deviceKey, query }: Receiving, peers: readonly PeerState[]) {
  const code = query(loadOffice)?.profile.code ?? ''
  const known = [
    ...peers.flatMap(({ id, peer, revoked, deadKeys }) => [
      ...deadKeys.map((signKey) => ({ office: id, code: peer.code, signKey, revoked: true })),
      { office: id, code: peer.code, signKey: peer.signKey, revoked },
    ]),
    ...keys.formerSignKeys.map((signKey) => ({ office: keys.office, code, signKey, revoked: true })),
    { office: keys.office, code, signKey: keys.signKey, revoked: false },
  ]
  const offices = new Map(known.map((office) => [keyNumberInLine(office.signKey), office]))
  return {
    identities: [...keys.identities, deviceKey.identity],
    offices: (keyNumber: string) => offices.get(keyNumber) ?? null,
    self: { office: keys.office },
  }
}

/** The scan store's own failure, thrown through the reader of the set. */
class StagingFailed extends Error {
  readonly failure: ScanFailure
  constructor(failure: ScanFailure) {
    super(failure.code)
    this.failure = failure
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof StagingFailed) return fail(refuse(error.failure))
    throw error
  }
}
