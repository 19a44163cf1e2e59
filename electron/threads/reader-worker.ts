/**
 * The reader thread: queries on its own read-only connection, always the last committed state, unhindered by a long
 * command or job.
 */
import { MessagePort, parentPort, workerData } from 'node:worker_threads'
import { trusted } from '../../shared/base/trust.ts'
import { openStore } from '../../db/open.ts'
import { read } from '../../db/transaction.ts'
import { isQuery, runQuery } from '../queries.ts'
import type { FromHost, FromReader, ReaderThreadData, ToReader } from './protocol.ts'

const { file, key } = trusted<ReaderThreadData>(workerData)
const opened = openStore(file, { key, readOnly: true })
key.fill(0)
if (!opened.ok) throw new Error(`the reader cannot open the store: ${opened.error.code}`)
const store = opened.value
parentPort?.postMessage('ready')

parentPort?.on('message', (message: ToReader | MessagePort | 'close') => {
  if (message === 'close') {
    store.close()
    process.exit(0)
  }
  if (message instanceof MessagePort) {
    message.on('message', (asked: FromHost) => void answerHost(message, asked))
    return
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

/** Answers a query of the host; the router judges it as it judges every call. */
async function answerHost(port: MessagePort, { ticket, name, input, context }: FromHost): Promise<void> {
  const tell = (answer: FromReader['answer']) => port.postMessage({ ticket, answer } satisfies FromReader)
  try {
    // With all the schemas of the port, which the reader does without as long as nobody asks it directly.
    const { admit } = await import('../router.ts')
    const admitted = admit(name, input, {
      roles: context.user.roles,
      clock: { today: () => context.today },
      query: (work) => read(store, work),
    })
    if (!admitted.ok) tell(admitted)
    else if (isQuery(name)) tell(read(store, (db) => runQuery(db, name, admitted.value.input, context)))
    else tell(null)
  } catch {
    tell(null)
  }
}
