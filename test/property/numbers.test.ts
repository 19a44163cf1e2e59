/**
 * Numbers in their series: what is told of one by its neighbours alone is what a reading of the whole register tells, and
 * whoever is left out when a number comes or goes has nothing changed.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedBy, doubtsAmong, type InSeries } from '../../shared/model/number-series.ts'
import { runs } from '../support/arbitraries.ts'

type Paper = InSeries & { readonly date: string; readonly paper: number }

/**
 * Few numbers and days, so that they meet. Of what `paper` is the second entries are about the same, whose number and day
 * they have, or about one of another number, like the resolution of a second vote on the same person.
 */
const register: fc.Arbitrary<readonly Paper[]> = fc
  .array(fc.record({ count: fc.integer({ min: 1, max: 6 }), day: fc.integer({ min: 1, max: 6 }), again: fc.nat(2) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((papers) =>
    papers.flatMap(({ count, day, again }, paper) => {
      const first = { count, date: `2024-01-0${day}`, paper }
      return again === 0 ? [first] : [first, again === 2 ? first : { ...first, count: (count % 6) + 1 }]
    }),
  )

const isSame = (one: Paper, other: Paper) => one.paper === other.paper && one.count === other.count
const doubts = (own: Paper, papers: readonly Paper[]) => {
  const { used, disorder } = doubtsAmong(
    own,
    papers.filter((one) => !isSame(own, one)),
  )
  return { used: used !== null, disorder: disorder !== null }
}

/** The register read whole: put in order by number, and each step from one number to the next looked at. */
function naive(own: Paper, papers: readonly Paper[]): { used: boolean; disorder: boolean } {
  const others = papers.filter((one) => !isSame(own, one))
  const counts = [...new Set([...others.map(({ count }) => count), own.count])].sort((a, b) => a - b)
  const at = counts.indexOf(own.count)
  const daysAt = (place: number) => others.filter(({ count }) => count === counts[place]).map(({ date }) => date)
  return {
    used: others.some(({ count }) => count === own.count),
    disorder: daysAt(at - 1).some((day) => day > own.date) || daysAt(at + 1).some((day) => day < own.date),
  }
}

/** What the index finds: the same number and the nearest on both sides. */
function beside(count: number, papers: readonly Paper[]): readonly Paper[] {
  const counts = papers.map((one) => one.count)
  const lower = Math.max(...counts.filter((one) => one < count))
  const higher = Math.min(...counts.filter((one) => one > count))
  return papers.filter((one) => one.count === count || one.count === lower || one.count === higher)
}

test('a number is in doubt exactly where the whole register says so', () => {
  fc.assert(
    fc.property(register, (papers) => {
      for (const own of papers) {
        expect(doubts(own, papers)).toEqual(naive(own, papers))
        expect(doubts(own, beside(own.count, papers))).toEqual(naive(own, papers))
      }
    }),
    runs(400),
  )
})

test('a register without doubts is one that ascends; a doubt is seen on both sides of where it lies', () => {
  fc.assert(
    fc.property(register, (papers) => {
      const sorted = papers.toSorted((a, b) => a.count - b.count || (a.date < b.date ? -1 : 1))
      const isFine = sorted.every((one, place) => {
        const next = sorted[place + 1]
        return next === undefined || isSame(one, next) || (one.count < next.count && one.date <= next.date)
      })
      const found = papers.filter((own) => Object.values(doubts(own, papers)).some(Boolean))
      expect(found.length === 0).toBe(isFine)
      if (!isFine) expect(new Set(found.map(({ paper }) => paper)).size).toBeGreaterThan(1)
    }),
    runs(400),
  )
})

/** What the index of a judgement finds: one of each, whatever else stands there. */
function nearest(own: Paper, papers: readonly Paper[]): readonly Paper[] {
  const near = beside(own.count, papers)
  const [first] = near.filter((one) => one.count === own.count && !isSame(own, one))
  const [lower] = near.filter(({ count }) => count < own.count).toSorted((a, b) => (a.date > b.date ? -1 : 1))
  const [higher] = near.filter(({ count }) => count > own.count).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return [first, lower, higher].flatMap((one) => one ?? [])
}

test('one neighbour of each kind is enough to tell', () => {
  fc.assert(
    fc.property(register, (papers) => {
      for (const own of papers) expect(doubts(own, nearest(own, papers))).toEqual(naive(own, papers))
    }),
    runs(400),
  )
})

test('when an entry comes or goes, those named are all of whom something else is to be told', () => {
  fc.assert(
    fc.property(register, fc.nat(20), (papers, which) => {
      const place = which % papers.length
      const own = papers[place]
      if (own === undefined) return
      const without = papers.filter((_one, at) => at !== place)
      const named = changedBy(own, beside(own.count, without), isSame)
      const changed = without.filter((one) => {
        const [before, after] = [doubts(one, without), doubts(one, papers)]
        return before.used !== after.used || before.disorder !== after.disorder
      })
      for (const one of changed) expect(named).toContain(one)
      // In a register that is in order with it and without, nobody is.
      const isFine = [...papers].every((one) => !Object.values(doubts(one, papers)).some(Boolean))
      if (isFine) expect(named).toEqual([])
    }),
    runs(400),
  )
})

test('a third document of one number, and a hundredth, concern nobody who bears it already', () => {
  const two = [1, 2].map((paper) => ({ count: 12, date: '2024-01-15', paper }))
  const own = { count: 12, date: '2024-01-15', paper: 3 }
  expect(changedBy(own, two, isSame)).toEqual([])
  expect(changedBy(own, two.slice(1), isSame)).toEqual(two.slice(1))
})
