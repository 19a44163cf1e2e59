/** A stick pulled and plugged in again, and folders that lie on no stick. */
import { expect, test } from 'vitest'
import { isOn, isPluggedIn, isSwapped, nextPlug, readAgain, type Plug } from '../../../../shared/contract/plug.ts'

const after = (...seen: readonly boolean[]) => seen.reduce<Plug>(nextPlug, 'unseen')

test('a stick is back once it was there, then gone, then there again, and stays so', () => {
  expect(after(true, true)).toBe('there')
  expect(after(true, false, false)).toBe('gone')
  expect(after(true, false, true)).toBe('back')
  expect(after(true, false, true, false)).toBe('back')
})

test('what was never on a stick never comes back to one', () => {
  expect(after(false, false)).toBe('unseen')
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
  expect(isPluggedIn('Z:\\KetNap', [{ path: 'Z:\\', removal }])).toBe(expected)
  expect(isPluggedIn('Y:\\KetNap', [{ path: 'Z:\\', removal }])).toBe(false)
})
