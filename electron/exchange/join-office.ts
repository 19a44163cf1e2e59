/**
 * Becoming a device of an office: its keys are opened with the identity of this computer's card, the digits of the office
 * are those a person has read at the exchange device, and everything is made ready beside the data folder and moved in by
 * one rename. Nothing of the one-time identity is left afterwards.
 */
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { KEYS_ENDING, parseKeysFile, type OfficeKeysFile } from '../../shared/bundle/device-card.ts'
import { digitsOf, officeIdOf, parseCard, type PairingCard } from '../../shared/bundle/format.ts'
import type { Joined } from '../../shared/contract/devices.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { loadOffice, loadUsers } from '../../db/load.ts'
import { channelRows } from '../../db/journal.ts'
import { keepSheetStanding, UNPROVED } from '../../db/private/recovery-sheet.ts'
import { recordAndApply } from '../../db/run-command.ts'
import { read, write } from '../../db/transaction.ts'
import { openBytes, recipientOf } from '../bundle/age.ts'
import { attemptBundle } from '../bundle/fault.ts'
import { findSets, type FoundSet } from '../bundle/find-sets.ts'
import { listFiles } from '../bundle/list-files.ts'
import { signKeyOf } from '../bundle/minisign.ts'
import { attempt, tryAnyway, unlessMissing } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { ensureFolder, removeTree } from '../disk/folders.ts'
import { judgeDataFolder } from '../disk/place.ts'
import { readWhole } from '../disk/streams.ts'
import { keepHandedOver, keepKeys, makeKeys, readDeviceKey, readKeys } from '../office/keys.ts'
import { keepMarks } from '../office/marks.ts'
import { isOwnCard } from '../bundle/renewals.ts'
import {
  becomeDevice,
  openReadyStore,
  recorderOf,
  scansOf,
  type Surroundings,
  type Workplace,
} from '../office/workplace.ts'
import { pathsOf } from '../paths.ts'
import { newId } from '../new-id.ts'
import { refuse } from '../refuse.ts'
import { createVault } from '../vault/vault.ts'
import { forgetAsking, readAsking, type Asking } from './ask-to-join.ts'
import type { Receiving } from './read-anew.ts'
import { takeSet } from './take-set.ts'
import { typedDigits } from './pairing.ts'
import type { JobControl } from './write-outgoing.ts'

/** How a computer joins. `login`: of an administrator of the office; `digits`: of the office's card, read at the exchange device. */
export type JoinInput = {
  readonly folder: string
  readonly digits: string
  readonly login: string
  readonly passphrase: string
}

/** Makes this computer a device of the office whose answer lies in a folder. */
export async function joinOffice(
  surroundings: Surroundings,
  input: JoinInput,
  control: JobControl,
): Promise<Result<Joined, Refusal>> {
  const { disk, paths } = surroundings
  const place = await judgeDataFolder(paths.data, disk)
  if (!place.ok) return fail(refuse(place.error))
  const there = (await unlessMissing(() => disk.readdir(paths.data))) ?? []
  if (there.length > 0) return fail(refusal('FOLDER_NOT_EMPTY', { folder: paths.data }))
  const asking = await readAsking(surroundings, input.passphrase)
  if (asking === null) return fail(refusal('DEVICE_NOT_ASKED', {}))
  if (asking === 'locked') return fail(refusal('DEVICE_PASSPHRASE_DIFFERS', {}))
  const keys = await openKeys(disk, input, asking)
  if (!keys.ok) return keys
  const set = await enrolmentIn(disk, input.folder, control)
  if (!set.ok) return set
  const staging = `${paths.data}.joining`
  const ready: Surroundings = { ...surroundings, paths: pathsOf(staging, paths.marks) }
  const done = await attempt(async (): Promise<Result<Joined, Refusal>> => {
    await removeTree(disk, staging)
    await ensureFolder(disk, staging)
    try {
      const joined = await fill(ready, input, asking, keys.value, set.value, control)
      if (!joined.ok) return joined
      await tryAnyway(() => disk.rmdir(paths.data))
      await ensureFolder(disk, dirname(paths.data))
      await disk.rename(staging, paths.data)
      await disk.fsyncDir(dirname(paths.data))
      return joined
    } finally {
      await removeTree(disk, staging)
    }
  })
  if (!done.ok) return fail(refuse(done.error))
  if (done.value.ok) await forgetAsking(surroundings)
  return done.value
}

