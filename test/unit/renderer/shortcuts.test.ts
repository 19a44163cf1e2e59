/** The table of shortcuts: what a key does in a part, that no two meet, and that `g` is forgotten soon. */
import { expect, test } from 'vitest'
import { watchForGo } from '../../../renderer/go-keys.ts'
import { doingOf } from '../../../renderer/parts/keys.ts'
import { SHORTCUTS, showKey, type PartName, type ShortcutPart } from '../../../renderer/shortcuts.ts'

function press(key: string, more: Partial<Parameters<typeof doingOf>[1]> = {}) {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false, ...more }
}

test('a key does what the table says, and nothing with another one held or while a word is composed', () => {
  expect(doingOf('list', press('j'))).toBe('next')
  expect(doingOf('list', press('J'))).toBe('next')
  expect(doingOf('list', press('ArrowDown'))).toBe('next')
  for (const held of [
    { ctrlKey: true },
    { altKey: true },
    { metaKey: true },
    { shiftKey: true },
    { isComposing: true },
  ])
    expect(doingOf('list', press('j', held)), JSON.stringify(held)).toBeNull()
  expect(doingOf('everywhere', press('k'))).toBeNull()
  expect(doingOf('everywhere', press('k', { ctrlKey: true }))).toBe('find')
  expect(doingOf('everywhere', press('Z', { ctrlKey: true, shiftKey: true }))).toBeNull()
})

test('a sign is the same with Shift and without it, as keyboards differ', () => {
  expect(doingOf('everywhere', press('?', { shiftKey: true }))).toBe('help')
  expect(doingOf('sheet', press('+', { shiftKey: true }))).toBe('larger')
  expect(doingOf('sheet', press('+'))).toBe('larger')
})

test('no key means two things at once, nor takes the g that goes to a page', () => {
  const keysOf = (part: PartName) =>
    Object.values((SHORTCUTS[part] satisfies ShortcutPart).keys as ShortcutPart['keys']).flatMap(({ press }) => press)
  for (const together of [
    ['everywhere', 'form', 'list'],
    ['everywhere', 'form', 'review', 'sheet'],
    ['everywhere', 'form', 'calendar'],
  ] as const) {
    const keys = together.flatMap(keysOf)
    expect(new Set(keys).size, together.join()).toBe(keys.length)
    expect(keys).not.toContain('g')
  }
})

test('keys are shown as they stand on the keyboard', () => {
  expect(['mod+k', 'mod+Enter', 'j', 'ArrowUp', 'PageDown', '[', 'F1'].map(showKey)).toEqual([
    'Ctrl K',
    'Ctrl Enter',
    'J',
    '↑',
    'Page Down',
    '[',
    'F1',
  ])
})

test('g goes with the letter that follows at once, and with no other', () => {
  const watch = watchForGo()
  expect(watch.press('v', 0)).toBeNull()
  expect([watch.press('g', 1000), watch.press('v', 2500)]).toEqual([null, 'v'])
  expect(watch.press('v', 2600)).toBeNull()
  expect([watch.press('g', 3000), watch.press('v', 4501)]).toEqual([null, null])
  expect([watch.press('g', 5000), watch.press('a', 5100), watch.press('v', 5200)]).toEqual([null, 'a', null])
  expect([watch.press('g', 6000), watch.press('g', 7000), watch.press('v', 8000)]).toEqual([null, null, 'v'])
  watch.press('g', 9000)
  watch.forget()
  expect(watch.press('v', 9100)).toBeNull()
})
