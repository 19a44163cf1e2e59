/** The host's side of the core thread, over a thread that a test speaks for. */
import { EventEmitter, once } from 'node:events'
import type { MessageChannel } from 'node:worker_threads'
import { beforeEach, expect, test, vi } from 'vitest'
import { startCoreThread, type CoreThread } from '../../../../electron/threads/core-thread.ts'
import type { FromCore, FromHost, ToCore } from '../../../../electron/threads/protocol.ts'

class FakeWorker extends EventEmitter {
  readonly said: ToCore[] = []
  constructor() {
    super()
    workers.push(this)
  }
  postMessage(message: ToCore): void {
    this.said.push(message)
  }
  terminate(): Promise<number> {
    return Promise.resolve(0)
  }
  says(message: FromCore): void {
    this.emit('message', message)
  }
}

const workers = vi.hoisted((): FakeWorker[] => [])

vi.mock('node:worker_threads', () => ({
  get Worker() {
    return FakeWorker
  },
}))

beforeEach(() => {
  workers.length = 0
})

function started(): { readonly core: CoreThread; readonly worker: FakeWorker } {
  const core = startCoreThread({ data: '/nowhere', marks: null, today: null })
  const [worker] = workers
  if (worker === undefined) throw new Error('no thread was started')
  return { core, worker }
}

test('the core is busy while a call runs and while it works on what nobody called for', () => {
  const { core, worker } = started()
  expect(core.isBusy()).toBe(false)
  const { answer } = core.call('office.get', {}, null, () => undefined)
  expect(core.isBusy()).toBe(true)
  worker.says({ type: 'answer', ticket: 1, answer: { ok: true, value: null } })
  expect(core.isBusy()).toBe(false)

  core.tick()
  expect(core.isBusy()).toBe(false)
  worker.says({ type: 'event', event: { event: 'working', job: 'backup.create' } })
  expect(core.isBusy()).toBe(true)
  worker.says({ type: 'event', event: { event: 'backedUp', folder: '/sao lưu' } })
  expect(core.isBusy()).toBe(true)
  worker.says({ type: 'event', event: { event: 'working', job: null } })
  expect(core.isBusy()).toBe(false)
  return expect(answer).resolves.toEqual({ ok: true, value: null })
})

test('a thread that has ended is at nothing any more, and whoever waited is told', async () => {
  const { core, worker } = started()
  const { answer } = core.call('office.get', {}, null, () => undefined)
  worker.says({ type: 'event', event: { event: 'working', job: 'backup.create' } })
  worker.emit('exit')
  await expect(answer).rejects.toThrow('the core thread ended')
  expect(core.isBusy()).toBe(false)
  await core.close()
})

const CONTEXT = {
  office: 'o',
  device: 'd',
  today: '2024-03-05',
  computerDay: '2024-03-05',
  dateInDoubt: null,
  user: { id: 'u', name: 'Nhung', post: 'Văn thư', roles: ['clerk'] },
  backups: null,
} as const

/** A core that has lent its reader. @returns the reader's end too */
async function withReader() {
  const { core, worker } = started()
  const threads = await vi.importActual<{ MessageChannel: new () => MessageChannel }>('node:worker_threads')
  const { port1, port2 } = new threads.MessageChannel()
  worker.says({ type: 'reader', port: port2, names: ['office.get', 'case.get', 'list.read'] })
  const asked = async () => (await once(port1, 'message'))[0] as FromHost
  return { core, worker, port: port1, asked }
}

const nothing = () => undefined
const names = (worker: FakeWorker) =>
  worker.said.map((said) => ('name' in said ? `${said.type} ${said.name}` : said.type))

test('while the core is occupied queries go to the reader and are noted, and all else waits for the core', async () => {
  const { core, worker, port, asked } = await withReader()
  worker.says({ type: 'occupied', context: CONTEXT })
  const { answer } = core.call('case.get', { case: 'c' }, null, nothing)
  core.call('candidate.register', {}, null, nothing)
  const message = await asked()
  expect(message).toEqual({ ticket: 1, name: 'case.get', input: { case: 'c' }, context: CONTEXT })
  expect(names(worker)).toEqual(['call candidate.register'])
  port.postMessage({ ticket: message.ticket, answer: { ok: true, value: 7 } })
  expect(await answer).toEqual({ ok: true, value: 7 })
  expect(worker.said.at(-1)).toEqual({ type: 'read', name: 'case.get', input: { case: 'c' } })
  worker.says({ type: 'occupied', context: null })
  core.call('office.get', {}, null, nothing)
  expect(names(worker).at(-1)).toBe('call office.get')
  port.close()
})

