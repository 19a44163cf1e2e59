/**
 * What a deciding office still keeps of units whose own office is paired by now, as its page shows it.
 */
import type { Stage } from '../model/codes.ts'
import type { Refusal } from './refusals.ts'

/** A unit by its name. */
type Named = { readonly id: string; readonly name: string }

/** A person whose case is the office's to keep. `to`: the branch of theirs, where it is known already. */
export type PersonToHandOver = {
  readonly case: string
  readonly name: string
  readonly birth: string | null
  readonly stage: Stage
  readonly unit: string
  readonly unitName: string
  readonly to: string | null
}

/** One office below with what of it is still here. */
export type OfficeToHandOver = {
  readonly office: string
  readonly name: string
  /** The open units that the office keeps. */
  readonly theirs: readonly Named[]
  /** Units that we recorded and nobody has matched; `proposed`: the one of theirs with the same name. */
  readonly ours: readonly (Named & { readonly proposed: string | null })[]
  /** Units of ours that are theirs: by which entry, from which day. */
  readonly matched: readonly (Named & {
    readonly as: string
    readonly asName: string
    readonly on: string
    readonly entry: string
  })[]
  /** The first of the people; `total`: how many there are. */
  readonly people: readonly PersonToHandOver[]
  readonly total: number
}

/** The page. */
export type HandOverView = { readonly offices: readonly OfficeToHandOver[] }

/** What came of a hand-over of many: how many went, and who stays with the reason. */
export type HandedOver = {
  readonly cases: number
  readonly refused: readonly { readonly case: string; readonly name: string; readonly reason: Refusal }[]
}
