/**
 * The computers of our office, for the page that lists them: which of them speaks with others, how far each has come.
 */
import type { DeviceRow } from '../../shared/contract/devices.ts'
import { typed } from '../../shared/journal/item.ts'
import {
  devicesInUse,
  exchangeDeviceOf,
  heirOf,
  isExchangeDevice,
  nameOfDevice,
  recipientOfDevice,
  selvesOf,
  supersededDevices,
  type DeviceState,
} from '../../shared/model/devices.ts'
import { itemsAbout } from '../journal.ts'
import { loadDevices } from '../load.ts'
import { outgoingForSibling } from '../private/exchange.ts'
import { prepared, type ReadDb } from '../transaction.ts'

/**
 * Every computer that works in our office now, this one first; then those whose data another one goes on with, which may
 * still work; then those that were taken out of use.
 */
export function listDevices(db: ReadDb, self: string): readonly DeviceRow[] {
  const devices = loadDevices(db)
  const inUse = devicesInUse(devices)
  const here = inUse.some(({ id }) => id === self) ? [] : [blank(self)]
  const superseded = supersededDevices(devices).filter(({ id }) => id !== self)
  const removed = devices.filter(({ removedOn }) => removedOn !== null)
  const isHub = isExchangeDevice(devices, self)
  const exchange = exchangeDeviceOf(devices)
  return [...here, ...inUse, ...superseded, ...removed]
    .map(({ id, enrolledOn, removedOn }): DeviceRow => {
      const isSelf = id === self
      const isUsed = removedOn === null && !superseded.some((one) => one.id === id)
      return {
        device: id,
        name: nameOfDevice(devices, id),
        isSelf,
        isExchange: isSelf ? isHub : id === exchange,
        isPartner: !isSelf && isUsed && (isHub || id === exchange),
        ...lineageOf(db, devices, isUsed ? inUse : [], id),
        isReady: recipientOfDevice(devices, id) !== null,
        enrolledOn,
        removedOn,
        pending: isSelf
          ? 0
          : outgoingForSibling(db, id, false, self).reduce((sum, { from, to }) => sum + to - from + 1, 0),
        sentAt: lastAt(db, id, 'out'),
        receivedAt: lastAt(db, id, 'in'),
      }
    })
    .toSorted((a, b) => Number(b.isSelf) - Number(a.isSelf) || Number(b.isExchange) - Number(a.isExchange))
}

/**
 * Whose data a computer goes on with, and who else does.
 * @param others - who may: nobody does beside one that is not used any more
 */
function lineageOf(
  db: ReadDb,
  devices: readonly DeviceState[],
  others: readonly DeviceState[],
  id: string,
): Pick<DeviceRow, 'wentOn' | 'former' | 'twins' | 'heir'> {
  const former = [...selvesOf(devices, id)].filter((self) => self !== id)
  const root = former.at(-1) ?? id
  const twins = others.filter((other) => other.id !== id && selvesOf(devices, other.id).has(root))
  const heir = heirOf(devices, id)
  return {
    wentOn: former.length === 0 ? null : wentOnAt(db, id),
    former,
    twins: twins.map((other) => other.id),
    heir: heir === id ? null : heir,
  }
}

/** When a computer began to go on with older data, and how it came by it. */
function wentOnAt(db: ReadDb, id: string): DeviceRow['wentOn'] {
  for (const item of itemsAbout(db, 'device', id)) {
    const fact = typed(item)
    if (fact.kind !== 'device.opened' || fact.payload.reason === 'enrolled') continue
    return { how: fact.payload.reason, on: item.entry.at.slice(0, 10) }
  }
  return null
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
