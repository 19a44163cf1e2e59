/**
 * The backups that lie in a place: for the page that shows when the last one was made, and for choosing the one to
 * restore. People choose the stick, the office's folder on it or the dated folder itself; all three are understood.
 */
import { join } from 'node:path'
import type { BackupListing, BackupRow } from '../../shared/contract/backups.ts'
import { loadOffice, loadSetting } from '../../db/load.ts'
import { attempt, exists, unlessMissing } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import type { Surroundings, Workplace } from '../office/workplace.ts'
import { isBackupDue } from './backup.ts'
import { BACKUP_JSON, homeOf, listBackups, readManifest } from './layout.ts'

/**
 * Lists backups.
 * @param workplace - the unlocked office; null while there is none or it is locked
 * @param folder - where to look; by default the place of the settings
 */
export async function listing(
  { disk }: Surroundings,
  workplace: Workplace | null,
  folder: string | undefined,
): Promise<BackupListing> {
  if (folder !== undefined) {
    const backups = await rowsAt(disk, await foldersUnder(disk, folder))
    return { folder, there: true, daily: false, due: false, backups }
  }
  if (workplace === null) return { folder: null, there: false, daily: false, due: false, backups: [] }
  const { target, daily } = settingsOf(workplace)
  if (target === null) return { folder: null, there: false, daily, due: false, backups: [] }
  const seen = await attempt(() => disk.stat(target))
  const there = seen.ok && seen.value.kind === 'folder'
  const home = homeFor(workplace, target)
  const names = there ? await attempt(() => listBackups(disk, home)) : null
  const backups = names?.ok === true ? await rowsAt(disk, within(home, names.value)) : []
  const due = await attempt(() => isBackupDue(workplace))
  return { folder: target, there, daily, due: due.ok && due.value, backups }
}

/** The folder of one backup in the place of the settings, or null where no place is set. */
export function backupPlace(workplace: Workplace, name: string | undefined): string | null {
  const { target } = settingsOf(workplace)
  return target === null || name === undefined ? null : join(homeFor(workplace, target), name)
}

/** Where the settings say backups go, or null. */
export function backupTarget(workplace: Workplace): string | null {
  return settingsOf(workplace).target
}

function settingsOf(workplace: Workplace): { readonly target: string | null; readonly daily: boolean } {
  return workplace.query((db) => {
    const target = loadSetting(db, 'backupFolder')
    return { target: typeof target === 'string' ? target : null, daily: loadSetting(db, 'backupDaily') !== false }
  })
}

function homeFor(workplace: Workplace, target: string): string {
  return homeOf(target, workplace.query(loadOffice)?.profile.code ?? '')
}

/** Dated folders in what a person chose: a backup itself, an office's folder, or the place of such folders. */
async function foldersUnder(disk: Disk, folder: string): Promise<readonly string[]> {
  const read = await attempt(async () => {
    if (await exists(disk, join(folder, BACKUP_JSON))) return [folder]
    const found = within(folder, await listBackups(disk, folder))
    const homes = ((await unlessMissing(() => disk.readdir(folder))) ?? []).filter(
      ({ name, kind }) => kind === 'folder' && name.startsWith('KetNap-sao-luu-'),
    )
    const below: string[] = []
    for (const { name } of homes) below.push(...within(join(folder, name), await listBackups(disk, join(folder, name))))
    return [...found, ...below]
  })
  return read.ok ? read.value : []
}

function within(home: string, names: readonly string[]): readonly string[] {
  return names.map((name) => join(home, name))
}

/**
 * What the manifests say, newest first, of every one: of what was erased all older ones are named. A damaged manifest is left
 * out here and named when it is verified.
 */
async function rowsAt(disk: Disk, folders: readonly string[]): Promise<readonly BackupRow[]> {
  const rows: BackupRow[] = []
  for (const folder of folders) {
    const manifest = await attempt(() => readManifest(disk, folder))
    if (!manifest.ok || !manifest.value.ok) continue
    const { name: office, at, files, scans } = manifest.value.value
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    rows.push({ name: folder.split(/[\\/]/).at(-1) ?? '', folder, office, at, bytes, scans: scans.length })
  }
  return rows.toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
