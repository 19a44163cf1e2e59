/** Bundles of format 1 as they were frozen: the writer still gives these bytes, the reader still says the same of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { findSets } from '../../electron/bundle/find-sets.ts'
import type { JournalFile } from '../../electron/bundle/journal-file.ts'
import { writeTar } from '../../electron/bundle/tar-stream.ts'
import { sealBytes } from '../../electron/bundle/age.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import { labelName, partName } from '../../shared/bundle/format.ts'
import { printLabel } from '../../shared/bundle/label.ts'
import { onlySet, pdf, plantSealed, readAs, sha256, type Office, type Staged } from '../support/bundle-kit.ts'
import { createFakeDisk } from '../support/fake-disk.ts'
import { filesBelow, frozenJournal } from '../support/golden-hashes.ts'
import {
  bagOf,
  cast,
  GOLDEN,
  journalOf,
  ledgerGiven,
  sendersGiven,
  type BadSet,
  type Given,
  type GoodVector,
} from '../support/golden-bundles.ts'

/** SHA-256 of v1/SHA256SUMS: whoever changes a frozen bundle changes this line too, and says why. */
const FROZEN = '7bb7d71bd4e0ad6cd00385af853a299f62899141769b928bbccb9ad8e6cfa9a7'

const home = fileURLToPath(GOLDEN)
const all = await cast()
const inputs = jsonOf<{ offices: Record<string, Office>; good: readonly GoodVector[] }>('inputs.json')
const bad = jsonOf<readonly { name: string; given: Given; error: { code: string } }[]>('bad.json')
const badSets = jsonOf<readonly BadSet[]>('bad-sets.json')

test('every file is the one that was frozen, and none is missing or too many', () => {
  const listed = readFileSync(join(home, 'SHA256SUMS'), 'utf8')
  expect(sha256(listed)).toBe(FROZEN)
  const found = filesIn('')
  expect(found.map((name) => `${sha256(bytesOf(name))}  ${name}\n`).join('')).toBe(listed)
})

test('there are good vectors, more bad ones, and one at least for every code of the reader', () => {
  expect(inputs.offices).toEqual(all)
  expect(filesIn('good')).toEqual(inputs.good.map(({ name }) => `good/${name}.tar`).toSorted())
  expect(filesIn('bad')).toEqual(bad.map(({ name }) => `bad/${name}.tar.gz`).toSorted())
  expect(new Set(filesIn('bad-sets').map((name) => name.split('/')[1]))).toEqual(new Set(badSets.map(({ name }) => name)))
  expect(inputs.good.length).toBeGreaterThanOrEqual(6)
  expect(bad.length + badSets.length).toBeGreaterThan(4 * inputs.good.length)
  const codes = new Set([...bad.map(({ error }) => error.code), ...badSets.map(({ code }) => code)])
  expect([...codes].toSorted()).toEqual([
    'B_ALREADY',
    'B_BOMB',
    'B_CHAIN',
    'B_CHANNEL',
    'B_DAMAGED',
    'B_FORK',
    'B_FORMAT',
    'B_GAP',
    'B_HASH',
    'B_INCOMPLETE',
    'B_LABEL',
    'B_LAYOUT',
    'B_NOT_ADDRESSED',
    'B_NOT_AGE',
    'B_NOT_FOR_US',
    'B_OLD',
    'B_PART_MISSING',
    'B_REVOKED',
    'B_SENDER',
    'B_SIGNATURE',
    'B_UNKNOWN_SENDER',
    'B_VERSION',
  ])
})

describe.each(inputs.good)('the good bundle $name', (vector) => {
  const tar = bytesOf(`good/${vector.name}.tar`)

  test('is what the writer makes of its inputs, byte for byte', async () => {
    // How another release of zlib would pack the same lines is no matter of the format.
    const journals: JournalFile[] = (await journalOf(all, vector)).map((made) => frozenJournal(made, tar))
    expect((await buffer(writeTar(bagOf(all, vector, journals).files))).equals(tar)).toBe(true)
  })

  test('is read, with every line and scan', async () => {
    await expectRead(vector, await sealed(tar), all.ward)
  })
})

test('the sealed set is opened with its TEST key', async () => {
  const set = await onlySet(nodeDisk, join(home, 'sealed'))
  const vector = inputs.good.find(({ name }) => name === 'two-scans')
  if (vector === undefined) throw new Error('no such vector')
  await expectRead(vector, { disk: nodeDisk, set }, all.ward)
})

test.each(bad)('$error.code: $name', async ({ name, given, error }) => {
  const { disk, set } = await sealed(gunzipSync(bytesOf(`bad/${name}.tar.gz`)))
  const staged: Staged = new Map()
  const ledger = ledgerGiven(all, given)
  const read = await readAs(all.ward, sendersGiven(all, given), set, disk, { ledger, staged })
  const said = read.ok ? null : read.error
  expect(said?.code === 'B_OLD' ? { code: said.code } : said).toEqual(error)
})

test.each(badSets)('$code: the set $name', async ({ name, code, reason }) => {
  const found = await findSets(nodeDisk, join(home, 'bad-sets', name))
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  const errors = found.value.faults.map((fault) => fault.error)
  for (const set of found.value.sets) {
    const read = await readAs(all.ward, sendersGiven(all), set, nodeDisk)
    if (read.ok) throw new Error('was read')
    errors.push(read.error)
  }
  const expected = reason === null ? { code } : { code, reason }
  expect(errors.filter((error) => error.code === code)[0]).toMatchObject(expected)
})

async function expectRead(
  vector: GoodVector,
  { disk, set }: { disk: Parameters<typeof readAs>[3]; set: Parameters<typeof readAs>[2] },
  reader: Office,
): Promise<void> {
  const staged: Staged = new Map()
  const held = vector.lines.slice(0, vector.from - 1)
  const ledger = ledgerGiven(all, { held })
  const read = await readAs(reader, [all.commune], set, disk, { ledger, staged })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const lines = read.value.channels.flatMap((channel) => channel.lines.map(({ line }) => line))
  expect(lines).toEqual(vector.lines.slice(vector.from - 1))
  expect([...staged.values()].map(String).toSorted()).toEqual(vector.scans.map((text) => String(pdf(text))).toSorted())
  expect(read.value.manifest).toMatchObject({ id: vector.id, kind: vector.kind, have: vector.have })
  expect(read.value.manifest.want_attachments).toEqual(vector.want)
}

async function sealed(tar: Uint8Array) {
  const disk = createFakeDisk()
  const set = await plantSealed(disk, await sealBytes([all.ward.recipient], tar))
  expect(set.lines.map(({ name }) => name)).toEqual([partName('KN1_a_b_00000000', 1)])
  expect(String(disk.peek(`/usb/${labelName('KN1_a_b_00000000')}`))).toBe(printLabel(set.lines))
  return { disk, set }
}

function filesIn(folder: string): readonly string[] {
  return filesBelow(home, folder)
}

function bytesOf(name: string): Buffer {
  return readFileSync(join(home, name))
}

function jsonOf<T>(name: string): T {
  return JSON.parse(bytesOf(name).toString('utf8')) as T
}
