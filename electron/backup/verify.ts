/**
 * Verifying a backup by opening it: hashes, the store with its key and a full check of its pages, every scan decrypted
 * and compared with the hash it is named by.
 */
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { checkStore, openCopy, type ReadStore } from '../../db/open.ts'
import { scansInUse } from '../../db/private/exchange.ts'
import { read } from '../../db/transaction.ts'
import { exists } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { readStream } from '../disk/streams.ts'
import type { JobControl } from '../exchange/write-outgoing.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { poolName, poolPlace, readManifest, type BackupFile } from './layout.ts'
import { openBackupScan } from './scans.ts'

/** What a verification found. */
export type BackupCheck = {
  readonly at: string
  readonly files: number
  readonly scans: number
  readonly missing: number
}

/** Opens the store of a backup for reading and checks its pages. */
export function openBackupStore(file: string, key: Uint8Array): Result<ReadStore, Refusal> {
  const opened = openCopy(file, key)
  if (!opened.ok) return fail(refuse(opened.error))
  const checked = checkStore(opened.value)
  if (checked.ok) return ok(opened.value)
  opened.value.close()
  return fail(refusal('BACKUP_DAMAGED', { file: 'store.db' }))
}

/** True if a file of a backup is there with the bytes its manifest names. @throws what the signal throws, DiskError */
export async function isWhole(
  disk: Disk,
  folder: string,
  { name, bytes, sha256 }: BackupFile,
  signal?: AbortSignal,
): Promise<boolean> {
  const path = join(folder, name)
  if (!(await exists(disk, path))) return false
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of readStream(disk, path, signal)) {
    hash.update(chunk)
    size += chunk.length
  }
  return size === bytes && hash.digest('hex') === sha256
}

/** Verifies one backup with the key of the unlocked office. */
export async function verifyBackup(
  workplace: Workplace,
  folder: string,
  { signal, onProgress }: JobControl,
): Promise<Result<BackupCheck, Refusal>> {
  const { disk } = workplace
  const found = await readManifest(disk, folder)
  if (!found.ok) return found
  const manifest = found.value
  for (const file of manifest.files)
    if (!(await isWhole(disk, folder, file, signal))) return fail(refusal('BACKUP_DAMAGED', { file: file.name }))
  const store = openBackupStore(join(folder, 'store.db'), workplace.storeKey)
  if (!store.ok) {
    const { code, data } = store.error
    // Its bytes are those it was made of: what does not fit is the key.
    const isOtherKey = code === 'STORE_CANNOT_OPEN' && data.reason === 'SQLITE_NOTADB'
    return isOtherKey ? fail(refusal('BACKUP_OTHER_KEY', { office: manifest.name, at: manifest.at })) : store
  }
  try {
    const hashes = read(store.value, scansInUse)
    const listed = new Set(manifest.scans)
    let missing = 0
    for (const [index, sha256] of hashes.entries()) {
      signal?.throwIfAborted()
      const name = workplace.scans.nameOf(sha256)
      if (!listed.has(name)) {
        missing += 1
        continue
      }
      const whole = await openBackupScan(workplace, poolPlace(dirname(folder), name), sha256)
      if (!whole) return fail(refusal('BACKUP_DAMAGED', { file: poolName(name) }))
      onProgress?.({ phase: 'scans', done: index + 1, total: hashes.length })
    }
    return ok({ at: manifest.at, files: manifest.files.length, scans: hashes.length - missing, missing })
  } finally {
    store.value.close()
  }
}
