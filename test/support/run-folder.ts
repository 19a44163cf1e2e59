/**
 * Once per run: the folder in which all temporary folders of the tests lie, which goes away at the end. It is in memory where
 * there is room: whole offices wait for the disk at every line they record, a third of their time. What a power cut leaves
 * is shown by fake-disk.ts, and a killed program finds in memory what it would find on a disk.
 */
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMPILED } from '../../build/compiled.ts'

/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm'

/** As much must be free, of the memory and of what may lie there, in bytes: a run takes an eighth of it at a time. */
const ROOM = 4 * 1024 ** 3

/** Makes the folder; workers inherit it through TMPDIR, so `os.tmpdir()` needs no help. @returns removes it again */
export function setup(): () => void {
  const folder = mkdtempSync(join(isRoomInMemory() ? IN_MEMORY : tmpdir(), 'kn-'))
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  process.env['NODE_COMPILE_CACHE'] = COMPILED
  return () => rmSync(folder, { recursive: true, force: true })
}

/** False also where a person names a folder. */
function isRoomInMemory(): boolean {
  if (process.env['TMPDIR'] !== undefined || process.platform !== 'linux') return false
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    return bavail * bsize >= ROOM && freemem() >= ROOM
  } catch {
    return false
  }
}
