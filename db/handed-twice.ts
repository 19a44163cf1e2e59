/**
 * Two computers of our office have handed one case over, each to another office, before they heard of each other. One of
 * the two hand-overs counts. Whoever was given the case by the other one would keep it for good: it is told that it goes to
 * the keeper, and a person sees both hand-overs and hands the case over once more if the other office was right.
 */
import { trusted } from '../shared/base/trust.ts'
import type { Draft } from '../shared/commands/command.ts'
import type { Subject } from '../shared/journal/entry.ts'
import { inOrder, precedence, type Item } from '../shared/journal/item.ts'
import type { PayloadOf } from '../shared/journal/kinds.ts'
import { caseItems, foldedCase } from './load.ts'
import type { Recorder } from './record.ts'
import type { ReadDb } from './transaction.ts'

/**
 * What an office that we gave a case in vain has still to be told.
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
  const ours = history.filter((item) => item.office === office && item.entry.kind === 'case.handedOver')
  if (ours.length < 2) return []
  const state = foldedCase(subject.id, history)
  if (state === null) return []
  const { keeper, unit } = state
  const precedes = precedence(history)
  const told = new Set<string>()
  return ours.flatMap((item): Draft[] => {
    const { to: given, on, reason } = handOverIn(item)
    const isInVain = item.audience === given && given !== keeper && state.outside.includes(item.entry.id)
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

function handOverIn({ entry }: Item): PayloadOf<'case.handedOver'> {
  return trusted<PayloadOf<'case.handedOver'>>(entry.payload)
}
