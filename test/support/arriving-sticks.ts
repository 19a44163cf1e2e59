/**
 * What lies on the sticks of the three offices when it arrives: taken in, or refused by name and without a trace.
 */
import { expect } from 'vitest'
import { channelRows, lines } from '../../db/journal.ts'
import { loadPeers } from '../../db/load.ts'
import type { JournalHealth } from '../../shared/contract/answers.ts'
import type { ImportResult, SetOutcome } from '../../shared/contract/exchange.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { refusalSentence } from '../../shared/words/vi.ts'
import type { Chance } from './fuzz.ts'
import type { TestOffice } from './office.ts'
import { readStoreOf } from './office-picture.ts'
import { computerAt, mayHaveHeir, SECOND, type Stick, type World } from './three-offices.ts'

/** What may be said of a stick; and of what was sealed to newer keys than a restored office has. */
const SAID = /^(imported|B_OLD|B_ALREADY|B_GAP|B_REVOKED|B_UNKNOWN_SENDER|DEVICE_KEYS_OLD|DEVICE_REMOVED)$/
const CLOSED = 'NO_SETS'

/** Any stick ever written may come at any time, once more or for the first time, to any computer of whom it is for. */
export async function deliver(
  world: World,
  chance: Chance,
  stick: Stick | undefined = chance.pick([...world.sticks, undefined]),
): Promise<boolean> {
  if (stick === undefined) return false
  const place = chance.pick(world.places(computerAt(stick.to)))
  const office = world.at(place)
  const isDead = (await deadKeys(office)).has(stick.signKey)
  const before = await held(office)
  const { said, set } = await takeIn(office, stick.folder)
  world.happened.add(said)
  const after = await held(office)
  // The same set once more says nothing new of how far its office had come when it was taken in.
  if (typeof set?.id === 'string' && set.report !== null)
    world.arrived.set(`${place} ${set.id}`, new Map([...after.lines].map(([channel, { length }]) => [channel, length])))
  const player = world.player(place)
  const isSecond = computerAt(place) === SECOND
  const mayLackKeys = player.hasLostKeys || player.wasCopied || (isSecond && player.wasRestored)
  if (mayLackKeys && said === CLOSED) expect(after.lines).toEqual(before.lines)
  else if (said === 'B_FORK') await expectForkNamed(world, place, set?.refusal ?? null)
  else if (said === 'NOT_EXCHANGE_DEVICE') expect(mayHaveHeir(player)).toBe(true)
  else expect(said).toMatch(SAID)
  // Whoever was cut off is refused for that, whatever lies on the stick, and nobody else is.
  if (said !== CLOSED) expect([stick.from, said === 'B_REVOKED']).toEqual([stick.from, isDead])
  // What is said to have come is what has come, and what was refused has left nothing.
  const fresh = set?.outcome === 'imported' ? (set.report?.fresh ?? 0) : 0
  const came = gained(before, after)
  // What an old copy had written otherwise goes out with all that is not known to be shared, and comes anew; and a further
  // computer that hears of an ended pairing leaves out what had come under it.
  const isLess = set?.report?.reissued !== undefined || (set?.report?.kinds['peer.revoked'] ?? 0) > 0
  if (!isLess) expect([said, came]).toEqual([said, fresh])
  else expect(came).toBeLessThanOrEqual(fresh)
  expect(set?.report?.held ?? []).toEqual([])
  return true
}

/** Keys of other offices that count no more where a stick arrives. */
function deadKeys({ paths }: TestOffice): Promise<ReadonlySet<string>> {
  return readStoreOf(paths, (db) => new Set(loadPeers(db).flatMap((peer) => peer.deadKeys)))
}

/**
 * Two histories of one channel are told of by name, with whom to call or, at home, what to do, and noted; only copies can
 * make them.
 */
export async function expectForkNamed(world: World, place: string, refusal: Refusal | null): Promise<void> {
  if (refusal?.code !== 'B_FORK') throw new Error(JSON.stringify(refusal))
  const { channel } = refusal.data
  const authors = Object.values(world.players).filter(({ office }) => channel.startsWith(`${office.id}.`))
  expect(authors.some(({ mayFork }) => mayFork)).toBe(true)
  const own = channel.startsWith(`${world.at(place).id}.`)
  const said = refusalSentence(refusal, { office: () => 'Đảng ủy xã' })
  expect([own, refusal.data.own !== undefined, said.includes('Gọi cho Đảng ủy xã')]).toEqual([own, own, !own])
  // A set that is only old is no trouble.
  if (refusal.data.own === 'lines') return
  const { troubles } = await world.at(place).do<JournalHealth>('journal.health')
  expect(troubles).toContainEqual(expect.objectContaining({ code: 'B_FORK', channel }))
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
  const said = set?.refusal?.code ?? set?.outcome ?? ''
  return { said: said === 'B_NOT_FOR_US' ? CLOSED : said, set }
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
