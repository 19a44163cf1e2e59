/**
 * The real `Disk`, on node:fs. Everything that differs between systems is here and nowhere else: Windows has no fsync
 * for folders, and there a virus scanner may hold a fresh file for a moment, so a rename is tried again for a second.
 * Only `electron/disk` may import node:fs.
 */
import { constants } from 'node:fs'
import { mkdir, open, readdir, realpath, rename, rmdir, stat, statfs, unlink } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { DiskError, diskCodeOf } from './disk.ts'
import type { Disk, DiskEntry, DiskFile, DiskOperation, DiskStat, OpenMode } from './disk.ts'

/** What the systems differ in: the one that the program runs on, or one that a test makes up. */
export type System = {
  /** As in `process.platform`. */
  readonly platform: NodeJS.Platform
  readonly rename: (from: string, to: string) => Promise<void>
  readonly openFolder: (path: string) => Promise<Pick<FileHandle, 'sync' | 'close'>>
  readonly wait: (milliseconds: number) => Promise<unknown>
}

/** The computer's own file system. */
export const nodeDisk: Disk = nodeDiskOn({
  platform: process.platform,
  rename: (from, to) => rename(from, to),
  openFolder: (path) => open(path, constants.O_RDONLY),
  wait: (milliseconds) => wait(milliseconds),
})

/** The same as a system would have it. */
export function nodeDiskOn(system: System): Disk {
  const { platform } = system
  return {
    open: (path, mode) =>
      run('open', path, async () => openFile(await open(path, flagsOf(mode, platform), 0o600), path), mode),
    rename: (from, to) => run('rename', to, () => renamePatiently(system, from, to), undefined, platform),
    unlink: (path) => run('unlink', path, () => unlink(path)),
    mkdir: (path) => run('mkdir', path, () => mkdir(path, { mode: 0o700 })),
    rmdir: (path) => run('rmdir', path, () => rmdir(path)),
    readdir: (path) =>
      run('readdir', path, async () =>
        (await readdir(path, { withFileTypes: true })).map((entry): DiskEntry => ({
          name: entry.name,
          kind: kindOf(entry),
        })),
      ),
    stat: (path) =>
      run('stat', path, async (): Promise<DiskStat> => {
        const found = await stat(path)
        return { kind: kindOf(found), bytes: found.size, device: found.dev, writtenMs: found.mtimeMs }
      }),
    statfs: (path) =>
      run('statfs', path, async () => {
        const found = await statfs(path)
        return { free: found.bavail * found.bsize, total: found.blocks * found.bsize }
      }),
    fsyncDir: (path) => run('fsyncDir', path, () => fsyncFolder(system, path)),
    realpath: (path) => run('realpath', path, () => realpath(path)),
  }
}

/**
 * The errno name of anything thrown by node, `UNKNOWN` if it has none.
 * @param error what was caught.
 */
export function errnoOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'UNKNOWN'
}

async function run<T>(
  operation: DiskOperation,
  path: string,
  job: () => Promise<T>,
  mode?: OpenMode,
  platform?: NodeJS.Platform,
): Promise<T> {
  try {
    return await job()
  } catch (error) {
    const errno = errnoOf(error)
    throw new DiskError({ code: diskCodeOf(errno, operation, mode, platform), operation, path, errno }, error)
  }
}

function openFile(handle: FileHandle, path: string): DiskFile {
  return {
    read: (target, position) =>
      run('read', path, async () => {
        let filled = 0
        while (filled < target.length) {
          const { bytesRead } = await handle.read(target, filled, target.length - filled, position + filled)
          filled += bytesRead
          // A direct read may only continue from an aligned place: hand back what came and let the caller decide.
          if (bytesRead === 0 || bytesRead % sector !== 0) break
        }
        return filled
      }),
    write: (bytes) =>
      run('write', path, async () => {
        let done = 0
        while (done < bytes.length) done += (await handle.write(bytes, done, bytes.length - done)).bytesWritten
      }),
    sync: () => run('sync', path, () => handle.sync()),
    close: () => run('close', path, () => handle.close()),
  }
}

const sector = 512

function flagsOf(mode: OpenMode, platform: NodeJS.Platform): number {
  switch (mode) {
    case 'read':
      return constants.O_RDONLY
    case 'read-direct':
      // Where the constant is missing (macOS, Windows) the caller must hear that it cannot be had.
      if (platform !== 'linux') throw Object.assign(new Error('no direct reads here'), { code: 'EINVAL' })
      return constants.O_RDONLY | constants.O_DIRECT
    case 'create':
      return constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL
    case 'append':
      return constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND
  }
}

function kindOf(found: { isFile(): boolean; isDirectory(): boolean }): DiskEntry['kind'] {
  if (found.isFile()) return 'file'
  return found.isDirectory() ? 'folder' : 'other'
}

/** Tries of a rename on Windows, some 20 ms longer apart each time: a second in all. */
const TRIES = 11

async function renamePatiently(system: System, from: string, to: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await system.rename(from, to)
    } catch (error) {
      const isHeld = ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error))
      if (system.platform !== 'win32' || !isHeld || tried >= TRIES) throw error
      await system.wait(20 * tried)
    }
  }
}

async function fsyncFolder({ platform, openFolder }: System, path: string): Promise<void> {
  // Some file systems on sticks and network mounts have no such thing as syncing a folder and say EINVAL; Windows has not.
  const cannot = platform === 'win32' ? ['EPERM', 'EISDIR', 'EACCES'] : ['EINVAL', 'ENOTSUP']
  let handle: Awaited<ReturnType<System['openFolder']>>
  try {
    handle = await openFolder(path)
  } catch (error) {
    if (platform === 'win32' && cannot.includes(errnoOf(error))) return
    throw error
  }
  try {
    await handle.sync()
  } catch (error) {
    if (!cannot.includes(errnoOf(error))) throw error
  } finally {
    await handle.close()
  }
}
