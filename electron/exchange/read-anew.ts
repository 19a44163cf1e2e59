/**
 * Reading a set into staging: verified to step 11, its lines and scans set down where the one transaction finds them.
 * Nothing touches the journal here.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { GENESIS } from '../../shared/bundle/chain.ts'
import type { PeerState } from '../../shared/model/office-state.ts'
import { loadOffice, loadPeers } from '../../db/load.ts'
import { channelRow, headAt } from '../../db/journal.ts'
import { notedMissing } from '../../db/private/damaged-scans.ts'
import { knowsBundle, scansNamedIn } from '../../db/private/exchange.ts'
import { toldErasures } from '../../db/queries/erasures.ts'
import type { ReadDb } from '../../db/transaction.ts'
import { openStaging } from '../../db/staging.ts'
import type { FoundSet } from '../bundle/find-sets.ts'
import type { OnSigned } from '../bundle/open-bag.ts'
import { keyNumberInLine } from '../bundle/minisign.ts'
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
import type { Reading, Readings } from './readings.ts'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'

/** How an import is asked for. `folder`: left out for what is kept on this computer alone. */
export type ImportInput = {
  readonly folder?: string | undefined
  readonly set?: string | undefined
  readonly withoutScans?: boolean | undefined
}

/**
 * What a set is taken into: an unlocked office, or a store that its enrolment is just filling. `notice`: hears what another
 * says it holds of our channels, before the set is taken in.
 */
export type Receiving = Pick<Surroundings, 'disk' | 'paths' | 'clock' | 'occupying'> & {
  readonly store: Store
  readonly keys: OfficeKeys
  readonly device: string
  readonly deviceKey: DeviceKey
  readonly scans: Workplace['scans']
  readonly recorder: () => Recorder
  readonly query: Workplace['query']
  readonly notice: (have: ReadSet['manifest']['have']) => Promise<unknown>
  /** Where what was shown is kept until it is taken in; without it every set is read anew. */
  readonly readings?: Readings
}

/**
 * Reads and verifies a set, up to what the journal would say of it.
 * @param control - `dry`: to be shown, so that a scan which lies staged for another set that is shown needs no second place
 * @param shared how far channels of ours are to be read as held, where the set has another history of them
 * @returns the reading, which is the caller's to close; what is wrong with the set; or what went wrong here
 */
export async function readAnew(
  workplace: Receiving,
  input: ImportInput,
  set: FoundSet,
  { signal, onProgress, onSigned, dry }: JobControl & { readonly onSigned: OnSigned; readonly dry: boolean },
  shared: ReadonlyMap<string, number>,
): Promise<Result<Result<Reading, BundleError>, Refusal>> {
  const { query } = workplace
  const peers = query(loadPeers)
  // What an import that broke off has left in its place would pass for known, and be swept before the lines are in.
  await workplace.scans.swept()
  const known = await readdirNames(workplace.disk, workplace.paths.data)
  const damaged = query(notedMissing)
  const staged: StagedScan[] = []
  const lying = dry ? workplace.readings?.staged() : undefined
  const sharedScans: StagedScan[] = []
  const named = new Set<string>()
  // Read only where a set carries a stub that it does not announce itself.
  let erasures: ReadonlySet<string> | null = null
  const told = () => (erasures ??= query(toldErasures))
  const linesFile = await stagingPlace(workplace)
  const staging = openStaging(linesFile, randomBytes(32))
  // Of a channel of ours that has another history there: read as if we held no more than both are known to share.
  const position = (db: ReadDb, channel: string) => {
    const row = channelRow(db, channel)
    const seq = shared.get(channel)
    return row === null || seq === undefined ? row : { seq, head: headAt(db, channel, seq) ?? GENESIS }
  }
  const positions = new Map<string, ReturnType<typeof position>>()
  // As it was when it was used: what changes while a long set is read shows too.
  const reliedOn = () => JSON.stringify([peers, [...positions], erasures === null ? null : [...erasures], false])
  const relied = (id: string) =>
    query((db) =>
      JSON.stringify([
        loadPeers(db),
        [...positions.keys()].map((channel) => [channel, position(db, channel)]),
        erasures === null ? null : [...toldErasures(db)],
        knowsBundle(db, id),
      ]),
    )
  let isRead = false
  try {
    const verified = await guarded(() =>
      readSet({
        set,
        disk: workplace.disk,
        keys: readKeysOf(workplace, peers),
        ledger: {
          knowsBundle: (id) => query((db) => knowsBundle(db, id)),
          position: (channel) => {
            const found = query((db) => position(db, channel))
            positions.set(channel, found)
            return found
          },
          headAt: (channel, seq) => query((db) => headAt(db, channel, seq)),
          knowsErasure: (channel, seq) => told().has(`${channel} ${seq}`),
        },
        sink: {
          line: (channel, line) => {
            staging.add(channel, line)
            for (const sha256 of scansNamedIn([line.line])) named.add(sha256)
          },
          knowsScan: (sha256) => known.has(workplace.scans.nameOf(sha256)) && !damaged.has(sha256),
          scan: async (sha256, source) => {
            const there = lying?.get(sha256)
            if (there !== undefined) {
              // Not read here, it is only hashed.
              sharedScans.push(there)
              staged.push(there)
              return
            }
            const scan = await workplace.scans.stage(source, sha256)
            if (!scan.ok) throw new StagingFailed(scan.error)
            staged.push(scan.value)
          },
        },
        acceptsMissingScans: input.withoutScans === true,
        onSigned,
        ...(signal === undefined ? {} : { signal }),
        ...(onProgress === undefined ? {} : { onProgress }),
      }),
    )
    if (!verified.ok) return verified
    if (!verified.value.ok) return ok(verified.value)
    isRead = true
    const { id } = verified.value.value.manifest
    const holds = () => relied(id) === reliedOn()
    return ok(ok({ verified: verified.value.value, staging, linesFile, named, staged, shared: sharedScans, holds }))
  } finally {
    if (!isRead) staging.close()
  }
}

/** Where lines may be staged: among the scans on their way in, which are swept after every import and at every start. */
async function stagingPlace({ disk, paths }: Receiving): Promise<string> {
  await makeFolder(disk, incomingFolder(paths.data))
  return temporaryNameFor(join(incomingFolder(paths.data), 'lines'))
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
  const offices = Map.groupBy(known, ({ signKey }) => keyNumberInLine(signKey))
  return {
    identities: [...keys.identities, deviceKey.identity],
    offices: (keyNumber: string) => offices.get(keyNumber) ?? [],
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
