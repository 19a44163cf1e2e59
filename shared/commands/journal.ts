/**
 * Taking back. Before export an entry is undone without a word; after it, a reason is needed and the other side sees
 * it. What another office has answered, and decisions issued, are never taken back.
 */
import { z } from 'zod'
import { canonicalJson, type Json } from '../base/canonical.ts'
import { text } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { fail, ok } from '../base/result.ts'
import { trusted } from '../base/trust.ts'
import { refusal } from '../contract/refusals.ts'
import { inOrder, retractions, typed, type Item } from '../journal/item.ts'
import { isKind, kindRow } from '../journal/kinds.ts'
import { Matter, matterOf } from '../model/acts.ts'
import type { CaseState } from '../model/case-state.ts'
import { matterOfEntry } from '../model/matter-of-entry.ts'
import { actsOf } from '../model/stage.ts'
import { command, found, type Draft } from './command.ts'

/** Takes back an entry of our own office. */
export const retractEntry = command({
  name: 'entry.retract',
  input: z.strictObject({ entry: Uuid, reason: text(1000).optional() }),
  roles: ['clerk', 'secretary', 'reviewer', 'decider', 'administrator'],
  capacity: null,
  load: (input, read, context) => {
    const target = found(read.item(input.entry), 'entry', input.entry)
    if (!target.ok) return target
    const { item, exported } = target.value
    if (item.office !== context.office.id) return fail(refusal('NOT_RETRACTABLE', { why: 'notOurs' }))
    const { kind, subject } = item.entry
    // What hangs on a unit would hang on nothing; a unit that has done its work is closed by its last day.
    if (kind === 'unit.added' && read.unitInUse(subject.id)) return fail(refusal('NOT_RETRACTABLE', { why: 'inUse' }))
    const state = subject.type === 'case' ? read.case(subject.id) : null
    const copies = kind === 'list.reviewed' ? toldOthers(item, read.unitHistory(subject.id)) : []
    const told = exported || copies.some((copy) => read.item(copy)?.exported === true)
    return ok({ item, exported: told, state, copies })
  },
  decide: ({ item, exported, state, copies }, { entry, reason }) => {
    const { kind, subject } = item.entry
    const until = isKind(kind) ? kindRow(kind).retractableUntil : 'never'
    if (until === 'never') return fail(refusal('NOT_RETRACTABLE', { why: 'kind' }))
    if (state?.retracted.includes(entry)) return fail(refusal('NOT_RETRACTABLE', { why: 'already' }))
    // What is of a later matter has gone up only with a dossier of that matter.
    const about = state === null ? 'admission' : matterOfItem(item, state)
    if (until === 'decided' && state && actsOf(state, about).decision)
      return fail(refusal('NOT_RETRACTABLE', { why: 'decided' }))
    const submissions = state === null ? [] : Matter.options.flatMap((matter) => actsOf(state, matter).submissions)
    if (answeredByOther(submissions, entry, item.office))
      return fail(refusal('NOT_RETRACTABLE', { why: 'namedByOther' }))
    const carried = about === 'admission' || state === null ? submissions : actsOf(state, about).submissions
    // What is private never leaves, so nobody has to be told why it went; an answer is told only once it has been sent.
    const isPrivate = PRIVATE.has(kind)
    const isCarried = isKind(kind) && kindRow(kind).audience === 'own' && !isPrivate
    const sent = exported || (isCarried && carried.some((submission) => submission.entry !== entry))
    if (sent && reason === undefined) return fail(refusal('REASON_NEEDED', {}))
    const drafts = [entry, ...copies].map((target): Draft => ({
      kind: 'entry.retracted',
      subject,
      payload: { target, ...(reason === undefined ? {} : { reason }) },
    }))
    return ok({ drafts, value: { retracted: entry } })
  },
})

/**
 * The same review as it was told to another office: a new superior is told those of before the pairing again
 * (office.ts `reviewsOf`), and one that is taken back does not stand there either.
 */
function toldOthers(item: Item, history: readonly Item[]): readonly string[] {
  const { taken } = retractions(inOrder(history))
  const said = canonicalJson(trusted<Json>(item.entry.payload))
  return history
    .filter(
      (other) =>
        other.office === item.office &&
        other.audience !== item.audience &&
        other.entry.kind === item.entry.kind &&
        !taken.has(other.entry.id) &&
        canonicalJson(trusted<Json>(other.entry.payload)) === said,
    )
    .map(({ entry }) => entry.id)
}

/** Kinds that no snapshot carries up: what our office keeps of a case for itself. */
const PRIVATE: ReadonlySet<string> = new Set([
  'note.recorded',
  'unit.noted',
  'photo.recorded',
  'dossier.assigned',
  'dossier.checked',
  'duplicates.judged',
  'meeting.voted',
])

function matterOfItem(item: Item, state: CaseState): Matter {
  const fact = typed(item)
  return fact.kind === 'meeting.voted' ? matterOf(fact.payload) : matterOfEntry(item.entry.id, state)
}

function answeredByOther(
  submissions: readonly {
    readonly entry: string
    readonly received: { readonly office: string } | null
    readonly returned: { readonly office: string } | null
  }[],
  entry: string,
  office: string,
): boolean {
  return submissions.some(
    (submission) =>
      submission.entry === entry &&
      [submission.received, submission.returned].some((answer) => answer !== null && answer.office !== office),
  )
}
