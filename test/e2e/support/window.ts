/**
 * A window under test: the shipped main and preload over the stand-in, with its own data, marks, temp folder and a queue of
 * answers to dialogs. Any console error, page error or breach of the content policy fails the test.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, expect, type Browser, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '../../..')

/** Where and when an office runs. */
export type WindowOptions = { readonly folder: string; readonly code: string; readonly today: string }

/** An open window. */
export type OfficeWindow = {
  readonly page: Page
  readonly data: string
  /** Queues the answer of the next dialog: a path, or null for cancelled. */
  readonly answer: (path: string | null | readonly string[]) => void
  /** What went wrong in the page so far. */
  readonly problems: readonly string[]
  /** Closes the window as a person does. */
  readonly close: () => Promise<void>
  /** Ends the program without warning. */
  readonly kill: () => Promise<void>
}

/** Starts the program on an office's folder and waits for its page. */
export async function openWindow({ folder, code, today }: WindowOptions): Promise<OfficeWindow> {
  const data = join(folder, 'offices', code)
  const temporary = join(folder, 'tmp', `${code}-${Date.now()}`)
  const dialogs = join(folder, 'dialogs', code)
  for (const path of [temporary, dialogs, join(folder, 'offices')]) mkdirSync(path, { recursive: true })
  const child = spawn(
    process.execPath,
    [
      '--import',
      join(root, 'electron/standin/register.ts'),
      join(root, 'dist/main/main.js'),
      '--data',
      data,
      '--marks',
      join(folder, 'marks', code),
      '--today',
      today,
    ],
    {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary, KETNAP_HEADLESS: '1', KETNAP_TEST_PORT: '1', KETNAP_DIALOGS: dialogs },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const output: string[] = []
  child.stdout.on('data', (chunk) => output.push(String(chunk)))
  child.stderr.on('data', (chunk) => output.push(String(chunk)))
  const browser = await connect(child, temporary, output)
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('no page')
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`))
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective}`))
  })
  await page.setViewportSize({ width: 1366, height: 768 })
  let queued = 0
  return {
    page,
    data,
    problems,
    answer: (path) => {
      const paths = path === null || typeof path === 'string' ? null : path
      const value = paths === null ? { path } : { path: paths[0] ?? null, paths }
      writeFileSync(join(dialogs, `${String(queued++).padStart(6, '0')}.json`), JSON.stringify(value))
    },
    close: async () => {
      expect(problems).toEqual([])
      await page.close().catch(() => undefined)
      await ended(child)
      await browser.close().catch(() => undefined)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended(child)
      await browser.close().catch(() => undefined)
    },
  }
}

async function connect(child: ChildProcess, temporary: string, output: readonly string[]): Promise<Browser> {
  let endpoint: string | null = null
  await expect
    .poll(
      () => {
        if (child.exitCode !== null) throw new Error(`the program ended: ${output.join('')}`)
        const profile = readdirSync(temporary).find((name) => name.startsWith('ket-nap-profile-'))
        const file = join(temporary, profile ?? '', 'DevToolsActivePort')
        if (profile === undefined || !existsSync(file)) return null
        const port = readFileSync(file, 'utf8').split('\n')[0]
        endpoint = port === undefined || port === '' ? null : `http://127.0.0.1:${port}`
        return endpoint
      },
      { timeout: 30_000, message: `the program did not start: ${output.join('')}` },
    )
    .not.toBeNull()
  const browser = await chromium.connectOverCDP(endpoint ?? '')
  await expect.poll(() => browser.contexts()[0]?.pages()[0]?.url() ?? '').toContain('bundle.invalid')
  return browser
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}
