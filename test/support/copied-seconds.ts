/**
 * The second computer of an office, copied or restored: what it and the one that speaks for the office tell each other until
 * neither lacks anything, and how two copies of it become one again.
 */
import { expect } from 'vitest'
import { held, takeIn } from './arriving-sticks.ts'
import { expectHandedOver, removeDevice, TAKEN } from './copied-offices.ts'
import { adoptKeys, speaksForOffice } from './office.ts'
import { copyOf, SECOND, TWO, type World } from './three-offices.ts'

/** A second computer takes the office's newest keys and everything that comes with them, and the two exchange what is left. */
export async function meetHub(world: World, place = SECOND): Promise<void> {
  await enrolAgain(world, place)
  await exchangeBetween(world, place)
}

async function enrolAgain(world: World, place: string): Promise<void> {
  const folder = world.folder('keys')
  await adoptKeys(world.at(place), world.at(TWO), folder)
  expect((await takeIn(world.at(place), folder)).said).toMatch(TAKEN)
}

/** What each has told the other by now, until neither has anything left to say. */
export async function exchangeBetween(world: World, place = SECOND): Promise<void> {
  for (const [from, to] of [
    [place, TWO],
    [TWO, place],
    [place, TWO],
  ] as const) {
    await tell(world, from, to)
  }
}

async function tell(world: World, from: string, to: string, full = false): Promise<void> {
  const folder = world.folder('last')
  const { device } = await world.at(to).do<{ device: string }>('office.get')
  // A further computer writes for the one it exchanges with; whoever was restored since opens that too.
  const input = { folder, full, ...(from === TWO ? { device } : {}) }
  const answer = await world.at(from).core.call('device.export', input)
  if (!answer.ok) {
    // The heir of one that was told of it has never heard of it, and hears all once it is sent again, as it is told.
    expect([from, answer.error.code, world.player(TWO).wasRestored]).toEqual([TWO, 'DEVICE_NOT_READY', true])
    await tell(world, to, from, true)
    await world.at(from).do('device.export', input)
  }
  const { said } = await takeIn(world.at(to), folder)
  // It lacks what the one before it had: the gap is named, and the whole closes it.
  if (said === 'B_GAP' && !full) return tell(world, from, to, true)
  expect(said).toMatch(TAKEN)
  // Restored twice, an office has two heirs, and hears only now of the one before.
  if (to === TWO && !(await speaksForOffice(world.at(TWO))))
    await world.at(TWO).do('device.takeExchange', { reason: 'Máy cũ không còn' })
}

/** Two copies of the second computer each tell all they have to the one that speaks for the office; then one goes on. */
export async function joinSecond(world: World): Promise<boolean> {
  const player = world.player(SECOND)
  const { copy, office } = player
  const hub = world.at(TWO)
  if (copy === null || world.player(TWO).copy !== null || !(await speaksForOffice(hub))) return false
  // The one that a new device goes on for is told nothing more from there, but what it has to tell is taken in.
  for (const place of [SECOND, copyOf(SECOND), SECOND]) {
    await enrolAgain(world, place)
    await tell(world, place, TWO)
  }
  player.wasRestored = true
  const [one, other] = [await held(office), await held(copy)]
  // A copy that has written nothing but notes of its own may never have been told from the computer it was made of.
  const isCopyNew = other.device !== player.copiedAs
  const [giver, taker] = isCopyNew ? [office, copy] : [copy, office]
  await expectHandedOver(giver, hub)
  if (one.device !== other.device) {
    await removeDevice(hub, (isCopyNew ? one : other).device)
    // What a computer had saved before it was taken out of use is as little taken in as that computer.
    if (isCopyNew) player.backups.splice(0)
    world.happened.add('two copies of the second computer become one')
  }
  giver.core.close()
  player.office = taker
  player.copy = null
  return true
}
