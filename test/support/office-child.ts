/**
 * An office in a process of its own, to be killed: it opens a data folder and serves the port over the parent's channel.
 * Told to, it kills itself at the n-th operation on the disk, or after a call has been done and before it is answered.
 * Paths come as arguments, OFFICE_CLOCK=own makes the day one that the program may doubt; the passphrase only ever comes over the channel.
 */
import { flushCompileCache } from 'node:module'
import { clockFor } from '../../electron/clock.ts'
import { createCore } from '../../electron/core.ts'
import { DiskError, type Disk, type DiskFile, type OpenMode } from '../../electron/disk/disk.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import { pathsOf } from '../../electron/paths.ts'
import { COST, coreAt } from './office.ts'

/** What the parent asks. `dieAt`: counted from this call; `mute`: die instead of answering; `tells`: how far it is. */
export type ChildCall = {
  readonly ticket: number
  readonly name: string
  readonly input: unknown
  readonly id?: string
  readonly dieAt?: number
  readonly mute?: boolean
  readonly tells?: boolean
}

/** What the child answers. `operations`: on the disk, during the call. */
export type ChildAnswer = { readonly ticket: number; readonly answer: unknown; readonly operations: number }

/** What the child says meanwhile, where it is asked to. */
export type ChildProgress = { readonly ticket: number; readonly progress: unknown }

// What is killed would leave nothing of what it has compiled to the next one.
flushCompileCache()

let operations = 0
let last = Infinity

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  // The signal is on its way; nothing more may happen here.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

async function counted<T>(job: () => Promise<T>): Promise<T> {
  if ((operations += 1) >= last) die()
  return job()
}

/**
 * Reading past the cache tries one address in memory after another until the system takes it, which depends on where
 * the buffer happens to lie: what is refused is no operation, or their number would differ from run to run.
 */
async function countedUnlessRefused<T>(job: () => Promise<T>): Promise<T> {
  try {
    const done = await job()
    return await counted(async () => done)
  } catch (error) {
    if (error instanceof DiskError && error.failure.errno === 'EINVAL') throw error
    return counted(() => Promise.reject(error))
  }
}

const disk: Disk = {
  open: (path, mode) => counted(async () => countedFile(await nodeDisk.open(path, mode), mode)),
  rename: (from, to) => counted(() => nodeDisk.rename(from, to)),
  unlink: (path) => counted(() => nodeDisk.unlink(path)),
  mkdir: (path) => counted(() => nodeDisk.mkdir(path)),
  rmdir: (path) => counted(() => nodeDisk.rmdir(path)),
  readdir: (path) => counted(() => nodeDisk.readdir(path)),
  stat: (path) => counted(() => nodeDisk.stat(path)),
  statfs: (path) => counted(() => nodeDisk.statfs(path)),
  fsyncDir: (path) => counted(() => nodeDisk.fsyncDir(path)),
  realpath: (path) => counted(() => nodeDisk.realpath(path)),
}

function countedFile(file: DiskFile, mode: OpenMode): DiskFile {
  return {
    read:
      mode === 'read-direct'
        ? (target, position) => countedUnlessRefused(() => file.read(target, position))
        : (target, position) => counted(() => file.read(target, position)),
    write: (bytes) => counted(() => file.write(bytes)),
    sync: () => counted(() => file.sync()),
    close: () => counted(() => file.close()),
  }
}

const [data = '', marks = '', today = ''] = process.argv.slice(2)
const paths = pathsOf(data, marks)
const core =
  process.env['OFFICE_CLOCK'] === 'own'
    ? createCore({ disk, paths, clock: clockFor(undefined, today), cost: COST })
    : coreAt(paths, { today }, disk)

process.on('message', (message: ChildCall) => {
  const { ticket, name, input, id, dieAt, mute, tells } = message
  operations = 0
  last = dieAt ?? Infinity
  const onProgress = (progress: unknown) => process.send?.({ ticket, progress } satisfies ChildProgress)
  const options = { ...(id === undefined ? {} : { id }), ...(tells === true ? { onProgress } : {}) }
  void core.call(name, input, options).then((answer) => {
    if (mute === true) die()
    process.send?.({ ticket, answer, operations } satisfies ChildAnswer)
  })
})
process.on('disconnect', () => process.exit(0))
