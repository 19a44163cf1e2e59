/**
 * The shell against a fake Electron: each point of Electron's security checklist that is ours to keep.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { nodeDisk } from '../../../../electron/disk/node-disk.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import * as fake from '../../../fakes/electron.ts'

vi.mock('electron', () => fake)

const { openWindow } = await import('../../../../electron/shell/window.ts')
const { announceScheme, contentPolicy, newNonce, respond } = await import('../../../../electron/shell/protocol.ts')
const { bindPort, isOurFrame } = await import('../../../../electron/shell/ipc.ts')
const { createGrants } = await import('../../../../electron/shell/grants.ts')
const { createShell } = await import('../../../../electron/shell/dialogs.ts')
const { followLockMinutes, watchIdleness } = await import('../../../../electron/shell/lock.ts')

type Window = Parameters<typeof bindPort>[0]
type Core = Parameters<typeof bindPort>[1]

function window(): Window {
  return openWindow('/preload.cjs')
}

function fakeCore(): { readonly core: Core; readonly calls: unknown[][]; readonly cancelled: string[] } {
  const calls: unknown[][] = []
  const cancelled: string[] = []
  const core: Core = {
    call: (name, input, id) => {
      calls.push([name, input])
      return { answer: Promise.resolve({ ok: true, value: null }), cancel: () => void cancelled.push(id ?? '') }
    },
    on: () => undefined,
    tick: () => undefined,
    isBusy: () => false,
    close: async () => undefined,
  }
  return { core, calls, cancelled }
}

beforeEach(() => {
  fake.windows.length = 0
  fake.handlers.clear()
  fake.powerMonitor.removeAllListeners()
})

describe('the window', () => {
  test('has no Node, is isolated and sandboxed, and keeps web security', () => {
    window()
    expect(fake.windows[0]?.options['webPreferences']).toEqual({
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: false,
    })
  })

  test('opens no further window and never leaves our page', () => {
    window()
    const contents = fake.windows[0]?.window.webContents
    expect(contents?.openHandler?.()).toEqual({ action: 'deny' })
    for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview', 'will-frame-navigate']) {
      const preventDefault = vi.fn<() => void>()
      contents?.emit(name, { preventDefault })
      expect(preventDefault, name).toHaveBeenCalledOnce()
    }
  })

  test('is given no permission, no device and no download', () => {
    window()
    const answer = vi.fn<(allowed: boolean) => void>()
    fake.handlers.get('permissionRequest')?.(...([null, 'media', answer] as never[]))
    expect(answer).toHaveBeenCalledWith(false)
    expect(fake.handlers.get('permissionCheck')?.()).toBe(false)
    expect(fake.handlers.get('device')?.()).toBe(false)
    const preventDefault = vi.fn<() => void>()
    fake.handlers.get('session:will-download')?.(...([{ preventDefault }] as never[]))
    expect(preventDefault).toHaveBeenCalledOnce()
  })

  test('loads our own scheme', () => {
    window()
    expect(fake.windows[0]?.window.loadURL).toHaveBeenCalledWith('app://bundle/index.html')
  })
})

describe('the scheme', () => {
  function serving() {
    const folder = temporaryFolder()
    const root = join(folder, 'renderer')
    mkdirSync(join(root, 'assets'), { recursive: true })
    writeFileSync(join(root, 'index.html'), '<meta name="csp-nonce" content="%NONCE%" />')
    writeFileSync(join(root, 'assets/app.js'), '1')
    writeFileSync(join(folder, 'secret.js'), 'secret')
    writeFileSync(join(root, 'notes.txt'), 'no such type')
    const scan = async (sha256: string) =>
      sha256 === 'a'.repeat(64) ? { type: 'image/png', bytes: Uint8Array.of(1) } : null
    return { disk: nodeDisk, root, nonce: 'N', scan }
  }
  const get = (path: string, init?: RequestInit) => respond(serving(), new Request(`app://bundle${path}`, init))

  test('serves the page with its policy and the nonce of this start', async () => {
    const response = await get('/index.html')
    expect(await response.text()).toBe('<meta name="csp-nonce" content="N" />')
    expect(response.headers.get('content-security-policy')).toBe(contentPolicy('N'))
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('allows scripts and connections of nobody else', () => {
    const policy = contentPolicy('N')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("worker-src 'self';")
    expect(policy).toContain("connect-src 'self';")
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|frame-src|https?:|\*/)
  })

  test('serves nothing outside its folder, of an unknown type, or by another method', async () => {
    for (const path of ['/../secret.js', '/%2e%2e/secret.js', '/assets/../../secret.js', '/notes.txt', '/none.js', '/'])
      expect((await get(path)).status, path).toBe(404)
    expect((await get('/index.html', { method: 'POST' })).status).toBe(404)
    expect((await respond(serving(), new Request('app://other/index.html'))).status).toBe(404)
  })

  test('shows a scan in a sandbox of its own, and nothing for an unknown one', async () => {
    const response = await get(`/scan/${'a'.repeat(64)}`)
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect((await get(`/scan/${'b'.repeat(64)}`)).status).toBe(404)
  })

  test('is announced as a secure scheme, and a nonce is never the same twice', () => {
    announceScheme()
    expect(fake.protocol.registerSchemesAsPrivileged).toHaveBeenCalledOnce()
    expect(newNonce()).not.toBe(newNonce())
  })
})

