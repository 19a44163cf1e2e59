/**
 * Numbers in their series: what is told of one by its neighbours alone is what a reading of the whole register tells, and
 * whoever is left out when a number comes or goes has nothing changed.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubtsAmong, isSettled, type InSeries } from '../../shared/model/number-series.ts'
import { runs } from '../support/arbitraries.ts'

type Paper = InSeries & { readonly date: string; readonly paper: number }

/** Few numbers and days, so that they meet; several entries about one paper have its number and its day. */
const register: fc.Arbitrary<readonly Paper[]> = fc
  .array(fc.record({ count: fc.integer({ min: 1, max: 6 }), day: fc.integer({ min: 1, max: 6 }), again: fc.nat(2) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((papers) =>
    papers.flatMap(({ count, day, again }, paper) =>
      Array.from({ length: again === 2 ? 2 : 1 }, () => ({ count, date: `2024-01-0${day}`, paper })),
    ),
  )

const isSame = (one: Paper, other: Paper) => one.paper === other.paper
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

test('when an entry comes or goes, only those beside it can change, and none where its place is in order', () => {
  fc.assert(
    fc.property(register, fc.nat(20), (papers, which) => {
      const place = which % papers.length
      const own = papers[place] ?? papers[0]
      if (own === undefined) return
      const without = papers.filter((_one, at) => at !== place)
      const near = beside(own.count, without)
      const changed = without.filter((one) => {
        const [before, after] = [doubts(one, without), doubts(one, papers)]
        return before.used !== after.used || before.disorder !== after.disorder
      })
      for (const one of changed) expect(near).toContain(one)
      if (isSettled(own, near, isSame)) expect(changed).toEqual([])
    }),
    runs(400),
  )
})
