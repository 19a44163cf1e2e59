/**
 * The composition root against a fake Electron and a fake core: one instance, a safe end while a job runs, and the core
 * closed before the program quits.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isTooOld } from '../../../../electron/shell/system.ts'
import { PRODUCT } from '../../../../shared/words/locked.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import * as fake from '../../../fakes/electron.ts'

const core = {
  call: vi.fn<() => unknown>(() => ({ answer: Promise.resolve({ ok: true, value: null }), cancel: () => undefined })),
  on: vi.fn<() => void>(),
  tick: vi.fn<() => void>(),
  isBusy: vi.fn<() => boolean>(() => false),
  close: vi.fn<() => Promise<void>>(async () => undefined),
}

/** What the system says it is. */
const system = { release: '10.0.19045' }

vi.mock('electron', () => fake)
vi.mock('node:os', async (original) => ({ ...(await original<object>()), release: () => system.release }))
vi.mock('../../../../electron/threads/core-thread.ts', () => ({ startCoreThread: () => core }))

beforeEach(() => {
  vi.resetModules()
  vi.clearAllMocks()
  fake.windows.length = 0
  fake.handlers.clear()
  fake.app.removeAllListeners()
  fake.powerMonitor.removeAllListeners()
})

/** Starts the program. @returns its window, where it opened one */
async function start(): Promise<fake.BrowserWindow | undefined> {
  await import('../../../../electron/main.ts')
  await vi.waitFor(() => expect(fake.app.quit.mock.calls.length + fake.windows.length).toBeGreaterThan(0))
  return fake.windows[0]?.window
}

/** Asks the window to close. @returns true if it was kept open */
function isKept(window: fake.BrowserWindow | undefined): boolean {
  const preventDefault = vi.fn<() => void>()
  window?.emit('close', { preventDefault })
  return preventDefault.mock.calls.length > 0
}

test('a second start ends at once and brings the window of the first to the front', async () => {
  const window = await start()
  fake.app.emit('second-instance')
  expect(window?.focus).toHaveBeenCalledOnce()
  expect(window?.restore).not.toHaveBeenCalled()
  window?.isMinimized.mockReturnValue(true)
  fake.app.emit('second-instance')
  expect(window?.restore).toHaveBeenCalledOnce()

  vi.resetModules()
  fake.windows.length = 0
  fake.app.requestSingleInstanceLock.mockReturnValueOnce(false)
  expect(await start()).toBeUndefined()
  expect(fake.app.quit).toHaveBeenCalledOnce()
})

test('another store has a program of its own: the lock goes by the folder of the user', async () => {
  const words = process.argv
  const folderOf = async (...more: string[]) => {
    process.argv = [...words.slice(0, 2), ...more]
    vi.resetModules()
    vi.clearAllMocks()
    fake.windows.length = 0
    await start()
    const [set] = fake.app.setPath.mock.invocationCallOrder
    const [locked = 0] = fake.app.requestSingleInstanceLock.mock.invocationCallOrder
    if (set !== undefined) expect(set).toBeLessThan(locked)
    return fake.app.setPath.mock.calls[0]?.[1]
  }
  try {
    expect(await folderOf()).toBeUndefined()
    const first = await folderOf('--data=/du-lieu/xa')
    expect(first).toMatch(/store-[0-9a-f]{16}$/)
    expect(await folderOf('--data=/du-lieu/xa/')).toBe(first)
    expect(await folderOf('--data=/du-lieu/phuong')).not.toBe(first)
  } finally {
    process.argv = words
  }
})

test('while a job runs a person is asked before the window closes, and may go on working', async () => {
  const window = await start()
  expect(isKept(window)).toBe(false)
  expect(fake.dialog.showMessageBoxSync).not.toHaveBeenCalled()
  core.isBusy.mockReturnValue(true)
  fake.dialog.showMessageBoxSync.mockReturnValueOnce(0)
  expect(isKept(window)).toBe(true)
  fake.dialog.showMessageBoxSync.mockReturnValueOnce(1)
  expect(isKept(window)).toBe(false)
  expect(fake.dialog.showMessageBoxSync).toHaveBeenCalledTimes(2)
})

test('the core is closed before the program ends, and the idle watch stops', async () => {
  await start()
  let close: () => void = () => undefined
  core.close.mockReturnValueOnce(new Promise((resolve) => (close = resolve)))
  fake.app.emit('window-all-closed')
  await Promise.resolve()
  expect(core.close).toHaveBeenCalledOnce()
  expect(fake.app.quit).not.toHaveBeenCalled()
  close()
  await vi.waitFor(() => expect(fake.app.quit).toHaveBeenCalledOnce())
})

