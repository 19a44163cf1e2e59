/**
 * The computer's own disk with a fault planted at the n-th operation: it fails with an errno, from then on or once, or a
 * bit that is read comes back turned over. Reads past the cache are not to be had, so that operations count the same in
 * every run. For a disk in memory whose plug can be pulled: fake-disk.ts.
 */
import {
  DiskError,
  diskCodeOf,
  type Disk,
  type DiskFile,
  type DiskOperation,
  type OpenMode,
} from '../../electron/disk/disk.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'

/** What goes wrong, counted in operations from 1; a bit turned over, in reads that bring any bytes. */
export type Fault =
  | { readonly at: number; readonly errno: string }
  | { readonly from: number; readonly errno: string }
  | { readonly flipAt: number }

/** The disk, and how many operations, and such reads among them, it has seen since the last `plan`. */
export type FaultyDisk = {
  readonly disk: Disk
  /** Starts to count anew; without a fault everything works. */
  readonly plan: (fault?: Fault) => void
  readonly operations: () => number
  readonly reads: () => number
}

/** A kind of fault, at the n-th operation or read. */
export type FaultAt = (place: number) => Fault

/** Every kind of fault at every operation that a disk has seen, place after place; a bit turned at every read. */
export function faultsEverywhere(disk: FaultyDisk, kinds: readonly FaultAt[]): readonly (readonly Fault[])[] {
  const reads = disk.reads()
  return Array.from({ length: disk.operations() }, (_, i) =>
    kinds.map((kind) => kind(i + 1)).filter((fault) => !('flipAt' in fault) || i < reads),
  )
}

/** A healthy disk until a fault is planned. */
export function faultyDisk(): FaultyDisk {
  let seen = 0
  let reads = 0
  let fault: Fault | undefined
  const step = async <T>(
    operation: DiskOperation,
    path: string,
    job: () => Promise<T>,
    mode?: OpenMode,
  ): Promise<T> => {
    seen += 1
    if (fault !== undefined && 'errno' in fault) {
      const strikes = 'at' in fault ? seen === fault.at : seen >= fault.from
      const { errno } = fault
      if (strikes) throw new DiskError({ code: diskCodeOf(errno, operation, mode), operation, path, errno })
    }
    return job()
  }
  const opened = (path: string, file: DiskFile): DiskFile => ({
    read: (target, position) =>
      step('read', path, async () => {
        const count = await file.read(target, position)
        if (count > 0) reads += 1
        const isTurned = fault !== undefined && 'flipAt' in fault && fault.flipAt === reads
        if (isTurned && count > 0) target[count >> 1] = (target[count >> 1] ?? 0) ^ 0x10
        return count
      }),
    write: (bytes) => step('write', path, () => file.write(bytes)),
    sync: () => step('sync', path, () => file.sync()),
    close: async () => {
      // A descriptor is given back whatever close reports.
      await file.close()
      await step('close', path, async () => undefined)
    },
  })
  const disk: Disk = {
    open: (path, mode) =>
      step(
        'open',
        path,
        async () => {
          if (mode === 'read-direct')
            throw new DiskError({ code: 'DISK_OTHER', operation: 'open', path, errno: 'EINVAL' })
          return opened(path, await nodeDisk.open(path, mode))
        },
        mode,
      ),
    rename: (from, to) => step('rename', to, () => nodeDisk.rename(from, to)),
    unlink: (path) => step('unlink', path, () => nodeDisk.unlink(path)),
    mkdir: (path) => step('mkdir', path, () => nodeDisk.mkdir(path)),
    rmdir: (path) => step('rmdir', path, () => nodeDisk.rmdir(path)),
    readdir: (path) => step('readdir', path, () => nodeDisk.readdir(path)),
    stat: (path) => step('stat', path, () => nodeDisk.stat(path)),
    statfs: (path) => step('statfs', path, () => nodeDisk.statfs(path)),
    fsyncDir: (path) => step('fsyncDir', path, () => nodeDisk.fsyncDir(path)),
    realpath: (path) => step('realpath', path, () => nodeDisk.realpath(path)),
  }
  return {
    disk,
    plan: (next) => {
      fault = next
      seen = 0
      reads = 0
    },
    operations: () => seen,
    reads: () => reads,
  }
}
