/**
 * Where Electron's binary is, without importing the module `electron`: outside Electron that would start a download.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Path of the binary, or null. @param root - the project's folder */
export function electronBinary(root: string): string | null {
  const folder = join(root, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist')
  const binary = join(dist, readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : null
}
