/**
 * The history of a case as its page shows it.
 */

/** One entry in a timeline; `day` is the day of the act itself where it has one. */
export type TimelineEntry = {
  readonly entry: string
  readonly kind: string
  readonly day: string | null
  readonly at: string
  readonly actor: string
  readonly post: string
  readonly office: string
  readonly own: boolean
  readonly retracted: boolean
  readonly onPaper: boolean
  /** Why something was corrected, chosen or taken back; null where nobody said. */
  readonly reason: string | null
}
