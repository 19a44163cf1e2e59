/** Which drives of a computer with Windows are sticks: those that came after the program, on letters that are no share. */
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
    stat: async (path) => ({ kind: 'folder', bytes: 0, device: letters.get(path) ?? missing('stat', path) }),
    statfs: async () => ({ free: 1000, total: 4000 }),
    realpath: async (path) => leads[path] ?? (letters.has(path) ? path : missing('realpath', path)),
  }
}

const D = 'D:\\'
const E = 'E:\\'

/** What a person reads of each drive. */
const names = async (list: ReturnType<typeof watchDrives>) =>
  (await list()).map(({ path, removal }) =>
    driveName({ label: path, removal: removal === 'usb' ? 'removable' : removal }),
  )

test('a disk that was there from the start is no stick; one that arrives later is, and stands first', async () => {
  const letters = new Map([[D, 1]])
  const list = watchDrives(windows(letters), 'win32')
  expect(await names(list)).toEqual(['Ổ đĩa D:\\'])
  letters.set(E, 2)
  expect(await names(list)).toEqual(['USB E:\\', 'Ổ đĩa D:\\'])
  expect(await names(list), 'also at the next look').toEqual(['USB E:\\', 'Ổ đĩa D:\\'])
})

test('a stick that was there from the start is known as one once it has been pulled out, or another stands at its letter', async () => {
  const letters = new Map([
    [D, 1],
    [E, 2],
  ])
  const list = watchDrives(windows(letters), 'win32')
  expect(await names(list)).toEqual(['Ổ đĩa D:\\', 'Ổ đĩa E:\\'])
  letters.delete(E)
  expect(await names(list)).toEqual(['Ổ đĩa D:\\'])
  letters.set(E, 2)
  expect(await names(list)).toEqual(['USB E:\\', 'Ổ đĩa D:\\'])

  const swapped = new Map([[E, 2]])
  const other = watchDrives(windows(swapped), 'win32')
  await other()
  swapped.set(E, 3)
  expect(await names(other)).toEqual(['USB E:\\'])
})

test('what is there is looked for when the program starts, not when somebody first asks', async () => {
  const letters = new Map([[D, 1]])
  const list = watchDrives(windows(letters), 'win32')
  // By the time the page asks the stick is in.
  await new Promise((resolve) => setImmediate(resolve))
  letters.set(E, 2)
  expect(await names(list)).toEqual(['USB E:\\', 'Ổ đĩa D:\\'])
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
