/** The stand-in's page: who may call, which requests are answered, what is never let run. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Devtools, DevtoolsEvent } from '../../../../electron/standin/devtools.ts'
import { bindPage } from '../../../../electron/standin/page.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const ORIGIN = 'https://bundle.invalid'

async function bound({ isHeadless = true } = {}) {
  const preload = join(temporaryFolder(), 'preload.cjs')
  writeFileSync(preload, 'require("electron")')
  const sent: { method: string; params: Record<string, unknown>; session: string | undefined }[] = []
  const listeners: ((event: DevtoolsEvent) => void)[] = []
  const devtools = {
    send: async (method: string, params: object = {}, session?: string) => {
      sent.push({ method, params: { ...params }, session })
      return method === 'Page.printToPDF' ? { data: Buffer.from('%PDF').toString('base64') } : {}
    },
    listen: (listener: (event: DevtoolsEvent) => void) => void listeners.push(listener),
  } as Devtools
  const invoked: unknown[] = []
  let touches = 0
  let closed = 0
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const browser = {
    devtools,
    page: { target: 'main', session: 'page' },
    isHeadless,
    ended,
    close: async () => {},
  }
  const page = await bindPage(browser, {
    url: 'app://bundle/index.html',
    preload,
    scheme: (request) => new Response(request.url, { headers: { 'content-type': 'text/plain' } }),
    invoke: async (isOurs, channel, args) => {
      invoked.push([isOurs, channel, args])
      if (channel === 'broken') throw new Error('no such channel')
      return { ok: true }
    },
    touched: () => void (touches += 1),
    closed: () => void (closed += 1),
  })
  const happen = async (method: string, params: object, session?: string) => {
    for (const listener of listeners) listener({ method, params: { ...params }, session })
    await turn()
    await turn()
  }
  const context = (id: number, frameId: string, origin = ORIGIN, isDefault = true) =>
    happen('Runtime.executionContextCreated', { context: { id, origin, auxData: { frameId, isDefault } } }, 'page')
  const call = (id: number, payload: string) =>
    happen('Runtime.bindingCalled', { executionContextId: id, payload }, 'page')
  const of = (method: string) => sent.filter((one) => one.method === method)
  return { page, of, happen, context, call, invoked, end, touches: () => touches, closed: () => closed }
}

test('only the script of our page in the main frame is ours', async () => {
  const { context, call, invoked, happen } = await bound()
  await context(1, 'main')
  await context(2, 'a frame in it')
  await context(3, 'main', 'null')
  await context(4, 'main', ORIGIN, false)
  for (const id of [1, 2, 3, 4, 5]) await call(id, '[1,"call",["office.get"]]')
  expect(invoked).toEqual([1, 2, 3, 4, 5].map((id) => [id === 1, 'call', ['office.get']]))
  await happen('Runtime.executionContextsCleared', {}, 'page')
  await call(1, '[1,"call",[]]')
  expect(invoked.at(-1)).toEqual([false, 'call', []])
})

test('an answer goes back to the script that asked, and so does a failure', async () => {
  const { context, call, of, invoked } = await bound()
  await context(1, 'main')
  await call(1, '[7,"call",["a",{}]]')
  await call(1, '[8,"broken",[]]')
  await call(1, '{"id":9}')
  const said = of('Runtime.callFunctionOn').map(({ params }) => params['arguments'])
  expect(said).toEqual([
    [{ value: 7 }, { value: '{"ok":true}' }, { value: true }],
    [{ value: 8 }, { value: 'Error: no such channel' }, { value: false }],
    [{ value: 0 }, { value: '{"ok":true}' }, { value: true }],
  ])
  expect(invoked.at(-1)).toEqual([true, '', []])
})

test('an event is told to the main frame, once there is one', async () => {
  const { page, context, of } = await bound()
  page.send('event', { at: 1 })
  expect(of('Runtime.callFunctionOn')).toEqual([])
  await context(1, 'main')
  page.send('event', { at: 2 })
  const [told] = of('Runtime.callFunctionOn')
  expect(told?.params).toMatchObject({ executionContextId: 1, arguments: [{ value: 'event' }, { value: '{"at":2}' }] })
})

test('our own address is answered from the scheme, every other refused', async () => {
  const { happen, of } = await bound()
  const ask = (url: string, resourceType: string) =>
    happen('Fetch.requestPaused', { requestId: url, request: { url, method: 'GET' }, resourceType }, 'page')
  await ask(`${ORIGIN}/assets/a.js?x=1`, 'Script')
  await ask('https://example.org/', 'Document')
  await ask('https://example.org/a.png', 'Image')
  const [given] = of('Fetch.fulfillRequest')
  expect(Buffer.from(String(given?.params['body']), 'base64').toString()).toBe('app://bundle/assets/a.js')
  expect(given?.params).toMatchObject({
    responseCode: 200,
    responseHeaders: [{ name: 'content-type', value: 'text/plain' }],
  })
  expect(of('Fetch.failRequest').map(({ params }) => params['errorReason'])).toEqual(['Aborted', 'BlockedByClient'])
})

test('a frame in a process of its own and a worker of ours ask through us before they run; no other worker runs', async () => {
  const { happen, of } = await bound()
  for (const [sessionId, type, url] of [
    ['f', 'iframe', 'about:blank'],
    ['w', 'worker', `${ORIGIN}/pdf/worker.js`],
    ['b', 'worker', `blob:${ORIGIN}/1`],
    ['e', 'worker', `${ORIGIN}.example/pdf/worker.js`],
    ['s', 'service_worker', `${ORIGIN}/pdf/worker.js`],
  ])
    await happen('Target.attachedToTarget', { sessionId, targetInfo: { targetId: 't', type, url } }, 'page')
  expect(of('Fetch.enable').map(({ session }) => session)).toEqual(['page', 'f', 'w'])
  expect(of('Runtime.runIfWaitingForDebugger').map(({ session }) => session)).toEqual(['f', 'w'])
})

test('what a person does is told, a question of the page is dismissed, and a print is A4', async () => {
  const { page, happen, context, call, of, touches, invoked } = await bound()
  await context(1, 'main')
  await call(1, '')
  expect([touches(), invoked]).toEqual([1, []])
  await happen('Page.javascriptDialogOpening', { type: 'alert' }, 'page')
  expect(of('Page.handleJavaScriptDialog').map(({ params }) => params)).toEqual([{ accept: false }])
  const pdf = page.pdf(true)
  await Promise.resolve()
  expect(of('Page.printToPDF'), 'before the page is there').toEqual([])
  await happen('Page.loadEventFired', {}, 'page')
  expect(Buffer.from(await pdf).toString()).toBe('%PDF')
  const [printed] = of('Page.printToPDF')
  expect(printed?.params).toMatchObject({ landscape: true, printBackground: true })
  expect(Number(printed?.params['paperWidth']) * 25.4).toBeCloseTo(210)
})

test('a page that is closed and a browser that ends are both told', async () => {
  const { happen, closed, end } = await bound()
  await happen('Target.detachedFromTarget', { sessionId: 'another' })
  expect(closed()).toBe(0)
  await happen('Target.detachedFromTarget', { sessionId: 'page' })
  expect(closed()).toBe(1)
  end()
  await turn()
  expect(closed()).toBe(2)
})

test('whether to leave while a job runs is asked of a person; where there is none, leaving was meant', async () => {
  for (const [isHeadless, said] of [
    [true, [{ accept: true }]],
    [false, []],
  ] as const) {
    const { happen, of } = await bound({ isHeadless })
    await happen('Page.javascriptDialogOpening', { type: 'beforeunload' }, 'page')
    expect(of('Page.handleJavaScriptDialog').map(({ params }) => params)).toEqual(said)
  }
})
