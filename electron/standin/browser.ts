/**
 * The installed browser, started with a new empty profile that is removed at the end: nothing of a person stays in it.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { trusted } from '../../shared/base/trust.ts'
import { tryAnyway } from '../disk/attempt.ts'
import { ensureFolder, removeTree } from '../disk/folders.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { talkThrough, type Devtools } from './devtools.ts'
import { findBrowser } from './find-browser.ts'

/** A running browser. */
export type StandinBrowser = {
  readonly devtools: Devtools
  /** The page it opened with, ready to be told what to load. */
  readonly page: OpenedPage
  readonly isHeadless: boolean
  /** Settles once the browser has ended, whoever ended it. */
  readonly ended: Promise<void>
  readonly close: () => Promise<void>
}

/** A page of the browser. */
export type OpenedPage = { readonly target: string; readonly session: string }

/** How long the browser may take to open its page on a machine with much else to do, in milliseconds. */
const OPENS_WITHIN = 60_000

/** As much as is kept of what the browser says of itself, for the case that it does not start. */
const SAID_AT_MOST = 2000

const FEATURES_OFF = [
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'Translate',
  // Pages of the browser's own under its address bar, which the window does not have: each start loaded two of them in a
  // process of their own, a quarter of its processor time and 80 MB.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
]

const SWITCHES = [
  '--remote-debugging-pipe',
  '--test-type',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  `--disable-features=${FEATURES_OFF.join()}`,
  '--disable-field-trial-config',
  '--disable-gpu',
  '--disable-hang-monitor',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  // Pages go on at their pace while another window is before them: a job may be running.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--allow-pre-commit-input',
  '--disk-cache-size=1',
  '--export-tagged-pdf',
  '--force-color-profile=srgb',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--window-size=1366,820',
  // No name leads anywhere, should a request ever pass by what answers them.
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/** Starts the browser; shown unless KETNAP_HEADLESS is set. @throws Error if none is found or it does not start */
export async function launchBrowser(): Promise<StandinBrowser> {
  const profile = join(tmpdir(), `ket-nap-profile-${randomBytes(6).toString('hex')}`)
  const isHeadless = process.env['KETNAP_HEADLESS'] !== undefined
  const [executable] = await Promise.all([findBrowser(isHeadless), ensureFolder(nodeDisk, profile)])
  if (executable === null) {
    await tryAnyway(() => removeTree(nodeDisk, profile))
    throw new Error('Không tìm thấy Chromium, Chrome hoặc Edge. Hãy cài một trong số đó.')
  }
  const child = spawn(executable, switches(profile, isHeadless), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const [, , , input, output] = child.stdio
  if (!(input instanceof Writable) || !(output instanceof Readable)) throw new Error('no pipe to the browser')
  const devtools = talkThrough(input, output)
  const page = await withinTime(firstPage(devtools), failure(child)).catch(async (error: unknown) => {
    child.kill()
    await tryAnyway(() => removeTree(nodeDisk, profile))
    throw error
  })
  const close = async () => {
    await devtools.send('Browser.close').catch(() => child.kill())
    await ended
    await tryAnyway(() => removeTree(nodeDisk, profile))
  }
  return { devtools, page, isHeadless, ended, close }
}

function switches(profile: string, isHeadless: boolean): readonly string[] {
  return [
    ...SWITCHES,
    `--user-data-dir=${profile}`,
    // Root cannot use the browser's sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(process.env['KETNAP_TEST_PORT'] === undefined ? [] : ['--remote-debugging-port=0']),
    ...(isHeadless
      ? ['--headless', '--hide-scrollbars', '--mute-audio', 'about:blank']
      : ['--app=data:text/html,<title>Kết nạp</title>']),
  ]
}

/**
 * The page the browser opens with. Every other one is closed before it runs a line; a worker of none is let run.
 */
async function firstPage(devtools: Devtools): Promise<OpenedPage> {
  const opened = new Promise<OpenedPage>((resolve) => {
    let isFirst = true
    devtools.listen(({ method, params, session }) => {
      if (method !== 'Target.attachedToTarget' || session !== undefined) return
      const { sessionId, targetInfo, waitingForDebugger } = trusted<AttachedTarget>(params)
      if (targetInfo.type !== 'page') return
      if (!isFirst) {
        devtools.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined)
        return
      }
      isFirst = false
      if (waitingForDebugger) devtools.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined)
      resolve({ target: targetInfo.targetId, session: sessionId })
    })
  })
  await Promise.all([
    devtools.send('Browser.grantPermissions', { permissions: [] }),
    devtools.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
    devtools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
  ])
  return opened
}

/** What `Target.attachedToTarget` tells. */
export type AttachedTarget = {
  readonly sessionId: string
  readonly targetInfo: { readonly targetId: string; readonly type: string; readonly url: string }
  readonly waitingForDebugger: boolean
}

/** Rejects once the browser ends, with what it said last, or once it has had time enough. */
function failure(child: ChildProcess): Promise<never> {
  let said = ''
  child.stderr?.on('data', (chunk) => (said = `${said}${String(chunk)}`.slice(-SAID_AT_MOST)))
  return new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the browser ended (${code ?? 'by a signal'}): ${said}`)))
    setTimeout(() => reject(new Error(`the browser opened no page: ${said}`)), OPENS_WITHIN).unref()
  })
}

async function withinTime<T>(work: Promise<T>, failed: Promise<never>): Promise<T> {
  failed.catch(() => undefined)
  return Promise.race([work, failed])
}
