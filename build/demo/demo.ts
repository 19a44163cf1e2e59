/**
 * npm run demo [-- --out DIR] [--seed N] [--candidates N] [--no-screens] [--readme [--sticks DIR]]: a commune and its district from
 * 02/01 to 29/3/2024, played by the core's port with a clock of its own, without a network. It leaves two offices' data,
 * the sets that travelled, their keys and a summary in DIR (demo-out), checks itself, and exits with 1 if anything does
 * not agree. Then the windows of both offices are driven through the main steps and leave pictures in DIR/screens;
 * `--readme` makes those of the README anew, with sticks in DIR, whose path is seen.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBrowser } from '../browser.ts'
import { buildProgram } from '../build-program.ts'
import { FolderInUse } from './folder.ts'
import type { DemoOptions } from './play.ts'

/** The most people a demo plays. */
const MOST = 2000

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (options === null) {
    console.error(
      `npm run demo [-- --out DIR] [--seed N] [--candidates 1..${MOST}] [--no-screens] [--readme [--sticks DIR]]`,
    )
    return 2
  }
  const start = performance.now()
  // With all that it plays, which takes seconds to load: whoever has asked for something else is told at once.
  const { figures } = await import('./summary-text.ts')
  const { runDemo } = await import('./play.ts')
  try {
    const summary = await runDemo({ ...options, print: (text) => console.log(text) })
    const drawn = options.screens ? await draw(options) : true
    const seconds = ((performance.now() - start) / 1000).toFixed(1).replace('.', ',')
    console.log(`\n${figures(summary)}\n\nXong trong ${seconds} giây: ${options.out}`)
    return summary.state === 'whole' && drawn ? 0 : 1
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    console.error(error.message)
    return 1
  }
}

/** The pictures of both windows. @returns false where no browser is found nor can be fetched; that was said then */
async function draw({ out, readme: forReadme, sticks }: Asked): Promise<boolean> {
  const { drawScreens } = await import('./screens.ts')
  if (!(await ensureBrowser())) return false
  buildProgram(join(import.meta.dirname, '../..'))
  const readme = join(import.meta.dirname, '../screens')
  const names = await drawScreens({
    out,
    print: (text) => console.log(text),
    ...(forReadme ? { readme } : {}),
    ...(sticks === undefined ? {} : { sticks }),
  })
  console.log(`${names.length} hình trong ${join(out, 'screens')}`)
  return true
}

type Asked = Omit<DemoOptions, 'print'> & {
  readonly screens: boolean
  readonly readme: boolean
  readonly sticks: string | undefined
}

function readOptions(args: readonly string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string', default: 'demo-out' },
        seed: { type: 'string', default: '1' },
        candidates: { type: 'string', default: '60' },
        'no-screens': { type: 'boolean', default: false },
        readme: { type: 'boolean', default: false },
        sticks: { type: 'string' },
      },
    })
    const [seed, candidates] = [Number(values.seed), Number(values.candidates)]
    const sound = Number.isSafeInteger(seed) && seed >= 0 && Number.isInteger(candidates)
    if (!sound || candidates < 1 || candidates > MOST || values.out === '') return null
    const { readme } = values
    const sticks = values.sticks === undefined ? undefined : resolve(values.sticks)
    return { out: resolve(values.out), seed, candidates, screens: !values['no-screens'], readme, sticks }
  } catch {
    return null
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
