/**
 * How a backup lies on a disk: one home per office, a pool of scans, and a dated folder per backup that counts once its
 * backup.json stands.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { exists, unlessMissing } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { readWhole } from '../disk/streams.ts'

/** A file of a backup, by its name beside backup.json. */
export const BackupFile = z.strictObject({
  name: z.string().max(100),
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
  scans: z.array(z.string().length(64)),
})
export type BackupManifest = z.infer<typeof BackupManifest>

export type BackupFile = z.infer<typeof BackupFile>

/** Name of the file that makes a backup complete. */
export const BACKUP_JSON = 'backup.json'

/** Names of the complete backups of one home, oldest first. */
export async function listBackups(disk: Disk, home: string): Promise<readonly string[]> {
  const entries = (await unlessMissing(() => disk.readdir(home))) ?? []
  const names: string[] = []
  for (const { name, kind } of entries)
    if (kind === 'folder' && /^\d{8}-\d{6}(-\d+)?$/.test(name) && (await exists(disk, join(home, name, BACKUP_JSON))))
      names.push(name)
  return names.sort()
}

/** Where a pooled scan lies. */
export function poolPlace(home: string, name: string): string {
  return join(home, 'scans', name.slice(0, 2), name.slice(2))
}

/** The folder of all backups of one office in a chosen place. */
export function homeOf(target: string, code: string): string {
  return join(target, `KetNap-sao-luu-${code}`)
}

/** backup.json of a backup, or null where it is missing or not one. */
export async function readManifest(disk: Disk, folder: string): Promise<BackupManifest | null> {
  const bytes = await unlessMissing(() => readWhole(disk, join(folder, BACKUP_JSON), 64 * 1024 * 1024))
  if (bytes === undefined) return null
  try {
    const parsed = BackupManifest.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
