/** What a case that is sent by value may hold: every limit of the schema is met by itself, and told by name. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { trusted } from '../../../../shared/base/trust.ts'
import { LIMITS } from '../../../../shared/bundle/format.ts'
import { Matter } from '../../../../shared/model/acts.ts'
import { CaseSnapshot, MOST_BYTES, tooMuchOf } from '../../../../shared/model/snapshot.ts'
import { SENT_LISTS } from '../../../../shared/words/labels-before.ts'
import { payloadsOver } from '../../../support/arbitraries.ts'
import { idOf } from '../../../support/journal-kit.ts'

type Shape = {
  readonly type?: string
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Shape>>
}

/** The lists of the snapshot by where they stand, as its schema says them. */
function listsOf(shape: Shape, path: readonly string[] = []): readonly (readonly [readonly string[], number])[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, below]) => {
    if (below.type === 'array') return [[[...path, name], below.maxItems ?? Number.NaN] as const]
    return Matter.options.some((matter) => matter === name) ? listsOf(below, [...path, name]) : []
  })
}

const LISTS = listsOf(trusted<Shape>(z.toJSONSchema(CaseSnapshot, { io: 'input', reused: 'inline' })))

const id = idOf(1)
const pool = { cases: [id], units: [id], members: [id], users: [id], entries: [id], offices: ['c'.repeat(26)] }
const samples = fc
  .sample(payloadsOver(pool)['dossier.submitted'], { numRuns: 100, seed: 1 })
  .map(({ snapshot }) => snapshot)

/** The list that stands there, to be changed. */
function listIn(snapshot: CaseSnapshot, path: readonly string[]): unknown[] {
  const found = path.reduce<unknown>((value, name) => trusted<Record<string, unknown>>(value ?? {})[name], snapshot)
  return trusted<unknown[]>(found ?? [])
}

/** A snapshot with so many of one list, made of one that is there. */
function withMany(path: readonly string[], count: number): CaseSnapshot {
  for (const snapshot of samples) {
    const copy = structuredClone(snapshot)
    const list = listIn(copy, path)
    const [one] = list
    if (one === undefined) continue
    list.splice(0, list.length, ...Array.from({ length: count }, () => structuredClone(one)))
    return copy
  }
  throw new Error(`no example has ${path.join('.')}`)
}

test.each(LISTS.map(([path, most]) => ({ list: path.join('.'), path, most })))(
  'of $list $most can be sent, and one more is told with what it is and how many fit',
  ({ path, most }) => {
    expect(most).toBeGreaterThan(0)
    expect(CaseSnapshot.safeParse(withMany(path, most)).success).toBe(true)
    expect(tooMuchOf(withMany(path, most))).toBeNull()
    const what = path.at(-1) ?? ''
    const matter = path.length === 2 ? path[0] : null
    expect(tooMuchOf(withMany(path, most + 1))).toEqual({ what, matter, count: most + 1, most })
    expect(Object.keys(SENT_LISTS)).toContain(what)
  },
)

test('the lists of what comes after admission are met too', () => {
  expect(LISTS.map(([path]) => path.join('.'))).toEqual(
    expect.arrayContaining(['helpers', 'papers', 'recognition.branchVotes', 'cancellation.committeeVotes']),
  )
})

test('a case whose papers take more than a line of the journal holds is told, though no list is too long', () => {
  const scan = { sha256: 'a'.repeat(64), bytes: 1, type: 'image/jpeg' as const, name: 'ả'.repeat(100) }
  const [first] = withMany(['papers'], 1).papers
  if (first === undefined) throw new Error('no paper')
  const heavy = (papers: number): CaseSnapshot => ({
    ...withMany(['papers'], 1),
    papers: Array.from({ length: papers }, () => ({ ...first, scans: Array.from({ length: 50 }, () => scan) })),
  })
  expect(tooMuchOf(heavy(40))).toBeNull()
  expect(tooMuchOf(heavy(60))).toMatchObject({ what: 'bytes', most: MOST_BYTES })
  // The entry around it needs its kind, subject, letter and note; of four dossiers under way at most.
  expect(LIMITS.lineBytes - MOST_BYTES).toBeGreaterThanOrEqual(64 * 1024)
})