/** Takes the office's keys anew, at a device that has older ones. Everybody unlocks again. */
export async function adoptKeys(
  workplace: Workplace,
  input: Pick<JoinInput, 'folder' | 'digits'>,
): Promise<Result<{ readonly device: string }, Refusal>> {
  const { device, deviceKey, disk, store } = workplace
  const asking = { device, name: '', identity: deviceKey.identity }
  const keys = await openKeys(disk, input, asking)
  if (!keys.ok) return keys
  if (keys.value.card.office !== workplace.keys.office) return fail(refusal('ENROLMENT_NOT_FOUND', {}))
  write(store, (db) => keepHandedOver(db, secretOf(keys.value)))
  return ok({ device })
}

/** The office's keys as they came, and its card. */
type HandedOver = { readonly file: OfficeKeysFile; readonly card: PairingCard }

/** Finds the keys that were sealed to this computer, and believes them only with the digits of the office's card. */
async function openKeys(
  disk: Disk,
  { folder, digits }: Pick<JoinInput, 'folder' | 'digits'>,
  { device, identity }: Asking,
): Promise<Result<HandedOver, Refusal>> {
  let isOther = false
  for (const path of await keysFilesIn(disk, folder)) {
    const bytes = await attempt(() => readWhole(disk, path, 1_000_000))
    if (!bytes.ok || bytes.value === undefined) continue
    const opened = await openBytes([identity], bytes.value, { single: true })
    const file = opened.ok ? parseKeysFile(Buffer.from(opened.value).toString('utf8')) : null
    const card = file === null ? null : parseCard(file.card)
    if (file === null || card === null || file.device !== device || !(await areKeysOf(file, card))) continue
    if (typedDigits(digits) === digitsOf(card)) return ok({ file, card })
    // Older keys for this computer may lie beside those that are meant.
    isOther = true
  }
  return fail(isOther ? refusal('DEVICE_DIGITS_DIFFER', {}) : refusal('ENROLMENT_NOT_FOUND', {}))
}

/** True if keys are those that a card tells of: the digits of the card then stand for the keys as well. */
export async function areKeysOf(file: OfficeKeysFile, card: PairingCard): Promise<boolean> {
  const newest = file.identities.at(-1)
  const { seed, key_number: keyNumber } = file.sign
  try {
    return (
      officeIdOf(file.first_sign_key) === card.office &&
      signKeyOf({ seed, keyNumber }) === card.sign_key &&
      newest !== undefined &&
      (await recipientOf(newest)) === card.age_recipient
    )
  } catch {
    // A seed or an identity that is none.
    return false
  }
}

/** Files of keys in a folder and in those right below it: on a stick they lie in our own folder there. */
async function keysFilesIn(disk: Disk, folder: string): Promise<readonly string[]> {
  const listed = await attemptBundle(() => listFiles(disk, folder, { depth: 1 }))
  return listed.ok ? listed.value.files.flatMap(({ name, path }) => (name.endsWith(KEYS_ENDING) ? [path] : [])) : []
}

async function enrolmentIn(
  disk: Disk,
  folder: string,
  { signal }: JobControl,
): Promise<Result<readonly FoundSet[], Refusal>> {
  const found = await findSets(disk, folder, signal === undefined ? {} : { signal })
  if (!found.ok) return fail(refuse(found.error))
  return found.value.sets.length === 0 ? fail(refusal('ENROLMENT_NOT_FOUND', {})) : ok(found.value.sets)
}

