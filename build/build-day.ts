/**
 * The day a build is made from: the same source gives the same day, so that two builds of it are alike. Never later than
 * the day it is built on, since a program must not doubt the clock of the computer that has just made it.
 */
import { spawnSync } from 'node:child_process'

/** What is known of the day. `epoch`: seconds, as SOURCE_DATE_EPOCH has it; `commit`: day of the newest commit. */
export type DayFacts = { readonly epoch: string | undefined; readonly commit: string | null; readonly today: string }

/** The day of a build, YYYY-MM-DD. */
export function dayOfBuild({ epoch, commit, today }: DayFacts): string {
  const given = epoch === undefined || !/^\d+$/.test(epoch) ? null : dayOf(new Date(Number(epoch) * 1000))
  const day = given ?? commit ?? today
  return day < today ? day : today
}

/** The day of the build of a source folder, now. */
export function buildDay(root: string): string {
  const git = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' })
  const seconds = Number(git.stdout?.trim() || Number.NaN)
  return dayOfBuild({
    epoch: process.env['SOURCE_DATE_EPOCH'],
    commit: git.status === 0 && Number.isFinite(seconds) ? dayOf(new Date(seconds * 1000)) : null,
    today: dayOf(new Date()),
  })
}

/** In UTC, which is never ahead of the day in Việt Nam. */
function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
