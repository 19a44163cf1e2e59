/**
 * A data folder that is copied to another computer while its own goes on: both work and write sticks. A copy without the
 * marks is a new device at once; one that took them along passes for the same computer, until what others hold tells one of
 * the two. In the end one of them goes on for both.
 */
import { expect } from 'vitest'
import { loadPeers } from '../../db/load.ts'
import { prepared } from '../../db/transaction.ts'
import type { DeviceRow } from '../../shared/contract/devices.ts'
import type { ExportAnswer } from '../../shared/contract/exchange.ts'
import type { Unproven } from '../../shared/contract/refusals.ts'
import { adoptKeys, copyOfOffice, speaksForOffice, type TestOffice } from './office.ts'
import { expectForkNamed, held, takeIn } from './arriving-sticks.ts'
import { readStoreOf } from './office-picture.ts'
import { pairAnew } from './ended-pairings.ts'
import { COMMUNES, copyOf, mayHaveHeir, officeAt, renew, showDistrict, type World } from './three-offices.ts'

/** What is taken in, or held already. */
export const TAKEN = /^(imported|B_OLD)$/

/** What a computer notes of its own exchange, after the last set it has written. */
export const NOTED = /"kind":"bundle\.(ex|im)ported"/

/** Copies the data folder of an office as it is. @param takesMarks - the whole computer is copied, its marks too */
export async function copyFolder(world: World, name: string, takesMarks: boolean): Promise<boolean> {
  const player = world.player(name)
  if (player.copy !== null || player.hasEnded) return false
  const { office } = player
  const folder = world.folder(`copy-${name}`)
  const before = await held(office)
  player.copy = await copyOfOffice(office, folder, takesMarks)
  player.wasCopied = true
  player.copiedAs = before.device
  if (takesMarks) player.mayFork = true
  const there = await held(player.copy)
  if (takesMarks) {
    expect(there.device).toBe(before.device)
    return true
  }
  // The first line of the new device names what it goes on from, and nothing else has changed.
  expect(there.device).not.toBe(before.device)
  const [first = '', ...more] = there.lines.get(`${office.id}.${there.device}.own`) ?? []
  expect(more).toEqual([])
  const { kind, payload } = JSON.parse(first) as { kind: string; payload: Opened }
  expect([kind, payload.reason, payload.was]).toEqual(['device.opened', 'copied', before.device])
  const known = [...before.lines].flatMap(([channel, { length }]) => (length > 0 ? [[channel, length] as const] : []))
  expect(new Map(payload.from.map(({ channel, seq }) => [channel, seq]))).toEqual(new Map(known))
  for (const [channel, lines] of before.lines) expect(there.lines.get(channel)).toEqual(lines)
  return true
}

type Opened = {
  readonly reason: string
  readonly was: string
  readonly from: readonly { readonly channel: string; readonly seq: number }[]
}

/**
 * The two become one again: each is brought to what the district holds, then the one hands all it has over to the other,
 * which goes on. Nothing that either wrote is lost.
 */
export async function joinCopy(world: World, name: string): Promise<boolean> {
  const player = world.player(name)
  const { copy, office } = player
  if (copy === null) return false
  while (await pairAnew(world, name));
  // Keys that the district has renewed since may not have been told to both.
  await showDistrict(world, await speakerOf(world, 'district'))
  const [here, there] = [name, copyOf(name)]
  for (const place of [here, there, here]) await bring(world, place)
  const [one, other] = [await held(office), await held(copy)]
  if (one.device === other.device) {
    // One of them has written nothing but notes of its own: neither can tell, and nothing is lost with the copy.
    copy.core.close()
    player.copy = null
    return true
  }
  // The new device goes on for the one it was; the other cannot go on for it.
  const isCopyNew = other.device !== player.copiedAs && (await speaksForOffice(copy))
  const [giver, taker] = isCopyNew ? [here, there] : [there, here]
  if (name === 'district') await bring(world, taker)
  await handWorkOver(world, giver, taker)
  world.happened.add(name === 'district' ? 'two copies of the district become one' : 'two copies become one')
  world.at(giver).core.close()
  player.office = world.at(taker)
  player.copy = null
  player.wasRestored = true
  return true
}

/** Everything that one computer holds, but for what it noted of its exchange, is held by another, or shown there as left out. */
export async function expectHandedOver(giver: TestOffice, taker: TestOffice): Promise<void> {
  const aside = new Set(
    await readStoreOf(taker.paths, (db) =>
      prepared<{ line: string }>(db, 'SELECT line FROM set_aside')
        .all()
        .map(({ line }) => line),
    ),
  )
  const there = new Set([...(await held(taker)).lines.values()].flat())
  for (const lines of (await held(giver)).lines.values())
    for (const line of lines) if (!NOTED.test(line)) expect(there.has(line) || aside.has(line), line).toBe(true)
}

