/**
 * Lines of our own that were set aside, since another history of their channel has come in their place.
 */
import { parseChannel } from '../shared/bundle/format.ts'
import { isErased, parseLine, subjectKey, type Subject } from '../shared/journal/entry.ts'
import type { Item } from '../shared/journal/item.ts'
import { isKind, kindRow } from '../shared/journal/kinds.ts'
import { upcast } from '../shared/journal/upcast.ts'
import { prepared, type ReadDb } from './transaction.ts'

/** They, by subject, as the items they were. */
export type LinesAside = ReadonlyMap<string, readonly Item[]>

/**
 * What is set aside here.
 * @param about - the subjects that are asked for: no others are read
 */
export function linesAside(db: ReadDb, self: string, about: Iterable<Subject>): LinesAside {
  const rows = prepared<{ channel: string; line: string }>(
    db,
    `SELECT channel, line FROM set_aside WHERE substr(channel, 1, length(:self) + 1) = :self || '.'
       AND CASE WHEN json_valid(line) THEN line ->> '$.subject.id' END IN (SELECT value FROM json_each(:ids))`,
  ).all({ self, ids: JSON.stringify([...new Set([...about].map(({ id }) => id))]) })
  // A line may have been set aside, come again and been set aside once more.
  const once = new Map(rows.map((row) => [`${row.channel} ${row.line}`, row]))
  const items = [...once.values()].flatMap(({ channel, line }): Item[] => {
    const parts = parseChannel(channel)
    const read = parseLine(line)
    if (parts === null || !read.ok || isErased(read.value)) return []
    const entry = upcast(read.value)
    // What could not be read when it was taken out was not issued anew.
    const isRead = isKind(entry.kind) && kindRow(entry.kind).payload.safeParse(entry.payload).success
    return isRead ? [{ ...parts, channel, seq: entry.seq, tick: 0, entry }] : []
  })
  return Map.groupBy(items, ({ entry: { subject } }) => subjectKey(subject))
}

/** Those about one subject. */
export function asideOf(aside: LinesAside, subject: Subject): readonly Item[] {
  return aside.get(subjectKey(subject)) ?? []
}
