/**
 * npm run demo [-- --out DIR] [--seed N] [--candidates N] [--no-screens] [--readme [--sticks DIR]]: a commune and its district from
 * 02/01 to 29/3/2024, played by the core's port with a clock of its own, without a network. It leaves two offices' data,
 * the sets that travelled, their keys and a summary in DIR (demo-out), checks itself, and exits with 1 if anything does
 * not agree. Then the windows of both offices are driven through the main steps and leave pictures in DIR/screens;
 * `--readme` makes those of the README anew, with sticks in DIR, whose path is seen.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBrowser } from '../browser.ts'
import { buildProgram } from '../build-program.ts'
import { FIRST_DAY } from './days.ts'
import { FolderInUse, prepareFolder } from './folder.ts'
import { JANUARY } from './january.ts'
import { leaveKeys } from './leave-keys.ts'
import { keepList } from './list.ts'
import { COMMUNE, DISTRICT } from './places.ts'
import { drawScreens } from './screens.ts'
import { SPRING } from './spring.ts'
import { playStory } from './story.ts'
import { figures, page } from './summary-text.ts'
import { summarise, type Summary } from './summary.ts'
import { setStage } from './world.ts'

/** What a demo is asked for. */
export type DemoOptions = {
  readonly out: string
  readonly seed: number
  readonly candidates: number
  /** Takes each line of the diary as it happens. */
  readonly print: (text: string) => void
}

/** The most people a demo plays. */
const MOST = 2000

/** Plays the demo and leaves its folder. */
export async function runDemo({ out, seed, candidates, print }: DemoOptions): Promise<Summary> {
  prepareFolder(out)
  const scanFolder = mkdtempSync(join(tmpdir(), 'ket-nap-demo-'))
  try {
    const plans = { commune: COMMUNE, district: DISTRICT }
    const world = await setStage({ out, scanFolder, seed, firstDay: FIRST_DAY, plans, print })
    const offices = [world.commune, world.district]
    try {
      const story = await playStory(world, candidates, { ...JANUARY, ...SPRING }, keepList)
      const summary = await summarise(story)
      for (const office of offices) office.close()
      for (const office of offices) await leaveKeys(out, office)
      writeFileSync(join(out, 'summary.md'), page(summary, world.diary))
      writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, null, 1)}\n`)
      return summary
    } finally {
      for (const office of offices) office.close()
    }
  } finally {
    rmSync(scanFolder, { recursive: true, force: true })
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (options === null) {
    console.error(
      `npm run demo [-- --out DIR] [--seed N] [--candidates 1..${MOST}] [--no-screens] [--readme [--sticks DIR]]`,
    )
    return 2
  }
  const start = performance.now()
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
