/**
 * Three whole offices with keys and files, and what they do: two communes, one of which works at two computers, and the
 * district above them. They work, write sticks and take them in, put backups back and ask for what was lost, renew their
 * keys, and the one commune is merged into the other. Nothing is silently dropped, and nothing said to be done that is not.
 */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { prepared } from '../../db/transaction.ts'
import { pathsOf } from '../../electron/paths.ts'
import type { CaseView, UnitRow } from '../../shared/contract/answers.ts'
import { addBranch, decide, foundCommune, foundDistrict, HOA, newStick, register, submittedDossier } from './journey.ts'
import { joinOffice, pair, reopened, type TestOffice } from './office.ts'
import { readStoreOf } from './office-picture.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** An office, or the second computer of one, through all its keys and whatever machine it runs on. */
export type Player = {
  office: TestOffice
  /** Its data folder on another computer, where somebody works too. */
  copy: TestOffice | null
  readonly backups: { readonly folder: string; readonly renewals: number }[]
  /** How many people it has registered, at whichever computer. */
  people: number
  /** How often it has renewed its keys, on whichever computer. */
  renewals: number
  wasRestored: boolean
  wasCopied: boolean
  /** The device it was when it was copied. */
  copiedAs: string
  /** A copy took the marks along and passes for the very computer it was made of: their lines may part. */
  mayFork: boolean
  /** It was restored from a backup older than its keys: what was sealed to those it cannot open. */
  hasLostKeys: boolean
  /** It was merged into the other commune. */
  hasEnded: boolean
}

/** A set on its way. `from`, `to`: whose and for whom; `signKey`: what it is signed with. */
export type Stick = { readonly from: string; readonly to: string; readonly folder: string; readonly signKey: string }

/** Somebody registered, and where; `isLost` once the only computers that knew of it are gone. */
type Registered = { readonly case: string; readonly at: string; isLost: boolean }

/** A decision, and where it was taken; `isLost` once the only computers that knew of it are gone. */
type Decided = { readonly case: string; readonly number: string; readonly at: string; isLost: boolean }

export const COMMUNES = ['xa-mot', 'xa-hai'] as const
/** The commune that works at two computers, and the name of the second one. */
export const TWO = 'xa-mot'
export const SECOND = 'xa-mot, máy hai'
/** The commune that may be merged into the other one. */
export const OLD = 'xa-hai'
const COPY = ', bản chép'

/** Where the copied folder of an office is worked in. */
export function copyOf(name: string): string {
  return name + COPY
}

/** Whose computer it is. */
export function officeAt(place: string): string {
  return place.split(',')[0] ?? place
}

/** Which computer of an office, whichever of its copies. */
export function computerAt(place: string): string {
  return place.endsWith(COPY) ? place.slice(0, -COPY.length) : place
}

/** The offices, and every stick ever written between them. */
export class World {
  readonly root = temporaryFolder()
  readonly players: Record<string, Player> = {}
  readonly sticks: Stick[] = []
  readonly undecided: string[] = []
  readonly registered: Registered[] = []
  readonly decided: Decided[] = []
  /** Pairings that were ended and not yet made anew: who ended it, and with whom. */
  readonly ended: { readonly by: string; readonly with: string }[] = []
  /** Devices of whose lines an office was told that they cannot be given back: nothing that it signed is left of them. */
  readonly unproven = new Set<string>()
  /** By place and set that came there, how many lines of each channel were held then. */
  readonly arrived = new Map<string, Map<string, number>>()
  /** What has really happened, and what was said. */
  readonly happened = new Set<string>()
  #names = 0

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
    world.players[SECOND] = newPlayer(await joinOffice(world.at(TWO), world.root, world.folder('enrol')))
    return world
  }

  player(place: string): Player {
    const player = this.players[computerAt(place)]
    if (player === undefined) throw new Error(place)
    return player
  }

  folder(what: string): string {
    this.#names += 1
    return newStick(this.root, `${what}-${this.#names}`)
  }

  /** The office at one of its computers. */
  at(place: string): TestOffice {
    const { office, copy } = this.player(place)
    if (!place.endsWith(COPY)) return office
    if (copy === null) throw new Error(place)
    return copy
  }

  /** Where one computer is worked at, which for an office is the one that speaks with others: there, and at a copy of it. */
  places(name: string): readonly string[] {
    return this.player(name).copy === null ? [name] : [name, copyOf(name)]
  }

  /** Every place that anybody works at. */
  everywhere(): readonly string[] {
    return Object.keys(this.players).flatMap((name) => this.places(name))
  }

  hasEnded(by: string, other: string): boolean {
    return this.ended.some((pairing) => pairing.by === by && pairing.with === other)
  }

  close(): void {
    for (const { office, copy } of Object.values(this.players)) {
      office.core.close()
      copy?.core.close()
    }
  }
}

