/**
 * Sets between computers of one office as they were frozen: the writer still gives these bytes, the reader still says the
 * same of them; and the card and the keys by which a computer joins.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { keysFileName, parseDeviceCard, parseKeysFile, printKeysFile } from '../../shared/bundle/device-card.ts'
import { cardDigits, parseCard } from '../../shared/bundle/format.ts'
import { openBytes, sealBytes } from '../../electron/bundle/age.ts'
import { writeTar } from '../../electron/bundle/tar-stream.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import { areKeysOf } from '../../electron/exchange/join-office.ts'
import { ledgerOf, onlySet, pdf, plantSealed, readAs, type Office, type Staged } from '../support/bundle-kit.ts'
import { createFakeDisk } from '../support/fake-disk.ts'
import {
  deviceBag,
  deviceCast,
  deviceLedger,
  DEVICES,
  deviceSenders,
  goldenCard,
  goldenKeys,
  journalsOf,
  type BadFile,
  type DeviceGiven,
  type DeviceVector,
} from '../support/golden-devices.ts'
import { filesBelow, frozenJournal } from '../support/golden-hashes.ts'

const home = fileURLToPath(DEVICES)
const all = await deviceCast()
const { second } = all
const inputs = jsonOf<{ computers: Record<string, Office>; good: readonly DeviceVector[] }>('inputs.json')
const bad = jsonOf<readonly { name: string; given: DeviceGiven; error: { code: string } }[]>('bad.json')
const files = jsonOf<readonly BadFile[]>('bad-files.json')

test('there are good vectors of both kinds and many more bad ones', () => {
  expect(inputs.computers).toEqual({ second, other: all.other })
  expect(filesBelow(home, 'good')).toEqual(inputs.good.map(({ name }) => `good/${name}.tar`).toSorted())
  expect(filesBelow(home, 'bad')).toEqual(bad.map(({ name }) => `bad/${name}.age`).toSorted())
  expect(new Set(inputs.good.map(({ kind }) => kind))).toEqual(new Set(['enrol', 'sibling']))
  expect(bad.length).toBeGreaterThan(8 * inputs.good.length)
  expect([...new Set(bad.map(({ error }) => error.code))].toSorted()).toEqual([
    'B_ALREADY',
    'B_CHAIN',
    'B_CHANNEL',
    'B_FORK',
    'B_FORMAT',
    'B_GAP',
    'B_HASH',
    'B_INCOMPLETE',
    'B_LAYOUT',
    'B_NOT_ADDRESSED',
    'B_NOT_FOR_US',
    'B_OLD',
    'B_REVOKED',
    'B_SENDER',
    'B_SIGNATURE',
    'B_UNKNOWN_SENDER',
    'B_VERSION',
  ])
})

describe.each(inputs.good)('the good set $name', (vector) => {
  const tar = bytesOf(`good/${vector.name}.tar`)

  test('is what the writer makes of its inputs, byte for byte', async () => {
    const journals = (await journalsOf(vector)).map((made) => frozenJournal(made, tar))
    expect((await buffer(writeTar(deviceBag(all, vector, journals).files))).equals(tar)).toBe(true)
  })

  test('is read by the computer it is for, with every channel, line and scan', async () => {
    const disk = createFakeDisk()
    await expectRead(vector, disk, await plantSealed(disk, await sealBytes([second.recipient], tar)))
  })
})

test('the sealed enrolment is opened with the TEST key of the card, and so are the keys', async () => {
  const vector = inputs.good.find(({ kind }) => kind === 'enrol')
  if (vector === undefined) throw new Error('no such vector')
  await expectRead(vector, nodeDisk, await onlySet(nodeDisk, join(home, 'sealed')))
  const sealed = bytesOf(`sealed/${keysFileName(all.commune.code, second.device)}`)
  const opened = await openBytes([second.identity], sealed, { single: true })
  expect(opened.ok && Buffer.from(opened.value).equals(bytesOf('keys.json'))).toBe(true)
  for (const identity of [all.other.identity, all.commune.identity])
    expect((await openBytes([identity], sealed, { single: true })).ok).toBe(false)
})

test('card and keys are printed as they were, read back, and belong together', async () => {
  const [name = ''] = filesBelow(home, 'card')
  const text = bytesOf(name).toString('utf8')
  expect(name).toBe(`card/phieu-may-moi_${second.device}.json`)
  expect(goldenCard(all)).toBe(text)
  expect(parseDeviceCard(text)).toMatchObject({ device: second.device, age_recipient: second.recipient })
  expect(cardDigits(Buffer.from(text))).toMatch(/^\d{24}$/)
  const keys = bytesOf('keys.json').toString('utf8')
  expect(printKeysFile(goldenKeys(all))).toBe(keys)
  expect(await isTaken('keys', keys)).toBe(true)
})

test.each(files)('$code: as $as, $name', async ({ as, text }) => {
  expect(await isTaken(as, text)).toBe(false)
})

test.each(bad)('$error.code: $name', async ({ name, given, error }) => {
  const disk = createFakeDisk()
  const set = await plantSealed(disk, bytesOf(`bad/${name}.age`))
  const read = await readAs(second, deviceSenders(all, given), set, disk, { ledger: deviceLedger(all, given) })
  const said = read.ok ? null : read.error
  expect(said?.code === 'B_OLD' ? { code: said.code } : said).toEqual(error)
})

async function expectRead(
  vector: DeviceVector,
  disk: Parameters<typeof readAs>[3],
  set: Parameters<typeof readAs>[2],
): Promise<void> {
  const staged: Staged = new Map()
  const held = vector.channels.map(({ channel, lines, from }) => [channel, lines.slice(0, from - 1)] as const)
  const ledger = ledgerOf(Object.fromEntries(held))
  const read = await readAs(second, deviceSenders(all, {}), set, disk, { ledger, staged })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  expect(read.value.channels.map(({ channel, lines }) => [channel, lines.map(({ line }) => line)])).toEqual(
    vector.channels.map(({ channel, lines, from }) => [channel, lines.slice(from - 1)]),
  )
  expect([...staged.values()].map(String).toSorted()).toEqual(vector.scans.map((text) => String(pdf(text))).toSorted())
  expect(read.value.manifest).toMatchObject({ id: vector.id, kind: vector.kind, have: vector.have })
}

/** Whether a computer takes a file for a card, or for the keys of the office on its card. */
async function isTaken(as: BadFile['as'], text: string): Promise<boolean> {
  if (as === 'card') return parseDeviceCard(text) !== null
  const keys = parseKeysFile(text)
  const card = keys === null ? null : parseCard(keys.card)
  return keys !== null && card !== null && (await areKeysOf(keys, card))
}

function bytesOf(name: string): Buffer {
  return readFileSync(join(home, name))
}

function jsonOf<T>(name: string): T {
  return JSON.parse(bytesOf(name).toString('utf8')) as T
}
