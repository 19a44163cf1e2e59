/**
 * The large stores of the bench, made once for a state of the sources and kept under node_modules/.cache: nothing in
 * them but what the program's own commands have written. A measurement gets a copy, so that every run begins alike.
 */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { found, must, pair, unlocked } from './office.ts'
import { openSeeder, seedAdmitted, seedMembers, seedPeople, seedUnits, type Progress } from './seed.ts'
import { seedScans } from './seed-scans.ts'

/** A kind of store: how many people, how far their cases are, and whether a superior is paired. */
type Plan = {
  readonly people: number
  readonly progress: Progress
  readonly paired: boolean
  readonly scans: number
  /** Branches; 60 where not said. */
  readonly units?: number
  /** Members in the register, and people taken over with their admission, beside `people`. */
  readonly members?: number
  readonly admitted?: number
}

const early: Progress = { helper: 0.5, papers: 0, vote: 0.1, submitted: 0 }
const mixed: Progress = { helper: 0.7, papers: 0.4, vote: 0.2, submitted: 0.05, scanned: true }
const sent: Progress = { helper: 1, papers: 1, vote: 1, submitted: 1 }

/**
 * Every store, by name. `dossiers-*`: an office whose people have papers, votes and submissions in their shares.
 * `sender-*`: people whose whole way up to the submission a superior receives.
 */
const PLANS = {
  'people-10k': { people: 10_000, progress: mixed, paired: true, scans: 0 },
  'deciding-10k': {
    people: 6700,
    progress: mixed,
    paired: false,
    scans: 0,
    units: 134,
    members: 7000,
    admitted: 3300,
  },
  'deciding-100k': {
    people: 67_000,
    progress: early,
    paired: false,
    scans: 0,
    units: 134,
    members: 7000,
    admitted: 33_000,
  },
  'people-100k': { people: 100_000, progress: early, paired: false, scans: 5000 },
  'dossiers-100k': { people: 100_000, progress: mixed, paired: false, scans: 0 },
  'sender-20k': { people: 2860, progress: sent, paired: true, scans: 0 },
  'sender-150k': { people: 21_450, progress: sent, paired: true, scans: 0 },
} as const satisfies Readonly<Record<string, Plan>>

/** The name of a store. In its folder: `a` the office, and where it is paired `b`, its superior. */
export type StoreName = keyof typeof PLANS

/** The stores of one run. */
export type Stores = {
  /** A copy of a store in a folder that does not exist yet. */
  readonly copy: (name: StoreName, to: string) => Promise<void>
}

const root = join(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/bench-stores')

/** Opens the cache; stores of other states of the sources are removed. @param say - hears what takes long */
export function openStores(say: (text: string) => void): Stores {
  const key = sourcesHash()
  const shelf = join(cache, key)
  mkdirSync(shelf, { recursive: true })
  for (const other of readdirSync(cache))
    if (other !== key) rmSync(join(cache, other), { recursive: true, force: true })
  return {
    copy: async (name, to) => {
      const kept = join(shelf, name)
      if (!existsSync(kept)) await make(name, kept, say)
      copyStore(kept, to)
    },
  }
}

/** Copies the folder of an office, or of a pair. */
export function copyStore(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
}

async function make(name: StoreName, kept: string, say: (text: string) => void): Promise<void> {
  const plan: Plan = PLANS[name]
  say(`making the store ${name} (${plan.people} people), kept for the next run`)
  const start = performance.now()
  const making = `${kept}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  const [lower, upper] = [join(making, 'a'), join(making, 'b')]
  await found(lower, 'xa-kim-bang', plan.paired ? 'proposes' : 'decides')
  if (plan.paired) await pairWith(lower, upper)
  const seeder = await openSeeder(lower, plan.people)
  const units = seedUnits(seeder, plan.units ?? 60)
  const cases = seedPeople(seeder, units, plan.people, plan.progress)
  if (plan.members !== undefined) seedMembers(seeder, units, plan.members)
  if (plan.admitted !== undefined) seedAdmitted(seeder, units, plan.admitted)
  if (plan.scans > 0) await seedScans(seeder, lower, cases, plan.scans)
  seeder.close()
  renameSync(making, kept)
  say(`made ${name} in ${((performance.now() - start) / 1000).toFixed(0)} s`)
}

async function pairWith(lower: string, upper: string): Promise<void> {
  await found(upper, 'huyen-kim-bang', 'decides')
  const [a, b] = [await unlocked(lower), await unlocked(upper)]
  await pair(a, b)
  await must(a.call('session.lock', {}))
  await must(b.call('session.lock', {}))
}

/** A hash of all that decides what is in a store: the rooms that record, and the seeding itself. */
function sourcesHash(): string {
  const files = [
    ...globSync('{db,shared}/**/*.{ts,sql}', { cwd: root, exclude: ['shared/words/**', 'shared/contract/**'] }),
    ...['office', 'people', 'numbers', 'seed', 'seed-scans', 'stores'].map((name) => `build/bench/${name}.ts`),
  ].sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}
