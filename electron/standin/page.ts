/**
 * One page of the browser made to look like a window of Electron to main.ts: requests answered from our scheme, one
 * binding for the preload, everything foreign aborted.
 */
import { trusted } from '../../shared/base/trust.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { readWhole } from '../disk/streams.ts'
import type { AttachedTarget, StandinBrowser } from './browser.ts'
import type { DevtoolsEvent } from './devtools.ts'
import { BINDING, preloadScript } from './preload-script.ts'

/** The address the page sees; `.invalid` never resolves, so nothing leaks should interception fail. */
const ORIGIN = 'https://bundle.invalid'

/** What a page is made with. */
export type PageOptions = {
  readonly url: string
  readonly preload: string
  readonly scheme: (request: Request) => Response | Promise<Response>
  readonly invoke: (isOurs: boolean, channel: string, args: readonly unknown[]) => Promise<unknown>
  /** A person has pressed a key or moved the pointer; told at most once a second. */
  readonly touched: () => void
  readonly closed: () => void
}

/** A bound page. */
export type BoundPage = {
  readonly send: (channel: string, message: unknown) => void
  readonly pdf: (landscape: boolean) => Promise<Uint8Array>
  /** Opens the browser's print dialog and returns once it is closed. */
  readonly print: () => Promise<void>
}

/** Margins of a printed page, in inches: 20 mm above and below, 30 mm to the left, 15 mm to the right. */
const MARGINS = { marginTop: 20 / 25.4, marginBottom: 20 / 25.4, marginLeft: 30 / 25.4, marginRight: 15 / 25.4 }

/** A4, in inches. */
const PAPER = { paperWidth: 210 / 25.4, paperHeight: 297 / 25.4 }

/** Binds the browser's page and loads the program in it. @throws Error if it cannot be loaded */
export async function bindPage(browser: StandinBrowser, options: PageOptions): Promise<BoundPage> {
  const { devtools, page } = browser
  const toPage = <T = unknown>(method: string, params: object = {}) => devtools.send<T>(method, params, page.session)
  const frames = watchFrames(page.target)
  const deliver = (context: number | null, ...words: readonly (string | number | boolean)[]) => {
    if (context === null) return
    toPage('Runtime.callFunctionOn', {
      executionContextId: context,
      functionDeclaration: '(...words) => window.__deliver?.(...words)',
      arguments: words.map((value) => ({ value })),
      // The page may have gone on to another document, or be closed.
    }).catch(() => undefined)
  }
  const { promise: loaded, resolve: setLoaded } = Promise.withResolvers<void>()
  const called = async ({ payload, executionContextId }: Called) => {
    if (payload === '') {
      options.touched()
      return
    }
    const { id, channel, args } = asCall(payload)
    const isOurs = frames.isOurs(executionContextId)
    try {
      const answer = await options.invoke(isOurs, channel, args)
      deliver(executionContextId, id, JSON.stringify(answer ?? null), true)
    } catch (error) {
      deliver(executionContextId, id, String(error), false)
    }
  }
  const answerDialog = ({ params }: DevtoolsEvent) => {
    const isLeaving = params['type'] === 'beforeunload'
    // Whether to stop a job and leave is for the person to say. Where there is nobody, leaving was meant.
    if (isLeaving && !browser.isHeadless) return
    toPage('Page.handleJavaScriptDialog', { accept: isLeaving }).catch(() => undefined)
  }
  devtools.listen((event) => {
    const { method, session } = event
    if (method === 'Fetch.requestPaused' && session !== undefined) void answerRequest(browser, options.scheme, event)
    else if (method === 'Target.detachedFromTarget' && event.params['sessionId'] === page.session) options.closed()
    else if (method === 'Target.attachedToTarget' && session !== undefined) holdTarget(browser, event)
    else if (session !== page.session) return
    else if (method === 'Page.javascriptDialogOpening') answerDialog(event)
    else if (method === 'Page.loadEventFired') setLoaded()
    else if (method === 'Runtime.bindingCalled') void called(trusted<Called>(event.params))
    else frames.take(event)
  })
  void browser.ended.then(options.closed)
  const source = preloadScript(await preloadText(options.preload), ORIGIN)
  await Promise.all([
    toPage('Page.enable'),
    toPage('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    toPage('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
    toPage('Runtime.addBinding', { name: BINDING }),
    toPage('Runtime.enable'),
    toPage('Page.addScriptToEvaluateOnNewDocument', { source }),
    toPage('Emulation.setLocaleOverride', { locale: 'vi-VN' }),
    toPage('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Ho_Chi_Minh' }),
    ...(browser.isHeadless ? [toPage('Emulation.setDeviceMetricsOverride', SCREEN)] : []),
  ])
  // Only now: the document is given to another process, which knows what the first has said it has taken.
  const address = options.url.replace('app://bundle', ORIGIN)
  const { errorText } = await toPage<{ readonly errorText?: string }>('Page.navigate', { url: address })
  if (errorText !== undefined) throw new Error(`the page did not load: ${errorText}`)
  return {
    send: (channel, message) => deliver(frames.main(), channel, JSON.stringify(message)),
    print: async () => {
      await toPage('Runtime.evaluate', { expression: 'window.print()' })
    },
    pdf: async (landscape) => {
      // A page that has only begun to load cannot be printed.
      await loaded
      const options = { ...PAPER, ...MARGINS, landscape, printBackground: true, generateTaggedPDF: true }
      const { data } = await toPage<{ readonly data: string }>('Page.printToPDF', options)
      return Buffer.from(data, 'base64')
    },
  }
}

