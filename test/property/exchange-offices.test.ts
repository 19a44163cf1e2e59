/**
 * Three whole offices, with keys and files: two communes, one of which works at two computers, and the district above them,
 * over sticks that are lost, carried twice, late or in any order, with receipts that never come, data folders put back from backups or moved to another
 * computer, keys renewed and clocks that are wrong. Nothing is silently dropped and nothing said to be done that is not;
 * once everything has been carried, all hold exactly the same lines. SLOW=1 lives many more lives.
 */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { channelRows, lines } from '../../db/journal.ts'
import { prepared } from '../../db/transaction.ts'
import { pathsOf } from '../../electron/paths.ts'
import type { Exported, ImportResult } from '../../shared/contract/exchange.ts'
import {
  addBranch,
  decide,
  foundCommune,
  foundDistrict,
  HOA,
  importFrom,
  newStick,
  register,
  submittedDossier,
} from '../support/journey.ts'
import { chanceFrom, type Chance } from '../support/fuzz.ts'
import { joinOffice, pair, reopened, type TestOffice } from '../support/office.ts'
import { readStoreOf } from '../support/office-picture.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const slow = process.env['SLOW'] === '1'
const LIVES = slow ? 60 : 2
const EVENTS = slow ? 60 : 28
const LONG = slow ? 7_200_000 : 240_000

/** An office through all its computers and keys. */
type Player = {
  office: TestOffice
  readonly unit: string | null
  readonly backups: string[]
  people: number
  wasRestored: boolean
}

class World {
  readonly root = temporaryFolder()
  readonly players: Record<string, Player> = {}
  readonly sticks: { readonly from: string; readonly to: string; readonly folder: string }[] = []
  readonly undecided: string[] = []
  #second: TestOffice | null = null
  #names = 0

