/** While a set is taken in nothing else runs in the core's thread, and queries are answered all the same. */
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads'
import { expect, test, vi } from 'vitest'
import { createCore, type Core } from '../../../../electron/core.ts'
import { nodeDisk } from '../../../../electron/disk/node-disk.ts'
import type { QueryContext } from '../../../../electron/queries.ts'
import type { FromReader } from '../../../../electron/threads/protocol.ts'
import { readerThreads } from '../../../../electron/threads/reader.ts'
import { addBranch, communeAndDistrict, exportTo, register } from '../../../support/journey.ts'
import { COST, PASSPHRASE, succeed } from '../../../support/office.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a query is answered while the core shows a set and while it takes it in, by role as ever', async () => {
  const { commune, district, stick } = await communeAndDistrict(temporaryFolder())
  await register(commune, await addBranch(commune))
  await exportTo(commune, stick)
  district.core.close()

  const lent: MessagePort[] = []
  const answers: (FromReader | null)[] = []
  const ask = (context: QueryContext) => {
    const [port] = lent
    if (port === undefined) return
    port.postMessage({ ticket: 1, name: 'candidate.search', input: { text: 'hoa' }, context })
    const organiser = { ...context, user: { ...context.user, roles: [] } }
    port.postMessage({ ticket: 2, name: 'candidate.search', input: { text: 'hoa' }, context: organiser })
    port.postMessage({ ticket: 3, name: 'backup.list', input: {}, context })
    for (let place = 0; place < 3; place += 1) answers.push(nextAnswer(port))
  }
  const reader = readerThreads({
    lend: (port) => void lent.push(port),
    occupied: (context) => void (context === null ? answers.push(null) : ask(context)),
  })
  const surroundings = {
    disk: nodeDisk,
    paths: district.paths,
    clock: { at: () => '2024-04-01T01:00:00Z', today: () => '2024-04-01' },
    cost: COST,
  }
  const core: Core = createCore(surroundings, reader)
  await succeed(core.call('session.unlock', { login: 'vanthu', passphrase: PASSPHRASE }))
  await expect.poll(() => lent.length, { timeout: 30_000 }).toBe(1)
  await succeed(core.call('bundle.preview', { folder: stick }))
  await succeed(core.call('bundle.import', { folder: stick }))
  const expected = [
    { ticket: 1, answer: { ok: true, value: { total: 0 } } },
    { ticket: 2, answer: { ok: false, error: { code: 'FORBIDDEN_ROLE' } } },
    { ticket: 3, answer: null },
    null,
  ]
  expect(answers).toMatchObject([...expected, ...expected])
  expect(await core.call('candidate.search', { text: 'hoa' })).toMatchObject({ value: { total: 1 } })
  core.close()
  lent[0]?.close()
})

/** The next answer, while this thread does nothing else; fails after half a minute. */
function nextAnswer(port: MessagePort): FromReader {
  const still = new Int32Array(new SharedArrayBuffer(4))
  for (let waited = 0; waited < 30_000; waited += 5) {
    const received = receiveMessageOnPort(port)
    if (received !== undefined) return received.message as FromReader
    Atomics.wait(still, 0, 0, 5)
  }
  throw new Error('no answer while the core was occupied')
}
