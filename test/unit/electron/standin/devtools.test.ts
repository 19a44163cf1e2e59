/** The browser's protocol over a pipe: messages however they are cut, refusals, and a browser that goes. */
import { PassThrough } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { talkThrough, type DevtoolsEvent } from '../../../../electron/standin/devtools.ts'

function pipe() {
  const input = new PassThrough()
  const output = new PassThrough()
  const written: unknown[] = []
  input.on('data', (chunk: Buffer) => {
    for (const text of chunk.toString('utf8').split('\0').slice(0, -1)) written.push(JSON.parse(text))
  })
  const say = (message: object) => output.write(`${JSON.stringify(message)}\0`)
  return { devtools: talkThrough(input, output), output, written, say }
}

test('events come whole and in order, however the pipe cuts them', async () => {
  const words = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(words, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), async (said, cuts) => {
      const { devtools, output } = pipe()
      const heard: DevtoolsEvent[] = []
      devtools.listen((event) => heard.push(event))
      const events = said.map((word) => ({ method: 'X.y', params: { word }, sessionId: 's' }))
      const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\0`).join(''))
      for (let from = 0, part = 0; from < bytes.length; part += 1) {
        const size = cuts[part % cuts.length] ?? 1
        output.write(bytes.subarray(from, from + size))
        from += size
      }
      await turn()
      expect(heard).toEqual(events.map(({ method, params }) => ({ method, params, session: 's' })))
    }),
    { numRuns: 60 },
  )
})

test('each answer goes to its own question, and a refusal is thrown with the words of the browser', async () => {
  const { devtools, written, say } = pipe()
  const first = devtools.send<{ n: number }>('A.one', { x: 1 })
  const second = devtools.send('A.two', {}, 'session')
  await turn()
  expect(written).toEqual([
    { id: 1, method: 'A.one', params: { x: 1 } },
    { id: 2, method: 'A.two', params: {}, sessionId: 'session' },
  ])
  say({ id: 2, error: { message: 'no such thing' } })
  say({ id: 1, result: { n: 7 } })
  await expect(second).rejects.toThrow('no such thing')
  await expect(first).resolves.toEqual({ n: 7 })
})

test('who waits for a browser that has gone is told, and so is who asks it later', async () => {
  const { devtools, output } = pipe()
  const waiting = devtools.send('A.one')
  output.destroy()
  await expect(waiting).rejects.toThrow('the browser is gone')
  await expect(devtools.send('A.two')).rejects.toThrow('the browser is gone')
})
