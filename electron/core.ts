/**
 * The running program without a window: paths -> vault -> store -> router. It knows no Electron and no browser; the three
 * hosts carry its one typed port, `call` and `on`.
 */
import { fail, ok, type Result } from '../shared/base/result.ts'
import { trusted } from '../shared/base/trust.ts'
import { isErasing } from '../shared/commands/erasure.ts'
import { commandNamed } from '../shared/commands/index.ts'
import type { JobName } from '../shared/contract/inputs.ts'
import { asksDisk } from '../shared/contract/lists.ts'
import { SHOWN_AFTERWARDS, type MissedJob } from '../shared/contract/missed.ts'
import { refusal, type Refusal } from '../shared/contract/refusals.ts'
import type { Subject } from '../shared/journal/entry.ts'
import { logReadings, type Reading } from '../db/private/read-log.ts'
import { write } from '../db/transaction.ts'
import { createBackup, isBackupDue } from './backup/backup.ts'
import { listing } from './backup/list.ts'
import type { JobControl } from './exchange/write-outgoing.ts'
import { handlerOf, type Session } from './handlers.ts'
import { attachFiles, bringsScans } from './office/attach.ts'
import { cleaningUp } from './office/after-erasure.ts'
import { inTurn } from './office/in-turn.ts'
import { judgeAgain, type JudgeAgain } from './office/judge-again.ts'
import { runOwn } from './office/run.ts'
import type { Surroundings, Workplace } from './office/workplace.ts'
import { isQuery, runQuery, type QueryContext, type QueryName } from './queries.ts'
import { admit } from './router.ts'
import { understood } from './understood.ts'
import { newId } from './new-id.ts'

/** What a call may bring besides its input. */
export type CallOptions = JobControl & {
  /** UUID of the call; the same UUID again answers the first result of a command. */
  readonly id?: string
}

/** What the core tells its hosts without being asked. */
export type CoreEvent =
  | { readonly event: 'changed'; readonly subjects: readonly Subject[] }
  | { readonly event: 'locked' }
  /** A job has begun, or none is running any more. */
  | { readonly event: 'working'; readonly job: string | null }
  | { readonly event: 'backedUp'; readonly folder: string }
  | { readonly event: 'backupFailed'; readonly refusal: Refusal }

/** The port. */
export type Core = {
  readonly call: (name: string, input: unknown, options?: CallOptions) => Promise<Result<unknown, Refusal>>
  readonly on: (listener: (event: CoreEvent) => void) => () => void
  /** What a host does every minute: flush the log of reads, end the sweep of scans, make the daily backup. */
  readonly tick: () => Promise<void>
  /** Notes a query that the reader has answered to a host directly. */
  readonly noteRead: (name: string, input: unknown) => void
  readonly close: () => void
}

/** Where queries go when not to the core itself: the reader thread. */
export type Reader = {
  /** Until it is, queries are answered in the core: the first page need not wait for a thread to start. */
  readonly isReady: () => boolean
  readonly run: (name: QueryName, input: unknown, context: QueryContext) => Promise<Result<unknown, Refusal>>
  /**
   * The core hears nothing from now on, until this is called with null: whoever asks may ask the reader directly.
   * @param context - what its queries may know meanwhile
   */
  readonly occupied?: (context: QueryContext | null) => void
  readonly close: () => void
}

/** Starts a reader for an office just unlocked. */
export type OpenReader = (workplace: Workplace) => Reader

/** Readings wait at most this long before they are on the disk, in milliseconds. */
const FLUSH_AFTER = 5000

/** What a crash left of scans is swept so many milliseconds after an unlock, or before the next scan is written. */
const SWEEP_AFTER = 1500

/**
 * The reader starts so many milliseconds after an unlock, or when a job begins: on a PC of two cores its start would take
 * from the first page the one that draws it.
 */
const READER_AFTER = 1000

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Starts the core over a data folder; nothing is opened before the first call.
 * @param openReader - starts the reader thread; without it queries run here
 */
