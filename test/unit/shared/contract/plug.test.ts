/** A stick pulled and plugged in again, and folders that lie on no stick. */
import { expect, test } from 'vitest'
import {
  beginWatch,
  foundOn,
  isAwaited,
  isOn,
  isPullable,
  isSwapped,
  lookAtDrives,
  notOn,
  placeOn,
  readAgain,
  type PlugWatch,
} from '../../../../shared/contract/plug.ts'

const drive = (path: string, device: number) => ({ path, device, removal: 'unknown' as const })
const E = drive('E:\\', 5)
const DISK = drive('D:\\', 2)

/** What comes of looks in a row: of the last one, the drives that are to be looked into. */
function after(watch: PlugWatch, ...looks: readonly (readonly ReturnType<typeof drive>[])[]) {
  let last = lookAtDrives(watch, looks[0] ?? [])
  for (const drives of looks.slice(1)) last = lookAtDrives(last.watch, drives)
  return { watch: last.watch, came: last.came.map(({ path }) => path), plug: last.watch.plug }
}

const written = beginWatch('E:\\KetNap')

test('a stick that was there and then is not is gone, but not for one look that has missed it', () => {
  expect(after(written, [DISK, E])).toMatchObject({ plug: 'there', came: [] })
  expect(after(written, [DISK, E], [DISK]).plug).toBe('there')
  expect(after(written, [DISK, E], [DISK], [DISK, E], [DISK]).plug).toBe('there')
  expect(after(written, [DISK, E], [DISK], [DISK])).toMatchObject({ plug: 'gone', came: [] })
})

test('what was never on a stick is not waited for', () => {
  expect(isAwaited(after(written, []).watch)).toBe(true)
  expect(isAwaited(after(written, [], [DISK]).watch)).toBe(false)
  expect(after(written, [], [DISK]).plug).toBe('unseen')
})

test.each([
  ['its own letter', 'E:\\', 5],
  ['another letter', 'F:\\', 5],
  ['another letter, as another drive', 'G:\\', 9],
])(
  'once it is gone, whatever comes is looked into, and the stick is back where its sets are found: %s',
  (_, path, device) => {
    const { watch, came } = after(written, [DISK, E], [DISK], [DISK], [DISK, drive(path, device)])
    expect(came).toEqual([path])
    const back = foundOn(watch, drive(path, device), `${path}KetNap`)
    expect(back).toMatchObject({ plug: 'back', folder: `${path}KetNap`, on: { path, device } })
    // It stays so while it is there, and can be pulled and come back once more.
    expect(after(back, [DISK, drive(path, device)]).watch).toMatchObject({ plug: 'back', on: back.on })
    expect(after(back, [DISK, drive(path, device)], [DISK], [DISK], [DISK, E])).toMatchObject({
      plug: 'gone',
      came: ['E:\\'],
    })
  },
)

test('pulled and plugged in at another letter between two looks it is looked into there', () => {
  expect(after(written, [DISK, E], [DISK, drive('F:\\', 5)], [DISK, drive('F:\\', 5)])).toMatchObject({
    plug: 'gone',
    came: ['F:\\'],
  })
})

test('pulled and plugged in at the same place between two looks it is looked into, where the system counts that', () => {
  const first = { ...E, plugging: 23 }
  const next = { ...E, plugging: 24 }
  expect(after(written, [DISK, first], [DISK, first])).toMatchObject({ plug: 'there', came: [] })
  const { watch, came, plug } = after(written, [DISK, first], [DISK, next])
  expect([plug, came]).toEqual(['gone', ['E:\\']])
  const back = foundOn(watch, next, 'E:\\KetNap')
  expect(back).toMatchObject({ plug: 'back', on: { plugging: 24 } })
  expect(after(back, [DISK, next])).toMatchObject({ plug: 'back', came: [] })
  // One look to which it was not told says nothing.
  expect(after(written, [DISK, first], [DISK, E], [DISK, first])).toMatchObject({ plug: 'there', came: [] })
})

test('another stick, also at the same letter, is looked into once and leaves the right one waited for', () => {
  const other = drive('E:\\', 6)
  const { watch, came, plug } = after(written, [DISK, E], [DISK, other])
  expect([plug, came]).toEqual(['gone', ['E:\\']])
  const waiting = notOn(watch, other)
  expect(after(waiting, [DISK, other])).toMatchObject({ plug: 'gone', came: [], watch: { others: [{ device: 6 }] } })
  expect(after(waiting, [DISK, other], [DISK])).toMatchObject({ came: [], watch: { others: [] } })
  expect(after(waiting, [DISK, other], [DISK, E]).came).toEqual(['E:\\'])
  // It is looked into anew once it has left: somebody may have copied the sets onto it.
  expect(after(waiting, [DISK], [DISK, other]).came).toEqual(['E:\\'])
})

test('a reading of what is still plugged in proves nothing, unless it was read past the cache when it was written', () => {
  expect((['unseen', 'there', 'gone', 'back'] as const).map((plug) => readAgain(true, plug))).toEqual([
    'cached',
    'cached',
    'cached',
    'replugged',
  ])
  expect(readAgain(false, 'there')).toBe('past-cache')
})

test('another stick at the same letter is another stick', () => {
  const seen = { path: 'E:\\', device: 5 }
  expect(isSwapped(seen, { path: 'E:\\', device: 6 })).toBe(true)
  expect(isSwapped(seen, { path: 'E:\\', device: 5 })).toBe(false)
  expect(isSwapped(seen, { path: 'F:\\', device: 6 })).toBe(false)
  expect(isSwapped(null, seen)).toBe(false)
  expect(isSwapped({ ...seen, plugging: 1 }, { ...seen, plugging: 2 })).toBe(true)
  expect(isSwapped({ ...seen, plugging: 1 }, seen)).toBe(false)
})

test.each([
  ['E:\\KetNap', 'E:\\', true],
  ['E:\\', 'E:\\', true],
  ['/media/usb/KetNap', '/media/usb', true],
  ['/media/usb2/KetNap', '/media/usb', false],
  ['D:\\KetNap', 'E:\\', false],
])('%s on %s: %s', (folder, drive, expected) => {
  expect(isOn(folder, drive)).toBe(expected)
})

test.each([
  ['removable', true],
  ['arrived', true],
  ['unknown', true],
  ['network', false],
  ['fixed', false],
] as const)('nobody waits for a drive to be pulled that cannot be: %s', (removal, expected) => {
  expect(isPullable({ removal })).toBe(expected)
  const { watch } = lookAtDrives(beginWatch('Z:\\KetNap'), [{ path: 'Z:\\', device: 1, removal }])
  expect(watch.plug).toBe(expected ? 'there' : 'unseen')
})

test.each([
  ['E:\\', 'E:\\Văn thư\\2026', 'F:\\', 'F:\\Văn thư\\2026'],
  ['E:\\', 'E:\\', 'F:\\', 'F:\\'],
  ['/media/a/USB', '/media/a/USB/KetNap', '/media/a/USB1', '/media/a/USB1/KetNap'],
  ['/media/a/USB', '/media/a/USB', '/media/a/USB1', '/media/a/USB1'],
  ['E:\\', 'C:\\KetNap', 'F:\\', 'F:\\'],
])('what lay on %s in %s lies on %s in %s', (old, folder, drive, place) => {
  expect(placeOn({ ...beginWatch(folder), on: { path: old, device: 1 } }, { path: drive })).toBe(place)
  expect(placeOn(beginWatch(folder), { path: drive })).toBe(drive)
})
