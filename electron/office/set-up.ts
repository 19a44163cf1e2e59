/**
 * The first start: vault, encrypted store, keys, the office and its first user, and a recovery sheet. Interrupted at any
 * point it can be started again with the same passphrase; nothing counts until the office is founded in the store.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import type { Role } from '../../shared/model/codes.ts'
import type { OfficeProfile } from '../../shared/model/office.ts'
import { ruleSetById } from '../../shared/rules/sets/index.ts'
import { loadOffice } from '../../db/load.ts'
import { keepSheetStanding, UNPROVED } from '../../db/private/recovery-sheet.ts'
import { recordAndApply } from '../../db/run-command.ts'
import { read, write } from '../../db/transaction.ts'
import { officeIdOf } from '../../shared/bundle/format.ts'
import { ensureFolder } from '../disk/folders.ts'
import { attempt, exists } from '../disk/attempt.ts'
import { judgeDataFolder } from '../disk/place.ts'
import { refuse } from '../refuse.ts'
import { newRecoverySheet } from '../vault/vault-changes.ts'
import { createVault, describeVault, openWithPassphrase } from '../vault/vault.ts'
import { keepKeys, makeKeys } from './keys.ts'
import { keepMarks } from './marks.ts'
import { newSalt, openReadyStore, type Surroundings } from './workplace.ts'
import { newId } from '../new-id.ts'

/** What the first start asks for. */
export type SetUp = {
  readonly profile: OfficeProfile
  readonly user: {
    readonly login: string
    readonly name: string
    readonly post: string
    readonly roles?: readonly Role[] | undefined
  }
  readonly passphrase: string
}

/** A founded office; the sheet is shown once. */
export type Founded = {
  readonly office: string
  readonly device: string
  readonly user: string
  readonly sheet: readonly string[]
}

/** Founds an office in an empty data folder. */
export async function setUpOffice(surroundings: Surroundings, input: SetUp): Promise<Result<Founded, Refusal>> {
  const { disk, paths, clock } = surroundings
  const { ruleSet } = input.profile
  if (ruleSet !== undefined && ruleSetById(ruleSet) === null)
    return fail(refusal('NOT_FOUND', { what: 'ruleSet', id: ruleSet }))
  const place = await judgeDataFolder(paths.data, disk)
  if (!place.ok) return fail(refuse(place.error))
  const made = await attempt(() => ensureFolder(disk, paths.data))
  if (!made.ok) return fail(refuse(made.error))
  const keys = await makeKeys()
  const opened = await openOrMakeVault(surroundings, input, keys.device)
  if (!opened.ok) return opened
  const { storeKey, userId } = opened.value
  const store = openReadyStore(surroundings, storeKey, true)
  if (!store.ok) return store
  try {
    if (read(store.value, loadOffice) !== null) return fail(refusal('ALREADY_SET_UP', {}))
    // Only now: a new sheet makes the old one worthless, and the old one may hang in a founded office's safe.
    const sheet = opened.value.sheet ? ok(opened.value.sheet) : await sheetFor(surroundings, storeKey)
    if (!sheet.ok) return sheet
    const office = officeIdOf(keys.office.firstSignKey)
    const { login, name, post } = input.user
    const roles = [...(input.user.roles ?? defaultRoles(input.profile))]
    write(store.value, (db) => {
      keepKeys(db, keys)
      keepSheetStanding(db, UNPROVED)
      const actor = { id: userId, name, post }
      const recorder = { office, device: keys.device, actor, at: clock.at(), today: clock.today(), salt: newSalt }
      recordAndApply(db, recorder, newId(), [
        {
          kind: 'office.founded',
          subject: { type: 'office', id: office },
          payload: { office, profile: input.profile },
        },
        { kind: 'user.added', subject: { type: 'user', id: userId }, payload: { login, name, post, roles } },
      ])
    })
    await keepMarks({ disk, paths }, office, keys.device, (work) => read(store.value, work))
    return ok({ office, device: keys.device, user: userId, sheet: sheet.value })
  } finally {
    store.value.close()
    storeKey.fill(0)
  }
}

/** In a small office the first user does everything the office does. */
function defaultRoles(profile: OfficeProfile): readonly Role[] {
  const does = new Set(profile.capacities.map(({ capacity }) => capacity))
  return [
    'administrator',
    ...(does.has('proposes') ? (['clerk', 'secretary'] as const) : []),
    ...(does.has('decides') ? (['reviewer', 'decider'] as const) : []),
    ...(does.has('trains') || does.has('decides') ? (['organiser'] as const) : []),
  ]
}

async function openOrMakeVault(
  { disk, paths, clock, cost }: Surroundings,
  { user, passphrase, profile }: SetUp,
  device: string,
): Promise<
  Result<{ readonly storeKey: Buffer; readonly userId: string; readonly sheet?: readonly string[] }, Refusal>
> {
  const place = { disk, folder: paths.data, ...(cost === undefined ? {} : { cost }) }
  const at = clock.at()
  // A store whose vault is gone is not an empty folder: a new vault would only hide that.
  const described = await describeVault(place)
  if (!described.ok && described.error.code === 'VAULT_MISSING' && (await exists(disk, paths.store)))
    return fail(refuse(described.error))
  const made = await createVault(place, {
    userId: newId(),
    login: user.login,
    passphrase,
    at,
    device,
    officeLabel: profile.name,
  })
  if (made.ok) return made
  if (made.error.code !== 'VAULT_EXISTS') return fail(refuse(made.error))
  const opened = await openWithPassphrase(place, user.login, passphrase)
  if (!opened.ok) return fail(refusal('ALREADY_SET_UP', {}))
  return ok({ storeKey: opened.value.storeKey, userId: opened.value.userId })
}

async function sheetFor(surroundings: Surroundings, storeKey: Buffer): Promise<Result<readonly string[], Refusal>> {
  const { disk, paths, clock, cost } = surroundings
  const place = { disk, folder: paths.data, ...(cost === undefined ? {} : { cost }) }
  const sheet = await newRecoverySheet(place, { storeKey, at: clock.at() })
  return sheet.ok ? sheet : fail(refuse(sheet.error))
}
