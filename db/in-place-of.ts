/**
 * Entries that another one stands in place of, as a paper that was recorded anew: they count no more.
 */
import { trusted } from '../shared/base/trust.ts'
import type { Entry } from '../shared/journal/entry.ts'
import { isKind, kindRow } from '../shared/journal/kinds.ts'

/** The entry in whose place one stands, by its id; none as a rule. */
export function replacedBy({ kind, payload }: Entry): readonly string[] {
  const field = isKind(kind) ? kindRow(kind).inPlaceOf : undefined
  const id = field === undefined ? undefined : trusted<Readonly<Record<string, unknown>>>(payload)[field]
  return typeof id === 'string' ? [id] : []
}

/**
 * Ids of entries in whose place another one stands, or one that is in its turn past for such.
 * @param standing - what counts
 * @param lost - what stands in no channel any more
 */
export function pastFor(standing: readonly Entry[], lost: readonly Entry[]): ReadonlySet<string> {
  const past = new Set(standing.flatMap(replacedBy))
  for (let before = -1; before < past.size;) {
    before = past.size
    for (const entry of lost) if (past.has(entry.id)) for (const id of replacedBy(entry)) past.add(id)
  }
  return past
}