describe('the port', () => {
  const ours = { url: 'app://bundle/index.html' }
  const send = (event: unknown, ...args: unknown[]) =>
    fake.handlers.get('ipc:call')?.(...([event, ...args] as never[])) as Promise<{
      ok: boolean
      error?: { code: string }
    }>

  function bound() {
    const opened = window()
    const { core, calls, cancelled } = fakeCore()
    const grants = createGrants()
    bindPort(opened, core, grants, createShell(opened, nodeDisk, grants, { host: 'desktop', nonce: 'N' }))
    const frame = fake.windows.at(-1)?.window.webContents.mainFrame
    return { calls, cancelled, grants, frame }
  }

  test('hears our own main frame only', async () => {
    const { calls, frame } = bound()
    expect((await send({ senderFrame: frame }, 'home.get', {}, 'id')).ok).toBe(true)
    for (const senderFrame of [null, { url: 'app://bundle/index.html' }, { url: 'https://example.invalid/' }])
      expect((await send({ senderFrame }, 'home.get', {}, 'id')).error?.code).toBe('UNKNOWN_NAME')
    expect(calls).toEqual([['home.get', {}]])
  })

  test('does not take a frame that has gone elsewhere for ours', () => {
    const opened = window()
    const { mainFrame } = opened.webContents
    Object.assign(mainFrame, { url: 'app://bundle.other/index.html' })
    expect(isOurFrame({ senderFrame: mainFrame }, opened)).toBe(false)
    Object.assign(mainFrame, ours)
    expect(isOurFrame({ senderFrame: mainFrame }, opened)).toBe(true)
  })

  test('refuses what is no name and no id', async () => {
    const { frame, calls } = bound()
    for (const args of [
      [1, {}, 'id'],
      ['home.get', {}, 7],
      [{}, {}, 'id'],
    ])
      expect((await send({ senderFrame: frame }, ...args)).error?.code).toBe('UNKNOWN_NAME')
    expect(calls).toEqual([])
  })

  test('lets a path through only after a person has chosen it', async () => {
    const { frame, calls, grants } = bound()
    const ask = () => send({ senderFrame: frame }, 'bundle.export', { folder: '/media/stick/KetNap' }, 'id')
    expect((await ask()).error?.code).toBe('PATH_NOT_CHOSEN')
    grants.grant('/media/stick')
    expect((await ask()).ok).toBe(true)
    const other = await send({ senderFrame: frame }, 'bundle.export', { folder: '/media/stick2' }, 'id')
    expect(other.error?.code).toBe('PATH_NOT_CHOSEN')
    const climbing = await send({ senderFrame: frame }, 'bundle.export', { folder: '/media/stick/../x' }, 'id')
    expect(climbing.error?.code).toBe('PATH_NOT_CHOSEN')
    expect(calls).toHaveLength(1)
  })

  test('takes the name of what every object has for any other unknown name', async () => {
    const { frame, calls } = bound()
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'shell.__proto__', 'shell.toString']
    for (const name of names) expect((await send({ senderFrame: frame }, name, { folder: '/etc' }, 'id')).ok).toBe(true)
    // They are handed on as they are: what is a name is the core's to say.
    expect(calls.map(([name]) => name)).toEqual(names)
  })

  test('refuses a shell name with a wrong input before any dialog opens', async () => {
    const { frame } = bound()
    const answer = await send({ senderFrame: frame }, 'shell.chooseFolder', { title: 5 }, 'id')
    expect(answer.error?.code).toBe('INVALID_INPUT')
    expect(fake.dialog.showOpenDialog).not.toHaveBeenCalled()
  })
})

