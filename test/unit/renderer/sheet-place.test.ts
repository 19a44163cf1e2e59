/** Which page of a sheet is read, and that every button that can be pressed moves the sheet. */
import { expect, test } from 'vitest'
import { isAllSeen, pageAt, pageBefore, placeAfter, type SheetView } from '../../../renderer/parts/sheet-place.ts'

/** Pages one under the other, and a look at them through a frame of 500 pixels, no lower than it can be scrolled. */
function sheet(...heights: readonly number[]) {
  const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  const whole = Math.max(
    heights.reduce((sum, height) => sum + height, 0),
    500,
  )
  const look = (top: number): SheetView => ({ top: Math.min(top, whole - 500), height: 500, whole })
  return { tops, look, at: (top: number) => pageAt(tops, look(top)) }
}

test('of pages higher than the frame it is the one at the upper edge, and one that was gone to counts at once', () => {
  const { at } = sheet(1000, 1000, 1000)
  expect([0, 600, 996, 1000, 1990, 2000, 2200, 2500].map(at)).toEqual([1, 1, 2, 2, 2, 3, 3, 3])
})

test('of low pages the first is read at the beginning and the last at the end', () => {
  const { at } = sheet(200, 200, 200, 200, 200)
  expect([0, 3, 200, 390, 400, 500].map(at)).toEqual([1, 1, 2, 2, 3, 5])
})

test('from either end the buttons go to the other, and each press moves the sheet', () => {
  for (const heights of [Array(12).fill(200), Array(12).fill(1000), [900, 200, 200, 1400, 150, 150, 600, 90]]) {
    const { tops, look, at } = sheet(...(heights as number[]))
    const last = tops.length
    let top = 0
    const read = [at(top)]
    while (at(top) < last) {
      const next = look(tops[at(top)] ?? 0).top
      expect(next).toBeGreaterThan(top)
      top = next
      read.push(at(top))
    }
    expect(read).toEqual([...read].sort((a, b) => a - b))
    top = look(Infinity).top
    while (at(top) > 1) {
      const before = look(tops[pageBefore(tops, look(top)) - 1] ?? 0).top
      expect(before).toBeLessThan(top)
      top = before
    }
    expect(top).toBe(0)
  }
})

test('where all is seen at once there is nothing to leaf through, and a picture is one page', () => {
  const low = sheet(100, 100)
  expect([isAllSeen(low.look(0)), low.at(0)]).toEqual([true, 1])
  expect(isAllSeen(sheet(300, 300).look(0))).toBe(false)
  expect(pageAt([], { top: 300, height: 500, whole: 800 })).toBe(1)
})

test('a sheet drawn in another width stays where it was read, at the edge or about the point that is held', () => {
  const tops = [0, 1008, 2016]
  const now = [0, 508, 1016]
  const half = { tops, now, by: 0.5, still: 0 }
  // The gaps of 8 pixels between pages stay: a page that began at the edge begins there again.
  expect([0, 1008, 1508, 2016].map((was) => placeAfter(was, half))).toEqual([0, 508, 758, 1016])
  const held = { tops, now, by: 0.5, still: 250 }
  expect(placeAfter(1258, held)).toBe(508 + 250 - 250)
  expect(placeAfter(placeAfter(1300, held), { tops: now, now: tops, by: 2, still: 250 })).toBe(1300)
  expect(placeAfter(100, { tops: [], now: [], by: 2, still: 50 })).toBe(250)
})
