/**
 * The fault seam: everything our own code does with files goes through a `Disk`, so that a test can pull the plug after
 * any single operation (`test/support/fake-disk.ts`). The real one is `node-disk.ts`. Only primitives live here; what
 * is built from them (atomic writes, streams, reading back) has its own files. Nothing here writes sentences.
 */

/** What a failing disk means to a person; the errno behind it goes along for the technical log. */
export type DiskCode =
  'DISK_FULL' | 'DISK_TOO_BIG' | 'DISK_READ_ONLY' | 'DISK_HELD' | 'DISK_GONE' | 'DISK_MISSING' | 'DISK_OTHER'

/** A primitive of `Disk` or `DiskFile`, as named in failures and in the fake disk's log. */
export type DiskOperation =
  | 'open'
  | 'read'
  | 'write'
  | 'sync'
  | 'close'
  | 'rename'
  | 'unlink'
  | 'mkdir'
  | 'rmdir'
  | 'readdir'
  | 'stat'
  | 'statfs'
  | 'fsyncDir'
  | 'realpath'

/**
 * A failed disk operation as data. `DISK_MISSING` is a single file or folder that is not there when it is read;
 * `DISK_GONE` is the whole place (stick pulled, device lost, the folder written to has vanished); `DISK_HELD` a file that
 * another program, most often a virus scanner, does not let go.
 */
export type DiskFailure = {
  readonly code: DiskCode
  readonly operation: DiskOperation
  readonly path: string
  readonly errno: string
}

/**
 * How a file is opened: `read`; `read-direct` past the page cache (throws `EINVAL` where the system cannot); `create`
 * a new file for writing, never over an existing one; `append` to a file, made if missing.
 */
export type OpenMode = 'read' | 'read-direct' | 'create' | 'append'

/** An open file. Every method throws `DiskError`. */
export type DiskFile = {
  /**
   * Reads at `position` (bytes from the start) into `target`.
   * @returns the number of bytes read; 0 only at the end. Less than asked may come anywhere: go on from there.
   */
  read(target: Uint8Array, position: number): Promise<number>
  /** Appends all of `bytes`. */
  write(bytes: Uint8Array): Promise<void>
  /** Returns when what was written is on the device. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** One name in a folder. Links count as `other`: we never make or follow one. */
export type DiskEntry = { readonly name: string; readonly kind: 'file' | 'folder' | 'other' }

/**
 * What is known about a path without opening it; `device` tells two mounted disks apart while both are there. `writtenMs`:
 * when it was last written, as the system says, in milliseconds since 1970.
 */
export type DiskStat = {
  readonly kind: 'file' | 'folder' | 'other'
  readonly bytes: number
  readonly device: number
  readonly writtenMs: number
}

/** Room on the disk that holds a path, in bytes; `free` is what this user may still write. */
export type DiskSpace = { readonly free: number; readonly total: number }

/** All that our code may do with files. Every method throws `DiskError`; `attempt` turns that into a `Result`. */
export type Disk = {
  open(path: string, mode: OpenMode): Promise<DiskFile>
  /** Moves a file over `to`, replacing it in one step. Durable only after `fsyncDir` of both folders. */
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Makes one folder; `EEXIST` if there is something of that name. */
  mkdir(path: string): Promise<void>
  /** Removes one empty folder. */
  rmdir(path: string): Promise<void>
  readdir(path: string): Promise<readonly DiskEntry[]>
  stat(path: string): Promise<DiskStat>
  statfs(path: string): Promise<DiskSpace>
  /** Makes names in a folder durable; does nothing where the system has no such call (Windows). */
  fsyncDir(path: string): Promise<void>
  /** The path with links, mapped letters and short names resolved. */
  realpath(path: string): Promise<string>
}

/** The one exception a `Disk` throws. An Error subclass, so that it also travels through streams and iterators. */
export class DiskError extends Error {
  readonly failure: DiskFailure

  constructor(failure: DiskFailure, cause?: unknown) {
    super(`${failure.code} ${failure.errno} ${failure.operation}`, { cause })
    this.name = 'DiskError'
    this.failure = failure
  }
}

const writing: ReadonlySet<DiskOperation> = new Set(['write', 'sync', 'rename', 'unlink', 'mkdir', 'rmdir', 'fsyncDir'])

/**
 * The small code for an errno name.
 * @param errno e.g. `ENOSPC`.
 * @param operation where it happened; decides what a missing path or a refused access means.
 * @param mode for `open`: how.
 * @param platform as in `process.platform`: Windows refuses to rename what another program holds as if it were not permitted.
 */
export function diskCodeOf(
  errno: string,
  operation: DiskOperation,
  mode?: OpenMode,
  platform: NodeJS.Platform = process.platform,
): DiskCode {
  const writes = writing.has(operation) || mode === 'create' || mode === 'append'
  switch (errno) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'DISK_FULL'
    case 'EFBIG':
      return 'DISK_TOO_BIG'
    case 'EROFS':
      return 'DISK_READ_ONLY'
    case 'EBUSY':
      return 'DISK_HELD'
    case 'EACCES':
    case 'EPERM':
      if (platform === 'win32' && operation === 'rename') return 'DISK_HELD'
      return writes ? 'DISK_READ_ONLY' : 'DISK_OTHER'
    case 'EIO':
    case 'ENODEV':
    case 'ENXIO':
    case 'ENOTCONN':
      return 'DISK_GONE'
    case 'ENOENT':
    case 'ENOTDIR':
      return writes && operation !== 'unlink' && operation !== 'rmdir' ? 'DISK_GONE' : 'DISK_MISSING'
    default:
      return 'DISK_OTHER'
  }
}
