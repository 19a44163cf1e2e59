/**
 * The host's side of the core thread: the port as promises, events, progress and cancelling.
 */
import { Worker, type MessagePort } from 'node:worker_threads'
import type { Result } from '../../shared/base/result.ts'
import { apiEntry } from '../../shared/contract/api.ts'
import { asksDisk } from '../../shared/contract/lists.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { CoreEvent } from '../core.ts'
import type { QueryContext } from '../queries.ts'
import type { CoreThreadData, FromCore, FromHost, FromReader, ToCore } from './protocol.ts'
import { threadFile } from './thread-file.ts'

/** What a host hears: the core's own events, and that a command `waits` for the one transaction of a job, or nothing. */
export type HostEvent = CoreEvent | { readonly event: 'waits'; readonly for: string | null }

/** A call under way: its answer, and a way to stop it. */
export type RunningCall = { readonly answer: Promise<Result<unknown, Refusal>>; readonly cancel: () => void }

/** The core as a host sees it. */
export type CoreThread = {
  readonly call: (
    name: string,
    input: unknown,
    id: string | null,
    onProgress: (progress: unknown) => void,
  ) => RunningCall
  readonly on: (listener: (event: HostEvent) => void) => void
  readonly tick: () => void
  /** True while a call is running, or a job that nobody called for: the daily backup. */
  readonly isBusy: () => boolean
  /** Locks, closes the store and ends the thread. */
  readonly close: () => Promise<void>
}

type Waiting = {
  readonly name: string
  readonly input: unknown
  readonly resolve: (answer: Result<unknown, Refusal>) => void
  readonly reject: (error: Error) => void
  readonly onProgress: (progress: unknown) => void
}

/**
 * What the engine may take for objects, in MiB: far more than the core ever holds, but with no limit in sight it leaves
 * garbage lying until a PC of 4 GiB feels it.
 */
export const CORE_MEMORY = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 } as const

/** Starts the core thread over a data folder. */
export function startCoreThread(data: CoreThreadData): CoreThread {
  const worker = new Worker(threadFile('core-worker', import.meta.url), {
    workerData: data,
    resourceLimits: CORE_MEMORY,
  })
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(event: HostEvent) => void>()
  const { promise: closed, resolve: setClosed } = Promise.withResolvers<void>()
  let next = 1
  /** The job under way. */
  let job: string | null = null
  let isOccupied = false
  /** The job for which a command waits. */
  let waitedFor: string | null = null
  let reader: { readonly port: MessagePort; readonly names: ReadonlySet<string> } | null = null
  /** Tickets of which the reader has been asked. */
  const withReader = new Set<number>()
  /** While the core is occupied and nobody has locked: what queries to the reader may know. */
  let context: QueryContext | null = null
  /** From the moment somebody locks until the core has done so. */
  let isLocking = false
  const say = (message: ToCore) => worker.postMessage(message)
  const tell = (event: HostEvent) => {
    for (const listener of listeners) listener(event)
  }
  /**
   * Whoever records something is told that it waits, since the core cannot say so. Only a command is sure to be recorded
   * afterwards: another job is refused as long as this one runs, and of what the page asks by itself nobody need know.
   */
  const tellWaits = () => {
    const isWaiting = ({ name }: Waiting) => apiEntry(name)?.kind === 'command'
    const found = isOccupied && [...waiting.values()].some(isWaiting) ? job : null
    if (found !== waitedFor) tell({ event: 'waits', for: (waitedFor = found) })
  }
  /** Asks the reader, which answers while the core cannot. @returns false where the core has to be asked */
  const askReader = (ticket: number, { name, input }: Waiting): boolean => {
    if (context === null || reader?.names.has(name) !== true || asksDisk(name, input)) return false
    reader.port.postMessage({ ticket, name, input, context } satisfies FromHost)
    withReader.add(ticket)
    return true
  }
  /** Whoever waits for an answer, which has come; nobody where the other thread was first. */
  const settle = (ticket: number): Waiting | undefined => {
    const asked = waiting.get(ticket)
    waiting.delete(ticket)
    withReader.delete(ticket)
    return asked
  }
  const hear = ({ ticket, answer }: FromReader) => {
    const asked = settle(ticket)
    if (asked === undefined) return
    if (answer?.ok === true) say({ type: 'read', name: asked.name, input: asked.input })
    if (answer === null) asked.reject(new Error('error'))
    else asked.resolve(answer)
  }
  const leaveReader = () => {
    reader?.port.close()
    reader = null
    context = null
    // What it has not answered, the core will: that the office is locked, most likely.
    for (const ticket of withReader) {
      const asked = waiting.get(ticket)
      if (asked !== undefined) say({ type: 'call', ticket, name: asked.name, input: asked.input, id: null })
    }
    withReader.clear()
  }
  const dropAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    job = null
    isOccupied = false
    tellWaits()
    setClosed()
  }
  worker.on('message', (message: FromCore) => {
    switch (message.type) {
      case 'answer':
        settle(message.ticket)?.resolve(message.answer)
        break
      case 'failed':
        settle(message.ticket)?.reject(new Error(message.message))
        break
      case 'progress':
        waiting.get(message.ticket)?.onProgress(message.progress)
        break
      case 'event':
        if (message.event.event === 'working') job = message.event.job
        if (message.event.event === 'locked') leaveReader()
        tell(message.event)
        break
      case 'reader':
        leaveReader()
        reader = { port: message.port, names: new Set(message.names) }
        message.port.on('message', hear)
        // A reader that ends, asked to or not, answers nothing any more.
        message.port.on('close', () => {
          if (reader?.port === message.port) leaveReader()
        })
        message.port.unref()
        break
      case 'occupied':
        context = reader === null || isLocking ? null : message.context
        // Those on their way when it became so would wait for its end.
        for (const [ticket, asked] of waiting) askReader(ticket, asked)
        isOccupied = message.context !== null
        tellWaits()
        break
      case 'closed':
        setClosed()
        break
    }
  })
  worker.on('error', () => dropAll(new Error('the core thread failed')))
  worker.on('exit', () => dropAll(new Error('the core thread ended')))
  return {
    call: (name, input, id, onProgress) => {
      const ticket = next++
      const { promise, resolve, reject } = Promise.withResolvers<Result<unknown, Refusal>>()
      const asked: Waiting = { name, input, resolve, reject, onProgress }
      waiting.set(ticket, asked)
      // Whoever locks is shown nothing more, though the core hears of it later.
      if (name === 'session.lock') {
        isLocking = true
        context = null
        void promise.finally(() => (isLocking = false)).catch(() => undefined)
      }
      if (!askReader(ticket, asked)) say({ type: 'call', ticket, name, input, id })
      tellWaits()
      return { answer: promise, cancel: () => say({ type: 'cancel', ticket }) }
    },
    on: (listener) => void listeners.add(listener),
    tick: () => say({ type: 'tick' }),
    isBusy: () => job !== null || waiting.size > 0,
    close: async () => {
      say({ type: 'close' })
      await closed
      await worker.terminate()
    },
  }
}
