/**
 * An office in a process of its own, as its test sees it: calls, and the moment it dies.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { Paths } from '../../electron/paths.ts'
import { PASSPHRASE } from './office.ts'
import type { ChildAnswer, ChildCall, ChildProgress } from './office-child.ts'

/** A call's answer, or null if the process died before it gave one. */
export type Answered = { readonly answer: Result<unknown, Refusal>; readonly operations: number } | null

/** An office that can be killed. */
export type KillableOffice = {
  readonly pid: number
  readonly call: (name: string, input?: unknown, more?: Partial<ChildCall>) => Promise<Answered>
  /**
   * Calls a job and kills the office as soon as it is as far as that, which is in the middle of whatever comes next.
   * @returns the answer, where the kill came too late
   */
  readonly killOnce: (isThere: (progress: unknown) => boolean, name: string, input: unknown) => Promise<Answered>
  readonly kill: () => Promise<void>
}

/**
 * Starts and unlocks an office over these folders, with a folder of its own for what is temporary, if one is given.
 * @param within a command that runs another one within limits, e.g. `prlimit --fsize=1000`.
 * @param more variables of its environment besides those of this process.
 */
export async function startOffice(
  paths: Paths,
  today = '2024-04-01',
  temporary: string = tmpdir(),
  within: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<KillableOffice> {
  const script = join(import.meta.dirname, 'office-child.ts')
  const child = fork(script, [paths.data, paths.marks, today], {
    execPath: within[0] ?? process.execPath,
    execArgv: within.length === 0 ? [] : [...within.slice(1), process.execPath],
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ...more },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const waiting = new Map<number, (answered: Answered) => void>()
  const gone = once(child, 'exit').then(() => {
    for (const settle of waiting.values()) settle(null)
    waiting.clear()
    if (complaint !== '') throw new Error(complaint)
  })
  let hear: (progress: unknown) => void = () => undefined
  child.on('message', (message: ChildAnswer | ChildProgress) => {
    if ('progress' in message) return hear(message.progress)
    const { ticket, answer, operations } = message
    waiting.get(ticket)?.({ answer: answer as Result<unknown, Refusal>, operations })
    waiting.delete(ticket)
  })
  let tickets = 0
  const office: KillableOffice = {
    pid: child.pid ?? 0,
    call: (name, input = {}, more = {}) =>
      new Promise((resolve) => {
        const ticket = (tickets += 1)
        waiting.set(ticket, resolve)
        const message: ChildCall = { name, input, ...more, ticket }
        child.send(message, (error) => {
          if (error && waiting.delete(ticket)) resolve(null)
        })
      }),
    killOnce: async (isThere, name, input) => {
      hear = (progress) => {
        if (isThere(progress)) child.kill('SIGKILL')
      }
      const answered = await office.call(name, input, { tells: true })
      await office.kill()
      return answered
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
  onTestFinished(office.kill)
  const opened = await office.call('session.unlock', { login: 'vanthu', passphrase: PASSPHRASE })
  if (opened?.answer.ok !== true) throw new Error(`did not unlock: ${JSON.stringify(opened)} ${complaint}`)
  return office
}
