/**
 * A long job of the core: started, watched, stopped. A run has an id of its own, by which its progress is told and by
 * which it can be cancelled; what came of it stays until the next run. Whoever leaves the page of one that goes on finds it
 * there on coming back, as far as it is or as it ended; one that ended behind the lock is found as it ended, and one whose
 * stick is still to be plugged in again as long as it is.
 */
import { useEffect, useRef, useState } from 'react'
import { trusted } from '../../shared/base/trust.ts'
import type { JobProgress } from '../../shared/contract/exchange.ts'
import { SHOWN_AFTERWARDS } from '../../shared/contract/missed.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { call, cancel, onEvent, Refused, newId } from '../api.ts'
import { useWindow } from '../state.ts'
import { awaitPlugOf, awaitedOf, ownUser } from './replug.ts'

/** A job and how far it is. */
export type Job<Answer> = {
  readonly isRunning: boolean
  readonly progress: JobProgress | null
  readonly answer: Answer | null
  readonly refusal: Refusal | null
  /** What failed without being refused. */
  readonly failure: unknown
  /** Runs it; the answer, or null where it did not come to one. */
  readonly run: (input: unknown) => Promise<Answer | null>
  /** As `run`, for who says it itself where it comes to none: that is thrown. @param id - of the call, the same for a retry */
  readonly perform: (input: unknown, id: string) => Promise<Answer>
  readonly stop: () => void
  readonly clear: () => void
}

type State<Answer> = Pick<Job<Answer>, 'isRunning' | 'progress' | 'answer' | 'refusal' | 'failure'>

const IDLE = { isRunning: false, progress: null, answer: null, refusal: null, failure: null } as const

/** One run. `tell`: draws it; null while its page is left, or once nobody is interested in it any more. */
type Run<Answer> = { readonly id: string; state: State<Answer>; tell: ((state: State<Answer>) => void) | null }

/** By job the run whose page was left while it went on. */
const left = new Map<string, Run<unknown>>()

/** Jobs that only look: they end with the page that would have shown what they saw. */
const LOOKS: ReadonlySet<string> = new Set(['bundle.preview', 'bundle.inspect'])

// What ends behind the lock is told by the core to the user whose it was, and to nobody else.
useWindow.subscribe(({ phase }) => {
  if (phase === 'locked') left.clear()
})

/** A job by its name. */
export function useJob<Answer>(name: string): Job<Answer> {
  const [state, setState] = useState<State<Answer>>(() => ({
    ...IDLE,
    ...(left.has(name) ? {} : awaitedOf<Answer>(name)),
    ...missedOf(name),
  }))
  const run = useRef<Run<Answer> | null>(null)
  useEffect(
    () =>
      onEvent((event) => {
        const { current } = run
        if (current === null || event.event !== 'progress' || event.id !== current.id) return
        show(current, { ...current.state, progress: trusted<JobProgress>(event.progress) })
      }),
    [],
  )
  useEffect(() => {
    const found = left.get(name)
    left.delete(name)
    if (found !== undefined) {
      run.current = trusted<Run<Answer>>(found)
      setState(run.current.state)
    }
    if (run.current !== null) run.current.tell = setState
    return () => {
      if (run.current !== null) leave(name, run.current)
    }
  }, [name])
  /** What comes after the job was cleared or begun anew is of no interest any more. */
  const take = (next: Run<Answer> | null) => {
    forgetMissed(name)
    if (run.current !== null) run.current.tell = null
    run.current = next
    setState(next?.state ?? IDLE)
  }
  const perform = async (input: unknown, id: string) => {
    const own: Run<Answer> = { id, state: { ...IDLE, isRunning: true }, tell: setState }
    take(own)
    // Whoever began it: by its end the office may be locked.
    const user = ownUser()
    try {
      const answer = await call<Answer>(name, input, id)
      awaitPlugOf(name, answer, user)
      show(own, { ...IDLE, answer })
      return answer
    } catch (error) {
      show(own, { ...IDLE, ...(error instanceof Refused ? { refusal: error.refusal } : { failure: error }) })
      throw error
    }
  }
  return {
    ...state,
    perform,
    // What it was refused for, or has failed with, stands in the state.
    run: (input) => perform(input, newId()).catch(() => null),
    stop: () => cancel(run.current?.id ?? ''),
    clear: () => take(null),
  }
}

function show<Answer>(run: Run<Answer>, state: State<Answer>): void {
  run.state = state
  run.tell?.(state)
}

/** Its page is left: one that goes on waits there for whoever comes back, where a page shows afterwards what it answers. */
function leave<Answer>(name: string, run: Run<Answer>): void {
  run.tell = null
  if (!run.state.isRunning || useWindow.getState().phase === 'locked') return
  if (SHOWN_AFTERWARDS.has(name)) left.set(name, trusted<Run<unknown>>(run))
  else if (LOOKS.has(name)) cancel(run.id)
}

/**
 * The last answer of a job that is run again from beside it: it stays while that goes on, and where that comes to none.
 * `forget`: for a run that is about something else.
 */
export function useLastAnswer<Answer>(job: Job<Answer>): {
  readonly answer: Answer | null
  readonly forget: () => void
} {
  const [last, setLast] = useState(job.answer)
  if (job.answer !== null && job.answer !== last) setLast(job.answer)
  return { answer: job.answer ?? last, forget: () => setLast(null) }
}

/** What came of a job that ended behind the lock. */
function missedOf<Answer>(name: string): Partial<State<Answer>> {
  const { missed } = useWindow.getState()
  return missed?.job === name ? { answer: trusted<Answer | null>(missed.answer), refusal: missed.refusal } : {}
}

function forgetMissed(name: string): void {
  const { missed, setMissed } = useWindow.getState()
  if (missed?.job === name) setMissed(null)
}
