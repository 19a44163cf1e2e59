/** The card of a new computer and the file that brings it the office's keys: exactly one form of each is read. */
import { expect, test } from 'vitest'
import { utf8 } from '../../../shared/base/canonical.ts'
import {
  keysFileName,
  parseDeviceCard,
  parseKeysFile,
  printDeviceCard,
  printKeysFile,
  type DeviceCard,
  type OfficeKeysFile,
} from '../../../shared/bundle/device-card.ts'
import { cardDigits } from '../../../shared/bundle/format.ts'

const card: DeviceCard = {
  format: 'kn-device',
  version: 1,
  device: 'abcdefghijklmnop',
  name: 'Máy phòng tổ chức',
  age_recipient: `age1${'q'.repeat(58)}`,
}
const keys: OfficeKeysFile = {
  format: 'kn-keys',
  version: 1,
  device: card.device,
  card: '{}\n',
  identities: [`AGE-SECRET-KEY-1${'Q'.repeat(58)}`],
  sign: { seed: 'AAAA', key_number: 'BBBB' },
  first_sign_key: `RWQ${'A'.repeat(53)}`,
  former_sign_keys: [],
}

test('a card reads back as it was printed, and its digits change with every field', () => {
  expect(parseDeviceCard(printDeviceCard(card))).toEqual(card)
  const digits = (change: Partial<DeviceCard>) => cardDigits(utf8(printDeviceCard({ ...card, ...change })))
  const all = [
    digits({}),
    digits({ name: 'Máy phòng tổ  chức' }),
    digits({ device: 'bbcdefghijklmnop' }),
    digits({ age_recipient: `age1${'p'.repeat(58)}` }),
  ]
  expect(new Set(all).size).toBe(all.length)
  for (const each of all) expect(each).toMatch(/^\d{24}$/)
})

test.each([
  ['without its LF', printDeviceCard(card).trimEnd()],
  ['with a field too many', printDeviceCard(card).replace('"version"', '"sign_key":"x","version"')],
  ['in another order', `${JSON.stringify(card)}\n`],
  ['of another version', printDeviceCard(card).replace('"version":1', '"version":2')],
  ['of a device that is none', printDeviceCard({ ...card, device: 'ABCDEFGHIJKLMNOP' })],
  ['that is an office card', printDeviceCard(card).replace('kn-device', 'kn-card')],
  ['of nothing', ''],
])('a card %s is not read', (_what, text) => {
  expect(parseDeviceCard(text)).toBeNull()
})

test('keys read back as they were printed, and nothing else is taken for keys', () => {
  expect(parseKeysFile(printKeysFile(keys))).toEqual(keys)
  expect(parseKeysFile(printKeysFile({ ...keys, identities: ['age1qq'] }))).toBeNull()
  expect(parseKeysFile(printKeysFile(keys).replace('"version":1', '"version":1,"more":1'))).toBeNull()
  expect(parseKeysFile('null')).toBeNull()
  expect(parseKeysFile('{')).toBeNull()
  expect(keysFileName('dong-hoa', card.device)).toBe('KN1_dong-hoa_abcdefghijklmnop.keys.age')
})
