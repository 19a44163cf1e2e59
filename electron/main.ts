/**
 * The desktop's composition root: one instance, one hardened window, the core in its own thread. It only wires; what each
 * part does is in shell/, threads/ and the core.
 */
import { createHash } from 'node:crypto'
import { release } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, dialog } from 'electron'
import { trusted } from '../shared/base/trust.ts'
import { PRODUCT, SYSTEM_TOO_OLD } from '../shared/words/locked.ts'
import { nodeDisk } from './disk/node-disk.ts'
import { tryHiddenPdf } from './shell/hidden-page.ts'
import { createShell } from './shell/dialogs.ts'
import { createGrants } from './shell/grants.ts'
import { bindPort } from './shell/ipc.ts'
import { followLockMinutes, watchIdleness } from './shell/lock.ts'
import { announceScheme, newNonce, serve } from './shell/protocol.ts'
import { isTooOld } from './shell/system.ts'
import { openWindow } from './shell/window.ts'
import { startCoreThread, type CoreThread } from './threads/core-thread.ts'

const { values, positionals } = parseArgs({
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  strict: false,
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    marks: { type: 'string' },
    today: { type: 'string' },
    'computer-day': { type: 'string' },
    'self-check': { type: 'boolean' },
    report: { type: 'string' },
    'self-check-writer': { type: 'boolean' },
  },
})
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const data = text(values['data'])

if (isTooOld(process.platform, release())) {
  dialog.showErrorBox(PRODUCT, SYSTEM_TOO_OLD)
  app.exit(1)
}
// The packed program runs no other file, so the process that its self check kills is the program itself.
else if (values['self-check-writer'] === true) void import('./self-check/self-check-writer.ts')
else if (values['self-check'] === true)
  // Nobody would see a check that ends without a word, and whoever waits for its report would wait for ever.
  check().catch(() => app.exit(1))
else {
  announceScheme()
  // Electron lets one program run for each folder of a user: another store has one of its own, and so its own window.
  if (data !== null) app.setPath('userData', join(app.getPath('userData'), `store-${nameOf(resolve(data))}`))
  if (app.requestSingleInstanceLock()) void start()
  else app.quit()
}

/** The check of the computer, without a window that is seen and beside a program that may be running. */
async function check(): Promise<void> {
  announceScheme()
  const core = startCore()
  // A packed program has no console on Windows: there the report lies on the desktop, and a message says so.
  const isMute = app.isPackaged && process.platform === 'win32'
  const asked = text(values['report'])
  const told: string[] = []
  // With all its words, which the window's own process does without.
  const { runSelfCheck } = await import('./self-check/run-self-check.ts')
  const code = await runSelfCheck({
    core,
    disk: nodeDisk,
    folder: positionals[0] ?? null,
    pdf: () => tryHiddenPdf(),
    report: asked !== null ? resolve(asked) : isMute ? join(app.getPath('desktop'), 'kiem-tra-may.txt') : null,
    tell: (words) => void (isMute ? told.push(words) : process.stdout.write(`${words}\n`)),
  })
  if (isMute && asked === null) {
    await app.whenReady()
    dialog.showMessageBoxSync({ message: told.join('\n\n') })
  }
  await core.close()
  app.exit(code)
}

/** A short name for a path. */
function nameOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

function startCore(): CoreThread {
  return startCoreThread({
    data: data ?? join(app.getPath('userData'), 'data'),
    marks: text(values['marks']),
    today: text(values['today']),
    ...(typeof values['computer-day'] === 'string' ? { computerDay: values['computer-day'] } : {}),
    ...(process.versions['electron'] === undefined
      ? {}
      : { writerCommand: [...(app.isPackaged ? [] : [import.meta.filename]), '--self-check-writer'] }),
  })
}

async function start(): Promise<void> {
  // The core loads while the window's engine starts.
  const core = startCore()
  await app.whenReady()
  const nonce = newNonce()
  serve({
    disk: nodeDisk,
    root: join(import.meta.dirname, '../renderer'),
    nonce,
    scan: async (sha256) => {
      const answer = await core.call('scan.get', { sha256 }, null, () => undefined).answer
      if (!answer.ok) return null
      const { type, base64 } = trusted<{ type: string; base64: string }>(answer.value)
      return { type, bytes: Buffer.from(base64, 'base64') }
    },
  })
  const window = openWindow()
  const grants = createGrants()
  const host = app.getName() === 'ket-nap-standin' ? 'browser' : 'desktop'
  const hide = bindPort(window, core, grants, createShell(window, nodeDisk, grants, { host, nonce }))
  const stopWatching = watchIdleness(core, followLockMinutes(core), hide)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  window.on('close', (event) => {
    if (!core.isBusy()) return
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: 'Đang có việc chưa xong. Nếu đóng bây giờ, việc đó sẽ dừng; dữ liệu đã ghi không mất.',
      buttons: ['Tiếp tục làm việc', 'Dừng và đóng'],
      defaultId: 0,
      cancelId: 0,
    })
    if (answer === 0) event.preventDefault()
  })
  app.on('window-all-closed', () => {
    stopWatching()
    void core.close().finally(() => app.quit())
  })
}
