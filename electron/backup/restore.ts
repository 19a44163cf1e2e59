/**
 * Restoring a backup into an empty data folder, as a new device: the old device id may still be in use elsewhere, and
 * the other side must not see a fork. Everything is made ready beside the data folder and moved in by one rename.
 */
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { loadOffice, loadUsers } from '../../db/load.ts'
import { channelRows } from '../../db/journal.ts'
import { keepSheetStanding } from '../../db/private/recovery-sheet.ts'
import { read, write } from '../../db/transaction.ts'
import { attempt, exists, tryAnyway, unlessMissing } from '../disk/attempt.ts'
import { ensureFolder, removeTree } from '../disk/folders.ts'
import { judgeDataFolder } from '../disk/place.ts'
import { readStream, writeStream } from '../disk/streams.ts'
import type { JobControl } from '../exchange/write-outgoing.ts'
import { newDeviceId } from '../office/keys.ts'
import { ownHeads, writeMarks } from '../office/marks.ts'
import { vaultOf } from '../office/session.ts'
import { becomeDevice, openReadyStore, recorderOf, type Surroundings } from '../office/workplace.ts'
import { pathsOf } from '../paths.ts'
import { refuse } from '../refuse.ts'
import { openWithPassphrase, openWithRecoverySheet } from '../vault/vault.ts'
import { poolPlace, readManifest, type BackupManifest } from './layout.ts'
import { isWhole } from './verify.ts'

/** The way in: a passphrase as it was when the backup was made, or the recovery sheet. */
export type WayIn = {
  readonly login?: string | undefined
  readonly passphrase?: string | undefined
  readonly sheet?: string | undefined
}

/** A restored office. */
export type Restored = {
  readonly office: string
  readonly name: string
  readonly device: string
  readonly at: string
  readonly entries: number
  readonly scans: number
  readonly scansMissing: readonly string[]
}

/** Restores a backup into the data folder of `surroundings`, which must be empty or not there. */
export async function restoreBackup(
  surroundings: Surroundings,
  folder: string,
  wayIn: WayIn,
  { signal, onProgress }: JobControl,
): Promise<Result<Restored, Refusal>> {
  const { disk, paths } = surroundings
  const found = await readManifest(disk, folder)
  if (!found.ok) return found
  const manifest = found.value
  const place = await judgeDataFolder(paths.data, disk)
  if (!place.ok) return fail(refuse(place.error))
  const there = (await unlessMissing(() => disk.readdir(paths.data))) ?? []
  if (there.length > 0) return fail(refusal('FOLDER_NOT_EMPTY', { folder: paths.data }))
  const staging = `${paths.data}.restoring`
  const ready: Surroundings = { ...surroundings, paths: { ...pathsOf(staging, paths.marks) } }
  const done = await attempt(async (): Promise<Result<Restored, Refusal>> => {
    await removeTree(disk, staging)
    await ensureFolder(disk, staging)
    try {
      // The vault has two copies and checks itself; a damaged store would show only later, page by page.
      for (const file of manifest.files)
        if (file.name === 'store.db' && !(await isWhole(disk, folder, file, signal)))
          return fail(refusal('BACKUP_DAMAGED', { file: file.name }))
      const scansMissing = await copyIn(surroundings, folder, staging, manifest, signal, onProgress)
      const opened = await openRestored(ready, wayIn, manifest)
      if (!opened.ok) return opened
      if (there.length === 0) await tryAnyway(() => disk.rmdir(paths.data))
      await ensureFolder(disk, dirname(paths.data))
      await disk.rename(staging, paths.data)
      await disk.fsyncDir(dirname(paths.data))
      return ok({ ...opened.value, scans: manifest.scans.length - scansMissing.length, scansMissing })
    } finally {
      await removeTree(disk, staging)
    }
  })
  return done.ok ? done.value : fail(refuse(done.error))
}

/** Copies store, vault and scans. @returns the keyed names of scans the pool lacks */
async function copyIn(
  { disk }: Surroundings,
  folder: string,
  staging: string,
  manifest: BackupManifest,
  signal: AbortSignal | undefined,
  onProgress: JobControl['onProgress'],
): Promise<readonly string[]> {
  for (const { name } of manifest.files)
    if (await exists(disk, join(folder, name)))
      await writeStream(disk, join(staging, name), readStream(disk, join(folder, name)), signal)
  const missing: string[] = []
  for (const [index, name] of manifest.scans.entries()) {
    const source = poolPlace(dirname(folder), name)
    if ((await unlessMissing(() => disk.stat(source))) === undefined) {
      missing.push(name)
      continue
    }
    await ensureFolder(disk, join(staging, 'scans', name.slice(0, 2)))
    await writeStream(disk, poolPlace(staging, name), readStream(disk, source), signal)
    onProgress?.({ phase: 'scans', done: index + 1, total: manifest.scans.length })
  }
  return missing
}

/** Opens the copied vault and store and makes them a new device. */
async function openRestored(
  ready: Surroundings,
  wayIn: WayIn,
  manifest: BackupManifest,
): Promise<Result<Omit<Restored, 'scans' | 'scansMissing'>, Refusal>> {
  const opened =
    wayIn.sheet === undefined
      ? await openWithPassphrase(vaultOf(ready), wayIn.login, wayIn.passphrase ?? '')
      : await openWithRecoverySheet(vaultOf(ready), wayIn.sheet)
  if (!opened.ok) return fail(refuse(opened.error))
  const store = openReadyStore(ready, opened.value.storeKey, false)
  if (!store.ok) return store
  try {
    const { office, users, entries } = read(store.value, (db) => ({
      office: loadOffice(db),
      users: loadUsers(db),
      entries: channelRows(db).reduce((sum, { seq }) => sum + seq, 0),
    }))
    const user =
      'userId' in opened.value
        ? users.find(({ id }) => 'userId' in opened.value && id === opened.value.userId)
        : users.find(({ disabled, user: { roles } }) => !disabled && roles.includes('administrator'))
    if (office === null || user === undefined) return fail(refusal('BACKUP_DAMAGED', { file: 'store.db' }))
    const device = newDeviceId()
    becomeDevice(store.value, recorderOf(ready, office.id, device, user), 'restored')
    if (wayIn.sheet !== undefined) write(store.value, (db) => keepSheetStanding(db, { provedAt: ready.clock.at() }))
    await writeMarks(
      ready.disk,
      ready.paths.marks,
      device,
      read(store.value, (db) => ownHeads(db, office.id, device)),
    )
    return ok({ office: office.id, name: office.profile.name, device, at: manifest.at, entries })
  } finally {
    store.value.close()
    opened.value.storeKey.fill(0)
  }
}
