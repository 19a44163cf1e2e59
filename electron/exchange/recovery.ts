/**
 * Giving another office its own lines back after it has lost them: all we hold of what it once shared with us, with its
 * own signatures as proof of where each channel ended. For an office below a decider writes it, for any other one, above
 * all the deciding office itself, an administrator; after a telephone call in which the digits of the office's card were
 * compared anew.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { parseBundleJson } from '../../shared/bundle/bundle-json.ts'
import { GENESIS } from '../../shared/bundle/chain.ts'
import { peerDigits } from '../../shared/bundle/format.ts'
import type { ExportAnswer, Exported } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal, type Unproven } from '../../shared/contract/refusals.ts'
import { recoveryGiver } from '../../shared/contract/role-limits.ts'
import { holds, type PeerState } from '../../shared/model/office-state.ts'
import { channelRows, type ChannelRow } from '../../db/journal.ts'
import { loadOffice, loadPeers } from '../../db/load.ts'
import { haveOf, keepExport, needed, scansNamed } from '../../db/private/exchange.ts'
import { awaited, noteMissing, wantsFrom } from '../../db/private/missing-scans.ts'
import { provenEnd, type ProvenEnd } from '../../db/private/head-proofs.ts'
import { recordAndApply } from '../../db/run-command.ts'
import type { ReadDb, WriteDb } from '../../db/transaction.ts'
import type { Workplace } from '../office/workplace.ts'
import { readyFolder } from './carrier.ts'
import { tooManyLines } from './too-many-lines.ts'
import { recorded, type JobControl } from './write-outgoing.ts'
import { gatherScans } from './lost-scans.ts'
import { newId } from '../new-id.ts'
import { typedDigits } from './pairing.ts'
import { notTheExchangeDevice } from './role.ts'
import { writePlanned } from './write-planned.ts'

/** How a recovery is asked for. `digits`: of the office's card, heard by telephone now. */
export type RecoveryInput = {
  readonly to: string
  readonly folder: string
  readonly digits: string
  readonly reason: string
}

