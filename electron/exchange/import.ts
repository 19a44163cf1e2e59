/**
 * Taking in what another office sent: each set on the carrier is read and verified to step 11, shown or taken in whole,
 * and reported. Nothing touches the journal before the one transaction at the end.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ImportReport, ImportResult, SetOutcome } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import type { PeerState } from '../../shared/model/office-state.ts'
import { loadPeers } from '../../db/load.ts'
import { channelRow, headAt } from '../../db/journal.ts'
import { knowsBundle, oweAnswer, scansNamedIn } from '../../db/private/exchange.ts'
import { toldErasures } from '../../db/queries/erasures.ts'
import { previewBundle, receiveBundle, type Received } from '../../db/receive.ts'
import { houseOf } from '../../db/settle.ts'
import { dayAt, noteTrouble } from '../../db/private/troubles.ts'
import { write, type ReadDb, type WriteDb } from '../../db/transaction.ts'
import { parseChannel } from '../../shared/bundle/format.ts'
import { openStaging, type Staging } from '../../db/staging.ts'
import { listsOf } from '../bundle/head-proof.ts'
import { findSets, type FoundSet } from '../bundle/find-sets.ts'
import { keyNumberInLine } from '../bundle/minisign.ts'
import { readSet, type ReadSet } from '../bundle/read-set.ts'
import { makeFolder } from '../disk/folders.ts'
import { temporaryNameFor } from '../disk/temporary.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import type { ScanFailure } from '../scans/failures.ts'
import { readdirNames } from '../scans/listing.ts'
import { incomingFolder } from '../scans/sealed-files.ts'
import type { StagedScan } from '../scans/staging.ts'
import type { JobControl } from './export.ts'
import { noticeOldBackup } from '../office/old-backup.ts'
import { faultsOf } from './faults.ts'
import { dropKept, keepSealed, keptSets } from './kept-sets.ts'
import { refusedKind } from './special-kinds.ts'
import { newId } from '../new-id.ts'

/** How an import is asked for. */
export type ImportInput = {
  readonly folder: string
  readonly set?: string | undefined
  readonly withoutScans?: boolean | undefined
}

/** Shows what the sets in a folder would bring; nothing is kept. */
export function previewSets(workplace: Workplace, input: ImportInput, control: JobControl) {
  return eachSet(workplace, input, control, true)
}

/** Takes in every set in a folder that is for us, in order, each all or nothing. */
export function importSets(workplace: Workplace, input: ImportInput, control: JobControl) {
  return eachSet(workplace, input, control, false)
}

async function eachSet(
  workplace: Workplace,
  input: ImportInput,
  control: JobControl,
  dry: boolean,
): Promise<Result<ImportResult, Refusal>> {
  const found = await findSets(workplace.disk, input.folder, control.signal ? { signal: control.signal } : {})
  if (!found.ok) return fail(refuse(found.error))
  const chosen = found.value.sets.filter((set) => input.set === undefined || set.label.name === input.set)
  const faults = await faultsOf(workplace.disk, found.value, control.signal)
  const outcomes: SetOutcome[] = faults.map(({ path, error }) => refused(path, refuse(error)))
  if (!dry && input.set === undefined) outcomes.push(...(await takeKept(workplace, input, control)))
  let pending = [...chosen]
  // A set that needs another one first waits for it: the order of names on a stick means nothing.
  for (let progress = true; progress && pending.length > 0;) {
    progress = false
    const waiting: FoundSet[] = []
    const gaps: SetOutcome[] = []
    for (const set of pending) {
      const outcome = await takeSet(workplace, input, set, control, dry)
      if (outcome.refusal?.code === 'B_CANCELLED') {
        // What was taken in before stays; the report names it.
        const isBegun = outcomes.some((done) => done.outcome === 'imported')
        if (!isBegun) return fail(outcome.refusal)
        return ok({ sets: [...outcomes, outcome], others: 0, warnings: found.value.warnings, at: workplace.clock.at() })
      }
      if (outcome.refusal?.code === 'B_GAP' && !dry) {
        waiting.push(set)
        gaps.push(outcome)
      } else {
        outcomes.push(outcome)
        if (outcome.outcome === 'imported') progress = true
      }
    }
    if (!progress) {
      outcomes.push(...gaps)
      noteGaps(workplace, gaps)
    }
    pending = waiting
  }
  const others = outcomes.filter((outcome) => outcome.outcome === 'notForUs').length
  if (outcomes.length === 0 || outcomes.length === others)
    return fail(refusal('NO_SETS', { folder: input.folder, others }))
  return ok({ sets: outcomes, others, warnings: found.value.warnings, at: workplace.clock.at() })
}

