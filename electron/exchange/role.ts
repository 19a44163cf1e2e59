/**
 * Which computer of an office speaks with other offices. The others hand their lines to it and get everything from it;
 * if each wrote to the superior by itself, nobody could say what the superior has.
 */
import { isExchangeDevice, exchangeDeviceOf, nameOfDevice } from '../../shared/model/devices.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { loadDevices } from '../../db/load.ts'
import type { Workplace } from '../office/workplace.ts'

/** The refusal of what only the exchange device does; null on that device. */
export function notTheExchangeDevice({ query, device }: Pick<Workplace, 'query' | 'device'>): Refusal | null {
  const devices = query(loadDevices)
  if (isExchangeDevice(devices, device)) return null
  const exchange = exchangeDeviceOf(devices)
  return refusal('NOT_EXCHANGE_DEVICE', { name: exchange === null ? null : nameOfDevice(devices, exchange) })
}
