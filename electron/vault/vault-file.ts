/**
 * The vault on disk: `vault.json` and its copy, each written atomically, one after the other. Both are read at every
 * opening; the first whole one counts, and the other is rewritten from it. This file knows bytes and shapes and no
 * keys; what is inside a slot is the matter of slot.ts.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { canonicalJson, utf8 } from '../../shared/base/canonical.ts'
import type { Json } from '../../shared/base/canonical.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { attempt, unlessMissing } from '../disk/attempt.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import type { Disk } from '../disk/disk.ts'
import { readWhole } from '../disk/streams.ts'
import type { VaultFailure } from './failures.ts'

/**
 * Where a vault is. `cost` is scrypt's N for slots made from now on: 2^17 except in tests, never below 2^14. `now`:
 * milliseconds since 1970, by which waits after wrong tries pass; the computer's except in tests.
 */
export type VaultPlace = {
  readonly disk: Disk
  readonly folder: string
  readonly cost?: number
  readonly now?: () => number
}

/** The two file names, in the order in which they are written and believed. Both belong into every backup. */
export const vaultFileNames = ['vault.json', 'vault.copy.json'] as const

/** Bounds of scrypt's N that a stored slot may ask for: 16 MiB to 1 GiB of memory. */
export const leastCost = 2 ** 14
export const greatestCost = 2 ** 20

/** Longest login and office label, in characters. */
export const longestLogin = 64

const base64 = z.base64().max(8192)
const sealed = {
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    n: z
      .int()
      .min(leastCost)
      .max(greatestCost)
      .refine((n) => Number.isInteger(Math.log2(n))),
    r: z.literal(8),
    p: z.literal(1),
    salt: base64,
  }),
  identity: z.strictObject({ nonce: base64, ciphertext: base64 }),
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  storeKey: base64,
  nextStoreKey: base64.optional(),
}

const userSlot = z.strictObject({ kind: z.literal('user'), login: z.string().min(1).max(longestLogin), ...sealed })
const recoverySlot = z.strictObject({ kind: z.literal('recovery'), ...sealed })

const vaultSchema = z.strictObject({
  format: z.literal('ket-nap-vault'),
  version: z.literal(1),
  officeLabel: z.string().max(500).optional(),
  device: z.string().min(1).max(200),
  slots: z
    .array(z.discriminatedUnion('kind', [userSlot, recoverySlot]))
    .min(1)
    .max(200),
  seal: base64,
  check: z.string().regex(/^[0-9a-f]{64}$/),
})

/** A user's slot: the way in for one login. Its `id` is the user's id. */
export type UserSlot = Readonly<z.infer<typeof userSlot>>

/** The recovery sheet's slot. */
export type RecoverySlot = Readonly<z.infer<typeof recoverySlot>>

/** One way in: an age identity under a passphrase or sheet, and the store key sealed to it. */
export type Slot = UserSlot | RecoverySlot

/**
 * The vault as stored, without the check. `seal` is a keyed hash by the store key over all the rest, so that a slot put
 * in from outside is noticed before anything is sealed to it.
 */
export type Vault = {
  readonly format: 'ket-nap-vault'
  readonly version: 1
  readonly officeLabel?: string | undefined
  readonly device: string
  readonly slots: readonly Slot[]
  readonly seal: string
}

/** A vault as read, and which of the two files had to be rewritten or could not be. */
export type VaultRead = {
  readonly vault: Vault
  readonly repaired: readonly string[]
  readonly unrepaired: readonly string[]
}

/**
 * Reads the vault and repairs the file that is missing, damaged or older. A failing repair does not stop the reading.
 * @returns `VAULT_MISSING` if neither file is there, `VAULT_DAMAGED` if none is whole, `VAULT_NEWER` (nothing is
 * touched), `VAULT_DISK`.
 */
export async function readVault({ disk, folder }: VaultPlace): Promise<Result<VaultRead, VaultFailure>> {
  const copies: Copy[] = []
  for (const name of vaultFileNames) {
    const read = await attempt(() => readCopy(disk, join(folder, name)))
    if (!read.ok) return fail({ code: 'VAULT_DISK', disk: read.error })
    copies.push(read.value)
  }
  const newer = copies.find((copy) => copy.state === 'newer')
  if (newer !== undefined) return fail({ code: 'VAULT_NEWER', version: newer.version })
  const whole = copies.find((copy) => copy.state === 'whole')
  if (whole === undefined) {
    return fail({ code: copies.every(({ state }) => state === 'missing') ? 'VAULT_MISSING' : 'VAULT_DAMAGED' })
  }
  const repaired: string[] = []
  const unrepaired: string[] = []
  for (const [index, copy] of copies.entries()) {
    const name = vaultFileNames[index]
    if (name === undefined || (copy.state === 'whole' && copy.check === whole.check)) continue
    const written = await writeFileAtomic(disk, join(folder, name), bytesOf(whole.vault))
    ;(written.ok ? repaired : unrepaired).push(name)
  }
  return ok({ vault: whole.vault, repaired, unrepaired })
}

/**
 * Writes both files, the first one first. Once the first is durable the change has happened: a copy that could not be
 * written is made good at the next opening.
 */
export async function writeVault({ disk, folder }: VaultPlace, vault: Vault): Promise<Result<void, VaultFailure>> {
  const bytes = bytesOf(vault)
  const first = await writeFileAtomic(disk, join(folder, vaultFileNames[0]), bytes)
  if (!first.ok) return fail({ code: 'VAULT_DISK', disk: first.error })
  await writeFileAtomic(disk, join(folder, vaultFileNames[1]), bytes)
  return ok(undefined)
}

type Copy =
  | { readonly state: 'missing' | 'damaged' }
  | { readonly state: 'newer'; readonly version: number }
  | { readonly state: 'whole'; readonly vault: Vault; readonly check: string }

async function readCopy(disk: Disk, path: string): Promise<Copy> {
  const found = await unlessMissing(async () => ({ bytes: await readWhole(disk, path, 4 * 1024 * 1024) }))
  if (found === undefined) return { state: 'missing' }
  const value = found.bytes === undefined ? undefined : parse(found.bytes)
  if (value === undefined || value['check'] !== checkOf(value)) return { state: 'damaged' }
  const { format, version } = value
  if (format === 'ket-nap-vault' && typeof version === 'number' && version > 1) return { state: 'newer', version }
  const vault = vaultSchema.safeParse(value)
  if (!vault.success) return { state: 'damaged' }
  const { check, ...rest } = vault.data
  return { state: 'whole', vault: rest, check }
}

function parse(bytes: Uint8Array): { readonly [key: string]: Json | undefined } | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const json = z.record(z.string(), z.json()).safeParse(value)
    return json.success ? json.data : undefined
  } catch {
    // Not UTF-8 or not JSON: a damaged file, which is the answer.
    return undefined
  }
}

/** SHA-256 in hex over the canonical JSON of everything but `check`; kept by every later version too. */
function checkOf(value: { readonly [key: string]: Json | undefined }): string | undefined {
  const { check: _, ...rest } = value
  try {
    return createHash('sha256')
      .update(utf8(canonicalJson(rest)))
      .digest('hex')
  } catch {
    // Numbers or strings that no vault holds.
    return undefined
  }
}

/** @throws Error for a vault that could not be read again: nothing unreadable is ever written. */
function bytesOf(vault: Vault): Uint8Array {
  const json = { ...vault, slots: vault.slots.map((slot) => ({ ...slot })) }
  const whole = vaultSchema.parse({ ...json, check: checkOf(json) })
  return utf8(`${JSON.stringify(whole, null, 2)}\n`)
}
