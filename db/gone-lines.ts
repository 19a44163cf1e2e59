/**
 * Lines of other offices that were here and are not in the history that came in their place: how many of each channel, and
 * whose cases they were about. Asked before the tables follow, while whoever goes with them is still known by name.
 */
import { trustedJson } from '../shared/base/trust.ts'
import { isStub } from '../shared/bundle/chain.ts'
import type { ImportReport } from '../shared/contract/exchange.ts'
import type { Entry } from '../shared/journal/entry.ts'
import { TOLD_OF } from './open-lines.ts'
import type { TakenOut } from './reissue.ts'
import { prepared, type ReadDb } from './transaction.ts'

/**
 * What is told of lines that do not come again.
 * @param came - ids of the entries that came
 * @param erased - cases that are named nowhere any more
 */
export function goneLines(
  db: ReadDb,
  out: readonly Pick<TakenOut, 'channel' | 'lines'>[],
  came: ReadonlySet<string>,
  erased: ReadonlyMap<string, unknown>,
): NonNullable<ImportReport['setAside']> {
  let told = 0
  return out.flatMap(({ channel, lines }) => {
    const gone = lines
      .filter((line) => !isStub(line))
      .map((line) => trustedJson<Pick<Entry, 'id' | 'subject'>>(line))
      .filter(({ id }) => !came.has(id))
    if (gone.length === 0) return []
    const about = new Set(gone.flatMap(({ subject: { type, id } }) => (type === 'case' && !erased.has(id) ? [id] : [])))
    const named = [...about].flatMap((id) => namedCase(db, id))
    const cases = named.slice(0, TOLD_OF - told)
    told += cases.length
    const more = named.length - cases.length
    return [{ channel, count: gone.length, cases, ...(more > 0 ? { casesMore: more } : {}) }]
  })
}

/** A case with the name of its person; nothing where none is known here. */
function namedCase(db: ReadDb, id: string): readonly { readonly case: string; readonly name: string }[] {
  return prepared<{ case: string; name: string }>(
    db,
    'SELECT case_id AS "case", name FROM cases WHERE case_id = ?',
  ).all(id)
}
