/**
 * How a backup lies on a disk: one home per office, a pool of scans, and a dated folder per backup that counts once its
 * backup.json stands.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { sha256Hex, utf8 } from '../../shared/base/canonical.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { exists, unlessMissing } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { readWhole } from '../disk/streams.ts'
import { vaultFileNames } from '../vault/vault-file.ts'

/** A file of a backup, by its name beside backup.json. A folder on a stick is not trusted: no other name, no path. */
export const BackupFile = z.strictObject({
  name: z.enum(['store.db', ...vaultFileNames]),
  bytes: z.number().int(),
  sha256: z.string().length(64),
})

/** backup.json: written last; without it a backup is not there. */
export const BackupManifest = z.strictObject({
  format: z.literal('ket-nap-backup'),
  version: z.literal(1),
  office: z.string(),
  code: z.string(),
  name: z.string(),
  device: z.string(),
  at: z.string(),
  files: z.array(BackupFile).min(2),
  scans: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
})
export type BackupManifest = z.infer<typeof BackupManifest>

export type BackupFile = z.infer<typeof BackupFile>

/** Name of the file that makes a backup complete. */
export const BACKUP_JSON = 'backup.json'

/** Name of a backup's folder: when it was made, and a number where two were made in one second. */
export const DATED = /^\d{8}-\d{6}(-\d+)?$/

/** Names of the complete backups of one home, oldest first. */
export async function listBackups(disk: Disk, home: string): Promise<readonly string[]> {
  const entries = (await unlessMissing(() => disk.readdir(home))) ?? []
  const names: string[] = []
  for (const { name, kind } of entries)
    if (kind === 'folder' && DATED.test(name) && (await exists(disk, join(home, name, BACKUP_JSON)))) names.push(name)
  return names.sort()
}

/** When a backup was made, from the name of its folder: YYYY-MM-DDTHH:MM:SSZ. */
export function madeAt(name: string): string {
  return name.replace(/^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d).*$/, '$1-$2-$3T$4:$5:$6Z')
}

/** Where a pooled scan lies. */
export function poolPlace(home: string, name: string): string {
  return join(home, 'scans', name.slice(0, 2), name.slice(2))
}

/** The same as it is named to a person. */
export function poolName(name: string): string {
  return `scans/${name.slice(0, 2)}/${name.slice(2)}`
}

/** The folder of all backups of one office in a chosen place. */
export function homeOf(target: string, code: string): string {
  return join(target, `KetNap-sao-luu-${code}`)
}

/** The bytes of backup.json: the manifest, and a hash of all of it, so that a changed one is noticed. */
export function printManifest(manifest: BackupManifest): Uint8Array {
  return Buffer.from(`${JSON.stringify({ ...manifest, check: checkOf(manifest) }, null, 1)}\n`)
}

/**
 * backup.json of a backup.
 * @returns BACKUP_NOT_FOUND where there is none, BACKUP_DAMAGED where it is not as it was written
 * @throws DiskError
 */
export async function readManifest(disk: Disk, folder: string): Promise<Result<BackupManifest, Refusal>> {
  const bytes = await unlessMissing(() => readWhole(disk, join(folder, BACKUP_JSON), 64 * 1024 * 1024))
  if (bytes === undefined) return fail(refusal('BACKUP_NOT_FOUND', { folder }))
  const manifest = parseManifest(bytes)
  return manifest === null ? fail(refusal('BACKUP_DAMAGED', { file: BACKUP_JSON })) : ok(manifest)
}

function parseManifest(bytes: Uint8Array): BackupManifest | null {
  try {
    const text = Buffer.from(bytes).toString('utf8')
    const parsed = BackupManifest.extend({ check: z.string() }).safeParse(JSON.parse(text))
    if (!parsed.success) return null
    const { check, ...manifest } = parsed.data
    return check === checkOf(manifest) && text === Buffer.from(printManifest(manifest)).toString('utf8')
      ? manifest
      : null
  } catch {
    // Not JSON: a damaged file, which is the answer.
    return null
  }
}

function checkOf(manifest: BackupManifest): string {
  return sha256Hex(utf8(JSON.stringify(BackupManifest.parse(manifest))))
}
