/** Sticks that were written to, waited for by the window whatever page is open and over a lock. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ExportAnswer, Exported } from '../../../shared/contract/exchange.ts'

const JOB = 'bundle.export'
const LABEL = 'a'.repeat(64)

/** A drive: what lies on it, by label, and in which folder; what is deeper than a look goes is not seen from its root. */
type Stick = {
  readonly device: number
  readonly labels: readonly string[]
  readonly folder: string
  readonly plugging?: number
}

let drives: Map<string, Stick>
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
      return [...drives].map(([path, { device, plugging }]) => ({
        path,
        device,
        plugging,
        label: path,
        removal: 'unknown',
        free: 1,
      }))
    },
    'carrier.find': ({ folder, labels }) => {
      const [path, drive] = [...drives].find(([root]) => folder.startsWith(root)) ?? []
      if (path === undefined || drive === undefined) return { folder: null, isPartial: false }
      const where = `${path}${drive.folder}`
      const isDeep = drive.folder.includes('\\') && folder !== where
      const lies = drive.labels.some((label) => labels.includes(label)) && !isDeep
      return { folder: lies ? where : null, isPartial: isDeep }
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

function written(id = 'first', readBack: Exported['readBack'] = 'cached', folder = 'KetNap'): ExportAnswer {
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
    folder: `E:\\${folder}`,
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

const stick = (device: number, ...labels: readonly string[]): Stick => ({ device, labels, folder: 'KetNap' })

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

test('one that was out for no longer than a moment is found, where the system counts how often it was plugged in', async () => {
  const { awaitPlug, findWritten, later } = await opened()
  const answer = written()
  drives.set('E:\\', { ...stick(5, LABEL), plugging: 23 })
  awaitPlug(JOB, answer)
  await later()
  expect(await findWritten(JOB, answer)).toMatchObject({ plug: 'there' })
  drives.set('E:\\', { ...stick(5, LABEL), plugging: 24 })
  await later()
  expect(await findWritten(JOB, answer)).toEqual({ plug: 'back', folder: 'E:\\KetNap' })
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

test('a stick is known again by a folder deeper than a look at it goes, at another letter too', async () => {
  const { awaitPlug, findWritten, later } = await opened()
  const folder = 'Văn thư\\2026\\Tháng 11'
  const answer = written('first', 'cached', folder)
  drives.set('E:\\', { ...stick(5, LABEL), folder })
  awaitPlug(JOB, answer)
  await later()
  drives.clear()
  await later()
  drives.set('F:\\', { ...stick(5, LABEL), folder })
  await later()
  expect(await findWritten(JOB, answer)).toEqual({ plug: 'back', folder: `F:\\${folder}` })
})

test('a drive of which not all could be seen is looked into again, some times, before it is another one', async () => {
  const { awaitPlug, findWritten, later } = await opened()
  const answer = written()
  drives.set('E:\\', stick(5, LABEL))
  awaitPlug(JOB, answer)
  await later()
  drives.clear()
  await later()
  // Its label is held by another program for a while.
  drives.set('E:\\', { ...stick(5, LABEL), folder: 'KetNap\\held' })
  await vi.advanceTimersByTimeAsync(6000)
  drives.set('E:\\', stick(5, LABEL))
  await later()
  expect(await findWritten(JOB, answer)).toEqual({ plug: 'back', folder: 'E:\\KetNap' })
})

test('an export that ended behind the lock is found again by whoever began it, whenever its page is opened', async () => {
  const { awaitPlugOf, awaitedOf, lock, unlock, later } = await opened()
  const answer = written()
  drives.set('E:\\', stick(5, LABEL))
  lock()
  awaitPlugOf(JOB, answer, 'an')
  await later()
  unlock('binh')
  expect(awaitedOf(JOB)).toEqual({})
  lock()
  unlock('an')
  await later()
  expect(awaitedOf(JOB)).toEqual({ answer })
})

test('a copy on another drive proves nothing of the stick that came back and is gone again', async () => {
  const { awaitPlug, findWritten, later } = await opened()
  const answer = written()
  drives = new Map([
    ['D:\\', stick(1, LABEL)],
    ['E:\\', stick(5, LABEL)],
  ])
  awaitPlug(JOB, answer)
  await later()
  drives.delete('E:\\')
  await later()
  drives.set('E:\\', stick(5, LABEL))
  await later()
  drives.delete('E:\\')
  expect(await findWritten(JOB, answer)).toEqual({ plug: 'gone', folder: 'D:\\KetNap' })
})
