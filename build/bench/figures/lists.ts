/**
 * The lists at 100,000 people through the port: each filter, the longest wait first, a page deep inside, the board, the
 * home page, a month of the calendar. What a window waits for after an action, beside drawing it (figure `window`).
 */
import { askInTurn, type Asked } from '../asked.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import type { Line } from '../report.ts'

const ASKED: Asked = [
  ['everybody', 'candidate.search', { ended: false }],
  ['by stage', 'candidate.search', { ended: false, stage: 'helped' }],
  ['by stage and source', 'candidate.search', { ended: false, stage: 'listed', source: 'tradeUnion' }],
  ['by sector', 'candidate.search', { ended: false, sector: 'residential' }],
  ['by deadline', 'candidate.search', { ended: false, due: 'late' }],
  ['by what blocks', 'candidate.search', { ended: false, finding: 'block' }],
  ['by what warns', 'candidate.search', { ended: false, finding: 'warn' }],
  ['by a finding many have', 'candidate.search', { ended: false, finding: 'C40' }],
  ['by a finding nobody has', 'candidate.search', { ended: false, finding: 'C46' }],
  ['by finding and stage', 'candidate.search', { ended: false, finding: 'C40', stage: 'helped' }],
  ['by finding and sector', 'candidate.search', { ended: false, finding: 'C40', sector: 'residential' }],
  ['by finding and name', 'candidate.search', { ended: false, finding: 'C40', text: 'nguyen' }],
  ['by finding, longest wait first', 'candidate.search', { ended: false, finding: 'C40', order: 'waiting' }],
  ['by finding, page 600', 'candidate.search', { ended: false, finding: 'C40', offset: 29_950 }],
  ['longest wait first', 'candidate.search', { ended: false, stage: 'helped', order: 'waiting' }],
  ['page 1000', 'candidate.search', { ended: false, offset: 49_950 }],
  ['page 600 of a stage', 'candidate.search', { ended: false, stage: 'helped', offset: 29_950 }],
  ['board', 'case.board', {}],
  ['home page', 'home.get', {}],
  ['home page, all that is asked for', 'home.cases', {}],
  ['findings of the office', 'office.findings', {}],
  ['calendar', 'calendar.month', { month: '2024-06' }],
]

/** Whole pages, shown once a visit. */
const PAGES: ReadonlySet<string> = new Set([
  'home page',
  'home page, all that is asked for',
  'findings of the office',
  'calendar',
])

/** Each in turn, many times. */
export function measure(input: Arguments): Promise<Found> {
  return askInTurn(textOf(input, 'folder'), ASKED, Number(input['rounds']))
}

/** One line for each. */
export async function figure({ stores, folder, measure: run, old }: Bench): Promise<readonly Line[]> {
  const at = folder('100k')
  await stores.copy('people-100k', at)
  const found = await run({ folder: `${at}/a`, rounds: old ? 10 : 30 })
  return ASKED.map(([what]) => ({
    figure: 'lists',
    what: `${what}, 100,000 people, p95`,
    ours: numberOf(found, `${what} p95`),
    unit: 'ms',
    // Lists answer within a few frames of a key; a page is waited for once.
    ...(old ? {} : { limit: { atMost: PAGES.has(what) ? 400 : 100 } }),
    note: `CPU p95 ${numberOf(found, `${what} cpu p95`).toFixed(1)} ms`,
  }))
}
