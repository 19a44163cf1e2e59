/**
 * Exchange between the devices of one office: everything each holds, from what the other has acknowledged. The exchange
 * device writes to every other one, and they to it alone. Also who takes over when that device is gone.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Draft } from '../../shared/commands/command.ts'
import type { ExportAnswer } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import {
  devicesInUse,
  exchangeDeviceOf,
  heirOf,
  isExchangeDevice,
  isRemoved,
  nameOfDevice,
  recipientOfDevice,
  type DeviceState,
} from '../../shared/model/devices.ts'
import { FIRST_DEVICE } from '../../shared/words/exchange.ts'
import { loadDevices, loadOffice } from '../../db/load.ts'
import { haveOfAll, outgoingForSibling } from '../../db/private/exchange.ts'
import { recordAndApply } from '../../db/run-command.ts'
import { write } from '../../db/transaction.ts'
import { goOnAsNew } from '../office/old-backup.ts'
import type { Workplace } from '../office/workplace.ts'
import { readyFolder } from './carrier.ts'
import { notTheExchangeDevice } from './role.ts'
import { writeAll } from './write-all.ts'
import type { Addressee, JobControl } from './write-outgoing.ts'

/**
 * Writes a set for other devices of our office: for the named one, or else for all this device exchanges with.
 * @param input - `full`: from line 1, whatever was acknowledged
 */
export async function exportToSiblings(
  workplace: Workplace,
  input: { readonly device?: string | undefined; readonly folder: string; readonly full?: boolean | undefined },
  control: JobControl,
): Promise<Result<ExportAnswer, Refusal>> {
  const { device: self, query } = workplace
  const devices = query(loadDevices)
  const asked = siblingsOf(devices, self).filter(({ id }) => input.device === undefined || id === input.device)
  if (asked.length === 0) return fail(refusal('DEVICE_UNKNOWN', {}))
  // One that has not sent its first set yet does not keep the others from theirs.
  const targets = asked.filter(({ id }) => recipientOfDevice(devices, id) !== null)
  if (targets.length === 0)
    return fail(refusal('DEVICE_NOT_READY', { names: asked.map(({ id }) => nameOfDevice(devices, id) ?? id) }))
  const office = query(loadOffice)
  if (office === null) return fail(refusal('NOT_SET_UP', {}))
  const folder = await readyFolder(workplace, input.folder)
  if (!folder.ok) return folder
  const addressees = targets.map(({ id }) =>
    sibling(workplace, devices, id, 'sibling', recipientOfDevice(devices, id) ?? ''),
  )
  return writeAll(workplace, addressees, folder.value, input.full === true, control)
}

/** Those of our devices that a device exchanges with: all others for the exchange device, and it alone for them. */
export function siblingsOf(devices: readonly DeviceState[], self: string): readonly DeviceState[] {
  const others = devicesInUse(devices).filter(({ id }) => id !== self)
  if (isExchangeDevice(devices, self)) return others
  const exchange = exchangeDeviceOf(devices)
  return others.filter(({ id }) => id === exchange)
}

/**
 * Another device of our office as whom a set is for.
 * @param recipient - what the set is sealed to: the device's own, or the one of its card
 */
export function sibling(
  { keys, query, device: self }: Workplace,
  devices: readonly DeviceState[],
  device: string,
  kind: 'sibling' | 'enrol',
  recipient: string,
): Addressee {
  return {
    key: device,
    name: nameOfDevice(devices, device) ?? device,
    to: { office: keys.office, code: query(loadOffice)?.profile.code ?? '', age_recipient: recipient },
    device,
    kind,
    outgoing: (db, full) => outgoingForSibling(db, device, full, self),
    have: haveOfAll,
  }
}

/**
 * Makes this device the one that speaks with other offices, after the one that did is gone. One that a copy of its data goes
 * on for becomes a new device first: whatever its old id says would count as the copy's word.
 * @param input - `name`: what it is called from now on, where it has no name yet
 */
export async function takeExchange(
  workplace: Workplace,
  input: { readonly reason: string; readonly name?: string | undefined },
  callId: string,
): Promise<Result<{ readonly device: string }, Refusal>> {
  const devices = workplace.query(loadDevices)
  if (exchangeDeviceOf(devices) === workplace.device) return fail(refusal('NOTHING_CHANGED', {}))
  if (heirOf(devices, workplace.device) !== workplace.device) await goOnAsNew(workplace)
  recordOwn(workplace, callId, [selfDescription(workplace, { ...input, exchanges: true })])
  return ok({ device: workplace.device })
}

/** Takes another device out of use: nothing of it is taken in any more. Who has it has the office's keys: they are renewed. */
export function removeDevice(
  workplace: Workplace,
  input: { readonly device: string; readonly reason: string },
  callId: string,
): Result<{ readonly device: string }, Refusal> {
  const other = notTheExchangeDevice(workplace)
  if (other !== null) return fail(other)
  const devices = workplace.query(loadDevices)
  const { device, reason } = input
  const isWorking = devices.some(({ id }) => id === device) && !isRemoved(devices, device)
  // With one that a copy goes on for the copy would go, too: that one is taken out of use.
  const isCurrent = heirOf(devices, device) === device
  if (!isWorking || !isCurrent || device === workplace.device) return fail(refusal('DEVICE_UNKNOWN', {}))
  recordOwn(workplace, callId, [
    { kind: 'device.removed', subject: { type: 'device', id: device }, payload: { reason } },
  ])
  return ok({ device })
}

/** What this device says of itself. */
export function selfDescription(
  { device, deviceKey, query }: Workplace,
  input: { readonly name?: string | undefined; readonly reason?: string; readonly exchanges?: true },
): Draft {
  const name = input.name ?? nameOfDevice(query(loadDevices), device) ?? FIRST_DEVICE
  const { reason, exchanges } = input
  const payload = {
    name,
    recipient: deviceKey.recipient,
    ...(exchanges === undefined ? {} : { exchanges }),
    ...(reason === undefined ? {} : { reason }),
  }
  return { kind: 'device.described', subject: { type: 'device', id: device }, payload }
}

/** Records entries of the program's own, as one call of the unlocked user. */
function recordOwn(workplace: Workplace, callId: string, drafts: readonly Draft[]): void {
  const recorder = workplace.recorder()
  write(workplace.store, (db) => recordAndApply(db, recorder, callId, drafts))
}
