/**
 * Exporting to other offices: which of them have something new, and where the sets go. They are written by
 * write-all.
 */
import { fail, type Result } from '../../shared/base/result.ts'
import type { ExportAnswer } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import type { PeerState } from '../../shared/model/office-state.ts'
import { loadPeers } from '../../db/load.ts'
import { haveFor, outgoingFor, owesAnswer } from '../../db/private/exchange.ts'
import { isRequestDue } from '../../db/private/missing-scans.ts'
import { countWanted } from '../../db/private/wanted-scans.ts'
import type { Workplace } from '../office/workplace.ts'
import { readyFolder } from './carrier.ts'
import { notTheExchangeDevice } from './role.ts'
import { writeAll } from './write-all.ts'
import type { Addressee, JobControl } from './write-outgoing.ts'

/**
 * What is exported. `to`: offices by id or code; each that is named gets a set, if only a receipt: a second copy has what the
 * first had.
 */
type ExportInput = {
  readonly to?: string | readonly string[] | undefined
  readonly folder: string
  readonly full?: boolean | undefined
}

/** Exports to the offices that are named, or to every office that there is something new for, one set each. */
export async function exportSets(
  workplace: Workplace,
  input: ExportInput,
  control: JobControl,
): Promise<Result<ExportAnswer, Refusal>> {
  const other = notTheExchangeDevice(workplace)
  if (other !== null) return fail(other)
  const peers = workplace.query(loadPeers).filter((peer) => !peer.revoked)
  const named = input.to === undefined ? null : [input.to].flat()
  const isNamed = (name: string) => (peer: PeerState) => peer.id === name || peer.peer.code === name
  const unknown = named?.find((name) => !peers.some(isNamed(name)))
  if (unknown !== undefined) return fail(refusal('PEER_UNKNOWN', { office: unknown }))
  const targets = peers.filter((peer) => named?.some((name) => isNamed(name)(peer)) ?? hasNews(workplace, peer))
  if (targets.length === 0)
    return fail(refusal('NOTHING_TO_EXPORT', { name: peers.map(({ peer }) => peer.name).join(', ') }))
  const folder = await readyFolder(workplace, input.folder)
  if (!folder.ok) return folder
  const addressees = targets.map((peer) => addressee(workplace, peer))
  return writeAll(workplace, addressees, folder.value, input.full === true, control)
}

/**
 * True if an office has not acknowledged something of ours, waits for scans that are here, or has not been told what we hold
 * of its own or what we lack.
 */
function hasNews(workplace: Workplace, peer: PeerState): boolean {
  const self = workplace.keys.office
  return workplace.query((db) => {
    if (outgoingFor(db, self, peer.id, false).length > 0 || countWanted(db, self, peer.id).here > 0) return true
    return owesAnswer(db, self, peer.id) || isRequestDue(db, peer.id)
  })
}

function addressee({ keys }: Workplace, { id, peer }: PeerState): Addressee {
  return {
    key: id,
    name: peer.name,
    to: { office: id, code: peer.code, age_recipient: peer.ageRecipient },
    kind: 'changes',
    outgoing: (db, full) => outgoingFor(db, keys.office, id, full),
    have: (db) => haveFor(db, id, keys.office),
  }
}
