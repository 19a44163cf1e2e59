/**
 * A disk in memory whose plug can be pulled. It keeps what programs see (volatile) apart from what is on the platter
 * (durable): bytes become durable with `sync`, names with `fsyncDir`. After a power cut a test walks through every state
 * the platter may be in: bytes not synced lost, torn or kept; any part of the name changes not synced undone.
 * A move between two folders is one step: it is durable, as a whole, once the folder it went into is synced.
 */
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path/posix'
import { DiskError, diskCodeOf } from '../../electron/disk/disk.ts'
import type { Disk, DiskEntry, DiskFile, DiskOperation, OpenMode } from '../../electron/disk/disk.ts'

/** Thrown by every operation after the power cut: the program is dead, nothing it still tries has any effect. */
export class PowerCut extends Error {}

/** True where the power went during the work. @throws whatever else the work throws */
export async function diesDuring(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return false
  } catch (error) {
    if (error instanceof PowerCut) return true
    throw error
  }
}

/** One line of the log, e.g. `write /data/vault.json.1a2b3c4d.partial`. */
export type LogLine = { readonly operation: DiskOperation; readonly path: string }

/** What a faulty disk does: counted in operations from 1. */
export type Faults = {
  /** The power goes after this operation has been done. */
  readonly cutAfter?: number
  /** This operation fails, or every operation from `from` on (a pulled stick). A failing write keeps its first half. */
  readonly failAt?: { readonly operation: number; readonly errno: string }
  readonly failFrom?: { readonly operation: number; readonly errno: string }
  /** Bytes that fit on the disk; more is ENOSPC. */
  readonly capacity?: number
}

/** The fake: a `Disk` with a log, and the states a power cut may leave. */
export type FakeDisk = Disk & {
  readonly log: readonly LogLine[]
  /** Starts counting anew with these faults; the contents stay. */
  breakDown(faults: Faults): void
  /** Every disk a restart may find, each a fresh, healthy `FakeDisk`. */
  afterPowerCut(): readonly FakeDisk[]
  /** The content of a file as a program sees it, `undefined` if it is not there. */
  peek(path: string): Uint8Array | undefined
  /** Puts a file there, durably, with its folders. */
  plant(path: string, bytes: Uint8Array): void
  /** Every file there is, in order. */
  paths(): readonly string[]
}

type Node = { readonly kind: 'file'; volatile: Uint8Array; durable: Uint8Array } | { readonly kind: 'folder' }
type NameChange = { readonly remove?: string; readonly add?: string; readonly node?: Node }

/** An empty disk with a root folder. */
export function createFakeDisk(): FakeDisk {
  return fakeDiskOf(new Map<string, Node>([['/', { kind: 'folder' }]]))
}

function fakeDiskOf(start: Map<string, Node>): FakeDisk {
  const names = start
  let durableNames = new Map(start)
  let pending: NameChange[] = []
  let log: LogLine[] = []
  let faults: Faults = {}
  let dead = false

  function step<T>(operation: DiskOperation, path: string, effect: () => T, half?: () => void, mode?: OpenMode): T {
    if (dead) throw new PowerCut(`${operation} ${path}`)
    log.push({ operation, path })
    const broken =
      (faults.failAt?.operation === log.length ? faults.failAt.errno : undefined) ??
      (faults.failFrom !== undefined && log.length >= faults.failFrom.operation ? faults.failFrom.errno : undefined)
    if (broken !== undefined) {
      half?.()
      fault(operation, path, broken, mode)
    }
    try {
      return effect()
    } finally {
      if (faults.cutAfter === log.length) dead = true
    }
  }

  function fault(operation: DiskOperation, path: string, errno: string, mode?: OpenMode): never {
    throw new DiskError({ code: diskCodeOf(errno, operation, mode), operation, path, errno })
  }

  function nodeAt(operation: DiskOperation, path: string, mode?: OpenMode): Node {
    return names.get(path) ?? fault(operation, path, 'ENOENT', mode)
  }

  function change(made: NameChange): void {
    pending.push(made)
    applyTo(names, made)
  }

  function used(): number {
    return [...names.values()].reduce((sum, node) => sum + (node.kind === 'file' ? node.volatile.length : 0), 0)
  }

  function opened(path: string, node: Node & { kind: 'file' }): DiskFile {
    return {
      read: async (target, position) =>
        step('read', path, () => {
          const piece = node.volatile.subarray(position, position + target.length)
          target.set(piece)
          return piece.length
        }),
      write: async (bytes) => {
        const grow = (piece: Uint8Array): void => {
          node.volatile = Buffer.concat([node.volatile, piece])
        }
        step(
          'write',
          path,
          () => {
            if (used() + bytes.length > (faults.capacity ?? Infinity)) fault('write', path, 'ENOSPC')
            grow(bytes)
          },
          () => grow(bytes.subarray(0, bytes.length >> 1)),
        )
      },
      sync: async () =>
        step('sync', path, () => {
          node.durable = node.volatile
        }),
      close: async () => step('close', path, () => undefined),
    }
  }

  const disk: FakeDisk = {
    get log() {
      return log
    },
    breakDown: (next) => {
      faults = next
      log = []
    },
    peek: (path) => {
      const node = names.get(path)
      return node?.kind === 'file' ? node.volatile : undefined
    },
    plant: (path, bytes) => {
      for (let folder = dirname(path); !names.has(folder); folder = dirname(folder)) {
        applyTo(names, { add: folder, node: { kind: 'folder' } })
      }
      applyTo(names, { add: path, node: { kind: 'file', volatile: bytes, durable: bytes } })
      durableNames = new Map(names)
    },
    paths: () => [...names].flatMap(([path, node]) => (node.kind === 'file' ? [path] : [])).toSorted(),
    afterPowerCut: () => statesOf(durableNames, pending),

    open: async (path, mode) =>
      step(
        'open',
        path,
        () => {
          if (mode === 'read-direct') fault('open', path, 'EINVAL', mode)
          if (mode === 'create' && names.has(path)) fault('open', path, 'EEXIST', mode)
          if (mode !== 'read' && !names.has(path)) {
            nodeAt('open', dirname(path), mode)
            change({ add: path, node: { kind: 'file', volatile: new Uint8Array(), durable: new Uint8Array() } })
          }
          const node = nodeAt('open', path, mode)
          return node.kind === 'file' ? opened(path, node) : fault('open', path, 'EISDIR', mode)
        },
        undefined,
        mode,
      ),
    rename: async (from, to) =>
      step('rename', to, () => {
        nodeAt('rename', dirname(to))
        change({ remove: from, add: to, node: nodeAt('rename', from) })
      }),
    unlink: async (path) =>
      step('unlink', path, () => {
        nodeAt('unlink', path)
        change({ remove: path })
      }),
    mkdir: async (path) =>
      step('mkdir', path, () => {
        if (names.has(path)) fault('mkdir', path, 'EEXIST')
        nodeAt('mkdir', dirname(path))
        change({ add: path, node: { kind: 'folder' } })
      }),
    rmdir: async (path) => step('rmdir', path, () => change({ remove: path })),
    readdir: async (path) =>
      step('readdir', path, () => {
        nodeAt('readdir', path)
        return [...names].flatMap(([name, node]): readonly DiskEntry[] =>
          name !== path && dirname(name) === path
            ? [{ name: name.slice(join(path, '/').length), kind: node.kind }]
            : [],
        )
      }),
    stat: async (path) =>
      step('stat', path, () => {
        const node = nodeAt('stat', path)
        return { kind: node.kind, bytes: node.kind === 'file' ? node.volatile.length : 0, device: 1, writtenMs: 0 }
      }),
    statfs: async (path) =>
      step('statfs', path, () => {
        const total = faults.capacity ?? 1e9
        return { free: total - used(), total }
      }),
    fsyncDir: async (path) =>
      step('fsyncDir', path, () => {
        nodeAt('fsyncDir', path)
        for (const made of pending) if (touches(made, path)) applyTo(durableNames, made)
        pending = pending.filter((made) => !touches(made, path))
      }),
    realpath: async (path) =>
      step('realpath', path, () => {
        nodeAt('realpath', path)
        return path
      }),
  }
  return disk
}

