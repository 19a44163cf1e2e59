/**
 * The end of every life of the three offices: pairings are made anew, copies become one, what was lost is given back, and
 * everything is carried until nothing is left to say. Then each holds exactly what is addressed to it.
 */
import { expect } from 'vitest'
import { channelRows } from '../../db/journal.ts'
import { waitsFor } from '../../db/settle.ts'
import { prepared } from '../../db/transaction.ts'
import { trusted, trustedJson } from '../../shared/base/trust.ts'
import type { Entry } from '../../shared/journal/entry.ts'
import type { PayloadOf } from '../../shared/journal/kinds.ts'
import { held, takeIn, type Held } from './arriving-sticks.ts'
import { joinCopy, NOTED, TAKEN, takeBack } from './copied-offices.ts'
import { exchangeBetween, joinSecond, meetHub } from './copied-seconds.ts'
import { leftOut, pairAnew, setAsideAt } from './ended-pairings.ts'
import { speaksForOffice, type TestOffice } from './office.ts'
import { keepersAt, readStoreOf } from './office-picture.ts'
import { casesAt, COMMUNES, handOver, OLD, renew, SECOND, showDistrict, TWO, type World } from './three-offices.ts'

/** Carries everything until nothing is left to say. */
export async function settle(world: World): Promise<void> {
  while (await pairAnew(world));
  await showDistrict(world)
  for (const name of [...COMMUNES, 'district']) await joinCopy(world, name)
  await speakAgain(world, 'district')
  for (const name of COMMUNES) {
    await speakAgain(world, name)
    if (name === TWO) await settleSecond(world)
    await carryBothWays(world, name, true)
    await carryBothWays(world, name)
    if (world.player(name).wasRestored) {
      await takeBack(world, 'district', name)
      await carryBothWays(world, name)
    }
    if (world.player('district').wasRestored) {
      await takeBack(world, name, 'district')
      await carryBothWays(world, name)
    }
    if (name === TWO) await exchangeBetween(world)
  }
  // What one commune gave back to the district may be for both.
  if (world.player('district').wasRestored) for (const name of COMMUNES) await carryBothWays(world, name)
  if (world.player('district').wasRestored) await exchangeBetween(world)
  if (!world.player(OLD).hasEnded) return
  const folder = await handOver(world)
  expect((await takeIn(world.at(TWO), folder)).said).toMatch(TAKEN)
  // The district may hear only now who keeps a case, then tells the heir its answer, and the heir what follows from that.
  for (const name of [...COMMUNES, ...COMMUNES, TWO]) await carryBothWays(world, name)
  await exchangeBetween(world)
}

/** The computer that is left speaks for its office, with new keys: a backup may hold some that have been given up since. */
async function speakAgain(world: World, name: string): Promise<void> {
  if (!(await speaksForOffice(world.at(name))))
    await world.at(name).do('device.takeExchange', { reason: 'Máy cũ không còn' })
  await renew(world, name)
}

async function settleSecond(world: World): Promise<void> {
  if (!(await joinSecond(world))) await meetHub(world)
}

/** @param isFirst - what was sent before may be missing: a gap is named, and the answer closes it */
async function carryBothWays(world: World, name: string, isFirst = false): Promise<void> {
  for (const [from, to] of [
    [name, 'district'],
    ['district', name],
  ] as const) {
    const folder = world.folder('last')
    await world.at(from).do('bundle.export', { folder, to: world.at(to).id })
    const { said } = await takeIn(world.at(to), folder)
    expect(said).toMatch(isFirst ? /^(imported|B_OLD|B_GAP)$/ : TAKEN)
  }
}

/** Channels between two offices as one of them has them. */
async function sharedLines(office: TestOffice, other: TestOffice): Promise<ReadonlyMap<string, readonly string[]>> {
  const isBetween = (channel: string) => {
    const [author = '', , audience = ''] = channel.split('.')
    if (author === office.id) return audience === other.id || audience === 'all'
    return author === other.id && (audience === office.id || audience === 'all')
  }
  // Of a channel that began after the last good set of a lost key, nothing may be left.
  return new Map([...(await held(office)).lines].filter(([channel, { length }]) => length > 0 && isBetween(channel)))
}

