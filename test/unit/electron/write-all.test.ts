/** Several sets in one job: which are written where one fails, who is named as left, and what is said to be the reason. */
import { expect, test, vi } from 'vitest'
import { fail, ok } from '../../../shared/base/result.ts'
import { trusted } from '../../../shared/base/trust.ts'
import { refusal, type Refusal } from '../../../shared/contract/refusals.ts'
import type { Workplace } from '../../../electron/office/workplace.ts'
import type { Addressee } from '../../../electron/exchange/write-outgoing.ts'

const answers = new Map<string, Refusal>()

vi.mock('../../../electron/exchange/write-outgoing.ts', () => ({
  writeOutgoing: async (_: unknown, { key }: Addressee) => {
    const reason = answers.get(key)
    return reason === undefined ? ok({ to: key }) : fail(reason)
  },
}))
const { writeAll } = await import('../../../electron/exchange/write-all.ts')

const TOO_MUCH = refusal('B_TOO_MUCH', { what: 'lines', most: 1 })
const DAMAGED = refusal('B_CHAIN', { channel: 'a.b.c', seq: 1, reason: 'head', here: true })
const GONE = refusal('B_STICK_GONE', { cause: 'EIO' })

/** Writes for offices of these names. @param reasons - why those cannot be written for */
function writeFor(names: readonly string[], reasons: Readonly<Record<string, Refusal>>) {
  answers.clear()
  for (const [name, reason] of Object.entries(reasons)) answers.set(name, reason)
  const targets = names.map((key) => trusted<Addressee>({ key, name: `Máy ${key}` }))
  const workplace = trusted<Workplace>({ clock: { at: () => '2024-01-02T01:00:00Z' } })
  return writeAll(workplace, targets, '/usb', false, {})
}

const ABC = ['a', 'b', 'c']
const left = (...names: readonly string[]) => names.map((key) => ({ office: key, name: `Máy ${key}` }))

test('a set that cannot be written for what it would say keeps none from being written, wherever it stands', async () => {
  for (const one of ABC)
    expect(await writeFor(ABC, { [one]: TOO_MUCH })).toMatchObject({
      ok: true,
      value: { sets: ABC.filter((to) => to !== one).map((to) => ({ to })), stopped: TOO_MUCH, left: left(one) },
    })
})

test('where the carrier fails no other set is begun, and all that are left are named', async () => {
  expect(await writeFor([...ABC, 'd'], { b: TOO_MUCH, c: GONE })).toMatchObject({
    value: { sets: [{ to: 'a' }], stopped: GONE, left: left('b', 'c', 'd') },
  })
})

test('that data of ours is damaged is said before whatever happens to the sets after it', async () => {
  for (const after of [TOO_MUCH, GONE]) {
    expect(await writeFor(ABC, { b: DAMAGED, c: after })).toMatchObject({ value: { stopped: DAMAGED } })
    expect(await writeFor(['b', 'c'], { b: DAMAGED, c: after })).toEqual(fail(DAMAGED))
  }
  expect(await writeFor(ABC, { b: TOO_MUCH, c: DAMAGED })).toMatchObject({ value: { stopped: DAMAGED } })
})
