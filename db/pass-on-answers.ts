/**
 * A case by value tells how it stands, and not all that our office has answered on the way: a return with its remarks,
 * consents, classes. When a case goes to another keeper these go after it, told again by value, and count once wherever
 * both are seen. Of a case whose keeper is merged into another office, so does what we have answered and that keeper had not
 * heard of when it handed the case over: the dossier may lie with us meanwhile. What is answered from then on goes to the
 * keeper by itself.
 */
import { trusted } from '../shared/base/trust.ts'
import type { Draft } from '../shared/commands/command.ts'
import type { Subject } from '../shared/journal/entry.ts'
import { inOrder, precedence, retractions, type Item } from '../shared/journal/item.ts'
import { isKind, kindRow, type PayloadOf } from '../shared/journal/kinds.ts'
import { caseItems, foldedCase } from './load.ts'
import type { Recorder } from './record.ts'
import type { ReadDb } from './transaction.ts'

/** Answers that a case by value does not tell. */
const NOT_BY_VALUE: ReadonlySet<string> = new Set([
  'dossier.received',
  'dossier.reviewed',
  'dossier.returned',
  'limit.extended',
  'consent.requested',
  'consent.recorded',
  'class.enrolled',
  'class.attended',
  'class.completed',
  'certificate.reissued',
])

type Answer = {
  readonly submission?: string | undefined
  readonly relays?: string | undefined
  readonly forwarded?: string | undefined
}

/**
 * Answers of ours that the new keeper of a case has still to be told; and what was told and no longer stands.
 * @param kinds - of what is applied about the subject
 */
export function passOnAnswers(
  db: ReadDb,
  { office }: Recorder,
  subject: Subject,
  kinds: ReadonlySet<string>,
): readonly Draft[] {
  if (subject.type !== 'case' || !kinds.has('case.handedOver')) return []
  const items = caseItems(db, subject.id)
  const history = inOrder(items)
  const state = foldedCase(subject.id, items)
  const move = state?.moves.at(-1)
  if (state === null || move === undefined) return []
  const { from, to } = move
  if (state.keeper === office || state.keeper !== to) return []
  const handedOver = history.find(({ entry }) => entry.id === move.entry)
  if (handedOver === undefined) return []
  const { taken } = retractions(history)
  const precedes = precedence(history)
  const { open = [] } = trusted<PayloadOf<'case.handedOver'>>(handedOver.entry.payload)
  const sent = new Set(open.map(({ entry }) => entry))
  const ours = history.filter((item) => item.office === office)
  const said = new Set(ours.map(({ entry }) => entry.id))
  const answers = ours.filter((item) => isAnswer(item) && !taken.has(item.entry.id))
  const given = answers.filter((item) => answerIn(item).relays === undefined)
  // What a training office has said is passed on by itself (pass-on.ts).
  const again = answers.filter((item) => said.has(answerIn(item).relays ?? ''))
  const isUntold = (item: Item): boolean => {
    const told = [item, ...again.filter((each) => answerIn(each).relays === item.entry.id)]
    if (told.some(({ audience }) => audience === to)) return false
    const { submission } = answerIn(item)
    if (submission !== undefined && sent.has(submission)) return true
    // One that names no dossier may lengthen the limit of any that is open.
    if (NOT_BY_VALUE.has(item.entry.kind) && submission === undefined)
      return item.entry.kind !== 'limit.extended' || sent.size > 0
    const toBefore = move.office === from && from !== office ? told.filter(({ audience }) => audience === from) : []
    return toBefore.length > 0 && !toBefore.some((each) => precedes(each, handedOver))
  }
  const stands = new Set(given.map(({ entry }) => entry.id))
  return [
    ...given.filter(isUntold).map(({ entry }) => {
      // An entry of ours names none that its reader is never sent.
      const { forwarded: _forwarded, ...answer } = trusted<Answer>(entry.payload)
      return trusted<Draft>({ kind: entry.kind, subject, payload: { ...answer, relays: entry.id }, to })
    }),
    ...again
      .filter((item) => item.audience === to && !stands.has(answerIn(item).relays ?? ''))
      .map((item): Draft => ({ kind: 'entry.retracted', subject, payload: { target: item.entry.id } })),
  ]
}

/** What our office tells the keeper of a case; a hand-over is told to both sides as it is made. */
function isAnswer({ entry: { kind } }: Item): boolean {
  if (NOT_BY_VALUE.has(kind)) return true
  if (!isKind(kind) || kind === 'case.handedOver') return false
  const { audience, author } = kindRow(kind)
  return audience === 'keeper' && author === 'decides'
}

function answerIn({ entry }: Item): Answer {
  return trusted<Answer>(entry.payload)
}
