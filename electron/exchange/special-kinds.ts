/**
 * Kinds of sets that are not everyday: who may hand us which, and what must be proved first. An authentic set alone is
 * not enough for lines that would pass as our own.
 */
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import type { PeerState } from '../../shared/model/office-state.ts'
import { unprovenChannel } from '../bundle/head-proof.ts'
import type { ReadSet } from '../bundle/read-set.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'

const ORDINARY: ReadonlySet<string> = new Set(['changes', 'full', 'ack'])

/**
 * Why a verified set may not be taken in by its kind.
 * @returns null for everyday sets, and for a recovery from our deciding office whose every channel our own signature proves
 */
export function refusedKind(workplace: Workplace, set: ReadSet, peers: readonly PeerState[]): Refusal | null {
  const { kind } = set.manifest
  if (ORDINARY.has(kind)) return null
  const sender = peers.find((peer) => peer.id === set.sender.office)
  if (kind !== 'recovery' || sender?.peer.relation !== 'superior')
    return refuse({ code: 'B_CHANNEL', kind, channel: null })
  const { signKey, formerSignKeys } = workplace.keys
  const bare = unprovenChannel(set.manifest, [signKey, ...formerSignKeys])
  return bare === null ? null : refusal('RECOVERY_UNPROVEN', { channel: bare, name: sender.peer.name })
}
