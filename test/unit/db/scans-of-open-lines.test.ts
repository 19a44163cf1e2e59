/** Scans that only lines name which wait or are held: what is asked for them is told at once, however many there are. */
import { expect, test } from 'vitest'
import { sha256Hex, utf8 } from '../../../shared/base/canonical.ts'
import { needed } from '../../../db/private/exchange.ts'
import { isRequestDue, missingFrom, noteMissing } from '../../../db/private/missing-scans.ts'
import { countWanted, keepWants } from '../../../db/private/wanted-scans.ts'
import { prepared, read, write, type WriteDb } from '../../../db/transaction.ts'
import { emptyStore, idsFrom } from '../../support/journal-kit.ts'

const id = idsFrom('scans-of-open-lines')
const [SELF, OTHER] = [id(), id()]
const scan = (n: number): string => sha256Hex(utf8(`scan ${n}`))
const naming = (sha256: string): string => `{"scans":[{"sha256":"${sha256}"}],"text":"${'x'.repeat(1500)}"}`

/** A channel of the other office for ours, of which every line is held. */
function holdLines(db: WriteDb, lines: readonly string[]): void {
  const channel = prepared(
    db,
    `INSERT INTO channels (channel, office, device, audience, seq, head) VALUES (?, ?, 'd', ?, ?, '')`,
  ).run(`${OTHER}.d.${SELF}`, OTHER, SELF, lines.length)
  const line = prepared(db, `INSERT INTO journal (channel_id, seq, status, head, line) VALUES (?, ?, 'held', '', ?)`)
  for (const [at, text] of lines.entries()) line.run(channel.lastId, at + 1, text)
}

test('of thousands of scans that lines held here name it is known at once which are asked for, and which are lacking', () => {
  const store = emptyStore()
  const named = Array.from({ length: 3000 }, (_, n) => scan(n))
  const strangers = Array.from({ length: 3000 }, (_, n) => scan(-1 - n))
  write(store, (db) => {
    holdLines(db, named.map(naming))
    noteMissing(db, OTHER, [...named.slice(0, 1000), ...strangers], [])
    keepWants(db, OTHER, [...named, ...strangers], false)
  })
  read(store, (db) => {
    expect(countWanted(db, SELF, OTHER)).toEqual({ here: 2000, lost: 1000 })
    expect(missingFrom(db, OTHER)).toEqual(named.slice(0, 1000).sort())
    expect(needed(db, [...strangers, ...named])).toEqual(named)
    expect(isRequestDue(db, OTHER)).toBe(true)
  })
})

test('a line that is held names a scan only as one: a set for what merely looks like it would bring nothing, for ever', () => {
  const store = emptyStore()
  write(store, (db) => {
    holdLines(db, [`{"text":"${scan(1)}"}`, naming(scan(2))])
    keepWants(db, OTHER, [scan(1), scan(2)], false)
  })
  expect(read(store, (db) => countWanted(db, SELF, OTHER))).toEqual({ here: 1, lost: 0 })
})
