/**
 * What comes after admission and is not a vote, a dossier or a decision: the card, moves, death and leaving.
 */
import type { Item } from '../../journal/item.ts'
import type { PayloadOf } from '../../journal/kinds.ts'
import type { Ending } from '../acts.ts'
import { act, type Act } from './act.ts'
import type { Gathered, Gatherers, TransferState } from './gathered.ts'

/** Entries about membership. */
export const MEMBERSHIP: Gatherers = {
  'card.issued': (payload, item, into) => {
    into.cards.push(act(payload, item))
    into.put('membershipCard', payload.number, item)
  },
  'candidate.transferred': transferred,
  'transfer.recorded': transferred,
  'departure.reported': (payload, item, into) => void into.departures.push(act(payload, item)),
}

function transferred(payload: PayloadOf<'transfer.recorded'>, item: Item, into: Gathered): void {
  if (payload.updates !== undefined) into.replaced.add(payload.updates)
  into.transfers.push(act(payload, item))
}

/** The card that counts: the owner's own before one from paper. */
export function cardOf({ cards }: Pick<Gathered, 'cards'>): Gathered['cards'][number] | null {
  return cards.findLast((card) => !card.onPaper) ?? cards.at(-1) ?? null
}

/**
 * The end of a case: as recorded; as the report of a death or leaving says; or by a move away, of a candidate on the day
 * of the paper, of a probationary member once it is completed. A move for a time ends nothing.
 */
export function endingOf(
  { endings, departures }: Pick<Gathered, 'endings' | 'departures'>,
  transfers: readonly TransferState[],
): Act<Ending> | null {
  const recorded = endings.at(-1)
  if (recorded !== undefined) return recorded
  const departure = departures.at(-1)
  if (departure !== undefined) return { ...marks(departure), reason: departure.reason, date: departure.on }
  const moved = transfers.findLast(({ direction, until }) => direction === 'out' && until === undefined)
  const date = moved?.who === 'candidate' ? moved.date : moved?.completedOn
  return moved === undefined || date === undefined ? null : { ...marks(moved), reason: 'movedAway', date }
}

function marks({ entry, office, origin, onPaper }: Act<object>): Act<object> {
  return { entry, office, origin, onPaper }
}
