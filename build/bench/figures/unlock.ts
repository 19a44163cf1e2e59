/**
 * From a typed passphrase to the first list of 100,000 people. The derivation of the key from the passphrase is slow on
 * purpose; it is measured apart and taken off. What the rest is made of is measured step by step.
 */
import { scrypt } from 'node:crypto'
import { loadUsers } from '../../../db/load.ts'
import { openStore } from '../../../db/open.ts'
import { scansInUse } from '../../../db/private/exchange.ts'
import { searchCases } from '../../../db/queries/search.ts'
import { read } from '../../../db/transaction.ts'
import { openStream, plainBytes, sealStream } from '../../../electron/bundle/age.ts'
import { readKeys } from '../../../electron/office/keys.ts'
import { openReadyStore } from '../../../electron/office/workplace.ts'
import { createScanStore } from '../../../electron/scans/scan-store.ts'
import { readerThreads } from '../../../electron/threads/reader.ts'
import { createCore } from '../../../electron/core.ts'
import { defaultCost } from '../../../electron/vault/slot.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { timed } from '../numbers.ts'
import { must, PASSPHRASE, surroundingsOf, wayIn } from '../office.ts'
import type { Line } from '../report.ts'

/** Unlocks in a core with its reader thread, lists, locks; several times, with the derivation alone beside it. */
export async function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  const first = await unlockAndList(folder)
  const totals: number[] = []
  const kdfs: number[] = []
  for (let n = 0; n < Number(input['rounds']); n += 1) {
    kdfs.push(await derive())
    totals.push(await unlockAndList(folder))
  }
  // The fastest of each: a difference of medians would be that of other people's work on the machine.
  const kdf = Math.min(...kdfs)
  return { cold: first - kdf, beside: Math.min(...totals) - kdf, kdf, ...(await steps(folder)) }
}

/** The lines of unlocking. */
export async function figure({ stores, folder, measure: run, old }: Bench): Promise<readonly Line[]> {
  const at = folder('100k')
  await stores.copy('people-100k', at)
  const found = await run({ folder: at + '/a', rounds: old ? 3 : 5 })
  const step = (what: string, name: string): Line => ({
    figure: 'unlock',
    what: `  of it: ${what}`,
    ours: numberOf(found, name),
    unit: 'ms',
  })
  const limit = { unit: 'ms', limit: { atMost: 700 } } as const
  return [
    { figure: 'unlock', what: 'unlock to first list, less the KDF', ours: numberOf(found, 'beside'), ...limit },
    { figure: 'unlock', what: 'the same, first time in a process', ours: numberOf(found, 'cold'), ...limit },
    { figure: 'unlock', what: 'the KDF alone (scrypt, N = 2^17)', ours: numberOf(found, 'kdf'), unit: 'ms' },
    step('open the store', 'open'),
    step('keys and users', 'users'),
    step('first search', 'search'),
    { figure: 'unlock', what: 'put off: scans in use (5,000)', ours: numberOf(found, 'inUse'), unit: 'ms' },
    { figure: 'unlock', what: 'put off: sweep of scans', ours: numberOf(found, 'sweep'), unit: 'ms' },
  ]
}

async function unlockAndList(folder: string): Promise<number> {
  const core = createCore(surroundingsOf(folder), readerThreads())
  const { ms } = await timed(async () => {
    await must(core.call('session.unlock', { passphrase: PASSPHRASE }))
    await must(core.call('candidate.search', {}))
  })
  core.close()
  return ms
}

function derive(): Promise<number> {
  const start = performance.now()
  const cost = { N: defaultCost, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(PASSPHRASE, Buffer.alloc(16), 32, cost, (error) => {
      if (error === null) resolve(performance.now() - start)
      else reject(error)
    })
  })
}

/** What openWorkplace does, one after the other, and what it puts off until the first page is there. */
async function steps(folder: string): Promise<Found> {
  const surroundings = surroundingsOf(folder)
  const { storeKey } = await wayIn(folder)
  const opened = await timed(() => openReadyStore(surroundings, storeKey, false))
  if (!opened.value.ok) throw new Error(`the store did not open: ${opened.value.error.code}`)
  const store = opened.value.value
  const users = await timed(async () => {
    read(store, loadUsers)
    return readKeys((work) => read(store, work))
  })
  if (users.value === null) throw new Error('an office without keys')
  const room = { disk: surroundings.disk, folder: surroundings.paths.data, keys: users.value.scans }
  const scans = createScanStore({ ...room, age: { sealStream, plainBytes, openStream } })
  const inUse = await timed(() => new Set(read(store, scansInUse)))
  scans.sweepLater(() => inUse.value)
  const sweep = await timed(() => scans.swept())
  const reading = openStore(surroundings.paths.store, { key: storeKey, readOnly: true })
  if (!reading.ok) throw new Error(`the store did not open: ${reading.error.code}`)
  const search = await timed(() => read(reading.value, (db) => searchCases(db, {})))
  reading.value.close()
  store.close()
  return { open: opened.ms, users: users.ms, inUse: inUse.ms, sweep: sweep.ms, search: search.ms }
}
