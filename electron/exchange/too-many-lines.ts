/**
 * Lines that are longer together than whoever a set is for would take. Where the set begins with lines of its own, they are
 * measured along with it, and taken back where it could not leave.
 */
import { fail, type Result } from '../../shared/base/result.ts'
import { LIMITS, type BundleKind } from '../../shared/bundle/format.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { lengthOf, type Outgoing } from '../../db/private/exchange.ts'
import { write, type ReadDb, type WriteDb } from '../../db/transaction.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'

/** Why whoever it is for would refuse a set of some kind with these lines, or null. */
export function tooManyLines(
  db: ReadDb,
  outgoing: readonly Omit<Outgoing, 'lines'>[],
  kind: BundleKind,
): Refusal | null {
  const most = LIMITS.journalBytes
  if (lengthOf(db, outgoing) <= most) return null
  const isWhole = kind === 'enrol' || kind === 'succession' || kind === 'recovery'
  return refuse({ code: 'B_TOO_MUCH', what: 'lines', most, ...(isWhole ? { isWhole } : {}) })
}

class TooManyLines extends Error {
  readonly refusal: Refusal
  constructor(reason: Refusal) {
    super('too many lines')
    this.refusal = reason
  }
}

/**
 * Records what a set is to carry, or nothing where the set would then be more than its addressee takes.
 * @param outgoing - what the set carries once that is recorded
 */
export function recordForSet<T>(
  { store }: Workplace,
  record: (db: WriteDb) => Result<T, Refusal>,
  kind: BundleKind,
  outgoing: (db: ReadDb) => readonly Omit<Outgoing, 'lines'>[],
): Result<T, Refusal> {
  try {
    return write(store, (db) => {
      const recorded = record(db)
      const tooMany = recorded.ok ? tooManyLines(db, outgoing(db), kind) : null
      if (tooMany !== null) throw new TooManyLines(tooMany)
      return recorded
    })
  } catch (error) {
    if (error instanceof TooManyLines) return fail(error.refusal)
    throw error
  }
}
