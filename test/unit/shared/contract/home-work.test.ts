/** What the home page counts is what it shows: of many cases the counts and the first ones are those of the whole. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MovingCase } from '../../../../shared/contract/answers.ts'
import {
  counted,
  countWork,
  FIRST_OF_GROUP,
  firstOfWork,
  GLANCES,
  placedOn,
  WORK_GROUPS,
  WORK_SIDES,
} from '../../../../shared/contract/home-work.ts'
import { NEAR } from '../../../../shared/contract/running-limit.ts'
import { Stage } from '../../../../shared/model/codes.ts'
import { NEXT_STEPS } from '../../../../shared/words/vi.ts'

const HELD: MovingCase = {
  case: 'a',
  name: 'Lê Thị Lan',
  birth: null,
  unitName: null,
  keeper: 'office',
  stage: 'preparing',
  matter: 'admission',
  own: true,
  decidesHere: false,
  next: null,
  limits: [],
  blocks: 0,
  reviewer: null,
  review: null,
  meeting: null,
  batch: null,
  submittedOn: null,
  receivedOn: null,
  submissions: 0,
  returned: null,
  decision: null,
}
const limit = (left: number) =>
  ({ id: 'decision', due: '2024-01-15', isExtended: false, left, provisional: false }) as const
const steps = Object.keys(NEXT_STEPS) as readonly NonNullable<MovingCase['next']>[]

const someHeld = fc
  .record({
    stage: fc.constantFrom(...Stage.options),
    own: fc.boolean(),
    decidesHere: fc.boolean(),
    next: fc.constantFrom(null, ...steps),
    limits: fc.oneof(
      fc.constant([]),
      fc.integer({ min: -2, max: NEAR + 2 }).map((left) => [limit(left)]),
    ),
    blocks: fc.integer({ min: 0, max: 1 }),
    receivedOn: fc.constantFrom(null, '2024-01-02'),
  })
  .map((facts): MovingCase => ({ ...HELD, ...facts }))

test('the counts are those of the lists, and the first of every heading are the first of its whole list', () => {
  fc.assert(
    fc.property(fc.array(someHeld, { maxLength: 150 }), (cases) => {
      const named = cases.map((held, place) => ({ ...held, case: String(place) }))
      const counts = countWork(named)
      const first = firstOfWork(named)
      const under = (side: (typeof WORK_SIDES)[number], of: readonly MovingCase[], key: string) =>
        placedOn(side, of).filter(({ group }) => group === key)
      expect(counts.cases).toBe(named.length)
      for (const side of WORK_SIDES)
        for (const key of WORK_GROUPS) {
          const whole = under(side, named, key)
          expect(counts.groups[side][key] ?? 0).toBe(whole.length)
          expect(under(side, first, key).slice(0, FIRST_OF_GROUP)).toEqual(whole.slice(0, FIRST_OF_GROUP))
        }
      const placed = WORK_SIDES.flatMap((side) => placedOn(side, named))
      for (const name of GLANCES) expect(counts.glances[name]).toBe(placed.filter(counted[name]).length)
    }),
  )
})

test('a deadline puts a case under its own heading, and what it is about is counted all the same', () => {
  const placed = (left: number) =>
    placedOn('proposing', [{ ...HELD, stage: 'returned', limits: [limit(left)] }]).map(({ group, about }) => [
      group,
      about,
    ])
  expect([-1, 0, NEAR, NEAR + 1].map(placed)).toEqual([
    [['late', 'returned']],
    [['soon', 'returned']],
    [['soon', 'returned']],
    [['returned', 'returned']],
  ])
  expect(countWork([{ ...HELD, stage: 'returned', limits: [limit(-1)] }]).glances).toEqual({
    today: 0,
    late: 1,
    missing: 1,
    answered: 1,
    toDecide: 0,
  })
})

test('a case that our own body decides stands on the side of the decision, and nowhere twice', () => {
  const sides = (held: Partial<MovingCase>) =>
    WORK_SIDES.map((side) => placedOn(side, [{ ...HELD, ...held }]).map(({ group }) => group))
  const both = { own: true, decidesHere: true }
  expect(sides({ ...both, stage: 'committeeVoted', next: 'decision' })).toEqual([[], ['decide']])
  expect(sides({ ...both, stage: 'submitted' })).toEqual([[], ['fresh']])
  expect(sides({ ...both, stage: 'recognitionVoted', next: 'recognitionDecision' })).toEqual([[], ['decide']])
  expect(sides({ stage: 'submitted' })).toEqual([['waiting'], []])
  expect(sides({ stage: 'admitted' })).toEqual([['receipt'], []])
  expect(sides({ own: false, decidesHere: true, stage: 'admitted' })).toEqual([[], ['decided']])
})
