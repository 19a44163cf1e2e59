/**
 * May the data folder lie here? SQLite's locks do not hold on network shares, cloud programs copy half-written files
 * and bring old ones back, and a stick can be pulled in the middle of a transaction: such folders are refused at first
 * start and at every start. What the system does not tell (a stick on Windows) is not refused.
 */
import { dirname, resolve } from 'node:path'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { attempt } from './attempt.ts'
import type { Disk } from './disk.ts'
import { mountOf, readMounts, removalOf } from './mounts.ts'
import type { Mount, Removal } from './mounts.ts'
import { nodeDisk } from './node-disk.ts'

/** Cloud services known by the name of their folder. */
export type CloudService = 'OneDrive' | 'Dropbox' | 'Google Drive' | 'iCloud Drive' | 'Nextcloud' | 'MEGA' | 'pCloud'

/** Why a folder cannot hold the data. `path` is the folder with links resolved. */
export type PlaceRefusal =
  | { readonly code: 'PLACE_NETWORK'; readonly path: string; readonly fileSystem: string }
  | { readonly code: 'PLACE_CLOUD'; readonly path: string; readonly service: CloudService }
  | { readonly code: 'PLACE_REMOVABLE'; readonly path: string; readonly mountedAt: string; readonly why: string }

/** What is known about a folder: found by `judgeDataFolder`, made up by tests. */
export type PlaceFacts = {
  readonly path: string
  readonly mount: Mount | undefined
  readonly removal: Removal
}

/**
 * Judges a folder that exists or is about to be made.
 * @param path absolute, or relative to the working folder.
 * @returns the folder with links and mapped letters resolved, or why it is refused.
 */
export async function judgeDataFolder(path: string, disk: Disk = nodeDisk): Promise<Result<string, PlaceRefusal>> {
  const real = await realPathOf(disk, resolve(path))
  const mount = mountOf(await readMounts(disk), real)
  return judgePlace({ path: real, mount, removal: mount === undefined ? 'fixed' : await removalOf(disk, mount) })
}

/** The judgement itself, pure. */
export function judgePlace({ path, mount, removal }: PlaceFacts): Result<string, PlaceRefusal> {
  if (isUnc(path)) return fail({ code: 'PLACE_NETWORK', path, fileSystem: 'unc' })
  const service = cloudOf(path)
  if (service !== undefined) return fail({ code: 'PLACE_CLOUD', path, service })
  // The system's own disk is never refused, whatever it is: a container's overlay, a computer that runs from USB.
  if (mount === undefined || mount.path === '/') return ok(path)
  const { fileSystem } = mount
  if (isNetwork(fileSystem)) return fail({ code: 'PLACE_NETWORK', path, fileSystem })
  if (removal !== 'fixed') return fail({ code: 'PLACE_REMOVABLE', path, mountedAt: mount.path, why: removal })
  if (stickFileSystems.has(fileSystem)) {
    return fail({ code: 'PLACE_REMOVABLE', path, mountedAt: mount.path, why: fileSystem })
  }
  return ok(path)
}

const stickFileSystems: ReadonlySet<string> = new Set(['vfat', 'msdos', 'exfat', 'fuse.exfat', 'udf', 'iso9660'])

/** Shares of another computer or of a virtual machine's host; fuseblk is an ordinary NTFS disk. */
const networkFileSystems: ReadonlySet<string> = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'ncpfs',
  'afs',
  'ceph',
  'glusterfs',
  '9p',
  'virtiofs',
  'vboxsf',
  'prl_fs',
  'davfs',
])

function isNetwork(fileSystem: string): boolean {
  if (networkFileSystems.has(fileSystem)) return true
  return fileSystem.startsWith('fuse.') && !['fuse.exfat', 'fuse.fuse-overlayfs'].includes(fileSystem)
}

/** `\\server\share` and its long form `\\?\UNC\...`, with either slash; `\\?\C:\...` is a local path. */
function isUnc(path: string): boolean {
  return /^[\\/]{2}(?![?.][\\/])[^\\/]/.test(path) || /^[\\/]{2}[?.][\\/]unc[\\/]/i.test(path)
}

const cloudFolders: readonly (readonly [RegExp, CloudService])[] = [
  [/^onedrive( ?- ?.*)?$/, 'OneDrive'],
  [/^dropbox( \(.*\))?$/, 'Dropbox'],
  [/^(google ?drive( .*)?|googledrive-.*|drivefs|my drive|drive của tôi)$/, 'Google Drive'],
  [/^(icloud ?drive|com~apple~clouddocs|mobile documents)$/, 'iCloud Drive'],
  [/^nextcloud$/, 'Nextcloud'],
  [/^mega(sync)?( downloads)?$/, 'MEGA'],
  [/^pcloud ?drive$/, 'pCloud'],
]

function cloudOf(path: string): CloudService | undefined {
  for (const part of path.normalize('NFC').toLowerCase().split(/[\\/]/)) {
    const found = cloudFolders.find(([pattern]) => pattern.test(part))
    if (found !== undefined) return found[1]
  }
  return undefined
}

async function realPathOf(disk: Disk, path: string): Promise<string> {
  const real = await attempt(() => disk.realpath(path))
  if (real.ok) return real.value
  const parent = dirname(path)
  if (parent === path) return path
  // Not made yet: the nearest folder above it decides.
  const above = await realPathOf(disk, parent)
  return resolve(above, path.slice(parent.length).replace(/^[\\/]+/, ''))
}