test('a list of what lies on a disk waits for the core: the reader sees the store alone', async () => {
  const { core, worker, port, asked } = await withReader()
  worker.says({ type: 'occupied', context: CONTEXT })
  core.call('list.read', { what: 'backups' }, null, nothing)
  core.call('list.read', { what: 'units' }, null, nothing)
  expect(await asked()).toMatchObject({ name: 'list.read', input: { what: 'units' } })
  expect(worker.said).toMatchObject([{ type: 'call', name: 'list.read', input: { what: 'backups' } }])
  port.close()
})

test('what is called while the core takes a set in is said to wait for it, by name, and answered afterwards', async () => {
  const { core, worker, port, asked } = await withReader()
  const told: unknown[] = []
  core.on((event) => void (event.event === 'waits' && told.push(event.for)))
  core.call('bundle.import', {}, null, nothing)
  worker.says({ type: 'event', event: { event: 'working', job: 'bundle.import' } })
  // While the set is read nothing waits, nor does the import for itself, nor what the reader answers.
  core.call('unit.add', {}, null, nothing)
  worker.says({ type: 'answer', ticket: 2, answer: { ok: true, value: 2 } })
  worker.says({ type: 'occupied', context: CONTEXT })
  const seen = core.call('case.get', { case: 'c' }, null, nothing)
  const { ticket } = await asked()
  port.postMessage({ ticket, answer: { ok: true, value: 3 } })
  await seen.answer
  expect(told).toEqual([])

  const first = core.call('candidate.register', {}, null, nothing)
  core.call('paper.record', {}, null, nothing)
  expect(told).toEqual(['bundle.import'])
  worker.says({ type: 'occupied', context: null })
  expect(told).toEqual(['bundle.import', null])
  worker.says({ type: 'answer', ticket: 4, answer: { ok: true, value: 4 } })
  expect(await first.answer).toEqual({ ok: true, value: 4 })

  // Whatever was on its way when the transaction began waits as well; of whoever locks nothing is shown.
  worker.says({ type: 'occupied', context: CONTEXT })
  expect(told).toEqual(['bundle.import', null, 'bundle.import'])
  worker.says({ type: 'occupied', context: null })
  worker.says({ type: 'answer', ticket: 5, answer: { ok: true, value: 5 } })
  worker.says({ type: 'occupied', context: CONTEXT })
  core.call('session.lock', {}, null, nothing)
  expect(told).toEqual(['bundle.import', null, 'bundle.import', null])
  port.close()
})

test('only what is sure to be recorded afterwards is said to wait: no job, nothing a page asks by itself', async () => {
  const { core, worker, port } = await withReader()
  const told: unknown[] = []
  core.on((event) => void (event.event === 'waits' && told.push(event.for)))
  const called: Promise<unknown>[] = []
  const call = (name: string) => called.push(core.call(name, {}, null, nothing).answer)
  call('bundle.import')
  worker.says({ type: 'event', event: { event: 'working', job: 'bundle.import' } })
  worker.says({ type: 'occupied', context: CONTEXT })
  for (const name of ['list.write', 'draft.save', 'carrier.look', 'carrier.waiting', 'backup.list', 'session.lock'])
    call(name)
  expect(told).toEqual([])
  call('unit.add')
  expect(told).toEqual(['bundle.import'])
  // A thread that has ended keeps nobody waiting.
  const failed = Promise.allSettled(called)
  worker.emit('exit')
  expect(told).toEqual(['bundle.import', null])
  expect((await failed).map(({ status }) => status)).toEqual(called.map(() => 'rejected'))
  port.close()
})

test('a query that was on its way when the core became occupied is asked of the reader too', async () => {
  const { core, worker, port, asked } = await withReader()
  const { answer } = core.call('office.get', {}, null, nothing)
  worker.says({ type: 'occupied', context: CONTEXT })
  const { ticket } = await asked()
  port.postMessage({ ticket, answer: { ok: true, value: 1 } })
  expect(await answer).toEqual({ ok: true, value: 1 })
  // The core's own answer comes later, to nobody.
  worker.says({ type: 'answer', ticket, answer: { ok: true, value: 2 } })
  expect(core.isBusy()).toBe(false)
  port.close()
})

test('whoever locks is shown nothing more: queries wait for the core, and those with the reader go to it', async () => {
  const { core, worker, asked } = await withReader()
  worker.says({ type: 'occupied', context: CONTEXT })
  const { answer } = core.call('office.get', {}, null, nothing)
  await asked()
  core.call('session.lock', {}, null, nothing)
  core.call('case.get', { case: 'c' }, null, nothing)
  expect(names(worker)).toEqual(['call session.lock', 'call case.get'])
  worker.says({ type: 'event', event: { event: 'locked' } })
  expect(names(worker).at(-1)).toBe('call office.get')
  worker.says({ type: 'answer', ticket: 1, answer: { ok: false, error: { code: 'LOCKED', data: {} } } })
  expect(await answer).toMatchObject({ error: { code: 'LOCKED' } })
})
