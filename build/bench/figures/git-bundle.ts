/**
 * What git makes of the same journal: its lines in files of a thousand, a commit for each, carried as a `git bundle`: in one
 * file, which every commit packs anew, a journal of 150,000 would take a quarter of an hour. It neither seals nor signs, and
 * its verification reads no line.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../../db/open.ts'
import type { Found } from '../figure.ts'
import { wayIn } from '../office.ts'

/** Lines in one file, and in one commit. */
const A_COMMIT = 1000

/** Times of create, verify and unbundle in milliseconds; nothing where git is not there. @param office - a folder of the bench */
export async function gitBundle(folder: string, office: string): Promise<Found> {
  if (spawnSync('git', ['--version']).status !== 0) return {}
  const { storeKey } = await wayIn(office)
  const opened = openStore(join(office, 'data', 'store.db'), { key: storeKey, readOnly: true })
  if (!opened.ok) throw new Error(`the store did not open: ${opened.error.code}`)
  const lines = opened.value.sqlite.prepare<[], { line: string }>('SELECT line FROM journal ORDER BY channel_id, seq')
  const home = join(folder, 'git')
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home)
  const git = (place: string, ...words: string[]): number => {
    const start = performance.now()
    const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', '-c', 'gc.auto=0']
    const done = spawnSync('git', [...identity, '-C', join(home, place), ...words], { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`git ${words.join(' ')}: ${done.stderr}`)
    return performance.now() - start
  }
  for (const place of ['from', 'to']) {
    mkdirSync(join(home, place))
    git(place, 'init', '-q', '-b', 'main')
  }
  let told = 0
  let page: string[] = []
  const commit = () => {
    const file = `journal-${told}.jsonl`
    writeFileSync(join(home, 'from', file), page.join(''))
    git('from', 'add', file)
    git('from', 'commit', '-q', '-m', String(told))
    told += page.length
    page = []
  }
  for (const { line } of lines.iterate()) {
    page.push(`${line}\n`)
    if (page.length === A_COMMIT) commit()
  }
  if (page.length > 0) commit()
  opened.value.close()
  const file = join(home, 'journal.bundle')
  const create = git('from', 'bundle', 'create', '-q', file, 'main')
  const verify = git('to', 'bundle', 'verify', '-q', file)
  const unbundle = git('to', 'bundle', 'unbundle', file)
  rmSync(home, { recursive: true })
  return { create, verify, unbundle, lines: told }
}
