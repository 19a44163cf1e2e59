/**
 * What a case by value tells of what was decided: the decision on each matter and its receipt, the ceremony, the card.
 */
import { Matter, matterOf } from '../acts.ts'
import type { CaseSnapshot } from '../snapshot.ts'
import { sentActs, type Sender } from './act.ts'
import type { Gathered } from './gathered.ts'
import { matterOfDecision } from './matter-state.ts'

/** Acts by which a case was decided. */
export type Decided = Pick<Gathered, 'decisions' | 'receipts' | 'ceremonies' | 'cards'>

/**
 * What a snapshot carried of it, as acts of the office that sent it.
 * @param from - the entry that carried it, and the office that keeps the case
 */
export function decidedIn(snapshot: CaseSnapshot, from: Sender): Decided {
  const told = Matter.options.flatMap((matter) => {
    const acts = snapshot[matter]
    return acts === undefined ? [] : [{ ...acts, about: { matter } }]
  })
  const { ceremony } = snapshot.admission ?? {}
  return {
    decisions: sentActs(
      told.flatMap(({ decision, about }) => (decision === undefined ? [] : [{ ...decision, ...about }])),
      from,
    ),
    receipts: sentActs(
      told.flatMap(({ receivedOn: date, about }) => (date === undefined ? [] : [{ date, ...about }])),
      from,
    ),
    ceremonies: sentActs(ceremony === undefined ? [] : [ceremony], from),
    cards: sentActs(snapshot.card === undefined ? [] : [snapshot.card], from),
  }
}

/**
 * Acts whose own entries are held, after those that only a case by value tells of: it was decided before the pairing, or
 * while another office kept the case.
 */
export function withDecided(held: Decided, told: Decided): Decided {
  const { decisions, receipts, ceremonies, cards } = held
  const ofDecision = new Set(decisions.map(matterOfDecision))
  const ofReceipt = new Set(receipts.map(matterOf))
  return {
    decisions: [...told.decisions.filter((made) => !ofDecision.has(matterOfDecision(made))), ...decisions],
    receipts: [...told.receipts.filter((made) => !ofReceipt.has(matterOf(made))), ...receipts],
    ceremonies: ceremonies.length > 0 ? ceremonies : told.ceremonies,
    cards: cards.length > 0 ? cards : told.cards,
  }
}

/** The same at an office that kept the case before: what was decided anew since then stands in place of what it knows. */
export function withDecidedSince(held: Decided, told: Decided): Decided {
  const decisions = held.decisions.filter((known) =>
    told.decisions.every((made) => matterOfDecision(made) !== matterOfDecision(known) || made.date <= known.date),
  )
  const receipts = held.receipts.filter((known) =>
    told.receipts.every((made) => matterOf(made) !== matterOf(known) || made.date <= known.date),
  )
  return withDecided({ ...held, decisions, receipts }, told)
}
