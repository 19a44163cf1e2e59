/**
 * The windows of both offices as the story leaves them: a name, a vote and the stick at the commune, receiving, reviewing
 * and deciding at the district, the answer at the commune. They work on copies, so that what the demo leaves stays as its
 * summary says; what they show is kept as pictures in screens/.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { driveWindow, type DrivenWindow } from '../window.ts'
import { LAST_DAY } from './days.ts'
import { alikePairs, openAlbum, type Album } from './pictures.ts'
import { COMMUNE, DISTRICT, type OfficePlan } from './places.ts'
import { showAnswer, showCommune, showFirstStart } from './screens-commune.ts'
import { showDistrict } from './screens-district.ts'

/** Fewer pictures than this would not show what the program does. */
const FEWEST = 20

/** The pictures the README shows. */
const README = [
  `${COMMUNE.code}-viec-can-lam`,
  `${COMMUNE.code}-ho-so`,
  `${COMMUNE.code}-hop-chi-bo`,
  `${COMMUNE.code}-trao-doi-da-ghi`,
  `${DISTRICT.code}-xet`,
]

/** A window with what the scenes need of it. */
export type Stage = {
  readonly window: DrivenWindow
  readonly plan: OfficePlan
  /** Takes a picture, called `<office>-<what>`. */
  readonly show: (what: string) => Promise<void>
}

/** What is asked of the pictures. */
export type ScreensOptions = {
  /** The folder a demo has left. */
  readonly out: string
  /** The pictures of the README are made anew, in this folder. */
  readonly readme?: string
  /** The folder in which the sticks lie, whose path is seen in the pictures; a temporary one unless it is named. */
  readonly sticks?: string
  readonly print: (text: string) => void
}

/**
 * Plays the windows and leaves screens/. A browser must be there, and the program built: building it here would take it
 * away from under other windows.
 * @returns the names of the pictures
 * @throws Error if a page has complained, if pictures are too few, or if two look alike
 */
export async function drawScreens({ out, readme, sticks: place, print }: ScreensOptions): Promise<readonly string[]> {
  const folder = join(out, 'screens')
  for (const each of [folder, ...(readme === undefined ? [] : [readme])]) {
    rmSync(each, { recursive: true, force: true })
    mkdirSync(each, { recursive: true })
  }
  const album = openAlbum(folder, readme === undefined ? undefined : { folder: readme, names: README })
  const work = mkdtempSync(join(tmpdir(), 'ket-nap-screens-'))
  try {
    for (const part of ['offices', 'marks']) cpSync(join(out, part), join(work, part), { recursive: true })
    const sticks = { up: join(place ?? work, 'USB-len-huyen'), down: join(place ?? work, 'USB-ve-xa') }
    for (const stick of Object.values(sticks)) mkdirSync(stick, { recursive: true })
    await perform(work, { ...COMMUNE, code: 'don-vi-moi' }, album, showFirstStart)
    await perform(work, COMMUNE, album, (stage) => showCommune(stage, sticks.up))
    print(`Đã ghi hình cửa sổ của ${COMMUNE.name}: từ mở khóa đến xuất gói dữ liệu.`)
    await perform(work, DISTRICT, album, (stage) => showDistrict(stage, sticks))
    print(`Đã ghi hình cửa sổ của ${DISTRICT.name}: nhận gói, xét hồ sơ, trả lời.`)
    await perform(work, COMMUNE, album, (stage) => showAnswer(stage, sticks.down))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  const { pictures } = album
  const alike = alikePairs(pictures)
  if (alike.length > 0) throw new Error(`pictures that look alike: ${alike.map((pair) => pair.join(' = ')).join(', ')}`)
  if (pictures.length < FEWEST) throw new Error(`only ${pictures.length} pictures`)
  return pictures.map(({ name }) => name)
}

async function perform(
  work: string,
  plan: OfficePlan,
  album: Album,
  scene: (stage: Stage) => Promise<void>,
): Promise<void> {
  const window = await driveWindow({
    data: join(work, 'offices', plan.code),
    marks: join(work, 'marks', plan.code),
    today: LAST_DAY,
    workFolder: join(work, 'window'),
  })
  try {
    await window.page.emulateMedia({ reducedMotion: 'reduce' })
    await scene({ window, plan, show: (what) => album.take(window.page, `${plan.code}-${what}`) })
  } finally {
    await window.close()
  }
  if (window.problems.length > 0) throw new Error(`the window complained: ${window.problems.join('\n')}`)
}
