/**
 * Sets full of scans, written and taken in through the port, against Debian's `tar | age` on the same bytes and the same
 * disk; with and without the cipher that Electron's crypto lacks. Memory must not grow with the set.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { cpuMs, timed } from '../numbers.ts'
import { found, must, pair, unlocked } from '../office.ts'
import { memory, resetPeak } from '../process.ts'
import type { Line } from '../report.ts'
import { openSeeder, seedPeople, seedUnits, submit } from '../seed.ts'
import { pdf } from '../seed-scans.ts'

const SCAN_BYTES = 5_000_000

/** A dossier has at most 300 papers. */
const SCANS_OF_A_PAPER = 10

/** One step in a process: `what` is `export`, `import` or `peer`. */
export function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  const what = textOf(input, 'what')
  return what === 'peer' ? Promise.resolve(peer(folder)) : carry(folder, what)
}

/** The lines of export and import. */
export async function figure(bench: Bench): Promise<readonly Line[]> {
  const large = bench.folder('300MB')
  await prepare(large, 60)
  // Throughput is promised for an ordinary machine; half a CPU has no limit of its own, and memory is the same there.
  if (bench.old)
    return [
      ...(await both(bench, large, '300 MB, as Electron (no native cipher)', true, undefined, null)),
      ...(await both(bench, large, '300 MB, native cipher', false, undefined, null)),
    ]
  const small = bench.folder('100MB')
  await prepare(small, 20)
  const lines = [
    ...(await compare(bench, small, large, 'as Electron (no native cipher)', true, 45)),
    ...(await compare(bench, small, large, 'native cipher', false, 80)),
  ]
  if (!bench.full) return lines
  const huge = bench.folder('2GiB')
  await prepare(huge, 430)
  return [...lines, ...(await both(bench, huge, '2 GiB, as Electron (no native cipher)', true, 45, null))]
}

async function compare(
  bench: Bench,
  small: string,
  large: string,
  engine: string,
  noNativeCipher: boolean,
  limit: number,
): Promise<readonly Line[]> {
  const base = await transport(bench, small, noNativeCipher)
  return both(bench, large, `300 MB, ${engine}`, noNativeCipher, limit, base)
}

type Carried = { readonly exported: Found; readonly imported: Found }

/** The lines of one size and engine; with `base`, how memory grew from the smaller set. */
async function both(
  bench: Bench,
  folder: string,
  label: string,
  noNativeCipher: boolean,
  limit: number | undefined,
  base: Carried | null,
): Promise<readonly Line[]> {
  const peers = await bench.measure({ folder, what: 'peer' })
  const { exported, imported } = await transport(bench, folder, noNativeCipher)
  const speed = (found: Found) => numberOf(found, 'bytes') / 1e3 / numberOf(found, 'ms')
  const line = (what: string, found: Found, peerName: string, peerMs: number | undefined, atLeast?: number): Line => ({
    figure: 'scans',
    what: `${what}, ${label}`,
    ours: speed(found),
    unit: 'MB/s',
    note: `${numberOf(found, 'ms').toFixed(0)} ms of which ${numberOf(found, 'cpu').toFixed(0)} CPU`,
    ...(peerMs === undefined ? {} : { peer: { name: peerName, value: numberOf(found, 'bytes') / 1e3 / peerMs } }),
    ...(atLeast === undefined ? {} : { limit: { atLeast } }),
  })
  const room = (what: string, found: Found, before: Found | undefined): Line => ({
    figure: 'scans',
    what: `  peak memory of the ${what}`,
    ours: numberOf(found, 'peak'),
    unit: 'MB',
    ...(before === undefined ? {} : { peer: { name: 'with 100 MB', value: numberOf(before, 'peak') } }),
    limit: { atMost: 300 },
  })
  return [
    line('export', exported, 'tar | age -r', peers['seal'], limit),
    room('export', exported, base?.exported),
    line('import', imported, 'age -d | tar x', peers['open']),
    room('import', imported, base?.imported),
  ]
}