describe('idleness', () => {
  test('locks on sleep and on a locked screen, and hides the page before the core has got to it', () => {
    const { core, calls } = fakeCore()
    const hidden: number[] = []
    const stop = watchIdleness(
      core,
      () => 15,
      () => hidden.push(calls.length),
    )
    fake.powerMonitor.emit('suspend')
    fake.powerMonitor.emit('lock-screen')
    stop()
    expect(hidden).toEqual([0, 1])
    expect(calls).toEqual([
      ['session.lock', {}],
      ['session.lock', {}],
    ])
  })

  test('locks after the minutes without a key or a mouse, and not before', () => {
    vi.useFakeTimers()
    try {
      const { core, calls } = fakeCore()
      const stop = watchIdleness(
        core,
        () => 15,
        () => undefined,
      )
      fake.powerMonitor.getSystemIdleTime.mockReturnValue(15 * 60 - 1)
      vi.advanceTimersByTime(15_000)
      expect(calls).toEqual([])
      fake.powerMonitor.getSystemIdleTime.mockReturnValue(15 * 60)
      vi.advanceTimersByTime(15_000)
      stop()
      expect(calls).toEqual([['session.lock', {}]])
    } finally {
      vi.useRealTimers()
    }
  })

  test('goes by the minutes of the settings: asked for at unlock and when a setting changes, else kept', async () => {
    const settings: Record<string, number> = { lockAfterMinutes: 5 }
    let tell: (event: Parameters<Parameters<Core['on']>[0]>[0]) => void = () => undefined
    let asked = 0
    let isLocked = false
    const minutes = followLockMinutes({
      call: () => {
        asked += 1
        const answer: Awaited<ReturnType<Core['call']>['answer']> = isLocked
          ? { ok: false, error: { code: 'LOCKED', data: {} } }
          : { ok: true, value: { settings: { ...settings } } }
        return { answer: Promise.resolve(answer), cancel: () => undefined }
      },
      on: (listener) => {
        tell = listener
      },
    })
    expect(minutes()).toBe(15)
    tell({ event: 'changed', subjects: [] })
    await vi.waitFor(() => expect(minutes()).toBe(5))
    settings['lockAfterMinutes'] = 60
    tell({ event: 'changed', subjects: [{ type: 'case', id: 'c' }] })
    expect(asked).toBe(1)
    tell({ event: 'changed', subjects: [{ type: 'setting', id: 'lockAfterMinutes' }] })
    await vi.waitFor(() => expect(minutes()).toBe(60))
    isLocked = true
    tell({ event: 'changed', subjects: [] })
    await vi.waitFor(() => expect(asked).toBe(3))
    expect(minutes()).toBe(60)
  })
})

