/**
 * The end of every life of the three offices: pairings are made anew, copies become one, what was lost is given back, and
 * everything is carried until nothing is left to say. Then each holds exactly what is addressed to it.
 */
import { expect } from 'vitest'
import type { JournalHealth } from '../../shared/contract/answers.ts'
import type { LostGivenUp } from '../../shared/contract/exchange.ts'
import { held, takeIn, type Held } from './arriving-sticks.ts'
import { joinCopy, NOTED, TAKEN, takeBack } from './copied-offices.ts'
import { exchangeBetween, joinSecond, meetHub } from './copied-seconds.ts'
import { leftOut, pairAnew, setAsideAt } from './ended-pairings.ts'
import { speaksForOffice, type TestOffice } from './office.ts'
import { keepersAt, unappliedAt } from './office-picture.ts'
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
  if (world.player(OLD).hasEnded) await handOverAll(world)
  await giveUpLost(world)
}

/** The one commune hands over to the other all it has written since, and everybody hears what follows from that. */
async function handOverAll(world: World): Promise<void> {
  const folder = await handOver(world)
  expect((await takeIn(world.at(TWO), folder)).said).toMatch(TAKEN)
  // The district may hear only now who keeps a case, then tells the heir its answer, and the heir what follows from that.
  for (const name of [...COMMUNES, ...COMMUNES, TWO]) await carryBothWays(world, name)
  await exchangeBetween(world)
}

/**
 * What nobody could prove is given up by whoever lost it, and the offices tell each other what follows from that: an answer
 * that went with it may be waited for only then.
 */
async function giveUpLost(world: World): Promise<void> {
  for (const isGivenUp = new Set<string>(); ;) {
    const size = isGivenUp.size
    for (const name of ['district', ...COMMUNES])
      for (const channel of await givenUpBy(world, name)) isGivenUp.add(channel)
    if (isGivenUp.size === size) return
    for (const name of [...COMMUNES, TWO]) await carryBothWays(world, name)
    await exchangeBetween(world)
  }
}

/** The channels in which an office now gives up what it lacks, which cannot be given back. */
async function givenUpBy(world: World, name: string): Promise<readonly string[]> {
  const answer = await world.at(name).core.call('journal.giveUpLost', { reason: 'Không nơi nào còn chữ ký làm chứng' })
  if (!answer.ok) {
    expect(answer.error.code).toBe('NO_LINES_LOST')
    return []
  }
  const channels = (answer.value as LostGivenUp).lost.map(({ channel }) => channel)
  expect([name, channels.filter((channel) => !isUnproven(world, channel))]).toEqual([name, []])
  return channels
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
    // A line may come after one that its own author has lost for good: once that is said, it waits no more.
    expect([seed, office.code, await unappliedAt(office)]).toEqual([seed, office.code, 0])
    const { lost } = await office.do<JournalHealth>('journal.health')
    expect([seed, office.code, lost.missing]).toEqual([seed, office.code, []])
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

/** Whoever was registered anywhere is known to the district, unless the only computer that knew of it is gone. */
async function expectEverybodyThere(world: World, seed: number): Promise<void> {
  const district = world.at('district')
  const known = await casesAt(district)
  const aside = (await setAsideAt(district)).join('\n')
  for (const { case: id, at, isLost } of world.registered) {
    const isLeftOut = world.player(at).wasRestored && aside.includes(id)
    expect([seed, at, id, known.has(id) || isLeftOut || isLost]).toEqual([seed, at, id, true])
  }
}

/** What was decided is known where it was decided and where the case is kept, unless it is shown as left out or was given up. */
async function expectDecisionsHeard(world: World, seed: number): Promise<void> {
  const district = world.at('district')
  const keepers = await keepersAt(district)
  const offices = [district, ...COMMUNES.map((name) => world.at(name))]
  const shown = await Promise.all(
    offices.map(async (office) => [...(await setAsideAt(office)), ...(await givenUpAt(world, office))].join('\n')),
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

/** Lines that an office has given up and that others hold. */
async function givenUpAt(world: World, office: TestOffice): Promise<readonly string[]> {
  const { lost } = await office.do<JournalHealth>('journal.health')
  const others = await Promise.all([...COMMUNES, 'district'].map((name) => held(world.at(name))))
  return lost.givenUp.flatMap(({ channel, from }) =>
    others.flatMap(({ lines }) => (lines.get(channel) ?? []).slice(from - 1)),
  )
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
    for (const id of given.keys())
      expect([seed, office.code, id, keepers.get(id)]).toEqual([seed, office.code, id, heir.id])
  }
}
