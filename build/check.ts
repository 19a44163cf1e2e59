/**
 * The one gate: the same command for a person, the hook and CI (`npm test`). Fastest step first; it stops at the first
 * step that fails. Steps that only read files run beside each other, and are told in their order. Its last line is
 * `N passed, M failed` and nothing else: tests as the runners count them, and one for every other step. `--fast` leaves
 * out the end-to-end tests.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'

type Count = { readonly passed: number; readonly failed: number }
type Step = { readonly name: string; readonly run: () => Count }
/** A command that only reads files; `beside`: it waits for no other. */
type Check = { readonly name: string; readonly words: readonly string[]; readonly beside?: true }
type Ended = { readonly code: number; readonly output: string; readonly milliseconds: number }

const root = join(import.meta.dirname, '..')
const reports = join(root, 'node_modules/.cache/check')
const fast = process.argv.includes('--fast')
const environment = cleanEnvironment()

const checks: readonly Check[] = [
  { name: 'lock file', words: ['node', 'build/check-lock.ts'] },
  { name: 'format', words: ['prettier', '--check', '--log-level=warn', '.'], beside: true },
  { name: 'types', words: ['tsc', '-b'] },
  { name: 'lint', words: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'dead code', words: ['knip', '--config', 'build/knip.json', '--no-config-hints'] },
  { name: 'generated files', words: ['node', 'build/generate.ts', '--check'] },
]

const steps: readonly Step[] = [
  { name: 'tests', run: tests },
  ...(fast || !hasEndToEnd() ? [] : [{ name: 'end to end', run: endToEnd }]),
]

let passed = 0
let failed = 0
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
await runChecks()
for (const { name, run } of steps) {
  if (failed > 0) break
  console.log(`\n== ${name}`)
  const start = performance.now()
  const count = run()
  tell(name, count, performance.now() - start)
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function tell(name: string, count: Count, milliseconds: number): void {
  passed += count.passed
  failed += count.failed
  console.log(`== ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'} in ${(milliseconds / 1000).toFixed(1)} s`)
}

/** Those that wait for no other at once, the others one after the other; what comes after a failed one is ended, untold. */
async function runChecks(): Promise<void> {
  const running = new Set<ChildProcess>()
  let before: Promise<unknown> = Promise.resolve()
  const ends = checks.map(({ words, beside }) => {
    if (beside === true) return quietly(words, running)
    const end = before.then(() => quietly(words, running))
    before = end
    return end
  })
  for (const [place, { name }] of checks.entries()) {
    const { code, output, milliseconds } = (await ends[place]) ?? { code: 1, output: '', milliseconds: 0 }
    console.log(`\n== ${name}`)
    process.stdout.write(output)
    tell(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, milliseconds)
    if (code === 0) continue
    for (const child of running) child.kill()
    return
  }
}

/** Runs a command whose words are told once it has ended. */
function quietly([name = '', ...args]: readonly string[], running: Set<ChildProcess>): Promise<Ended> {
  if (failed > 0) return Promise.resolve({ code: 1, output: '', milliseconds: 0 })
  const start = performance.now()
  const child = spawn(name, args, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (words) => (output += words))
  return new Promise((resolve) => {
    const end = (code: number, said: string) => {
      running.delete(child)
      resolve({ code, output: said, milliseconds: performance.now() - start })
    }
    child.once('error', (error) => end(1, `${error.message}\n`))
    child.once('close', (code) => end(code ?? 1, output))
  })
}

/** Vitest over every project. A run that breaks without a failing test (an import error, say) still counts as failed. */
function tests(): Count {
  const file = join(reports, 'vitest.json')
  const code = exitCode('vitest', [
    'run',
    '--config=build/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    // Through a shell on Windows, which would part the whole path at a blank.
    `--outputFile.json=${relative(root, file)}`,
  ])
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly numPassedTests: number
    readonly numFailedTests: number
    readonly numPendingTests: number
    readonly numTodoTests: number
  }
  const skipped = report.numPendingTests + report.numTodoTests
  if (skipped > 0) console.log(`${skipped} tests skipped; the reasons are above`)
  return { passed: report.numPassedTests, failed: atLeastOne(report.numFailedTests, code) }
}

/** Playwright: the stand-in, and Electron's own suite where its binary is; a test that passed only on a second try is named. */
function endToEnd(): Count {
  const file = join(reports, 'playwright.json')
  const code = exitCode('playwright', ['test', '--config=build/playwright.config.ts', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly stats: {
      readonly expected: number
      readonly unexpected: number
      readonly flaky: number
      readonly skipped: number
    }
  }
  if (stats.flaky > 0) console.log(`${stats.flaky} tests passed only on a second try`)
  if (stats.skipped > 0) console.log(`${stats.skipped} tests skipped; the reasons are above`)
  return { passed: stats.expected + stats.flaky, failed: atLeastOne(stats.unexpected, code) }
}

function hasEndToEnd(): boolean {
  const has = globSync('test/e2e/**/*.e2e.ts', { cwd: root }).length > 0
  return has && existsSync(join(root, 'build/playwright.config.ts'))
}

function atLeastOne(failures: number, code: number): number {
  return code === 0 ? failures : Math.max(failures, 1)
}

function exitCode(name: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): number {
  const result = spawnSync(name, args, {
    cwd: root,
    env: { ...environment, ...more },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (result.error !== undefined) console.error(result.error.message)
  return result.status ?? 1
}

/** Our own tools first; without git's variables, which a hook sets and which would mislead tests that make repositories. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  const tools = join(root, 'node_modules/.bin')
  return { ...Object.fromEntries(own), PATH: `${tools}${delimiter}${process.env['PATH'] ?? ''}` }
}
