/** Work that others must not come between. */

/**
 * A queue of its own: each piece of work begins when the one before has ended, however it ended.
 * @returns what runs work in its turn, and answers as it does
 */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }
}
