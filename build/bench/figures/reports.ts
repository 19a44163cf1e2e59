/**
 * The deciding office's reports through the port: 134 units, 7,000 members in the register, 10,000 cases of which a third
 * were admitted over six years; with --full 100,000 cases. Each is computed anew, since nothing of them is stored.
 */
import { askInTurn, type Asked } from '../asked.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { TODAY } from '../office.ts'
import type { Line } from '../report.ts'
import type { StoreName } from '../stores.ts'

const YEAR = { kind: 'year', from: '2023-01-01', to: '2023-12-31' } as const
const TERM = { kind: 'any', from: '2020-01-01', to: TODAY } as const

const ASKED: Asked = [
  ['home page', 'home.get', {}],
  ['report of a year', 'report.get', { period: YEAR }],
  ['report of five years', 'report.get', { period: TERM }],
  [
    'people behind a figure',
    'report.people',
    { period: TERM, of: { line: 'admitted', dimension: 'sex', value: 'male' } },
  ],
  ['people behind a step', 'report.people', { period: YEAR, of: { who: { step: 'any' } } }],
  ['targets with forecast', 'target.list', { year: 2024 }],
  ['coverage', 'coverage.get', {}],
  ['sources and ageing', 'source.get', { period: YEAR }],
  ['trend', 'trend.get', {}],
]

/** Each in turn, many times. */
export function measure(input: Arguments): Promise<Found> {
  return askInTurn(textOf(input, 'folder'), ASKED, Number(input['rounds']))
}

/** One line for each, at 10,000 cases and, where asked for, at 100,000. */
export async function figure({ stores, folder, measure: run, old, full }: Bench): Promise<readonly Line[]> {
  const sizes: readonly (readonly [StoreName, string, number])[] = [
    ['deciding-10k', '10,000 cases', 300],
    ...(full ? ([['deciding-100k', '100,000 cases', 2000]] as const) : []),
  ]
  const lines: Line[] = []
  for (const [store, size, limit] of sizes) {
    const at = folder(store)
    await stores.copy(store, at)
    const found = await run({ folder: `${at}/a`, rounds: old ? 5 : 12 })
    for (const [what] of ASKED)
      lines.push({
        figure: 'reports',
        what: `${what}, ${size}, p95`,
        ours: numberOf(found, `${what} p95`),
        unit: 'ms',
        ...(old ? {} : { limit: { atMost: limit } }),
        note: `CPU p95 ${numberOf(found, `${what} cpu p95`).toFixed(1)} ms`,
      })
  }
  return lines
}
