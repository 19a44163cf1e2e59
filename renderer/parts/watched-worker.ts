/**
 * A worker whose end does not hang on the worker: one that decodes for minutes, or has broken down, answers nobody.
 */

/** How long an end waits for what is to go before it, in milliseconds. */
const PATIENCE = 1000

/**
 * @param worker - just made
 * @param patience - how long its end waits, in milliseconds
 * @returns `broken`, which comes only if the worker could not be loaded or broke down, and `end`: lets `first` be done, as
 *   long as there is hope of it, then gives back the worker in any case
 */
export function watched(worker: EventTarget & { terminate(): void }, patience = PATIENCE) {
  const { promise: broken, resolve } = Promise.withResolvers<void>()
  worker.addEventListener('error', () => resolve(), { once: true })
  const end = async (first: Promise<unknown> | undefined): Promise<void> => {
    const late = Promise.withResolvers<void>()
    const timer = setTimeout(late.resolve, patience)
    await Promise.race([Promise.resolve(first).catch(() => undefined), broken, late.promise])
    clearTimeout(timer)
    worker.terminate()
  }
  return { broken, end }
}
