/**
 * How paths are written on a system: what is decided by a path of Windows is then decided alike wherever it is tried.
 */
import { posix, win32, type PlatformPath } from 'node:path'

/** The rules of a system. @param platform - as in `process.platform` */
export function pathRules(platform: NodeJS.Platform): PlatformPath {
  return platform === 'win32' ? win32 : posix
}
