/**
 * One play of the demo, from an empty folder to its summary.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FIRST_DAY } from './days.ts'
import { prepareFolder } from './folder.ts'
import { JANUARY } from './january.ts'
import { leaveKeys } from './leave-keys.ts'
import { keepList } from './list.ts'
import { COMMUNE, DISTRICT } from './places.ts'
import { SPRING } from './spring.ts'
import { playStory } from './story.ts'
import { page } from './summary-text.ts'
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
