/**
 * Memory of the core at 100,000 people after a morning's beginning: unlocked, the first list, cases opened, searches.
 * The core and its reader thread in one process, as they run beside the window.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { createCore, type Reader } from '../../../electron/core.ts'
import { readerThreads } from '../../../electron/threads/reader.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { must, PASSPHRASE, surroundingsOf } from '../office.ts'
import { memory } from '../process.ts'
import type { Line } from '../report.ts'

const TEXTS = ['n', 'ng', 'nguyen', 'nguyễn văn', 'duc', 'đức', 'lan', 'tran thi', 'hoang', 'yen']

/** With `bare`, the process alone. */
export async function measure(input: Arguments): Promise<Found> {
  const loaded = memory().now
  if (input['bare'] === true) return { loaded }
  const readers: Reader[] = []
  const core = createCore(surroundingsOf(textOf(input, 'folder')), (workplace) => {
    const reader = readerThreads()(workplace)
    readers.push(reader)
    return reader
  })
  await must(core.call('session.unlock', { passphrase: PASSPHRASE }))
  const { rows } = await must<{ rows: readonly { case: string }[] }>(core.call('candidate.search', {}))
  // Its memory counts too, and it starts only after the first page.
  for (let waited = 0; readers[0]?.isReady() !== true; waited += 50) {
    if (waited > 30_000) throw new Error('the reader has not started')
    await wait(50)
  }
  const unlocked = memory().now
  for (const row of rows.slice(0, 20)) await must(core.call('case.get', { case: row.case }))
  for (let n = 0; n < 50; n += 1) await must(core.call('candidate.search', { text: TEXTS[n % TEXTS.length] ?? '' }))
  const worked = memory()
  core.close()
  return { loaded, unlocked, worked: worked.now, peak: worked.peak }
}

/** The lines of memory. */
export async function figure({ stores, folder, measure: run }: Bench): Promise<readonly Line[]> {
  const at = folder('100k')
  await stores.copy('people-100k', at)
  const { loaded } = await run({ bare: true })
  const found = await run({ folder: `${at}/a` })
  const about = { figure: 'memory', unit: 'MB' }
  const baseline = { name: 'Node with our code loaded', value: loaded ?? Number.NaN }
  return [
    {
      ...about,
      what: 'core, 100,000 people, 20 cases opened, 50 searches',
      ours: numberOf(found, 'worked'),
      peer: baseline,
      limit: { atMost: 250 },
    },
    { ...about, what: '  after unlock and first list', ours: numberOf(found, 'unlocked'), peer: baseline },
    { ...about, what: '  peak, with 128 MiB for the KDF', ours: numberOf(found, 'peak'), peer: baseline },
  ]
}
