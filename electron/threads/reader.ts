/**
 * The core's side of the reader thread.
 */
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { OpenReader, Reader } from '../core.ts'
import type { Workplace } from '../office/workplace.ts'
import { QUERY_NAMES, type QueryContext } from '../queries.ts'
import type { FromReader, ReaderThreadData, ToReader } from './protocol.ts'
import { threadFile } from './thread-file.ts'

/** A host that may ask the reader itself while the core is occupied. */
export type ReaderHost = {
  readonly lend: (port: MessagePort, names: readonly string[]) => void
  readonly occupied: (context: QueryContext | null) => void
}

/** How reader threads are started for unlocked offices. @param host - who is told of each */
export function readerThreads(host?: ReaderHost): OpenReader {
  return (workplace) => startReader(workplace, host)
}

function startReader(workplace: Workplace, host: ReaderHost | undefined): Reader {
  const waiting = new Map<number, (answer: FromReader) => void>()
  let next = 1
  const data: ReaderThreadData = { file: workplace.paths.store, key: Uint8Array.from(workplace.storeKey) }
  const worker = new Worker(threadFile('reader-worker', import.meta.url), { workerData: data })
  let isReady = false
  let isClosed = false
  worker.on('message', (message: FromReader | 'ready') => {
    if (message === 'ready') {
      isReady = true
      if (host === undefined || isClosed) return
      const { port1, port2 } = new MessageChannel()
      worker.postMessage(port1, [port1])
      host.lend(port2, QUERY_NAMES)
      return
    }
    waiting.get(message.ticket)?.(message)
    waiting.delete(message.ticket)
  })
  let broken: Error | null = null
  const fail = new Set<(error: Error) => void>()
  worker.on('error', (error) => {
    broken = error instanceof Error ? error : new Error('the reader thread failed')
    for (const reject of fail) reject(broken)
  })
  return {
    isReady: () => isReady,
    run: (name, input, context) =>
      new Promise<Result<unknown, Refusal>>((resolve, reject) => {
        if (broken) {
          reject(broken)
          return
        }
        fail.add(reject)
        const ticket = next++
        waiting.set(ticket, ({ answer }) => {
          fail.delete(reject)
          if (answer === null) reject(new Error(`the query ${name} failed`))
          else resolve(answer)
        })
        const message: ToReader = { ticket, name, input, context }
        worker.postMessage(message)
      }),
    occupied: (context) => {
      if (isReady) host?.occupied(context)
    },
    close: () => {
      isClosed = true
      worker.postMessage('close')
    },
  }
}
