/**
 * Where an entry goes, and what its author may say it had seen: both follow from the kinds table and the channels.
 */
import type { CaseState } from '../model/case-state.ts'
import { kindRow, type Kind } from './kinds.ts'

/** What routing needs to know of the house. */
export type RoutingFacts = {
  readonly office: string
  /** The paired superior, or null where there is none or our office decides itself. */
  readonly superior: string | null
  /** The keeper of the case the entry is about, where it is about one. */
  readonly keeper: CaseState['keeper'] | null
  /** Audience of the entry taken back or voided. */
  readonly target: string | null
}

/**
 * The audience of a new entry: `own`, `all`, or the id of an office.
 * @param to - office named by the command itself (the peer just paired)
 */
export function audienceOf(kind: Kind, facts: RoutingFacts, to?: string): string {
  if (to !== undefined) return to
  switch (kindRow(kind).audience) {
    case 'own':
      return 'own'
    case 'all':
      return 'all'
    case 'superior':
      return facts.superior ?? 'own'
    case 'keeper':
      return facts.keeper === null || facts.keeper === facts.office ? 'own' : facts.keeper
    case 'trainer':
      // Which of the offices that run classes is for its command to say.
      return 'own'
    case 'asTarget':
      return facts.target ?? 'own'
  }
}

/**
 * True if an audience of our office also receives a channel, so that an entry for it may name places there.
 * @param audience - audience of the new entry
 */
export function alsoReceives(
  audience: string,
  channel: { readonly office: string; readonly audience: string },
  office: string,
): boolean {
  if (audience === 'own') return true
  if (audience === 'all') return channel.office === office && channel.audience === 'all'
  if (channel.audience === 'all') return channel.office === office || channel.office === audience
  return (
    (channel.office === office && channel.audience === audience) ||
    (channel.office === audience && channel.audience === office)
  )
}
