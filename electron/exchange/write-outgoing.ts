/**
 * Writing one set: lines since the mark of whoever it is for, the scans they name, the scans that were asked for, and what
 * we hold. Another office and another device of our own differ only in what goes out, and in whose name it is remembered.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Exported } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { loadOffice } from '../../db/load.ts'
import { newestMigration } from '../../db/migrations/index.ts'
import {
  keepExport,
  markExported,
  missingFrom,
  needed,
  noteMissing,
  scanBytes,
  scansNamed,
  wantedBy,
  type Outgoing,
} from '../../db/private/exchange.ts'
import { recordAndApply } from '../../db/run-command.ts'
import { write, type ReadDb } from '../../db/transaction.ts'
import type { AttachmentSource } from '../bundle/make-bag.ts'
import { writeSet, type WriteProgress } from '../bundle/write-set.ts'
import { keepMarks } from '../office/marks.ts'
import type { Workplace } from '../office/workplace.ts'
import { newId } from '../new-id.ts'
import { refuse } from '../refuse.ts'
import { ScanUnopened } from '../scans/sealed-files.ts'
import { APP_VERSION } from '../version.ts'
import { linesOf } from './lines-of.ts'

/** How a job is watched and stopped. */
export type JobControl = { readonly signal?: AbortSignal; readonly onProgress?: (progress: unknown) => void }

/** Whom a set is for. */
export type Addressee = {
  /** What its marks and notes are kept under: an office id, or the id of another device of our own office. */
  readonly key: string
  readonly name: string
  readonly to: { readonly office: string; readonly code: string; readonly age_recipient: string }
  /** Set for another device of our own office. */
  readonly device?: string
  readonly kind: 'changes' | 'sibling' | 'enrol' | 'succession'
  /** What it lacks; `full`: everything it may have, whatever it has acknowledged. */
  readonly outgoing: (db: ReadDb, full: boolean) => readonly Outgoing[]
  /** Whether the scans that a channel names go along; by default those of every one. */
  readonly carriesScansOf?: (channel: string) => boolean
  /** What it is told that we hold. */
  readonly have: (db: ReadDb) => readonly { readonly channel: string; readonly seq: number; readonly head: string }[]
}

/** Writes a set for somebody and records that it was written. @param full - from line 1 */
export async function writeOutgoing(
  workplace: Workplace,
  to: Addressee,
  folder: string,
  full: boolean,
  { signal, onProgress }: JobControl,
): Promise<Result<Exported, Refusal>> {
  const { keys, disk, device } = workplace
  const plan = workplace.query((db) => {
    const outgoing = to.outgoing(db, full)
    return {
      office: loadOffice(db),
      outgoing,
      have: to.have(db),
      wants: missingFrom(db, to.key),
      scans: needed(
        db,
        scansFor(
          outgoing.filter(({ channel }) => to.carriesScansOf?.(channel.channel) !== false),
          to.outgoing(db, true),
          wantedBy(db, to.key),
          (...lines) => scansNamed(db, ...lines),
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
  const kind = kindOf(to.kind, plan.outgoing.length === 0 && sources.length === 0, full)
  const recorder = workplace.recorder()
  const written = await withoutLost(sources, lost, (attachments) =>
    writeSet({
      manifest: {
        kind,
        created: recorder.at,
        from: { office: keys.office, code: plan.office?.profile.code ?? '', device },
        to: to.to,
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
      beforeCommit: () => keepMarks(workplace, keys.office, device, (work) => workplace.query(work)),
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
    to: to.key,
    toName: to.name,
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
    for (const { channel, to: last } of plan.outgoing) markExported(db, to.key, channel.channel, last)
    keepExport(db, set.id, to.key, recorder.at, { ...exported, have: plan.have })
    const sent = sources.flatMap(({ sha256 }) => (lost.has(sha256) ? [] : [sha256]))
    noteMissing(db, keys.office, [...lost], sent, keys.office)
    recordAndApply(db, recorder, newId(), [
      {
        kind: 'bundle.exported',
        subject: { type: 'bundle', id: set.id },
        payload: {
          to: to.to.office,
          ...(to.device === undefined ? {} : { device: to.device }),
          kind,
          entries,
          scans,
          bytes: set.bytes,
          label: set.labelSha256,
        },
      },
    ])
  })
  return ok(exported)
}

/** Between offices a set without content is a receipt, and one from line 1 says so; other kinds are what they are. */
function kindOf(kind: Addressee['kind'], isEmpty: boolean, full: boolean): Exported['kind'] {
  if (kind !== 'changes') return kind
  return isEmpty ? 'ack' : full ? 'full' : 'changes'
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