/** Exports to a stick and imports into a fresh copy of the other office, each in a process of its own. */
async function transport(bench: Bench, folder: string, noNativeCipher: boolean): Promise<Carried> {
  const stick = join(folder, 'stick')
  const runs: Found[] = []
  // The faster of two: whoever shares the machine can only slow us down.
  for (let turn = 0; turn < (bench.old ? 1 : 2); turn += 1) {
    rmSync(stick, { recursive: true, force: true })
    mkdirSync(stick)
    runs.push(await bench.measure({ folder, what: 'export', noNativeCipher }))
  }
  const [exported = {}] = runs.toSorted((a, b) => numberOf(a, 'ms') - numberOf(b, 'ms'))
  rmSync(join(folder, 'b'), { recursive: true, force: true })
  cpSync(join(folder, 'fresh-b'), join(folder, 'b'), { recursive: true })
  const imported = await bench.measure({ folder, what: 'import', noNativeCipher })
  return { exported, imported }
}

async function carry(folder: string, what: string): Promise<Found> {
  const core = await unlocked(join(folder, what === 'export' ? 'a' : 'b'))
  const stick = join(folder, 'stick')
  const bytes = files(join(folder, 'plain')).reduce((sum, path) => sum + statSync(path).size, 0)
  resetPeak()
  const before = cpuMs()
  const { value, ms } = await timed(() =>
    what === 'export'
      ? must(core.call('bundle.export', { folder: stick, full: true }))
      : must<{ sets: readonly { outcome: string }[] }>(core.call('bundle.import', { folder: stick })),
  )
  const { peak } = memory()
  const cpu = cpuMs() - before
  core.close()
  const outcome = what === 'export' ? 'imported' : (value as { sets: readonly { outcome: string }[] }).sets[0]?.outcome
  if (outcome !== 'imported') throw new Error(`the set was not taken in: ${JSON.stringify(value)}`)
  return { ms, peak, bytes, cpu }
}

/** Debian's tools on the same files, durable like ours. Nothing where they are not installed. */
function peer(folder: string): Found {
  const key = join(folder, 'key')
  rmSync(key, { force: true })
  if (spawnSync('age-keygen', ['-o', key]).status !== 0) return {}
  const sh = (script: string): number => {
    const start = performance.now()
    const done = spawnSync('sh', ['-e', '-c', script], { cwd: folder, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`the peer failed: ${done.stderr}`)
    return performance.now() - start
  }
  const seal = sh('tar -cf - plain | age -r "$(age-keygen -y key)" > peer.age && sync peer.age')
  const open = sh('mkdir -p out && age -d -i key peer.age | tar -xf - -C out && sync out out/plain out/plain/*')
  sh('rm -rf out peer.age')
  return { seal, open }
}

/** Two paired offices; the lower has a submitted dossier with so many scans, whose plain files lie beside. */
async function prepare(folder: string, count: number): Promise<void> {
  const [lower, upper, plain] = [join(folder, 'a'), join(folder, 'b'), join(folder, 'plain')]
  mkdirSync(plain, { recursive: true })
  await found(lower, 'xa-kim-bang', 'proposes')
  await found(upper, 'huyen-kim-bang', 'decides')
  const [a, b] = [await unlocked(lower), await unlocked(upper)]
  await pair(a, b)
  a.close()
  b.close()
  cpSync(upper, join(folder, 'fresh-b'), { recursive: true })
  let seeder = await openSeeder(lower, 7)
  const progress = { helper: 1, papers: 1, vote: 1, submitted: 0 }
  const [id = ''] = seedPeople(seeder, seedUnits(seeder, 1), 1, progress)
  seeder.close()
  const core = await unlocked(lower)
  for (let n = 0; n < count; n += SCANS_OF_A_PAPER) {
    const paths = Array.from({ length: Math.min(SCANS_OF_A_PAPER, count - n) }, (_, k) =>
      join(plain, `scan-${n + k}.pdf`),
    )
    for (const path of paths) writeFileSync(path, pdf(SCAN_BYTES))
    await must(core.call('paper.record', { case: id, paper: '2-KND', date: '2023-09-01', files: paths }))
  }
  core.close()
  seeder = await openSeeder(lower, 8)
  submit(seeder, id)
  seeder.close()
}

function files(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => join(folder, name))
}
