/**
 * Sets full of entries: a day's 500 on top of what is held, and 20,000 (with --full 150,000) into an empty office; all
 * checks and apply, against inserting the same lines into the same table without any of them. Also how large they are, and
 * how soon a set that was taken in before is known.
 */
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../../db/open.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { cpuMs, timed } from '../numbers.ts'
import { must, unlocked, wayIn } from '../office.ts'
import { memory, resetPeak } from '../process.ts'
import type { Line } from '../report.ts'
import { openSeeder, seedPeople, seedUnits } from '../seed.ts'
import type { StoreName } from '../stores.ts'
import { besideImport } from './beside-import.ts'
import { gitBundle } from './git-bundle.ts'

/**
 * One step in a process. `what`: `export`, `import`, `beside` (an import with others working), `again` (what was taken in
 * before), `raw`, `git`.
 */
export async function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  const stick = join(folder, 'stick')
  const what = textOf(input, 'what')
  if (what === 'beside') return besideImport(join(folder, 'b'), stick)
  if (what === 'git') return gitBundle(folder, join(folder, 'a'))
  if (what === 'raw') return rawInserts(join(folder, 'b'), Number(input['entries']))
  const core = await unlocked(join(folder, what === 'export' ? 'a' : 'b'))
  resetPeak()
  const before = cpuMs()
  const name = what === 'export' ? 'bundle.export' : 'bundle.import'
  const { value, ms } = await timed(() => must<Sets>(core.call(name, { folder: stick })))
  const { peak } = memory()
  const cpu = (cpuMs() - before) / 1000
  core.close()
  const [set] = value.sets
  const entries = set?.entries ?? set?.report?.fresh ?? 0
  if (set?.outcome !== OUTCOMES[what] || (what !== 'again' && entries === 0))
    throw new Error(`not carried: ${JSON.stringify(value).slice(0, 500)}`)
  return { ms, peak, entries, cpu, bytes: set?.bytes ?? 0 }
}

/** What must have become of the set. */
const OUTCOMES: Readonly<Record<string, string>> = { import: 'imported', again: 'already' }

type Sets = {
  readonly sets: readonly {
    readonly outcome?: string
    readonly entries?: number
    readonly bytes?: number
    readonly report?: { readonly fresh: number }
  }[]
}

/** The lines of entries. */
export async function figure(bench: Bench): Promise<readonly Line[]> {
  const folder = bench.folder('20k')
  const lines = await whole(bench, folder, 'sender-20k')
  lines.push(...(await day(bench, folder)))
  if (bench.full) lines.push(...(await whole(bench, bench.folder('150k'), 'sender-150k')))
  return lines
}

/** Everything a superior receives of an office, at once. */
async function whole(bench: Bench, folder: string, name: StoreName): Promise<Line[]> {
  await bench.stores.copy(name, folder)
  mkdirSync(join(folder, 'stick'))
  const exported = await bench.measure({ folder, what: 'export' })
  const meanwhile = await undone(folder, () => bench.measure({ folder, what: 'beside' }))
  const imported = await imports(bench, folder, bench.full || bench.old ? 1 : 3)
  const entries = numberOf(imported, 'entries')
  const again = await bench.measure({ folder, what: 'again' })
  const megabytes = numberOf(exported, 'bytes') / 1e6
  const raw = await bench.measure({ folder, what: 'raw', entries })
  const git = await bench.measure({ folder, what: 'git' })
  const seconds = numberOf(imported, 'ms') / 1000
  const peer = { name: 'raw inserts', value: numberOf(raw, 'ms') / 1000 }
  const about = { figure: 'entries', unit: 's' }
  const grouped = entries.toLocaleString('en')
  return [
    {
      ...about,
      what: `export of ${grouped} entries`,
      ours: numberOf(exported, 'ms') / 1000,
      ...beside('git bundle create', git['create']),
    },
    ...(git['verify'] === undefined || git['unbundle'] === undefined
      ? []
      : [
          {
            ...about,
            what: '  import, against git, which checks no line',
            ours: seconds,
            ...beside('git bundle verify, unbundle', git['verify'] + git['unbundle']),
          },
        ]),
    {
      ...about,
      what: `import of ${grouped} entries`,
      ours: seconds,
      peer,
      note: `${numberOf(imported, 'cpu').toFixed(2)} s of it CPU`,
      ...(bench.full && entries > 1e5 ? twenty : {}),
    },
    ...(entries > 1e5
      ? []
      : [{ ...about, what: '  projected to 150,000', ours: (seconds * 150_000) / entries, ...twenty } satisfies Line]),
    ...felt(meanwhile, entries),
    {
      ...about,
      what: '  the same set once more',
      ours: numberOf(again, 'ms') / 1000,
      note: `${numberOf(again, 'cpu').toFixed(2)} s of it CPU`,
      limit: { atMost: 0.5 },
    },
    {
      figure: 'entries',
      what: `  size of the set${entries > 1e5 ? '' : ', projected to 150,000 entries'}`,
      ours: entries > 1e5 ? megabytes : (megabytes * 150_000) / entries,
      unit: 'MB',
      note: 'gzipped, signed and sealed',
      limit: { atMost: 8 },
    },
    {
      figure: 'entries',
      what: '  peak memory of the import',
      ours: numberOf(imported, 'peak'),
      unit: 'MB',
      limit: { atMost: 250 },
    },
  ]
}

/**
 * What others feel meanwhile. Queries go on unhindered. A command waits: whoever gave it is told so, and never waits longer
 * than the import itself may take.
 * @param entries - of the set
 */
