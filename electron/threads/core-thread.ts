/**
 * The host's side of the core thread: the port as promises, events, progress and cancelling.
 */
import { Worker } from 'node:worker_threads'
import type { Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { CoreEvent } from '../core.ts'
import type { CoreThreadData, FromCore, ToCore } from './protocol.ts'
import { threadFile } from './thread-file.ts'

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
  readonly on: (listener: (event: CoreEvent) => void) => void
  readonly tick: () => void
  /** True while a call is running, or a job that nobody called for: the daily backup. */
  readonly isBusy: () => boolean
  /** Locks, closes the store and ends the thread. */
  readonly close: () => Promise<void>
}

type Waiting = {
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
  const listeners = new Set<(event: CoreEvent) => void>()
  const { promise: closed, resolve: setClosed } = Promise.withResolvers<void>()
  let next = 1
  let isWorking = false
  const say = (message: ToCore) => worker.postMessage(message)
  const dropAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    isWorking = false
    setClosed()
  }
  worker.on('message', (message: FromCore) => {
    switch (message.type) {
      case 'answer':
        waiting.get(message.ticket)?.resolve(message.answer)
        waiting.delete(message.ticket)
        break
      case 'failed':
        waiting.get(message.ticket)?.reject(new Error(message.message))
        waiting.delete(message.ticket)
        break
      case 'progress':
        waiting.get(message.ticket)?.onProgress(message.progress)
        break
      case 'event':
        if (message.event.event === 'working') isWorking = message.event.job !== null
        for (const listener of listeners) listener(message.event)
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
      waiting.set(ticket, { resolve, reject, onProgress })
      say({ type: 'call', ticket, name, input, id })
      return { answer: promise, cancel: () => say({ type: 'cancel', ticket }) }
    },
    on: (listener) => void listeners.add(listener),
    tick: () => say({ type: 'tick' }),
    isBusy: () => isWorking || waiting.size > 0,
    close: async () => {
      say({ type: 'close' })
      await closed
      await worker.terminate()
    },
  }
}
