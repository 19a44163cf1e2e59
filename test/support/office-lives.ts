/**
 * Whole lives of the three offices: what happens by chance, and what happens in every life, so that a few lives have seen
 * everything once.
 */
import { deliver } from './arriving-sticks.ts'
import { copyFolder, joinCopy } from './copied-offices.ts'
import { joinSecond } from './copied-seconds.ts'
import { endPairing, LINES_LEFT_OUT, pairAnew } from './ended-pairings.ts'
import type { Chance } from './fuzz.ts'
import {
  backUp,
  COMMUNES,
  copyOf,
  decideOne,
  giveBack,
  handOver,
  officeAt,
  OLD,
  renew,
  restore,
  SECOND,
  TWO,
  work,
  write,
  writeToSibling,
  type World,
} from './three-offices.ts'

/** Something that may happen; false where it could not. */
type Happening = (world: World, chance: Chance) => Promise<boolean>

/** How many sets before the newest one a pairing is ended; null: as of now. */
const BACK = [null, 0, 1, 2]

/** What may happen, how often beside the rest. */
const HAPPENINGS: Readonly<Record<string, readonly [number, Happening]>> = {
  'a name is registered': [5, (world, chance) => work(world, chance.pick(COMMUNES))],
  'the second computer registers': [2, (world) => work(world, SECOND)],
  'a copy registers': [3, (world, chance) => atCopy(world, chance, [...COMMUNES, SECOND], work)],
  'the district decides': [2, (world, chance) => decideOne(world, anyPlaceOf(world, chance, 'district'))],
  'a set goes up': [3, (world, chance) => write(world, chance.pick(COMMUNES), 'district')],
  'a copy writes a set': [
    2,
    (world, chance) => atCopy(world, chance, COMMUNES, (_, copy) => write(world, copy, 'district')),
  ],
  'a set goes down': [2, (world, chance) => write(world, anyPlaceOf(world, chance, 'district'), chance.pick(COMMUNES))],
  'a set goes to the other computer': [3, (world, chance) => betweenComputers(world, chance)],
  'a stick arrives': [8, deliver],
  'a stick is carried at once': [4, carryAtOnce],
  'a backup is made': [2, (world, chance) => backUp(world, chance.pick([...COMMUNES, 'district', SECOND]))],
  'a backup is put back': [1, (world, chance) => restore(world, chance.pick(COMMUNES), chance.int(2) === 0)],
  'the district puts a backup back': [1, (world, chance) => restore(world, 'district', chance.int(2) === 0)],
  'the second computer puts a backup back': [1, (world, chance) => restore(world, SECOND, chance.int(2) === 0)],
  'keys are renewed': [1, (world, chance) => renew(world, anyPlace(world, chance))],
  'the district renews its keys': [1, (world, chance) => renew(world, anyPlaceOf(world, chance, 'district'))],
  'what was lost is asked back': [
    2,
    (world, chance) => giveBack(world, anyPlaceOf(world, chance, 'district'), anyPlace(world, chance)),
  ],
  'the district asks back what it lost': [
    1,
    (world, chance) => giveBack(world, anyPlace(world, chance), anyPlaceOf(world, chance, 'district')),
  ],
  'a commune is merged': [1, (world) => merge(world)],
  'a folder is copied': [1, (world, chance) => copyFolder(world, chance.pick(COMMUNES), false)],
  'a computer is copied': [1, (world, chance) => copyFolder(world, chance.pick(COMMUNES), true)],
  'the district is copied': [1, (world, chance) => copyFolder(world, 'district', chance.int(2) === 0)],
  'the second computer is copied': [1, (world, chance) => copyFolder(world, SECOND, chance.int(2) === 0)],
  'two copies become one': [1, (world, chance) => joinCopy(world, chance.pick(COMMUNES))],
  'two copies of the district become one': [1, (world) => joinCopy(world, 'district')],
  'two copies of the second computer become one': [1, joinSecond],
  'the district ends a pairing': [
    1,
    (world, chance) => endPairing(world, 'district', chance.pick(COMMUNES), chance.pick(BACK)),
  ],
  'a commune ends its pairing': [
    1,
    (world, chance) => endPairing(world, chance.pick(COMMUNES), 'district', chance.pick(BACK)),
  ],
  'a pairing is made anew': [2, (world) => pairAnew(world)],
  'a clock is wrong': [1, (world, chance) => clockGoesWrong(world, chance, [...COMMUNES, SECOND])],
  'the clock of the district is wrong': [1, (world, chance) => clockGoesWrong(world, chance, ['district'])],
}

/** Everything that may happen, and what is said at the least, by name. */
export const EVERYTHING = [...Object.keys(HAPPENINGS), LINES_LEFT_OUT, 'imported', 'B_ALREADY', 'B_REVOKED', 'B_FORK']

const DRAWN = Object.keys(HAPPENINGS).flatMap((name) => Array<string>(HAPPENINGS[name]?.[0] ?? 0).fill(name))

async function happen(world: World, chance: Chance, name: string): Promise<void> {
  if ((await HAPPENINGS[name]?.[1](world, chance)) === true) world.happened.add(name)
}

