/** A: and B: on Windows: a stick there is found like any other, and a floppy drive without a disk keeps nobody waiting. */
import { expect, test } from 'vitest'
import { DiskError, type Disk } from '../../../../electron/disk/disk.ts'
import { listDrives } from '../../../../electron/disk/drives.ts'
import { nodeDisk } from '../../../../electron/disk/node-disk.ts'
import type { Patience } from '../../../../electron/disk/slow-letters.ts'

type Answer = 'stick' | 'none' | Promise<'stick' | 'none'>

/** A computer whose letters answer so, the others with nothing; how often each was asked. */
function windows(letters: Readonly<Record<string, () => Answer>>) {
  const asked = new Map<string, number>()
  const disk: Disk = {
    ...nodeDisk,
    stat: async (path) => {
      asked.set(path, (asked.get(path) ?? 0) + 1)
      const answer = (await letters[path]?.()) ?? 'none'
      if (answer === 'stick') return { kind: 'folder', bytes: 0, device: path.codePointAt(0) ?? 0, writtenMs: 0 }
      throw new DiskError({ code: 'DISK_MISSING', operation: 'stat', path, errno: 'ENOENT' })
    },
    statfs: async () => ({ free: 1000, total: 4000 }),
    realpath: async (path) => path,
  }
  return { disk, asked }
}

const paths = async (disk: Disk, tooLong: Patience) =>
  (await listDrives(disk, 'win32', tooLong)).map(({ path, removal }) => [path, removal])

/** Somebody who waits for ever, and somebody who does not wait at all. */
const patient: Patience = () => new Promise(() => {})
const hasty: Patience = () => Promise.resolve()

test('a stick at A: or B: is in the list; where neither letter is there, nothing waits for them', async () => {
  const stick = () => 'stick' as const
  const { disk } = windows({ 'A:\\': stick, 'B:\\': stick, 'E:\\': stick })
  expect(await paths(disk, patient)).toEqual([
    ['A:\\', 'unknown'],
    ['B:\\', 'unknown'],
    ['E:\\', 'unknown'],
  ])
  expect(await paths(windows({ 'E:\\': stick }).disk, patient)).toEqual([['E:\\', 'unknown']])
  expect(await listDrives(windows({ 'A:\\': stick }).disk, 'win32')).toHaveLength(1)
})

test('a floppy drive that does not answer is left out, asked once, and found once it has answered', async () => {
  const answer = Promise.withResolvers<'stick'>()
  const { disk, asked } = windows({ 'A:\\': () => answer.promise, 'E:\\': () => 'stick' })
  for (let look = 0; look < 3; look += 1) expect(await paths(disk, hasty)).toEqual([['E:\\', 'unknown']])
  expect([asked.get('A:\\'), asked.get('E:\\')]).toEqual([1, 3])
  answer.resolve('stick')
  await answer.promise
  // What was found too late is not remembered: the next list asks anew.
  await expect
    .poll(() => paths(disk, patient))
    .toEqual([
      ['A:\\', 'unknown'],
      ['E:\\', 'unknown'],
    ])
})