function felt(found: Found, entries: number): readonly Line[] {
  const about = { figure: 'entries', unit: 'ms' } as const
  return [
    {
      ...about,
      what: '  queries meanwhile, p95',
      ours: numberOf(found, 'p95'),
      note: `${numberOf(found, 'queries')} of them, the slowest ${numberOf(found, 'slowest').toFixed(0)}`,
      limit: { atMost: 100 },
    },
    {
      ...about,
      what: '  a command meanwhile, the longest wait',
      ours: numberOf(found, 'wait'),
      note: `${numberOf(found, 'commands')} of them`,
      limit: { atMost: 1000 * secondsFor(entries) },
    },
    {
      ...about,
      what: '  that it waits, told',
      ours: numberOf(found, 'told'),
      unit: 'times',
      limit: { atLeast: 1 },
    },
  ]
}

/** What an import may take: fewer entries so much less than all, and a day's a second (exchange.md, Numbers to hold). */
function secondsFor(entries: number): number {
  return Math.max(1, (twenty.limit.atMost * entries) / 150_000)
}

/** A peer's time in a line, where it was to be had. */
function beside(name: string, ms: number | undefined): Pick<Line, 'peer'> {
  return ms === undefined ? {} : { peer: { name, value: ms / 1000 } }
}

/** Seconds that 150,000 entries may take. */
const twenty = { limit: { atMost: 20 } } as const

/** A day's work on top: the superior acknowledges, the office records, one more set goes up. */
async function day(bench: Bench, folder: string): Promise<readonly Line[]> {
  await acknowledge(folder)
  const seeder = await openSeeder(join(folder, 'a'), 500)
  seedPeople(seeder, seedUnits(seeder, 5), 72, { helper: 1, papers: 1, vote: 1, submitted: 1 })
  seeder.close()
  emptyStick(folder)
  await bench.measure({ folder, what: 'export' })
  const imported = await imports(bench, folder, 3)
  const entries = numberOf(imported, 'entries')
  const raw = await bench.measure({ folder, what: 'raw', entries })
  const peer = { name: 'raw inserts', value: numberOf(raw, 'ms') / 1000 }
  const what = `import of ${entries} entries on top`
  const note = `${numberOf(imported, 'cpu').toFixed(2)} s of it CPU`
  return [
    {
      figure: 'entries',
      what,
      ours: numberOf(imported, 'ms') / 1000,
      unit: 's',
      peer,
      note,
      limit: { atMost: secondsFor(entries) },
    },
  ]
}

/** Imports the same set into the same store several times. @returns the run that took the middle of the times */
async function imports(bench: Bench, folder: string, times: number): Promise<Found> {
  const once = () => bench.measure({ folder, what: 'import' })
  const runs: Found[] = []
  while (runs.length < times - 1) runs.push(await undone(folder, once))
  runs.push(await once())
  const sorted = runs.toSorted((a, b) => numberOf(a, 'ms') - numberOf(b, 'ms'))
  return sorted[Math.floor(times / 2)] ?? {}
}

/** Takes a step, and puts the office that takes in back to what it was before. */
async function undone(folder: string, step: () => Promise<Found>): Promise<Found> {
  const [into, kept] = [join(folder, 'b'), join(folder, 'kept-b')]
  cpSync(into, kept, { recursive: true })
  const found = await step()
  rmSync(into, { recursive: true })
  renameSync(kept, into)
  return found
}

/** Sends the superior's receipt down and takes it in, so that the next set begins where this one ended. */
async function acknowledge(folder: string): Promise<void> {
  emptyStick(folder)
  const b = await unlocked(join(folder, 'b'))
  await must(b.call('bundle.export', { folder: join(folder, 'stick') }))
  b.close()
  const a = await unlocked(join(folder, 'a'))
  await must(a.call('bundle.import', { folder: join(folder, 'stick') }))
  a.close()
}

function emptyStick(folder: string): void {
  rmSync(join(folder, 'stick'), { recursive: true })
  mkdirSync(join(folder, 'stick'))
}

/** The newest lines of the other office's channel once more, into a copy of the journal's table, in one transaction. */
async function rawInserts(folder: string, count: number): Promise<Found> {
  const { storeKey } = await wayIn(folder)
  const opened = openStore(join(folder, 'data', 'store.db'), { key: storeKey })
  if (!opened.ok) throw new Error(`the store did not open: ${opened.error.code}`)
  const { sqlite } = opened.value
  type Row = Readonly<Record<string, string | number | null>>
  const rows = sqlite.prepare<[number], Row>('SELECT * FROM journal ORDER BY id DESC LIMIT ?').all(count)
  sqlite.exec(`CREATE TABLE raw_journal AS SELECT * FROM journal WHERE 0;
    CREATE UNIQUE INDEX raw_by_place ON raw_journal (channel_id, seq);
    CREATE INDEX raw_by_entry ON raw_journal (entry_id);
    CREATE INDEX raw_by_subject ON raw_journal (subject_id, subject_type)`)
  const names = Object.keys(rows[0] ?? {})
  const insert = sqlite.prepare(`INSERT INTO raw_journal VALUES (${names.map(() => '?').join()})`)
  const { ms } = await timed(() => {
    sqlite.exec('BEGIN IMMEDIATE')
    for (const row of rows.toReversed()) insert.run(...Object.values(row))
    sqlite.exec('COMMIT')
  })
  sqlite.exec('DROP TABLE raw_journal')
  opened.value.close()
  return { ms }
}
