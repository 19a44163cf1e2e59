/**
 * Once per run: all temporary folders of the tests lie in one folder, which goes away at the end.
 */
import { makeRunFolder } from './run-folder.ts'

/** Makes the folder; what it returns removes it again. */
export function setup(): () => void {
  return makeRunFolder()
}