/** Makes store, scans and vault of the new device in a folder of their own. */
async function fill(
  ready: Surroundings,
  input: JoinInput,
  asking: Asking,
  handed: HandedOver,
  sets: readonly FoundSet[],
  control: JobControl,
): Promise<Result<Joined, Refusal>> {
  const storeKey = randomBytes(32)
  const opened = openReadyStore(ready, storeKey, true)
  if (!opened.ok) return opened
  const store = opened.value
  try {
    const fresh = await makeKeys()
    write(store, (db) => {
      keepKeys(db, { ...fresh, office: secretOf(handed), device: asking.device })
    })
    const keys = await readKeys((work) => read(store, work))
    if (keys === null) throw new Error('keys that were just kept')
    const { office } = handed.card
    const receiving: Receiving = {
      ...ready,
      store,
      keys: keys.office,
      device: asking.device,
      // Only the enrolment is sealed to the one-time identity; from then on the device has one of its own.
      deviceKey: { identity: asking.identity, recipient: await recipientOf(asking.identity) },
      scans: scansOf(ready, keys.scans),
      recorder: () => ({
        office,
        device: asking.device,
        actor: { id: 'enrolment', name: asking.name, post: '' },
        at: ready.clock.at(),
        today: ready.clock.today(),
        salt: () => randomBytes(16).toString('base64url'),
      }),
      query: (work) => read(store, work),
      notice: async () => false,
    }
    const taken = await takeEnrolment(receiving, input.folder, sets, control)
    if (!taken.ok) return taken
    const user = read(store, loadUsers).find(
      ({ disabled, user: { login } }) =>
        !disabled && login.toLowerCase() === input.login.trim().normalize('NFC').toLowerCase(),
    )
    if (user === undefined || !user.user.roles.includes('administrator'))
      return fail(refusal('DEVICE_NEEDS_ADMINISTRATOR', { login: input.login }))
    const vault = await createVault(
      { disk: ready.disk, folder: ready.paths.data, ...(ready.cost === undefined ? {} : { cost: ready.cost }) },
      {
        userId: user.id,
        login: user.user.login,
        passphrase: input.passphrase,
        at: ready.clock.at(),
        device: asking.device,
        officeLabel: handed.card.name,
        storeKey,
      },
    )
    if (!vault.ok) return fail(refuse(vault.error))
    const deviceKey = await readDeviceKey(
      (work) => read(store, work),
      (work) => write(store, work),
    )
    const recorder = recorderOf(ready, office, asking.device, user)
    becomeDevice(store, recorder, 'enrolled')
    write(store, (db) => {
      keepSheetStanding(db, UNPROVED)
      const subject = { type: 'device', id: asking.device } as const
      const payload = { name: asking.name, recipient: deviceKey.recipient }
      recordAndApply(db, recorder, newId(), [{ kind: 'device.described', subject, payload }])
    })
    await keepMarks(ready, office, asking.device, (work) => read(store, work))
    vault.value.storeKey.fill(0)
    const entries = read(store, (db) => channelRows(db).reduce((sum, { seq }) => sum + seq, 0))
    const name = read(store, loadOffice)?.profile.name ?? handed.card.name
    return ok({ office, name, device: asking.device, login: user.user.login, entries, sheet: vault.value.sheet })
  } finally {
    store.close()
    storeKey.fill(0)
  }
}

/** Takes the one set in that is the enrolment of this computer. */
async function takeEnrolment(
  receiving: Receiving,
  folder: string,
  sets: readonly FoundSet[],
  control: JobControl,
): Promise<Result<null, Refusal>> {
  let reason: Refusal = refusal('ENROLMENT_NOT_FOUND', {})
  for (const set of sets) {
    const outcome = await takeSet(receiving, { folder }, set, control, false)
    if (outcome.outcome === 'imported') return ok(null)
    if (outcome.outcome === 'refused' && outcome.refusal !== null) reason = outcome.refusal
  }
  return fail(reason)
}

function secretOf({ file, card }: HandedOver) {
  const { sign, identities, first_sign_key, former_sign_keys } = file
  return {
    sign: { seed: sign.seed, keyNumber: sign.key_number },
    identities: [...identities],
    firstSignKey: first_sign_key,
    formerSignKeys: [...former_sign_keys],
    ...(card.renewals === undefined || !isOwnCard(card) ? {} : { renewals: card.renewals }),
  }
}
