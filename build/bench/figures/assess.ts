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
    let after: number | null = 0
    let made = 0
    while (after !== null) {
      const from: number = after
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

/** The lines of judging again; `--full`: also an office where two of five people have papers and one of five a vote. */
export async function figure({ stores, folder, measure: run, full }: Bench): Promise<readonly Line[]> {
  const judged = async (store: 'people-100k' | 'dossiers-100k', what: string): Promise<readonly Line[]> => {
    const at = folder(store)
    await stores.copy(store, at)
    return linesOf(await run({ folder: join(at, 'a') }), what)
  }
  return [
    ...(await judged('people-100k', 'early cases')),
    ...(full ? await judged('dossiers-100k', 'cases with dossiers') : []),
  ]
}

function linesOf(found: Found, cases: string): readonly Line[] {
  const about = { figure: 'assess', unit: 'ms' }
  const all = numberOf(found, 'all')
  return [
    { ...about, what: `CPU of judging 100,000 ${cases}`, ours: all, limit: { atMost: 20_000 } },
    {
      ...about,
      what: `CPU of one of ${cases}, loaded and judged`,
      ours: all / numberOf(found, 'cases'),
      limit: { atMost: 1 },
    },
    {
      figure: 'assess',
      unit: '',
      what: `${cases} judged twice on one day`,
      ours: numberOf(found, 'again'),
      limit: { atMost: 0 },
    },
    {
      ...about,
      what: `CPU of the next day, ${cases}`,
      ours: numberOf(found, 'nextCpu'),
      note: `${numberOf(found, 'next')} cases were due`,
    },
  ]
}
