/**
 * Once per run: all temporary folders of the tests lie in one folder, which goes away at the end. Workers inherit it
 * through TMPDIR, so `os.tmpdir()` needs no help.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes the folder; what it returns removes it again. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ket-nap-test-'))
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
