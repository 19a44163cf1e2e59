/**
 * How a further computer comes into an office (FORMAT.md section 11): the card by which it asks, and the file that brings
 * it the office's keys. Neither is part of a set; a set never carries a key.
 */
import { z } from 'zod'
import { canonicalJson, toNfc } from '../base/canonical.ts'
import { line } from '../base/fields.ts'
import { AgeRecipient, CARD_LIMITS, DeviceId, SignKey } from './format.ts'

/** What a new computer shows: which device it will be, what people call it, and the recipient its answer is sealed to. */
export const DeviceCard = z.strictObject({
  format: z.literal('kn-device'),
  version: z.literal(1),
  device: DeviceId,
  name: line(100),
  age_recipient: AgeRecipient,
})

/** What a new computer shows. */
export type DeviceCard = Readonly<z.infer<typeof DeviceCard>>

/** A device card as its file: canonical JSON and one LF. */
export function printDeviceCard(card: DeviceCard): string {
  return `${canonicalJson(toNfc({ ...card }))}\n`
}

/** Reads a device card's file; null unless it is exactly what `printDeviceCard` gives for a valid card. */
export function parseDeviceCard(text: string): DeviceCard | null {
  try {
    const card = DeviceCard.safeParse(JSON.parse(text))
    return card.success && printDeviceCard(card.data) === text ? card.data : null
  } catch {
    return null
  }
}

const Identity = z.string().regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/)

/**
 * The office's keys on their way to one of its devices; always sealed to that device. `card`: the office's own pairing
 * card, whose digits people compare before any of this counts.
 */
export const OfficeKeysFile = z.strictObject({
  format: z.literal('kn-keys'),
  version: z.literal(1),
  device: DeviceId,
  card: z.string().max(CARD_LIMITS.characters),
  identities: z.array(Identity).min(1).max(100),
  sign: z.strictObject({ seed: z.string().max(100), key_number: z.string().max(40) }),
  first_sign_key: SignKey,
  former_sign_keys: z.array(SignKey).max(100),
})

/** The office's keys on their way to one of its devices. */
export type OfficeKeysFile = Readonly<z.infer<typeof OfficeKeysFile>>

/** The keys as the text that is sealed. */
export function printKeysFile(keys: OfficeKeysFile): string {
  return `${canonicalJson({ ...keys, identities: [...keys.identities], former_sign_keys: [...keys.former_sign_keys] })}\n`
}

/** Reads what was sealed; null where it is no such file. */
export function parseKeysFile(text: string): OfficeKeysFile | null {
  try {
    const keys = OfficeKeysFile.safeParse(JSON.parse(text))
    return keys.success ? keys.data : null
  } catch {
    return null
  }
}

/** What the file with the keys is called: `KN1_<office code>_<device>.keys.age`. */
export function keysFileName(code: string, device: string): string {
  return `KN1_${code}_${device}${KEYS_ENDING}`
}

/** How the name of a file with keys ends. */
export const KEYS_ENDING = '.keys.age'
