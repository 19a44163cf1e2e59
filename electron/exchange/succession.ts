/**
 * The last set of an office that is merged into another: every line it has ever written, to its successor's keys, signed by
 * the old office. What goes on is in it by value; all else is kept there as the history of an office that was.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { succeedOffice } from '../../shared/commands/index.ts'
import type { ExportAnswer } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { channelRows, type ChannelRow } from '../../db/journal.ts'
import { loadPeers } from '../../db/load.ts'
import { haveFor, outgoingOfOurs } from '../../db/private/exchange.ts'
import { runOwnIn } from '../office/run.ts'
import type { Workplace } from '../office/workplace.ts'
import { readyFolder } from './carrier.ts'
import { notTheExchangeDevice } from './role.ts'
import { recordForSet } from './too-many-lines.ts'
import { writeOutgoing, type Addressee, type JobControl } from './write-outgoing.ts'

/**
 * Records the hand-over of everything to the successor, once, and writes the set. Done again it only writes the set again.
 * @param callId - of the hand-over
 */
export async function exportSuccession(
  workplace: Workplace,
  input: { readonly to: string; readonly on: string; readonly reason: string; readonly folder: string },
  callId: string,
  control: JobControl,
): Promise<Result<ExportAnswer, Refusal>> {
  const other = notTheExchangeDevice(workplace)
  if (other !== null) return fail(other)
  const { to, on, reason } = input
  const peer = workplace.query(loadPeers).find(({ id, revoked }) => id === to && !revoked)
  if (peer?.peer.relation !== 'successor') return fail(refusal('NOT_A_SUCCESSOR', { name: peer?.peer.name ?? null }))
  const folder = await readyFolder(workplace, input.folder)
  if (!folder.ok) return folder
  const { office } = workplace.keys
  const isOurs = (row: ChannelRow) => row.office === office
  const addressee: Addressee = {
    key: to,
    name: peer.peer.name,
    to: { office: to, code: peer.peer.code, age_recipient: peer.peer.ageRecipient },
    kind: 'succession',
    outgoing: (db) => outgoingOfOurs(db, to, channelRows(db).filter(isOurs)),
    carriesScansOf: (channel) => channel.endsWith(`.${to}`),
    have: (db) => haveFor(db, to, office, isOurs),
  }
  // What was recorded since the last time goes over in the same way.
  const recorded = recordForSet(
    workplace,
    (db) => runOwnIn(db, workplace, succeedOffice, { to, on, reason }, callId),
    addressee.kind,
    (db) => addressee.outgoing(db, true),
  )
  if (!recorded.ok) return recorded
  const at = workplace.clock.at()
  const written = await writeOutgoing(workplace, addressee, folder.value, true, control)
  return written.ok ? ok({ sets: [written.value], stopped: null, folder: folder.value, at }) : written
}
