/**
 * One entry that two computers of ours have issued anew, neither having heard of the other: it stands twice. One of the two is
 * taken back; and both are, where somebody has taken back the one without knowing of the other. It stands twice as well where
 * the one was issued anew once more, or where the first entry has come after all.
 */
import type { Draft } from '../shared/commands/command.ts'
import { inOrder, precedence, retractions, whatStands, type Item } from '../shared/journal/item.ts'
import { isKind, kindRow } from '../shared/journal/kinds.ts'
import { replacedBy } from './in-place-of.ts'
import { draftAgain, isAgain } from './said-again.ts'

/**
 * Drafts by which a word counts once.
 * @param items - about one subject
 * @param same - those of them that are one entry of ours: issued anew, and as it first was
 */
export function countOnce(items: readonly Item[], same: readonly Item[]): readonly Draft[] {
  const twins = inOrder(same.filter(isCounted)).toSorted(latestFirst)
  return twins.length > 1 ? ofTwins(items, twins) : []
}

/** What was issued anew once more stays: whoever did that had given up what it was before, as others will that hear of it. */
function latestFirst({ entry: one }: Item, { entry: other }: Item): number {
  return isAgain(one, other) ? 1 : isAgain(other, one) ? -1 : 0
}

/** Said twice it would count twice, or undo what was said after the one of the two. */
function isCounted({ entry: { kind } }: Item): boolean {
  return isKind(kind) && kindRow(kind).isOfNamed !== true
}

function ofTwins(items: readonly Item[], twins: readonly Item[]): readonly Draft[] {
  const { taken } = retractions(items)
  const hadSeen = precedence(inOrder(items))
  const past = new Set(items.flatMap(({ entry }) => replacedBy(entry)))
  const standing = twins.filter(({ entry }) => !taken.has(entry.id))
  // What has taken one of them back and meant the word: whoever knew of two has taken back only the one.
  const meaningAll = (alike: readonly Item[]) =>
    alike.flatMap((one): Item[] => {
      const back = taken.get(one.entry.id)
      return back !== undefined && alike.every((other) => other === one || !hadSeen(other, back)) ? [back] : []
    })
  // Perhaps of one, too, that was issued anew since.
  const isMeant = ({ entry: { salt } }: Item) => meaningAll(twins.filter(({ entry }) => entry.salt === salt)).length > 0
  // A person gives a reason, and meant the word, whichever of them it was that there was to be seen.
  const isByPerson = meaningAll(twins).some(hasReason)
  const kept = isByPerson ? [] : standing.filter((one) => !isMeant(one))
  // What another office has named cannot be taken back; what another entry stands in place of counts no more in any case.
  const keep = kept.find((one) => !mayGo(items, one)) ?? kept.find((one) => past.has(one.entry.id)) ?? kept[0]
  return standing
    .filter((one) => one !== keep && mayGo(items, one))
    .flatMap((one) => [takingBack(one), ...(keep === undefined ? [] : saidOf(items, one, keep))])
}

function hasReason({ entry: { payload } }: Item): boolean {
  return typeof payload === 'object' && payload !== null && 'reason' in payload
}

/** The draft that takes an entry back. */
export function takingBack({ entry: { id, subject } }: Item): Draft {
  return { kind: 'entry.retracted', subject, payload: { target: id } }
}

/** True for an entry that would count no more if it were taken back. */
export function mayGo(items: readonly Item[], one: Item): boolean {
  const { payload } = takingBack(one)
  const back = { ...one, entry: { ...one.entry, id: '', kind: 'entry.retracted', payload } }
  return retractions([...items, back]).taken.has(one.entry.id)
}

/** What our office has said of the one that goes and has not taken back, said of the one that stays. */
function saidOf(items: readonly Item[], gone: Item, keep: Item): readonly Draft[] {
  const renamed = new Map([[gone.entry.id, keep.entry.id]])
  return whatStands(items, gone.office).flatMap((item) => {
    const again = draftAgain(item, renamed)
    const isOfGone = JSON.stringify(again.payload) !== JSON.stringify(item.entry.payload)
    return isOfGone && !isCounted(item) ? [again] : []
  })
}
