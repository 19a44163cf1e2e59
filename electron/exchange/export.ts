/**
 * Writing what another office has not acknowledged: lines since its mark, the scans they name, the scans it asked for,
 * and what we hold of its own channels. The set itself is written by electron/bundle/write-set.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { ExportAnswer, Exported } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import type { PeerState } from '../../shared/model/office-state.ts'
import { loadOffice, loadPeers } from '../../db/load.ts'
import { newestMigration } from '../../db/migrations/index.ts'
import {
  haveOf,
  keepExport,
  markExported,
  missingFrom,
  needed,
  noteMissing,
  outgoingFor,
  owesAnswer,
  scanBytes,
  scansNamed,
  wantedBy,
  type Outgoing,
} from '../../db/private/exchange.ts'
import { recordAndApply } from '../../db/run-command.ts'
import { write } from '../../db/transaction.ts'
import type { AttachmentSource } from '../bundle/make-bag.ts'
import { carrierError } from '../bundle/fault.ts'
import { writeSet, type WriteProgress } from '../bundle/write-set.ts'
import { ownHeads, writeMarks } from '../office/marks.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { ScanUnopened } from '../scans/sealed-files.ts'
import { APP_VERSION } from '../version.ts'
import { carrierFolder, dropUnfinished } from './carrier.ts'
import { linesOf } from './lines-of.ts'
import { newId } from '../new-id.ts'

/** How an export is watched and stopped. */
export type JobControl = { readonly signal?: AbortSignal; readonly onProgress?: (progress: unknown) => void }

/** Exports to one office, or to every office that has something new, one set each. */
export async function exportSets(
  workplace: Workplace,
  input: { readonly to?: string | undefined; readonly folder: string; readonly full?: boolean | undefined },
  control: JobControl,
): Promise<Result<ExportAnswer, Refusal>> {
  const peers = workplace.query(loadPeers).filter((peer) => !peer.revoked)
  const named = peers.filter((peer) => peer.id === input.to || peer.peer.code === input.to)
  if (input.to !== undefined && named.length === 0) return fail(refusal('PEER_UNKNOWN', { office: input.to }))
  const targets = input.to === undefined ? peers.filter((peer) => hasNews(workplace, peer)) : named
  if (targets.length === 0)
    return fail(refusal('NOTHING_TO_EXPORT', { name: peers.map(({ peer }) => peer.name).join(', ') }))
  const folder = await carrierFolder(workplace.disk, input.folder)
  if (!folder.ok) return fail(refuse(carrierError(folder.error)))
  const place = { folder: folder.value, at: workplace.clock.at() }
  await dropUnfinished(workplace.disk, place.folder, workplace.query(loadOffice)?.profile.code ?? '')
  const sets: Exported[] = []
  for (const peer of targets) {
    const written = await exportTo(workplace, peer, place.folder, input.full === true, control)
    if (!written.ok) return sets.length === 0 ? written : ok({ ...place, sets, stopped: written.error })
    sets.push(written.value)
  }
  return ok({ ...place, sets, stopped: null })
}

/** True if an office has not acknowledged something of ours, or has not been told what we hold of its own. */
function hasNews(workplace: Workplace, peer: PeerState): boolean {
  const self = workplace.keys.office
  return workplace.query((db) => {
    if (outgoingFor(db, self, peer.id, false).length > 0 || wantedBy(db, peer.id).length > 0) return true
    return owesAnswer(db, self, peer.id)
  })
}

