/**
 * A long job of the core: started, watched, stopped. A run has an id of its own, by which its progress is told and by
 * which it can be cancelled; what came of it stays until the next run. One that ended behind the lock is found as it ended.
 */
import { useEffect, useRef, useState } from 'react'
import { trusted } from '../../shared/base/trust.ts'
import type { JobProgress } from '../../shared/contract/exchange.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { call, cancel, onEvent, Refused, newId } from '../api.ts'
import { useWindow } from '../state.ts'

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

/** A job by its name. */
export function useJob<Answer>(name: string): Job<Answer> {
  const idle: State<Answer> = { isRunning: false, progress: null, answer: null, refusal: null, failure: null }
  const [state, setState] = useState<State<Answer>>(() => ({ ...idle, ...missedOf(name) }))
  const id = useRef('')
  useEffect(
    () =>
      onEvent((event) => {
        if (event.event !== 'progress' || event.id !== id.current) return
        setState((held) => ({ ...held, progress: trusted<JobProgress>(event.progress) }))
      }),
    [],
  )
  const perform = async (input: unknown, own: string) => {
    id.current = own
    forgetMissed(name)
    // What comes after the job was cleared or begun anew is of no interest any more.
    const settle = (change: Partial<State<Answer>>) => {
      if (id.current === own) setState({ ...idle, ...change })
    }
    settle({ isRunning: true })
    try {
      const answer = await call<Answer>(name, input, own)
      settle({ answer })
      return answer
    } catch (error) {
      settle(error instanceof Refused ? { refusal: error.refusal } : { failure: error })
      throw error
    }
  }
  return {
    ...state,
    perform,
    // What it was refused for, or has failed with, stands in the state.
    run: (input) => perform(input, newId()).catch(() => null),
    stop: () => cancel(id.current),
    clear: () => {
      forgetMissed(name)
      id.current = ''
      setState(idle)
    },
  }
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
