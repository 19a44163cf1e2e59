/**
 * Proof of a head: an office gets its own lines back only as far as it once signed that they were its own. The lists are
 * those of a set it wrote; they hold under any of its keys, old ones too, since they were signed before the loss, and newer
 * ones than a restored store has, where the proof says how they go back to the first.
 */
import { createHash } from 'node:crypto'
import { parseManifest } from '../../shared/bundle/bag.ts'
import { parseBundleJson } from '../../shared/bundle/bundle-json.ts'
import { headBehind } from '../../shared/bundle/chain.ts'
import type { BundleManifest } from '../../shared/bundle/format.ts'
import { keyNumberInLine, parseSignature, verifyFile } from './minisign.ts'
import type { TagFiles } from './open-bag.ts'
import { goesBackToFirst } from './renewals.ts'

/** The signed lists of a set as text, as a proof carries them. */
export function listsOf(files: TagFiles) {
  const text = (name: 'bundle.json' | 'tagmanifest-sha256.txt' | 'tagmanifest-sha256.txt.minisig'): string =>
    Buffer.from(files.get(name) ?? []).toString('utf8')
  return {
    bundleJson: text('bundle.json'),
    tagManifest: text('tagmanifest-sha256.txt'),
    signature: text('tagmanifest-sha256.txt.minisig'),
  }
}

/**
 * Which channel of a recovery nothing proves.
 * @param manifest - of the recovery, authentic
 * @param signKeys - our own sign keys, the present one and those before
 * @returns null when every channel ends where our own signature says it did, or as many lines before it as the proof lists
 */
export function unprovenChannel(manifest: BundleManifest, signKeys: readonly string[]): string | null {
  const proofs = (manifest.proofs ?? []).flatMap((proof) => {
    const lists = manifestProvenBy(proof, signKeys, manifest.to.office)
    return lists === null ? [] : [{ lists, beyond: proof.beyond ?? [] }]
  })
  const isProven = ({ channel, to, head }: BundleManifest['channels'][number]): boolean =>
    proofs.some(({ lists, beyond }) => {
      const signed = lists.channels.find((one) => one.channel === channel)
      return signed?.to === to + beyond.length && signed.head === headBehind(head, to, beyond)
    })
  return manifest.channels.find((carried) => !isProven(carried))?.channel ?? null
}

function manifestProvenBy(
  proof: NonNullable<BundleManifest['proofs']>[number],
  signKeys: readonly string[],
  office: string,
): BundleManifest | null {
  const number = parseSignature(proof.signature)?.keyNumber
  const key = [...signKeys, ...lostKeyOf(proof, office)].find((line) => keyNumberInLine(line) === number)
  if (key === undefined || !verifyFile(key, Buffer.from(proof.tag_manifest), proof.signature).ok) return null
  const listed = parseManifest(proof.tag_manifest, 'tagmanifest-sha256.txt')
  const sha256 = createHash('sha256').update(proof.bundle_json).digest('hex')
  if (!listed.ok || !listed.value.some((line) => line.path === 'bundle.json' && line.sha256 === sha256)) return null
  const read = parseBundleJson(proof.bundle_json)
  return read.ok ? read.value : null
}

/** The key a proof says it was signed with, if that goes back to our first one: a store that was restored may not know it. */
function lostKeyOf(
  { bundle_json: text, renewals }: NonNullable<BundleManifest['proofs']>[number],
  office: string,
): readonly string[] {
  const read = renewals === undefined ? null : parseBundleJson(text)
  if (renewals === undefined || read?.ok !== true) return []
  const { sign_key: key } = read.value.from
  return goesBackToFirst(office, key, renewals) ? [key] : []
}
