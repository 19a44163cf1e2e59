/**
 * The core thread: the writer. The window's process only relays to it, so that no command, import or backup ever stops
 * the window.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { trusted } from '../../shared/base/trust.ts'
import { clockFor } from '../clock.ts'
import { createCore } from '../core.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { pathsOf } from '../paths.ts'
import type { CoreThreadData, FromCore, ToCore } from './protocol.ts'
import { readerThreads } from './reader.ts'

const { data, marks, today, computerDay, writerCommand } = trusted<CoreThreadData>(workerData)
const tell = (message: FromCore) => parentPort?.postMessage(message)
const core = createCore(
  {
    disk: nodeDisk,
    paths: marks === null ? pathsOf(data) : pathsOf(data, marks),
    clock: clockFor(today ?? undefined, computerDay),
    ...(writerCommand === undefined ? {} : { writerCommand }),
  },
  readerThreads({
    lend: (port, names) => parentPort?.postMessage({ type: 'reader', port, names } satisfies FromCore, [port]),
    occupied: (context) => tell({ type: 'occupied', context }),
  }),
)
const running = new Map<number, AbortController>()

core.on((event) => tell({ type: 'event', event }))

async function answer(message: Extract<ToCore, { type: 'call' }>): Promise<void> {
  const { ticket, name, input, id } = message
  const stop = new AbortController()
  running.set(ticket, stop)
  try {
    const result = await core.call(name, input, {
      signal: stop.signal,
      onProgress: (progress) => tell({ type: 'progress', ticket, progress }),
      ...(id === null ? {} : { id }),
    })
    tell({ type: 'answer', ticket, answer: result })
  } catch (error) {
    // The message of an error may hold data of a person; only its kind leaves this thread.
    tell({ type: 'failed', ticket, message: error instanceof Error ? error.name : 'error' })
  } finally {
    running.delete(ticket)
  }
}

parentPort?.on('message', (message: ToCore) => {
  switch (message.type) {
    case 'call':
      void answer(message)
      break
    case 'cancel':
      running.get(message.ticket)?.abort()
      break
    case 'read':
      core.noteRead(message.name, message.input)
      break
    case 'tick':
      void core.tick()
      break
    case 'close':
      core.close()
      tell({ type: 'closed' })
      parentPort?.close()
      break
  }
})
