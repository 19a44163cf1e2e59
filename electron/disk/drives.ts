/**
 * The sticks and other disks a person may want to write a bundle to, found with the file system alone: the mount table
 * on Linux, the letters that answer on Windows, but for C, which is the system's. A help for choosing, never a
 * condition: any folder can be chosen by hand (a network folder, a CD, a stick behind a vendor's unlock program).
 */
import { basename } from 'node:path'
import { attempt } from './attempt.ts'
import type { Disk, DiskSpace } from './disk.ts'
import { pluggingOf, readMounts, removalOf } from './mounts.ts'
import type { Mount, Removal } from './mounts.ts'
import { lookInTime, patience, SLOW_LETTERS, type Patience } from './slow-letters.ts'

/**
 * A mounted disk offered for export or import. `removal` is `unknown` where the system does not tell, as Windows and macOS
 * do not, `arrived` for such a one that came after the program was started, and `network` for a letter that stands for a
 * folder of another computer; `readOnly` as Linux says it, elsewhere false; `device` tells another one at the same letter
 * from it, and `plugging` the same one plugged in again, where Linux says that; `space` in bytes.
 */
export type Drive = {
  readonly path: string
  readonly label: string
  readonly fileSystem: string | undefined
  readonly removal: Removal | 'unknown' | 'arrived' | 'network'
  readonly readOnly: boolean
  readonly device: number
  readonly plugging?: number
  readonly space: DiskSpace
}

/**
 * The drives that are there now, sticks first.
 * @param platform as in `process.platform`.
 * @param tooLong - how long a letter that may be a floppy drive's is waited for
 */
export async function listDrives(
  disk: Disk,
  platform: NodeJS.Platform = process.platform,
  tooLong: Patience = patience,
): Promise<readonly Drive[]> {
  const drives =
    platform === 'linux' ? await linuxDrives(disk) : await drivesAt(disk, await rootsOf(disk, platform), tooLong)
  // macOS leaves a folder behind where a stick was pulled without warning: what is written there stays on this computer.
  // Its system and its data are two volumes of their own, and /Volumes lies on the second.
  const own = new Set<number>()
  for (const path of platform === 'darwin' ? ['/', '/Volumes'] : []) {
    const found = await attempt(() => disk.stat(path))
    if (found.ok) own.add(found.value.device)
  }
  const real = drives.filter(({ device }) => !own.has(device))
  return sticksFirst(real)
}

const RANKS: Readonly<Record<Drive['removal'], number>> = {
  removable: 0,
  usb: 0,
  arrived: 1,
  unknown: 2,
  network: 3,
  fixed: 4,
}

/** Drives in the order in which they are offered. */
export function sticksFirst(drives: readonly Drive[]): readonly Drive[] {
  return drives.toSorted((a, b) => RANKS[a.removal] - RANKS[b.removal] || a.path.localeCompare(b.path, 'en'))
}

const mountFolders = /^\/(media|run\/media|mnt)\/./
const diskFileSystems: ReadonlySet<string> = new Set([
  'vfat',
  'msdos',
  'exfat',
  'ntfs',
  'ntfs3',
  'fuseblk',
  'fuse.exfat',
  'ext2',
  'ext3',
  'ext4',
  'xfs',
  'btrfs',
  'f2fs',
  'udf',
  'iso9660',
])

async function linuxDrives(disk: Disk): Promise<readonly Drive[]> {
  const found = new Map<string, Drive>()
  for (const mount of await readMounts(disk)) {
    if (!diskFileSystems.has(mount.fileSystem) || mount.path === '/') continue
    const removal = await removalOf(disk, mount)
    if (removal === 'fixed' && !mountFolders.test(mount.path)) continue
    const plugging = await pluggingOf(disk, mount)
    const drive = await look(disk, mount.path, removal, mount)
    if (drive !== undefined) found.set(mount.path, plugging === undefined ? drive : { ...drive, plugging })
  }
  return [...found.values()]
}

const LETTERS = Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`)

async function rootsOf(disk: Disk, platform: NodeJS.Platform): Promise<readonly string[]> {
  if (platform === 'win32') return [...SLOW_LETTERS, ...LETTERS]
  const volumes = await attempt(() => disk.readdir('/Volumes'))
  return volumes.ok ? volumes.value.filter(({ kind }) => kind === 'folder').map(({ name }) => `/Volumes/${name}`) : []
}

async function drivesAt(disk: Disk, roots: readonly string[], tooLong: Patience): Promise<readonly Drive[]> {
  const lookAt = async (root: string) => look(disk, root, await kindOf(disk, root), undefined)
  const drives = await Promise.all(
    roots.map((root) =>
      SLOW_LETTERS.includes(root) ? lookInTime(disk, root, () => lookAt(root), tooLong) : lookAt(root),
    ),
  )
  return drives.filter((drive) => drive !== undefined)
}

/** What a letter leads to: Windows resolves one of the network to its server, one made by `subst` to the folder it names. */
async function kindOf(disk: Disk, root: string): Promise<Drive['removal']> {
  const real = await attempt(() => disk.realpath(root))
  // A disk in memory, or one of a vendor's program, may not resolve at all.
  if (!real.ok || real.value === root) return 'unknown'
  if (real.value.startsWith('\\\\')) return 'network'
  return /^[A-Z]:\\./i.test(real.value) ? 'fixed' : 'unknown'
}

async function look(
  disk: Disk,
  path: string,
  removal: Drive['removal'],
  mount: Mount | undefined,
): Promise<Drive | undefined> {
  // A stick can vanish between the list and the look: then it is simply not listed.
  const facts = await attempt(async () => ({ stat: await disk.stat(path), space: await disk.statfs(path) }))
  if (!facts.ok) return undefined
  return {
    path,
    label: basename(path) || path,
    fileSystem: mount?.fileSystem,
    removal,
    readOnly: mount?.readOnly ?? false,
    device: facts.value.stat.device,
    space: facts.value.space,
  }
}
