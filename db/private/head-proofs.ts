/**
 * What proves to another office how far its own channels had come: the lists it signed itself, as they came with the last
 * set that reached the end of a channel. Kept for the day on which that office has lost what it wrote.
 */
import { prepared, type ReadDb, type WriteDb } from '../transaction.ts'

/** The signed lists of a set, as text. */
export type SignedLists = {
  readonly bundleJson: string
  readonly tagManifest: string
  readonly signature: string
}

/** The proof of a channel's head. */
export type HeadProof = SignedLists & { readonly channel: string; readonly seq: number; readonly head: string }

/** Keeps the lists of a set for each channel whose end it reached. */
export function keepProofs(
  db: WriteDb,
  channels: readonly { readonly channel: string; readonly to: number; readonly head: string }[],
  { bundleJson, tagManifest, signature }: SignedLists,
): void {
  const keep = prepared(
    db,
    `INSERT INTO head_proofs (channel, seq, head, bundle_json, tag_manifest, signature) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel) DO UPDATE SET seq = excluded.seq, head = excluded.head, bundle_json = excluded.bundle_json,
       tag_manifest = excluded.tag_manifest, signature = excluded.signature WHERE excluded.seq >= seq`,
  )
  for (const { channel, to, head } of channels) keep.run(channel, to, head, bundleJson, tagManifest, signature)
}

/** The proof of a channel's head, or null. */
export function proofOf(db: ReadDb, channel: string): HeadProof | null {
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
