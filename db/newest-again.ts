/**
 * An older word that one of our computers has issued anew comes last wherever it is heard, also behind words which another
 * one has said since and which that computer had not heard of: those are said again behind it, as in `changes-after.ts`,
 * by whoever has set the older word aside and hears of both.
 */
import { derivedId } from '../shared/base/ids.ts'
import type { Subject } from '../shared/journal/entry.ts'
import { hasSeen, whatStands, type Item } from '../shared/journal/item.ts'
import { isKind, kindRow } from '../shared/journal/kinds.ts'
import { withoutCut, wouldUndo } from './changes-after.ts'
import { itemsAbout } from './journal.ts'
import { asideOf, type LinesAside } from './lines-aside.ts'
import { record, type Recorder } from './record.ts'
import { draftAgain, isAgain, saltAgain } from './said-again.ts'
import { seenThen } from './seen-then.ts'
import type { ReadDb, WriteDb } from './transaction.ts'

/**
 * Says again what counts as the newest word and was overtaken by an older one.
 * @param callId - new ids follow from it
 * @param touched - the subjects that an import has changed; applied anew by the caller
 */
export function sayNewestAgain(
  db: WriteDb,
  recorder: Recorder,
  callId: string,
  aside: LinesAside,
  touched: Iterable<Subject>,
): void {
  const words = [...touched].flatMap((subject) => {
    const firsts = asideOf(aside, subject)
    if (firsts.length === 0) return []
    const ours = whatStands(itemsAbout(db, subject.type, subject.id), recorder.office)
    return overtaken(ours, firsts).map((word) => ({ word, ours, firsts }))
  })
  for (const [place, { word, ours, firsts }] of words.entries()) {
    const draft = draftAgain({ ...word, entry: withoutCut(word.entry) })
    // Another one than that of what says it already, which would pass for the same said twice.
    const { salt } = (ours.findLast(({ entry }) => isAgain(word.entry, entry)) ?? word).entry
    const as = { ...recorder, ...seenBy(db, recorder.device, word, ours, firsts), salt: () => saltAgain(salt) }
    record(db, as, derivedId(callId, NEWEST + place), [draft])
  }
}

/** Ids derived for what is said so begin here, beyond those of `reissue.ts`. */
const NEWEST = 4_000_000

/** @param firsts - what was set aside of the same subject */
function overtaken(ours: readonly Item[], firsts: readonly Item[]): readonly Item[] {
  const isOvertaken = (word: Item, place: number) =>
    firsts.some((first) => {
      if (!wouldUndo(first.entry, word.entry) || !hasSeen(word.entry, first)) return false
      const last = ours.findLastIndex(({ entry }) => isAgain(first.entry, entry))
      return last > place && !ours.slice(last).some(({ entry }) => isAgain(word.entry, entry))
    })
  const behind = ours.filter(isOvertaken)
  // What was said after such a word stays behind it, but for what it had heard itself before that was issued anew.
  const isBehind = (item: Item, place: number) =>
    behind.some((word) => {
      if (item === word) return true
      const isSame = newestOf(item) !== undefined && newestOf(item) === newestOf(word)
      return isSame && place > ours.indexOf(word) && !firsts.some((first) => isHeard(word, first, item))
    })
  const again = ours.filter(isBehind)
  return again.filter((word) => !again.some(({ entry }) => isAgain(word.entry, entry)))
}

/** What a word comes after that is said again: what it had seen, and what of that was issued anew. */
function seenBy(
  db: ReadDb,
  device: string,
  word: Item,
  ours: readonly Item[],
  firsts: readonly Item[],
): Pick<Recorder, 'seen'> {
  const then = seenThen(db, device, word, new Map())
  if (then === null) return {}
  const heard = ours.filter((item) => firsts.some((first) => isHeard(word, first, item)))
  const upTo = (channel: string) => Math.max(0, ...heard.flatMap((item) => (item.channel === channel ? item.seq : [])))
  return { seen: (place) => Math.max(then(place), Math.min(place.seq, upTo(place.channel))) }
}

/** True for an entry that is issued anew of one which a word had seen. */
function isHeard(word: Item, first: Item, item: Item): boolean {
  return isAgain(first.entry, item.entry) && hasSeen(word.entry, first)
}

function newestOf({ entry: { kind } }: Item): string | undefined {
  return isKind(kind) ? kindRow(kind).newestOf : undefined
}
