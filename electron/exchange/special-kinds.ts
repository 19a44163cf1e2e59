/**
 * Kinds of sets that are not everyday: who may hand us which, and what must be proved first. An authentic set alone is
 * not enough for lines that would pass as our own.
 */
import type { BundleManifest } from '../../shared/bundle/format.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import type { PeerState } from '../../shared/model/office-state.ts'
import { isRemoved, nameOfDevice } from '../../shared/model/devices.ts'
import { loadDevices } from '../../db/load.ts'
import { unprovenChannel } from '../bundle/head-proof.ts'
import { refuse } from '../refuse.ts'
import type { Receiving } from './read-anew.ts'
import { notTheExchangeDevice } from './role.ts'

const ORDINARY: ReadonlySet<string> = new Set(['changes', 'full', 'ack'])

/**
 * Why an authentic set may not be taken in by its kind.
 * @param manifest - of a set whose signature, sender and addressee have been verified, whether or not it brings anything new
 * @returns null for everyday sets at the exchange device, for sets of our own devices, for the succession of an office that
 *   becomes ours, and for a recovery of which our own signature proves every channel, be it by a key given up since: lines
 *   lost before a renewal have no other proof
 */
export function refusedKind(
  workplace: Receiving,
  manifest: BundleManifest,
  peers: readonly PeerState[],
): Refusal | null {
  const { kind } = manifest
  if (kind === 'sibling' || kind === 'enrol') return refusedSibling(workplace, manifest)
  // What other offices send is answered by one device alone; the others get it from there.
  const other = notTheExchangeDevice(workplace)
  if (other !== null) return other
  if (ORDINARY.has(kind)) return null
  const sender = peers.find((peer) => peer.id === manifest.from.office)
  if (kind === 'succession' && sender?.peer.relation === 'predecessor') return null
  if (kind !== 'recovery' || sender === undefined) return refuse({ code: 'B_CHANNEL', kind, channel: null })
  const { signKey, formerSignKeys } = workplace.keys
  const bare = unprovenChannel(manifest, [signKey, ...formerSignKeys])
  return bare === null ? null : refusal('RECOVERY_UNPROVEN', { channel: bare, name: sender.peer.name })
}

/** Between our own devices: signed by our own key, sealed to this very device, and not by one that was taken out of use. */
function refusedSibling({ keys, deviceKey, query }: Receiving, { kind, from, to }: BundleManifest): Refusal | null {
  if (from.office !== keys.office || to.age_recipient !== deviceKey.recipient)
    return refuse({ code: 'B_CHANNEL', kind, channel: null })
  const devices = query(loadDevices)
  if (!isRemoved(devices, from.device)) return null
  return refusal('DEVICE_REMOVED', { name: nameOfDevice(devices, from.device) ?? from.device })
}
