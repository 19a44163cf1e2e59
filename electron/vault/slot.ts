/**
 * The cryptography of a slot. A passphrase (or the digits of the recovery sheet) makes a key with scrypt; the key opens
 * an age X25519 identity (AES-256-GCM, bound to the slot's id); the identity opens the store key, an age file of 32
 * bytes. So a passphrase changes without touching the store, and the store key without knowing any passphrase.
 * Only primitives that Electron's BoringSSL has; X25519 is the age library's (WebCrypto).
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { canonicalJson, utf8 } from '../../shared/base/canonical.ts'
import type { Slot, Vault } from './vault-file.ts'

/** Bytes of a store key. */
export const storeKeyBytes = 32

/** scrypt's N for new slots: about 0.3 s and 128 MiB, on an old PC about a second. */
export const defaultCost = 2 ** 17

type Lock = Pick<Slot, 'kdf' | 'identity'>

/** A slot's cryptographic part. */
export type Sealed = Lock & Pick<Slot, 'recipient' | 'storeKey'>

/**
 * A new identity under a secret, holding the store key.
 * @param slotId bound to the identity, so that slots cannot be exchanged.
 * @param secret passphrase in NFC or the 40 digits of a sheet.
 * @param cost scrypt's N.
 */
export async function sealSlot(slotId: string, secret: string, storeKey: Uint8Array, cost: number): Promise<Sealed> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  return {
    ...(await lockIdentity(slotId, secret, identity, cost)),
    recipient,
    storeKey: await sealKey(recipient, storeKey),
  }
}

/** Puts an existing identity under a secret, with a new salt and nonce. */
export async function lockIdentity(slotId: string, secret: string, identity: string, cost: number): Promise<Lock> {
  const salt = randomBytes(16)
  const key = await stretch(secret, salt, cost)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(utf8(slotId))
  const ciphertext = Buffer.concat([cipher.update(identity, 'utf8'), cipher.final(), cipher.getAuthTag()])
  key.fill(0)
  return {
    kdf: { name: 'scrypt', n: cost, r: 8, p: 1, salt: salt.toString('base64') },
    identity: { nonce: nonce.toString('base64'), ciphertext: ciphertext.toString('base64') },
  }
}

/** @returns the age identity, or `undefined` if the secret is wrong. */
export async function unlockIdentity(slot: Slot, secret: string): Promise<string | undefined> {
  const sealed = Buffer.from(slot.identity.ciphertext, 'base64')
  const nonce = Buffer.from(slot.identity.nonce, 'base64')
  if (sealed.length <= tagBytes || nonce.length !== 12) return undefined
  rehearsed ??= rehearse().catch(() => undefined)
  const key = await stretch(secret, Buffer.from(slot.kdf.salt, 'base64'), slot.kdf.n)
  try {
    const opener = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(utf8(slot.id))
    opener.setAuthTag(sealed.subarray(-tagBytes))
    return Buffer.concat([opener.update(sealed.subarray(0, -tagBytes)), opener.final()]).toString('utf8')
  } catch {
    // The tag does not fit: the secret is another one.
    return undefined
  } finally {
    key.fill(0)
  }
}

let rehearsed: Promise<void> | null = null

/**
 * Seals a key to nobody and opens it, once, beside the stretching, which leaves this thread nothing to do: what Node and
 * the library load for their first file is then there when the real one is opened.
 */
async function rehearse(): Promise<void> {
  const identity = await generateX25519Identity()
  await openKey(identity, await sealKey(await identityToRecipient(identity), randomBytes(storeKeyBytes)))
}

/** A store key sealed to a recipient: an age file, base64. */
export async function sealKey(recipient: string, storeKey: Uint8Array): Promise<string> {
  if (storeKey.length !== storeKeyBytes) throw new Error(`a store key has ${storeKeyBytes} bytes`)
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(storeKey)).toString('base64')
}

/** @returns the store key, or `undefined` if the age file is not one for this identity. */
export async function openKey(identity: string, sealed: string): Promise<Buffer | undefined> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const key = await decrypter.decrypt(Buffer.from(sealed, 'base64'))
    return key.length === storeKeyBytes ? Buffer.from(key.buffer, key.byteOffset, key.length) : undefined
  } catch {
    // The age library has no codes; whatever it says here, the slot cannot be used.
    return undefined
  }
}

/** The vault with its seal made anew by the store key. */
export function sealVault(vault: Omit<Vault, 'seal'>, storeKey: Uint8Array): Vault {
  return { ...vault, seal: sealOf(vault, storeKey).toString('base64') }
}

/** Is everything in the vault as a holder of this store key left it? */
export function isSealIntact({ seal, ...rest }: Vault, storeKey: Uint8Array): boolean {
  const expected = sealOf(rest, storeKey)
  const found = Buffer.from(seal, 'base64')
  return found.length === expected.length && timingSafeEqual(found, expected)
}

function sealOf(vault: Omit<Vault, 'seal'> & { readonly seal?: string }, storeKey: Uint8Array): Buffer {
  const { seal: _, ...rest } = vault
  const key = Buffer.from(hkdfSync('sha256', storeKey, '', 'ket-nap vault seal 1', 32))
  const json = canonicalJson({ ...rest, slots: rest.slots.map((slot) => ({ ...slot })) })
  const seal = createHmac('sha256', key).update(utf8(json)).digest()
  key.fill(0)
  return seal
}

const tagBytes = 16

function stretch(secret: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const bytes = Buffer.from(secret, 'utf8')
  // 128 * N * r bytes are used; node's own limit of 32 MiB is too low for any cost we accept.
  const maxmem = Math.max(256 * 1024 * 1024, 128 * cost * 8 + 32 * 1024 * 1024)
  return new Promise((resolve, reject) => {
    scrypt(bytes, salt, 32, { N: cost, r: 8, p: 1, maxmem }, (error, key) => {
      bytes.fill(0)
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}
