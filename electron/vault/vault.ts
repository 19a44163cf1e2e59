/**
 * Making a vault and opening it. The vault is where the store key lives: sealed once per user and once for the recovery
 * sheet, never only in the operating system's key store, because communes' PCs are reinstalled and staff change.
 * Changes to a vault are in vault-changes.ts. Nothing here is ever logged.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { attempt } from '../disk/attempt.ts'
import { ensureFolder } from '../disk/folders.ts'
import type { VaultFailure } from './failures.ts'
import { exclusively } from './one-at-a-time.ts'
import { normalPassphrase, passphraseProblem, sameLoginForm } from '../../shared/text/passphrase.ts'
import { newSheet, parseSheet } from './recovery-sheet.ts'
import { defaultCost, isSealIntact, openKey, sealSlot, sealVault, storeKeyBytes, unlockIdentity } from './slot.ts'
import { tried, waitsOf } from './tries.ts'
import { longestLogin, readVault, writeVault } from './vault-file.ts'
import type { Slot, UserSlot, VaultPlace } from './vault-file.ts'

/** What the unlock page may show before anybody has unlocked. */
export type VaultFacts = {
  readonly officeLabel: string | undefined
  readonly device: string
  readonly logins: readonly string[]
  readonly hasSheet: boolean
  /** Who has to wait after wrong tries, and how many seconds yet. */
  readonly waits: readonly { readonly login: string; readonly seconds: number }[]
}

/** A new vault: the sheet (8 groups of 6 digits, to print once) and the store key (32 bytes, the caller wipes it). */
export type NewVault = { readonly userId: string; readonly sheet: readonly string[]; readonly storeKey: Buffer }

/**
 * An opened vault. `storeKey` and `pendingKey` are 32 bytes each, the caller wipes them. `pendingKey` is there only
 * after an interrupted change of the store key: the store opens with one of the two, then `settleStoreKey` is called.
 * `tampered`: somebody without the store key changed the vault; it is not changed any further. `repaired`: files
 * rewritten from the other copy, for the log; `unrepaired`: files that could not be.
 */
export type Opened = {
  readonly storeKey: Buffer
  readonly pendingKey: Buffer | undefined
  readonly tampered: boolean
  readonly repaired: readonly string[]
  readonly unrepaired: readonly string[]
}

/** An opened vault, and by whom. */
export type OpenedByUser = Opened & { readonly userId: string; readonly login: string }

/**
 * Makes the vault of a new data folder (made if missing), with its first user and a recovery sheet.
 * @param input `userId` a UUID; `at` ISO 8601 in UTC with `Z`; `device` this device's id; `storeKey` 32 bytes if the
 * store exists already, else a random one is made.
 */
export async function createVault(
  place: VaultPlace,
  input: {
    readonly userId: string
    readonly login: string
    readonly passphrase: string
    readonly at: string
    readonly device: string
    readonly officeLabel?: string
    readonly storeKey?: Uint8Array
  },
): Promise<Result<NewVault, VaultFailure>> {
  return exclusively(place, async () => {
    const login = loginOf(input.login)
    if (!login.ok) return login
    const problem = passphraseProblem(input.passphrase, login.value)
    if (problem !== undefined) return fail(problem)
    const made = await attempt(() => ensureFolder(place.disk, place.folder))
    if (!made.ok) return fail({ code: 'VAULT_DISK', disk: made.error })
    const there = await readVault(place)
    if (there.ok || there.error.code === 'VAULT_DAMAGED') return fail({ code: 'VAULT_EXISTS' })
    if (there.error.code !== 'VAULT_MISSING') return there
    const storeKey = input.storeKey === undefined ? randomBytes(storeKeyBytes) : Buffer.from(input.storeKey)
    const user = await newUserSlot(place, { ...input, login: login.value, storeKey })
    const recovery = await newRecoverySlot(place, { at: input.at, storeKey })
    const vault = {
      format: 'ket-nap-vault' as const,
      version: 1 as const,
      ...(input.officeLabel === undefined ? {} : { officeLabel: input.officeLabel.normalize('NFC') }),
      device: input.device,
      slots: [user, recovery.slot],
    }
    const written = await writeVault(place, sealVault(vault, storeKey))
    return written.ok ? ok({ userId: input.userId, sheet: recovery.sheet, storeKey }) : written
  })
}

/** What can be said about a vault without opening it. */
export async function describeVault(place: VaultPlace): Promise<Result<VaultFacts, VaultFailure>> {
  const read = await exclusively(place, () => readVault(place))
  if (!read.ok) return read
  const { officeLabel, device, slots } = read.value.vault
  const waits = await waitsOf(place)
  return ok({
    officeLabel,
    device,
    logins: slots.flatMap((slot) => (slot.kind === 'user' ? [slot.login] : [])),
    hasSheet: slots.some((slot) => slot.kind === 'recovery'),
    waits: slots.flatMap((slot) => {
      const seconds = waits.get(slot.id)
      return slot.kind === 'user' && seconds !== undefined ? [{ login: slot.login, seconds }] : []
    }),
  })
}

