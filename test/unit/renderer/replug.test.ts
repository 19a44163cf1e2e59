/** Sticks that were written to, waited for by the window whatever page is open and over a lock. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ExportAnswer, Exported } from '../../../shared/contract/exchange.ts'

const JOB = 'bundle.export'
const LABEL = 'a'.repeat(64)

/** What lies on each drive that is there: labels. */
let drives: Map<string, { readonly device: number; readonly labels: readonly string[] }>
let isLocked: boolean
let looks: number

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers()
  drives = new Map()
  isLocked = false
  looks = 0
  const answers: Record<string, (input: { folder: string; labels: readonly string[] }) => unknown> = {
    'shell.drives': () => {
      looks += 1
      return [...drives].map(([path, { device }]) => ({ path, device, label: path, removal: 'unknown', free: 1 }))
    },
    'carrier.find': ({ folder, labels }) => {
      const drive = [...drives].find(([path]) => folder.startsWith(path))
      const lies = drive?.[1].labels.some((label) => labels.includes(label)) ?? false
      return { folder: lies ? `${drive?.[0]}KetNap` : null }
    },
  }
  const call = async (name: string, input: { folder: string; labels: readonly string[] }) =>
    isLocked && name !== 'shell.drives'
      ? { ok: false, error: { code: 'LOCKED', data: {} } }
      : { ok: true, value: answers[name]?.(input) }
  vi.stubGlobal('window', Object.assign(new EventTarget(), { ketNap: { on: () => undefined, call } }))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function written(id = 'first', readBack: Exported['readBack'] = 'cached'): ExportAnswer {
  const set = {
    id,
    to: 'x',
    toName: 'Huyện ủy',
    kind: 'changes',
    files: ['a'],
    entries: 1,
    scans: 0,
    scansLost: [],
  } as const
  return {
    sets: [{ ...set, bytes: 1, readBack, label: LABEL }],
    stopped: null,
    folder: 'E:\\KetNap',
    at: '2024-01-02T01:00:00Z',
  }
}

/** The window of a user; time passes until sticks were looked for several times. */
async function opened() {
  const replug = await import('../../../renderer/parts/replug.ts')
  const { queryClient } = await import('../../../renderer/queries.ts')
  const unlockedBy = (id: string) => queryClient.setQueryData(['office.get', {}], { user: { id } })
  unlockedBy('an')
  const lock = () => {
    isLocked = true
    queryClient.clear()
  }
  const unlock = (id: string) => {
    isLocked = false
    unlockedBy(id)
  }
  return { ...replug, lock, unlock, later: () => vi.advanceTimersByTimeAsync(20_000) }
}

const stick = (device: number, ...labels: readonly string[]) => ({ device, labels })

test('a stick that was pulled is found at another letter, and not on another one that came first', async () => {
  const { awaitPlug, findWritten, later } = await opened()
  const answer = written()
  drives.set('E:\\', stick(5, LABEL))
  awaitPlug(JOB, answer)
  await later()
  expect(await findWritten(JOB, answer)).toEqual({ plug: 'there', folder: 'E:\\KetNap' })
  drives = new Map([['E:\\', stick(6, 'b'.repeat(64))]])
  await later()
  expect(await findWritten(JOB, answer)).toEqual({ plug: 'gone', folder: 'E:\\KetNap' })
  drives.set('F:\\', stick(5, LABEL))
  await later()
  expect(await findWritten(JOB, answer)).toMatchObject({ plug: 'back', folder: 'F:\\KetNap' })
})

test('it is waited for over a lock, looked into once the office is open, and shown to its own user alone', async () => {
  const { awaitPlug, awaitedOf, findWritten, lock, unlock, later } = await opened()
  const answer = written()
  drives.set('E:\\', stick(5, LABEL))
  awaitPlug(JOB, answer)
  await later()
  lock()
  drives.clear()
  await later()
  drives.set('G:\\', stick(5, LABEL))
  await later()
  expect(awaitedOf(JOB)).toEqual({})
  unlock('binh')
  expect(awaitedOf(JOB)).toEqual({})
  lock()
  unlock('an')
  expect(awaitedOf(JOB)).toEqual({ answer })
  await later()
  // Told once more with the unlock, as one that ended behind the lock is, it goes on from where it was.
  const told = written()
  awaitPlug(JOB, told)
  expect(awaitedOf(JOB)).toEqual({ answer: told })
  expect(await findWritten(JOB, told)).toMatchObject({ plug: 'back', folder: 'G:\\KetNap' })
})

test('nothing is waited for that was read past the cache or lies on no stick, and the next set takes the place of the last', async () => {
  const { awaitPlug, awaitedOf, findWritten, later } = await opened()
  drives.set('E:\\', stick(5, LABEL))
  const honest = written('first', 'past-cache')
  awaitPlug(JOB, honest)
  await later()
  expect([awaitedOf(JOB), looks]).toEqual([{}, 0])
  // Read again by hand it is found wherever it lies by now.
  drives = new Map([['F:\\', stick(5, LABEL)]])
  expect(await findWritten(JOB, honest)).toEqual({ plug: 'unseen', folder: 'F:\\KetNap' })
  const before = looks
  const next = written('second')
  awaitPlug(JOB, next)
  await later()
  expect([awaitedOf(JOB), looks - before]).toEqual([{ answer: next }, 2])
})
