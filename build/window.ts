/**
 * A window of the program driven from outside, for the end-to-end tests, the demo's pictures and the bench: the built
 * main and preload over the stand-in, without a screen, in a temporary folder of its own, with answers to dialogs queued.
 * window-electron.ts drives the same over Electron.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { joinPlainly, type DevtoolsPlace } from './plain-socket.ts'
import { standinWords } from './standin-command.ts'

const root = join(import.meta.dirname, '..')

/** How long a start may take on a machine with much else to do, in milliseconds. */
export const START_WITHIN = 60_000

/** Where and when an office runs. */
export type WindowPlan = {
  readonly data: string
  readonly marks: string
  /** The day the program believes in. */
  readonly today: string
  /** What the computer's clock says, in place of `today`: the program may doubt it. */
  readonly computerDay?: string
  /** A folder for the browser's profile, temporary files and the queue of answers; made where it is missing. */
  readonly workFolder: string
  readonly environment?: Readonly<Record<string, string>>
  /** For a measurement of the start: nobody joins the browser before so many milliseconds have passed. */
  readonly undisturbedFor?: number
  /** A command that runs another one, within limits or among other disks; it must become that one. */
  readonly within?: readonly string[]
}

/** A window that is open. */
export type DrivenWindow = {
  readonly page: Page
  /** The program's process. */
  readonly process: ChildProcess
  /** What went wrong in the page so far: errors and warnings of its console, exceptions, breaches of the content policy. */
  readonly problems: readonly string[]
  /** Takes away problems a test has brought about. @returns how many there were */
  readonly excuse: (expected: RegExp) => number
  /** The temporary folder of this start, in which the browser's profile lies. */
  readonly temporary: string
  /** Queues the answer of the next dialog: a path, several, or null for cancelled. */
  readonly answer: (path: string | null | readonly string[]) => void
  /** Closes the window as a person does, and waits for the program's end. */
  readonly close: () => Promise<void>
  /** Ends the program without warning. */
  readonly kill: () => Promise<void>
}

/** Starts the built program on an office's folder and waits for its page. @throws Error if it does not start */
export async function driveWindow(plan: WindowPlan): Promise<DrivenWindow> {
  const { temporary, words, environment, answer } = surroundingsOf(plan)
  const [command, ...rest] = [...(plan.within ?? []), process.execPath, ...standinWords(root), ...words]
  const child = spawn(command ?? process.execPath, rest, {
    cwd: root,
    env: { ...environment, KETNAP_HEADLESS: '1', KETNAP_TEST_PORT: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  child.stdout.on('data', (chunk) => output.push(String(chunk)))
  child.stderr.on('data', (chunk) => output.push(String(chunk)))
  // Joining costs the browser and this process a good part of what a start costs.
  if (plan.undisturbedFor !== undefined) await wait(plan.undisturbedFor)
  const { page, disconnect } = await connect(child, temporary, output)
  return { ...(await watched(page, child, disconnect)), temporary, answer }
}

/** What every host of a driven window is given: its folders, the program's own words, its environment. */
export type DrivenSurroundings = Pick<DrivenWindow, 'temporary' | 'answer'> & {
  /** The folder in which answers to dialogs are queued, one JSON file each. */
  readonly dialogs: string
  readonly words: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Makes the folders of a start. */
export function surroundingsOf(plan: WindowPlan): DrivenSurroundings {
  mkdirSync(plan.workFolder, { recursive: true })
  const temporary = mkdtempSync(join(plan.workFolder, 'tmp-'))
  const dialogs = mkdtempSync(join(plan.workFolder, 'dialogs-'))
  const day = plan.computerDay === undefined ? ['--today', plan.today] : ['--computer-day', plan.computerDay]
  let queued = 0
  return {
    temporary,
    dialogs,
    words: ['--data', plan.data, '--marks', plan.marks, ...day],
    environment: {
      ...process.env,
      // Windows calls it otherwise.
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      KETNAP_DIALOGS: dialogs,
      ...plan.environment,
    },
    answer: (path) => {
      const paths = path === null || typeof path === 'string' ? null : path
      const value = paths === null ? { path } : { path: paths[0] ?? null, paths }
      writeFileSync(join(dialogs, `${String(queued++).padStart(6, '0')}.json`), JSON.stringify(value))
    },
  }
}

/**
 * A page that is there, watched for what goes wrong in it, and the ways to end its program.
 * @param disconnect - lets go of the program after its end
 */
export async function watched(
  page: Page,
  child: ChildProcess,
  disconnect: () => Promise<void>,
): Promise<Omit<DrivenWindow, 'temporary' | 'answer'>> {
  const problems: string[] = []
  await watch(page, problems)
  await page.setViewportSize({ width: 1366, height: 768 })
  const ended = () =>
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    page,
    process: child,
    problems,
    excuse: (expected) => {
      const others = problems.filter((problem) => !expected.test(problem))
      const count = problems.length - others.length
      problems.splice(0, problems.length, ...others)
      return count
    },
    close: async () => {
      await page.close().catch(() => undefined)
      await ended()
      await disconnect()
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended()
      await disconnect()
    },
  }
}

/** Joins the browser by the port it has written down, and waits until the program has loaded its page there. */
async function connect(child: ChildProcess, temporary: string, output: readonly string[]) {
  const until = performance.now() + START_WITHIN
  const next = async (): Promise<void> => {
    if (child.exitCode !== null) throw new Error(`the program ended: ${output.join('')}`)
    if (performance.now() > until) {
      child.kill('SIGKILL')
      throw new Error(`the program did not start: ${output.join('')}`)
    }
    await wait(25)
  }
  let place = placeIn(temporary)
  for (; place === null; place = placeIn(temporary)) await next()
  const browser = await chromium.connectOverCDP(await joinPlainly(place))
  const current = () => browser.contexts()[0]?.pages()[0]
  while (current()?.url().includes('bundle.invalid') !== true) await next()
  const page = current()
  if (page === undefined) throw new Error('no page')
  return { page, disconnect: () => browser.close().catch(() => undefined) }
}

function placeIn(temporary: string): DevtoolsPlace | null {
  const profile = readdirSync(temporary).find((name) => name.startsWith('ket-nap-profile-'))
  const file = join(temporary, profile ?? '', 'DevToolsActivePort')
  if (profile === undefined || !existsSync(file)) return null
  const [port, path] = readFileSync(file, 'utf8').split('\n')
  return port === undefined || path === undefined ? null : { port: Number(port), path }
}

async function watch(page: Page, problems: string[]): Promise<void> {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`page: ${error.message}`))
  // Nothing of the content policy shows in the console: only the event tells. Also after a reload.
  const listen = `document.addEventListener('securitypolicyviolation', (event) =>
    console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))`
  await page.addInitScript(listen)
  await page.evaluate(listen)
}
