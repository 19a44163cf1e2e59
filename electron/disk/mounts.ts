/**
 * What Linux says about mounted disks, read from /proc/self/mountinfo and /sys, with no program called and no library.
 * Shared by the judgement of a data folder (`place.ts`) and the list of sticks (`drives.ts`). On other systems there
 * is no such table and the answer is an empty list.
 */
import { basename, dirname, join } from 'node:path'
import { attempt } from './attempt.ts'
import type { Disk } from './disk.ts'
import { readWhole } from './streams.ts'

/** One line of the mount table. `device` is `major:minor`; `source` is what was mounted, e.g. `/dev/sdb1`. */
export type Mount = {
  readonly path: string
  readonly device: string
  readonly fileSystem: string
  readonly source: string
  readonly readOnly: boolean
}

/** How a disk can be taken away: a stick or card, any other disk on a USB cable, or not at all as far as is known. */
export type Removal = 'removable' | 'usb' | 'fixed'

/** The mount table of this process; empty where it cannot be read. */
export async function readMounts(disk: Disk): Promise<readonly Mount[]> {
  const text = await readText(disk, '/proc/self/mountinfo')
  return text === undefined ? [] : parseMounts(text)
}

/**
 * Reads the text of a mount table.
 * @param text lines `id parent major:minor root path options [fields] - type source options` (proc(5)).
 */
export function parseMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line): readonly Mount[] => {
    const [before, after] = line.split(' - ')
    const left = before?.split(' ') ?? []
    const [fileSystem, source] = after?.split(' ') ?? []
    const [, , device, , path, options] = left
    if (device === undefined || path === undefined || fileSystem === undefined) return []
    const readOnly = options?.split(',').includes('ro') ?? false
    return [{ path: unescape(path), device, fileSystem, source: unescape(source ?? ''), readOnly }]
  })
}

/** The mount a path lies on: the longest mount point above it, the newest of equals. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | undefined {
  let best: Mount | undefined
  for (const mount of mounts) {
    const inside = path === mount.path || path.startsWith(mount.path.endsWith('/') ? mount.path : `${mount.path}/`)
    if (inside && (best === undefined || mount.path.length >= best.path.length)) best = mount
  }
  return best
}

/** Can the disk behind a mount be pulled out? */
export async function removalOf(disk: Disk, mount: Pick<Mount, 'device' | 'source'>): Promise<Removal> {
  for (const place of await placesOf(disk, mount)) {
    for (const flag of await readBoth(disk, place, 'removable')) if (flag === '1') return 'removable'
    if (/\/usb\d+\//.test(place)) return 'usb'
  }
  return 'fixed'
}

/**
 * Which plugging in of the disk behind a mount this is: Linux numbers them from its start, and the next is another one also
 * where the disk comes back at once, at the same place and as the same device. undefined where it does not tell, as before
 * Linux 5.15.
 */
export async function pluggingOf(disk: Disk, mount: Pick<Mount, 'device' | 'source'>): Promise<number | undefined> {
  for (const place of await placesOf(disk, mount))
    for (const number of await readBoth(disk, place, 'diskseq')) if (/^[1-9]\d*$/.test(number)) return Number(number)
  return undefined
}

/**
 * True where Linux has let go of the disk a place lies on, while its mount still stands: what was read of a stick before it was
 * pulled out, its folders for one, it goes on telling for a moment. False where it does not say.
 */
export async function isLetGo(disk: Disk, path: string): Promise<boolean> {
  const mount = mountOf(await readMounts(disk), path)
  // A number that begins so is of a file system, not of a disk.
  if (mount === undefined || mount.device.startsWith('0:')) return false
  const disks = await attempt(() => disk.readdir('/sys/dev/block'))
  return disks.ok && disks.value.length > 0 && !disks.value.some(({ name }) => name === mount.device)
}

/** Where the disk behind a mount stands in /sys. Looks through one layer of encryption or volume management. */
async function placesOf(disk: Disk, mount: Pick<Mount, 'device' | 'source'>): Promise<readonly string[]> {
  // Some file systems (btrfs) show a device number of their own; then the name of what was mounted leads to the disk.
  const own = [`/sys/dev/block/${mount.device}`, `/sys/class/block/${basename(mount.source)}`]
  const slaves = await attempt(() => disk.readdir(`/sys/dev/block/${mount.device}/slaves`))
  const below = slaves.ok ? slaves.value.map((entry) => `/sys/class/block/${entry.name}`) : []
  const places: string[] = []
  for (const place of [...own, ...below]) {
    const real = await attempt(() => disk.realpath(place))
    if (real.ok && real.value.startsWith('/sys/devices/')) places.push(real.value)
  }
  return places
}

/** What a file in /sys says of a disk. A partition has no such file itself; its disk is the folder above it. */
async function readBoth(disk: Disk, place: string, name: string): Promise<readonly string[]> {
  const texts = [await readText(disk, join(place, name)), await readText(disk, join(dirname(place), name))]
  return texts.flatMap((text) => text?.trim() ?? [])
}

async function readText(disk: Disk, path: string): Promise<string | undefined> {
  const bytes = await attempt(() => readWhole(disk, path, 4 * 1024 * 1024))
  return bytes.ok && bytes.value !== undefined ? new TextDecoder().decode(bytes.value) : undefined
}

function unescape(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}
