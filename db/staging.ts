/**
 * Lines of a bundle between their verification and the one transaction that takes them in. A few stay in memory; more go
 * to a scratch database, encrypted with a key that nobody keeps, so that an import of any size takes the memory of a
 * small one and no plaintext touches the disk. Whoever opens a staging closes it and removes its folder's content.
 */
import { trustedJson } from '../shared/base/trust.ts'
import type { CheckedLine, EntryHead, LineShape } from '../shared/journal/classify.ts'
import type { SubjectType } from '../shared/journal/entry.ts'
import { openScratch, type Store } from './open.ts'
import { prepared, read, script, write } from './transaction.ts'

/** Staged lines, by channel, in the order they were added. */
export type Staging = {
  readonly add: (channel: string, line: CheckedLine) => void
  /** The lines of a channel, read as they are asked for. */
  readonly lines: (channel: string) => Iterable<CheckedLine>
  readonly close: () => void
}

/** Lines staged together: their texts, one to a row of a text, and what is known of each as JSON. */
type Batch = { readonly channel: string; readonly lines: string; readonly facts: string }

/** What is known of a line: of an entry the parts of its head in a row, since nearly every line is one. */
type Fact =
  | readonly [head: string, shape: LineShape]
  | readonly [head: string, id: string, kind: string, type: SubjectType, subject: string, after: EntryHead['after']]

/** Characters of text that make a batch, and that stay in memory before a scratch database is opened. */
const BATCH = 256 * 1024
const IN_MEMORY = 2 * 1024 * 1024

/**
 * Opens a staging.
 * @param file - where a scratch database may be made, if there is more than fits in memory
 * @param key - its key: 32 random bytes
 */
export function openStaging(file: string, key: Uint8Array): Staging {
  let scratch: Store | null = null
  const held: Batch[] = []
  let heldSize = 0
  let channel = ''
  let texts: string[] = []
  let facts: Fact[] = []
  let size = 0

  const flush = (): void => {
    if (texts.length === 0) return
    const batch = { channel, lines: texts.join('\n'), facts: JSON.stringify(facts) }
    if (scratch === null && heldSize + size > IN_MEMORY) scratch = openTable(file, key)
    if (scratch === null) held.push(batch)
    else keep(scratch, batch)
    heldSize += size
    texts = []
    facts = []
    size = 0
  }
  return {
    add: (to, { line, head, shape }) => {
      if (to !== channel || size >= BATCH) flush()
      channel = to
      texts.push(line)
      facts.push(factOf(head, shape))
      size += line.length
    },
    *lines(of) {
      flush()
      for (const batch of held) if (batch.channel === of) yield* linesIn(batch)
      if (scratch === null) return
      for (const batch of kept(scratch, of)) yield* linesIn(batch)
    },
    close: () => scratch?.close(),
  }
}

function openTable(file: string, key: Uint8Array): Store {
  const scratch = openScratch(file, key)
  write(scratch, (db) => {
    const columns = 'id INTEGER PRIMARY KEY, channel TEXT NOT NULL, lines TEXT NOT NULL, facts TEXT NOT NULL'
    script(db, `CREATE TABLE batches (${columns}) STRICT`)
  })
  return scratch
}

function keep(scratch: Store, { channel, lines, facts }: Batch): void {
  write(scratch, (db) =>
    prepared(db, 'INSERT INTO batches (channel, lines, facts) VALUES (?, ?, ?)').run(channel, lines, facts),
  )
}

function* kept(scratch: Store, channel: string): Generator<Batch> {
  const after = (id: number) =>
    read(scratch, (db) =>
      prepared<Batch & { id: number }>(
        db,
        'SELECT id, channel, lines, facts FROM batches WHERE id > ? AND channel = ? ORDER BY id LIMIT 1',
      ).get(id, channel),
    )
  for (let batch = after(0); batch !== undefined; batch = after(batch.id)) yield batch
}

function* linesIn(batch: Batch): Generator<CheckedLine> {
  const lines = batch.lines.split('\n')
  const facts = trustedJson<Fact[]>(batch.facts)
  for (const [at, fact] of facts.entries()) yield { line: lines[at] ?? '', head: fact[0], shape: shapeIn(fact) }
}

function factOf(head: string, shape: LineShape): Fact {
  if (shape.kind !== 'entry') return [head, shape]
  const { id, kind, subject, after } = shape.entry
  return [head, id, kind, subject.type, subject.id, after]
}

function shapeIn(fact: Fact): LineShape {
  if (fact.length === 2) return fact[1]
  const [, id, kind, type, subject, after] = fact
  return { kind: 'entry', entry: { id, kind, subject: { type, id: subject }, after } }
}
