/**
 * What changes a vault after it was made: users, passphrases, the recovery sheet and the store key. Every change first
 * checks the seal with the store key it was given, so that nothing is ever sealed to a slot put in from outside, and
 * rewrites both files. The store key comes from the unlocked session.
 */
import { fail, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import type { VaultFailure } from './failures.ts'
import { exclusively } from './one-at-a-time.ts'
import { normalPassphrase, passphraseProblem } from '../../shared/text/passphrase.ts'
import { defaultCost, isSealIntact, lockIdentity, openKey, sealKey, sealVault, unlockIdentity } from './slot.ts'
import { forgetTries, tried } from './tries.ts'
import { findUser, loginOf, newRecoverySlot, newUserSlot, openWithRecoverySheet } from './vault.ts'
import { readVault, writeVault } from './vault-file.ts'
import type { Slot, Vault, VaultPlace } from './vault-file.ts'

/**
 * Lets another user in.
 * @param input `userId` a UUID; `at` ISO 8601 in UTC; `known` the users the office has: other slots are dropped.
 */
export function addUser(
  place: VaultPlace,
  input: {
    readonly storeKey: Uint8Array
    readonly userId: string
    readonly login: string
    readonly passphrase: string
    readonly at: string
    readonly known?: ReadonlySet<string>
  },
): Promise<Result<void, VaultFailure>> {
  return change(place, input.storeKey, async ({ slots: all }) => {
    // A slot of nobody is left where adding a user was interrupted; it must not keep its login for ever.
    const { known } = input
    const slots = all.filter(({ id, kind }) => kind !== 'user' || id === input.userId || known?.has(id) !== false)
    if (slots.some(({ id }) => id === input.userId)) return fail({ code: 'VAULT_USER_EXISTS', userId: input.userId })
    const login = loginOf(input.login)
    if (!login.ok) return login
    const problem = passphraseProblem(input.passphrase, login.value)
    if (problem !== undefined) return fail(problem)
    if (findUser(slots, login.value).ok) return fail({ code: 'VAULT_LOGIN_TAKEN', login: login.value })
    return ok([...slots, await newUserSlot(place, { ...input, login: login.value })])
  })
}

/** Takes a user's way in away. They may still know the store key: `replaceStoreKey` is the next step. */
export function removeUser(
  place: VaultPlace,
  { storeKey, userId }: { readonly storeKey: Uint8Array; readonly userId: string },
): Promise<Result<void, VaultFailure>> {
  return change(place, storeKey, async ({ slots }) => {
    const users = slots.filter((slot) => slot.kind === 'user')
    if (!users.some(({ id }) => id === userId)) return fail({ code: 'VAULT_USER_UNKNOWN', userId })
    if (users.length === 1) return fail({ code: 'VAULT_LAST_USER' })
    return ok(slots.filter(({ id }) => id !== userId))
  })
}

/** A user's own change of passphrase: the identity is put under the new one, the store key stays as it is. */
export async function changePassphrase(
  place: VaultPlace,
  login: string,
  oldPassphrase: string,
  newPassphrase: string,
): Promise<Result<void, VaultFailure>> {
  const read = await exclusively(place, () => readVault(place))
  if (!read.ok) return read
  const user = findUser(read.value.vault.slots, login)
  if (!user.ok) return user
  const tryOld = () => unlockIdentity(user.value, normalPassphrase(oldPassphrase))
  const identity = await tried(place, user.value.id, 'passphrase', tryOld)
  if (!identity.ok) return identity
  const storeKey = await openKey(identity.value, user.value.storeKey)
  if (storeKey === undefined) return fail({ code: 'VAULT_DAMAGED' })
  const changed = await change(place, storeKey, async ({ slots }) => {
    const problem = passphraseProblem(newPassphrase, user.value.login)
    if (problem !== undefined) return fail(problem)
    const { id } = user.value
    const lock = await lockIdentity(id, normalPassphrase(newPassphrase), identity.value, place.cost ?? defaultCost)
    return ok(slots.map((slot) => (slot.id === id ? { ...slot, ...lock } : slot)))
  })
  storeKey.fill(0)
  return changed
}

/**
 * A forgotten passphrase: the recovery sheet opens, and the user's slot gets a new identity under the new passphrase.
 * @param digits of the sheet, as typed.
 * @param at ISO 8601 in UTC.
 */
export async function resetPassphraseWithSheet(
  place: VaultPlace,
  digits: string,
  input: { readonly login: string; readonly passphrase: string; readonly at: string },
): Promise<Result<void, VaultFailure>> {
  const opened = await openWithRecoverySheet(place, digits)
  if (!opened.ok) return opened
  const { storeKey, pendingKey } = opened.value
  const changed = await change(place, storeKey, async ({ slots }) => {
    const user = findUser(slots, input.login)
    if (!user.ok) return user
    const { id, login } = user.value
    const problem = passphraseProblem(input.passphrase, login)
    if (problem !== undefined) return fail(problem)
    const fresh = await newUserSlot(place, { userId: id, login, passphrase: input.passphrase, at: input.at, storeKey })
    await forgetTries(place, id)
    return ok(slots.map((slot) => (slot.id === id ? fresh : slot)))
  })
  storeKey.fill(0)
  pendingKey?.fill(0)
  return changed
}

/** Replaces the recovery sheet; the old digits stop working. @returns the new ones: 8 groups of 6, to print once. */
export async function newRecoverySheet(
  place: VaultPlace,
  { storeKey, at }: { readonly storeKey: Uint8Array; readonly at: string },
): Promise<Result<readonly string[], VaultFailure>> {
  const recovery = await newRecoverySlot(place, { storeKey, at })
  const changed = await change(place, storeKey, async ({ slots }) =>
    ok([...slots.filter(({ kind }) => kind !== 'recovery'), recovery.slot]),
  )
  return changed.ok ? ok(recovery.sheet) : changed
}

/**
 * Changes the store key for everybody, in three steps that survive a crash between any two: the new key is sealed into
 * every slot beside the old one, `rekey` re-encrypts the store, the old key is dropped. After an interruption the vault
 * opens with both keys and `settleStoreKey` drops the one that does not open the store. No passphrase is needed.
 * @param input `newKey` 32 random bytes; `rekey` changes the key of the store file. Once it has been called, the caller
 * must go on with the new key even if this answers with a failure.
 * @throws what `rekey` throws; the change is then pending.
 */
export function replaceStoreKey(
  place: VaultPlace,
  input: { readonly storeKey: Uint8Array; readonly newKey: Uint8Array; readonly rekey: () => Promise<void> },
): Promise<Result<void, VaultFailure>> {
  return exclusively(place, async () => {
    const checked = await readForChange(place, input.storeKey)
    if (!checked.ok) return checked
    const slots = await Promise.all(
      checked.value.slots.map(async (slot) => ({ ...slot, nextStoreKey: await sealKey(slot.recipient, input.newKey) })),
    )
    const staged = await writeVault(place, sealVault({ ...checked.value, slots }, input.storeKey))
    if (!staged.ok) return staged
    await input.rekey()
    return writeVault(place, sealVault({ ...checked.value, slots: slots.map(promote) }, input.newKey))
  })
}

/**
 * Ends an interrupted change of the store key, when it is known which key opens the store.
 * @param input the keys as `Opened` gave them, and which of them opened the store.
 */
export function settleStoreKey(
  place: VaultPlace,
  input: { readonly storeKey: Uint8Array; readonly pendingKey: Uint8Array; readonly keep: 'store' | 'pending' },
): Promise<Result<void, VaultFailure>> {
  return exclusively(place, async () => {
    const read = await readVault(place)
    if (!read.ok) return read
    const { vault } = read.value
    if (!isSealIntact(vault, input.storeKey)) return fail({ code: 'VAULT_TAMPERED' })
    if (!isPending(vault)) return ok(undefined)
    return input.keep === 'pending'
      ? writeVault(place, sealVault({ ...vault, slots: vault.slots.map(promote) }, input.pendingKey))
      : writeVault(place, sealVault({ ...vault, slots: vault.slots.map(withoutNext) }, input.storeKey))
  })
}

function change(
  place: VaultPlace,
  storeKey: Uint8Array,
  edit: (vault: Vault) => Promise<Result<readonly Slot[], VaultFailure>>,
): Promise<Result<void, VaultFailure>> {
  return exclusively(place, async () => {
    const checked = await readForChange(place, storeKey)
    if (!checked.ok) return checked
    const slots = await edit(checked.value)
    return slots.ok ? writeVault(place, sealVault({ ...checked.value, slots: slots.value }, storeKey)) : slots
  })
}

async function readForChange(place: VaultPlace, storeKey: Uint8Array): Promise<Result<Vault, VaultFailure>> {
  const read = await readVault(place)
  if (!read.ok) return read
  if (!isSealIntact(read.value.vault, storeKey)) return fail({ code: 'VAULT_TAMPERED' })
  return isPending(read.value.vault) ? fail({ code: 'VAULT_KEY_CHANGE_PENDING' }) : ok(read.value.vault)
}

const isPending = (vault: Vault): boolean => vault.slots.some((slot) => slot.nextStoreKey !== undefined)

function promote(slot: Slot): Slot {
  const { nextStoreKey, ...rest } = slot
  return nextStoreKey === undefined ? slot : { ...rest, storeKey: nextStoreKey }
}

function withoutNext(slot: Slot): Slot {
  const { nextStoreKey: _, ...rest } = slot
  return rest
}
