/**
 * The lives of three whole offices (test/support/office-lives): whatever befalls them, once everything has been carried all
 * hold exactly the same lines, and an office that was merged into another has left everything with it. The lives of the gate
 * are always the same and see everything that may happen; SLOW=1 lives many more and longer ones.
 */
import { expect, test } from 'vitest'
import { chanceFrom } from '../support/fuzz.ts'
import { EVERYTHING, live } from '../support/office-lives.ts'
import { expectSettled, settle } from '../support/settled-offices.ts'
import { World } from '../support/three-offices.ts'

const slow = process.env['SLOW'] === '1'
const given = process.env['SEED']
const EVENTS = slow ? 60 : 24
const LONG = slow ? 7_200_000 : 240_000

/** The lives of the gate. */
const GATE = [904, 923]

test(
  'whatever befalls three offices, in the end each holds exactly what is addressed to it',
  { timeout: LONG },
  async () => {
    const first = Math.floor(performance.timeOrigin) % 1_000_000
    const many = Array.from({ length: Number(process.env['LIVES'] ?? 60) }, (_, life) => first + life)
    const seeds = given === undefined ? (slow ? many : GATE) : [Number(given)]
    const happened = new Set<string>()
    for (const seed of seeds) for (const what of await lived(seed)) happened.add(what)
    const missed = EVERYTHING.filter((what) => !happened.has(what))
    expect(given === undefined ? missed : []).toEqual([])
  },
)

/** One life to its end. @returns what has happened in it */
async function lived(seed: number): Promise<ReadonlySet<string>> {
  const world = await World.begin()
  try {
    await live(world, chanceFrom(seed), seed, EVENTS)
    await settle(world)
    await expectSettled(world, seed)
    return world.happened
  } catch (error) {
    throw new Error(`life SEED=${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  } finally {
    world.close()
  }
}
