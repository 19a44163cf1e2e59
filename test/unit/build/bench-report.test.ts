import { expect, test } from 'vitest'
import { judge, print, type Line } from '../../../build/bench/report.ts'

const line = (more: Partial<Line>): Line => ({
  figure: 'assess',
  what: 'cases judged twice',
  ours: 0,
  unit: '',
  ...more,
})
const shown = (more: Partial<Line>) => print(judge('here', line(more)))

test('a limit of nothing is kept or missed, and never so many times nothing', () => {
  expect(judge('here', line({ limit: { atMost: 0 } }))).toMatchObject({ ratio: null, holds: true })
  expect(judge('here', line({ ours: 3, limit: { atMost: 0 } }))).toMatchObject({ ratio: null, holds: false })
  expect(shown({ limit: { atMost: 0 } })).toMatch(/^ {2}OK .* limit at most 0/u)
  expect(shown({ ours: 3, limit: { atMost: 0 } })).toMatch(/^MISSED .* limit at most 0/u)
  expect(shown({ ours: 3, limit: { atMost: 0 } })).not.toMatch(/NaN|Infinity|x /u)
})

test('other limits and peers are shown with how many times of them was found', () => {
  expect(shown({ ours: 30, unit: 'ms', limit: { atMost: 20 } })).toMatch(/^MISSED .*1\.50x .*limit at most 20\.0 ms/u)
  expect(judge('here', line({ ours: 30, peer: { name: 'git', value: 10 }, limit: { atMost: 20 } })).ratio).toBe(3)
})