function newPlayer(office: TestOffice): Player {
  const never = { wasRestored: false, wasCopied: false, mayFork: false, hasLostKeys: false, hasEnded: false }
  return { office, copy: null, backups: [], people: 0, renewals: 0, copiedAs: '', ...never }
}

/** A name is registered in a unit the office keeps; one that was merged into another keeps none. */
export async function work(world: World, place: string): Promise<boolean> {
  const office = world.at(place)
  const player = world.player(officeAt(place))
  player.people += 1
  const { units } = await office.do<{ units: UnitRow[] }>('unit.list')
  const own = units.filter((unit) => unit.own)
  const unit = own[player.people % Math.max(1, own.length)]
  if (unit === undefined) {
    expect(player.hasEnded).toBe(true)
    return false
  }
  const who = { name: `Người thứ ${officeAt(place).replaceAll('-', ' ')} ${'I'.repeat(player.people)}` }
  world.registered.push({ case: await register(office, unit.id, who), at: place, isLost: false })
  return true
}

/** A set from one computer of an office to the other; it may have to wait for the first one of the other. */
export async function writeToSibling(world: World, from: string, to: string): Promise<boolean> {
  const folder = world.folder('usb-máy')
  const answer = await world.at(from).core.call('device.export', { folder })
  if (answer.ok) world.sticks.push({ from, to, folder, signKey: await signKeyAt(world, from) })
  else expect(answer.error.code).toMatch(/^(DEVICE_NOT_READY|DEVICE_UNKNOWN)$/)
  return answer.ok
}

/** The district decides on a dossier that has come. */
export async function decideOne(world: World, place: string): Promise<boolean> {
  const office = world.at(place)
  const [id] = world.undecided
  if (id === undefined) return false
  // Only what has arrived can be decided on; then the next one comes. Whoever took the case over may have listed it before.
  const seen = await office.core.call('case.get', { case: id })
  const view = seen.ok ? (seen.value as CaseView) : null
  if (view?.stage !== 'submitted' || view.state.known === 'line') return false
  world.undecided.shift()
  const number = `${345 + world.undecided.length}-QĐ/HU`
  await decide(office, id, number)
  world.decided.push({ case: id, number, at: place, isLost: false })
  return true
}

/** A set for another office; none is written where the pairing was ended, or where another computer speaks for the office. */
export async function write(world: World, from: string, to: string): Promise<boolean> {
  const folder = world.folder(`usb-${officeAt(from)}-${to}`)
  const answer = await world.at(from).core.call('bundle.export', { folder, to: world.at(to).id })
  if (answer.ok) {
    world.sticks.push({ from, to, folder, signKey: await signKeyAt(world, from) })
    return true
  }
  const isEnded = world.hasEnded(officeAt(from), to)
  const isKnown = isEnded || world.player(from).wasRestored ? ['PEER_UNKNOWN'] : []
  const isCopied = mayHaveHeir(world.player(from)) ? ['NOT_EXCHANGE_DEVICE'] : []
  expect([...isKnown, ...isCopied], JSON.stringify(answer.error)).toContain(answer.error.code)
  return false
}

/** Copied or restored twice, an office has two computers that go on for one: each hears in time which of them speaks. */
export function mayHaveHeir({ wasCopied, wasRestored }: Player): boolean {
  return wasCopied || wasRestored
}

async function signKeyAt(world: World, place: string): Promise<string> {
  const { card } = await world.at(place).do<{ card: string }>('pairing.card')
  return (JSON.parse(card) as { sign_key: string }).sign_key
}

/** The data folder as it is now, put by. */
export async function backUp(world: World, name: string): Promise<boolean> {
  const player = world.player(name)
  const folder = world.folder(`backup-${name}`)
  player.backups.push({ folder, renewals: player.renewals })
  await player.office.do('session.lock')
  cpSync(player.office.paths.data, join(folder, 'data'), { recursive: true })
  await player.office.unlock()
  return true
}