describe('a file that is to be written', () => {
  const saveAs = (shell: ReturnType<typeof createShell>) =>
    shell['shell.saveAs']({ title: 'Lưu', name: 'Nghị quyết.docx' } as never)

  test('is named together with whether its drive can be carried away, before anything is written', async () => {
    const grants = createGrants()
    const shell = createShell(window(), nodeDisk, grants, { host: 'desktop', nonce: 'N' })
    const path = join(temporaryFolder(), 'a.docx')
    fake.dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: path })
    expect(await saveAs(shell)).toEqual({ ok: true, value: { path, carried: 'no' } })
    expect(grants.allows('document.make', { to: path })).toBe(true)
    expect(await saveAs(shell)).toMatchObject({ ok: true, value: { path: null } })
  })

  test('and a system without a dialog is told in a sentence', async () => {
    const shell = createShell(window(), nodeDisk, createGrants(), { host: 'browser', nonce: 'N' })
    const opened = window()
    bindPort(opened, fakeCore().core, createGrants(), shell)
    fake.dialog.showOpenDialog.mockRejectedValueOnce(Object.assign(new Error('none'), { name: 'NoDialog' }))
    const call = fake.handlers.get('ipc:call')
    const frame = { senderFrame: opened.webContents.mainFrame }
    expect(await call?.(...([frame, 'shell.chooseFolder', { title: 'Chọn' }, 'id'] as never[]))).toMatchObject({
      ok: false,
      error: { code: 'NO_DIALOG' },
    })
  })
})

describe('printing', () => {
  function shell(host: 'desktop' | 'browser' = 'desktop') {
    const opened = window()
    const contents = fake.windows[0]?.window.webContents
    if (contents === undefined) throw new Error('no window')
    const handlers = createShell(opened, nodeDisk, createGrants(), { host, nonce: 'N' })
    const ask = (name: 'shell.print' | 'shell.pdf') => handlers[name]({ landscape: true } as never)
    return { contents, ask }
  }

  test('goes through the system dialog and makes no file', async () => {
    const { contents, ask } = shell()
    expect(await ask('shell.print')).toEqual({ ok: true, value: { printed: true } })
    expect(contents.print.mock.calls[0]?.[0]).toEqual({
      silent: false,
      printBackground: true,
      pageSize: 'A4',
      landscape: true,
    })
    expect(contents.printToPDF).not.toHaveBeenCalled()
  })

  test('tells no printer, a cancelled dialog and a failed printer apart', async () => {
    const { contents, ask } = shell()
    contents.print.mockImplementation((_options, done) => done(false, 'Print job canceled'))
    expect(await ask('shell.print')).toEqual({ ok: true, value: { printed: false } })
    contents.print.mockImplementation((_options, done) => done(false, 'Print job failed'))
    expect(await ask('shell.print')).toMatchObject({ ok: false, error: { code: 'PRINT_FAILED' } })
    contents.print.mockClear()
    contents.printers = []
    expect(await ask('shell.print')).toMatchObject({ ok: false, error: { code: 'NO_PRINTER' } })
    expect(contents.print).not.toHaveBeenCalled()
  })

  test('in a browser does not say that a sheet was printed, since nobody tells', async () => {
    const { contents, ask } = shell('browser')
    expect(await ask('shell.print')).toEqual({ ok: true, value: { printed: null } })
    contents.print.mockImplementation((_options, done) => done(false, 'no page to print'))
    expect(await ask('shell.print')).toMatchObject({ ok: false, error: { code: 'PRINT_FAILED' } })
  })

  test('makes a PDF in memory only', async () => {
    const { ask } = shell()
    const answer = await ask('shell.pdf')
    expect(answer).toMatchObject({ ok: true, value: { base64: Buffer.from('%PDF-1.7\n%%EOF\n').toString('base64') } })
  })
})
