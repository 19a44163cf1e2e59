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

/** The computer's own file system. */
export const nodeDisk: Disk = {
  open: (path, mode) => run('open', path, async () => openFile(await open(path, flagsOf(mode), 0o600), path), mode),
  rename: (from, to) => run('rename', to, () => renamePatiently(from, to)),
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
  fsyncDir: (path) => run('fsyncDir', path, () => fsyncFolder(path)),
  realpath: (path) => run('realpath', path, () => realpath(path)),
}

/**
 * The errno name of anything thrown by node, `UNKNOWN` if it has none.
 * @param error what was caught.
 */
export function errnoOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'UNKNOWN'
}

async function run<T>(operation: DiskOperation, path: string, job: () => Promise<T>, mode?: OpenMode): Promise<T> {
  try {
    return await job()
  } catch (error) {
    const errno = errnoOf(error)
    throw new DiskError({ code: diskCodeOf(errno, operation, mode), operation, path, errno }, error)
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

function flagsOf(mode: OpenMode): number {
  switch (mode) {
    case 'read':
      return constants.O_RDONLY
    case 'read-direct':
      // Where the constant is missing (macOS, Windows) the caller must hear that it cannot be had.
      if (process.platform !== 'linux') throw Object.assign(new Error('no direct reads here'), { code: 'EINVAL' })
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

async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await rename(from, to)
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error))
      if (process.platform !== 'win32' || !held || attempt >= 10) throw error
      await wait(20 * (attempt + 1))
    }
  }
}

async function fsyncFolder(path: string): Promise<void> {
  let handle: FileHandle
  try {
    handle = await open(path, constants.O_RDONLY)
  } catch (error) {
    if (process.platform === 'win32' && ['EPERM', 'EISDIR', 'EACCES'].includes(errnoOf(error))) return
    throw error
  }
  try {
    await handle.sync()
  } catch (error) {
    // Some file systems on sticks and network mounts have no such thing as syncing a folder and say EINVAL.
    const cannot = process.platform === 'win32' ? ['EPERM', 'EISDIR', 'EACCES'] : ['EINVAL', 'ENOTSUP']
    if (!cannot.includes(errnoOf(error))) throw error
  } finally {
    await handle.close()
  }
}
