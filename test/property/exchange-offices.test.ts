/**
 * Three whole offices, with keys and files: two communes and the district above them, over sticks that are lost, carried
 * twice, late or in any order, with receipts that never come, data folders put back from backups or moved to another
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
import { pair, reopened, type TestOffice } from '../support/office.ts'
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
  #names = 0

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

  close(): void {
    for (const { office } of Object.values(this.players)) office.core.close()
  }
}

const COMMUNES = ['xa-mot', 'xa-hai'] as const

async function live(world: World, chance: Chance): Promise<void> {
  const name = chance.pick(COMMUNES)
  const event = chance.int(20)
  if (event < 5) await work(world, name)
  else if (event < 7) await decideOne(world)
  else if (event < 11) await write(world, ...way(chance, name))
  else if (event < 16) await deliver(world, chance)
  else if (event < 17) await backUp(world, chance.pick([...COMMUNES, 'district']))
  else if (event < 18) await restore(world, name, chance.int(2) === 0)
  else if (event < 19) await renew(world, name)
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
  const { office } = world.player(to)
  const before = await countOf(office)
  const [set, ...more] = (await importFrom(office, folder)).sets
  expect(more).toEqual([])
  const after = await countOf(office)
  const said = set?.refusal?.code ?? set?.outcome
  expect(said).toMatch(/^(imported|B_OLD|B_ALREADY|B_GAP|B_REVOKED|B_UNKNOWN_SENDER)$/)
  // What is said to have come is what has come, and what was refused has left nothing.
  const fresh = set?.outcome === 'imported' ? (set.report?.fresh ?? 0) : 0
  expect([said, after.foreign - before.foreign]).toEqual([said, fresh])
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
    for (let round = 0; round < 2; round += 1) {
      await carryAll(world, name, 'district')
      await carryAll(world, 'district', name)
    }
    if (!player.wasRestored) continue
    const { digits } = await office.do<{ digits: string }>('pairing.card')
    const folder = world.folder(`recovery-${name}`)
    const input = { to: office.id, folder, digits, reason: 'Khôi phục' }
    const { sets } = await world.player('district').office.do<{ sets: Exported[] }>('bundle.exportRecovery', input)
    expect(sets).toHaveLength(1)
    const [set] = (await importFrom(office, folder)).sets
    expect(set?.refusal?.code ?? set?.outcome).toMatch(/^(imported|B_OLD)$/)
    await carryAll(world, name, 'district')
    await carryAll(world, 'district', name)
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

async function countOf(office: TestOffice): Promise<{ foreign: number }> {
  return readStoreOf(office.paths, (db) => ({
    foreign: channelRows(db)
      .filter((row) => row.office !== office.id)
      .reduce((sum, row) => sum + row.seq, 0),
  }))
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

async function unapplied(office: TestOffice): Promise<number> {
  return readStoreOf(
    office.paths,
    (db) =>
      prepared<{ n: number }>(db, `SELECT count(*) AS n FROM journal WHERE status IN ('held', 'waiting')`).get()?.n ??
      0,
  )
}
