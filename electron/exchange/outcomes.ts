/**
 * What is said of a set that was not taken in: with the day of the line where what we hold ends or differs, in the words
 * that fit a computer of our own or a set that is for us by name, and noted for the page of the journal's health.
 */
import { fail, type Result } from '../../shared/base/result.ts'
import { parseChannel } from '../../shared/bundle/format.ts'
import type { SetOutcome } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { loadOffice } from '../../db/load.ts'
import { dayAt, noteTrouble } from '../../db/private/troubles.ts'
import type { ReadDb, WriteDb } from '../../db/transaction.ts'
import type { FoundSet } from '../bundle/find-sets.ts'
import { claimedBy, officeOfCode } from './claimed.ts'
import type { Receiving } from './read-anew.ts'

/** A set of which nothing was taken in. */
export function refused(names: Pick<SetOutcome, 'set' | 'label'>, reason: Refusal): SetOutcome {
  return {
    ...names,
    id: null,
    from: null,
    fromName: null,
    kind: null,
    created: null,
    outcome: 'refused',
    refusal: reason,
    report: null,
    scans: { fresh: 0, quarantined: [], missing: 0 },
  }
}

/** What a look came to: one that was stopped has changed nothing, nor kept what it had seen by then. */
export function ofLook<T>(answer: Result<T, Refusal>): Result<T, Refusal> {
  return !answer.ok && answer.error.code === 'B_CANCELLED' ? fail(refusal('CANCELLED', {})) : answer
}

/** Keys of our own office that a device no longer has, or has not yet: there nobody is to be telephoned. */
export function ofOurOwn({ keys, query }: Receiving, set: FoundSet, reason: Refusal): Refusal {
  if (reason.code === 'B_REVOKED' && reason.data.office === keys.office)
    return refusal('DEVICE_KEYS_OLD', { here: false })
  const code = query(loadOffice)?.profile.code ?? ''
  const isFromOurs = set.lines[0]?.name.startsWith(`KN1_${code}_${code}_`) === true
  return reason.code === 'B_UNKNOWN_SENDER' && isFromOurs ? refusal('DEVICE_KEYS_OLD', { here: true }) : reason
}

/**
 * A set that cannot be opened and yet is for us by the names of its files: sealed to a card that is ours no more. Sets for
 * another computer of our office bear our code as well, and are none of this one's business.
 */
export function namedForUs(
  { keys, query }: Pick<Receiving, 'keys' | 'query'>,
  set: FoundSet,
  reason: Refusal,
): Refusal {
  const claimed = claimedBy(set)
  const code = query(loadOffice)?.profile.code
  if (reason.code !== 'B_NOT_FOR_US' || claimed === null || claimed.to !== code || claimed.from === code) return reason
  const office = query((db) => officeOfCode(db, keys.office, claimed.from))
  return refusal('B_NOT_FOR_US', { claims: { code: claimed.from, office } })
}

/**
 * A refusal for a gap or another history that says where that is a matter of our own office: nobody is to be telephoned then.
 * @param author - the office that wrote the set
 * @param wouldGiveWay - taken in instead of looked at, the set would be
 */
export function atHome(
  { keys }: Pick<Receiving, 'keys'>,
  reason: Refusal,
  author: string | undefined,
  wouldGiveWay: boolean,
): Refusal {
  if (reason.code === 'B_GAP' && author === keys.office) return refusal('B_GAP', { ...reason.data, own: 'computer' })
  if (reason.code !== 'B_FORK' || parseChannel(reason.data.channel)?.office !== keys.office) return reason
  const own = wouldGiveWay ? 'here' : author === keys.office ? 'computer' : 'lines'
  return refusal('B_FORK', { ...reason.data, own })
}

/** A refusal with the day of the line where what we hold ends, or differs. */
export function dated(db: ReadDb, reason: Refusal): Refusal {
  if (reason.code !== 'B_GAP' && reason.code !== 'B_FORK') return reason
  const { channel } = reason.data
  const since = dayAt(db, channel, reason.code === 'B_GAP' ? reason.data.have : reason.data.seq)
  if (since === null) return reason
  return reason.code === 'B_GAP'
    ? refusal('B_GAP', { ...reason.data, since })
    : refusal('B_FORK', { ...reason.data, since })
}

/** Keeps that a set could not be joined on. */
export function noteRefusal(db: WriteDb, reason: Refusal, at: string): void {
  if (reason.code !== 'B_GAP' && reason.code !== 'B_FORK') return
  const { channel, since = null } = reason.data
  const seq = reason.code === 'B_GAP' ? reason.data.need : reason.data.seq
  const own = reason.data.own === 'computer' ? ({ own: 'computer' } as const) : {}
  noteTrouble(db, { channel, code: reason.code, seq, since, at, ...own })
}
