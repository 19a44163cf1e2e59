/**
 * Channels that another set could not be joined to: something between is missing, or its history is another one. Kept
 * until the channel goes on, so that the page of the journal's health can say whose, where and since when.
 */
import { trustedJson } from '../../shared/base/trust.ts'
import type { ForkAtHome } from '../../shared/bundle/bundle-errors.ts'
import { isStub } from '../../shared/bundle/chain.ts'
import type { Entry } from '../../shared/journal/entry.ts'
import { channelRow, lineAt } from '../journal.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** What a channel could not be joined to; `held`: the last line we had then; `at`: wall clock of the refusal. */
export type Trouble = {
  readonly channel: string
  readonly code: 'B_GAP' | 'B_FORK'
  readonly seq: number
  readonly held: number
  readonly since: string | null
  readonly at: string
  /** As a refusal says it: the two histories are a matter of our own office. */
  readonly own?: ForkAtHome
}

/** Day of the line at a place, or null where we hold none, or only its stub. */
export function dayAt(db: ReadDb, channel: string, seq: number): string | null {
  const row = channelRow(db, channel)
  const line = row === null ? null : lineAt(db, row.id, seq)
  return line === null || isStub(line.line) ? null : (trustedJson<Partial<Entry>>(line.line).at?.slice(0, 10) ?? null)
}

/** Keeps a refusal of a set; the first one of a channel stays, since it says since when. */
export function noteTrouble(db: WriteDb, trouble: Omit<Trouble, 'held'>): void {
  const held = channelRow(db, trouble.channel)?.seq ?? 0
  if (troubles(db).some(({ channel, code }) => channel === trouble.channel && code === trouble.code)) return
  prepared(
    db,
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(PREFIX + trouble.channel, JSON.stringify({ ...trouble, held }))
}

/** A channel that could not be joined goes on. */
export function forgetTrouble(db: WriteDb, channel: string): void {
  prepared(db, 'DELETE FROM meta WHERE name = ?').run(PREFIX + channel)
}

/** Troubles that still stand: their channels have not gone on since. */
export function troubles(db: ReadDb): readonly Trouble[] {
  return prepared<{ value: string }>(db, 'SELECT value FROM meta WHERE substr(name, 1, ?) = ? ORDER BY name')
    .all(PREFIX.length, PREFIX)
    .map(({ value }) => trustedJson<Trouble>(value))
    .filter(({ channel, held }) => (channelRow(db, channel)?.seq ?? 0) === held)
}

const PREFIX = 'trouble/'
