/**
 * The computer's own disk, but for one folder, which lies on a disk whose plug can be pulled (fake-disk.ts). What SQLite
 * writes there by itself stays on the real disk: those files are no operations of ours.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Disk } from '../../electron/disk/disk.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import type { FakeDisk } from './fake-disk.ts'

/** The disk; `plug` puts another one in the folder's place. `synced`: files of SQLite's that were synced through it. */
export type PluggableDisk = {
  readonly disk: Disk
  readonly plug: (fake: FakeDisk) => void
  readonly synced: Set<string>
}

/** @param folder - a real folder, too: the folders made in it are made in both */
export function pluggableDisk(folder: string, first: FakeDisk): PluggableDisk {
  let plugged = first
  const synced = new Set<string>()
  const isOurs = (path: string) => (path === folder || path.startsWith(`${folder}/`)) && !isStore(basename(path))
  const at = (path: string): Disk => (isOurs(path) ? plugged : nodeDisk)
  const disk: Disk = {
    open: async (path, mode) => {
      const file = await at(path).open(path, mode)
      if (isOurs(path)) return file
      return {
        ...file,
        sync: async () => {
          await file.sync()
          synced.add(path)
        },
      }
    },
    rename: (from, to) => at(to).rename(from, to),
    unlink: (path) => at(path).unlink(path),
    mkdir: async (path) => {
      await at(path).mkdir(path)
      if (isOurs(path)) mkdirSync(path, { recursive: true })
    },
    rmdir: (path) => at(path).rmdir(path),
    readdir: async (path) => {
      const entries = await at(path).readdir(path)
      const hasStore = isOurs(path) && existsSync(join(path, STORE))
      return hasStore ? [...entries, { name: STORE, kind: 'file' }] : entries
    },
    stat: (path) => at(path).stat(path),
    statfs: (path) => at(path).statfs(path),
    fsyncDir: (path) => at(path).fsyncDir(path),
    realpath: (path) => at(path).realpath(path),
  }
  return {
    disk,
    plug: (fake) => {
      plugged = fake
      synced.clear()
    },
    synced,
  }
}

const STORE = 'store.db'

function isStore(name: string): boolean {
  return name.startsWith(STORE) || name.startsWith('lock.db')
}
