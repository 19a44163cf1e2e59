/**
 * Channels that another set could not be joined to: something between is missing, or its history is another one. Kept
 * until that is settled, so that the page of the journal's health can say whose, where and since when.
 */
import { trustedJson } from '../../shared/base/trust.ts'
import { GENESIS, isStub } from '../../shared/bundle/chain.ts'
import type { Entry } from '../../shared/journal/entry.ts'
import { channelRow, lineAt } from '../journal.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** What a channel could not be joined to; `head`: where it ended then; `at`: wall clock of the first refusal. */
export type Trouble = {
  readonly channel: string
  readonly code: 'B_GAP' | 'B_FORK'
  /** Of a gap the line that a set began with; of a fork one from which on the two histories surely differ. */
  readonly seq: number
  readonly head: string
  readonly since: string | null
  readonly at: string
  /** As a refusal says it: the set was of another computer of our own office. */
  readonly own?: 'computer'
}

/** Day of the line at a place, or null where we hold none, or only its stub. */
export function dayAt(db: ReadDb, channel: string, seq: number): string | null {
  const row = channelRow(db, channel)
  const line = row === null ? null : lineAt(db, row.id, seq)
  return line === null || isStub(line.line) ? null : (trustedJson<Partial<Entry>>(line.line).at?.slice(0, 10) ?? null)
}

/**
 * Keeps a refusal of a set. A channel may have both a gap and a fork; of each the first note stays, since it says since
 * when, and a gap reaches as far as the last set that could not be joined on.
 */
export function noteTrouble(db: WriteDb, trouble: Omit<Trouble, 'head'>): void {
  const { channel, code, seq } = trouble
  const first = troubles(db).find((noted) => noted.channel === channel && noted.code === code)
  if (first !== undefined && (code === 'B_FORK' || seq <= first.seq)) return
  const noted: Trouble =
    first === undefined ? { ...trouble, head: channelRow(db, channel)?.head ?? GENESIS } : { ...first, seq }
  prepared(
    db,
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(nameOf(noted), JSON.stringify(noted))
}

/**
 * Whoever went on with the other history of a channel holds ours now: the fork is settled, if that is so of a line behind
 * the place where they parted. Before it both are the same in any case.
 */
export function settleFork(db: WriteDb, channel: string, held: number): void {
  const fork = troubles(db).find((noted) => noted.channel === channel && noted.code === 'B_FORK')
  if (fork === undefined || held < fork.seq) return
  prepared(db, 'DELETE FROM meta WHERE name = ?').run(nameOf(fork))
}

/** Troubles that still stand. */
export function troubles(db: ReadDb): readonly Trouble[] {
  return prepared<{ value: string }>(db, 'SELECT value FROM meta WHERE substr(name, 1, ?) = ? ORDER BY name')
    .all(PREFIX.length, PREFIX)
    .map(({ value }) => trustedJson<Trouble>(value))
    .filter((trouble) => stands(db, trouble))
}

/** A gap stands until what was missing is there; a fork until the channel goes on, or another history is in its place. */
function stands(db: ReadDb, { channel, code, seq, head }: Trouble): boolean {
  const row = channelRow(db, channel)
  return code === 'B_GAP' ? (row?.seq ?? 0) < seq - 1 : (row?.head ?? GENESIS) === head
}

const PREFIX = 'trouble/'

function nameOf({ channel, code }: Pick<Trouble, 'channel' | 'code'>): string {
  return `${PREFIX}${channel}/${code}`
}