  /** The second computer of the first commune. */
  get second(): TestOffice {
    if (this.#second === null) throw new Error('no second computer')
    return this.#second
  }

  static async begin(): Promise<World> {
    const world = new World()
    const district = await foundDistrict(world.root)
    world.players['district'] = { office: district, unit: null, backups: [], people: 0, wasRestored: false }
    for (const name of ['xa-mot', 'xa-hai']) {
      const office = await foundCommune(world.root, name, `Đảng ủy ${name}`)
      await pair(office, district)
      const unit = await addBranch(office)
      world.players[name] = { office, unit, backups: [], people: 0, wasRestored: false }
      world.undecided.push(await submittedDossier(office, unit, { ...HOA, name: `Hòa ${name}` }))
    }
    const { office } = world.player(TWO)
    world.#second = await joinOffice(office, world.root, world.folder('enrol'))
    return world
  }

  player(name: string): Player {
    const player = this.players[name]
    if (player === undefined) throw new Error(name)
    return player
  }

  folder(what: string): string {
    this.#names += 1
    return newStick(this.root, `${what}-${this.#names}`)
  }

  /** Whoever a stick is for. */
  at(name: string): TestOffice {
    return name === SECOND ? this.second : this.player(name).office
  }

  close(): void {
    this.#second?.core.close()
    for (const { office } of Object.values(this.players)) office.core.close()
  }
}

const COMMUNES = ['xa-mot', 'xa-hai'] as const

/** The commune that works at two computers, and the name of the second one. */
const TWO = 'xa-mot'
const SECOND = 'xa-mot, máy hai'

async function live(world: World, chance: Chance): Promise<void> {
  const name = chance.pick(COMMUNES)
  const event = chance.int(24)
  if (event < 5) await work(world, name)
  else if (event < 7) await decideOne(world)
  else if (event < 11) await write(world, ...way(chance, name))
  else if (event < 16) await deliver(world, chance)
  else if (event < 17) await backUp(world, chance.pick([...COMMUNES, 'district']))
  else if (event < 18) await restore(world, name, chance.int(2) === 0)
  else if (event < 19) await renew(world, name)
  else if (event < 21) await workAtSecond(world)
  else if (event < 24) await writeToSibling(world, chance.int(2) === 0)
  else world.player(name).office.at(chance.pick(['2024-03-01', '2024-05-05', '2023-12-31', '2024-04-02']))
}

function way(chance: Chance, commune: string): readonly [string, string] {
  return chance.int(3) === 0 ? ['district', commune] : [commune, 'district']
}

async function work(world: World, name: string): Promise<void> {
  const player = world.player(name)
  player.people += 1
  await register(player.office, player.unit ?? '', {
    name: `Người thứ ${name.replaceAll('-', ' ')} ${'I'.repeat(player.people)}`,
  })
}

async function workAtSecond(world: World): Promise<void> {
  const player = world.player(TWO)
  player.people += 1
  await register(world.second, player.unit ?? '', { name: `Người của máy hai ${'I'.repeat(player.people)}` })
}

/** A set from one computer of an office to the other; it may have to wait for the first one of the other. */
async function writeToSibling(world: World, isFromSecond: boolean): Promise<void> {
  const folder = world.folder('usb-máy')
  const from = isFromSecond ? SECOND : TWO
  const answer = await world.at(from).core.call('device.export', { folder })
  if (answer.ok) world.sticks.push({ from, to: isFromSecond ? TWO : SECOND, folder })
  else expect(answer.error.code).toMatch(/^(DEVICE_NOT_READY|DEVICE_UNKNOWN)$/)
}

async function decideOne(world: World): Promise<void> {
  const { office } = world.player('district')
  const [id] = world.undecided
  if (id === undefined) return
  // Only what has arrived can be decided on; then the next one comes.
  const seen = await office.core.call('case.get', { case: id })
  if (!seen.ok || (seen.value as { stage: string }).stage !== 'submitted') return
  world.undecided.shift()
  await decide(office, id, `${345 + world.undecided.length}-QĐ/HU`)
}

async function write(world: World, from: string, to: string): Promise<void> {
  const folder = world.folder(`usb-${from}-${to}`)
  const answer = await world.player(from).office.core.call('bundle.export', { folder, to: world.player(to).office.id })
  if (!answer.ok) throw new Error(`an export failed: ${JSON.stringify(answer.error)}`)
  world.sticks.push({ from, to, folder })
}

/** Any stick ever written may come at any time, once more or for the first time. */
async function deliver(world: World, chance: Chance): Promise<void> {
  if (world.sticks.length === 0) return
  const { to, folder } = chance.pick(world.sticks)
  const office = world.at(to)
  const before = await countOf(office)
  const [set, ...more] = (await importFrom(office, folder)).sets
  expect(more).toEqual([])
  const after = await countOf(office)
  const said = set?.refusal?.code ?? set?.outcome
  expect(said).toMatch(/^(imported|B_OLD|B_ALREADY|B_GAP|B_REVOKED|B_UNKNOWN_SENDER|DEVICE_KEYS_OLD)$/)
  // What is said to have come is what has come, and what was refused has left nothing.
  const fresh = set?.outcome === 'imported' ? (set.report?.fresh ?? 0) : 0
  expect([said, gained(before, after)]).toEqual([said, fresh])
  expect(set?.report?.held ?? []).toEqual([])
}

async function backUp(world: World, name: string): Promise<void> {
  const player = world.player(name)
  const folder = world.folder(`backup-${name}`)
  player.backups.push(folder)
  await player.office.do('session.lock')
  cpSync(player.office.paths.data, join(folder, 'data'), { recursive: true })
  await player.office.unlock()
}

/** Puts an old data folder in the place of the new one, on the same computer or on another. */
async function restore(world: World, name: string, isSameComputer: boolean): Promise<void> {
  const player = world.player(name)
  const backup = player.backups.at(-1)
  if (backup === undefined) return
  const home = world.folder(`computer-${name}`)
  player.office.core.close()
  cpSync(join(backup, 'data'), join(home, 'data'), { recursive: true })
  const { marks } = player.office.paths
  if (isSameComputer && existsSync(marks)) cpSync(marks, join(home, 'marks'), { recursive: true })
  player.office = await reopened(player.office, pathsOf(join(home, 'data'), join(home, 'marks')))
  player.wasRestored = true
}

/** New keys, and a new card compared by telephone. */
async function renew(world: World, name: string): Promise<void> {
  const { office } = world.player(name)
  await office.do('keys.renew', { reason: 'Nghi lộ khóa' })
  await office.unlock()
  await showCard(world, name)
}

async function showCard(world: World, name: string): Promise<void> {
  const { card, digits } = await world.player(name).office.do<{ card: string; digits: string }>('pairing.card')
  const answer = await world
    .player('district')
    .office.core.call('pairing.accept', { card, digits, relation: 'subordinate' })
  if (!answer.ok) expect(answer.error.code).toBe('CARD_REVOKED')
}

/** The end of every life: what was lost is given back, and everything is carried until nothing is left to say. */
async function settle(world: World): Promise<void> {
  for (const name of COMMUNES) {
    const player = world.player(name)
    const { office } = player
    // A backup may hold keys that have been given up since: such an office renews them once more.
    await renew(world, name)
    if (name === TWO) await meetAll(world)
    for (let round = 0; round < 2; round += 1) {
      await carryAll(world, name, 'district')
      await carryAll(world, 'district', name)
    }
    if (!player.wasRestored) {
      if (name === TWO) await exchangeBetween(world)
      continue
    }
    const { digits } = await office.do<{ digits: string }>('pairing.card')
    const folder = world.folder(`recovery-${name}`)
    const input = { to: office.id, folder, digits, reason: 'Khôi phục' }
    const { sets } = await world.player('district').office.do<{ sets: Exported[] }>('bundle.exportRecovery', input)
    expect(sets).toHaveLength(1)
    const [set] = (await importFrom(office, folder)).sets
    expect(set?.refusal?.code ?? set?.outcome).toMatch(/^(imported|B_OLD)$/)
    await carryAll(world, name, 'district')
    await carryAll(world, 'district', name)
    if (name === TWO) await exchangeBetween(world)
  }
}

/** The second computer takes the office's newest keys, and the two tell each other everything. */
async function meetAll(world: World): Promise<void> {
  const folder = world.folder('keys')
  const { card, digits } = await world.second.do<{ card: string; digits: string }>('device.ask', { name: 'x', folder })
  const enrolled = await world.at(TWO).do<{ digits: string }>('device.enrol', { card, digits, folder })
  await world.second.do('device.adoptKeys', { folder, digits: enrolled.digits })
  await world.second.unlock()
  await importFrom(world.second, folder)
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
    const { sets } = await importFrom(world.at(to), folder)
    expect(sets.map(({ outcome, refusal }) => refusal?.code ?? outcome)).toEqual([
      expect.stringMatching(/^(imported|B_OLD)$/),
    ])
  }
}

