/**
 * Names, limits and shapes of format KN1: what FORMAT.md says in words, here in constants and schemas. Only what both
 * the writer and the reader need; how files are laid out is bag.ts, label.ts, layout.ts and tar.ts.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { z } from 'zod'
import { canonicalJson, toNfc, utf8 } from '../base/canonical.ts'
import { line } from '../base/fields.ts'
import { OfficeId, Sha256 } from '../base/ids.ts'
import { inFours } from '../text/fours.ts'
import { base32, GENESIS } from './chain.ts'

/** Version of the format this build writes and reads. */
export const FORMAT_VERSION = 1

/** Limits of FORMAT.md section 7. Sizes in bytes. */
export const LIMITS = {
  partBytes: 2 ** 30,
  parts: 999,
  labelBytes: 256 * 1024,
  tagFileBytes: 16 * 1024 * 1024,
  payloadFiles: 100_000,
  /** Scans that a set of another office asks for: its bundle.json may have to serve as a proof, which has `lineBytes`. */
  wants: 10_000,
  scanBytes: 25 * 1024 * 1024,
  lineBytes: 1024 * 1024,
  journalBytes: 2 ** 30,
  journalRatio: 200,
  journalRatioFrom: 1024 * 1024,
  linesBeyond: 10_000,
} as const

/** The six tag files, in the order of the archive. */
export const TAG_FILES = [
  'bagit.txt',
  'bag-info.txt',
  'bundle.json',
  'manifest-sha256.txt',
  'tagmanifest-sha256.txt',
  'tagmanifest-sha256.txt.minisig',
] as const

/** A tag file. */
export type TagFile = (typeof TAG_FILES)[number]

/** The tag files that tagmanifest-sha256.txt lists, in this order. */
export const LISTED_TAG_FILES = TAG_FILES.slice(0, 4)

/** What a bundle is for; decides which channels it may carry (judge.ts). */
export const BUNDLE_KINDS = ['changes', 'full', 'ack', 'sibling', 'enrol', 'recovery', 'succession'] as const

/** What a bundle is for. */
export type BundleKind = (typeof BUNDLE_KINDS)[number]

/** Office code: a label chosen by the office, never an identity. */
export const OfficeCode = z.string().regex(/^[a-z0-9-]{1,24}$/, 'office code')

/** Device id: base32 of 10 random bytes. */
export const DeviceId = z.string().regex(/^[a-z2-7]{16}$/, 'device id')

/** Bundle id: 16 random bytes in hex. */
export const BundleId = z.string().regex(/^[0-9a-f]{32}$/, 'bundle id')

/** age X25519 recipient. Its checksum is checked by whoever encrypts. */
export const AgeRecipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, 'age recipient')

/** Second line of a minisign public key file: base64 of `Ed`, key number (8 bytes), key (32 bytes). */
export const SignKey = z.string().regex(/^RW[Q-T][A-Za-z0-9+/]{53}$/, 'sign key')

/** One renewal of an office's keys: the key that was given up, and its signature over the one that came after it. */
export const KeyRenewal = z.strictObject({ sign_key: SignKey, signature: z.string().max(600) })

/** One renewal of an office's keys. */
export type KeyRenewal = Readonly<z.infer<typeof KeyRenewal>>

/** Renewals a card can prove, and the longest text of a card, in characters. */
export const CARD_LIMITS = { renewals: 50, characters: 40_000 } as const

const CHANNEL = /^([a-z2-7]{26})\.([a-z2-7]{16})\.(own|all|[a-z2-7]{26})$/

/** Channel: `<office id>.<device id>.<audience>`. */
export const ChannelName = z.string().regex(CHANNEL, 'channel')

const Seq = z.number().int().min(1)
const Timestamp = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'timestamp')

