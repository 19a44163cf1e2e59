/**
 * The record of a person as its keeper holds it: registration or take-over, corrections, the list line, the end.
 */
import type { Item } from '../../journal/item.ts'
import type { PayloadOf } from '../../journal/kinds.ts'
import type { Matter } from '../acts.ts'
import { act } from './act.ts'
import type { Gathered, Gatherers } from './gathered.ts'

/** Entries about the record itself. */
export const RECORD: Gatherers = {
  'candidate.registered': (payload, item, into) => {
    begin(payload, item, into)
    into.previously ??= payload.previously ?? null
  },
  'case.takenOver': (payload, item, into) => {
    begin(payload, item, into)
    into.takenOver ??= { entry: item.entry.id, on: payload.on }
    takeOver(payload.acts, item, into)
  },
  'candidate.corrected': ({ change, unit, settles = [] }, item, into) => {
    for (const [field, value] of Object.entries(change.set ?? {})) into.put(field, value, item, settles)
    for (const field of change.clear ?? []) into.put(field, undefined, item, settles)
    if (unit !== undefined) into.put('unit', unit, item, settles)
  },
  'candidate.listed': (_line, item, into) => void (into.keeper ??= item.office),
  'candidate.ended': (payload, item, into) => void into.endings.push(act(payload, item)),
  'candidate.withdrawn': (payload, item, into) => void into.endings.push(act(payload, item)),
}

type Beginning = Pick<PayloadOf<'case.takenOver'>, 'profile' | 'unit' | 'on' | 'onPaper'>

function begin({ profile, unit, on, onPaper }: Beginning, item: Item, into: Gathered): void {
  into.full = true
  into.recorder ??= item.office
  into.holder ??= item.office
  into.onPaper ||= onPaper === true
  into.registeredOn ??= on
  for (const [field, value] of Object.entries(profile)) into.put(field, value, item)
  into.put('unit', unit, item)
}

/** The acts from before the program was used, all in the entry that takes the case over. */
function takeOver(acts: PayloadOf<'case.takenOver'>['acts'], item: Item, into: Gathered): void {
  into.previously ??= acts.previously ?? null
  for (const helper of acts.helpers ?? []) into.helpers.push(act(helper, item, true))
  for (const paper of acts.papers ?? []) into.papers.push(act(paper, item, true))
  takeOverBefore(acts, item, into)
  takeOverMatter('admission', acts, item, into)
  if (acts.ceremony) into.ceremonies.push(act(acts.ceremony, item, true))
  if (acts.recognition) takeOverMatter('recognition', acts.recognition, item, into)
  if (acts.removal) takeOverMatter('removal', acts.removal, item, into)
  if (acts.cancellation) takeOverMatter('cancellation', acts.cancellation, item, into)
  if (acts.departure) into.departures.push(act(acts.departure, item, true))
  if (acts.card) into.cards.push(act(acts.card, item, true))
  for (const transfer of acts.transfers ?? []) into.transfers.push(act(transfer, item, true))
}

function takeOverBefore(acts: PayloadOf<'case.takenOver'>['acts'], item: Item, into: Gathered): void {
  if (acts.resume) {
    into.resume = act(acts.resume, item, true)
    into.put('resume', acts.resume, item)
  }
  for (const seal of acts.seals ?? []) into.seals.push(act(seal, item, true))
  for (const [at, { received, answer, ...request }] of (acts.verifications ?? []).entries())
    into.verifications.push({
      ...act(request, item, true),
      place: at + 1,
      received: received ?? null,
      answer: answer ?? null,
    })
  for (const waiver of acts.waivers ?? []) into.waivers.push(act(waiver, item, true))
  for (const opinion of acts.opinions ?? []) into.opinions.push(act(opinion, item, true))
  for (const result of acts.classResults ?? []) into.classResults.push(act(result, item, true))
}

type TakenOverMatter = NonNullable<PayloadOf<'case.takenOver'>['acts']['recognition']>

function takeOverMatter(matter: Matter, acts: TakenOverMatter, item: Item, into: Gathered): void {
  const about = matter === 'admission' ? {} : { matter }
  if (acts.branchVote) into.branchVotes.push(act({ ...acts.branchVote, ...about }, item, true))
  if (acts.committeeVote) into.committeeVotes.push(act({ ...acts.committeeVote, ...about }, item, true))
  if (acts.submittedOn !== undefined)
    into.submissions.push({
      ...act({ date: acts.submittedOn, ...about }, item, true),
      snapshot: null,
      received: acts.receivedOn === undefined ? null : act({ date: acts.receivedOn }, item, true),
      reviews: [],
      returned: null,
    })
  if (acts.decision) into.decisions.push(act({ ...acts.decision, ...about }, item, true))
  if (acts.decisionReceivedOn !== undefined)
    into.receipts.push(act({ date: acts.decisionReceivedOn, ...about }, item, true))
}
