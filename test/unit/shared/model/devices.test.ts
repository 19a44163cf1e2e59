/** Which computer speaks for an office, through claims, copies and removals. */
import { expect, test } from 'vitest'
import {
  devicesInUse,
  exchangeDeviceOf,
  foldDevice,
  isExchangeDevice,
  isRemoved,
  nameOfDevice,
  recipientOfDevice,
  selvesOf,
  type DeviceState,
} from '../../../../shared/model/devices.ts'
import { deviceId, idOf, itemsFrom, type ItemPlan } from '../../../support/journal-kit.ts'

const AGE = `age1${'q'.repeat(58)}`
const [A, B, COPY] = [deviceId('a'), deviceId('b'), deviceId('c')]

/** The devices as entries in this order tell of them. */
function devices(...told: readonly (readonly [string, string, object])[]): readonly DeviceState[] {
  const items = itemsFrom(
    told.map(([id, kind, payload], place): ItemPlan => ({
      kind,
      payload,
      id: idOf(place + 1),
      subject: { type: 'device', id },
      device: id,
    })),
  )
  return [...new Set(told.map(([id]) => id))].flatMap(
    (id) =>
      foldDevice(
        id,
        items.filter(({ entry }) => entry.subject.id === id),
      ) ?? [],
  )
}

const claims = (name: string) => ({ name, recipient: AGE, exchanges: true })
const joined = [
  [A, 'device.described', claims('Máy một')],
  [B, 'device.enrolled', { name: 'Máy hai', recipient: AGE }],
  [B, 'device.opened', { reason: 'enrolled', from: [] }],
  [B, 'device.described', { name: 'Máy hai', recipient: AGE }],
] as const

test('an office of one computer speaks for itself, also after it was restored', () => {
  expect(isExchangeDevice([], A)).toBe(true)
  const restored = devices([COPY, 'device.opened', { reason: 'restored', was: A, from: [] }])
  expect(isExchangeDevice(restored, COPY)).toBe(true)
  expect(exchangeDeviceOf(restored)).toBeNull()
  expect([...selvesOf(restored, COPY)].toSorted()).toEqual([A, COPY])
})

test('a computer that was taken in leaves speaking to the one that took it in', () => {
  const both = devices(...joined)
  expect([isExchangeDevice(both, A), isExchangeDevice(both, B)]).toEqual([true, false])
  expect(exchangeDeviceOf(both)).toBe(A)
  expect(devicesInUse(both).map(({ id }) => id)).toEqual([A, B])
  expect(both.find(({ id }) => id === B)).toMatchObject({ isEnrolled: true, enrolledOn: '2024-01-15' })
})

test('even before it has heard who speaks, a computer that was taken in does not', () => {
  const alone = devices([B, 'device.opened', { reason: 'enrolled', from: [] }])
  expect(isExchangeDevice(alone, B)).toBe(false)
  const copied = devices(
    [B, 'device.opened', { reason: 'enrolled', from: [] }],
    [COPY, 'device.opened', { reason: 'copied', was: B, from: [] }],
  )
  expect(isExchangeDevice(copied, COPY)).toBe(false)
})

test('the last to say so speaks, and whoever goes on for it', () => {
  const taken = devices(...joined, [B, 'device.described', { ...claims('Máy hai'), reason: 'Máy một hỏng' }])
  expect([isExchangeDevice(taken, A), isExchangeDevice(taken, B)]).toEqual([false, true])
  const restored = devices(...joined, [COPY, 'device.opened', { reason: 'restored', was: A, from: [] }])
  expect([isExchangeDevice(restored, A), isExchangeDevice(restored, COPY)]).toEqual([false, true])
  expect(exchangeDeviceOf(restored)).toBe(COPY)
  expect([nameOfDevice(restored, COPY), recipientOfDevice(restored, COPY)]).toEqual(['Máy một', AGE])
  expect(devicesInUse(restored).map(({ id }) => id)).toEqual([B, COPY])
})

test('a computer taken out of use stays so under every id it takes, until it is taken in again', () => {
  const removed = devices(...joined, [B, 'device.removed', { reason: 'Mất máy' }])
  expect([isRemoved(removed, B), isRemoved(removed, A)]).toEqual([true, false])
  expect(devicesInUse(removed).map(({ id }) => id)).toEqual([A])
  const copied = devices(
    ...joined,
    [B, 'device.removed', { reason: 'Mất máy' }],
    [COPY, 'device.opened', { reason: 'copied', was: B, from: [] }],
  )
  expect(isRemoved(copied, COPY)).toBe(true)
  const takenIn = devices(
    ...joined,
    [B, 'device.removed', { reason: 'Mất máy' }],
    [COPY, 'device.opened', { reason: 'copied', was: B, from: [] }],
    [COPY, 'device.enrolled', { name: 'Máy hai', recipient: AGE }],
  )
  expect([isRemoved(takenIn, B), isRemoved(takenIn, COPY)]).toEqual([true, false])
  expect(devicesInUse(takenIn).map(({ id }) => id)).toEqual([A, COPY])
  const again = devices(
    ...joined,
    [B, 'device.removed', { reason: 'Mất máy' }],
    [B, 'device.enrolled', { name: 'Máy hai', recipient: AGE }],
  )
  expect(isRemoved(again, B)).toBe(false)
})

test('devices that name each other as what they were end nowhere, and hang nobody', () => {
  const circle = devices(
    [A, 'device.opened', { reason: 'copied', was: B, from: [] }],
    [B, 'device.opened', { reason: 'copied', was: A, from: [] }],
    [A, 'device.described', claims('Máy một')],
  )
  expect([A, B]).toContain(exchangeDeviceOf(circle))
  expect(nameOfDevice(circle, B)).toBe('Máy một')
})
