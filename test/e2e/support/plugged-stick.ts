/**
 * A folder that the system calls a stick, plugged in while the folder is there. Preloaded into the program under test, it
 * adds the folder that PLUGGED_STICK names to the table of mounted disks, as a removable one, and takes out what is plugged
 * into the computer of the test: whatever reads that table is as it ships. Like most sticks it is only read through the
 * system's cache, it can be pulled while it is written to, and it can be plugged in again at another place.
 */
import { constants, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preloaded, type Environment } from './preloaded.ts'

const MOUNTS = '/proc/self/mountinfo'
const LINK = '/sys/dev/block/253:99'
const DEVICE = '/sys/devices/pci0/usb1/block/sdz'

/** A line of the table about a disk that may have been plugged in. */
const PLUGGED = / \/(?:media|run\/media|mnt)\/\S* | - (?:vfat|msdos|exfat|fuse\.exfat|udf|iso9660) /

const stick = process.env['PLUGGED_STICK']
const real = { open: promises.open, realpath: promises.realpath }

/** The environment of a program to which a folder is such a stick. @param environment - what it is to have besides */
export function withStick(folder: string, environment: Environment = {}): Environment {
  return preloaded(import.meta.filename, { PLUGGED_STICK: folder }, environment)
}

/** Where a stick lies while it is not plugged in. */
const drawerOf = (folder: string) => `${folder}-drawer`

/** That a stick is to be pulled with the next file that is begun on it. */
const orderOf = (folder: string) => `${folder}-pull`

/** Pulls the stick. @param at - the place it is mounted at */
export function pull(folder: string, at = folder): void {
  renameSync(at, drawerOf(folder))
}

/** Plugs it in again, with what lay on it. @param at - the place it is mounted at: its own, or `elsewhere` */
export function plugIn(folder: string, at = folder): void {
  renameSync(drawerOf(folder), at)
}

/** Where it is mounted if not at its own place: as at another letter of Windows. */
export const elsewhere = (folder: string) => `${folder}-2`

/** Has it pulled in the middle of the next file that is written to it, however fast the machine. */
export function pullWhileWriting(folder: string): void {
  writeFileSync(orderOf(folder), '')
}

if (stick !== undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'plugged-'))
  const table = join(folder, 'mountinfo')
  const flag = join(folder, 'removable')
  const lines = [stick, elsewhere(stick)].map(
    (place) => `999 27 253:99 / ${place.replaceAll(' ', '\\040')} rw,relatime - vfat /dev/sdz rw\n`,
  )
  const others = readFileSync(MOUNTS, 'utf8')
    .split('\n')
    .filter((one) => one !== '' && !PLUGGED.test(one))
  writeFileSync(table, `${others.join('\n')}\n${lines.join('')}`)
  writeFileSync(flag, '1\n')
  const instead = new Map([
    [MOUNTS, table],
    [join(DEVICE, 'removable'), flag],
  ])
  const open = async (...[path, flags, ...rest]: Parameters<typeof real.open>) => {
    const isOnStick = String(path).startsWith(stick)
    // As a file system answers that has no way past the cache.
    if (isOnStick && typeof flags === 'number' && (flags & constants.O_DIRECT) !== 0)
      throw Object.assign(new Error('EINVAL'), { code: 'EINVAL', errno: -22, syscall: 'open' })
    const file = await real.open(instead.get(String(path)) ?? path, flags, ...rest)
    if (isOnStick && String(path).endsWith('.partial') && existsSync(orderOf(stick))) {
      rmSync(orderOf(stick))
      pull(stick)
    }
    return file
  }
  const realpath = async (path: string) => (path === LINK ? DEVICE : real.realpath(path))
  Object.defineProperty(promises, 'open', { value: open })
  Object.defineProperty(promises, 'realpath', { value: realpath })
  syncBuiltinESMExports()
}
