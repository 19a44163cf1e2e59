/** Work in turn: nothing begins before what came first has ended. */
import { expect, test } from 'vitest'
import { inTurn } from '../../../electron/office/in-turn.ts'

test('work begins when the one before has ended, also where that failed, and each is answered with its own', async () => {
  const turn = inTurn()
  const said: string[] = []
  const gate = Promise.withResolvers<void>()
  const first = turn(async () => {
    said.push('first begins')
    await gate.promise
    said.push('first ends')
    throw new Error('broken')
  })
  const second = turn(() => {
    said.push('second')
    return Promise.resolve(2)
  })
  const failed = first.catch((error: unknown) => error)
  await Promise.resolve()
  expect(said).toEqual(['first begins'])
  gate.resolve()
  expect(await failed).toEqual(new Error('broken'))
  expect(await second).toBe(2)
  expect(said).toEqual(['first begins', 'first ends', 'second'])
})