const Carried = z
  .strictObject({
    channel: ChannelName,
    from: Seq,
    to: Seq,
    requires: Sha256,
    head: Sha256,
    path: z.string(),
    entries: Seq,
    sha256_plain: Sha256,
  })
  .refine((c) => c.entries === c.to - c.from + 1, { message: 'entries', path: ['entries'] })
  .refine((c) => c.path === journalPath(c.channel), { message: 'path', path: ['path'] })
  .refine((c) => c.from > 1 || c.requires === GENESIS, { message: 'requires', path: ['requires'] })

/** A list that an office has signed, given back to it as proof of how far a channel of its own had come. */
export const Proof = z.strictObject({
  bundle_json: z.string().max(LIMITS.lineBytes),
  tag_manifest: z.string().max(10_000),
  signature: z.string().max(10_000),
  renewals: z.array(KeyRenewal).min(1).max(CARD_LIMITS.renewals).optional(),
  /** Hashes of the lines behind the carried end up to the one the lists name: the sender counts them no more. */
  beyond: z.array(Sha256).min(1).max(LIMITS.linesBeyond).optional(),
})

/** bundle.json, FORMAT.md section 6. Unknown fields are refused. */
export const BundleManifest = z
  .strictObject({
    format: z.literal('kn'),
    version: z.literal(FORMAT_VERSION),
    id: BundleId,
    kind: z.enum(BUNDLE_KINDS),
    created: Timestamp,
    from: z.strictObject({ office: OfficeId, code: OfficeCode, device: DeviceId, sign_key: SignKey }),
    to: z.strictObject({ office: OfficeId, code: OfficeCode, age_recipient: AgeRecipient }),
    channels: z
      .array(Carried)
      .max(LIMITS.payloadFiles)
      .refine((all) => all.every((c, i) => i === 0 || (all[i - 1]?.channel ?? '') < c.channel), 'order'),
    have: z
      .array(z.strictObject({ device: DeviceId, channel: ChannelName, seq: Seq, head: Sha256 }))
      .max(LIMITS.payloadFiles),
    want_attachments: z.array(Sha256).max(LIMITS.payloadFiles),
    attachments: z.strictObject({ count: z.number().int().min(0), bytes: z.number().int().min(0) }),
    app: z.strictObject({ version: z.string().min(1).max(40), schema: z.number().int().min(0) }),
    /** Only in a recovery: the addressee's own signed lists, as proof of how far its channels had come. */
    proofs: z.array(Proof).max(1000).optional(),
  })
  .refine(({ kind, proofs }) => proofs === undefined || kind === 'recovery', { path: ['proofs'], error: 'proofs' })

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T

/** bundle.json as read: what a bundle says about itself. */
export type BundleManifest = DeepReadonly<z.infer<typeof BundleManifest>>

/** One channel a bundle carries: lines `from`..`to`, `requires` = h(from-1), `head` = h(to). */
export type CarriedChannel = BundleManifest['channels'][number]

/** The parts of a channel's name. `audience` is `own`, `all` or an office id. */
export type Channel = { readonly office: string; readonly device: string; readonly audience: string }

/** Splits a channel's name; null when it is not one. */
export function parseChannel(name: string): Channel | null {
  const [, office, device, audience] = CHANNEL.exec(name) ?? []
  return office === undefined || device === undefined || audience === undefined ? null : { office, device, audience }
}

/** The name of a channel. */
export function printChannel(channel: Channel): string {
  return `${channel.office}.${channel.device}.${channel.audience}`
}

/** Path of a channel's journal file in the archive; at most 92 characters. */
export function journalPath(channel: string): string {
  return `data/journal/${channel}.jsonl.gz`
}

/** Path of a scan in the archive. */
export function scanPath(sha256Hex: string): string {
  return `data/att/${sha256Hex}`
}

/**
 * What all files of a set begin with: `KN1_<from>_<to>_<id8>`.
 * @param from - office code of the sender
 * @param to - office code of the addressee
 * @param id - bundle id
 */