async function carryAll(world: World, from: string, to: string): Promise<void> {
  const folder = world.folder('last')
  await world.player(from).office.do('bundle.export', { folder, to: world.player(to).office.id })
  const result: ImportResult = await importFrom(world.player(to).office, folder)
  expect(result.sets.map(({ outcome, refusal }) => refusal?.code ?? outcome)).toEqual([
    expect.stringMatching(/^(imported|B_OLD)$/),
  ])
}

/** How many lines a store holds of each channel, and which device it is. */
type Count = { readonly device: string; readonly lines: ReadonlyMap<string, number> }

async function countOf(office: TestOffice): Promise<Count> {
  const { device } = await office.do<{ device: string }>('office.get')
  return readStoreOf(office.paths, (db) => ({
    device,
    lines: new Map(channelRows(db).map(({ channel, seq }) => [channel, seq])),
  }))
}

/** Lines that came from elsewhere: of any device but the one that the store is, or was before it noticed that it is old. */
function gained(before: Count, after: Count): number {
  let sum = 0
  for (const [channel, seq] of after.lines) {
    const [, device] = channel.split('.')
    if (device !== before.device && device !== after.device) sum += seq - (before.lines.get(channel) ?? 0)
  }
  return sum
}

/** Channels between two offices as one of them has them. */
async function sharedLines(office: TestOffice, other: string): Promise<ReadonlyMap<string, readonly string[]>> {
  return readStoreOf(
    office.paths,
    (db) =>
      new Map(
        channelRows(db)
          .filter((row) => row.channel.endsWith(`.${other}`) || row.channel.startsWith(`${other}.`))
          .map((row) => [row.channel, [...lines(db, row.id, 1, row.seq)]]),
      ),
  )
}

