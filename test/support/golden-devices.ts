/**
 * What the golden sets between computers of one office are made of (FORMAT.md section 11): `sibling` and `enrol` sets that
 * must be read, sets that must be refused with one code, and the card and the keys by which a computer joins.
 * `write-golden-devices.ts` writes them, once for all; `test/golden/devices.test.ts` holds writer and reader to them.
 */
import { gzipSync } from 'node:zlib'
import type { Json } from '../../shared/base/canonical.ts'
import { printDeviceCard, printKeysFile, type OfficeKeysFile } from '../../shared/bundle/device-card.ts'
import { journalPath, printCard } from '../../shared/bundle/format.ts'
import { recipientOf } from '../../electron/bundle/age.ts'
import { makeJournalFile, type JournalFile } from '../../electron/bundle/journal-file.ts'
import { makeBag, type Bag } from '../../electron/bundle/make-bag.ts'
import type { ReadLedger } from '../../electron/bundle/read-set.ts'
import {
  attachment,
  ledgerOf,
  makeLines,
  manifestFrom,
  pdf,
  sha256,
  sourceOf,
  type Forgery,
  type Office,
} from './bundle-kit.ts'
import { cast, type Cast } from './golden-bundles.ts'

/** Where the golden sets between computers lie. */
export const DEVICES = new URL('../golden/bundles/v1/devices/', import.meta.url)

/** Identities of the commune's second and third computer. TEST keys: everybody has them. */
const TEST_IDENTITIES = {
  second: 'AGE-SECRET-KEY-1H0LRQHTCY9GQYUENA5Q7Z32YC5YUZZLKK5MNV8SN5A4445HVLFVQMUUAPQ',
  other: 'AGE-SECRET-KEY-1HGPTYUUQ5J9UJCWJAM9Z5QWJ83H70LYTQUZNN4SAMY4YXET2M8PQ3F3NCW',
} as const

/** The offices of the golden bundles, and two more computers of the commune: the one addressed, and one that is not. */
export type DeviceCast = Cast & { readonly second: Office; readonly other: Office }

/** Everybody in the golden sets between computers. */
export async function deviceCast(): Promise<DeviceCast> {
  const all = await cast()
  const { commune } = all
  const computer = async (device: string, identity: string): Promise<Office> => ({
    ...commune,
    device: device.repeat(16),
    identity,
    recipient: await recipientOf(identity),
  })
  return {
    ...all,
    second: await computer('d', TEST_IDENTITIES.second),
    other: await computer('e', TEST_IDENTITIES.other),
  }
}

/** A set of the exchange device that must be read, in words of its inputs only. */
export type DeviceVector = {
  readonly name: string
  readonly id: string
  readonly kind: 'sibling' | 'enrol'
  /** By channel: its lines from 1, and the first one carried. Sorted by channel. */
  readonly channels: readonly { readonly channel: string; readonly lines: readonly string[]; readonly from: number }[]
  /** Text of each scan. */
  readonly scans: readonly string[]
  readonly have: readonly {
    readonly device: string
    readonly channel: string
    readonly seq: number
    readonly head: string
  }[]
  readonly organization: string
}

/** Sets that must be read: an enrolment with everything, a set that goes on from there, and a receipt. */
export function deviceVectors({ commune, ward, second }: DeviceCast): readonly DeviceVector[] {
  const own = { channel: `${commune.office}.${commune.device}.own`, lines: makeLines(4, 1, 'Việc riêng') }
  const sent = { channel: `${commune.office}.${commune.device}.${ward.office}`, lines: makeLines(3) }
  const heard = { channel: `${ward.office}.${ward.device}.${commune.office}`, lines: makeLines(2, 1, 'Trả lời') }
  const from = (seq: number, carried: typeof own) => ({ ...carried, from: seq })
  const sorted = (list: DeviceVector['channels']) => list.toSorted((a, b) => (a.channel < b.channel ? -1 : 1))
  const base = { scans: [], have: [], organization: 'Đảng ủy xã Thử nghiệm' } as const
  const back = { device: commune.device, channel: `${commune.office}.${second.device}.own`, seq: 2, head: sha256('2') }
  return [
    {
      ...base,
      name: 'enrolment',
      id: '7'.repeat(32),
      kind: 'enrol',
      channels: sorted([from(1, own), from(1, sent), from(1, heard)]),
      scans: ['đơn'],
    },
    {
      ...base,
      name: 'sibling',
      id: '8'.repeat(32),
      kind: 'sibling',
      channels: sorted([from(3, own), from(2, heard)]),
      have: [back],
    },
    { ...base, name: 'sibling-receipt', id: '9'.repeat(32), kind: 'sibling', channels: [], have: [back] },
  ]
}

/** The journal files of a vector as this machine zips them. */
export async function journalsOf(vector: DeviceVector): Promise<readonly JournalFile[]> {
  const made: JournalFile[] = []
  for (const { channel, lines, from } of vector.channels)
    made.push(await makeJournalFile(sourceOf(channel, lines, from)))
  return made
}

