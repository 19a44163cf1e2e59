/**
 * Lines of the journal on their way into a set, a page at a time: an export of any size takes the memory of a small one.
 */
import { lines } from '../../db/journal.ts'
import type { Workplace } from '../office/workplace.ts'

/** Lines read from the store at a time. */
const PAGE = 500

/** The lines `from`..`to` of a channel, by its row id. */
export async function* linesOf(
  workplace: Pick<Workplace, 'query'>,
  channelId: number,
  from: number,
  to: number,
): AsyncGenerator<string, void, undefined> {
  for (let start = from; start <= to; start += PAGE)
    yield* workplace.query((db) => [...lines(db, channelId, start, Math.min(to, start + PAGE - 1))])
}
