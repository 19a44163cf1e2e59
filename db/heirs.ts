/**
 * Offices that have given everything they kept to another (office.succeed): by their own word, one `unit.handedOver` a unit.
 * Who stands in their place may have what they wrote of a person erased.
 */
import { trusted, trustedJson } from '../shared/base/trust.ts'
import type { Entry, Place } from '../shared/journal/entry.ts'
import { isErasable, type PayloadOf } from '../shared/journal/kinds.ts'
import { prepared, type ReadDb } from './transaction.ts'

/** Tells whether one office has given its units to another; what has been looked up is remembered. */
export function heirs(db: ReadDb): (office: string, heir: string) => boolean {
  const known = new Map<string, ReadonlySet<string>>()
  return (office, heir) => {
    const to = known.get(office) ?? heirsOf(db, office)
    known.set(office, to)
    return to.has(heir)
  }
}

/** Where lines about a case stand, to be erased, of offices that have given everything to ours, in the order of their channels. */
export function inheritedLines(db: ReadDb, self: string, caseId: string): readonly Place[] {
  const isHeir = heirs(db)
  return prepared<Place & { readonly office: string; readonly kind: string }>(
    db,
    `SELECT c.channel, c.office, j.seq, j.kind FROM journal j JOIN channels c ON c.id = j.channel_id
     WHERE j.subject_id = ? AND j.subject_type = 'case' AND j.kind IS NOT NULL ORDER BY c.channel, j.seq`,
  )
    .all(caseId)
    .filter(({ office, kind }) => office !== self && isErasable(kind) && isHeir(office, self))
    .map(({ channel, seq }) => ({ channel, seq }))
}

function heirsOf(db: ReadDb, office: string): ReadonlySet<string> {
  const given = prepared<{ line: string }>(
    db,
    `SELECT j.line FROM journal j JOIN channels c ON c.id = j.channel_id
     WHERE c.office = ? AND j.kind = 'unit.handedOver' AND j.status = 'applied'`,
  ).all(office)
  return new Set(given.map(({ line }) => trusted<PayloadOf<'unit.handedOver'>>(trustedJson<Entry>(line).payload).to))
}
