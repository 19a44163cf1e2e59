/**
 * Judging every case of a large office again, as after a change of rules, against what a year of work may take; and a
 * day's change, which judges only what has come due.
 */
import { join } from 'node:path'
import { refreshDue } from '../../../db/assessments.ts'
import { openStore } from '../../../db/open.ts'
import { write } from '../../../db/transaction.ts'
import { addDays } from '../../../shared/calendar/plain-date.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { cpuMs } from '../numbers.ts'
import { TODAY, wayIn } from '../office.ts'
import type { Line } from '../report.ts'

/** Everything from nothing, then the same day, then the next one. */
export async function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  const { storeKey } = await wayIn(folder)
  const opened = openStore(join(folder, 'data', 'store.db'), { key: storeKey })
  if (!opened.ok) throw new Error(`the store did not open: ${opened.error.code}`)
  const store = opened.value
  store.sqlite.prepare('DELETE FROM cache_assessments').run()
  const round = (day: string) => {
    const before = cpuMs()
    let after: string | null = ''
    let made = 0
    while (after !== null) {
      const from: string = after
      const done = write(store, (db) => refreshDue(db, day, from, 500))
      after = done.after
      made += done.made
    }
    return { made, cpu: cpuMs() - before }
  }
  const all = round(TODAY)
  const again = round(TODAY)
  const next = round(addDays(TODAY, 1))
  store.close()
  return { cases: all.made, all: all.cpu, again: again.made, next: next.made, nextCpu: next.cpu }
}

/** The lines of judging again. */
export async function figure({ stores, folder, measure: run }: Bench): Promise<readonly Line[]> {
  const at = folder('assess')
  await stores.copy('people-100k', at)
  const found = await run({ folder: join(at, 'a') })
  const about = { figure: 'assess', unit: 'ms' }
  return [
    { ...about, what: 'CPU of judging 100,000 cases', ours: numberOf(found, 'all'), limit: { atMost: 20_000 } },
    {
      ...about,
      what: 'CPU of one case, loaded and judged',
      ours: numberOf(found, 'all') / numberOf(found, 'cases'),
      limit: { atMost: 1 },
    },
    {
      figure: 'assess',
      unit: '',
      what: 'cases judged twice on one day',
      ours: numberOf(found, 'again'),
      limit: { atMost: 0 },
    },
    {
      ...about,
      what: 'CPU of the next day',
      ours: numberOf(found, 'nextCpu'),
      note: `${numberOf(found, 'next')} cases were due`,
    },
  ]
}
