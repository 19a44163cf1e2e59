/**
 * Writing one set: lines since the mark of whoever it is for, the scans they name, the scans that were asked for, and what
 * we hold. Another office and another device of our own differ only in what goes out, and in whose name it is remembered.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { LIMITS } from '../../shared/bundle/format.ts'
import type { Exported } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { loadOffice } from '../../db/load.ts'
import { haveOf, keepExport, markExported, needed, scansNamed, type Outgoing } from '../../db/private/exchange.ts'
import { askedFor, awaited, noteMissing, wantsFrom } from '../../db/private/missing-scans.ts'
import { wantedBy } from '../../db/private/wanted-scans.ts'
import { recordAndApply } from '../../db/run-command.ts'
import { write, type ReadDb, type WriteDb } from '../../db/transaction.ts'
import type { Workplace } from '../office/workplace.ts'
import { newId } from '../new-id.ts'
import { noted, understood } from '../understood.ts'
import { gatherScans } from './lost-scans.ts'
import { tooManyLines } from './too-many-lines.ts'
import { writePlanned } from './write-planned.ts'

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

/**
 * Writes a set for somebody and records that it was written. Whatever its disks or the store do to it is its own answer:
 * sets that were written before it are still to be told of.
 * @param full - from line 1
 */
export function writeOutgoing(
  workplace: Workplace,
  to: Addressee,
  folder: string,
  full: boolean,
  control: JobControl,
): Promise<Result<Exported, Refusal>> {
  return understood(() => writeAndRecord(workplace, to, folder, full, control), control.signal)
}

async function writeAndRecord(
  workplace: Workplace,
  to: Addressee,
  folder: string,
  full: boolean,
  control: JobControl,
): Promise<Result<Exported, Refusal>> {
  const { keys } = workplace
  const planned = workplace.query((db) => {
    const outgoing = to.outgoing(db, full)
    const tooMany = tooManyLines(db, outgoing, to.kind)
    if (tooMany !== null) return fail(tooMany)
    return ok({
      office: loadOffice(db),
      outgoing,
      have: to.have(db),
      awaited: awaited(db, keys.office),
      wants: wantsFrom(db, to.key, to.device !== undefined),
      asked: askedFor(db, to.key),
      scans: needed(
        db,
        scansFor(
          outgoing.filter(({ channel }) => to.carriesScansOf?.(channel.channel) !== false),
          [...to.outgoing(db, true).map(({ channel }) => channel), ...haveOf(db, to.key, keys.office)],
          wantedBy(db, to.key),
          (...lines) => scansNamed(db, ...lines),
        ),
      ),
    })
  })
  if (!planned.ok) return planned
  const plan = planned.value
  if (plan.office === null) return fail(refusal('NOT_SET_UP', {}))
  const gathered = await gatherScans(workplace, plan.scans, LIMITS.payloadFiles - plan.outgoing.length)
  if (!gathered.ok) return gathered
  const { sources, lost, later } = gathered.value
  const kind = kindOf(to.kind, plan.outgoing.length === 0 && sources.length === 0, full)
  const recorder = workplace.recorder()
  const { have, wants, asked, outgoing: channels } = plan
  const written = await writePlanned(
    workplace,
    {
      kind,
      created: recorder.at,
      code: plan.office.profile.code,
      to: to.to,
      have,
      wants,
      channels,
      scans: gathered.value,
    },
    folder,
    control,
  )
  if (!written.ok) return written
  const set = written.value
  const scans = set.manifest.attachments.count
  const entries = plan.outgoing.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  const scansLost = [...lost].filter((sha256) => !plan.awaited.has(sha256)).sort()
  const exported: Exported = {
    id: set.id,
    to: to.key,
    toName: to.name,
    kind,
    files: set.files.map((file) => file.name),
    entries,
    scans,
    scansLost,
    ...(later === 0 ? {} : { scansLater: later }),
    bytes: set.bytes,
    readBack: set.readBack,
    label: set.labelSha256,
  }
  const record = (db: WriteDb) => {
    for (const { channel, to: last } of plan.outgoing) markExported(db, to.key, channel.channel, last)
    keepExport(db, set.id, to.key, recorder.at, { ...exported, have, wantsUpTo: wants.at(-1), asked })
    const sent = sources.flatMap(({ sha256 }) => (lost.has(sha256) ? [] : [sha256]))
    noteMissing(db, keys.office, scansLost, sent, keys.office)
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
  }
  return ok(recorded(workplace, exported, record))
}

/**
 * A set that stands, once it is recorded that it was written. What the store may do to that record takes nothing from the
 * set: it is told as it stands, with why nothing here knows of it.
 */
export function recorded({ store }: Workplace, exported: Exported, record: (db: WriteDb) => void): Exported {
  const unrecorded = noted(() => write(store, record))
  return unrecorded === null ? exported : { ...exported, unrecorded }
}

/** Between offices a set without content is a receipt, and one from line 1 says so; other kinds are what they are. */
function kindOf(kind: Addressee['kind'], isEmpty: boolean, full: boolean): Exported['kind'] {
  if (kind !== 'changes') return kind
  return isEmpty ? 'ack' : full ? 'full' : 'changes'
}

/**
 * Those asked for that stand in any line this office has been or is being sent, or has written itself: it may have lost them,
 * and its lines came back without. They go before all others, for they have waited already; then the scans named by what goes
 * out. What finds no room is asked for in its turn.
 */
function scansFor(
  outgoing: readonly Outgoing[],
  shared: readonly { readonly channel: string; readonly seq: number }[],
  wanted: readonly string[],
  named: (channel: string, from: number, to: number) => ReadonlySet<string>,
): string[] {
  const scans = new Set<string>()
  if (wanted.length > 0) {
    const visible = new Set<string>()
    for (const { channel, seq } of shared) for (const sha256 of named(channel, 1, seq)) visible.add(sha256)
    for (const sha256 of wanted) if (visible.has(sha256)) scans.add(sha256)
  }
  for (const { channel, from, to } of outgoing) for (const sha256 of named(channel.channel, from, to)) scans.add(sha256)
  return [...scans]
}
