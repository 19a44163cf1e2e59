/**
 * The browser's own protocol over a pipe: messages of JSON, each ended by a zero byte. Written here because a driver that
 * can do more takes a third of a second to load, a quarter of what a start may take.
 * Source: the Chrome DevTools Protocol (chromedevtools.github.io/devtools-protocol), option `--remote-debugging-pipe`.
 */
import type { Readable, Writable } from 'node:stream'
import { trusted } from '../../shared/base/trust.ts'

/** Something the browser tells. */
export type DevtoolsEvent = {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  /** The page, frame or worker it is about; undefined for the browser itself. */
  readonly session: string | undefined
}

/** The two ends of the pipe, in use. */
export type Devtools = {
  /**
   * Sends one command.
   * @param session the page or frame it is for; the browser itself where left out
   * @returns what the browser answers
   * @throws Error if the browser refuses, or is gone
   */
  readonly send: <T>(method: string, params?: object, session?: string) => Promise<T>
  /** Calls `listener` with every event from now on, in the order in which they came. */
  readonly listen: (listener: (event: DevtoolsEvent) => void) => void
}

type Message = {
  readonly id?: number
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

/** Talks to a browser through its pipe. */
export function talkThrough(input: Writable, output: Readable): Devtools {
  const waiting = new Map<number, Waiting>()
  const listeners: ((event: DevtoolsEvent) => void)[] = []
  let sent = 0
  let isOpen = true
  const end = () => {
    isOpen = false
    for (const { reject } of waiting.values()) reject(new Error('the browser is gone'))
    waiting.clear()
  }
  const take = (message: Message) => {
    if (message.id === undefined) {
      const { method = '', params = {}, sessionId } = message
      for (const listener of listeners) listener({ method, params, session: sessionId })
      return
    }
    const one = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) one?.resolve(message.result)
    else one?.reject(new Error(message.error.message))
  }
  splitAtZeros(output, (text) => take(trusted<Message>(JSON.parse(text))))
  output.once('close', end)
  // A pipe that breaks while something is written is told by the other end's closing.
  input.on('error', end)
  return {
    send: async <T>(method: string, params: object = {}, session?: string) => {
      if (!isOpen) throw new Error('the browser is gone')
      const id = ++sent
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
      input.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`)
      return trusted<T>(await answer)
    },
    listen: (listener) => void listeners.push(listener),
  }
}

/** Calls `take` with each text between two zero bytes. */
function splitAtZeros(output: Readable, take: (text: string) => void): void {
  let begun: Buffer[] = []
  output.on('data', (chunk: Buffer) => {
    let from = 0
    for (let zero = chunk.indexOf(0); zero >= 0; zero = chunk.indexOf(0, from)) {
      begun.push(chunk.subarray(from, zero))
      const text = Buffer.concat(begun).toString('utf8')
      begun = []
      from = zero + 1
      take(text)
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
  })
}
