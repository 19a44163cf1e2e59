/** What is said of the drives of a computer with Windows: which came after the program, which are shares; none is called a stick. */
import { expect, test } from 'vitest'
import { DiskError, type Disk } from '../../../../electron/disk/disk.ts'
import { watchDrives } from '../../../../electron/disk/drive-watch.ts'
import { nodeDisk } from '../../../../electron/disk/node-disk.ts'
import { driveName } from '../../../../shared/words/vi.ts'

/** A computer whose letters answer with these numbers, and lead where Windows says they do. */
function windows(letters: Map<string, number>, leads: Readonly<Record<string, string>> = {}): Disk {
  const missing = (operation: 'stat' | 'realpath', path: string): never => {
    throw new DiskError({ code: 'DISK_MISSING', operation, path, errno: 'ENOENT' })
  }
  return {
    ...nodeDisk,
    stat: async (path) => ({
      kind: 'folder',
      bytes: 0,
      device: letters.get(path) ?? missing('stat', path),
      writtenMs: 0,
    }),
    statfs: async () => ({ free: 1000, total: 4000 }),
    realpath: async (path) => leads[path] ?? (letters.has(path) ? path : missing('realpath', path)),
  }
}

const D = 'D:\\'
const E = 'E:\\'
const NEW = 'Ổ đĩa mới hiện ra'

/** What a person reads of each drive. */
const names = async (list: ReturnType<typeof watchDrives>) =>
  (await list()).map(({ path, removal }) =>
    driveName({ label: path, removal: removal === 'usb' ? 'removable' : removal }),
  )

test('one that arrives later is told from those of the start and stands first; it may be a disk that was unlocked, and is not called a stick', async () => {
  const letters = new Map([[D, 1]])
  const list = watchDrives(windows(letters), 'win32')
  expect(await names(list)).toEqual(['Ổ đĩa D:\\'])
  letters.set(E, 2)
  expect(await names(list)).toEqual([`${NEW} E:\\`, 'Ổ đĩa D:\\'])
  expect(
    (await list()).map(({ removal }) => removal),
    'also at the next look',
  ).toEqual(['arrived', 'unknown'])
})

test('a drive of the start is new once two looks have not found it, or another stands at its letter; one look is no sign', async () => {
  const letters = new Map([
    [D, 1],
    [E, 2],
  ])
  const list = watchDrives(windows(letters), 'win32')
  expect(await names(list)).toEqual(['Ổ đĩa D:\\', 'Ổ đĩa E:\\'])
  for (const [looks, name] of [
    [1, 'Ổ đĩa E:\\'],
    [1, 'Ổ đĩa E:\\'],
    [2, `${NEW} E:\\`],
  ] as const) {
    letters.delete(E)
    for (let look = 0; look < looks; look += 1) expect(await names(list)).toEqual(['Ổ đĩa D:\\'])
    letters.set(E, 2)
    expect((await names(list)).toSorted()).toEqual(['Ổ đĩa D:\\', name].toSorted())
  }

  const swapped = new Map([[E, 2]])
  const other = watchDrives(windows(swapped), 'win32')
  await other()
  swapped.set(E, 3)
  expect(await names(other)).toEqual([`${NEW} E:\\`])
})

test('what is there is looked for when the program starts, not when somebody first asks', async () => {
  const letters = new Map([[D, 1]])
  const list = watchDrives(windows(letters), 'win32')
  // By the time the page asks the stick is in.
  await new Promise((resolve) => setImmediate(resolve))
  letters.set(E, 2)
  expect(await names(list)).toEqual([`${NEW} E:\\`, 'Ổ đĩa D:\\'])
})

test('a first look that fails is told once, and made anew', async () => {
  const disk = windows(new Map([[D, 1]]))
  let isBroken = true
  const stat: Disk['stat'] = async (path) => {
    if (isBroken) throw new Error('the disk of the test is broken')
    return disk.stat(path)
  }
  const list = watchDrives({ ...disk, stat }, 'win32')
  await expect(list()).rejects.toThrow('the disk of the test is broken')
  await expect(list(), 'still broken').rejects.toThrow('the disk of the test is broken')
  isBroken = false
  await expect(list(), 'looked at before it was mended').rejects.toThrow('the disk of the test is broken')
  expect(await names(list)).toEqual(['Ổ đĩa D:\\'])
})

test('a letter of the network is called one, whenever it answers; a letter for a folder is no drive', async () => {
  const letters = new Map([[D, 1]])
  const leads = { 'F:\\': '\\\\may-chu\\chung\\', 'S:\\': 'C:\\Dữ liệu' }
  const list = watchDrives(windows(letters, leads), 'win32')
  await list()
  letters.set('F:\\', 7).set('S:\\', 8)
  expect((await list()).map(({ path, removal }) => [path, removal])).toEqual([
    [D, 'unknown'],
    ['F:\\', 'network'],
    ['S:\\', 'fixed'],
  ])
  expect(await names(list)).toContain('Ổ đĩa mạng F:\\')
})

test('a disk in memory, whose letter leads nowhere, is listed all the same', async () => {
  const disk = windows(new Map([['R:\\', 4]]))
  const realpath: Disk['realpath'] = async (path) => {
    throw new DiskError({ code: 'DISK_OTHER', operation: 'realpath', path, errno: 'EISDIR' })
  }
  expect(await names(watchDrives({ ...disk, realpath }, 'win32'))).toEqual(['Ổ đĩa R:\\'])
})