/** One computer of the office is taken in by the other as its second one, and hands over all it has. */
async function handWorkOver(world: World, from: string, to: string): Promise<void> {
  const [giver, taker] = [world.at(from), world.at(to)]
  const reason = 'Bỏ máy cũ'
  if (!(await speaksForOffice(taker))) await taker.do('device.takeExchange', { reason })
  const folder = world.folder('keys')
  await adoptKeys(giver, taker, folder)
  expect((await takeIn(giver, folder)).said).toMatch(TAKEN)
  const { device } = await taker.do<{ device: string }>('office.get')
  const back = world.folder('all')
  await giver.do('device.export', { folder: back, device })
  expect((await takeIn(taker, back)).said).toMatch(TAKEN)
  if (!(await speaksForOffice(taker))) await taker.do('device.takeExchange', { reason })
  expect(await speaksForOffice(taker)).toBe(true)
  await removeDevice(taker, (await giver.do<{ device: string }>('office.get')).device)
  await expectHandedOver(giver, taker)
}

/** An office takes one of its computers out of use, if it knows it and no copy goes on for it, which would go with it. */
export async function removeDevice(office: TestOffice, device: string): Promise<void> {
  const { devices } = await office.do<{ devices: DeviceRow[] }>('device.list')
  if (devices.some((row) => row.device === device && row.heir === null))
    await office.do('device.remove', { device, reason: 'Bỏ máy cũ' })
}

/** One computer of an office and all whom that office exchanges with tell each other everything. */
async function bring(world: World, place: string): Promise<void> {
  if (!(await speaksForOffice(world.at(place)))) return
  for (const other of officeAt(place) === 'district' ? COMMUNES : ['district'])
    await meet(world, place, await speakerOf(world, other))
}

/** Where an office speaks with others; whoever is left does. */
async function speakerOf(world: World, name: string): Promise<string> {
  for (const place of world.places(name)) if (await speaksForOffice(world.at(place))) return place
  await world.at(name).do('device.takeExchange', { reason: 'Máy cũ không còn' })
  return name
}

/** A computer and another office tell each other everything; what had parted is settled by a recovery. */
async function meet(world: World, place: string, other: string): Promise<void> {
  if (!(await isKnownTo(world, place, other))) await renew(world, place)
  if (!(await isKnownTo(world, other, place))) await renew(world, other)
  const there = await carryAcross(world, place, other)
  world.happened.add(there)
  expect(there).toMatch(/^(imported|B_OLD|B_GAP|B_FORK)$/)
  // The other office may live on in two copies itself, as one computer: after a set of the one, a set of the other parts. Whoever
  // refuses it gives back what it holds, as the refusal says, and the other gives way.
  const next = await carryAcross(world, other, place)
  // Behind a gap it is not seen whether they part: the whole closes it, or tells.
  const here = next === 'B_GAP' ? await carryAcross(world, other, place, true) : next
  world.happened.add(here)
  expect(here).toMatch(/^(imported|B_OLD|B_FORK)$/)
  await takeBack(world, other, place)
  // One copy of the district may hold what the other never heard of, and what the commune itself has lost since.
  if (officeAt(place) === 'district' || here === 'B_FORK') await takeBack(world, place, other)
  expect(await carryAcross(world, place, other)).toMatch(TAKEN)
  expect(await carryAcross(world, other, place)).toMatch(TAKEN)
}

/** Whether an office has the present keys of another. */
async function isKnownTo(world: World, place: string, other: string): Promise<boolean> {
  const { id, do: call } = world.at(place)
  const peers = await readStoreOf(world.at(other).paths, (db) => loadPeers(db))
  const { card } = await call<{ card: string }>('pairing.card')
  const known = peers.find((peer) => peer.id === id && !peer.revoked)
  return known?.peer.signKey === (JSON.parse(card) as { sign_key: string }).sign_key
}

/** One office gives another back all that it once sent, if anything. */
export async function takeBack(world: World, giver: string, taker: string): Promise<void> {
  const folder = world.folder('recovery')
  const office = world.at(taker)
  const { digits } = await office.do<{ digits: string }>('pairing.card')
  const input = { to: office.id, folder, digits, reason: 'Máy hỏng ổ cứng' }
  const answer = await world.at(giver).core.call('bundle.exportRecovery', input)
  if (!answer.ok && answer.error.code === 'NOTHING_TO_GIVE_BACK') {
    // The district may never have sent anything, and an old backup or copy may hold nothing of it.
    expect(officeAt(taker) === 'district' || mayHaveHeir(world.player(giver))).toBe(true)
    return
  }
  if (answer.ok) expect((await takeIn(office, folder)).said).toMatch(TAKEN)
  for (const { device } of unprovenIn(answer)) {
    // What one computer has from another of its office was signed to that one: it is named, and cannot be given back.
    expect(mayHaveHeir(world.player(giver))).toBe(true)
    world.unproven.add(`${office.id}.${device}`)
  }
}

function unprovenIn(answer: Awaited<ReturnType<TestOffice['core']['call']>>): readonly Unproven[] {
  if (answer.ok) return (answer.value as ExportAnswer).sets.flatMap(({ unproven }) => unproven ?? [])
  if (answer.error.code !== 'RECOVERY_NO_PROOF') throw new Error(JSON.stringify(answer.error))
  return answer.error.data.unproven
}

async function carryAcross(world: World, from: string, to: string, full = false): Promise<string> {
  const folder = world.folder('last')
  const taker = world.at(to)
  await world.at(from).do('bundle.export', { folder, to: taker.id, full })
  const { said, set } = await takeIn(taker, folder)
  if (said === 'B_FORK') await expectForkNamed(world, to, set?.refusal ?? null)
  return said
}