const SCREEN = { width: 1366, height: 768, deviceScaleFactor: 1, mobile: false }

type Called = { readonly payload: string; readonly executionContextId: number }

/** A call as the preload script writes it; anything else is a call of nothing. */
function asCall(payload: string) {
  const parsed: unknown = JSON.parse(payload)
  const [id, channel, words] = Array.isArray(parsed) ? trusted<readonly unknown[]>(parsed) : []
  const args = Array.isArray(words) ? trusted<readonly unknown[]>(words) : []
  return { id: typeof id === 'number' ? id : 0, channel: typeof channel === 'string' ? channel : '', args }
}

/** Which contexts of scripts are those of our own page in the main frame. */
function watchFrames(mainFrame: string) {
  const ours = new Set<number>()
  let main: number | null = null
  return {
    isOurs: (context: number) => ours.has(context),
    main: () => main,
    take: ({ method, params }: DevtoolsEvent) => {
      if (method === 'Runtime.executionContextCreated') {
        const { id, origin, auxData } = trusted<{ readonly context: Context }>(params).context
        if (auxData.frameId !== mainFrame || !auxData.isDefault || origin !== ORIGIN) return
        ours.add(id)
        main = id
      } else if (method === 'Runtime.executionContextDestroyed') ours.delete(Number(params['executionContextId']))
      else if (method === 'Runtime.executionContextsCleared') ours.clear()
    },
  }
}

type Context = {
  readonly id: number
  readonly origin: string
  readonly auxData: { readonly frameId: string; readonly isDefault: boolean }
}

/** A frame in a process of its own and a worker of our own scheme ask through us as well; no other worker is let run. */
function holdTarget({ devtools }: StandinBrowser, { params }: DevtoolsEvent): void {
  const { sessionId, targetInfo } = trusted<AttachedTarget>(params)
  const isOurWorker = targetInfo.type === 'worker' && targetInfo.url.startsWith(`${ORIGIN}/`)
  if (targetInfo.type !== 'iframe' && !isOurWorker) return
  for (const [method, words] of [
    ['Fetch.enable', { patterns: [{ urlPattern: '*' }] }],
    ['Runtime.runIfWaitingForDebugger', {}],
  ] as const)
    devtools.send(method, words, sessionId).catch(() => undefined)
}

type Paused = {
  readonly requestId: string
  readonly request: { readonly url: string; readonly method: string }
  readonly resourceType: string
}

async function answerRequest(
  { devtools }: StandinBrowser,
  scheme: PageOptions['scheme'],
  { params, session }: DevtoolsEvent,
): Promise<void> {
  const { requestId, request, resourceType } = trusted<Paused>(params)
  const url = new URL(request.url)
  try {
    if (url.origin !== ORIGIN) {
      // A page that is left for another stays, where a refusal would show a page of the browser's own.
      const errorReason = resourceType === 'Document' ? 'Aborted' : 'BlockedByClient'
      await devtools.send('Fetch.failRequest', { requestId, errorReason }, session)
      return
    }
    const response = await scheme(new Request(`app://bundle${url.pathname}`, { method: request.method }))
    const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }))
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    const answer = { requestId, responseCode: response.status, responseHeaders, body }
    await devtools.send('Fetch.fulfillRequest', answer, session)
  } catch {
    // Nothing to answer with; or whoever asked is gone.
    devtools.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }, session).catch(() => undefined)
  }
}

async function preloadText(path: string): Promise<string> {
  const bytes = await readWhole(nodeDisk, path, 10 * 1024 * 1024)
  if (bytes === undefined) throw new Error('the preload is too large')
  return Buffer.from(bytes).toString('utf8')
}
