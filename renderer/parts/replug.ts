/**
 * Sticks that were written to and could not be read past the system's cache: they are waited for until they have been
 * pulled and plugged in again, at whatever letter, for then what was written can be checked. The wait outlives the page
 * that shows it, and a lock, for the user whose it is; nothing of a person is in it.
 */
import { useEffect } from 'react'
import { create } from 'zustand'
import { trusted } from '../../shared/base/trust.ts'
import type { OfficeView } from '../../shared/contract/answers.ts'
import type { ExportAnswer } from '../../shared/contract/exchange.ts'
import {
  beginWatch,
  foundOn,
  isAwaited,
  isOn,
  isPullable,
  lookAtDrives,
  notOn,
  placeOn,
  type Place,
  type PlugWatch,
} from '../../shared/contract/plug.ts'
import { ask } from '../api.ts'
import { queryClient } from '../queries.ts'
import { useWindow } from '../state.ts'

/** How often sticks are looked for, in milliseconds. */
const AGAIN = 3000

/** The same, where one was not found in the look before: it may be gone, or slow to answer. */
const SOON = 1000

/** Looks in a row at a drive of which not all could be seen, after which what was not found is not there. */
const PATIENCE = 5

/** The jobs whose page shows what was written when it is come back to. */
const PAGES: ReadonlySet<string> = new Set(['bundle.export', 'device.export'])

/**
 * What was written by a job, and the stick it lies on. `isProven`: it was read after the stick was plugged in anew; `isDrawn`:
 * its page is open, which reads it by itself.
 */
type Wait = {
  readonly answer: ExportAnswer
  readonly user: string | undefined
  readonly watch: PlugWatch
  readonly isProven: boolean
  readonly isDrawn: boolean
}

/** By job what is waited for: the last it has written. */
const useWaits = create<Readonly<Record<string, Wait>>>(() => ({}))

/**
 * Begins to wait for the stick that was written to, in the place of the one before, if there is anything to wait for.
 * @param user - who has written it
 */
export function awaitPlug(job: string, answer: ExportAnswer, user = ownUser()): void {
  const held = useWaits.getState()[job]
  if (held?.answer === answer) return
  // What ended behind the lock is told once more, with the unlock: its stick has been watched meanwhile.
  if (held !== undefined && held.answer.sets[0]?.id === answer.sets[0]?.id) {
    useWaits.setState({ [job]: { ...held, answer, user: held.user ?? user } })
    return
  }
  forget(job)
  if (!isCached(answer)) return
  const wait = { answer, user, watch: beginWatch(answer.folder), isProven: false, isDrawn: false }
  useWaits.setState({ [job]: wait })
  // At once: a stick that is pulled before the first look would never be seen to have been there.
  void look()
}

/** The same for what any job has answered. */
export function awaitPlugOf(job: string, answer: unknown, user: string | undefined): void {
  if (PAGES.has(job)) awaitPlug(job, trusted<ExportAnswer>(answer), user)
}

/** What a job of this user has written that is still waited for, for the page that is come back to. */
export function awaitedOf<Answer>(job: string): { readonly answer?: Answer } {
  const wait = useWaits.getState()[job]
  return wait === undefined || wait.user !== ownUser() ? {} : { answer: trusted<Answer>(wait.answer) }
}

/** What has become of the stick, while this is on screen; null where there is nothing to wait for. */
export function usePlug(
  job: string,
  answer: ExportAnswer,
): { readonly watch: PlugWatch | null; readonly isProven: boolean; readonly prove: () => void } {
  const wait = useWaits((waits) => waits[job])
  useEffect(() => {
    awaitPlug(job, answer)
    change(job, answer, { isDrawn: true })
    return () => leave(job, answer)
  }, [job, answer])
  const own = wait?.answer === answer ? wait : undefined
  return {
    watch: own?.watch ?? null,
    isProven: own?.isProven ?? false,
    prove: () => change(job, answer, { isProven: true }),
  }
}

/** The job of this user whose stick is back and still to be checked, where its page is not open; null where there is none. */
export function useUnchecked(user: string | undefined): string | null {
  return useWaits((waits) => {
    const isUnchecked = ({ watch, isProven, isDrawn, user: own }: Wait) =>
      watch.plug === 'back' && !isProven && !isDrawn && own === user
    return Object.entries(waits).find(([, wait]) => isUnchecked(wait))?.[0] ?? null
  })
}

