/**
 * Can the disk a file was written to be carried away? Asked where a file is written in clear, so that the person is told.
 */
import { attempt } from './attempt.ts'
import type { Disk } from './disk.ts'
import { mountOf, readMounts, removalOf } from './mounts.ts'
import { pathRules } from './path-rules.ts'

/** Yes, no, or the system does not tell. */
export type Carried = 'yes' | 'no' | 'unknown'

const stickFileSystems: ReadonlySet<string> = new Set(['vfat', 'msdos', 'exfat', 'fuse.exfat', 'udf', 'iso9660'])

/**
 * @param path - of the file; its folder exists
 * @param platform - as in `process.platform`
 */
export async function isCarried(
  disk: Disk,
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<Carried> {
  const paths = pathRules(platform)
  const folder = paths.dirname(paths.resolve(path))
  // Windows tells no more than the letter: the system's own disk is not carried away, any other may be.
  if (platform === 'win32') return /^c:/i.test(folder) ? 'no' : 'unknown'
  if (platform !== 'linux') return 'unknown'
  const real = await attempt(() => disk.realpath(folder))
  const mount = mountOf(await readMounts(disk), real.ok ? real.value : folder)
  if (mount === undefined || mount.path === '/') return 'no'
  if (stickFileSystems.has(mount.fileSystem)) return 'yes'
  return (await removalOf(disk, mount)) === 'fixed' ? 'no' : 'yes'
}
