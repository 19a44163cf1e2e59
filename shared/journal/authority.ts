/**
 * Who may speak of a case, judged by its keeper and not by how offices stand to each other: the keeper alone sends what
 * a keeper records, and only an office the keeper has shown the case to has anything to answer. What an office without
 * that right has sent stays in the journal and counts for nothing. A function of the set of entries, like every fold.
 */
import type { Item } from './item.ts'
import { isKind, kindRow } from './kinds.ts'

const RECORDS: ReadonlySet<string> = new Set(['candidate.registered', 'case.takenOver'])
const SHOWS: ReadonlySet<string> = new Set(['candidate.listed', 'dossier.submitted'])

/** The entries of one case that count, and those of offices that had no say in it. */
export type Heard = { readonly heard: readonly Item[]; readonly outside: readonly Item[] }

/** Parts what counts from what does not. @param history - the items of one case that stand, in the order of history */
export function heard(history: readonly Item[]): Heard {
  const keeper = keeperIn(history)
  const shownTo = new Set(history.filter((item) => item.office === keeper).map((item) => item.audience))
  const counts = ({ office, audience, entry }: Item): boolean => {
    // What our own office keeps to itself has passed its own commands.
    if (keeper === null || office === keeper || audience === 'own' || !isKind(entry.kind)) return true
    const row = kindRow(entry.kind)
    return row.audience === 'superior' ? false : row.audience !== 'keeper' || shownTo.has(office)
  }
  return { heard: history.filter(counts), outside: history.filter((item) => !counts(item)) }
}

/** The office that holds a case's record, or else the first that showed it; null where none has. */
function keeperIn(history: readonly Item[]): string | null {
  const first = (kinds: ReadonlySet<string>) => history.find(({ entry }) => kinds.has(entry.kind))
  return (first(RECORDS) ?? first(SHOWS))?.office ?? null
}
