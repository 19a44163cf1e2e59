/**
 * The lives of three whole offices (test/support/three-offices): whatever befalls them, once everything has been carried all
 * hold exactly the same lines, and an office that was merged into another has left everything with it. Each life of the gate
 * has a recovery or a succession; SLOW=1 lives many more and longer ones.
 */
import { expect, test } from 'vitest'
import { prepared } from '../../db/transaction.ts'
import type { Exported } from '../../shared/contract/exchange.ts'
import { chanceFrom, type Chance } from '../support/fuzz.ts'
import type { TestOffice } from '../support/office.ts'
import { readStoreOf } from '../support/office-picture.ts'
import {
  backUp,
  befall,
  COMMUNES,
  giveBack,
  handOver,
  held,
  OLD,
  renew,
  restore,
  SECOND,
  takeIn,
  TWO,
  World,
} from '../support/three-offices.ts'

const slow = process.env['SLOW'] === '1'
const LIVES = slow ? Number(process.env['LIVES'] ?? 60) : 2
const EVENTS = slow ? 60 : 24
const LONG = slow ? 7_200_000 : 240_000

/** What is taken in, or held already. */
const TAKEN = /^(imported|B_OLD)$/

/** What a computer notes of its own exchange, after the last set it has written. */
const NOTED = /"kind":"bundle\.(ex|im)ported"/

/** A life by chance, in which one office loses its computer and is given back what it had sent, or is merged. */
async function live(world: World, chance: Chance, isMerged: boolean): Promise<void> {
  const name = chance.pick(COMMUNES)
  for (let i = 0; i < EVENTS; i += 1) {
    await befall(world, chance)
    if (i === EVENTS >> 2) await backUp(world, name)
    if (i !== EVENTS >> 1) continue
    if (isMerged) await handOver(world)
    else {
      await restore(world, name, chance.int(2) === 0)
      await giveBack(world, name)
    }
  }
}

/** The end of every life: what was lost is given back, and everything is carried until nothing is left to say. */
async function settle(world: World): Promise<void> {
  for (const name of COMMUNES) {
    const { wasRestored } = world.player(name)
    // A backup may hold keys that have been given up since: such an office renews them once more.
    await renew(world, name)
    if (name === TWO) await meetAll(world)
    await carryBothWays(world, name)
    await carryBothWays(world, name)
    if (wasRestored) {
      const { id, do: call } = world.at(name)
      const { digits } = await call<{ digits: string }>('pairing.card')
      const folder = world.folder(`recovery-${name}`)
      const input = { to: id, folder, digits, reason: 'Khôi phục' }
      const { sets } = await world.at('district').do<{ sets: Exported[] }>('bundle.exportRecovery', input)
      expect(sets).toHaveLength(1)
      expect((await takeIn(world.at(name), folder)).said).toMatch(TAKEN)
      await carryBothWays(world, name)
    }
    if (name === TWO) await exchangeBetween(world)
  }
  if (!world.player(OLD).hasEnded) return
  const folder = await handOver(world)
  expect((await takeIn(world.at(TWO), folder)).said).toMatch(TAKEN)
  for (const name of [...COMMUNES, ...COMMUNES]) await carryBothWays(world, name)
  await exchangeBetween(world)
}

/** The second computer takes the office's newest keys, and the two tell each other everything. */
async function meetAll(world: World): Promise<void> {
  const folder = world.folder('keys')
  const { card, digits } = await world.second.do<{ card: string; digits: string }>('device.ask', { name: 'x', folder })
  const enrolled = await world.at(TWO).do<{ digits: string }>('device.enrol', { card, digits, folder })
  await world.second.do('device.adoptKeys', { folder, digits: enrolled.digits })
  await world.second.unlock()
  await takeIn(world.second, folder)
  await exchangeBetween(world)
}

async function exchangeBetween(world: World): Promise<void> {
  for (const [from, to] of [
    [SECOND, TWO],
    [TWO, SECOND],
    [SECOND, TWO],
  ] as const) {
    const folder = world.folder('last')
    await world.at(from).do('device.export', { folder })
    expect((await takeIn(world.at(to), folder)).said).toMatch(TAKEN)
  }
}

async function carryBothWays(world: World, name: string): Promise<void> {
  for (const [from, to] of [
    [name, 'district'],
    ['district', name],
  ] as const) {
    const folder = world.folder('last')
    await world.at(from).do('bundle.export', { folder, to: world.at(to).id })
    expect((await takeIn(world.at(to), folder)).said).toMatch(TAKEN)
  }
}