/**
 * A life by chance, in which a data folder is copied, a pairing ended, and one office loses its computer and is given back
 * what it had sent, or is merged.
 * @param seed - its last bits say which of these, so that lives in a row see all
 * @param length - how many things happen by chance
 */
export async function live(world: World, chance: Chance, seed: number, length: number): Promise<void> {
  const bit = (place: number): boolean => ((seed >> place) & 1) === 1
  const name = chance.pick(COMMUNES)
  const copied = chance.pick(COMMUNES)
  for (let i = 0; i < length; i += 1) {
    await happen(world, chance, chance.pick(DRAWN))
    if (i === length >> 3) {
      world.at(name).at(bit(1) ? '2024-05-05' : '2023-12-31')
      world.happened.add('a clock is wrong')
      if (bit(1)) await told(world, 'the clock of the district is wrong', clockGoesWrong(world, chance, ['district']))
      await carry(world, chance, name)
    }
    if (i === length >> 2) {
      for (const one of [name, 'district', SECOND]) await told(world, 'a backup is made', backUp(world, one))
      await told(world, bit(1) ? 'a computer is copied' : 'a folder is copied', copyFolder(world, copied, bit(1)))
    }
    if (i === (length * 3) >> 3) {
      // What has come is what an end as of an earlier set takes out again.
      await work(world, name)
      await carry(world, chance, name)
      const [by, other] = bit(0) ? ['district', name] : [name, 'district']
      await told(
        world,
        bit(0) ? 'the district ends a pairing' : 'a commune ends its pairing',
        endPairing(world, by, other, 9),
      )
    }
    if (i === (length * 5) >> 3) await befallOthers(world, chance, bit(1))
    if (i !== length >> 1) continue
    if (!bit(0)) await told(world, 'a commune is merged', merge(world))
    else {
      await told(world, 'a backup is put back', restore(world, name, chance.int(2) === 0))
      await told(world, 'what was lost is asked back', giveBack(world, 'district', name))
    }
  }
}

/** The district loses its computer and the second computer is copied, or the other way round. */
async function befallOthers(world: World, chance: Chance, isLost: boolean): Promise<void> {
  // What it loses, or what the one copy does not know, has come to the communes.
  for (const name of COMMUNES) {
    await carry(world, chance, name)
    await told(world, 'the district decides', decideOne(world, 'district'))
    if (await write(world, 'district', name)) await deliver(world, chance, world.sticks.at(-1))
  }
  const [lost, copied] = isLost ? ['district', SECOND] : [SECOND, 'district']
  const of = (one: string) => (one === 'district' ? 'the district' : 'the second computer')
  await told(world, `${of(lost)} puts a backup back`, restore(world, lost, chance.int(2) === 0))
  await told(world, `${of(copied)} is copied`, copyFolder(world, copied, chance.int(2) === 0))
  if (!isLost) return
  for (const name of COMMUNES)
    await told(world, 'the district asks back what it lost', giveBack(world, name, 'district'))
}

async function carry(world: World, chance: Chance, name: string): Promise<void> {
  if (await write(world, name, 'district')) await deliver(world, chance, world.sticks.at(-1))
}

async function told(world: World, name: string, happening: Promise<boolean>): Promise<void> {
  if (await happening) world.happened.add(name)
}

/** A copy is done with before its office is. */
async function merge(world: World): Promise<boolean> {
  for (const name of [OLD, TWO]) while (await pairAnew(world, name));
  await joinCopy(world, OLD)
  await handOver(world)
  return true
}

async function atCopy(
  world: World,
  chance: Chance,
  names: readonly string[],
  act: (world: World, place: string) => Promise<boolean>,
): Promise<boolean> {
  const copied = names.filter((name) => world.player(name).copy !== null)
  return copied.length > 0 && act(world, copyOf(chance.pick(copied)))
}

async function carryAtOnce(world: World, chance: Chance): Promise<boolean> {
  const place = anyPlace(world, chance)
  const isUp = chance.int(2) === 0
  const above = anyPlaceOf(world, chance, 'district')
  const isWritten = isUp ? await write(world, place, 'district') : await write(world, above, officeAt(place))
  return isWritten && deliver(world, chance, world.sticks.at(-1))
}

function anyPlace(world: World, chance: Chance): string {
  return anyPlaceOf(world, chance, chance.pick(COMMUNES))
}

function anyPlaceOf(world: World, chance: Chance, name: string): string {
  return chance.pick(world.places(name))
}

function betweenComputers(world: World, chance: Chance): Promise<boolean> {
  const hub = anyPlaceOf(world, chance, TWO)
  const second = anyPlaceOf(world, chance, SECOND)
  return chance.int(2) === 0 ? writeToSibling(world, second, hub) : writeToSibling(world, hub, second)
}

function clockGoesWrong(world: World, chance: Chance, names: readonly string[]): Promise<boolean> {
  world
    .at(anyPlaceOf(world, chance, chance.pick(names)))
    .at(chance.pick(['2024-03-01', '2024-05-05', '2023-12-31', '2024-04-02']))
  return Promise.resolve(true)
}
