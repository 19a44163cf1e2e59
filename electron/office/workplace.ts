/**
 * An unlocked office: its store, its keys, its scans, and who sits at it. Opening brings the store up to this build,
 * notices a store that is an old copy of itself, and sweeps what a crash left.
 */
import { randomBytes } from 'node:crypto'
import { idOfText } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { refusal } from '../../shared/contract/refusals.ts'
import type { Role } from '../../shared/model/codes.ts'
import type { UserState } from '../../shared/model/office-state.ts'
import { channelRows } from '../../db/journal.ts'
import { loadPeers, loadUsers } from '../../db/load.ts'
import { markReplayed, migrate } from '../../db/migrate.ts'
import { migrations, newestMigration } from '../../db/migrations/index.ts'
import { openStore, storeTrouble, type ReadStore, type Store } from '../../db/open.ts'
import { scansInUse } from '../../db/private/exchange.ts'
import { keepSeenDate, markDoubt, newestOwnTime, readSeenDate } from '../../db/private/seen-date.ts'
import { newestErasure } from '../../db/queries/erasures.ts'
import { readSecret, writeSecret } from '../../db/private/secrets.ts'
import { noteOpened } from '../../db/private/since-opened.ts'
import type { Recorder } from '../../db/record.ts'
import { replay, tablesAreCurrent } from '../../db/replay.ts'
import { recordAndApply } from '../../db/run-command.ts'
import { houseOf, release } from '../../db/settle.ts'
import { read, write, type ReadDb } from '../../db/transaction.ts'
import { openStream, plainBytes, sealStream } from '../bundle/age.ts'
import type { Clock } from '../clock.ts'
import { createReadings, type Readings } from '../exchange/readings.ts'
import type { Disk } from '../disk/disk.ts'
import type { Paths } from '../paths.ts'
import { refuse } from '../refuse.ts'
import { createScanStore, type ScanStore } from '../scans/scan-store.ts'
import type { ScanKeys } from '../scans/sealed-files.ts'
import { BUILT_ON } from '../version.ts'
import { newDeviceId, readDeviceKey, readKeys, type DeviceKey, type OfficeKeys } from './keys.ts'
import { isBehind, ownHeads, readMarks, writeMarks } from './marks.ts'
import { openOfficeClock, type OfficeClock } from './office-clock.ts'
import { finishErasing } from './after-erasure.ts'
import { copyBeforeUpdate, sweepCopies } from './store-copies.ts'

/** What every part of the running program works with, locked or not. */
export type Surroundings = {
  readonly disk: Disk
  readonly paths: Paths
  readonly clock: Clock
  /** scrypt's N for new vault slots and for exported keys; tests make it small. */
  readonly cost?: number
  /** Milliseconds since 1970, by which waits after wrong tries pass, whatever day the clock stands still on. */
  readonly now?: () => number
  /** Bytes at which an export is cut into parts; tests make it small. */
  readonly partBytes?: number
  /** Runs work that leaves this thread no time for anything else until it is done: hosts are told. */
  readonly occupying?: <T>(work: () => T) => T
  /** Arguments that make this binary the writer of the self check, where it runs no file it is given. */
  readonly writerCommand?: readonly string[]
}

/** An unlocked office. */
export type Workplace = Surroundings & {
  readonly clock: OfficeClock
  readonly store: Store
  readonly reading: ReadStore
  readonly keys: OfficeKeys
  readonly device: string
  /** What sets of other devices of our own office are opened with. */
  readonly deviceKey: DeviceKey
  readonly scans: ScanStore
  /** What opens scans wherever they lie: here or in a backup. */
  readonly scanIdentities: readonly string[]
  readonly storeKey: Buffer
  readonly user: UserState
  readonly roles: readonly Role[]
  /** Who records, for db/record. */
  readonly recorder: () => Recorder
  readonly query: <T>(work: (db: ReadDb) => T) => T
  /** Sets that were shown, until they are taken in. */
  readonly readings: Readings
  /** Set where opening noticed that the store was an old copy and gave it a new device id. */
  readonly becameNewDevice: boolean
  /** Goes on as another device, which the store already is. */
  readonly goOnAs: (device: string) => void
  readonly close: () => void
}

/**
 * Opens the store of a data folder and makes it ready.
 * @param create - for a new office
 */
export function openReadyStore(
  surroundings: Surroundings,
  storeKey: Uint8Array,
  create: boolean,
): Result<Store, Refusal> {
  const opened = openStore(surroundings.paths.store, { key: storeKey, create })
  if (!opened.ok) return fail(refuse(opened.error))
  try {
    const ready = bringUp(surroundings, opened.value)
    if (!ready.ok) opened.value.close()
    return ready
  } catch (error) {
    // A store that stayed open would keep its lock, and the next attempt would say that it is in use.
    opened.value.close()
    throw error
  }
}

/** Migrates a store and replays its tables where this build needs it. */
function bringUp(surroundings: Surroundings, store: Store): Result<Store, Refusal> {
  const migrated = migrate<never>(store, migrations, {
    now: surroundings.clock.at(),
    backupFirst: () => {
      copyBeforeUpdate(store, newestMigration, surroundings.clock.at())
      return ok(null)
    },
  })
  if (!migrated.ok) return fail(refuse(migrated.error))
  if (migrated.value.replayNeeded || !read(store, tablesAreCurrent)) {
    write(store, (db) => {
      replay(db)
      markReplayed(db)
    })
  }
  return ok(store)
}

