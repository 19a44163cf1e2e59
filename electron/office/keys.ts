/**
 * The keys of an office and of its scans, as they lie in the encrypted store. They are made once, at the first start.
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { base32 } from '../../shared/bundle/chain.ts'
import { KeyRenewal, officeIdOf } from '../../shared/bundle/format.ts'
import { readSecret, writeSecret } from '../../db/private/secrets.ts'
import type { ReadDb, WriteDb } from '../../db/transaction.ts'
import { generateIdentity, recipientOf } from '../bundle/age.ts'
import { generateSignSecret, signKeyOf, type SignSecret } from '../bundle/minisign.ts'
import type { ScanKeys } from '../scans/sealed-files.ts'
import { signRenewal } from '../bundle/renewals.ts'

/** The office's own keys: what it signs with and what bundles to it are sealed to. */
export type OfficeKeys = {
  readonly office: string
  readonly sign: SignSecret
  readonly signKey: string
  /** Sign keys before a renewal: what proves that old lines are our own. */
  readonly formerSignKeys: readonly string[]
  /** How each of them handed on to the next, from the first to the present one; empty where that is not known of all. */
  readonly renewals: readonly KeyRenewal[]
  readonly identities: readonly string[]
  readonly recipient: string
}

const OfficeSecret = z.strictObject({
  sign: z.strictObject({ seed: z.string(), keyNumber: z.string() }),
  identities: z.array(z.string()).min(1),
  firstSignKey: z.string(),
  formerSignKeys: z.array(z.string()).optional(),
  renewals: z.array(KeyRenewal).optional(),
})
const ScanSecret = z.strictObject({ nameKey: z.string(), identities: z.array(z.string()).min(1) })

/** Makes the keys of a new office. The office id follows from its first signing key. */
export async function makeKeys(): Promise<{
  readonly office: z.infer<typeof OfficeSecret>
  readonly scans: z.infer<typeof ScanSecret>
  readonly device: string
  readonly deviceIdentity: string
}> {
  const sign = generateSignSecret()
  return {
    deviceIdentity: await generateIdentity(),
    office: { sign, identities: [await generateIdentity()], firstSignKey: signKeyOf(sign) },
    scans: { nameKey: randomBytes(32).toString('base64'), identities: [await generateIdentity()] },
    device: newDeviceId(),
  }
}

/** A new signing key and identity for an office that has some. */
export async function makeOfficeKeys() {
  const sign = generateSignSecret()
  const identity = await generateIdentity()
  return { sign, signKey: signKeyOf(sign), identity, recipient: await recipientOf(identity) }
}

/** Puts new keys in the place of the old ones; old identities stay, to open what was sealed to them. */
export function keepRenewed(db: WriteDb, fresh: Awaited<ReturnType<typeof makeOfficeKeys>>): void {
  const former = OfficeSecret.parse(readSecret(db, 'office'))
  const { sign, identities, firstSignKey, formerSignKeys = [], renewals = [] } = former
  writeSecret(db, 'office', {
    sign: fresh.sign,
    identities: [...identities, fresh.identity],
    firstSignKey,
    formerSignKeys: [...formerSignKeys, signKeyOf(sign)],
    renewals: [...renewals, signRenewal(sign, officeIdOf(firstSignKey), fresh.signKey)],
  })
}

/** What sets between the devices of one office are sealed to: each device has its own. */
export type DeviceKey = { readonly identity: string; readonly recipient: string }

/**
 * The device's own identity, made where a store has none yet. A copy of a store goes on with it: what was on its way to
 * the one can be opened by the other.
 * @param keep - keeps a new one
 */
export async function readDeviceKey(
  read: <T>(work: (db: ReadDb) => T) => T,
  keep: (work: (db: WriteDb) => void) => void,
): Promise<DeviceKey> {
  const held = read((db) => readSecret(db, 'deviceIdentity'))
  const identity = held === null ? await generateIdentity() : z.string().parse(held)
  if (held === null) keep((db) => writeSecret(db, 'deviceIdentity', identity))
  return { identity, recipient: await recipientOf(identity) }
}

/** A new device id: 10 random bytes, never a counter. */
export function newDeviceId(): string {
  return base32(randomBytes(10))
}

/** The office's keys as another device of it gets them. */
export function keysToHandOver(db: ReadDb) {
  return OfficeSecret.parse(readSecret(db, 'office'))
}

/** Keeps the office's keys as another device of it has handed them over. */
export function keepHandedOver(db: WriteDb, office: z.infer<typeof OfficeSecret>): void {
  writeSecret(db, 'office', office)
}

/** Keeps new keys in the store. */
export function keepKeys(db: WriteDb, keys: Awaited<ReturnType<typeof makeKeys>>): void {
  writeSecret(db, 'office', keys.office)
  writeSecret(db, 'scans', keys.scans)
  writeSecret(db, 'device', keys.device)
  writeSecret(db, 'deviceIdentity', keys.deviceIdentity)
}

/** The keys of a store; null before they are made. */
export async function readKeys(
  read: <T>(work: (db: ReadDb) => T) => T,
): Promise<{ readonly office: OfficeKeys; readonly scans: ScanKeys; readonly device: string } | null> {
  const raw = read((db) => ({
    office: readSecret(db, 'office'),
    scans: readSecret(db, 'scans'),
    device: readSecret(db, 'device'),
  }))
  if (raw.office === null) return null
  const office = OfficeSecret.parse(raw.office)
  const scans = ScanSecret.parse(raw.scans)
  const newest = office.identities.at(-1)
  const newestScan = scans.identities.at(-1)
  if (newest === undefined || newestScan === undefined) throw new Error('a store without identities')
  return {
    office: {
      office: officeIdOf(office.firstSignKey),
      sign: office.sign,
      signKey: signKeyOf(office.sign),
      formerSignKeys: office.formerSignKeys ?? [],
      renewals: office.renewals ?? [],
      identities: office.identities,
      recipient: await recipientOf(newest),
    },
    scans: {
      nameKey: Buffer.from(scans.nameKey, 'base64'),
      identities: scans.identities,
      recipient: await recipientOf(newestScan),
    },
    device: z.string().parse(raw.device),
  }
}
