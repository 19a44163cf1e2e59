/**
 * Judging again in the background, a few cases at a time between calls, so that nobody waits for it: after an office is
 * opened, when rules or units have changed, and when a day has passed.
 */
import { refreshDue } from '../../db/assessments.ts'
import { write } from '../../db/transaction.ts'
import type { Workplace } from './workplace.ts'

/** Cases judged in one transaction: some tens of milliseconds. */
const AT_ONCE = 100

/** Milliseconds before it begins: whoever unlocks or saves sees the next page first. */
const FIRST_WAIT = 1000

/** The background work of one open office. */
export type JudgeAgain = {
  /** Begins from the start, or goes on if it is at work; does nothing where nothing is due. */
  readonly begin: () => void
  readonly stop: () => void
}

/**
 * Prepares the background work.
 * @param at - the open office
 * @param isBusy - true while a job writes or reads the store: the work waits for it
 * @param onDone - told once, when it has made any anew
 */
export function judgeAgain(at: Workplace, isBusy: () => boolean, onDone: () => void): JudgeAgain {
  let timer: NodeJS.Timeout | null = null
  let after: number | null = 0
  let made = 0
  const next = (wait: number) => {
    timer = setTimeout(work, wait).unref()
  }
  const work = () => {
    timer = null
    if (isBusy()) return next(1000)
    const done = write(at.store, (db) => refreshDue(db, at.clock.today(), after ?? 0, AT_ONCE))
    after = done.after
    made += done.made
    if (after !== null) return next(10)
    if (made > 0) onDone()
    made = 0
  }
  return {
    begin: () => {
      after = 0
      if (timer === null) next(FIRST_WAIT)
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
