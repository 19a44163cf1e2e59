/** The reader thread starts beside the work of an office just unlocked, not before its first page. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fixedClock } from '../../../../electron/clock.ts'
import { createCore } from '../../../../electron/core.ts'
import { nodeDisk } from '../../../../electron/disk/node-disk.ts'
import { foundCommune } from '../../../support/journey.ts'
import { COST, PASSPHRASE, succeed } from '../../../support/office.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const UNLOCK = { login: 'vanthu', passphrase: PASSPHRASE }

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** A core over an office, and how many readers it has started and closed. */
async function counting() {
  const { core: first, paths } = await foundCommune(temporaryFolder())
  first.close()
  const readers = { started: 0, closed: 0 }
  const core = createCore({ disk: nodeDisk, paths, clock: fixedClock('2024-01-03'), cost: COST }, () => {
    readers.started += 1
    return {
      isReady: () => false,
      run: () => Promise.reject(new Error('it is not ready')),
      close: () => void (readers.closed += 1),
    }
  })
  return { core, readers }
}

test('the first answers come from the core itself; the reader starts a moment later, once for each unlock', async () => {
  const { core, readers } = await counting()
  await succeed(core.call('session.unlock', UNLOCK))
  await succeed(core.call('home.get', {}))
  expect(readers).toEqual({ started: 0, closed: 0 })
  vi.advanceTimersByTime(999)
  expect(readers).toEqual({ started: 0, closed: 0 })
  vi.advanceTimersByTime(1)
  expect(readers).toEqual({ started: 1, closed: 0 })
  await core.call('bundle.preview', { folder: temporaryFolder() })
  await succeed(core.call('session.lock', {}))
  expect(readers).toEqual({ started: 1, closed: 1 })
  core.close()
})

test('a job that begins before starts it at once, and whoever locks before starts none', async () => {
  const { core, readers } = await counting()
  await succeed(core.call('session.unlock', UNLOCK))
  await core.call('bundle.preview', { folder: temporaryFolder() })
  expect(readers).toEqual({ started: 1, closed: 0 })
  await succeed(core.call('session.lock', {}))
  await succeed(core.call('session.unlock', UNLOCK))
  await succeed(core.call('session.lock', {}))
  vi.advanceTimersByTime(5000)
  expect(readers).toEqual({ started: 1, closed: 1 })
  core.close()
})
