/**
 * The reader thread: queries on its own read-only connection, always the last committed state, unhindered by a long
 * command or job.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { trusted } from '../../shared/base/trust.ts'
import { openStore } from '../../db/open.ts'
import { read } from '../../db/transaction.ts'
import { runQuery } from '../queries.ts'
import type { FromReader, ReaderThreadData, ToReader } from './protocol.ts'

const { file, key } = trusted<ReaderThreadData>(workerData)
const opened = openStore(file, { key, readOnly: true })
key.fill(0)
if (!opened.ok) throw new Error(`the reader cannot open the store: ${opened.error.code}`)
const store = opened.value
parentPort?.postMessage('ready')

parentPort?.on('message', (message: ToReader | 'close') => {
  if (message === 'close') {
    store.close()
    process.exit(0)
  }
  const { ticket, name, input, context } = message
  const tell = (answer: FromReader['answer']) => parentPort?.postMessage({ ticket, answer } satisfies FromReader)
  try {
    tell(read(store, (db) => runQuery(db, name, input, context)))
  } catch {
    // What went wrong may hold data of a person; the core only learns that it did.
    tell(null)
  }
})
