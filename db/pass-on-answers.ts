/**
 * A case whose keeper is merged into another office goes over while its dossier may lie with us. What we have answered to
 * the office before, and it had not heard of when it handed the case over, reaches nobody any more: it is told again to the
 * office that keeps the case now, by value, and counts once wherever both are seen. What is answered from then on goes there
 * by itself. So it is with a case that our office had kept for a unit without the program and gave to that unit's office:
 * what it had answered to itself and no case by value tells (a return with its remarks, consents, classes) goes after it.
 */
import { trusted } from '../shared/base/trust.ts'
import type { Draft } from '../shared/commands/command.ts'
import type { Subject } from '../shared/journal/entry.ts'
import { inOrder, precedence, retractions, type Item } from '../shared/journal/item.ts'
import { isKind, kindRow, type PayloadOf } from '../shared/journal/kinds.ts'
import { caseItems, foldedCase } from './load.ts'
import type { Recorder } from './record.ts'
import type { ReadDb } from './transaction.ts'

/** What an office answers to itself about a case of its own, and a case by value does not tell. */
const NOT_BY_VALUE: ReadonlySet<string> = new Set([
  'dossier.received',
  'dossier.reviewed',
  'dossier.returned',
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
  if (state === null || move === undefined || move.office !== move.from) return []
  const { from, to } = move
  if (state.keeper === office || state.keeper !== to) return []
  const told = history.find(({ entry }) => entry.id === move.entry)
  if (told === undefined) return []
  const { taken } = retractions(history)
  const precedes = precedence(history)
  const open = new Set((trusted<PayloadOf<'case.handedOver'>>(told.entry.payload).open ?? []).map(({ entry }) => entry))
  const isOwn = from === office
  const answers = history.filter(
    (item) =>
      item.office === office &&
      (isOwn ? NOT_BY_VALUE.has(item.entry.kind) : isAnswer(item)) &&
      !taken.has(item.entry.id),
  )
  const given = answers.filter((item) => {
    const { submission, relays } = answerIn(item)
    if (relays !== undefined || item.audience === to) return false
    if (isOwn) return item.audience === 'own' && (submission === undefined || open.has(submission))
    // A limit that was lengthened for the dossier stands in no case by value.
    const isOfOpen = submission === undefined ? item.entry.kind === 'limit.extended' : open.has(submission)
    return (isOfOpen && open.size > 0) || (item.audience === from && !precedes(item, told))
  })
  const passedOn = answers.filter((item) => answerIn(item).relays !== undefined && item.audience === to)
  const done = new Set(passedOn.map((item) => answerIn(item).relays))
  const stands = new Set(answers.map(({ entry }) => entry.id))
  return [
    ...given
      .filter(({ entry }) => !done.has(entry.id))
      .map(({ entry }) => {
        // An entry of ours names none that its reader is never sent.
        const { forwarded: _forwarded, ...answer } = trusted<Answer>(entry.payload)
        const payload = { ...answer, relays: entry.id }
        return trusted<Draft>({ kind: entry.kind, subject, payload, to })
      }),
    ...passedOn
      .filter((item) => !stands.has(answerIn(item).relays ?? ''))
      .map((item): Draft => ({ kind: 'entry.retracted', subject, payload: { target: item.entry.id } })),
  ]
}

/** What a deciding office tells the keeper of a case; a hand-over is told to both sides as it is made. */
function isAnswer({ entry: { kind } }: Item): boolean {
  if (!isKind(kind) || kind === 'case.handedOver') return false
  const { audience, author } = kindRow(kind)
  return audience === 'keeper' && author === 'decides'
}

function answerIn({ entry }: Item): Answer {
  return trusted<Answer>(entry.payload)
}
