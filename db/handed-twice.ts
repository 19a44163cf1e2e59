/**
 * Two computers of our office have handed one case over, each to another office, before they heard of each other; or an
 * office that was merged into another has given it all its cases, and had not heard that we had given one of them away. One
 * of the two hand-overs counts. Whoever was given the case by the other one would keep it for good: it is told that it goes
 * to the keeper, and a person sees both hand-overs and hands the case over once more if the other office was right.
 */
import { trusted } from '../shared/base/trust.ts'
import type { Draft } from '../shared/commands/command.ts'
import type { Subject } from '../shared/journal/entry.ts'
import { inOrder, precedence, type Item } from '../shared/journal/item.ts'
import type { PayloadOf } from '../shared/journal/kinds.ts'
import { caseItems, foldedCase, loadPeers } from './load.ts'
import type { Recorder } from './record.ts'
import type { ReadDb } from './transaction.ts'

/**
 * What an office that was given a case in vain has still to be told.
 * @param kinds - of what is applied about the subject
 */
export function tellGivenInVain(
  db: ReadDb,
  { office }: Recorder,
  subject: Subject,
  kinds: ReadonlySet<string>,
): readonly Draft[] {
  if (subject.type !== 'case' || !kinds.has('case.handedOver')) return []
  const history = inOrder(caseItems(db, subject.id))
  const handOvers = history.filter(({ entry }) => entry.kind === 'case.handedOver')
  if (handOvers.length < 2) return []
  const ours = handOvers.filter((item) => item.office === office)
  const state = foldedCase(subject.id, history)
  if (ours.length === 0 || state === null) return []
  const { keeper, unit, moves } = state
  const precedes = precedence(history)
  const told = new Set<string>()
  return handOvers.flatMap((item): Draft[] => {
    const { to: given, on, reason } = handOverIn(item)
    const isSaid =
      item.office === office
        ? item.audience === given
        : moves.some(({ from }) => from === item.office) && isPaired(db, given)
    const isInVain = isSaid && given !== keeper && state.outside.includes(item.entry.id)
    if (!isInVain || told.has(given)) return []
    told.add(given)
    const isTold = ours.some(
      (other) =>
        other.audience === given &&
        handOverIn(other).from === given &&
        (other.channel === item.channel ? other.seq > item.seq : !precedes(other, item)),
    )
    if (isTold) return []
    return [{ kind: 'case.handedOver', subject, payload: { from: given, to: keeper, unit, on, reason }, to: given }]
  })
}

function isPaired(db: ReadDb, office: string): boolean {
  return loadPeers(db).some(({ id, revoked }) => id === office && !revoked)
}

function handOverIn({ entry }: Item): PayloadOf<'case.handedOver'> {
  return trusted<PayloadOf<'case.handedOver'>>(entry.payload)
}
