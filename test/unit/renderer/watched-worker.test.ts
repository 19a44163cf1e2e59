/** A worker is given back in any case, and it is told when it breaks down. */
import { expect, test } from 'vitest'
import { watched } from '../../../renderer/parts/watched-worker.ts'

class FakeWorker extends EventTarget {
  ends = 0
  terminate(): void {
    this.ends += 1
  }
}

/** Far longer than a test may take: an end that waits for it fails. */
const HOUR = 3_600_000
const never = () => new Promise<void>(() => undefined)

test('the end lets what comes first be done, then gives the worker back', async () => {
  const worker = new FakeWorker()
  const first = Promise.withResolvers<void>()
  const ended = watched(worker, HOUR).end(first.promise)
  await Promise.resolve()
  expect(worker.ends).toBe(0)
  first.resolve()
  await ended
  expect(worker.ends).toBe(1)
})

test('a worker that never answers, or answers with a failure, or was given nothing yet, is given back too', async () => {
  for (const [first, patience] of [
    [never, 1],
    [() => Promise.reject(new Error('no')), HOUR],
    [() => undefined, HOUR],
  ] as const) {
    const worker = new FakeWorker()
    await watched(worker, patience).end(first())
    expect(worker.ends).toBe(1)
  }
})

test('a worker that breaks down says so, and nobody waits for its answer', async () => {
  const worker = new FakeWorker()
  const { broken, end } = watched(worker, HOUR)
  const ended = end(never())
  worker.dispatchEvent(new Event('error'))
  await broken
  await ended
  expect(worker.ends).toBe(1)
})
