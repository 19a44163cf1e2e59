/**
 * Where the stand-in keeps what Electron keeps in its user folder.
 */
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The user's folder for program data. */
export function homeFolder(): string {
  return process.env['APPDATA'] ?? process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}
