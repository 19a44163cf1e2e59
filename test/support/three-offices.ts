/**
 * Three whole offices with keys and files, and what may befall them: two communes, one of which works at two computers, and
 * the district above them. Sticks are lost, carried twice, late or in any order; data folders are put back from backups or
 * moved to another computer and what was lost is asked back; keys are renewed, clocks are wrong, and the one commune is
 * merged into the other. Nothing is silently dropped, and nothing said to be done that is not.
 */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { channelRows, lines } from '../../db/journal.ts'
import { pathsOf } from '../../electron/paths.ts'
import type { CaseView, UnitRow } from '../../shared/contract/answers.ts'
import type { ImportResult, SetOutcome } from '../../shared/contract/exchange.ts'
import type { Chance } from './fuzz.ts'
import { addBranch, decide, foundCommune, foundDistrict, HOA, newStick, register, submittedDossier } from './journey.ts'
import { joinOffice, pair, reopened, type TestOffice } from './office.ts'
import { readStoreOf } from './office-picture.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** An office through all its computers and keys. */
export type Player = {
  office: TestOffice
  readonly backups: { readonly folder: string; readonly renewals: number }[]
  people: number
  /** How often it has renewed its keys, on whichever computer. */
  renewals: number
  wasRestored: boolean
  /** It was restored from a backup older than its keys: what was sealed to those it cannot open. */
  hasLostKeys: boolean
  /** It was merged into the other commune. */
  hasEnded: boolean
}

export const COMMUNES = ['xa-mot', 'xa-hai'] as const
/** The commune that works at two computers, and the name of the second one. */
export const TWO = 'xa-mot'
export const SECOND = 'xa-mot, máy hai'
/** The commune that may be merged into the other one. */
export const OLD = 'xa-hai'

