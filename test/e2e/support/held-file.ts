/**
 * A stick whose fresh files another program holds, as a virus scanner does. Preloaded into the program under test, it has no
 * file below the folder that HELD_FILES_IN names get its last name: the program and its disk are as they ship.
 */
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { sep } from 'node:path'
import { preloaded, type Environment } from './preloaded.ts'

const folder = process.env['HELD_FILES_IN']
const real = promises.rename

/** The environment of a program to which a folder is such a stick. @param environment - what it is to have besides */
export function withHeldFilesIn(stick: string, environment: Environment = {}): Environment {
  return preloaded(import.meta.filename, { HELD_FILES_IN: stick }, environment)
}

if (folder !== undefined) {
  const rename = async (...call: Parameters<typeof real>): Promise<void> => {
    if (String(call[1]).startsWith(folder + sep))
      throw Object.assign(new Error('EBUSY'), { code: 'EBUSY', errno: -16, syscall: 'rename' })
    return real(...call)
  }
  Object.defineProperty(promises, 'rename', { value: rename })
  syncBuiltinESMExports()
}
