/**
 * Finding people by name against the bare statement on the word index, which neither orders nor counts nor shows a row.
 */
import { join } from 'node:path'
import { openStore } from '../../../db/open.ts'
import { exactKey, fold, hasMarks } from '../../../shared/text/fold.ts'
import { numberOf, textOf, type Arguments, type Bench, type Found } from '../figure.ts'
import { cpuMs, percentile } from '../numbers.ts'
import { must, unlocked, wayIn } from '../office.ts'
import type { Line } from '../report.ts'

const TEXTS = ['n', 'ng', 'nguyen', 'nguyễn văn', 'duc', 'đức', 'nguyen van binh', 'lan', '']

/** Each text in turn, many times, with the bare statement beside it. */
export async function measure(input: Arguments): Promise<Found> {
  const folder = textOf(input, 'folder')
  const rounds = Number(input['rounds'])
  const core = await unlocked(folder)
  const { storeKey } = await wayIn(folder)
  const opened = openStore(join(folder, 'data', 'store.db'), { key: storeKey, readOnly: true })
  if (!opened.ok) throw new Error(`the store did not open: ${opened.error.code}`)
  const bare = opened.value.sqlite.prepare('SELECT rowid FROM case_words WHERE case_words MATCH ? LIMIT 50')
  const all = opened.value.sqlite.prepare('SELECT case_id FROM cases LIMIT 50')
  const ours = new Map(TEXTS.map((text) => [text, [] as number[]]))
  const theirs = new Map(TEXTS.map((text) => [text, [] as number[]]))
  const work = new Map(TEXTS.map((text) => [text, [] as number[]]))
  for (let round = -3; round < rounds; round += 1) {
    for (const text of TEXTS) {
      const before = cpuMs()
      const start = performance.now()
      await must(core.call('candidate.search', text === '' ? {} : { text }))
      const middle = performance.now()
      const cpu = cpuMs() - before
      if (text === '') all.all()
      else bare.all(matchOf(text))
      const end = performance.now()
      if (round < 0) continue
      ours.get(text)?.push(middle - start)
      work.get(text)?.push(cpu)
      theirs.get(text)?.push(end - middle)
    }
  }
  opened.value.close()
  core.close()
  const found: Record<string, number> = {}
  for (const text of TEXTS) {
    found[`${text} p50`] = percentile(ours.get(text) ?? [], 0.5)
    found[`${text} p95`] = percentile(ours.get(text) ?? [], 0.95)
    found[`${text} cpu p95`] = percentile(work.get(text) ?? [], 0.95)
    found[`${text} bare`] = percentile(theirs.get(text) ?? [], 0.5)
    found[`${text} bare p95`] = percentile(theirs.get(text) ?? [], 0.95)
  }
  return found
}

/** Two lines a text and size; the limit is on the larger. */
export async function figure({ stores, folder, measure: run, old }: Bench): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (const [name, people] of [
    ['people-10k', '10,000'],
    ['people-100k', '100,000'],
  ] as const) {
    const at = folder(name)
    await stores.copy(name, at)
    const found = await run({ folder: join(at, 'a'), rounds: old ? 40 : 60 })
    for (const text of TEXTS) {
      const shown = `search '${text}' of ${people}`
      const unit = 'ms'
      const name_ = text === '' ? 'bare select' : 'bare MATCH'
      const limit = people === '100,000' ? { limit: { atMost: 30 } } : {}
      lines.push(
        {
          figure: 'search',
          what: `${shown}, p50`,
          ours: numberOf(found, `${text} p50`),
          unit,
          peer: { name: name_, value: numberOf(found, `${text} bare`) },
        },
        {
          figure: 'search',
          what: `${shown}, p95`,
          ours: numberOf(found, `${text} p95`),
          unit,
          peer: { name: name_, value: numberOf(found, `${text} bare p95`) },
          note: `CPU p95 ${numberOf(found, `${text} cpu p95`).toFixed(1)} ms`,
          ...limit,
        },
      )
    }
  }
  return lines
}

function matchOf(text: string): string {
  const words = (hasMarks(text) ? exactKey(text) : fold(text)).split(' ')
  const column = hasMarks(text) ? 'exact' : 'folded'
  return words.map((word, i) => `${column} : "${word}"${i === words.length - 1 ? ' *' : ''}`).join(' AND ')
}
