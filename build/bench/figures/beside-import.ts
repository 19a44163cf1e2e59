/**
 * What a person at the window feels while a set is taken in: how soon queries are answered meanwhile, and how long a
 * command waits that is called in the middle. The core runs in its thread here, as in the program.
 */
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startCoreThread } from '../../../electron/threads/core-thread.ts'
import type { Found } from '../figure.ts'
import { percentile, timed } from '../numbers.ts'
import { must, PASSPHRASE, TODAY } from '../office.ts'

/** Pages look as often as this, in milliseconds. */
const EVERY = 20

/** A command comes with the first look, and with each so many later: about half a second. */
const COMMAND_EVERY = 25

/** Takes a set in and asks all the while. @param folder - of the office that takes it in; @param stick - where the set lies */
export async function besideImport(folder: string, stick: string): Promise<Found> {
  const core = startCoreThread({ data: join(folder, 'data'), marks: join(folder, 'marks'), today: TODAY })
  const call = <T>(name: string, input: unknown = {}, id: string | null = null) =>
    must<T>(core.call(name, input, id, () => undefined).answer)
  let told = 0
  core.on((event) => {
    if (event.event === 'waits' && event.for !== null) told += 1
  })
  await call('session.unlock', { passphrase: PASSPHRASE })
  const state = { isOver: false }
  const imported = timed(() => call<Taken>('bundle.import', { folder: stick })).finally(() => (state.isOver = true))
  const asked: number[] = []
  const commands: Promise<{ readonly ms: number }>[] = []
  for (let look = 0; !state.isOver; look += 1) {
    if (look % COMMAND_EVERY === 0)
      commands.push(timed(() => call('unit.add', unitOf(commands.length), crypto.randomUUID())))
    for (const [name, input] of QUERIES) asked.push((await timed(() => call(name, input))).ms)
    await wait(EVERY)
  }
  const { value, ms } = await imported
  const waits = (await Promise.all(commands)).map((command) => command.ms)
  await core.close()
  if (value.sets[0]?.outcome !== 'imported') throw new Error(`not taken in: ${JSON.stringify(value).slice(0, 300)}`)
  return {
    ms,
    queries: asked.length,
    p95: percentile(asked, 0.95),
    slowest: Math.max(...asked),
    commands: waits.length,
    wait: Math.max(...waits),
    told,
  }
}

/** What stands on most pages, and a search. */
const QUERIES = [
  ['office.get', {}],
  ['candidate.search', { text: 'nguyen', limit: 50 }],
] as const

type Taken = { readonly sets: readonly { readonly outcome: string }[] }

function unitOf(place: number) {
  return { name: `Chi bộ thêm ${place + 1}`, type: 'branch', from: TODAY }
}
