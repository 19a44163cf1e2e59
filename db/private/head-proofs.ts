/**
 * What proves to another office how far its own channels had come: the lists it signed itself, as they came with the last
 * set that reached the end of a channel. Kept for the day on which that office has lost what it wrote. Where its pairing was
 * ended as of an earlier line they reach further than what still counts; then the lines that were left out prove the rest.
 */
import { headBehind, lineHash } from '../../shared/bundle/chain.ts'
import { LIMITS, Proof } from '../../shared/bundle/format.ts'
import { headAt, type ChannelRow } from '../journal.ts'
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** The signed lists of a set, as text. */
export type SignedLists = {
  readonly bundleJson: string
  readonly tagManifest: string
  readonly signature: string
}

/** The proof of a channel's head. */
export type HeadProof = SignedLists & { readonly channel: string; readonly seq: number; readonly head: string }

/**
 * Keeps the lists of a set for each channel whose end it reached; those that reach beyond the present end of a channel, of
 * which lines were left out, have served their time. Lists longer than a set may give back prove nothing, and those before
 * them stay.
 */
export function keepProofs(
  db: WriteDb,
  channels: readonly { readonly channel: string; readonly to: number; readonly head: string }[],
  { bundleJson, tagManifest, signature }: SignedLists,
): void {
  const asGivenBack = { bundle_json: bundleJson, tag_manifest: tagManifest, signature }
  if (!Proof.safeParse(asGivenBack).success) return
  const keep = prepared(
    db,
    `INSERT INTO head_proofs (channel, seq, head, bundle_json, tag_manifest, signature) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel) DO UPDATE SET seq = excluded.seq, head = excluded.head, bundle_json = excluded.bundle_json,
       tag_manifest = excluded.tag_manifest, signature = excluded.signature
     WHERE excluded.seq >= seq
       OR excluded.seq = (SELECT c.seq FROM channels c WHERE c.channel = excluded.channel AND c.seq < head_proofs.seq)`,
  )
  for (const { channel, to, head } of channels) keep.run(channel, to, head, bundleJson, tagManifest, signature)
}

/**
 * How far a channel is proven, and by what. `beyond`: hashes of the lines left out, from there to the head that is signed.
 */
export type ProvenEnd = {
  readonly proof: HeadProof
  readonly to: number
  readonly head: string
  readonly beyond: readonly string[]
}

/**
 * How far a channel is proven; 'missing' where nothing signed is here, 'differs' where it is not what is held, 'tooMany'
 * where more lines were left out before what is signed than a set may list.
 */
export function provenEnd(
  db: ReadDb,
  { channel, seq, head }: Pick<ChannelRow, 'channel' | 'seq' | 'head'>,
): ProvenEnd | 'missing' | 'differs' | 'tooMany' {
  const proof = proofOf(db, channel)
  if (proof === null) return 'missing'
  if (proof.seq <= seq) {
    const isHeld = headAt(db, channel, proof.seq) === proof.head
    return isHeld ? { proof, to: proof.seq, head: proof.head, beyond: [] } : 'differs'
  }
  if (proof.seq - seq > LIMITS.linesBeyond) return 'tooMany'
  const aside = prepared<{ line: string }>(
    db,
    `SELECT line, max(number) FROM set_aside WHERE channel = ? AND seq > ? AND seq <= ? GROUP BY seq ORDER BY seq`,
  ).all(channel, seq, proof.seq)
  const beyond = aside.map(({ line }) => lineHash(line))
  const isWhole = beyond.length === proof.seq - seq
  return isWhole && headBehind(head, seq, beyond) === proof.head ? { proof, to: seq, head, beyond } : 'differs'
}

/** The proof of a channel's head, or null. */
function proofOf(db: ReadDb, channel: string): HeadProof | null {
  const row = prepared<{
    channel: string
    seq: number
    head: string
    bundle_json: string
    tag_manifest: string
    signature: string
  }>(db, 'SELECT channel, seq, head, bundle_json, tag_manifest, signature FROM head_proofs WHERE channel = ?').get(
    channel,
  )
  if (row === undefined) return null
  const { bundle_json: bundleJson, tag_manifest: tagManifest, ...rest } = row
  return { ...rest, bundleJson, tagManifest }
}
