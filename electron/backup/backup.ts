/**
 * Backups: the encrypted store, the vault and the scans, in a folder the office chooses. Scans lie in a pool shared by
 * all backups of the office, since they never change; each backup names what it needs and is complete once its
 * backup.json stands. Nothing in a backup is in clear.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { dayOf } from '../../shared/calendar/instant.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { loadOffice, loadSetting } from '../../db/load.ts'
import { noScans, notedMissing } from '../../db/private/damaged-scans.ts'
import { scansInUse } from '../../db/private/exchange.ts'
import { attempt, exists, orThrow, tryAnyway, unlessMissing } from '../disk/attempt.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import { DiskError, type Disk } from '../disk/disk.ts'
import { emptyFolder, ensureFolder, removeTree } from '../disk/folders.ts'
import { readStream, readWhole } from '../disk/streams.ts'
import { sweepTemporary } from '../disk/temporary.ts'
import type { JobControl } from '../exchange/write-outgoing.ts'
import { dropCopiesBesideBackup } from '../office/store-copies.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { vaultFileNames } from '../vault/vault-file.ts'
import { copyStoreTo } from './copy-store.ts'
import {
  BACKUP_JSON,
  DATED,
  homeOf,
  listBackups,
  madeAt,
  poolPlace,
  printManifest,
  readManifest,
  type BackupFile,
  type BackupManifest,
} from './layout.ts'
import { copyScan } from './scans.ts'
import { isWhole, openBackupStore } from './verify.ts'

/** A backup as made. `scansLost`: how many it came without, because they turned out to be lost in the store. */
export type Backup = {
  readonly folder: string
  readonly at: string
  readonly bytes: number
  readonly scans: number
  readonly scansLost: number
}

/** Bytes a file of the vault has at most. */
const LARGEST_VAULT = 16 * 1024 * 1024

/** How many backups of an office are kept in one place. */
const KEPT = 30

/**
 * Makes a backup and opens it again to verify it.
 * @param target - the chosen folder; by default the one of the settings
 */
export async function createBackup(
  workplace: Workplace,
  target: string | undefined,
  { signal, onProgress }: JobControl,
): Promise<Result<Backup, Refusal>> {
  const chosen = target ?? workplace.query((db) => loadSetting(db, 'backupFolder'))
  if (typeof chosen !== 'string') return fail(refusal('NOT_FOUND', { what: 'backupFolder', id: '' }))
  const done = await attempt(() =>
    makeBackup(workplace, chosen, { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) }),
  )
  return done.ok ? done.value : fail(refuse(done.error))
}

async function makeBackup(
  workplace: Workplace,
  target: string,
  { signal, onProgress }: JobControl,
): Promise<Result<Backup, Refusal>> {
  const { disk, paths, device, clock } = workplace
  if ((await unlessMissing(() => disk.stat(target)))?.kind !== 'folder')
    return fail(refusal('FOLDER_MISSING', { folder: target }))
  const office = workplace.query(loadOffice)
  if (office === null) return fail(refusal('NOT_SET_UP', {}))
  const at = clock.at()
  const home = homeOf(target, office.profile.code)
  const folder = await freeName(disk, home, at)
  await ensureFolder(disk, folder)
  let complete = false
  try {
    const file = join(folder, 'store.db')
    await copyStoreTo(workplace, file)
    for (const name of vaultFileNames) {
      const bytes = await readWhole(disk, join(paths.data, name), LARGEST_VAULT)
      if (!bytes) continue
      orThrow(await writeFileAtomic(disk, join(folder, name), bytes))
      // Read wrong once, the ways in would be lost without a sign: its own hash would fit.
      if (!(await isSame(disk, join(paths.data, name), join(folder, name))))
        return fail(refusal('BACKUP_DAMAGED', { file: name }))
    }
    const hashes = workplace.query(scansInUse)
    const missing = workplace.query(notedMissing)
    const none = workplace.query(noScans)
    const scans: string[] = []
    let scansLost = 0
    for (const sha256 of hashes) {
      signal?.throwIfAborted()
      const name = workplace.scans.nameOf(sha256)
      const place = poolPlace(home, name)
      // Of what is gone here an older backup may have the last copy, which goes with that one unless this one keeps it.
      if (!(await exists(disk, place))) {
        const there = await workplace.scans.has(sha256)
        if (!there.ok) return fail(refuse(there.error))
        if (!there.value && (missing.has(sha256) || none.has(sha256))) continue
        await ensureFolder(disk, join(home, 'scans', name.slice(0, 2)))
        const copied = await copyScan(workplace, place, sha256, missing.has(sha256))
        if (!copied.ok) return copied
        if (!copied.value) {
          scansLost += 1
          continue
        }
      }
      scans.push(name)
      onProgress?.({ phase: 'scans', done: scans.length, total: hashes.length })
    }
    const names = ['store.db', ...vaultFileNames] as const
    const files = await Promise.all(names.map((name) => describeFile(disk, folder, name)))
    for (const described of files)
      if (!(await isWhole(disk, folder, described, signal)))
        return fail(refusal('BACKUP_DAMAGED', { file: described.name }))
    const manifest: BackupManifest = {
      format: 'ket-nap-backup',
      version: 1,
      office: office.id,
      code: office.profile.code,
      name: office.profile.name,
      device,
      at,
      files,
      scans,
    }
    const opened = openBackupStore(file, workplace.storeKey)
    if (!opened.ok) return fail(refusal('BACKUP_DAMAGED', { file: 'store.db' }))
    opened.value.close()
    orThrow(await writeFileAtomic(disk, join(folder, BACKUP_JSON), printManifest(manifest)))
    complete = true
    // The backup stands, whatever becomes of the old ones.
    await tryAnyway(() => dropOldest(disk, home))
    await tryAnyway(() => dropInterrupted(disk, home, folder))
    await dropCopiesBesideBackup(workplace, clock.at())
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    return ok({ folder, at, bytes, scans: scans.length, scansLost })
  } catch (error) {
    if (signal?.aborted) return fail(refusal('CANCELLED', {}))
    if (isFull(error)) return fail(refusal('STORE_FULL', {}))
    throw error
  } finally {
    if (!complete) await tryAnyway(() => removeTree(disk, folder))
  }
}

