/**
 * What our own office has decided at one of its computers and is carried out at every other: erasures, and pairings that
 * were ended as of an earlier line. From another office an erasure is only a request; from our own it is done.
 */
import { trusted, trustedJson } from '../shared/base/trust.ts'
import type { Draft } from '../shared/commands/command.ts'
import type { Entry, Subject } from '../shared/journal/entry.ts'
import { cutBack } from './cut-back.ts'
import { eraseBy, forgetErased } from './erase.ts'
import { prepared, type ReadDb, type WriteDb } from './transaction.ts'

const ORDERS: ReadonlySet<string> = new Set(['entry.erased', 'erasure.answered', 'peer.revoked'])

/** True for an entry that is carried out. */
export function isOrder(kind: string): boolean {
  return ORDERS.has(kind)
}

/** The last row of the journal: what came before an import began. */
export function lastRow(db: ReadDb): number {
  return prepared<{ id: number | null }>(db, 'SELECT max(id) AS id FROM journal').get()?.id ?? 0
}

/**
 * Carries out orders of our own office that have just come from another of its computers.
 * @param lines - their lines, in order
 * @param known - the last row of the journal before they came
 * @returns what else has to be applied anew
 */
export function carryOut(
  db: WriteDb,
  self: string,
  lines: readonly string[],
  known: number,
  at: string,
): readonly Subject[] {
  // Each was read by the schema of its kind when it was taken in.
  const drafts = lines.map((line) => {
    const { kind, subject, payload } = trustedJson<Entry>(line)
    return trusted<Draft>({ kind, subject, payload })
  })
  const touched: Subject[] = []
  for (const draft of drafts) {
    eraseBy(db, self, draft)
    if (draft.kind === 'peer.revoked') touched.push(...cutBack(db, draft.payload, at, known))
  }
  forgetErased(db, drafts)
  return touched
}