/** Writes a recovery set for one office. */
export async function exportRecovery(
  workplace: Workplace,
  input: RecoveryInput,
  control: JobControl,
): Promise<Result<ExportAnswer, Refusal>> {
  const other = notTheExchangeDevice(workplace)
  if (other !== null) return fail(other)
  const { keys } = workplace
  const peer = workplace.query(loadPeers).find(({ id, revoked }) => id === input.to && !revoked)
  if (peer === undefined) return fail(refusal('PEER_UNKNOWN', { office: input.to }))
  const forbidden = mayNotGiveBack(workplace, peer)
  if (forbidden !== null) return fail(forbidden)
  if (typedDigits(input.digits) !== typedDigits(peerDigits(peer.id, peer.peer)))
    return fail(refusal('CARD_DIGITS_DIFFER', {}))
  const plan = workplace.query((db) => {
    const held = channelRows(db).filter(
      (row) => row.office === peer.id && row.seq > 0 && (row.audience === keys.office || row.audience === 'all'),
    )
    const { proven, unproven } = provenOf(db, held)
    const scans = new Set(proven.flatMap(({ row, to }) => [...scansNamed(db, row.channel, 1, to)]))
    return {
      office: loadOffice(db),
      have: haveOf(db, peer.id, keys.office),
      wants: wantsFrom(db, peer.id, false),
      awaited: awaited(db, keys.office),
      channels: proven,
      unproven,
      scans: needed(db, [...scans].sort()),
    }
  })
  if (plan.office === null) return fail(refusal('NOT_SET_UP', {}))
  const { name } = peer.peer
  if (plan.channels.length === 0)
    return fail(
      plan.unproven.length === 0
        ? refusal('NOTHING_TO_GIVE_BACK', { name })
        : refusal('RECOVERY_NO_PROOF', { name, unproven: plan.unproven }),
    )
  const channels = plan.channels.map(({ row, to, head }) => ({ channel: row, from: 1, to, requires: GENESIS, head }))
  const tooMany = workplace.query((db) => tooManyLines(db, channels, 'recovery'))
  if (tooMany !== null) return fail(tooMany)
  // What we lack ourselves we cannot give back; the office sees which it is.
  // Whoever has lost its lines cannot ask for what would not go along: all of it does, or the set is refused.
  const gathered = await gatherScans(workplace, plan.scans, Infinity)
  if (!gathered.ok) return gathered
  const { sources, lost } = gathered.value
  const folder = await readyFolder(workplace, input.folder)
  if (!folder.ok) return folder
  const recorder = workplace.recorder()
  const written = await writePlanned(
    workplace,
    {
      kind: 'recovery',
      created: recorder.at,
      code: plan.office.profile.code,
      to: { office: peer.id, code: peer.peer.code, age_recipient: peer.peer.ageRecipient },
      have: plan.have,
      wants: plan.wants,
      channels,
      scans: gathered.value,
      proofs: plan.channels.map(({ proof, beyond }) => ({
        bundle_json: proof.bundleJson,
        tag_manifest: proof.tagManifest,
        signature: proof.signature,
        ...renewalsOf(peer, proof.bundleJson),
        ...(beyond.length === 0 ? {} : { beyond: [...beyond] }),
      })),
    },
    folder.value,
    control,
  )
  if (!written.ok) return written
  const set = written.value
  const scans = set.manifest.attachments.count
  const entries = plan.channels.reduce((sum, { to }) => sum + to, 0)
  // Those still to come are none of ours to scan again, be they to come from there or from another computer of ours.
  const scansLost = [...lost].filter((sha256) => !plan.awaited.has(sha256)).sort()
  const exported: Exported = {
    id: set.id,
    to: peer.id,
    toName: name,
    kind: 'recovery',
    files: set.files.map((file) => file.name),
    entries,
    scans,
    scansLost,
    bytes: set.bytes,
    readBack: set.readBack,
    label: set.labelSha256,
    ...(plan.unproven.length === 0 ? {} : { unproven: plan.unproven }),
  }
  const { bytes, label } = exported
  const record = (db: WriteDb) => {
    keepExport(db, set.id, peer.id, recorder.at, { ...exported, have: plan.have, wantsUpTo: plan.wants.at(-1) })
    const sent = sources.flatMap(({ sha256 }) => (lost.has(sha256) ? [] : [sha256]))
    noteMissing(db, keys.office, scansLost, sent, keys.office)
    const payload = {
      to: peer.id,
      kind: 'recovery',
      entries,
      scans,
      bytes,
      label,
      reason: input.reason,
    }
    recordAndApply(db, recorder, newId(), [
      { kind: 'bundle.exported', subject: { type: 'bundle', id: set.id }, payload },
    ])
  }
  const sets = [recorded(workplace, exported, record)]
  return ok({ sets, stopped: null, folder: folder.value, at: recorder.at })
}

/** Why whoever is at work may not give an office its lines back: with dossiers of those below, deciding goes along. */
function mayNotGiveBack({ roles, query, clock }: Workplace, { peer }: PeerState): Refusal | null {
  const isBelow = peer.relation === 'subordinate'
  const giver = recoveryGiver(peer.relation)
  if (!roles.includes(giver)) return refusal('FORBIDDEN_ROLE', { roles: [giver] })
  const office = isBelow ? query(loadOffice) : null
  if (isBelow && !(office && holds(office.profile, 'decides', clock.today())))
    return refusal('FORBIDDEN_CAPACITY', { capacity: 'decides' })
  return null
}

/** The channels of an office as far as its own signature reaches, and what of them no signature reaches. */
function provenOf(db: ReadDb, held: readonly ChannelRow[]) {
  const proven: (ProvenEnd & { readonly row: ChannelRow })[] = []
  const unproven: Unproven[] = []
  for (const row of held) {
    const end = provenEnd(db, row)
    if (typeof end === 'object') proven.push({ row, ...end })
    // Every set reaches the end of its channels: what lies behind a proof came by another way, from a computer of ours.
    const entries = row.seq - (typeof end === 'object' ? end.to : 0)
    if (entries > 0) unproven.push({ device: row.device, entries, why: typeof end === 'string' ? end : 'missing' })
  }
  return { proven, unproven }
}

/** How the key a proof was signed with goes back to the first one of its office: what is restored may be older than it. */
function renewalsOf({ renewals }: PeerState, bundleJson: string) {
  const read = parseBundleJson(bundleJson)
  const steps = read.ok ? renewals[read.value.from.sign_key] : undefined
  return steps === undefined ? {} : { renewals: steps }
}
