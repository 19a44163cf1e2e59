/**
 * The stand-in for the module `electron`: the few parts our main and preload use, over an installed Chromium, Chrome or
 * Edge driven through a pipe. No TCP port, no network: every request is answered here or aborted. Events that only a
 * desktop has (sleep, locked screen) never come.
 */
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { launchBrowser, type StandinBrowser } from './browser.ts'
import { isFirst, launching } from './launching.ts'
import { bindPage } from './page.ts'
import { createDialog } from './dialog.ts'
import { homeFolder } from './profile.ts'

type Handler = (event: { senderFrame: unknown }, ...args: readonly unknown[]) => unknown
type SchemeHandler = (request: Request) => Response | Promise<Response>

const schemes = new Map<string, SchemeHandler>()
const invoked = new Map<string, Handler>()

let browser: StandinBrowser | null = null

/** How long the browser may take to close, in milliseconds. */
const CLOSE_WITHIN = 5000

/** The program. `quit` ends the browser and the process. */
export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  getName: () => 'ket-nap-standin',
  getPath: (name: string) => join(homeFolder(), name === 'userData' ? 'ket-nap' : name),
  // The profile of a stand-in, and whether it is the first, go by the store already (launching.ts).
  setPath: () => undefined,
  requestSingleInstanceLock: () => isFirst,
  whenReady: async () => {
    browser = await (launching ?? launchBrowser())
  },
  quit: () => end(0),
  exit: (code: number) => end(code),
})

/** Ends the browser and the process. */
function end(code: number): void {
  // A browser that does not close in time goes with this process: its pipe breaks.
  setTimeout(() => process.exit(code), CLOSE_WITHIN).unref()
  void Promise.resolve(browser?.close()).finally(() => process.exit(code))
}

/** Messages of the page. */
export const ipcMain = {
  handle: (channel: string, handler: Handler) => void invoked.set(channel, handler),
}

/** Our own scheme, served to the browser under an https address that never resolves. */
export const protocol = {
  registerSchemesAsPrivileged: () => undefined,
  handle: (scheme: string, handler: SchemeHandler) => void schemes.set(scheme, handler),
}

/** Permissions and downloads are denied in the browser itself. */
export const session = {
  defaultSession: {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    on: () => undefined,
  },
}

/** Nothing here: the browser tells nothing of power and idleness. The page's own idle time is used instead. */
export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: () => BrowserWindow.newest?.idleSeconds() ?? 0,
})

/** Dialogs: a test answers them; a person is asked by a program of the system. */
export const dialog = createDialog()

/** The window: a page of the browser. */
export class BrowserWindow extends EventEmitter {
  static newest: BrowserWindow | null = null
  readonly webContents: StandinContents
  #closed = false
  #lastInput = Date.now()

  constructor(options: { readonly webPreferences: { readonly preload: string } }) {
    super()
    BrowserWindow.newest = this
    this.webContents = new StandinContents(this, options.webPreferences.preload)
  }

  async loadURL(url: string): Promise<void> {
    try {
      await this.webContents.load(url)
    } catch (error) {
      // A window that is closed before its page stands is no fault.
      if (this.#closed) return
      throw error
    }
    this.emit('ready-to-show')
  }

  idleSeconds(): number {
    return Math.floor((Date.now() - this.#lastInput) / 1000)
  }

  touched(): void {
    this.#lastInput = Date.now()
  }

  closed(): void {
    if (this.#closed) return
    this.#closed = true
    this.emit('close', { preventDefault: () => undefined })
    this.emit('closed')
    app.emit('window-all-closed')
  }

  isDestroyed(): boolean {
    return this.#closed
  }

  removeMenu(): void {}
  show(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false
  }
}

class StandinContents extends EventEmitter {
  readonly mainFrame = { url: '' }
  readonly #window: BrowserWindow
  readonly #preload: string
  #page: Awaited<ReturnType<typeof bindPage>> | null = null

  constructor(window: BrowserWindow, preload: string) {
    super()
    this.#window = window
    this.#preload = preload
  }

  async load(url: string): Promise<void> {
    if (browser === null) throw new Error('the browser is not ready')
    this.mainFrame.url = url
    this.#page = await bindPage(browser, {
      url,
      preload: this.#preload,
      scheme: (request) => schemes.get('app')?.(request) ?? new Response(null, { status: 404 }),
      touched: () => this.#window.touched(),
      invoke: async (isOurs, channel, args) => {
        const handler = invoked.get(channel)
        if (handler === undefined) throw new Error('no such channel')
        return handler({ senderFrame: isOurs ? this.mainFrame : { url: 'about:blank' } }, ...args)
      },
      closed: () => this.#window.closed(),
    })
  }

  send(channel: string, message: unknown): void {
    this.#page?.send(channel, message)
  }

  setWindowOpenHandler(): void {}

  /** The browser's own dialog lists the printers. */
  async getPrintersAsync(): Promise<readonly object[]> {
    return [{ name: 'browser' }]
  }

  /** Whether the person cancelled is not told. */
  print(_options: unknown, done: (printed: boolean, reason: string) => void): void {
    void this.#print(done)
  }

  async #print(done: (printed: boolean, reason: string) => void): Promise<void> {
    let problem = this.#page === null ? 'no page to print' : ''
    try {
      await this.#page?.print()
    } catch (error) {
      problem = String(error)
    }
    done(problem === '', problem)
  }

  async printToPDF(options: { readonly landscape?: boolean }): Promise<Uint8Array> {
    if (this.#page === null) throw new Error('no page to print')
    return this.#page.pdf(options.landscape === true)
  }
}

/** The preload's half; real only inside the page, where bindPage puts it. */
export const contextBridge = { exposeInMainWorld: () => undefined }

/** The preload's half; real only inside the page, where bindPage puts it. */
export const ipcRenderer = { invoke: () => undefined, on: () => undefined }