/** The offices, and every stick ever written between them. */
export class World {
  readonly root = temporaryFolder()
  readonly players: Record<string, Player> = {}
  readonly sticks: { readonly to: string; readonly folder: string }[] = []
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
    world.players['district'] = newPlayer(district)
    for (const name of COMMUNES) {
      const office = await foundCommune(world.root, name, `Đảng ủy ${name}`)
      await pair(office, district)
      const unit = await addBranch(office, `Chi bộ ${name}`)
      world.players[name] = newPlayer(office)
      world.undecided.push(await submittedDossier(office, unit, { ...HOA, name: `Hòa ${name}` }))
    }
    world.#second = await joinOffice(world.at(TWO), world.root, world.folder('enrol'))
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

function newPlayer(office: TestOffice): Player {
  return { office, backups: [], people: 0, renewals: 0, wasRestored: false, hasLostKeys: false, hasEnded: false }
}

/** One thing that happens, by chance. */
export async function befall(world: World, chance: Chance): Promise<void> {
  const name = chance.pick(COMMUNES)
  const event = chance.int(30)
  if (event < 5) await work(world, name)
  else if (event < 7) await decideOne(world)
  else if (event < 11) await write(world, ...way(chance, name))
  else if (event < 18) await deliver(world, chance)
  else if (event < 19) await backUp(world, chance.pick([...COMMUNES, 'district']))
  else if (event < 20) await restore(world, name, chance.int(2) === 0)
  else if (event < 21) await renew(world, name)
  else if (event < 23) await work(world, TWO, world.second)
  else if (event < 26) await writeToSibling(world, chance.int(2) === 0)
  else if (event < 28) await giveBack(world, name)
  else if (event < 29) await handOver(world)
  else world.at(name).at(chance.pick(['2024-03-01', '2024-05-05', '2023-12-31', '2024-04-02']))
}

function way(chance: Chance, commune: string): readonly [string, string] {
  return chance.int(3) === 0 ? ['district', commune] : [commune, 'district']
}

/** A name is registered in a unit the office keeps; one that was merged into another keeps none. */
async function work(world: World, name: string, office: TestOffice = world.at(name)): Promise<void> {
  const player = world.player(name)
  player.people += 1
  const { units } = await office.do<{ units: UnitRow[] }>('unit.list')
  const own = units.filter((unit) => unit.own)
  const unit = own[player.people % Math.max(1, own.length)]
  if (unit === undefined) return expect(player.hasEnded).toBe(true)
  await register(office, unit.id, { name: `Người thứ ${name.replaceAll('-', ' ')} ${'I'.repeat(player.people)}` })
}

/** A set from one computer of an office to the other; it may have to wait for the first one of the other. */
async function writeToSibling(world: World, isFromSecond: boolean): Promise<void> {
  const folder = world.folder('usb-máy')
  const [from, to] = isFromSecond ? [SECOND, TWO] : [TWO, SECOND]
  const answer = await world.at(from).core.call('device.export', { folder })
  if (answer.ok) world.sticks.push({ to, folder })
  else expect(answer.error.code).toMatch(/^(DEVICE_NOT_READY|DEVICE_UNKNOWN)$/)
}

async function decideOne(world: World): Promise<void> {
  const office = world.at('district')
  const [id] = world.undecided
  if (id === undefined) return
  // Only what has arrived can be decided on; then the next one comes. Whoever took the case over may have listed it before.
  const seen = await office.core.call('case.get', { case: id })
  const view = seen.ok ? (seen.value as CaseView) : null
  if (view?.stage !== 'submitted' || view.state.known === 'line') return
  world.undecided.shift()
  await decide(office, id, `${345 + world.undecided.length}-QĐ/HU`)
}

async function write(world: World, from: string, to: string): Promise<void> {
  const folder = world.folder(`usb-${from}-${to}`)
  const answer = await world.at(from).core.call('bundle.export', { folder, to: world.at(to).id })
  if (!answer.ok) throw new Error(`an export failed: ${JSON.stringify(answer.error)}`)
  world.sticks.push({ to, folder })
}

/** What may be said of a stick; and of what was sealed to newer keys than a restored office has. */
const SAID = /^(imported|B_OLD|B_ALREADY|B_GAP|B_REVOKED|B_UNKNOWN_SENDER|DEVICE_KEYS_OLD)$/
const CLOSED = 'NO_SETS'

/** Any stick ever written may come at any time, once more or for the first time. */
async function deliver(world: World, chance: Chance): Promise<void> {
  if (world.sticks.length === 0) return
  const { to, folder } = chance.pick(world.sticks)
  const office = world.at(to)
  const before = await held(office)
  const { said, set } = await takeIn(office, folder)
  const after = await held(office)
  const hasLostKeys = to !== SECOND && world.player(to).hasLostKeys
  if (hasLostKeys && said === CLOSED) expect(after.lines).toEqual(before.lines)
  else expect(said).toMatch(SAID)
  // What is said to have come is what has come, and what was refused has left nothing.
  const fresh = set?.outcome === 'imported' ? (set.report?.fresh ?? 0) : 0
  const came = gained(before, after)
  // What an old copy had written otherwise goes out with all that is not known to be shared, and comes anew.
  if (set?.report?.reissued === undefined) expect([said, came]).toEqual([said, fresh])
  else expect(came).toBeLessThanOrEqual(fresh)
  expect(set?.report?.held ?? []).toEqual([])
}

/** Takes in the one set of a folder, and what is said of it: its outcome, or the code it is refused with. */
export async function takeIn(
  office: TestOffice,
  folder: string,
): Promise<{ readonly said: string; readonly set: SetOutcome | undefined }> {
  const answer = await office.core.call('bundle.import', { folder })
  if (!answer.ok) {
    // Nothing here can be opened: it was for another, or for keys that are gone.
    expect(answer.error).toMatchObject({ code: 'NO_SETS', data: { others: 1 } })
    return { said: CLOSED, set: undefined }
  }
  const [set, ...more] = (answer.value as ImportResult).sets
  expect(more).toEqual([])
  return { said: set?.refusal?.code ?? set?.outcome ?? '', set }
}

/** The data folder as it is now, put by. */
export async function backUp(world: World, name: string): Promise<void> {
  const player = world.player(name)
  const folder = world.folder(`backup-${name}`)
  player.backups.push({ folder, renewals: player.renewals })
  await player.office.do('session.lock')
  cpSync(player.office.paths.data, join(folder, 'data'), { recursive: true })
  await player.office.unlock()
}

/** Puts an old data folder in the place of the new one, on the same computer or on another. */
export async function restore(world: World, name: string, isSameComputer: boolean): Promise<void> {
  const player = world.player(name)
  const backup = player.backups.at(-1)
  // Whoever was merged into another office has no computer to be restored.
  if (backup === undefined || player.hasEnded) return
  const home = world.folder(`computer-${name}`)
  player.office.core.close()
  cpSync(join(backup.folder, 'data'), join(home, 'data'), { recursive: true })
  const { marks } = player.office.paths
  if (isSameComputer && existsSync(marks)) cpSync(marks, join(home, 'marks'), { recursive: true })
  player.office = await reopened(player.office, pathsOf(join(home, 'data'), join(home, 'marks')))
  player.wasRestored = true
  if (backup.renewals < player.renewals) player.hasLostKeys = true
}

/** The district gives a commune back what it had once sent, if the digits on its screen are those of the card it knows. */
export async function giveBack(world: World, name: string): Promise<void> {
  const { id, do: call } = world.at(name)
  const { digits } = await call<{ digits: string }>('pairing.card')
  const folder = world.folder(`recovery-${name}`)
  const input = { to: id, folder, digits, reason: 'Khôi phục' }
  const answer = await world.at('district').core.call('bundle.exportRecovery', input)
  if (answer.ok) world.sticks.push({ to: name, folder })
  else expect(answer.error.code).toMatch(/^(CARD_DIGITS_DIFFER|NOTHING_TO_EXPORT)$/)
}

/** New keys, and a new card compared by telephone. */
export async function renew(world: World, name: string): Promise<void> {
  const player = world.player(name)
  await player.office.do('keys.renew', { reason: 'Nghi lộ khóa' })
  player.renewals += 1
  await player.office.unlock()
  await showCard(world, name, 'district', 'subordinate')
  if (world.player(OLD).hasEnded) await meetHeir(world)
}

async function showCard(world: World, from: string, to: string, relation: string): Promise<void> {
  const { card, digits } = await world.at(from).do<{ card: string; digits: string }>('pairing.card')
  const answer = await world.at(to).core.call('pairing.accept', { card, digits, relation })
  if (!answer.ok) expect(answer.error.code).toBe('CARD_REVOKED')
}

/** The two communes take each other's present card. */
async function meetHeir(world: World): Promise<void> {
  await showCard(world, OLD, TWO, 'predecessor')
  await showCard(world, TWO, OLD, 'successor')
}

/** The one commune is merged into the other, which is given all it has ever written; or is given it once more. */
export async function handOver(world: World): Promise<string> {
  await meetHeir(world)
  const folder = world.folder('succession')
  const input = { to: world.at(TWO).id, on: '2023-12-31', reason: 'Nghị quyết số 12', folder }
  await world.at(OLD).do('bundle.exportSuccession', input)
  world.player(OLD).hasEnded = true
  world.sticks.push({ to: TWO, folder })
  return folder
}

/** What a store holds by channel, and which device it is. */
export type Held = { readonly device: string; readonly lines: ReadonlyMap<string, readonly string[]> }

/** Every line a store holds. */
export async function held(office: TestOffice): Promise<Held> {
  const { device } = await office.do<{ device: string }>('office.get')
  return readStoreOf(office.paths, (db) => ({
    device,
    lines: new Map(channelRows(db).map((row) => [row.channel, [...lines(db, row.id, 1, row.seq)]])),
  }))
}

/** Lines that are there now and were not before, but for those the store has written itself. */
function gained(before: Held, after: Held): number {
  let sum = 0
  for (const [channel, now] of after.lines) {
    const then = before.lines.get(channel) ?? []
    if (channel.split('.')[1] !== after.device) sum += now.filter((line, place) => line !== then[place]).length
  }
  return sum
}
