/**
 * What the threads say to each other. Everything is plain data; the store key travels once, in memory, to the reader.
 */
import type { MessagePort } from 'node:worker_threads'
import type { Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { CoreEvent } from '../core.ts'
import type { QueryContext, QueryName } from '../queries.ts'

/** How the core thread is started. */
export type CoreThreadData = {
  readonly data: string
  readonly marks: string | null
  readonly today: string | null
  /** For tests: what the computer's clock says, rightly or wrongly. */
  readonly computerDay?: string
  /** For the self check: see Surroundings. */
  readonly writerCommand?: readonly string[]
}

/** Host to core thread. */
export type ToCore =
  | {
      readonly type: 'call'
      readonly ticket: number
      readonly name: string
      readonly input: unknown
      readonly id: string | null
    }
  | { readonly type: 'cancel'; readonly ticket: number }
  /** A query that the reader has answered directly: who opened which file is noted by the core. */
  | { readonly type: 'read'; readonly name: string; readonly input: unknown }
  | { readonly type: 'tick' }
  | { readonly type: 'close' }

/** Core thread to host. */
export type FromCore =
  | { readonly type: 'answer'; readonly ticket: number; readonly answer: Result<unknown, Refusal> }
  | { readonly type: 'failed'; readonly ticket: number; readonly message: string }
  | { readonly type: 'progress'; readonly ticket: number; readonly progress: unknown }
  | { readonly type: 'event'; readonly event: CoreEvent }
  /** A way to the reader thread, and the names it answers. */
  | { readonly type: 'reader'; readonly port: MessagePort; readonly names: readonly string[] }
  /** From here on the core hears nothing until it says null: queries may go to the reader, with this. */
  | { readonly type: 'occupied'; readonly context: QueryContext | null }
  | { readonly type: 'closed' }

/** How the reader thread is started. */
export type ReaderThreadData = { readonly file: string; readonly key: Uint8Array }

/** Core thread to reader thread, besides 'close' and the host's own way in. */
export type ToReader = {
  readonly ticket: number
  readonly name: QueryName
  readonly input: unknown
  readonly context: QueryContext
}

/** Host to reader thread while the core is occupied: nothing of it has been checked. */
export type FromHost = {
  readonly ticket: number
  readonly name: string
  readonly input: unknown
  readonly context: QueryContext
}

/** Reader thread to core thread; before the first of these it says 'ready', once it has opened the store. */
export type FromReader = { readonly ticket: number; readonly answer: Result<unknown, Refusal> | null }
