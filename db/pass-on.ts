/**
 * What follows by itself from entries about classes, so that nobody can forget it: a nomination is told to the deciding
 * office above, and what an office that trains has recorded is passed on to the office that keeps the person, or, of a class,
 * to everybody. Neighbours of one office do not see one another's entries, so all goes by value; what was taken back there
 * is taken back here.
 */
import { canonicalJson } from '../shared/base/canonical.ts'
import { trusted } from '../shared/base/trust.ts'
import type { Draft } from '../shared/commands/command.ts'
import type { Subject } from '../shared/journal/entry.ts'
import { whatStands, type Item } from '../shared/journal/item.ts'
import type { PayloadOf } from '../shared/journal/kinds.ts'
import type { ClassRequest } from '../shared/model/classes/facts.ts'
import { ABOUT_CLASSES } from '../shared/model/classes/seats.ts'
import type { CaseState } from '../shared/model/case-state.ts'
import { openNomination } from '../shared/model/stage.ts'
import { itemsAbout } from './journal.ts'
import { caseItems, foldedCase, loadPeers, loadUnit } from './load.ts'
import { superiorFor, type Recorder } from './record.ts'
import type { ReadDb } from './transaction.ts'

type PassedOn =
  'class.opened' | 'class.changed' | 'class.enrolled' | 'class.attended' | 'class.completed' | 'certificate.reissued'
type Relaying = { readonly relays?: string | undefined; readonly forwarded?: string | undefined }

const PASSED_ON: ReadonlySet<string> = new Set<PassedOn>([
  'class.opened',
  'class.changed',
  'class.enrolled',
  'class.attended',
  'class.completed',
  'certificate.reissued',
])

/** What our office has still to tell of a subject that has changed. @param kinds - of what is applied about it */
export function passOn(db: ReadDb, recorder: Recorder, subject: Subject, kinds: ReadonlySet<string>): readonly Draft[] {
  if (subject.type === 'class') return passedOn(db, recorder, subject, itemsAbout(db, 'class', subject.id), undefined)
  // Most cases that change say nothing of classes.
  if (subject.type !== 'case' || ![...kinds].some((kind) => ABOUT_CLASSES.has(kind))) return []
  const items = caseItems(db, subject.id)
  const state = foldedCase(subject.id, items)
  if (state === null) return []
  if (state.keeper === recorder.office) return proposals(db, recorder, subject, items, state)
  const keeper = loadPeers(db).find(({ id, revoked }) => id === state.keeper && !revoked)
  return keeper === undefined ? [] : passedOn(db, recorder, subject, items, keeper.id)
}

/** The nomination that stands, told to the office above with what a class needs to know of the person. */
function proposals(
  db: ReadDb,
  recorder: Recorder,
  subject: Subject,
  items: readonly Item[],
  state: CaseState,
): readonly Draft[] {
  const superior = superiorFor(db, state.unit, recorder.today)
  if (superior === null) return []
  const open = state.known === 'full' ? openNomination(state) : null
  const told = whatStands(items, recorder.office).flatMap((item) =>
    item.entry.kind === 'class.proposed'
      ? [{ entry: item.entry.id, payload: trusted<PayloadOf<'class.proposed'>>(item.entry.payload) }]
      : [],
  )
  const nominated = new Set(state.nominations.map((each) => `${each.class} ${each.date}`))
  const back = told.filter(({ payload }) => !nominated.has(`${payload.class} ${payload.date}`))
  const unit = loadUnit(db, state.unit)?.unit.name
  const drafts: Draft[] = back.map(({ entry }) => ({ kind: 'entry.retracted', subject, payload: { target: entry } }))
  if (open === null || unit === undefined) return drafts
  const { name, birth, sex } = state.profile
  const request: ClassRequest = {
    class: open.class,
    date: open.date,
    person: { name, ...(birth === undefined ? {} : { birth }), ...(sex === undefined ? {} : { sex }), unit },
  }
  const last = told.findLast(({ payload }) => payload.class === open.class && payload.date === open.date)
  // What was corrected of the person since is told again.
  const isTold = last !== undefined && canonicalJson(last.payload) === canonicalJson(request)
  return isTold ? drafts : [...drafts, { kind: 'class.proposed', subject, payload: request, to: superior }]
}

/** What offices that train have recorded and nobody has passed on; and what was passed on and no longer stands there. */
function passedOn(
  db: ReadDb,
  { office }: Recorder,
  subject: Subject,
  items: readonly Item[],
  to: string | undefined,
): readonly Draft[] {
  const trainers = new Set(loadPeers(db).flatMap(({ id, peer }) => (peer.relation === 'trainer' ? [id] : [])))
  if (trainers.size === 0) return []
  const live = whatStands(items)
  const first = live.filter((item) => trainers.has(item.office) && PASSED_ON.has(item.entry.kind) && !relaysOf(item))
  const own = new Set(items.flatMap((item) => (item.office === office ? [item.entry.id] : [])))
  // Our own words that went after a case are not the trainer's (pass-on-answers.ts).
  const ours = live.filter((item) => {
    const relays = item.office === office && PASSED_ON.has(item.entry.kind) ? relaysOf(item) : undefined
    return relays !== undefined && !own.has(relays)
  })
  // What the keeper before was told, the next one was not.
  const done = new Set(ours.filter(({ audience }) => to === undefined || audience === to).map(relaysOf))
  const stands = new Set(first.map(({ entry }) => entry.id))
  return [
    ...first
      .filter(({ entry }) => !done.has(entry.id))
      .map(({ entry }): Draft => {
        // An entry of ours names none that its reader is never sent.
        const { forwarded: _forwarded, ...payload } = trusted<Relaying>(entry.payload)
        return trusted<Draft>({
          kind: entry.kind,
          subject,
          payload: { ...payload, relays: entry.id },
          ...(to === undefined ? {} : { to }),
        })
      }),
    ...ours
      .filter((item) => !stands.has(relaysOf(item) ?? ''))
      .map((item): Draft => ({ kind: 'entry.retracted', subject, payload: { target: item.entry.id } })),
  ]
}

function relaysOf({ entry }: Item): string | undefined {
  return trusted<Relaying>(entry.payload).relays
}
