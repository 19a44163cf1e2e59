/**
 * Limits of real systems that a process can be put within without any rights, where the system permits them.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** True where a process can be told the largest file it may write. */
export const hasLimits = works('prlimit', '--fsize=1000000', 'true')

/** True where a process can have disks of its own. */
export const hasNamespaces = works('unshare', '-Urm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt')

/** True where a process can see a folder of its own as one that may only be read. */
export const canLock = lockable()

const MOUNT = 'while [ "$1" != -- ]; do mount -t tmpfs -o "$2" tmpfs "$1" || exit 1; shift 2; done; shift; exec "$@"'

/**
 * The command that runs another one for which each of these folders is a disk of its own, in memory.
 * @param disks - options of the mount by folder, e.g. `size=1m` or `size=1m,ro`
 */
export function amongDisks(disks: Readonly<Record<string, string>>): readonly string[] {
  return ['unshare', '-Urm', 'sh', '-c', MOUNT, 'sh', ...Object.entries(disks).flat(), '--']
}

/**
 * Tells a running process the largest file it may write from now on.
 * @param bytes - null: as large as it likes
 */
export function limitFiles(pid: number, bytes: number | null): void {
  const told = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:`], { encoding: 'utf8' })
  if (told.status !== 0) throw new Error(`prlimit: ${told.stderr}`)
}

/**
 * Words of a shell that make a folder one that may only be read.
 * @param folder - as the shell names it
 */
export function lockedFolder(folder: string): string {
  return `mount --bind ${folder} ${folder} && mount -o remount,bind,ro ${folder}`
}

function lockable(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'))
  try {
    return works('unshare', '-Urm', 'sh', '-c', lockedFolder('"$0"'), folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function works(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0
}
