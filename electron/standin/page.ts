/**
 * One page of the browser made to look like a window of Electron to main.ts: requests answered from our scheme, one
 * binding for the preload, everything foreign aborted.
 */
import type { Frame, Page } from 'playwright-core'
import { nodeDisk } from '../disk/node-disk.ts'
import { readWhole } from '../disk/streams.ts'
import type { StandinBrowser } from './browser.ts'

/** The address the page sees; `.invalid` never resolves, so nothing leaks should interception fail. */
const ORIGIN = 'https://bundle.invalid'

/** What a page is made with. */
export type PageOptions = {
  readonly url: string
  readonly preload: string
  readonly scheme: (request: Request) => Response | Promise<Response>
  readonly invoke: (isOurs: boolean, channel: string, args: readonly unknown[]) => Promise<unknown>
  readonly closed: () => void
}

/** A bound page. */
export type BoundPage = {
  readonly send: (channel: string, message: unknown) => void
  readonly pdf: (landscape: boolean) => Promise<Uint8Array>
  /** Opens the browser's print dialog and returns once it is closed. */
  readonly print: () => Promise<void>
}

/** Binds the browser's first page and loads the program in it. */
export async function bindPage({ context }: StandinBrowser, options: PageOptions): Promise<BoundPage> {
  const page = context.pages()[0] ?? (await context.newPage())
  await context.route('**/*', async (route) => {
    const request = route.request()
    const url = new URL(request.url())
    if (url.origin !== ORIGIN) {
      await route.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient')
      return
    }
    const asked = new Request(`app://bundle${url.pathname}`, { method: request.method() })
    const response = await options.scheme(asked)
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  })
  await page.exposeBinding('__ipc', async (source, channel: string, json: string) => {
    const isOurs = isOurFrame(source.frame, page)
    const parsed: unknown = JSON.parse(json)
    return JSON.stringify((await options.invoke(isOurs, channel, Array.isArray(parsed) ? parsed : [])) ?? null)
  })
  await page.addInitScript({ content: preloadScript(await preloadText(options.preload)) })
  context.on('page', (other) => {
    if (other !== page) void other.close()
  })
  page.once('close', options.closed)
  await page.goto(options.url.replace('app://bundle', ORIGIN))
  return {
    send: (channel, message) => {
      const words = [channel, JSON.stringify(message)].map((word) => JSON.stringify(word)).join(', ')
      void page.evaluate(`window.__deliver?.(${words})`).catch(() => undefined)
    },
    print: () => page.evaluate('window.print()'),
    pdf: (landscape) =>
      page.pdf({
        format: 'A4',
        landscape,
        printBackground: true,
        margin: { top: '20mm', bottom: '20mm', left: '30mm', right: '15mm' },
      }),
  }
}

function isOurFrame(frame: Frame, page: Page): boolean {
  return frame === page.mainFrame() && new URL(frame.url()).origin === ORIGIN
}

async function preloadText(path: string): Promise<string> {
  const bytes = await readWhole(nodeDisk, path, 10 * 1024 * 1024)
  if (bytes === undefined) throw new Error('the preload is too large')
  return Buffer.from(bytes).toString('utf8')
}

/** The preload bundle with a small `electron` of its own, for the top frame of our origin only. */
function preloadScript(preload: string): string {
  return `(() => {
    if (window !== window.top || location.origin !== ${JSON.stringify(ORIGIN)}) return
    const ipc = window.__ipc
    const listeners = new Map()
    Object.defineProperty(window, '__deliver', {
      value: (channel, json) => {
        for (const listener of listeners.get(channel) ?? []) listener(JSON.parse(json))
      },
    })
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze({ ...api }) }),
      },
      ipcRenderer: {
        invoke: async (channel, ...args) => JSON.parse(await ipc(channel, JSON.stringify(args))),
        on: (channel, listener) => {
          listeners.set(channel, [...(listeners.get(channel) ?? []), (message) => listener({}, message)])
        },
      },
    }
    ;(function (require, module, exports) {
${preload}
    })((name) => { if (name === 'electron') return electron; throw new Error(name) }, { exports: {} }, {})
  })()`
}
