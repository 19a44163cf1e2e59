/**
 * Unlocking, and what only an unlocked user may change about ways in: users, passphrases, the sheet. Whoever unlocks can
 * read all; roles bind the program, not the key (SECURITY.md).
 */
import { randomBytes } from 'node:crypto'
import { derivedId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { addUser, disableUser } from '../../shared/commands/index.ts'
import type { Role } from '../../shared/model/codes.ts'
import { rekeyStore } from '../../db/copy.ts'
import { loadUsers } from '../../db/load.ts'
import { judgeDataFolder } from '../disk/place.ts'
import { refuse } from '../refuse.ts'
import * as changes from '../vault/vault-changes.ts'
import { describeVault, openWithPassphrase } from '../vault/vault.ts'
import type { VaultPlace } from '../vault/vault-file.ts'
import { runOwn } from './run.ts'
import { dropCopies } from './store-copies.ts'
import { openReadyStore, openWorkplace, type Surroundings, type Workplace } from './workplace.ts'

/** Where the vault of a data folder is. */
export function vaultOf({ disk, paths, cost, now }: Surroundings): VaultPlace {
  return {
    disk,
    folder: paths.data,
    ...(cost === undefined ? {} : { cost }),
    ...(now === undefined ? {} : { now }),
  }
}

/** Unlocks the office. After an interrupted change of the store key, settles which of the two keys fits. */
export async function unlock(
  surroundings: Surroundings,
  login: string | undefined,
  passphrase: string,
): Promise<Result<Workplace, Refusal>> {
  const place = await judgeDataFolder(surroundings.paths.data, surroundings.disk)
  if (!place.ok) return fail(refuse(place.error))
  const opened = await openWithPassphrase(vaultOf(surroundings), login, passphrase)
  if (!opened.ok) return fail(refuse(opened.error))
  const { storeKey, pendingKey, userId, tampered } = opened.value
  if (tampered) return fail(refuse({ code: 'VAULT_TAMPERED' }))
  if (pendingKey === undefined) return closedToOthers(surroundings, await openWorkplace(surroundings, storeKey, userId))
  const keep = keyThatFits(surroundings, { store: storeKey, pending: pendingKey })
  if (!keep.ok) return keep
  const settled = await changes.settleStoreKey(vaultOf(surroundings), { storeKey, pendingKey, keep: keep.value })
  if (!settled.ok) return fail(refuse(settled.error))
  // The change of the key that was cut short ends here, also for copies of the store as it was.
  if (keep.value === 'pending') await dropCopies(surroundings)
  return openWorkplace(surroundings, keep.value === 'pending' ? pendingKey : storeKey, userId)
}

/**
 * An office just opened, after whoever was shut out at another computer has lost the way in at this one too: the slot goes
 * and the store key changes.
 */
async function closedToOthers(
  surroundings: Surroundings,
  opened: Result<Workplace, Refusal>,
): Promise<Result<Workplace, Refusal>> {
  if (!opened.ok) return opened
  const workplace = opened.value
  const place = vaultOf(surroundings)
  const described = await describeVault(place)
  const logins = new Set(described.ok ? described.value.logins : [])
  const gone = workplace.query(loadUsers).filter(({ disabled, user }) => disabled && logins.has(user.login))
  if (gone.length === 0) return opened
  const { storeKey, user } = workplace
  let isClosed = false
  for (const { id } of gone) {
    const removed = await changes.removeUser(place, { storeKey, userId: id })
    // The login may be somebody else's by now: then there is nothing to close, and the key stays.
    if (!removed.ok && removed.error.code !== 'VAULT_USER_UNKNOWN') return opened
    isClosed ||= removed.ok
  }
  if (!isClosed) return opened
  const changed = await changeStoreKey(workplace)
  workplace.close()
  return changed.ok ? openWorkplace(surroundings, changed.value, user.id) : changed
}

/** Gives the store a new key, in every slot and in the store itself; the workplace reads no more after it. @returns the key */
async function changeStoreKey(workplace: Workplace): Promise<Result<Buffer, Refusal>> {
  const newKey = randomBytes(32)
  const replaced = await changes.replaceStoreKey(vaultOf(workplace), {
    storeKey: workplace.storeKey,
    newKey,
    rekey: async () => {
      workplace.reading.close()
      rekeyStore(workplace.store, newKey)
    },
  })
  // A copy of the store as it was opens with the key that somebody may still know.
  if (replaced.ok) await dropCopies(workplace)
  return replaced.ok ? ok(newKey) : fail(refuse(replaced.error))
}

/** Which of two keys opens the store. A key is only given up once the other has opened it: it may just be in use. */
function keyThatFits(
  surroundings: Surroundings,
  keys: { readonly store: Buffer; readonly pending: Buffer },
): Result<'store' | 'pending', Refusal> {
  const pending = openReadyStore(surroundings, keys.pending, false)
  const fits = pending.ok ? pending : openReadyStore(surroundings, keys.store, false)
  if (!fits.ok) return fits
  fits.value.close()
  return ok(pending.ok ? 'pending' : 'store')
}

/** Lets a second person in, with a passphrase of their own. */
export async function letIn(
  workplace: Workplace,
  input: {
    readonly login: string
    readonly name: string
    readonly post: string
    readonly roles: readonly Role[]
    readonly passphrase: string
  },
  callId: string,
): Promise<Result<{ readonly user: string }, Refusal>> {
  const place = vaultOf(workplace)
  // The same call has the same user: after an interruption it finds its slot there and records what is missing.
  const userId = derivedId(callId, 1)
  const { login, name, post, roles, passphrase } = input
  const { storeKey } = workplace
  const at = workplace.clock.at()
  const known = new Set(workplace.query(loadUsers).map(({ id }) => id))
  const slot = await changes.addUser(place, { storeKey, userId, login, passphrase, at, known })
  if (!slot.ok && slot.error.code !== 'VAULT_USER_EXISTS') return fail(refuse(slot.error))
  const recorded = runOwn(workplace, addUser, { user: { login, name, post, roles: [...roles] }, userId }, callId)
  if (recorded.ok) return ok({ user: userId })
  if (slot.ok) await changes.removeUser(place, { storeKey, userId })
  return recorded
}

/** Lets a user of the office in at this computer too: a way in never travels, each computer has its own. */
export async function openHere(
  workplace: Workplace,
  { userId, passphrase }: { readonly userId: string; readonly passphrase: string },
): Promise<Result<{ readonly user: string }, Refusal>> {
  const users = workplace.query(loadUsers)
  const user = users.find(({ id, disabled }) => id === userId && !disabled)
  if (user === undefined) return fail(refuse({ code: 'VAULT_USER_UNKNOWN', userId }))
  const slot = await changes.addUser(vaultOf(workplace), {
    storeKey: workplace.storeKey,
    userId,
    login: user.user.login,
    passphrase,
    at: workplace.clock.at(),
    known: new Set(users.map(({ id }) => id)),
  })
  return slot.ok ? ok({ user: userId }) : fail(refuse(slot.error))
}

/** Shuts a user out: the journal says so, the slot goes, and the store key changes for everybody else. */
export async function shutOut(
  workplace: Workplace,
  input: { readonly userId: string; readonly reason?: string | undefined },
  callId: string,
): Promise<Result<{ readonly user: string }, Refusal>> {
  const recorded = runOwn(workplace, disableUser, input, callId)
  if (!recorded.ok) return recorded
  const { storeKey } = workplace
  const removed = await changes.removeUser(vaultOf(workplace), { storeKey, userId: input.userId })
  if (!removed.ok && removed.error.code !== 'VAULT_USER_UNKNOWN') return fail(refuse(removed.error))
  const changed = await changeStoreKey(workplace)
  return changed.ok ? ok({ user: input.userId }) : changed
}
