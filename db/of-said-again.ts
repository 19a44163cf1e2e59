/**
 * What one of our computers has said of an entry by its id, where another one has issued that entry anew without having heard
 * it: an answer, a confirmation, that it was taken back. Said of nothing any more, it would be lost, and what was taken back
 * would be there again; so it is said of the entry as it stands now. Whoever has set the first one aside can tell.
 */
import { canonicalJson, type Json } from '../shared/base/canonical.ts'
import { trusted } from '../shared/base/trust.ts'
import type { Draft } from '../shared/commands/command.ts'
import type { Entry, Subject } from '../shared/journal/entry.ts'
import { inOrder, namedIds, precedence, retractions, whatStands, type Item } from '../shared/journal/item.ts'
import { isKind, kindRow, type PayloadOf } from '../shared/journal/kinds.ts'
import { pastFor } from './in-place-of.ts'
import { itemById, itemsAbout } from './journal.ts'
import { asideOf, type LinesAside } from './lines-aside.ts'
import { isAgain, withNewIds } from './said-again.ts'
import { countOnce, mayGo, takingBack } from './twins.ts'
import type { ReadDb } from './transaction.ts'

/**
 * Drafts that say again, of entries issued anew, what was said of the first ones, and by which each of them counts once.
 * @param aside - what was set aside
 * @param touched - the subjects that an import has changed
 */
export function saidOfFirst(
  db: ReadDb,
  office: string,
  aside: LinesAside,
  touched: Iterable<Subject>,
): readonly Draft[] {
  return [...touched].flatMap((subject): Draft[] => {
    const firsts = asideOf(aside, subject)
    if (firsts.length === 0) return []
    const items = itemsAbout(db, subject.type, subject.id)
    const ours = items.filter((item) => item.office === office)
    const standing = whatStands(items, office)
    const past = pastFor(
      standing.map(({ entry }) => entry),
      firsts.map(({ entry }) => entry),
    )
    const drafts = firsts.flatMap((first) => {
      const anew = ours.filter(({ entry }) => isAgain(first.entry, entry))
      if (anew.length === 0) return []
      // In place of the first one another stands, so in place of these, too.
      if (past.has(first.entry.id))
        return anew.filter((one) => standing.includes(one) && mayGo(items, one)).map(takingBack)
      const itself = ours.filter(({ entry }) => entry.id === first.entry.id)
      return [...ofOne(items, ours, first, anew, firsts), ...countOnce(items, [...itself, ...anew])]
    })
    return [...new Map(drafts.map((draft) => [textOf(draft), draft])).values()]
  })
}

/**
 * Drafts that take back, with a word that is taken back, the same word where it was said again and both stand: the one alone
 * would go on counting. What another office has named cannot be taken back.
 * @param drafts - of a command
 */
export function alsoTakenBack(db: ReadDb, office: string, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.flatMap((draft) => {
    const target = draft.kind === 'entry.retracted' ? itemById(db, draft.payload.target) : null
    if (draft.kind !== 'entry.retracted' || target === null) return []
    const { subject, payload } = draft
    const items = itemsAbout(db, subject.type, subject.id)
    return whatStands(items, office)
      .filter(({ entry }) => entry.id !== target.entry.id)
      .filter(({ entry }) => isAgain(target.entry, entry) || isAgain(entry, target.entry))
      .filter((one) => mayGo(items, one))
      .map(({ entry: { id } }): Draft => ({ kind: 'entry.retracted', subject, payload: { ...payload, target: id } }))
  })
}

/** @param anew - the entries that are the first one, issued anew */
function ofOne(
  items: readonly Item[],
  ours: readonly Item[],
  first: Item,
  anew: readonly Item[],
  firsts: readonly Item[],
): readonly Draft[] {
  const named = first.entry.id
  // It may stand under its own id as well.
  const about = items.some(({ entry }) => entry.id === named)
    ? []
    : inOrder(ours).filter(({ entry }) => namesOf(entry).includes(named))
  if (about.length === 0) return []
  const now = retractions(items).taken
  const then = retractions([...items, ...firsts.filter(({ entry }) => entry.kind !== 'entry.retracted')]).taken
  // Of one that stood twice the other may have been left.
  const isLeft = [...firsts, ...ours].some(
    ({ entry }) => entry.salt === first.entry.salt && entry.id !== named && !then.has(entry.id),
  )
  const hadSeen = precedence(inOrder(items))
  return anew.flatMap((one) =>
    about.flatMap((item): Draft[] => {
      const { id } = one.entry
      const { kind, subject, payload } = item.entry
      const again = withNewIds(payload, new Map([[named, id]]))
      if (kind === 'entry.retracted') {
        // Only what had an effect, and would have one. Whoever knew of both has taken back only the first.
        const said = { ...item, entry: { ...item.entry, payload: again } }
        const isMeant = then.has(named) && !isLeft && !(one.tick < item.tick && hadSeen(one, item))
        const counts = isMeant && !now.has(id) && retractions([...items, said]).taken.has(id)
        return counts ? [trusted<Draft>({ kind, subject, payload: again })] : []
      }
      const isSaid = ours.some(({ entry }) => entry.kind === kind && textOf(entry.payload) === textOf(again))
      if (isSaid || now.has(item.entry.id) || now.has(id) || then.has(named)) return []
      return [trusted<Draft>({ kind, subject, payload: again, to: item.audience })]
    }),
  )
}

/** Entries that an entry speaks of and of which alone it says something. */
function namesOf(entry: Entry): readonly string[] {
  const { kind, payload } = entry
  if (kind === 'entry.retracted') return [trusted<PayloadOf<'entry.retracted'>>(payload).target]
  return isKind(kind) && kindRow(kind).isOfNamed === true ? namedIds(entry) : []
}

function textOf(payload: unknown): string {
  return canonicalJson(trusted<Json>(payload))
}