/** Sets of a newer format that an update has made readable. What is still too new is not spoken of again. */
async function takeKept(workplace: Workplace, input: ImportInput, control: JobControl): Promise<SetOutcome[]> {
  const outcomes: SetOutcome[] = []
  for (const set of await keptSets(workplace)) {
    const outcome = await takeSet(workplace, input, set, control, false)
    const code = outcome.refusal?.code
    if (code === 'B_VERSION' || code === 'B_CANCELLED') continue
    // What waits for an earlier set stays for the next time.
    if (code !== 'B_GAP') await dropKept(workplace, set)
    outcomes.push(outcome)
  }
  return outcomes
}

/** What could not be joined on is answered: the sender's next set begins where we stand. */
function noteGaps(workplace: Workplace, gaps: readonly SetOutcome[]): void {
  const { store, clock } = workplace
  write(store, (db) => {
    for (const { refusal: reason } of gaps) if (reason !== null) noteRefusal(db, reason, clock.at())
  })
  const offices = new Set(
    gaps.flatMap(({ refusal: reason }) =>
      reason?.code === 'B_GAP' ? (parseChannel(reason.data.channel)?.office ?? []) : [],
    ),
  )
  if (offices.size > 0) write(store, (db) => offices.forEach((office) => oweAnswer(db, office, clock.at())))
}