test(
  'whatever befalls three offices, in the end each holds exactly what is addressed to it',
  { timeout: LONG },
  async () => {
    const first = Number(process.env['SEED'] ?? Math.floor(performance.timeOrigin) % 1_000_000)
    for (let life = 0; life < (process.env['SEED'] === undefined ? LIVES : 1); life += 1) {
      const seed = first + life
      const chance = chanceFrom(seed)
      const world = await World.begin()
      const told: string[] = []
      try {
        for (let i = 0; i < EVENTS; i += 1) await live(world, chance)
        await settle(world)
        const district = world.player('district').office
        for (const name of COMMUNES) {
          const { office } = world.player(name)
          const ours = await sharedLines(office, district.id)
          const theirs = await sharedLines(district, office.id)
          expect([seed, name, [...ours.keys()].toSorted()]).toEqual([seed, name, [...theirs.keys()].toSorted()])
          for (const [channel, held] of ours)
            expect([seed, channel, held]).toEqual([seed, channel, theirs.get(channel)])
          told.push(...ours.keys())
          expect([seed, await office.do('journal.health', { deep: true })]).toMatchObject([seed, { tables: 'equal' }])
          expect(await unapplied(office)).toBe(0)
        }
        // Both computers of the one commune hold the same, in the other's words and in their own.
        const [hub, second] = [await ownLines(world.at(TWO)), await ownLines(world.second)]
        expect([seed, [...second.keys()]]).toEqual([seed, [...hub.keys()]])
        for (const [channel, held] of hub) {
          const theirs = second.get(channel) ?? []
          const both = Math.min(held.length, theirs.length)
          expect([seed, channel, held.slice(0, both)]).toEqual([seed, channel, theirs.slice(0, both)])
          for (const line of [...held.slice(both), ...theirs.slice(both)]) expect(line).toMatch(NOTED)
        }
        expect(await unapplied(world.second)).toBe(0)
        expect([seed, await world.second.do('journal.health', { deep: true })]).toMatchObject([
          seed,
          { tables: 'equal' },
        ])
        const all = await readStoreOf(district.paths, (db) => channelRows(db).map(({ channel }) => channel))
        // Nothing of one commune came to the district as another's, and nothing private at all.
        expect(all.filter((channel) => !channel.startsWith(district.id) && !told.includes(channel))).toEqual([])
        expect(await unapplied(district)).toBe(0)
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

/** What a computer notes of its own exchange, after the last set it has written. */
const NOTED = /"kind":"bundle\.(ex|im)ported"/

/** Every line a store holds, by channel. */
async function ownLines(office: TestOffice): Promise<ReadonlyMap<string, readonly string[]>> {
  return readStoreOf(
    office.paths,
    (db) => new Map(channelRows(db).map((row) => [row.channel, [...lines(db, row.id, 1, row.seq)]])),
  )
}

async function unapplied(office: TestOffice): Promise<number> {
  return readStoreOf(
    office.paths,
    (db) =>
      prepared<{ n: number }>(db, `SELECT count(*) AS n FROM journal WHERE status IN ('held', 'waiting')`).get()?.n ??
      0,
  )
}