/** True when no complete backup in the chosen folder is of today. Folders are named in UTC; days are those of Việt Nam. */
export async function isBackupDue(workplace: Workplace): Promise<boolean> {
  const { target, daily, code } = workplace.query((db) => ({
    target: loadSetting(db, 'backupFolder'),
    daily: loadSetting(db, 'backupDaily'),
    code: loadOffice(db)?.profile.code,
  }))
  if (typeof target !== 'string' || daily === false || code === undefined) return false
  const names = await listBackups(workplace.disk, homeOf(target, code))
  const today = workplace.clock.today()
  return !names.some((name) => dayOf(madeAt(name)) === today)
}

async function freeName(disk: Disk, home: string, at: string): Promise<string> {
  const stamp = at.replace(/[-:Z]/g, '').replace('T', '-')
  for (let n = 0; ; n++) {
    const folder = join(home, n === 0 ? stamp : `${stamp}-${n}`)
    if (!(await exists(disk, folder))) return folder
  }
}

async function describeFile(disk: Disk, folder: string, name: BackupFile['name']): Promise<BackupFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of readStream(disk, join(folder, name))) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { name, bytes, sha256: hash.digest('hex') }
}

/** True if two small files hold the same bytes. */
async function isSame(disk: Disk, one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => readWhole(disk, path, LARGEST_VAULT)))
  return first !== undefined && second !== undefined && Buffer.from(first).equals(second)
}

/** Keeps the newest backups; pooled scans that no kept backup names go with the others. */
async function dropOldest(disk: Disk, home: string): Promise<void> {
  const names = await listBackups(disk, home)
  const dropped = names.slice(0, Math.max(0, names.length - KEPT))
  if (dropped.length === 0) return
  for (const name of dropped) {
    await disk.unlink(join(home, name, BACKUP_JSON))
    await emptyFolder(disk, join(home, name))
    await disk.rmdir(join(home, name))
  }
  const needed = new Set<string>()
  for (const name of await listBackups(disk, home)) {
    const manifest = await readManifest(disk, join(home, name))
    if (!manifest.ok) return
    for (const scan of manifest.value.scans) needed.add(scan)
  }
  for (const shelf of (await unlessMissing(() => disk.readdir(join(home, 'scans')))) ?? []) {
    for (const { name } of (await unlessMissing(() => disk.readdir(join(home, 'scans', shelf.name)))) ?? [])
      if (!needed.has(shelf.name + name)) await disk.unlink(join(home, 'scans', shelf.name, name))
  }
}

/** What a crash left of earlier backups: dated folders without a backup.json, older than ours, and half-copied scans. */
async function dropInterrupted(disk: Disk, home: string, ours: string): Promise<void> {
  const complete = await listBackups(disk, home)
  for (const { name, kind } of await disk.readdir(home))
    if (kind === 'folder' && DATED.test(name) && !complete.includes(name) && join(home, name) < ours)
      await removeTree(disk, join(home, name))
  for (const { name, kind } of (await unlessMissing(() => disk.readdir(join(home, 'scans')))) ?? [])
    if (kind === 'folder') await sweepTemporary(disk, join(home, 'scans', name))
}

function isFull(error: unknown): boolean {
  if (error instanceof DiskError) return error.failure.code === 'DISK_FULL'
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL'
}
