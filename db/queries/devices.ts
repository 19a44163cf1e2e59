/**
 * The computers of our office, for the page that lists them: which of them speaks with others, how far each has come.
 */
import type { DeviceRow } from '../../shared/contract/devices.ts'
import {
  devicesInUse,
  exchangeDeviceOf,
  isExchangeDevice,
  nameOfDevice,
  recipientOfDevice,
  type DeviceState,
} from '../../shared/model/devices.ts'
import { loadDevices } from '../load.ts'
import { outgoingForSibling } from '../private/exchange.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/** Every computer that works in our office now, this one first, and then those that were taken out of use. */
export function listDevices(db: ReadDb, self: string): readonly DeviceRow[] {
  const devices = loadDevices(db)
  const inUse = devicesInUse(devices)
  const here = inUse.some(({ id }) => id === self) ? [] : [blank(self)]
  const removed = devices.filter(({ removedOn }) => removedOn !== null)
  const isHub = isExchangeDevice(devices, self)
  const exchange = exchangeDeviceOf(devices)
  return [...here, ...inUse, ...removed]
    .map(({ id, enrolledOn, removedOn }): DeviceRow => {
      const isSelf = id === self
      return {
        device: id,
        name: nameOfDevice(devices, id),
        isSelf,
        isExchange: isSelf ? isHub : id === exchange,
        isPartner: !isSelf && removedOn === null && (isHub || id === exchange),
        isReady: recipientOfDevice(devices, id) !== null,
        enrolledOn,
        removedOn,
        pending: isSelf ? 0 : outgoingForSibling(db, id, false).reduce((sum, { from, to }) => sum + to - from + 1, 0),
        sentAt: lastAt(db, id, 'out'),
        receivedAt: lastAt(db, id, 'in'),
      }
    })
    .toSorted((a, b) => Number(b.isSelf) - Number(a.isSelf) || Number(b.isExchange) - Number(a.isExchange))
}

/** A store that has never shared its office with another says nothing of itself. */
function blank(id: string): Pick<DeviceState, 'id' | 'enrolledOn' | 'removedOn'> {
  return { id, enrolledOn: null, removedOn: null }
}

function lastAt(db: ReadDb, device: string, direction: 'in' | 'out'): string | null {
  const row = prepared<{ at: string }>(
    db,
    'SELECT at FROM bundles WHERE office = ? AND direction = ? ORDER BY number DESC LIMIT 1',
  ).get(device, direction)
  return row?.at ?? null
}