/** Channels between two offices as one of them has them. */
async function sharedLines(office: TestOffice, other: TestOffice): Promise<ReadonlyMap<string, readonly string[]>> {
  const isBetween = (channel: string) => {
    const [author = '', , audience = ''] = channel.split('.')
    if (author === office.id) return audience === other.id || audience === 'all'
    return author === other.id && (audience === office.id || audience === 'all')
  }
  return new Map([...(await held(office)).lines].filter(([channel]) => isBetween(channel)))
}

/** Every office holds exactly what is addressed to it, and has understood all of it. @param seed - told with what fails */
async function expectSettled(world: World, seed: number): Promise<void> {
  const district = world.at('district')
  const told: string[] = []
  for (const name of COMMUNES) {
    const office = world.at(name)
    const ours = await sharedLines(office, district)
    const theirs = await sharedLines(district, office)
    expect([seed, name, [...ours.keys()].toSorted()]).toEqual([seed, name, [...theirs.keys()].toSorted()])
    for (const [channel, lines] of ours) expect([seed, channel, lines]).toEqual([seed, channel, theirs.get(channel)])
    told.push(...ours.keys())
  }
  // Nothing of one commune came to the district as another's, and nothing private at all.
  const all = [...(await held(district)).lines.keys()]
  expect(all.filter((channel) => !channel.startsWith(district.id) && !told.includes(channel))).toEqual([])
  for (const office of [district, world.second, ...COMMUNES.map((name) => world.at(name))]) {
    expect([seed, await office.do('journal.health', { deep: true })]).toMatchObject([seed, { tables: 'equal' }])
    expect([seed, office.code, await unapplied(office)]).toEqual([seed, office.code, 0])
  }
  await expectSame(seed, await held(world.at(TWO)), await held(world.second))
  if (world.player(OLD).hasEnded) await expectTakenOver(world, seed)
}

/** Two computers of an office hold the same, but for what each has noted since. */
async function expectSame(seed: number, one: Awaited<ReturnType<typeof held>>, other: typeof one): Promise<void> {
  expect([seed, [...other.lines.keys()]]).toEqual([seed, [...one.lines.keys()]])
  for (const [channel, lines] of one.lines) expectNotedBehind(seed, channel, lines, other.lines.get(channel) ?? [])
}

function expectNotedBehind(seed: number, channel: string, one: readonly string[], other: readonly string[]): void {
  const both = Math.min(one.length, other.length)
  expect([seed, channel, one.slice(0, both)]).toEqual([seed, channel, other.slice(0, both)])
  for (const line of [...one.slice(both), ...other.slice(both)]) expect(line).toMatch(NOTED)
}

/** Whoever goes on for a commune holds every line it has written, and all it kept is kept there, once. */
async function expectTakenOver(world: World, seed: number): Promise<void> {
  const [old, heir] = [world.at(OLD), world.at(TWO)]
  const kept = await held(heir)
  for (const [channel, lines] of (await held(old)).lines)
    if (channel.startsWith(`${old.id}.`)) expectNotedBehind(seed, channel, lines, kept.lines.get(channel) ?? [])
  const given = await keepersOf(old)
  for (const office of [old, heir, world.second, world.at('district')]) {
    const keepers = await keepersOf(office)
    for (const id of given.keys())
      expect([seed, office.code, id, keepers.get(id)]).toEqual([seed, office.code, id, heir.id])
  }
}

/** The cases that go on, and who keeps each. */
async function keepersOf({ paths }: TestOffice): Promise<ReadonlyMap<string, string>> {
  const rows = await readStoreOf(paths, (db) =>
    prepared<{ id: string; keeper: string }>(db, 'SELECT case_id AS id, keeper FROM cases WHERE ended = 0').all(),
  )
  return new Map(rows.map(({ id, keeper }) => [id, keeper]))
}

async function unapplied(office: TestOffice): Promise<number> {
  return readStoreOf(
    office.paths,
    (db) =>
      prepared<{ n: number }>(db, `SELECT count(*) AS n FROM journal WHERE status IN ('held', 'waiting')`).get()?.n ??
      0,
  )
}

test(
  'whatever befalls three offices, in the end each holds exactly what is addressed to it',
  { timeout: LONG },
  async () => {
    const given = process.env['SEED']
    const first = Number(given ?? Math.floor(performance.timeOrigin) % 1_000_000)
    for (let life = 0; life < (given === undefined ? LIVES : 1); life += 1) {
      const seed = first + life
      const world = await World.begin()
      try {
        await live(world, chanceFrom(seed), seed % 2 === 0)
        await settle(world)
        await expectSettled(world, seed)
      } catch (error) {
        throw new Error(`life SEED=${seed}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        })
      } finally {
        world.close()
      }
    }
  },
)
