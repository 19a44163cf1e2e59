/**
 * The computers of one office. Each is a device with channels of its own; one of them, the exchange device, speaks with
 * other offices for all. A restored or copied store is a new device that goes on for the one it was.
 */
import { compareText } from '../base/compare.ts'
import { inOrder, typed, type Item } from '../journal/item.ts'

/** A device as its entries tell of it. */
export type DeviceState = {
  readonly id: string
  /** The device it goes on for: of a restored or a copied store. */
  readonly was: string | null
  /** It came into the office by an enrolment, and is not the exchange device unless it says so. */
  readonly isEnrolled: boolean
  readonly name: string | null
  /** Where sets between the office's devices are sealed to; null until the device has said it. */
  readonly recipient: string | null
  /** Day on which its enrolment was written; null for the first one. */
  readonly enrolledOn: string | null
  /** Day from which nothing of it is taken in any more. */
  readonly removedOn: string | null
  /** Place in the history of its newest word that it is the exchange device. */
  readonly claim: Moment | null
  /** Place in the history of its first word. */
  readonly began: Moment
}

/** A place in the history: (tick, entry id). */
export type Moment = { readonly tick: number; readonly entry: string }

/** Folds the items about one device; null where there are none. */
export function foldDevice(id: string, items: readonly Item[]): DeviceState | null {
  const [first, ...rest] = inOrder(items)
  if (first === undefined) return null
  let state: DeviceState = {
    id,
    was: null,
    isEnrolled: false,
    name: null,
    recipient: null,
    enrolledOn: null,
    removedOn: null,
    claim: null,
    began: momentOf(first),
  }
  for (const item of [first, ...rest]) state = { ...state, ...told(state, item) }
  return state
}

function told(state: DeviceState, item: Item): Partial<DeviceState> {
  const fact = typed(item)
  const day = item.entry.at.slice(0, 10)
  switch (fact.kind) {
    case 'device.opened':
      return { was: fact.payload.was ?? null, isEnrolled: state.isEnrolled || fact.payload.reason === 'enrolled' }
    case 'device.described': {
      const { name, recipient, exchanges } = fact.payload
      return { name, recipient, ...(exchanges === true ? { claim: momentOf(item) } : {}) }
    }
    case 'device.enrolled':
      return { enrolledOn: day, removedOn: null, name: state.name ?? fact.payload.name }
    case 'device.removed':
      return { removedOn: day }
    default:
      return {}
  }
}

/** True if this device speaks with other offices: the one that said so last, or else every one that was not enrolled. */
export function isExchangeDevice(devices: readonly DeviceState[], self: string): boolean {
  const claimant = lastClaimant(devices)
  if (claimant !== null) return heirOf(devices, claimant) === self
  return !lineOf(devices, self).some(({ isEnrolled }) => isEnrolled)
}

/** The device that speaks with other offices; null where none has ever said so. */
export function exchangeDeviceOf(devices: readonly DeviceState[]): string | null {
  const claimant = lastClaimant(devices)
  return claimant === null ? null : heirOf(devices, claimant)
}

/** The devices an office works with now: neither removed nor gone on as another. */
export function devicesInUse(devices: readonly DeviceState[]): readonly DeviceState[] {
  return devices
    .filter(({ id, removedOn }) => removedOn === null && heirOf(devices, id) === id)
    .filter(({ id }) => nameOfDevice(devices, id) !== null)
}

/**
 * Working computers whose data another one goes on with, as far as is heard of them: each may still work beside its copy.
 * What became of the exchange device is told with whoever speaks now.
 */
export function supersededDevices(devices: readonly DeviceState[]): readonly DeviceState[] {
  const exchange = exchangeDeviceOf(devices)
  const speakers = exchange === null ? null : selvesOf(devices, exchange)
  return devices
    .filter(({ id }) => heirOf(devices, id) !== id && !isRemoved(devices, id) && speakers?.has(id) === false)
    .filter(({ id }) => nameOfDevice(devices, id) !== null)
}

/** What a device is called: by itself, or by the one it goes on for. */
export function nameOfDevice(devices: readonly DeviceState[], id: string): string | null {
  return lineOf(devices, id).find(({ name }) => name !== null)?.name ?? null
}

/** Where sets for a device are sealed to; null until it is known. */
export function recipientOfDevice(devices: readonly DeviceState[], id: string): string | null {
  return lineOf(devices, id).find(({ recipient }) => recipient !== null)?.recipient ?? null
}

/** True if a device was taken out of use, or one it goes on for, and it was not taken in under its own id. */
export function isRemoved(devices: readonly DeviceState[], id: string): boolean {
  const last = lineOf(devices, id).find(({ removedOn, enrolledOn }) => removedOn !== null || enrolledOn !== null)
  return last !== undefined && last.removedOn !== null
}

/** The ids a device has gone by: its own, and those of the devices it goes on for. */
export function selvesOf(devices: readonly DeviceState[], id: string): ReadonlySet<string> {
  // The first of them may never have said a word of itself.
  return new Set([id, ...lineOf(devices, id).flatMap((device) => [device.id, device.was ?? device.id])])
}

/** A device and those it goes on for, the newest first. */
function lineOf(devices: readonly DeviceState[], id: string): readonly DeviceState[] {
  const line: DeviceState[] = []
  let next: string | null = id
  while (next !== null) {
    const found: DeviceState | undefined = devices.find((device) => device.id === next)
    if (found === undefined || line.includes(found)) break
    line.push(found)
    next = found.was
  }
  return line
}

/** The device that goes on for another, or that one itself; of several copies the latest that was not taken out of use. */
export function heirOf(devices: readonly DeviceState[], id: string): string {
  const seen = new Set<string>()
  let heir = id
  while (!seen.has(heir)) {
    seen.add(heir)
    const next = devices
      .filter(({ was, removedOn }) => was === heir && removedOn === null)
      .toSorted((a, b) => compare(a.began, b.began))
    heir = next.at(-1)?.id ?? heir
  }
  return heir
}

function lastClaimant(devices: readonly DeviceState[]): string | null {
  let last: DeviceState | null = null
  for (const device of devices) {
    if (device.claim === null) continue
    if (last === null || last.claim === null || compare(last.claim, device.claim) < 0) last = device
  }
  return last?.id ?? null
}

function compare(a: Moment, b: Moment): number {
  return a.tick - b.tick || compareText(a.entry, b.entry)
}

function momentOf({ tick, entry }: Item): Moment {
  return { tick, entry: entry.id }
}