/** The bag of a vector: from the exchange device to the second computer. */
export function deviceBag(
  { commune, second }: DeviceCast,
  vector: DeviceVector,
  journals: readonly JournalFile[],
): Bag {
  const { id, kind, have, scans, organization } = vector
  return makeBag({
    id,
    manifest: manifestFrom(commune, second, { kind, have }),
    journals,
    attachments: scans.map((text) => attachment(pdf(text))),
    keys: { sign: commune.sign },
    organization,
  })
}

/** What the second computer knows before it reads. `held`: lines of the exchange device's private channel, from 1. */
export type DeviceGiven = {
  readonly held?: readonly string[]
  readonly knows?: readonly string[]
  readonly officeIs?: 'itself' | 'unknown' | 'renewed'
}

/** A set that must be refused: who wrote it, how it is forged, with which code, and what the reader knows. */
export type BadDeviceVector = {
  readonly name: string
  readonly code: string
  readonly from: 'commune' | 'ward'
  readonly forgery: Forgery
  readonly given: DeviceGiven
}

/** Sets that must be refused. */
export function badDeviceVectors({ commune, ward, third, second, other }: DeviceCast): readonly BadDeviceVector[] {
  const channel = `${commune.office}.${commune.device}.own`
  const lines = makeLines(3, 1, 'Việc riêng')
  const another = makeLines(3, 1, 'Khác')
  const to = [second.recipient]
  const bad = (code: string, name: string, forgery: Forgery, given: DeviceGiven = {}): BadDeviceVector => ({
    name,
    code,
    from: 'commune',
    forgery: { kind: 'sibling', channel, lines, ...forgery },
    given,
  })
  const foreign = (code: string, name: string, forgery: Forgery): BadDeviceVector => ({
    ...bad(code, name, forgery),
    from: 'ward',
  })
  const edit = (change: (plain: string) => string): Forgery => ({
    journal: (_gz, plain) => gzipSync(change(plain.toString())),
  })
  const json = (change: Record<string, Json>): Forgery => ({ bundle: (bundle) => ({ ...bundle, ...change }) })
  return [
    bad('B_NOT_FOR_US', 'sealed-to-another-computer', { sealedTo: [other.recipient] }),
    bad('B_NOT_FOR_US', 'enrolment-of-another-computer', { kind: 'enrol', sealedTo: [other.recipient] }),
    bad('B_NOT_FOR_US', 'sealed-to-the-office-alone', { sealedTo: [commune.recipient] }),
    bad('B_NOT_ADDRESSED', 'addressed-to-another-computer', { addressee: other, sealedTo: to }),
    bad('B_NOT_ADDRESSED', 'addressed-to-the-office', { addressee: commune, sealedTo: to }),
    bad('B_NOT_ADDRESSED', 'addressed-to-another-office', { addressee: ward, sealedTo: to }),
    foreign('B_CHANNEL', 'sibling-of-another-office', { channel: `${ward.office}.${ward.device}.own` }),
    foreign('B_CHANNEL', 'our-own-lines-by-another-office', { kind: 'enrol' }),
    foreign('B_CHANNEL', 'lines-of-a-third-by-another-office', {
      channel: `${third.office}.${third.device}.${commune.office}`,
    }),
    bad('B_CHANNEL', 'private-lines-as-everyday', { kind: 'changes' }),
    bad('B_CHANNEL', 'private-lines-in-a-receipt', { kind: 'ack' }),
    foreign('B_SENDER', 'another-office-in-our-name', { claims: commune }),
    bad('B_SENDER', 'in-the-name-of-another-office', { claims: ward }),
    bad('B_REVOKED', 'signed-by-a-key-given-up', {}, { officeIs: 'renewed' }),
    bad('B_UNKNOWN_SENDER', 'signed-by-a-key-not-heard-of', {}, { officeIs: 'unknown' }),
    bad('B_UNKNOWN_SENDER', 'signed-by-a-stranger', { signer: third }),
    bad('B_SIGNATURE', 'comment-of-another-computer', {
      comment: `kn1 ${sha256('"sibling"').slice(0, 32)} to ${other.recipient}`,
    }),
    bad('B_VERSION', 'version-2', json({ version: 2 })),
    bad('B_FORMAT', 'with-proofs', json({ proofs: [] })),
    bad('B_FORMAT', 'kind-unknown', json({ kind: 'clone' })),
    bad('B_FORMAT', 'channel-of-no-form', { carried: (item) => ({ ...item, channel: `${commune.office}.own` }) }),
    bad('B_LAYOUT', 'keys-in-the-set', {
      archive: (files) => [...files, { name: 'office.agekey', bytes: Buffer.from(commune.identity) }],
    }),
    bad('B_HASH', 'lines-exchanged', {
      archive: (files) =>
        files.map((file) =>
          file.name === journalPath(channel) ? { name: file.name, bytes: gzipSync(another.join('\n')) } : file,
        ),
    }),
    bad('B_ALREADY', 'seen-before', {}, { knows: [sha256('"sibling"').slice(0, 32)] }),
    bad('B_OLD', 'nothing-new', {}, { held: lines }),
    bad('B_GAP', 'beginning-missing', { from: 3 }, { held: lines.slice(0, 1) }),
    bad('B_FORK', 'fork-of-the-private-channel', {}, { held: another.slice(0, 2) }),
    bad('B_INCOMPLETE', 'private-channel-missing', { archive: (files) => files.slice(0, -1) }),
    bad(
      'B_CHAIN',
      'a-private-line-changed',
      edit((plain) => plain.replace('Việc riêng 2', 'Việc riêng 9')),
    ),
    bad(
      'B_CHAIN',
      'a-private-line-left-out',
      edit((plain) => plain.replace(/^.*\n/, '')),
    ),
    bad(
      'B_CHAIN',
      'a-private-line-too-many',
      edit((plain) => `${plain}${plain.split('\n')[0] ?? ''}\n`),
    ),
  ]
}