/** Every office holds exactly what is addressed to it, and has understood all of it. @param seed - told with what fails */
export async function expectSettled(world: World, seed: number): Promise<void> {
  const district = world.at('district')
  const told: string[] = []
  for (const name of COMMUNES) {
    const office = world.at(name)
    const ours = await sharedLines(office, district)
    const theirs = await sharedLines(district, office)
    told.push(...ours.keys(), ...theirs.keys())
    for (const channel of new Set([...ours.keys(), ...theirs.keys()])) {
      const [here, there] = [ours.get(channel) ?? [], theirs.get(channel) ?? []]
      if (!isUnproven(world, channel)) expect([seed, channel, here]).toEqual([seed, channel, there])
      else if (channel.startsWith(district.id)) expect(here.slice(0, there.length)).toEqual(there)
      else expect(there.slice(0, here.length)).toEqual(here)
    }
  }
  // Nothing of one commune came to the district as another's, and nothing private at all.
  const all = [...(await held(district)).lines].flatMap(([channel, { length }]) => (length > 0 ? [channel] : []))
  expect(all.filter((channel) => !channel.startsWith(district.id) && !told.includes(channel))).toEqual([])
  for (const office of [district, world.at(SECOND), ...COMMUNES.map((name) => world.at(name))]) {
    expect([seed, await office.do('journal.health', { deep: true })]).toMatchObject([seed, { tables: 'equal' }])
    const { waiting, missing } = await waitingAt(office)
    // A line may come after one that its own author has lost for good: it waits, and what for is shown.
    expect([seed, office.code, waiting.length > 0]).toEqual([seed, office.code, missing.length > 0])
    expect([seed, missing.filter((channel) => !isUnproven(world, channel))]).toEqual([seed, []])
    // What is shown as left out is what stands nowhere else.
    expect([seed, office.code, await leftOut(office)]).toEqual([seed, office.code, (await setAsideAt(office)).length])
  }
  await expectEverybodyThere(world, seed)
  await expectDecisionsHeard(world, seed)
  await expectSame(seed, await held(world.at(TWO)), await held(world.at(SECOND)))
  if (world.player(OLD).hasEnded) await expectTakenOver(world, seed)
}

/** Whether a channel was lost by its office and cannot be given back, as that office was told. */
function isUnproven({ unproven }: World, channel: string): boolean {
  const [office, device] = channel.split('.')
  return unproven.has(`${office}.${device}`)
}

/** Lines that are not applied at an office, and the channels of what they wait for and is not there. */
function waitingAt({ paths }: TestOffice): Promise<{ waiting: readonly string[]; missing: readonly string[] }> {
  return readStoreOf(paths, (db) => {
    const open = prepared<{ line: string }>(db, `SELECT line FROM journal WHERE status IN ('held', 'waiting')`).all()
    const waits = channelRows(db).flatMap(({ channel }) => waitsFor(db, channel))
    const places = waits.flatMap((wait) => wait.for.filter((place) => !('isHere' in place)))
    return { waiting: open.map(({ line }) => line), missing: places.map(({ channel }) => channel) }
  })
}

/** Whoever was registered anywhere is known to the district, unless the only computer that knew of it is gone. */
async function expectEverybodyThere(world: World, seed: number): Promise<void> {
  const district = world.at('district')
  const known = await casesAt(district)
  const aside = (await setAsideAt(district)).join('\n')
  const waiting = (await waitingAt(district)).waiting.join('\n')
  for (const { case: id, at, isLost } of world.registered) {
    const isLeftOut = world.player(at).wasRestored && aside.includes(id)
    expect([seed, at, id, known.has(id) || isLeftOut || isLost || waiting.includes(id)]).toEqual([seed, at, id, true])
  }
}

/** What was decided is known where it was decided and where the case is kept, unless it is shown as left out or waiting. */
async function expectDecisionsHeard(world: World, seed: number): Promise<void> {
  const district = world.at('district')
  const keepers = await keepersAt(district)
  const offices = [district, ...COMMUNES.map((name) => world.at(name))]
  const shown = await Promise.all(
    offices.map(async (office) => [...(await setAsideAt(office)), ...(await waitingAt(office)).waiting].join('\n')),
  )
  for (const { case: id, number, at, isLost } of world.decided) {
    const concerned = offices.filter((office) => office === district || office.id === keepers.get(id))
    expect([seed, at, id, concerned.length]).toEqual([seed, at, id, 2])
    for (const office of concerned) {
      const isHeard = (await casesAt(office)).get(id) === number
      const isShown = shown.some((texts) => texts.includes(id))
      expect([seed, at, office.code, id, isHeard || isShown || isLost]).toEqual([seed, at, office.code, id, true])
    }
  }
}

/** Two computers of an office hold the same, but for what each has noted since. */
async function expectSame(seed: number, one: Held, other: Held): Promise<void> {
  // Of a channel that began after the last good set of a lost key, nothing may be left.
  const begun = ({ lines }: Held) => [...lines].flatMap(([channel, { length }]) => (length > 0 ? [channel] : []))
  expect([seed, begun(other).toSorted()]).toEqual([seed, begun(one).toSorted()])
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
  const given = await keepersAt(old)
  for (const office of [old, heir, world.at(SECOND), world.at('district')]) {
    const keepers = await keepersAt(office)
    const { waiting } = await waitingAt(office)
    for (const id of given.keys()) {
      const keeper = keepers.get(id)
      // A hand-over may come after an answer that its author has lost for good: then it is there and waits.
      const isOpen = keeper === old.id && waiting.some((line) => handsOver(line, id, heir.id))
      expect([seed, office.code, id, keeper]).toEqual([seed, office.code, id, isOpen ? old.id : heir.id])
    }
  }
}

function handsOver(line: string, id: string, to: string): boolean {
  const { kind, subject, payload } = trustedJson<Entry>(line)
  return kind === 'case.handedOver' && subject.id === id && trusted<PayloadOf<'case.handedOver'>>(payload).to === to
}
