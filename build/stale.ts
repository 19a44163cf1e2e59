/**
 * Is the built program older than its source? Whoever fetches a new version and starts it must not get the old one.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where the source of the program lies, and what else a build depends on. */
const SOURCES = ['electron', 'renderer', 'shared', 'db', 'build', 'package.json', 'package-lock.json']

/** The last of three bundles to be written. */
const LAST = 'dist/preload/preload.cjs'

/** True where there is no build, or something was changed after it. @param root - the project's folder */
export function isStale(root: string): boolean {
  const built = join(root, LAST)
  if (!existsSync(built)) return true
  const at = statSync(built).mtimeMs
  return SOURCES.some((source) => newestIn(join(root, source)) > at)
}

/** When the newest file of a folder, or a file itself, was changed; 0 where there is none. */
function newestIn(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0)
}
