/**
 * Where things lie. The data folder holds everything of an office; the marks folder lies outside it on purpose: a data
 * folder that was restored or copied is noticed because its marks are not its own.
 */
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The folders and files of one office on this computer. */
export type Paths = { readonly data: string; readonly store: string; readonly marks: string }

/** Paths for a data folder. @param marks - folder for own heads; by default the user's state folder */
export function pathsOf(data: string, marks: string = defaultMarks()): Paths {
  return { data, store: join(data, 'store.db'), marks }
}

function defaultMarks(): string {
  const state = process.env['LOCALAPPDATA'] ?? process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state')
  return join(state, 'ket-nap', 'marks')
}