/** Puts an old data folder in the place of the new one, on the same computer or on another; a copy of it lives on. */
export async function restore(world: World, name: string, isSameComputer: boolean): Promise<boolean> {
  const player = world.player(name)
  const backup = player.backups.at(-1)
  // Whoever was merged into another office has no computer to be restored.
  if (backup === undefined || player.hasEnded) return false
  const home = world.folder(`computer-${name}`)
  player.office.core.close()
  cpSync(join(backup.folder, 'data'), join(home, 'data'), { recursive: true })
  const { marks } = player.office.paths
  if (isSameComputer && existsSync(marks)) cpSync(marks, join(home, 'marks'), { recursive: true })
  player.office = await reopened(player.office, pathsOf(join(home, 'data'), join(home, 'marks')))
  player.wasRestored = true
  if (backup.renewals < player.renewals) player.hasLostKeys = true
  const known = await Promise.all(world.everywhere().map((place) => casesAt(world.at(place))))
  for (const one of world.registered) if (!known.some((cases) => cases.has(one.case))) one.isLost = true
  for (const one of world.decided) if (!known.some((cases) => cases.get(one.case) === one.number)) one.isLost = true
  return true
}

/** The cases an office knows of, each with the number of what was decided on it. */
export function casesAt({ paths }: TestOffice): Promise<ReadonlyMap<string, string | null>> {
  const sql = 'SELECT case_id AS id, decision_number AS number FROM cases'
  return readStoreOf(paths, (db) => {
    const rows = prepared<{ id: string; number: string | null }>(db, sql).all()
    return new Map(rows.map(({ id, number }) => [id, number]))
  })
}

/** One office gives another back what it had once sent, if the digits on its screen are those of the card it knows. */
export async function giveBack(world: World, giver: string, place: string): Promise<boolean> {
  const { id, do: call } = world.at(place)
  const { digits } = await call<{ digits: string }>('pairing.card')
  const folder = world.folder('recovery')
  const input = { to: id, folder, digits, reason: 'Khôi phục' }
  const answer = await world.at(giver).core.call('bundle.exportRecovery', input)
  const signKey = await signKeyAt(world, giver)
  const { wasRestored, wasCopied } = world.player(giver)
  if (answer.ok) world.sticks.push({ from: giver, to: officeAt(place), folder, signKey })
  else if (answer.error.code === 'PEER_UNKNOWN')
    expect(world.hasEnded(officeAt(giver), officeAt(place)) || wasRestored || wasCopied).toBe(true)
  else if (answer.error.code === 'NOT_EXCHANGE_DEVICE') expect(mayHaveHeir(world.player(giver))).toBe(true)
  else expect(answer.error.code).toMatch(/^(CARD_DIGITS_DIFFER|NOTHING_TO_GIVE_BACK|RECOVERY_NO_PROOF)$/)
  return answer.ok
}

/** New keys, and a new card compared by telephone. */
export async function renew(world: World, place: string): Promise<boolean> {
  const name = officeAt(place)
  const player = world.player(name)
  const office = world.at(place)
  const answer = await office.core.call('keys.renew', { reason: 'Nghi lộ khóa' })
  if (!answer.ok) {
    expect([mayHaveHeir(player), answer.error.code]).toEqual([true, 'NOT_EXCHANGE_DEVICE'])
    return false
  }
  player.renewals += 1
  await office.unlock()
  if (name === 'district') await showDistrict(world, place)
  else for (const above of world.places('district')) await showCard(world, place, above, 'subordinate')
  if (name !== 'district' && world.player(OLD).hasEnded) await meetHeir(world)
  return true
}

/** Every computer that speaks for a commune takes the district's present card. @param from - the district's computer */
export async function showDistrict(world: World, from = 'district'): Promise<void> {
  for (const name of COMMUNES) for (const place of world.places(name)) await showCard(world, from, place, 'superior')
}

/** One office reads another's card; an end that was put to the pairing is over with a key that is not dead. */
export async function showCard(world: World, from: string, to: string, relation: string): Promise<boolean> {
  const { card, digits } = await world.at(from).do<{ card: string; digits: string }>('pairing.card')
  const answer = await world.at(to).core.call('pairing.accept', { card, digits, relation })
  if (!answer.ok) {
    expect(answer.error.code).toBe('CARD_REVOKED')
    return false
  }
  const over = world.ended.findIndex((pairing) => pairing.by === to && pairing.with === officeAt(from))
  if (over >= 0) world.ended.splice(over, 1)
  return true
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
  world.sticks.push({ from: OLD, to: TWO, folder, signKey: await signKeyAt(world, OLD) })
  return folder
}
