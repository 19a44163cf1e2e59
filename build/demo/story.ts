/**
 * The story as it runs: the cast with their dossiers, the houses they live in, and the driver that moves the clock day
 * by day and plays what stands in the calendar of scenes. The scenes themselves are january.ts and spring.ts.
 */
import { castStory, type Part, type Person } from './cast.ts'
import { storyDays } from './days.ts'
import type { Branch } from './places.ts'
import type { DemoOffice, World } from './world.ts'

/** A member of the light register, as helpers are chosen from. */
export type HelperChoice = { readonly member: string; readonly name: string; readonly officialDate: string }

/** Somebody's dossier in the hands of the office that keeps it. */
export type Dossier = {
  readonly person: Person
  readonly keeper: DemoOffice
  /** The case's UUID, the same in both offices. */
  readonly case: string
  /** First who helps, then who else introduces where two are asked for. */
  readonly introducers: readonly HelperChoice[]
  /** The day the branch meets, planned or held; the days of all papers follow from it. */
  readonly voteDay: string
  /** The day the branch meets on recognition, for somebody taken over in probation that ends in the quarter. */
  readonly recognitionDay?: string
  /** The papers of this dossier are scanned. */
  readonly scanned: boolean
}

/** What the scenes work with. */
export type Story = {
  readonly world: World
  readonly cast: readonly Person[]
  /** Unit ids by branch code. */
  readonly units: Map<string, string>
  readonly members: Map<string, readonly HelperChoice[]>
  readonly dossiers: Dossier[]
  /** The last number given, by series: resolutions of a branch, letters, decisions. */
  readonly numbers: Map<string, number>
  /** Meetings of the deciding body, by their day. */
  readonly meetings: Map<string, string>
  /** Classes of the district. */
  readonly classes: string[]
  /** The paper that the program did not let the commune make, once it was asked for. */
  refusedPaper: RefusedPaper | null
}

/** A paper the program refused to make: what stood in the way, in its own words, and the articles they rest on. */
export type RefusedPaper = {
  readonly case: string
  readonly paper: string
  readonly sentence: string
  readonly articles: readonly string[]
}

/** What happens on one day, in order. */
export type Scenes = Readonly<Record<string, readonly ((story: Story) => Promise<void>)[]>>

/** Numbers run through a whole term of office, so that some series have come far: the last ones given before. */
const FIRST_NUMBERS: readonly (readonly [series: string, last: number])[] = [
  ['NQ/ĐU', 19],
  ['CV/ĐU', 40],
  ['decisions on paper', 470],
  ['QĐ/HU', 511],
  ['TB/HU', 137],
  ['CV/BTCHU', 36],
  ['verification letters', 212],
]

/** Casts the story and plays every day of it. */
export async function playStory(
  world: World,
  candidates: number,
  scenes: Scenes,
  everyDay: (story: Story) => Promise<void>,
): Promise<Story> {
  const story: Story = {
    world,
    cast: castStory(world.seed, candidates),
    units: new Map(),
    members: new Map(),
    dossiers: [],
    numbers: new Map(FIRST_NUMBERS),
    meetings: new Map(),
    classes: [],
    refusedPaper: null,
  }
  for (const day of storyDays()) {
    world.moveTo(day)
    for (const scene of scenes[day] ?? []) await scene(story)
    await everyDay(story)
  }
  return story
}

/** The dossiers of some parts, in the order of the cast; none where nobody plays them. */
export function dossiersOf(story: Story, ...parts: readonly Part[]): readonly Dossier[] {
  return story.dossiers.filter(({ person }) => parts.includes(person.part))
}

/** The people with some parts. */
export function peopleOf(story: Story, ...parts: readonly Part[]): readonly Person[] {
  return story.cast.filter(({ part }) => parts.includes(part))
}

/** The next number of a series. */
export function nextNumber(story: Story, series: string): number {
  const number = (story.numbers.get(series) ?? 0) + 1
  story.numbers.set(series, number)
  return number
}

/** A branch's unit. */
export function unitOf(story: Story, branch: Branch): string {
  const unit = story.units.get(branch.code)
  if (unit === undefined) throw new Error(`no unit for ${branch.name}`)
  return unit
}

/** The names of people, for the diary. */
export function namesOf(dossiers: readonly Dossier[]): string {
  return dossiers.map(({ person }) => person.profile.name).join(', ')
}
