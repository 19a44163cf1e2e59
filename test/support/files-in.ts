/** What lies in a folder and in all folders below it. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The file of a folder whose name ends so. */
export function fileIn(folder: string, ending: string): string {
  return join(folder, readdirSync(folder).find((name) => name.endsWith(ending)) ?? '')
}

/** Every file under a folder, with its whole path. */
export function filesIn(top: string): readonly string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