function touches({ add, remove }: NameChange, folder: string): boolean {
  return dirname(add ?? remove ?? '/') === folder
}

function applyTo(names: Map<string, Node>, { remove, add, node }: NameChange): void {
  if (remove !== undefined) names.delete(remove)
  if (add !== undefined && node !== undefined) names.set(add, node)
}

/** Every combination of name changes that survived, times what became of unsynced bytes; equal states once. */
function statesOf(durable: ReadonlyMap<string, Node>, pending: readonly NameChange[]): readonly FakeDisk[] {
  const found = new Map<string, FakeDisk>()
  const left = new Map<FileNode, readonly Uint8Array[]>()
  const leftOf = (node: FileNode, fate: number): Uint8Array => {
    const all = left.get(node) ?? fates.map((bytesOf) => bytesOf(node))
    left.set(node, all)
    return all[fate] ?? node.durable
  }
  for (let choice = 0; choice < 2 ** pending.length; choice += 1) {
    const names = new Map(durable)
    pending.forEach((made, index) => {
      if (((choice >> index) & 1) === 1) applyTo(names, made)
    })
    for (const path of names.keys()) if (!reachable(names, path)) names.delete(path)
    for (const fate of fates.keys()) {
      const after = new Map<string, Node>()
      for (const [path, node] of names) {
        if (node.kind === 'folder') after.set(path, node)
        else after.set(path, { kind: 'file', volatile: leftOf(node, fate), durable: leftOf(node, fate) })
      }
      const print = JSON.stringify(
        [...after].map(([path, node]) => `${path} ${node.kind === 'file' ? printOf(node.volatile) : ''}`).toSorted(),
      )
      if (!found.has(print)) found.set(print, fakeDiskOf(after))
    }
  }
  return [...found.values()]
}

type FileNode = Node & { kind: 'file' }

/** Hashes of contents that were met: bytes are put in the place of others, and never changed. */
const prints = new WeakMap<Uint8Array, string>()

function printOf(bytes: Uint8Array): string {
  const print = prints.get(bytes) ?? createHash('sha256').update(bytes).digest('hex')
  prints.set(bytes, print)
  return print
}

/** Unsynced bytes: gone, kept, the first half kept, or the right length full of zeros (as ext4 and NTFS can leave it). */
const fates: readonly ((node: FileNode) => Uint8Array)[] = [
  (node) => node.durable,
  (node) => node.volatile,
  (node) => (node.volatile === node.durable ? node.durable : node.volatile.slice(0, node.volatile.length >> 1)),
  (node) => (node.volatile === node.durable ? node.durable : new Uint8Array(node.volatile.length)),
]

function reachable(names: ReadonlyMap<string, Node>, path: string): boolean {
  return path === '/' || (names.get(dirname(path))?.kind === 'folder' && reachable(names, dirname(path)))
}
