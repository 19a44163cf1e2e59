/**
 * A module `electron` that does nothing but remember: what the shell asked for, and what it would answer.
 */
import { EventEmitter } from 'node:events'
import { vi, type Mock } from 'vitest'

/** Options of every window made, newest last. */
export const windows: { readonly options: Record<string, unknown>; readonly window: BrowserWindow }[] = []

/** Handlers the shell has set, by name. */
export const handlers = new Map<string, (...args: never[]) => unknown>()

class WebContents extends EventEmitter {
  readonly mainFrame = { url: 'app://bundle/index.html' }
  readonly send: Mock<(channel: string, message: unknown) => void> =
    vi.fn<(channel: string, message: unknown) => void>()
  openHandler: (() => { action: string }) | null = null
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler
  }
  printers: readonly object[] = [{ name: 'Máy in' }]
  readonly getPrintersAsync = async (): Promise<readonly object[]> => this.printers
  readonly print: Mock<(options: unknown, done: (printed: boolean, reason: string) => void) => void> = vi.fn<
    (options: unknown, done: (printed: boolean, reason: string) => void) => void
  >((_options, done) => done(true, ''))
  readonly printToPDF: Mock<() => Promise<Buffer>> = vi.fn<() => Promise<Buffer>>(async () =>
    Buffer.from('%PDF-1.7\n%%EOF\n'),
  )
}

/** The window. */
export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  readonly loadURL: Mock<(url: string) => Promise<void>> = vi.fn<(url: string) => Promise<void>>(async () => undefined)
  readonly show: Mock<() => void> = vi.fn<() => void>()
  readonly removeMenu: Mock<() => void> = vi.fn<() => void>()
  constructor(options: Record<string, unknown>) {
    super()
    windows.push({ options, window: this })
  }
  readonly focus: Mock<() => void> = vi.fn<() => void>()
  readonly restore: Mock<() => void> = vi.fn<() => void>()
  readonly isMinimized: Mock<() => boolean> = vi.fn<() => boolean>(() => false)
  isDestroyed(): boolean {
    return false
  }
}

/** The program. @public main imports it through the mock */
export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  getName: (): string => 'ket-nap',
  getPath: (): string => '/nowhere',
  setPath: vi.fn<(name: string, path: string) => void>(),
  whenReady: async (): Promise<void> => undefined,
  quit: vi.fn<() => void>(),
  exit: vi.fn<(code: number) => void>(),
  /** False where the program runs already. */
  requestSingleInstanceLock: vi.fn<() => boolean>(() => true),
})

/** Permissions. @public the shell imports it through the mock */
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: (...args: never[]) => unknown) => handlers.set('permissionRequest', handler),
    setPermissionCheckHandler: (handler: (...args: never[]) => unknown) => handlers.set('permissionCheck', handler),
    setDevicePermissionHandler: (handler: (...args: never[]) => unknown) => handlers.set('device', handler),
    on: (event: string, handler: (...args: never[]) => unknown) => handlers.set(`session:${event}`, handler),
  },
}

/** Calls of the page. @public the shell imports it through the mock */
export const ipcMain = {
  handle: (channel: string, handler: (...args: never[]) => unknown) => handlers.set(`ipc:${channel}`, handler),
}

export const protocol: {
  readonly registerSchemesAsPrivileged: Mock<(schemes: unknown) => void>
  readonly handle: (scheme: string, handler: (...args: never[]) => unknown) => unknown
} = {
  registerSchemesAsPrivileged: vi.fn<(schemes: unknown) => void>(),
  handle: (scheme: string, handler: (...args: never[]) => unknown) => handlers.set(`scheme:${scheme}`, handler),
}

export const powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleTime: vi.fn<() => number>(() => 0) })

export const dialog = {
  showOpenDialog: vi.fn<() => Promise<{ canceled: boolean; filePaths: string[] }>>(async () => ({
    canceled: true,
    filePaths: [],
  })),
  showSaveDialog: vi.fn<() => Promise<{ canceled: boolean; filePath: string }>>(async () => ({
    canceled: true,
    filePath: '',
  })),
  showMessageBoxSync: vi.fn<() => number>(() => 0),
  showErrorBox: vi.fn<(title: string, content: string) => void>(),
}