export function setBaseName(from: string, to: string, id: string): string {
  return `KN1_${from}_${to}_${id.slice(0, 8)}`
}

/** Name of a part, `number` from 1 to 999. */
export function partName(base: string, number: number): string {
  return `${base}.tar.age.${String(number).padStart(3, '0')}`
}

/**
 * What the name of a part claims, as `setBaseName` and `partName` print it; nobody has signed it.
 * @returns null where it is the name of none. `base`: what all files of the set begin with
 */
export function parsePartName(
  name: string,
): { readonly base: string; readonly from: string; readonly to: string; readonly id8: string } | null {
  const [, base, from, to, id8] = /^(KN1_([a-z0-9-]+)_([a-z0-9-]+)_([0-9a-f]{8}))\.tar\.age\.\d{3}$/.exec(name) ?? []
  if (base === undefined || from === undefined || to === undefined || id8 === undefined) return null
  return { base, from, to, id8 }
}

/** Name of the label of a set. */
export function labelName(base: string): string {
  return `${base}.sha256`
}

/** The signed comment that ties the tag list to one bundle and one addressee. */
export function trustedComment(id: string, ageRecipient: string): string {
  return `kn1 ${id} to ${ageRecipient}`
}

/** Office id from the office's first sign key: 26 characters (FORMAT.md section 1). */
export function officeIdOf(signKeyLine: string): string {
  return base32(sha256(utf8(`ket-nap-office-v1\n${signKeyLine}`)).subarray(0, 16))
}

/** Pairing card, FORMAT.md section 10. */
export const PairingCard = z.strictObject({
  format: z.literal('kn-card'),
  version: z.literal(1),
  office: OfficeId,
  code: OfficeCode,
  name: line(200),
  age_recipient: AgeRecipient,
  sign_key: SignKey,
  renewals: z.array(KeyRenewal).min(1).max(CARD_LIMITS.renewals).optional(),
})

/** Pairing card: what two offices exchange and compare by telephone before anything else. */
export type PairingCard = Readonly<z.infer<typeof PairingCard>>

/** A card as its file: canonical JSON and one LF. */
export function printCard(card: PairingCard): string {
  return `${canonicalJson(toNfc({ ...card }))}\n`
}

/** Reads a card's file; null unless it is exactly what `printCard` gives for a valid card. */
export function parseCard(text: string): PairingCard | null {
  try {
    const card = PairingCard.safeParse(JSON.parse(text))
    return card.success && printCard(card.data) === text ? card.data : null
  } catch {
    return null
  }
}

/**
 * The 24 digits two people compare by telephone: the first 80 bits of SHA-256 over the card, modulo 10^24.
 * @param card - bytes of the card's file, with or without its final LF
 */
export function cardDigits(card: Uint8Array): string {
  const body = card.at(-1) === 0x0a ? card.subarray(0, -1) : card
  let number = 0n
  for (const byte of sha256(body).subarray(0, 10)) number = (number << 8n) | BigInt(byte)
  return String(number % 10n ** 24n).padStart(24, '0')
}

/** The 24 digits of a card: of all it says, but for the renewals, which prove themselves. */
export function digitsOf({ renewals: _renewals, ...said }: PairingCard): string {
  return cardDigits(utf8(printCard(said)))
}

/** The digits of the card by which an office is known to another: what that other one compares by telephone again. */
export function peerDigits(
  office: string,
  peer: { readonly code: string; readonly name: string; readonly ageRecipient: string; readonly signKey: string },
): string {
  const { code, name, ageRecipient, signKey } = peer
  const card = {
    format: 'kn-card',
    version: 1,
    office,
    code,
    name,
    age_recipient: ageRecipient,
    sign_key: signKey,
  } as const
  return formatDigits(cardDigits(utf8(printCard(card))))
}

/** 24 digits as six groups of four, a blank between them. */
export function formatDigits(digits: string): string {
  return inFours(digits)
}