/** What the second computer holds. */
export function deviceLedger({ commune }: DeviceCast, { held, knows }: DeviceGiven): ReadLedger {
  return ledgerOf(held === undefined ? {} : { [`${commune.office}.${commune.device}.own`]: held }, knows)
}

/** Whose signatures the second computer knows: those of its own office, and of the office above. */
export function deviceSenders({ commune, ward }: DeviceCast, { officeIs = 'itself' }: DeviceGiven) {
  return officeIs === 'unknown' ? [ward] : [{ ...commune, revoked: officeIs === 'renewed' }, ward]
}

/** The card of the second computer, as its file. */
export function goldenCard({ second }: DeviceCast): string {
  return printDeviceCard({
    format: 'kn-device',
    version: 1,
    device: second.device,
    name: 'Máy phòng tổ chức',
    age_recipient: second.recipient,
  })
}

/** The keys of the commune on their way to the second computer, before they are sealed. */
export function goldenKeys({ commune, second }: DeviceCast): OfficeKeysFile {
  return {
    format: 'kn-keys',
    version: 1,
    device: second.device,
    card: printCard({
      format: 'kn-card',
      version: 1,
      office: commune.office,
      code: commune.code,
      name: 'Đảng ủy xã Thử nghiệm',
      age_recipient: commune.recipient,
      sign_key: commune.signKey,
    }),
    identities: [commune.identity],
    sign: { seed: commune.sign.seed, key_number: commune.sign.keyNumber },
    first_sign_key: commune.signKey,
    former_sign_keys: [],
  }
}

/** A file that must not be taken: as a card of a computer, or as keys for one. */
export type BadFile = {
  readonly name: string
  readonly as: 'card' | 'keys'
  readonly code: string
  readonly text: string
}

/** Cards that are none, and keys that are none or are not those of their card. */
export function badFiles(all: DeviceCast): readonly BadFile[] {
  const { third } = all
  const card = goldenCard(all)
  const keys = goldenKeys(all)
  const text = printKeysFile(keys)
  const asCard = (name: string, wrong: string): BadFile => ({
    name,
    as: 'card',
    code: 'DEVICE_CARD_UNREADABLE',
    text: wrong,
  })
  const asKeys = (name: string, wrong: string): BadFile => ({
    name,
    as: 'keys',
    code: 'ENROLMENT_NOT_FOUND',
    text: wrong,
  })
  return [
    asCard('not-canonical', ` ${card}`),
    asCard('field-unknown', card.replace('"version"', '"sign_key":"x","version"')),
    asCard('version-2', card.replace('"version":1', '"version":2')),
    asCard('key-twice', card.replace('{', '{"name":"Máy khác",')),
    asCard('office-card', keys.card),
    asCard('device-of-no-form', card.replace('dddddddddddddddd', 'DDDDDDDDDDDDDDDD')),
    asCard('recipient-of-no-form', card.replace('age1', 'age2')),
    asCard('cut', card.slice(0, 40)),
    asKeys('cut', text.slice(0, 100)),
    asKeys('field-unknown', text.replace('"version":1', '"more":1,"version":1')),
    asKeys('version-2', text.replace('"version":1', '"version":2')),
    asKeys('no-identity', printKeysFile({ ...keys, identities: [] })),
    asKeys('identity-of-no-form', printKeysFile({ ...keys, identities: [all.commune.recipient] })),
    asKeys('identity-of-another', printKeysFile({ ...keys, identities: [all.commune.identity, third.identity] })),
    asKeys(
      'sign-key-of-another',
      printKeysFile({ ...keys, sign: { seed: third.sign.seed, key_number: keys.sign.key_number } }),
    ),
    asKeys('first-key-of-another', printKeysFile({ ...keys, first_sign_key: third.signKey })),
    asKeys('card-of-none', printKeysFile({ ...keys, card: '{}\n' })),
    asKeys('seed-of-none', printKeysFile({ ...keys, sign: { ...keys.sign, seed: 'AAAA' } })),
  ]
}
