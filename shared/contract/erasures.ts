/**
 * What the port answers about erasures: our own, those that other offices ask for, and their answers to ours.
 */
import type { Stage } from '../model/codes.ts'

/** What was erased here, what other offices ask to have erased, and what they answered us. */
export type ErasureView = {
  readonly erased: readonly {
    readonly case: string
    readonly year: number
    readonly unit: string
    readonly unitName: string | null
    readonly outcome: Stage
    /** Wall clock of the erasure. */
    readonly at: string
  }[]
  readonly requests: readonly {
    readonly case: string
    /** Null where the person is not known here any more. */
    readonly name: string | null
    readonly office: string
    readonly reason: string
    readonly at: string
    readonly lines: number
  }[]
  readonly answers: readonly {
    readonly case: string
    readonly office: string
    readonly outcome: 'done' | 'declined'
    readonly ground: string | null
    readonly at: string
  }[]
}
