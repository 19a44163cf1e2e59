import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCommending, proposalsOf, type YearResult } from '../../../../shared/reports/emulation.ts'
import { ratioOf } from '../../../../shared/reports/ratio.ts'

function result(id: string, plan: number | null, admitted: number, members: number | null): YearResult {
  return { id, name: id, plan, admitted, ofPlan: ratioOf(admitted, plan), ofMembers: ratioOf(admitted, members) }
}

const nothing = { idle: [], overdue: [], shareAsked: 3, isOver: true, settled: new Set<string>() }

test('the year of the founding letter: a plan of 145, 148 admitted, 4,625 members', () => {
  expect(proposalsOf({ ...nothing, results: [result('huyện', 145, 148, 4625)] })).toEqual([
    { code: 'planExceeded', place: 'huyện', name: 'huyện', plan: 145, admitted: 148, ratio: ratioOf(148, 145) },
    { code: 'shareReached', place: 'huyện', name: 'huyện', admitted: 148, ratio: ratioOf(148, 4625) },
  ])
})

test('the share to be reached is the one the rules of the year aim at; where they aim at none, none is reached', () => {
  const results = [result('a', null, 4, 100)]
  const reached = (shareAsked: number | null) =>
    proposalsOf({ ...nothing, results, shareAsked }).map(({ code }) => code)
  expect([3, 4, 5, null].map(reached)).toEqual([['shareReached'], ['shareReached'], [], []])
})

test('a plan is missed once its year is over, and not before; without a plan or with none to reach nothing is missed', () => {
  const results = [result('a', 5, 4, 400), result('b', null, 0, 100), result('c', 0, 0, 100)]
  expect(proposalsOf({ ...nothing, results }).map(({ code, place }) => [code, place])).toEqual([['planMissed', 'a']])
  expect(proposalsOf({ ...nothing, results, isOver: false })).toEqual([])
})

test('idle branches and findings that are late are to be set right, after what is to be commended', () => {
  const found = proposalsOf({
    results: [result('a', 1, 1, 100)],
    idle: [{ id: 'b', name: 'Chi bộ 2', last: '2019-05-19' }],
    overdue: [{ id: 'c', name: 'Chi bộ 3', count: 2, since: '2024-01-31' }],
    shareAsked: 3,
    isOver: true,
    settled: new Set(),
  })
  expect(found.map(({ code }) => code)).toEqual(['planExceeded', 'idleBranch', 'findingsOverdue'])
})

test('whatever the figures, what a person has settled is not suggested again, and nothing is suggested twice', () => {
  const some = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    plan: fc.option(fc.nat(9)),
    admitted: fc.nat(9),
    members: fc.option(fc.nat(300)),
  })
  fc.assert(
    fc.property(fc.uniqueArray(some, { selector: ({ id }) => id }), fc.boolean(), (rows, isOver) => {
      const results = rows.map(({ id, plan, admitted, members }) => result(id, plan, admitted, members))
      const first = proposalsOf({ ...nothing, isOver, results })
      const keys = first.map(({ code, place }) => `${code} ${place}`)
      expect(new Set(keys).size).toBe(keys.length)
      const commending = first.map(({ code }) => isCommending(code))
      expect(commending).toEqual(commending.toSorted((a, b) => Number(b) - Number(a)))
      for (const one of first) if (one.code === 'shareReached') expect(one.ratio.tenths ?? 0).toBeGreaterThanOrEqual(30)
      expect(proposalsOf({ ...nothing, isOver, results, settled: new Set(keys) })).toEqual([])
    }),
  )
})
