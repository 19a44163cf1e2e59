/**
 * A carrier that stands still until the test lets it go, so that what is said of a job in the middle of it can be read.
 * Preloaded into the program under test, it has reads and writes below the folder that HELD_STICK names wait for as long as
 * an order lies beside that folder, once so many bytes have passed; everything else is as it ships.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import promises, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { preloaded, type Environment } from './preloaded.ts'

const stick = process.env['HELD_STICK']
const real = promises.open

/** The environment of a program to which a folder is such a carrier. @param environment - what it is to have besides */
export function withHeldStick(folder: string, environment: Environment = {}): Environment {
  return preloaded(import.meta.filename, { HELD_STICK: folder }, environment)
}

/**
 * Has the carrier stand still.
 * @param bytes - how many pass before
 * @returns `isHeld`: whether something stands still by now
 */
export function holdStick(
  folder: string,
  bytes: number,
): { readonly isHeld: () => boolean; readonly letGo: () => void } {
  const order = orderOf(folder)
  rmSync(thereOf(folder), { force: true })
  writeFileSync(order, String(bytes))
  return { isHeld: () => existsSync(thereOf(folder)), letGo: () => rmSync(order) }
}

/** That it is to stand still, and after how many bytes. */
const orderOf = (folder: string) => `${folder}-hold`

/** That it does. */
const thereOf = (folder: string) => `${folder}-held`

if (stick !== undefined) {
  const order = orderOf(stick)
  let passed = 0
  const pass = async (bytes: number) => {
    if (!existsSync(order)) passed = 0
    else if (passed < Number(readFileSync(order, 'utf8'))) passed += bytes
    else {
      writeFileSync(thereOf(stick), '')
      while (existsSync(order)) await wait(20)
      passed = 0
    }
  }
  const openHeld = async (...call: Parameters<typeof real>): Promise<FileHandle> => {
    const handle = await real(...call)
    if (!String(call[0]).startsWith(stick + sep)) return handle
    const read = handle.read.bind(handle)
    const write = handle.write.bind(handle)
    const readHeld = async (target: Uint8Array, at: number, length: number, position: number) => {
      const done = await read(target, at, length, position)
      await pass(done.bytesRead)
      return done
    }
    const writeHeld = async (bytes: Uint8Array, at: number, length: number) => {
      await pass(length)
      return write(bytes, at, length)
    }
    return Object.defineProperties(handle, { read: { value: readHeld }, write: { value: writeHeld } })
  }
  Object.defineProperty(promises, 'open', { value: openHeld })
  syncBuiltinESMExports()
}