async function takeSet(
  workplace: Workplace,
  input: ImportInput,
  set: FoundSet,
  { signal, onProgress }: JobControl,
  dry: boolean,
): Promise<SetOutcome> {
  const peers = workplace.query(loadPeers)
  const known = await readdirNames(workplace.disk, workplace.paths.data)
  const staged: StagedScan[] = []
  const named = new Set<string>()
  // Read only where a set carries a stub that it does not announce itself.
  let erasures: ReadonlySet<string> | null = null
  const told = () => (erasures ??= workplace.query(toldErasures))
  const staging = openStaging(await stagingPlace(workplace), randomBytes(32))
  try {
    const verified = await guarded(() =>
      readSet({
        set,
        disk: workplace.disk,
        keys: readKeysOf(workplace, peers),
        ledger: {
          knowsBundle: (id) => workplace.query((db) => knowsBundle(db, id)),
          position: (channel) => workplace.query((db) => channelRow(db, channel)),
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
        ...(signal === undefined ? {} : { signal }),
        ...(onProgress === undefined ? {} : { onProgress }),
      }),
    )
    if (!verified.ok) return refused(set.label.name, verified.error)
    if (!dry && !verified.value.ok && verified.value.error.code === 'B_VERSION') await keepSealed(workplace, set)
    if (!verified.value.ok) return await unread(workplace, set, verified.value.error, peers, dry)
    const forbidden = refusedKind(workplace, verified.value.value, peers)
    if (forbidden !== null) return refused(set.label.name, forbidden)
    return await takeIn(workplace, set, verified.value.value, { staging, named, staged }, dry)
  } finally {
    staging.close()
    await workplace.scans.discardStaging()
  }
}

/** What a set brought, until it is taken in: its lines, the scans they name, and those that came. */
type Staged = {
  readonly staging: Staging
  readonly named: ReadonlySet<string>
  readonly staged: readonly StagedScan[]
}

/** Where lines may be staged: among the scans on their way in, which are swept after every import and at every start. */
async function stagingPlace({ disk, paths }: Workplace): Promise<string> {
  await makeFolder(disk, incomingFolder(paths.data))
  return temporaryNameFor(join(incomingFolder(paths.data), 'lines'))
}

/** A verified set: shown, or taken in. Scans are durable before the transaction that names them. */
async function takeIn(
  workplace: Workplace,
  set: FoundSet,
  verified: ReadSet,
  { staging, named, staged }: Staged,
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
    kind: manifest.kind,
    channels: verified.channels.map(({ channel, fresh }) => ({
      channel,
      lines: staging.lines(channel),
      known: heldOf(verified, channel) - fresh,
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
    fromName: peers.find((peer) => peer.id === sender.office)?.peer.name ?? sender.code,
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
  await noticeOldBackup(workplace, manifest.have)
  const adopted = await workplace.scans.adopt(staged)
  if (!adopted.ok) return { ...outcome, outcome: 'refused', refusal: refuse(adopted.error), report: null }
  const report = receiveBundle(workplace.store, received, house, workplace.recorder(), newId())
  return { ...outcome, ...counted(report), outcome: 'imported' }
}

/** A set that was not read to its end. Two codes are harmless; an old one still carries an acknowledgement. */
async function unread(
  workplace: Workplace,
  set: FoundSet,
  error: Extract<Awaited<ReturnType<typeof readSet>>, { ok: false }>['error'],
  peers: readonly PeerState[],
  dry: boolean,
): Promise<SetOutcome> {
  const reason = workplace.query((db) => dated(db, refuse(error)))
  const outcome = refused(set.label.name, reason)
  if (!dry && reason.code === 'B_FORK') write(workplace.store, (db) => noteRefusal(db, reason, workplace.clock.at()))
  if (error.code === 'B_NOT_FOR_US') return { ...outcome, outcome: 'notForUs' }
  if (error.code === 'B_ALREADY') return { ...outcome, id: error.id, outcome: 'already' }
  if (error.code !== 'B_OLD') return outcome
  const { manifest } = error
  const old = {
    ...outcome,
    id: manifest.id,
    from: manifest.from.office,
    fromName: peers.find((peer) => peer.id === manifest.from.office)?.peer.name ?? null,
    kind: manifest.kind,
    created: manifest.created,
    outcome: 'already' as const,
  }
  if (dry) return old
  await noticeOldBackup(workplace, manifest.have)
  const received: Received = {
    id: manifest.id,
    from: manifest.from.office,
    kind: 'ack',
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

/** A refusal with the day of the line where what we hold ends, or differs. */
function dated(db: ReadDb, reason: Refusal): Refusal {
  if (reason.code !== 'B_GAP' && reason.code !== 'B_FORK') return reason
  const { channel } = reason.data
  const since = dayAt(db, channel, reason.code === 'B_GAP' ? reason.data.have : reason.data.seq)
  if (since === null) return reason
  return reason.code === 'B_GAP'
    ? refusal('B_GAP', { ...reason.data, since })
    : refusal('B_FORK', { ...reason.data, since })
}

function noteRefusal(db: WriteDb, reason: Refusal, at: string): void {
  if (reason.code !== 'B_GAP' && reason.code !== 'B_FORK') return
  const { channel, since = null } = reason.data
  const seq = reason.code === 'B_GAP' ? reason.data.need : reason.data.seq
  noteTrouble(db, { channel, code: reason.code, seq, since, at })
}

function heldOf(verified: ReadSet, channel: string): number {
  return verified.manifest.channels.find((carried) => carried.channel === channel)?.entries ?? 0
}

function readKeysOf(workplace: Workplace, peers: readonly PeerState[]) {
  const offices = new Map(
    peers.flatMap(({ id, peer, revoked, deadKeys }) =>
      [...deadKeys.map((key) => [key, true] as const), [peer.signKey, revoked] as const].map(([signKey, isDead]) => [
        keyNumberInLine(signKey),
        { office: id, code: peer.code, signKey, revoked: isDead },
      ]),
    ),
  )
  return {
    identities: workplace.keys.identities,
    offices: (keyNumber: string) => offices.get(keyNumber) ?? null,
    self: { office: workplace.keys.office },
  }
}

function refused(set: string, reason: Refusal): SetOutcome {
  return {
    set,
    id: null,
    from: null,
    fromName: null,
    kind: null,
    created: null,
    outcome: 'refused',
    refusal: reason,
    report: null,
    scans: { fresh: 0, quarantined: [], missing: 0 },
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