test('a computer that goes to sleep, is locked or shut down locks the office and hides the page', async () => {
  const window = await start()
  for (const event of ['suspend', 'lock-screen', 'shutdown']) {
    core.call.mockClear()
    window?.webContents.send.mockClear()
    fake.powerMonitor.emit(event)
    expect(window?.webContents.send.mock.calls, event).toEqual([['event', { event: 'locking' }]])
    expect(
      core.call.mock.calls.map(([name]: readonly unknown[]) => name),
      event,
    ).toEqual(['session.lock'])
  }
})

test.each(['6.1.7601', '6.3.9600'])(
  'on Windows %s it says what it needs and ends before anything is opened',
  async (old) => {
    system.release = old
    vi.stubGlobal('process', Object.create(process, { platform: { value: 'win32' } }))
    try {
      await import('../../../../electron/main.ts')
    } finally {
      vi.unstubAllGlobals()
      system.release = '10.0.19045'
    }
    expect(fake.dialog.showErrorBox.mock.calls).toEqual([
      [PRODUCT, expect.stringMatching(/cần Windows 10 hoặc mới hơn/)],
    ])
    expect(fake.app.exit).toHaveBeenCalledExactlyOnceWith(1)
    expect(fake.app.requestSingleInstanceLock).not.toHaveBeenCalled()
    expect(fake.windows).toEqual([])
  },
)

test('only a Windows before 10 is too old', () => {
  expect(isTooOld('win32', '10.0.10240')).toBe(false)
  expect(isTooOld('win32', '10.0.26100')).toBe(false)
  expect(isTooOld('win32', '6.2.9200')).toBe(true)
  expect(isTooOld('linux', '6.1.0-18-amd64')).toBe(false)
  expect(isTooOld('linux', '5.10.0')).toBe(false)
})

describe('asked for a check of the computer', () => {
  const words = process.argv
  const found = {
    at: '2026-03-02T01:00:00Z',
    version: '0.1.0',
    platform: 'win32',
    memory: 1,
    processors: 1,
    checks: [],
  }

  /** Starts the program with further words. @returns what stood on the console */
  async function check(...more: readonly string[]): Promise<string> {
    const written: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    core.call.mockReturnValueOnce({
      answer: Promise.resolve({ ok: true, value: { report: found, troubles: {} } }),
      cancel: () => undefined,
    })
    process.argv = [...words.slice(0, 2), '--self-check', ...more]
    await import('../../../../electron/main.ts')
    await vi.waitFor(() => expect(fake.app.exit).toHaveBeenCalledOnce(), 30_000)
    return written.join('')
  }

  afterEach(() => {
    process.argv = words
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
    fake.app.isPackaged = false
  })

  test('it makes a PDF in a window nobody sees, with no Node in it, and tells the report', async () => {
    expect(await check()).toMatch(/Báo cáo kiểm tra máy[\s\S]*Tạo tệp in: Đạt\./)
    expect(fake.windows.map(({ options }) => options)).toMatchObject([
      { show: false, webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false } },
    ])
    expect(fake.app.exit).toHaveBeenCalledWith(0)
    expect(core.close).toHaveBeenCalledOnce()
    expect(fake.app.requestSingleInstanceLock).not.toHaveBeenCalled()
  })

  test('it writes the report to the file that is named', async () => {
    const file = join(temporaryFolder(), 'bao-cao.txt')
    expect(await check('--report', file)).toContain(`ở tệp ${file}`)
    expect(readFileSync(file, 'utf8')).toContain('Tạo tệp in: Đạt.')
  })

  test('where no window can be had it says that paper was not tried, and is no fault', async () => {
    vi.spyOn(fake.app, 'whenReady').mockRejectedValueOnce(new Error('no browser'))
    expect(await check()).toContain('Tạo tệp in: Chưa kiểm tra. Ở đây không mở được cửa sổ nào.')
    expect(fake.app.exit).toHaveBeenCalledWith(0)
  })

  test('a packed program on Windows, which has no console, leaves the report on the desktop and shows where', async () => {
    const folder = temporaryFolder()
    fake.app.isPackaged = true
    vi.spyOn(fake.app, 'getPath').mockReturnValue(folder)
    vi.stubGlobal('process', Object.create(process, { platform: { value: 'win32' } }))
    expect(await check('--self-check')).toBe('')
    expect(readFileSync(join(folder, 'kiem-tra-may.txt'), 'utf8')).toContain('Báo cáo kiểm tra máy')
    expect(JSON.stringify(fake.dialog.showMessageBoxSync.mock.calls)).toContain('kiem-tra-may.txt')
  })
})