export function createCore(surroundings: Surroundings, openReader?: OpenReader): Core {
  const listeners = new Set<(event: CoreEvent) => void>()
  const readings: Reading[] = []
  let workplace: Workplace | null = null
  let reader: Reader | null = null
  let readerStart: NodeJS.Timeout | null = null
  let flushing: NodeJS.Timeout | null = null
  let job: { readonly name: string; readonly ended: Promise<void> } | null = null
  /** Locked while a job runs that works on it: nothing else reaches it, and it is closed when the job ends. */
  let leaving: Workplace | null = null
  let isLockAsked = false
  /** By user what came of a job that ended behind the lock; of nobody else's concern, and nowhere but here. */
  const missed = new Map<string, MissedJob>()
  /** Commands that bring or name scans, and those that remove them, one after the other. */
  const withScans = inTurn()
  let again: JudgeAgain | null = null

  const tell = (event: CoreEvent) => {
    for (const listener of listeners) listener(event)
  }
  const flush = () => {
    if (flushing) clearTimeout(flushing)
    flushing = null
    if (workplace === null || readings.length === 0) return
    write(workplace.store, (db) => logReadings(db, readings.splice(0)))
  }
  const session: Session = {
    surroundings: {
      ...surroundings,
      occupying: (work) => {
        if (workplace === null || reader === null) return work()
        reader.occupied?.(contextOf(workplace))
        try {
          return work()
        } finally {
          reader?.occupied?.(null)
        }
      },
    },
    workplace: () => workplace,
    enter: (opened) => {
      session.leave()
      workplace = opened
      readerStart = setTimeout(startReader, READER_AFTER).unref()
      again = judgeAgain(
        opened,
        () => job !== null,
        () => tell({ event: 'changed', subjects: [] }),
      )
      again.begin()
      // Whoever unlocks sees the first page before what a crash left is cleared away.
      setTimeout(() => void opened.scans.swept(), SWEEP_AFTER).unref()
    },
    leave: () => shut((left) => left.close()),
    lock: () => {
      isLockAsked = job !== null
      shut((left) => {
        if (job === null) left.close()
        else leaving = left
      })
    },
  }

  /** Starts the reader where it has not been started yet. */
  function startReader(): void {
    if (readerStart === null || workplace === null) return
    clearTimeout(readerStart)
    readerStart = null
    reader = openReader?.(workplace) ?? null
  }

  /** From here on nobody reaches what was open. @param end - what becomes of it */
  function shut(end: (left: Workplace) => void): void {
    const left = workplace
    if (left === null) return
    try {
      flush()
    } finally {
      again?.stop()
      again = null
      if (readerStart !== null) clearTimeout(readerStart)
      readerStart = null
      reader?.close()
      reader = null
      workplace = null
      end(left)
      tell({ event: 'locked' })
    }
  }

  /**
   * Runs a job, one at a time; what was locked meanwhile is closed at its end, and its user told at the next unlock.
   * @param isNews - whether what came of it is worth telling
   */
  async function working<T>(
    name: string,
    work: () => Promise<Result<T, Refusal>>,
    isNews: (answer: Result<T, Refusal>) => boolean = () => true,
  ): Promise<Result<T, Refusal>> {
    const { promise: ended, resolve: setEnded } = Promise.withResolvers<void>()
    job = { name, ended }
    startReader()
    tell({ event: 'working', job: name })
    try {
      const answer = await work()
      if (leaving !== null && isNews(answer)) missed.set(leaving.user.id, missedJob(name, answer, leaving.clock.at()))
      return answer
    } finally {
      const left = leaving
      job = null
      isLockAsked = false
      leaving = null
      try {
        left?.close()
      } finally {
        setEnded()
        tell({ event: 'working', job: null })
        again?.begin()
      }
    }
  }

  function noteRead({ user, clock }: Workplace, name: QueryName, input: unknown): void {
    // A preview is asked for at every pause in typing: one reading of a case in the same batch is enough.
    const fresh = casesRead(name, input).filter((id) => name === 'case.get' || !readings.some((one) => one.id === id))
    for (const id of fresh) readings.push({ at: clock.at(), user: user.id, type: 'case', id })
    if (fresh.length > 0) flushing ??= setTimeout(flush, FLUSH_AFTER).unref()
  }

  async function query(name: QueryName, input: unknown): Promise<Result<unknown, Refusal>> {
    const at = workplace
    if (at === null) return fail(refusal('LOCKED', {}))
    let context = contextOf(at)
    if (asksDisk(name, input)) {
      context = { ...context, backups: await listing(at, at, undefined) }
      // Looking takes a moment, in which the office may be locked.
      if (workplace !== at) return fail(refusal('LOCKED', {}))
    }
    const answer =
      reader === null || !reader.isReady()
        ? at.query((db) => runQuery(db, name, input, context))
        : await reader.run(name, input, context)
    // The reader takes a while: the office may have been locked meanwhile.
    if (workplace !== at) return fail(refusal('LOCKED', {}))
    if (answer.ok) noteRead(at, name, input)
    return answer
  }

  async function command(
    name: string,
    rawInput: unknown,
    at: Workplace,
    id: string,
  ): Promise<Result<unknown, Refusal>> {
    const found = commandNamed(name)
    if (found === null) throw new Error(`a command without code: ${name}`)
    const work = async () => {
      const attached = await attachFiles(at, name, rawInput)
      if (!attached.ok) return attached
      // Taking in a large scan takes a while: the office may have been locked meanwhile.
      if (workplace !== at) return fail(refusal('LOCKED', {}))
      const { input, scans } = attached.value
      return cleaningUp(at, name, input, () => runOwn(at, found, input, id, scans))
    }
    // A scan that one has found there must not be removed by the other before it is named.
    const answer = await (isErasing(name) || bringsScans(rawInput) ? withScans(work) : work())
    if (answer.ok && !answer.value.repeated) {
      if (answer.value.touched.some(({ type }) => type !== 'case')) again?.begin()
      tell({ event: 'changed', subjects: answer.value.touched })
    }
    if (!answer.ok) return answer
    const { value, entries, repeated } = answer.value
    return ok({ ...trusted<object>(value), entries, repeated })
  }

  async function serve(name: string, rawInput: unknown, options: CallOptions): Promise<Result<unknown, Refusal>> {
    const id = options.id ?? newId()
    if (!UUID.test(id)) return fail(refusal('INVALID_INPUT', { problems: [{ path: 'id', problem: 'form' }] }))
    const admitted = admit(name, rawInput, workplace)
    if (!admitted.ok) return admitted
    const { entry, input } = admitted.value
    if (entry.kind === 'command') {
      if (workplace === null) return fail(refusal('LOCKED', {}))
      return command(name, input, workplace, id)
    }
    if (isQuery(name)) return query(name, input)
    const handler = handlerOf(trusted<Exclude<JobName, QueryName>>(name))
    if (entry.kind === 'query') return handler(session, input, { ...options, id })
    // Whoever comes back while a job still holds what was locked waits for its end.
    if (name === 'session.unlock' && leaving !== null) await job?.ended
    if (job !== null) return fail(refusal('BUSY', { job: job.name }))
    return working(name, async () => {
      const answer = await understood(() => handler(session, input, { ...options, id }), options.signal)
      // Unlocking takes its time: who locks meanwhile means this too.
      if (isLockAsked && workplace !== null) {
        session.leave()
        return fail(refusal('LOCKED', {}))
      }
      if (name === 'session.unlock') return answer.ok && workplace !== null ? welcomed(answer.value, workplace) : answer
      // Whoever has just unlocked has asked nothing yet that could have changed.
      if (answer.ok) tell({ event: 'changed', subjects: [] })
      return answer
    })
  }

  /** What unlocking answers, with what its user has missed: told once. */
  function welcomed(value: unknown, { user: { id } }: Workplace): Result<unknown, Refusal> {
    const told = missed.get(id) ?? null
    missed.delete(id)
    return ok({ ...trusted<object>(value), missed: told })
  }

  return {
    call: (name, rawInput, options = {}) => understood(() => serve(name, rawInput, options), options.signal),
    on: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tick: async () => {
      flush()
      again?.begin()
      const at = workplace
      await at?.scans.swept()
      // Looking takes a moment, in which a job may begin or the office be locked.
      const isFree = () => job === null && workplace === at
      if (at === null || !isFree() || !(await isBackupDue(at)) || !isFree()) return
      // Nobody waits for the daily backup: of that one, only that it failed.
      const isNews = ({ ok: isMade }: Result<unknown, Refusal>) => !isMade
      const made = await working('backup.create', () => understood(() => createBackup(at, undefined, {})), isNews)
      tell(made.ok ? { event: 'backedUp', folder: made.value.folder } : { event: 'backupFailed', refusal: made.error })
    },
    noteRead: (name, input) => {
      if (workplace !== null && isQuery(name)) noteRead(workplace, name, input)
    },
    close: () => {
      session.leave()
      leaving?.close()
      leaving = null
    },
  }
}

/** What is kept of a job that ended behind the lock: of its answer, only what a page shows afterwards. */
function missedJob(job: string, answer: Result<unknown, Refusal>, at: string): MissedJob {
  if (!answer.ok) return { job, at, refusal: answer.error, answer: null }
  return { job, at, refusal: null, answer: SHOWN_AFTERWARDS.has(job) ? answer.value : null }
}

/** What queries of an unlocked office may know besides its store. */
function contextOf({ keys, device, user, clock }: Workplace): QueryContext {
  const { name, post, roles } = user.user
  return {
    office: keys.office,
    device,
    today: clock.today(),
    computerDay: clock.computer(),
    dateInDoubt: clock.doubt(),
    user: { id: user.id, name, post, roles },
    backups: null,
  }
}

/** The cases whose profile a query shows. */
function casesRead(name: QueryName, input: unknown): readonly string[] {
  if (name !== 'case.get' && name !== 'document.preview') return []
  const { case: one, cases = [] } = trusted<{ readonly case?: string; readonly cases?: readonly string[] }>(input)
  return one === undefined ? cases : [one, ...cases]
}