/** Where what was written lies now: where it was seen last, or else on any stick. `plug`: what has become of its stick. */
export async function findWritten(job: string, answer: ExportAnswer): Promise<Pick<PlugWatch, 'plug' | 'folder'>> {
  await look()
  const wait = useWaits.getState()[job]
  const { plug, on, folder: last } = wait?.answer === answer ? wait.watch : beginWatch(answer.folder)
  const drives = await ask('shell.drives', {}).catch(() => [])
  for (const place of [last, ...drives.filter(isPullable).map(({ path }) => path)]) {
    const { folder } = await lookInto(place, answer)
    if (typeof folder !== 'string') continue
    // A copy on another drive proves nothing of the stick that came back.
    const isOnStick = on !== null && isOn(folder, on.path)
    return { plug: plug === 'back' && !isOnStick ? 'gone' : plug, folder }
  }
  return { plug, folder: last }
}

/** True if what was written could not be read past the system's cache. */
export function isCached({ sets }: ExportAnswer): boolean {
  return sets.some(({ readBack }) => readBack === 'cached')
}

/** Its page is left: what is still waited for waits there; a dialog is never come back to. */
function leave(job: string, answer: ExportAnswer): void {
  const wait = useWaits.getState()[job]
  if (wait?.answer !== answer) return
  const isLocked = useWindow.getState().phase === 'locked'
  if (!PAGES.has(job) || !isAwaited(wait.watch) || (wait.isProven && !isLocked)) forget(job)
  else change(job, answer, { isDrawn: false })
}

function forget(job: string): void {
  const { [job]: _, ...rest } = useWaits.getState()
  useWaits.setState(rest, true)
}

function change(job: string, answer: ExportAnswer, next: Partial<Wait>): void {
  const wait = useWaits.getState()[job]
  if (wait?.answer === answer) useWaits.setState({ [job]: { ...wait, ...next } })
}

/** By what is waited for and drive, how often in a row not all of it could be seen. */
const partly = new Map<string, number>()

let looking: Promise<void> | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** Looks at the drives, and goes on looking as long as any stick is waited for. */
function look(): Promise<void> {
  clearTimeout(timer)
  looking ??= lookOnce().finally(() => {
    looking = null
    clearTimeout(timer)
    const open = Object.values(useWaits.getState()).filter(({ isProven, watch }) => !isProven && isAwaited(watch))
    if (open.length > 0)
      timer = setTimeout(() => void look(), open.some(({ watch }) => watch.missed > 0) ? SOON : AGAIN)
  })
  return looking
}

async function lookOnce(): Promise<void> {
  const drives = await ask('shell.drives', {}).catch(() => null)
  if (drives === null) return
  for (const [job, { answer, watch: before, isProven }] of Object.entries(useWaits.getState())) {
    if (isProven) continue
    const { watch, came } = lookAtDrives(before, drives)
    let now = watch
    for (const drive of came) {
      const folder = await folderOn(drive, answer, before)
      // One that cannot be looked into yet, or while the office is locked, is looked into the next time.
      if (folder === undefined) continue
      now = folder === null ? notOn(now, drive) : foundOn(now, drive, folder)
      if (folder !== null) break
    }
    change(job, answer, { watch: now })
  }
}

/**
 * The folder on a drive in which what was written lies, at the place it had first of all: a look goes but two folders deep.
 * null where it is not there, undefined where nobody can tell.
 */
async function folderOn(drive: Place, answer: ExportAnswer, watch: PlugWatch): Promise<string | null | undefined> {
  const { folder } = await lookInto(placeOn(watch, drive), answer)
  if (typeof folder === 'string') return folder
  const whole = await lookInto(drive.path, answer)
  if (whole.folder !== null || !whole.isPartial) return whole.folder
  const which = `${answer.sets[0]?.id} ${drive.path} ${drive.device} ${drive.plugging}`
  const times = (partly.get(which) ?? 0) + 1
  partly.set(which, times % PATIENCE)
  return times < PATIENCE ? undefined : null
}

async function lookInto(
  place: string,
  { sets }: ExportAnswer,
): Promise<{ folder?: string | null; isPartial: boolean }> {
  const labels = sets.map(({ label }) => label)
  return ask('carrier.find', { folder: place, labels }).catch(() => ({ isPartial: false }))
}

/** Who is at work; undefined while nobody is. */
export function ownUser(): string | undefined {
  return queryClient.getQueryData<OfficeView>(['office.get', {}])?.user.id
}