/**
 * Opens the vault for a user.
 * @param login may be left out if there is exactly one user.
 */
export async function openWithPassphrase(
  place: VaultPlace,
  login: string | undefined,
  passphrase: string,
): Promise<Result<OpenedByUser, VaultFailure>> {
  return openSlot(
    place,
    (slots) => findUser(slots, login),
    normalPassphrase(passphrase),
    'passphrase',
    (slot) => ({
      userId: slot.id,
      login: slot.login,
    }),
  )
}

/**
 * Opens the vault with the recovery sheet.
 * @param digits as typed.
 */
export async function openWithRecoverySheet(place: VaultPlace, digits: string): Promise<Result<Opened, VaultFailure>> {
  const secret = parseSheet(digits)
  if (!secret.ok) return secret
  return openSlot(place, findRecovery, secret.value, 'sheet', () => ({}))
}

/** Finds a user's slot by login, ignoring case and Unicode form. */
export function findUser(slots: readonly Slot[], login: string | undefined): Result<UserSlot, VaultFailure> {
  const users = slots.filter((slot) => slot.kind === 'user')
  if (login === undefined) {
    const [only, ...others] = users
    if (only !== undefined && others.length === 0) return ok(only)
    return fail({ code: 'VAULT_LOGIN_NEEDED', logins: users.map((user) => user.login) })
  }
  const found = users.find((user) => sameLoginForm(user.login) === sameLoginForm(login))
  return found === undefined ? fail({ code: 'VAULT_LOGIN_UNKNOWN', login }) : ok(found)
}

/** Finds the recovery sheet's slot. */
export function findRecovery(slots: readonly Slot[]): Result<Slot, VaultFailure> {
  const found = slots.find((slot) => slot.kind === 'recovery')
  return found === undefined ? fail({ code: 'VAULT_NO_SHEET' }) : ok(found)
}

/** A login as it is stored: NFC, without blanks around it, 1 to 64 characters, no control characters. */
export function loginOf(typed: string): Result<string, VaultFailure> {
  const login = typed.normalize('NFC').trim()
  const good = login !== '' && login.length <= longestLogin && login.isWellFormed() && !/\p{Cc}/u.test(login)
  return good ? ok(login) : fail({ code: 'VAULT_LOGIN_BAD', longest: longestLogin })
}

/** A slot for a user who can open the store from now on. */
export async function newUserSlot(
  { cost = defaultCost }: VaultPlace,
  user: {
    readonly userId: string
    readonly login: string
    readonly passphrase: string
    readonly at: string
    readonly storeKey: Uint8Array
  },
): Promise<UserSlot> {
  const sealed = await sealSlot(user.userId, normalPassphrase(user.passphrase), user.storeKey, cost)
  return { id: user.userId, kind: 'user', login: user.login, createdAt: user.at, ...sealed }
}

/** A slot for a new recovery sheet, with the digits to print. */
export async function newRecoverySlot(
  { cost = defaultCost }: VaultPlace,
  { at, storeKey }: { readonly at: string; readonly storeKey: Uint8Array },
): Promise<{ readonly slot: Slot; readonly sheet: readonly string[] }> {
  const sheet = newSheet()
  const secret = parseSheet(sheet.join(' '))
  if (!secret.ok) throw new Error('a new recovery sheet must read back')
  const id = randomUUID()
  return { slot: { id, kind: 'recovery', createdAt: at, ...(await sealSlot(id, secret.value, storeKey, cost)) }, sheet }
}

async function openSlot<S extends Slot, W>(
  place: VaultPlace,
  find: (slots: readonly Slot[]) => Result<S, VaultFailure>,
  secret: string,
  kind: 'passphrase' | 'sheet',
  who: (slot: S) => W,
): Promise<Result<Opened & W, VaultFailure>> {
  const read = await exclusively(place, () => readVault(place))
  if (!read.ok) return read
  const { vault, repaired, unrepaired } = read.value
  const slot = find(vault.slots)
  if (!slot.ok) return slot
  const identity = await tried(place, slot.value.id, kind, () => unlockIdentity(slot.value, secret))
  if (!identity.ok) return identity
  const storeKey = await openKey(identity.value, slot.value.storeKey)
  if (storeKey === undefined) return fail({ code: 'VAULT_DAMAGED' })
  const next = slot.value.nextStoreKey
  const pendingKey = next === undefined ? undefined : await openKey(identity.value, next)
  const tampered = !isSealIntact(vault, storeKey)
  return ok({ storeKey, pendingKey, tampered, repaired, unrepaired, ...who(slot.value) })
}
