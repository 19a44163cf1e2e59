/**
 * A stick that gives back other bytes than it took. Preloaded into the program under test, it turns a bit over in whatever
 * is read from files below the folder that TURNED_BIT_IN names: the program and its disk are as they ship.
 */
import promises, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { sep } from 'node:path'
import { preloaded, type Environment } from './preloaded.ts'

const folder = process.env['TURNED_BIT_IN']
const real = promises.open

/** The environment of a program to which a folder is such a stick. */
export function withTurnedBitIn(stick: string): Environment {
  return preloaded(import.meta.filename, { TURNED_BIT_IN: stick })
}

async function openTurned(...call: Parameters<typeof real>): Promise<FileHandle> {
  const handle = await real(...call)
  if (folder === undefined || !String(call[0]).startsWith(folder + sep)) return handle
  const read = handle.read.bind(handle)
  const readTurned = async (target: Uint8Array, at: number, length: number, position: number) => {
    const done = await read(target, at, length, position)
    if (done.bytesRead > 0) target[at] = (target[at] ?? 0) ^ 1
    return done
  }
  return Object.defineProperty(handle, 'read', { value: readTurned })
}

if (folder !== undefined) {
  Object.defineProperty(promises, 'open', { value: openTurned })
  syncBuiltinESMExports()
}
