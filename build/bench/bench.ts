/**
 * `npm run bench`: how fast the program is, as ratios against peers and limits measured in the same run. Never part of
 * the tests: machines differ. `--only NAME` one figure, `--full` the large ones, `--json FILE` where the numbers go,
 * `--profile usual|old` one of the two.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { CORE_MEMORY } from '../../electron/threads/core-thread.ts'
import type { Arguments, Found } from './figure.ts'
import { FIGURE_NAMES, figureNamed } from './figures/index.ts'
import { oldPc, type OldPc } from './old-pc.ts'
import { judge, print, type Reported } from './report.ts'
import { openStores } from './stores.ts'

const root = join(import.meta.dirname, '../..')
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'string', default: join(root, 'node_modules/.cache/bench.json') },
    full: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
})
/** A measuring process has the limits that the core thread is given (electron/threads/core-thread). */
const ENGINE = [
  `--max-old-space-size=${CORE_MEMORY.maxOldGenerationSizeMb}`,
  `--max-semi-space-size=${CORE_MEMORY.maxYoungGenerationSizeMb / 3}`,
]
const names = options.only ?? FIGURE_NAMES
for (const name of names) await figureNamed(name)
const start = performance.now()
const temporary = mkdtempSync(join(tmpdir(), 'kn-bench-'))
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }))
process.once('SIGINT', () => process.exit(130))
const stores = openStores((text) => console.error(`  ... ${text}`))
const reported: Reported[] = []
const conditions: Record<string, readonly string[]> = {}

console.log(`bench of Kết Nạp on ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}`)
if (options.profile !== 'old') await underProfile('usual', null)
if (options.profile !== 'usual') {
  const pc = oldPc(temporary)
  await underProfile('old PC', pc)
  pc.end()
}
const missed = reported.filter(({ holds }) => holds === false)
const seconds = Math.round((performance.now() - start) / 1000)
console.log(`\n${reported.length} figures in ${seconds} s, ${missed.length} limits missed`)
for (const line of missed) console.log(`  ${line.profile}: ${line.figure}: ${line.what}`)
mkdirSync(dirname(options.json), { recursive: true })
writeFileSync(
  options.json,
  `${JSON.stringify({ node: process.version, full: options.full, conditions, reported }, null, 2)}\n`,
)
console.log(`written to ${options.json}`)

async function underProfile(profile: string, pc: OldPc | null): Promise<void> {
  console.log(`\n== ${profile}${pc === null ? '' : `: ${pc.said.join('; ')}`}`)
  conditions[profile] = pc?.said ?? []
  for (const name of names) {
    const { figure } = await figureNamed(name)
    let folders = 0
    const made: string[] = []
    const lines = await figure({
      old: pc !== null,
      full: options.full,
      stores,
      // Short names: a browser keeps its socket below, and a socket's path holds 107 letters.
      folder: (label) => {
        folders += 1
        const path = join(temporary, `${name}-${label}-${folders}`)
        made.push(path)
        return path
      },
      measure: (input) => runChild(name, input, pc),
    })
    console.log(`-- ${name}${crowded()}`)
    for (const line of lines.map((found) => judge(profile, found))) {
      reported.push(line)
      console.log(print(line))
    }
    for (const path of made) rmSync(path, { recursive: true, force: true })
  }
}

/** Said where others use this machine too: their turns are in our wall times, so only CPU times and ratios can be trusted. */
function crowded(): string {
  const load = loadavg()[0] ?? 0
  return load > cpus().length + 1
    ? `  (LOAD AVERAGE ${load.toFixed(0)} ON ${cpus().length} CORES: others work here)`
    : ''
}

/** Runs a measurement in a process of its own. What it prints besides its result is shown. */
function runChild(name: string, input: Arguments, pc: OldPc | null): Promise<Found> {
  const words = [process.execPath, ...ENGINE, join(import.meta.dirname, 'child.ts'), name, JSON.stringify(input)]
  const [command = '', ...rest] = pc === null ? words : pc.command(...words)
  const child = spawn(command, rest, {
    env: { ...process.env, ...pc?.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const last = output.trimEnd().split('\n').at(-1) ?? ''
      if (code === 0) resolve(JSON.parse(last) as Found)
      else reject(new Error(`measuring ${name} ended with ${code}: ${output}`))
    })
  })
}
