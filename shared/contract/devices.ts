/**
 * What the jobs about the computers of one office answer, as it crosses the port: plain JSON.
 */
import type { ExportAnswer } from './exchange.ts'

/** The card of a computer that asks, its digits, and the file it was written to. */
export type DeviceAsked = {
  readonly card: string
  readonly device: string
  readonly name: string
  readonly digits: string
  readonly file: string
}

/** A computer's card as it says itself; nothing of it counts before its digits have been compared. */
export type DeviceCardRead = {
  readonly card: string
  readonly device: string
  readonly name: string
  /** An enrolment was written for it before. */
  readonly isKnown: boolean
}

/** An enrolment as written. `digits`: of the office's own card, to be typed at the new computer. */
export type Enrolled = ExportAnswer & { readonly name: string; readonly digits: string }

/** A computer that has joined; the recovery sheet of its own vault is shown once. */
export type Joined = {
  readonly office: string
  readonly name: string
  readonly device: string
  readonly login: string
  readonly entries: number
  readonly sheet: readonly string[]
}

/** A computer of our office as the page lists it. */
export type DeviceRow = {
  readonly device: string
  /** Null where it has never said what it is called. */
  readonly name: string | null
  readonly isSelf: boolean
  readonly isExchange: boolean
  /** This computer exchanges with it. */
  readonly isPartner: boolean
  /** It has told where sets for it are sealed to: its first set has come. */
  readonly isReady: boolean
  /** Of one that goes on with the data of another, restored or copied: since when; null for any other. */
  readonly wentOn: { readonly how: 'restored' | 'copied'; readonly on: string } | null
  /** Ids it has gone by before: whatever still comes under one of them counts as written by an older copy. */
  readonly former: readonly string[]
  /** Others in use that go on with the same data as it does. */
  readonly twins: readonly string[]
  /** A copy of its data goes on in its place, for the others of the office: which one. Null for all but a superseded one. */
  readonly heir: string | null
  readonly enrolledOn: string | null
  readonly removedOn: string | null
  /** Entries it has not acknowledged. */
  readonly pending: number
  /** When a set for it was last written, and one of it last taken in; null: never. */
  readonly sentAt: string | null
  readonly receivedAt: string | null
}
