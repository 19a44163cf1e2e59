/**
 * A computer that asks to be taken into an office. Until it is, it has neither store nor vault: its one-time identity waits
 * in a file beside the marks, under the passphrase that will open this computer afterwards.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { utf8 } from '../../shared/base/canonical.ts'
import { line } from '../../shared/base/fields.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { printDeviceCard } from '../../shared/bundle/device-card.ts'
import { cardDigits, DeviceId, formatDigits } from '../../shared/bundle/format.ts'
import type { DeviceAsked } from '../../shared/contract/devices.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { nameOfDevice } from '../../shared/model/devices.ts'
import { passphraseProblem } from '../../shared/text/passphrase.ts'
import { loadDevices } from '../../db/load.ts'
import { generateIdentity, openWithWords, recipientOf, sealWithPassphrase } from '../bundle/age.ts'
import { tryAnyway, unlessMissing } from '../disk/attempt.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import { ensureFolder } from '../disk/folders.ts'
import { readWhole } from '../disk/streams.ts'
import { newDeviceId } from '../office/keys.ts'
import type { Surroundings, Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { describeVault } from '../vault/vault.ts'

/** What a computer that asked knows of itself. */
export type Asking = { readonly device: string; readonly name: string; readonly identity: string }

const AskingFile = z.strictObject({
  format: z.literal('ket-nap-asking'),
  device: DeviceId,
  name: line(100),
  sealed: z.string(),
})

/**
 * Makes the card of a computer and writes it to a folder. A new computer gets a device id and a one-time identity; one that
 * asks again with the same passphrase has the same card. One that belongs to an office already asks for its keys anew.
 * @param workplace - the unlocked office, or null
 */
export async function askToJoin(
  surroundings: Surroundings,
  workplace: Workplace | null,
  input: { readonly name: string; readonly passphrase?: string | undefined; readonly folder: string },
): Promise<Result<DeviceAsked, Refusal>> {
  if (workplace !== null) {
    const { device, deviceKey, query } = workplace
    const name = nameOfDevice(query(loadDevices), device) ?? input.name
    return showCard(surroundings, { device, name, recipient: deviceKey.recipient }, input.folder)
  }
  const { disk, paths, cost } = surroundings
  const there = await describeVault({ disk, folder: paths.data, ...(cost === undefined ? {} : { cost }) })
  if (there.ok || there.error.code !== 'VAULT_MISSING')
    return fail(there.ok ? refusal('ALREADY_SET_UP', {}) : refuse(there.error))
  const { passphrase = '', name } = input
  const problem = passphraseProblem(passphrase, '')
  if (problem !== undefined) return fail(refuse(problem))
  const before = await readAsking(surroundings, passphrase)
  if (before !== null && before !== 'locked' && before.name === name)
    return showCard(surroundings, { ...before, recipient: await recipientOf(before.identity) }, input.folder)
  const asking: Asking = { device: newDeviceId(), name, identity: await generateIdentity() }
  const sealed = Buffer.from(await sealWithPassphrase(passphrase, utf8(asking.identity), cost)).toString('base64')
  await ensureFolder(disk, paths.marks)
  const text = JSON.stringify({ format: 'ket-nap-asking', device: asking.device, name, sealed })
  const written = await writeFileAtomic(disk, fileIn(paths.marks), utf8(`${text}\n`))
  if (!written.ok) return fail(refuse(written.error))
  return showCard(surroundings, { ...asking, recipient: await recipientOf(asking.identity) }, input.folder)
}

/** What this computer asked with: null where it has not, 'locked' where the passphrase is another one. */
export async function readAsking({ disk, paths }: Surroundings, passphrase: string): Promise<Asking | 'locked' | null> {
  const bytes = await unlessMissing(() => readWhole(disk, fileIn(paths.marks), 100_000))
  const file = bytes === undefined ? null : parsed(Buffer.from(bytes).toString('utf8'))
  if (file === null) return null
  const identity = await openWithWords(passphrase, Buffer.from(file.sealed, 'base64'))
  if (identity === null) return 'locked'
  return { device: file.device, name: file.name, identity: Buffer.from(identity).toString('utf8') }
}

/** True if this computer has asked and waits for its answer. */
export async function isAsking({ disk, paths }: Surroundings): Promise<boolean> {
  return (await unlessMissing(() => disk.stat(fileIn(paths.marks)))) !== undefined
}

/** Forgets the one-time identity: what was sealed to it can never be opened again. */
export async function forgetAsking({ disk, paths }: Surroundings): Promise<void> {
  await tryAnyway(() => disk.unlink(fileIn(paths.marks)))
}

async function showCard(
  { disk }: Surroundings,
  { device, name, recipient }: { readonly device: string; readonly name: string; readonly recipient: string },
  folder: string,
): Promise<Result<DeviceAsked, Refusal>> {
  const card = printDeviceCard({ format: 'kn-device', version: 1, device, name, age_recipient: recipient })
  const file = join(folder, `phieu-may-moi_${device}.json`)
  const written = await writeFileAtomic(disk, file, utf8(card))
  if (!written.ok) return fail(refuse(written.error))
  return ok({ card, device, name, digits: formatDigits(cardDigits(utf8(card))), file })
}

function parsed(text: string): z.infer<typeof AskingFile> | null {
  try {
    return AskingFile.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function fileIn(marks: string): string {
  return join(marks, 'asking.json')
}
