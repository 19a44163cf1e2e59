/**
 * What passes between the keeper and the deciding office: submission, its answers, decision, receipt, ceremony.
 */
import { placeKey } from '../../journal/item.ts'
import { matterOf, type Matter } from '../acts.ts'
import { act } from './act.ts'
import type { Gatherers } from './gathered.ts'

/** Entries about a dossier that was sent. */
export const DOSSIER: Gatherers = {
  'dossier.submitted': ({ snapshot, ...submission }, item, into) => {
    into.keeper ??= item.office
    into.submissions.push({ ...act(submission, item), snapshot, received: null, reviews: [], returned: null })
    into.sentIn.set(item.entry.id, into.turnOf(item))
    into.sentAt.set(placeKey(item), item.entry.id)
  },
  'dossier.resent': ({ submission }, { entry }, into) =>
    void into.resent.push({ submission, after: entry.after.map(placeKey) }),
  'dossier.received': (payload, item, into) =>
    void into.answers.push({
      submission: payload.submission,
      to: (state) => ({ ...state, received: ownersFirst(state.received, act(payload, item)) }),
    }),
  'dossier.returned': (payload, item, into) =>
    void into.answers.push({
      submission: payload.submission,
      to: (state) => ({ ...state, returned: ownersFirst(state.returned, act(payload, item)) }),
    }),
  'decision.recorded': (payload, item, into) => void into.decisions.push(act(payload, item)),
  'decision.receiptRecorded': (payload, item, into) => {
    into.receipts.push(act(payload, item))
    into.put(RECEIPT_REGISTERS[matterOf(payload)], payload.date, item)
  },
  'ceremony.recorded': (payload, item, into) => {
    into.ceremonies.push(act(payload, item))
    into.put('ceremony', payload.date, item)
  },
}

/** The single-valued things that receipts are, by what the decision was about. */
const RECEIPT_REGISTERS: Readonly<Record<Matter, string>> = {
  admission: 'receipt',
  recognition: 'recognitionReceipt',
  removal: 'removalReceipt',
  cancellation: 'cancellationReceipt',
}

/** The answer that counts: the first, but one recorded from paper yields to the owner's own. */
function ownersFirst<T extends { readonly onPaper: boolean }>(held: T | null, next: T): T {
  return held === null || (held.onPaper && !next.onPaper) ? next : held
}