async function exportTo(
  workplace: Workplace,
  peer: PeerState,
  folder: string,
  full: boolean,
  { signal, onProgress }: JobControl,
): Promise<Result<Exported, Refusal>> {
  const { keys, disk, paths, device } = workplace
  const plan = workplace.query((db) => {
    const outgoing = outgoingFor(db, keys.office, peer.id, full)
    return {
      office: loadOffice(db),
      outgoing,
      have: haveOf(db, peer.id, keys.office),
      wants: missingFrom(db, peer.id),
      scans: needed(
        db,
        scansFor(outgoing, outgoingFor(db, keys.office, peer.id, true), wantedBy(db, peer.id), (...lines) =>
          scansNamed(db, ...lines),
        ),
      ).map((sha256) => ({ sha256, bytes: scanBytes(db, sha256) })),
    }
  })
  if (plan.office === null) return fail(refusal('NOT_SET_UP', {}))
  const lost = new Set<string>()
  const sources: AttachmentSource[] = []
  for (const { sha256, bytes } of plan.scans) {
    const there = await workplace.scans.has(sha256)
    if (!there.ok) return fail(refuse(there.error))
    if (!there.value || bytes === null) lost.add(sha256)
    else sources.push({ sha256, bytes, isChecked: true, open: () => openScan(workplace, sha256) })
  }
  const kind = plan.outgoing.length === 0 && sources.length === 0 ? 'ack' : full ? 'full' : 'changes'
  const recorder = workplace.recorder()
  const written = await withoutLost(sources, lost, (attachments) =>
    writeSet({
      manifest: {
        kind,
        created: recorder.at,
        from: { office: keys.office, code: plan.office?.profile.code ?? '', device },
        to: { office: peer.id, code: peer.peer.code, age_recipient: peer.peer.ageRecipient },
        have: plan.have.map((held) => ({ device, ...held })),
        want_attachments: [...plan.wants],
        app: { version: APP_VERSION, schema: newestMigration },
      },
      channels: plan.outgoing.map(({ channel, from, to, requires, head }) => ({
        channel: channel.channel,
        from,
        to,
        requires,
        head,
        lines: linesOf(workplace, channel.id, from, to),
      })),
      attachments,
      keys: { sign: keys.sign },
      disk,
      folder,
      ...(workplace.partBytes === undefined ? {} : { partBytes: workplace.partBytes }),
      beforeCommit: async () => {
        await writeMarks(
          disk,
          paths.marks,
          device,
          workplace.query((db) => ownHeads(db, keys.office, device)),
        )
      },
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress: (progress: WriteProgress) => onProgress(progress) }),
    }),
  )
  if (!written.ok) return written
  if (!written.value.ok) return fail(refuse(written.value.error))
  const set = written.value.value
  const scans = set.manifest.attachments.count
  const entries = plan.outgoing.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  const exported: Exported = {
    id: set.id,
    to: peer.id,
    toName: peer.peer.name,
    kind,
    files: set.files.map((file) => file.name),
    entries,
    scans,
    scansLost: [...lost].sort(),
    bytes: set.bytes,
    readBack: set.readBack,
    label: set.labelSha256,
  }
  write(workplace.store, (db) => {
    for (const { channel, to } of plan.outgoing) markExported(db, peer.id, channel.channel, to)
    keepExport(db, set.id, peer.id, recorder.at, { ...exported, have: plan.have })
    const sent = sources.flatMap(({ sha256 }) => (lost.has(sha256) ? [] : [sha256]))
    noteMissing(db, keys.office, [...lost], sent, keys.office)
    recordAndApply(db, recorder, newId(), [
      {
        kind: 'bundle.exported',
        subject: { type: 'bundle', id: set.id },
        payload: { to: peer.id, kind, entries, scans, bytes: set.bytes, label: set.labelSha256 },
      },
    ])
  })
  return ok(exported)
}

/** Scans named by what goes out, and those asked for that stand in any line this office has been or is being sent. */
function scansFor(
  outgoing: readonly Outgoing[],
  shared: readonly Outgoing[],
  wanted: readonly string[],
  named: (channel: string, from: number, to: number) => ReadonlySet<string>,
): string[] {
  const scans = new Set<string>()
  for (const { channel, from, to } of outgoing) for (const sha256 of named(channel.channel, from, to)) scans.add(sha256)
  if (wanted.length > 0) {
    const visible = new Set<string>()
    for (const { channel } of shared) for (const sha256 of named(channel.channel, 1, channel.seq)) visible.add(sha256)
    for (const sha256 of wanted) if (visible.has(sha256)) scans.add(sha256)
  }
  return [...scans].sort()
}

/** A scan that is gone or changed, found so while the set is being written. */
class LostScan extends Error {
  readonly sha256: string
  constructor(sha256: string) {
    super('a scan is lost')
    this.sha256 = sha256
  }
}

/** A scan that cannot be read for another reason: the disk's. */
class UnreadableScan extends Error {
  readonly refusal: Refusal
  constructor(reason: Refusal) {
    super('unreadable scan')
    this.refusal = reason
  }
}

async function* openScan(workplace: Workplace, sha256: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* workplace.scans.stream(sha256)
  } catch (error) {
    if (!(error instanceof ScanUnopened)) throw error
    const { failure } = error
    if (failure.code === 'SCAN_MISSING' || failure.code === 'SCAN_CHANGED') throw new LostScan(sha256)
    throw new UnreadableScan(refuse(failure))
  }
}

/**
 * Writes a set, and again without each scan that turns out to be lost: what an entry says must not wait for a picture
 * that nobody has any more. The addressee sees from the entries which are missing, and asks for them.
 * @param lost - scans already known to be lost; those found while writing are added
 */
async function withoutLost<T>(
  sources: readonly AttachmentSource[],
  lost: Set<string>,
  work: (attachments: readonly AttachmentSource[]) => Promise<T>,
): Promise<Result<T, Refusal>> {
  for (;;) {
    try {
      return ok(await work(sources.filter(({ sha256 }) => !lost.has(sha256))))
    } catch (error) {
      if (error instanceof UnreadableScan) return fail(error.refusal)
      if (!(error instanceof LostScan)) throw error
      lost.add(error.sha256)
    }
  }
}
