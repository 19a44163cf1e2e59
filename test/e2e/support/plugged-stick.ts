/**
 * A folder that the system calls a stick that is plugged in. Preloaded into the program under test, it adds the folder that
 * PLUGGED_STICK names to the table of mounted disks, as a removable one: whatever reads that table is as it ships.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const MOUNTS = '/proc/self/mountinfo'
const LINK = '/sys/dev/block/253:99'
const DEVICE = '/sys/devices/pci0/usb1/block/sdz'

const stick = process.env['PLUGGED_STICK']
const real = { open: promises.open, realpath: promises.realpath }

/** The environment of a program to which a folder is such a stick. */
export function withStick(folder: string): Readonly<Record<string, string>> {
  const preload = pathToFileURL(join(import.meta.dirname, 'plugged-stick.ts')).href
  return { NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${preload}`.trim(), PLUGGED_STICK: folder }
}

if (stick !== undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'plugged-'))
  const table = join(folder, 'mountinfo')
  const flag = join(folder, 'removable')
  const line = `999 27 253:99 / ${stick.replaceAll(' ', '\\040')} rw,relatime - vfat /dev/sdz rw\n`
  writeFileSync(table, readFileSync(MOUNTS, 'utf8') + line)
  writeFileSync(flag, '1\n')
  const instead = new Map([
    [MOUNTS, table],
    [join(DEVICE, 'removable'), flag],
  ])
  const open = (...[path, ...rest]: Parameters<typeof real.open>) =>
    real.open(instead.get(String(path)) ?? path, ...rest)
  const realpath = async (path: string) => (path === LINK ? DEVICE : real.realpath(path))
  Object.defineProperty(promises, 'open', { value: open })
  Object.defineProperty(promises, 'realpath', { value: realpath })
  syncBuiltinESMExports()
}
