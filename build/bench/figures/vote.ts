/**
 * A recorded vote through the port against the least that can be durable: one row inserted in the same encrypted file
 * with the same settings. And that it is one commit: counted in the write-ahead log, whose frame headers are plain.
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../../db/open.ts'
import type { Core } from '../../../electron/core.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { cpuMs, median, percentile } from '../numbers.ts'
import { must, unlocked, wayIn } from '../office.ts'
import type { Line } from '../report.ts'
import { branchVote } from '../seed.ts'

const CALLS = 80
const COUNTED = 20
/** Calls until the engine has compiled what they run; what those cost is said by a line of its own. */
const WARM_UP = 200

/** Votes and raw inserts in turns, then votes whose commits are counted. */
export async function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  const store = join(folder, 'data', 'store.db')
  const { storeKey } = await wayIn(folder)
  const votes: number[] = []
  const raws: number[] = []
  let cpu = 0
  const cold = await unlocked(folder)
  const first = await liveCases(cold, 0, WARM_UP)
  const start = cpuMs()
  for (const id of first) await vote(cold, id)
  const coldCpu = (cpuMs() - start) / first.length
  cold.close()
  let offset = first.length
  for (let turn = 0; turn < 3; turn += 1) {
    const core = await unlocked(folder)
    const cases = await liveCases(core, offset, CALLS + 10)
    offset += cases.length
    for (const id of cases.slice(0, 10)) await vote(core, id)
    const before = cpuMs()
    for (const id of cases.slice(10)) votes.push(await vote(core, id))
    cpu += cpuMs() - before
    core.close()
    raws.push(...rawInserts(store, storeKey, turn))
  }
  const core = await unlocked(folder)
  const commits = await countCommits(core, store, offset)
  core.close()
  return {
    vote: median(votes),
    voteP95: percentile(votes, 0.95),
    raw: median(raws),
    cpu: cpu / votes.length,
    coldCpu,
    commits,
  }
}

/** The lines of a recorded vote. */
export async function figure({ stores, folder, measure: run }: Bench): Promise<readonly Line[]> {
  const at = folder('10k')
  await stores.copy('people-10k', at)
  const found = await run({ folder: join(at, 'a') })
  const raw = { name: 'raw durable insert', value: numberOf(found, 'raw') }
  const about = { figure: 'vote', unit: 'ms' }
  return [
    { ...about, what: 'recorded vote, 10,000 cases, p50', ours: numberOf(found, 'vote'), peer: raw },
    { ...about, what: 'recorded vote, 10,000 cases, p95', ours: numberOf(found, 'voteP95') },
    { ...about, what: 'CPU of a recorded vote', ours: numberOf(found, 'cpu'), limit: { atMost: 3 } },
    {
      ...about,
      what: 'the same, the first of a process',
      ours: numberOf(found, 'coldCpu'),
      note: `on average over ${WARM_UP}, with what the engine takes to compile them`,
    },
    {
      figure: 'vote',
      what: 'commits of a recorded vote',
      ours: numberOf(found, 'commits'),
      unit: '',
      limit: { exactly: 1 },
      note: 'commit frames in the write-ahead log',
    },
  ]
}

async function liveCases(core: Core, offset: number, limit: number): Promise<readonly string[]> {
  const { rows } = await must<{ rows: readonly { case: string }[] }>(
    core.call('candidate.search', { ended: false, limit, offset }),
  )
  return rows.map((row) => row.case)
}

/** Above every number that the store was seeded with: each vote has a resolution of its own. */
let resolutions = 200_000

async function vote(core: Core, id: string): Promise<number> {
  resolutions += 1
  const start = performance.now()
  await must(core.call('dossier.recordBranchVote', branchVote(id, resolutions)))
  return performance.now() - start
}

/** One row of the size of a journal line a transaction, in the table of drafts. */
function rawInserts(file: string, key: Uint8Array, turn: number): readonly number[] {
  const opened = openStore(file, { key })
  if (!opened.ok) throw new Error(`the store did not open: ${opened.error.code}`)
  const { sqlite } = opened.value
  const insert = sqlite.prepare('INSERT INTO drafts (page, user_id, value, at) VALUES (?, ?, ?, ?)')
  const value = 'x'.repeat(900)
  const times = Array.from({ length: CALLS }, (_, n) => {
    const start = performance.now()
    insert.run(`bench ${turn} ${n}`, 'bench', value, '2024-06-03T01:00:00Z')
    return performance.now() - start
  })
  opened.value.close()
  return times
}

/** Commits a vote makes: the most found in any of several, none of them at a checkpoint. */
async function countCommits(core: Core, store: string, offset: number): Promise<number> {
  const seen: number[] = []
  for (const id of await liveCases(core, offset, COUNTED)) {
    const before = logOf(store)
    await vote(core, id)
    const after = logOf(store)
    if (before.salt === after.salt) seen.push(after.commits - before.commits)
  }
  if (seen.length === 0) throw new Error('every vote was at a checkpoint')
  return seen.every((count) => count === seen[0]) ? (seen[0] ?? Number.NaN) : Math.max(...seen)
}

/**
 * Reads a write-ahead log (sqlite.org/fileformat2.html 4.1): a header of 32 bytes, then frames of 24 bytes and a page;
 * a frame that ends a transaction names the size of the database, the others 0. Frames of an older round have other salts.
 * The log has no locks of its own, so that reading it here is safe, unlike reading the store (db/open.ts).
 */
function logOf(store: string): { readonly salt: string; readonly commits: number } {
  const path = `${store}-wal`
  if (!existsSync(path) || statSync(path).size < 32) return { salt: '', commits: 0 }
  const file = openSync(path, 'r')
  const header = Buffer.alloc(32)
  readSync(file, header, 0, 32, 0)
  const salt = header.toString('hex', 16, 24)
  const step = 24 + header.readUInt32BE(8)
  const frame = Buffer.alloc(24)
  let commits = 0
  for (let at = 32; readSync(file, frame, 0, 24, at) === 24; at += step) {
    if (frame.toString('hex', 8, 16) !== salt) break
    if (frame.readUInt32BE(4) !== 0) commits += 1
  }
  closeSync(file)
  return { salt, commits }
}