/** Opens an office for a user who has unlocked the vault. The store key stays with the workplace, which wipes it. */
export async function openWorkplace(
  surroundings: Surroundings,
  storeKey: Buffer,
  userId: string,
): Promise<Result<Workplace, Refusal>> {
  const opened = openReadyStore(surroundings, storeKey, false)
  if (!opened.ok) return opened
  const store = opened.value
  try {
    const ready = await enterStore(surroundings, store, storeKey, userId)
    if (!ready.ok) store.close()
    return ready
  } catch (error) {
    store.close()
    throw error
  }
}

async function enterStore(
  surroundings: Surroundings,
  store: Store,
  storeKey: Buffer,
  userId: string,
): Promise<Result<Workplace, Refusal>> {
  const keys = await readKeys((work) => read(store, work))
  if (keys === null) return fail(refusal('NOT_SET_UP', {}))
  const user = read(store, loadUsers).find((candidate) => candidate.id === userId)
  if (user === undefined || user.disabled) return fail(refuse({ code: 'VAULT_USER_UNKNOWN', userId }))
  const clock = openOfficeClock(
    surroundings.clock,
    {
      newest: () => read(store, (db) => newestOwnTime(db, keys.office.office)),
      seen: () => read(store, readSeenDate),
      keep: (seen) => write(store, (db) => keepSeenDate(db, seen)),
    },
    BUILT_ON,
  )
  const settled = await settleDevice({ ...surroundings, clock }, store, keys.office.office, keys.device, user)
  let { device } = settled
  write(store, (db) => release(db, houseOf(keys.office.office, loadPeers(db))))
  const reading = openStore(surroundings.paths.store, { key: storeKey, readOnly: true })
  if (!reading.ok) return fail(refuse(reading.error))
  const deviceKey = await readDeviceKey(
    (work) => read(store, work),
    (work) => ifPossible(() => write(store, work)),
  )
  const scans = scansOf(surroundings, keys.scans)
  const readings = createReadings(surroundings.disk, surroundings.paths.data)
  await scans.discardStaging()
  scans.sweepLater(() => new Set(read(store, scansInUse)))
  await finishErasing({ ...surroundings, store })
  await sweepCopies(surroundings, clock.doubt() === null ? clock.at() : null, read(store, newestErasure))
  ifPossible(clock.remember)
  if (clock.mayBeWrong === true) ifPossible(() => write(store, (db) => markDoubt(db, clock.doubt() !== null)))
  return ok({
    ...surroundings,
    clock,
    store,
    reading: reading.value,
    keys: keys.office,
    get device() {
      return device
    },
    deviceKey,
    scans,
    scanIdentities: keys.scans.identities,
    storeKey,
    user,
    roles: user.user.roles,
    recorder: () => ({
      ...recorderOf({ ...surroundings, clock }, keys.office.office, device, user),
      inDoubt: clock.doubt() !== null,
    }),
    query: (work) => read(reading.value, work),
    readings,
    becameNewDevice: settled.becameNewDevice,
    goOnAs: (fresh) => {
      device = fresh
    },
    close: () => {
      ifPossible(clock.remember)
      scans.stopSweeping()
      void readings.drop()
      reading.value.close()
      store.close()
      storeKey.fill(0)
    },
  })
}

/** The scan store of a data folder. */
export function scansOf({ disk, paths }: Surroundings, keys: ScanKeys): ScanStore {
  return createScanStore({
    disk,
    folder: paths.data,
    keys,
    age: { sealStream, plainBytes, openStream },
  })
}

/** A day that cannot be kept, on a full disk, means one question more next time: opening and closing go on. */
function ifPossible(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (storeTrouble(error) === null) throw error
  }
}

/** Who records, and when. */
export function recorderOf({ clock }: Surroundings, office: string, device: string, user: UserState): Recorder {
  return {
    office,
    device,
    actor: { id: user.id, name: user.user.name, post: user.user.post },
    at: clock.at(),
    today: clock.today(),
    salt: newSalt,
  }
}

/** What makes the hash of an erased line unguessable. */
export function newSalt(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * Gives the store a new device id if it is behind its own marks or has none. The first entry of the new device names the head of
 * each channel it goes on from.
 */
async function settleDevice(
  surroundings: Surroundings,
  store: Store,
  office: string,
  device: string,
  user: UserState,
): Promise<{ readonly device: string; readonly becameNewDevice: boolean }> {
  const { disk, paths } = surroundings
  const marks = await readMarks(disk, paths.marks, device)
  // Without marks of its own this folder was carried here from another computer, where it may still be in use.
  if (marks !== null && !read(store, (db) => isBehind(db, marks))) return { device, becameNewDevice: false }
  const fresh = newDeviceId()
  becomeDevice(store, recorderOf(surroundings, office, fresh, user), 'copied')
  await writeMarks(
    disk,
    paths.marks,
    fresh,
    read(store, (db) => ownHeads(db, office, fresh)),
  )
  return { device: fresh, becameNewDevice: true }
}

/** Makes the store a new device, in one transaction with the entry that says so. */
export function becomeDevice(store: Store, recorder: Recorder, reason: 'restored' | 'copied' | 'enrolled'): void {
  write(store, (db) => {
    const before = readSecret(db, 'device')
    const was = reason === 'enrolled' || typeof before !== 'string' ? {} : { was: before }
    const from = channelRows(db)
      .filter((row) => row.seq > 0)
      .map(({ channel, seq, head }) => ({ channel, seq, head }))
    writeSecret(db, 'device', recorder.device)
    noteOpened(db)
    const subject = { type: 'device', id: recorder.device } as const
    // It follows from the device: becoming one happens once.
    recordAndApply(db, recorder, idOfText(recorder.device), [
      { kind: 'device.opened', subject, payload: { reason, ...was, from } },
    ])
  })
}
