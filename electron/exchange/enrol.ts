/**
 * Taking a further computer into the office, at the exchange device: its card is read, the digits on its screen are typed
 * here, then everything we hold and the office's keys are written, sealed to the recipient of its card.
 */
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { utf8 } from '../../shared/base/canonical.ts'
import {
  keysFileName,
  parseDeviceCard,
  printDeviceCard,
  printKeysFile,
  type DeviceCard,
} from '../../shared/bundle/device-card.ts'
import { cardDigits } from '../../shared/bundle/format.ts'
import type { Draft } from '../../shared/commands/command.ts'
import type { DeviceCardRead, Enrolled } from '../../shared/contract/devices.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { exchangeDeviceOf } from '../../shared/model/devices.ts'
import { loadDevices, loadOffice } from '../../db/load.ts'
import { outgoingForSibling } from '../../db/private/exchange.ts'
import { recordAndApply } from '../../db/run-command.ts'
import { isRecipient, sealBytes } from '../bundle/age.ts'
import { carrierError } from '../bundle/fault.ts'
import { attempt } from '../disk/attempt.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import { readWhole } from '../disk/streams.ts'
import { keysToHandOver } from '../office/keys.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { readyFolder } from './carrier.ts'
import { makeCard, typedDigits } from './pairing.ts'
import { notTheExchangeDevice } from './role.ts'
import { selfDescription, sibling } from './siblings.ts'
import { recordForSet } from './too-many-lines.ts'
import { writeOutgoing, type JobControl } from './write-outgoing.ts'

/** The largest file that is read as a device card. */
const CARD_BYTES = 10_000

/** Says which computer a card is of; nothing is taken in. */
export async function readDeviceCard(
  workplace: Workplace,
  { file }: { readonly file: string },
): Promise<Result<DeviceCardRead, Refusal>> {
  const read = await attempt(() => readWhole(workplace.disk, file, CARD_BYTES))
  if (!read.ok) return fail(refuse(read.error))
  const card = soundCard(Buffer.from(read.value ?? []).toString('utf8'))
  if (card === null) return fail(refusal('DEVICE_CARD_UNREADABLE', {}))
  if (card.device === workplace.device) return fail(refusal('DEVICE_IS_SELF', {}))
  const known = workplace.query(loadDevices).some(({ id, enrolledOn }) => id === card.device && enrolledOn !== null)
  return ok({ card: printDeviceCard(card), device: card.device, name: card.name, isKnown: known })
}

/**
 * Writes the enrolment of a computer.
 * @param input - `digits`: as they stand on the screen of that computer; `ownName`: what this computer is called, where it
 *   has never said so
 */
export async function enrolDevice(
  workplace: Workplace,
  input: {
    readonly card: string
    readonly digits: string
    readonly folder: string
    readonly ownName?: string | undefined
  },
  callId: string,
  control: JobControl,
): Promise<Result<Enrolled, Refusal>> {
  const other = notTheExchangeDevice(workplace)
  if (other !== null) return fail(other)
  const card = soundCard(input.card)
  if (card === null) return fail(refusal('DEVICE_CARD_UNREADABLE', {}))
  if (card.device === workplace.device) return fail(refusal('DEVICE_IS_SELF', {}))
  if (typedDigits(input.digits) !== cardDigits(utf8(printDeviceCard(card))))
    return fail(refusal('DEVICE_DIGITS_DIFFER', {}))
  const office = workplace.query(loadOffice)
  const own = await makeCard(workplace, undefined)
  if (!own.ok || office === null) return own.ok ? fail(refusal('NOT_SET_UP', {})) : own
  const folder = await readyFolder(workplace, input.folder)
  if (!folder.ok) return folder
  const enrolled = recordForSet(
    workplace,
    (db) => ok(recordAndApply(db, workplace.recorder(), callId, enrolment(workplace, card, input.ownName))),
    'enrol',
    (db) => outgoingForSibling(db, card.device, true, workplace.device),
  )
  if (!enrolled.ok) return enrolled
  const keys = await writeKeys(workplace, card, own.value.card, folder.value, office.profile.code)
  if (!keys.ok) return keys
  const devices = workplace.query(loadDevices)
  const to = sibling(workplace, devices, card.device, 'enrol', card.age_recipient)
  const at = workplace.clock.at()
  // From the first line: whoever asks holds nothing, or no longer knows what it holds.
  const written = await writeOutgoing(workplace, to, folder.value, true, control)
  if (!written.ok) return written
  return ok({
    sets: [written.value],
    stopped: null,
    folder: folder.value,
    at,
    name: card.name,
    digits: own.value.digits,
  })
}

/** The first enrolment is also the first word of the exchange device about itself: the new one must know where to send. */
function enrolment(workplace: Workplace, card: DeviceCard, ownName: string | undefined): readonly Draft[] {
  const isKnown = exchangeDeviceOf(workplace.query(loadDevices)) === workplace.device
  const enrolled: Draft = {
    kind: 'device.enrolled',
    subject: { type: 'device', id: card.device },
    payload: { name: card.name, recipient: card.age_recipient },
  }
  return [...(isKnown ? [] : [selfDescription(workplace, { name: ownName, exchanges: true })]), enrolled]
}

/** Seals the office's keys to a computer, beside its set; written first, so that a set that is there can be opened. */
async function writeKeys(
  workplace: Workplace,
  { device, age_recipient: recipient }: DeviceCard,
  card: string,
  folder: string,
  code: string,
): Promise<Result<null, Refusal>> {
  const { sign, identities, firstSignKey, formerSignKeys = [] } = workplace.query(keysToHandOver)
  const text = printKeysFile({
    format: 'kn-keys',
    version: 1,
    device,
    card,
    identities,
    sign: { seed: sign.seed, key_number: sign.keyNumber },
    first_sign_key: firstSignKey,
    former_sign_keys: formerSignKeys,
  })
  const sealed = await sealBytes([recipient], utf8(text))
  const written = await writeFileAtomic(workplace.disk, join(folder, keysFileName(code, device)), sealed)
  return written.ok ? ok(null) : fail(refuse(carrierError(written.error)))
}

/** The card in a text as people pass it on: an editor or a mail program may change its ends, and nothing else. */
function soundCard(text: string): DeviceCard | null {
  const card = parseDeviceCard(`${text.replace(/^\uFEFF/, '').trim()}\n`)
  return card !== null && isRecipient(card.age_recipient) ? card : null
}
