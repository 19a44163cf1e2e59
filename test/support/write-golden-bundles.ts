/**
 * Writes the golden bundles of format 1 (`node test/support/write-golden-bundles.ts`). Only when asked, and only for a
 * new vector: what was written once is frozen, since bundles like these lie in archives. The list of hashes whose own
 * hash stands in test/golden/bundles.test.ts shows any change.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { sealBytes } from '../../electron/bundle/age.ts'
import { writeTar } from '../../electron/bundle/tar-stream.ts'
import { labelName, partName } from '../../shared/bundle/format.ts'
import { printLabel } from '../../shared/bundle/label.ts'
import { forgeSet, readAs, sha256 } from './bundle-kit.ts'
import { jsonText, putFile, putHashes } from './golden-hashes.ts'
import { createFakeDisk } from './fake-disk.ts'
import {
  badVectors,
  bagOf,
  cast,
  GOLDEN,
  goodVectors,
  journalOf,
  ledgerGiven,
  sendersGiven,
  type BadSet,
  type BadVector,
} from './golden-bundles.ts'

const home = fileURLToPath(GOLDEN)
const all = await cast()
// What lies between computers of one office is written by its own script.
for (const name of ['good', 'sealed', 'bad', 'bad-sets']) rmSync(join(home, name), { recursive: true, force: true })

const good = goodVectors(all)
put('inputs.json', jsonText({ offices: all, good }))
for (const vector of good) put(`good/${vector.name}.tar`, await tarOfGood(vector))
await putSealed()
await putBad()
await putBadSets()
putHashes(home)

async function tarOfGood(vector: (typeof good)[number]): Promise<Buffer> {
  return buffer(writeTar(bagOf(all, vector, await journalOf(all, vector)).files))
}

/** One good bundle sealed for ever, in two parts. */
async function putSealed(): Promise<void> {
  const tar = readFileSync(join(home, 'good/two-scans.tar'))
  const sealed = Buffer.from(await sealBytes([all.ward.recipient], tar))
  const base = 'KN1_xa_huyen_44444444'
  putSet('sealed', base, [sealed.subarray(0, 16_000), sealed.subarray(16_000)])
}

async function putBad(): Promise<void> {
  const list: object[] = []
  for (const vector of badVectors(all)) {
    const { tar, error } = await forged(vector)
    if (error?.code !== vector.code) throw new Error(`${vector.name}: ${JSON.stringify(error)}`)
    put(`bad/${vector.name}.tar.gz`, gzipSync(tar, { level: 9 }))
    const { name, given } = vector
    list.push({ name, given: given ?? {}, error: error.code === 'B_OLD' ? { code: 'B_OLD' } : error })
  }
  put('bad.json', jsonText(list))
}

async function forged(vector: BadVector) {
  const disk = createFakeDisk()
  disk.plant('/usb/x', Buffer.from('x'))
  let tar = Buffer.alloc(0)
  const set = await forgeSet(disk, all.commune, all.ward, {
    ...vector.forgery,
    tar: (bytes) => (tar = Buffer.from(vector.forgery.tar?.(bytes) ?? bytes)),
  })
  const read = await readAs(all.ward, sendersGiven(all, vector.given), set, disk, {
    ledger: ledgerGiven(all, vector.given),
  })
  return { tar, error: read.ok ? null : read.error }
}

/** Sets that are refused before they are opened: label, parts, seal. */
async function putBadSets(): Promise<void> {
  const base = 'KN1_xa_huyen_44444444'
  const part = (number: number): Buffer => readFileSync(join(home, 'sealed', partName(base, number)))
  const one = part(1)
  const two = part(2)
  const tar = readFileSync(join(home, 'good/receipt.tar'))
  const flipped = two.with(100, (two[100] ?? 0) ^ 1)
  const whole = Buffer.concat([one, two])
  const list: BadSet[] = []
  const add = (name: string, code: string, reason: string | null, write: (folder: string) => void): void => {
    write(`bad-sets/${name}`)
    list.push({ name, code, reason })
  }
  const label = printLabel([
    { name: partName(base, 1), sha256: sha256(one) },
    { name: partName(base, 2), sha256: sha256(two) },
  ])
  const files = (folder: string, text: string | null, parts: readonly (Uint8Array | null)[]): void => {
    if (text !== null) put(`${folder}/${labelName(base)}`, text)
    for (const [i, bytes] of parts.entries()) if (bytes !== null) put(`${folder}/${partName(base, i + 1)}`, bytes)
  }
  add('no-label', 'B_LABEL', 'missing', (folder) => files(folder, null, [one, two]))
  add('label-cut', 'B_LABEL', 'form', (folder) => files(folder, label.slice(0, -10), [null]))
  add('label-with-crlf', 'B_LABEL', 'form', (folder) => files(folder, label.replaceAll('\n', '\r\n'), [null]))
  add('label-out-of-order', 'B_LABEL', 'parts', (folder) =>
    files(folder, label.split('\n').toReversed().slice(1).concat('').join('\n'), [null]),
  )
  add('label-with-a-path', 'B_LABEL', 'form', (folder) => files(folder, label.replace('  KN1', '  ../KN1'), [null]))
  add('part-missing', 'B_PART_MISSING', null, (folder) => files(folder, label, [one, null]))
  add('part-damaged', 'B_DAMAGED', null, (folder) => files(folder, label, [one, flipped]))
  add('part-cut', 'B_DAMAGED', null, (folder) => files(folder, label, [one, two.subarray(0, -1)]))
  const again = (folder: string, bytes: Uint8Array): void => putSet(folder, base, [bytes])
  add('a-zip', 'B_NOT_AGE', 'magic', (folder) => again(folder, Buffer.from('PK\u0003\u0004 a zip')))
  add('age-header-broken', 'B_NOT_AGE', 'header', (folder) =>
    again(folder, Buffer.from('age-encryption.org/v1\n-> X25519 ?\n--- x\n')),
  )
  const two2 = await sealBytes([all.ward.recipient, all.third.recipient], tar)
  add('sealed-to-two', 'B_NOT_AGE', 'stanzas', (folder) => again(folder, two2))
  const others = await sealBytes([all.third.recipient], tar)
  add('sealed-to-another', 'B_NOT_FOR_US', null, (folder) => again(folder, others))
  add('seal-cut', 'B_DAMAGED', null, (folder) => again(folder, whole.subarray(0, -40)))
  add('seal-and-more', 'B_DAMAGED', null, (folder) => again(folder, Buffer.concat([whole, Buffer.from('x')])))
  add('seal-broken', 'B_DAMAGED', null, (folder) => again(folder, Buffer.concat([one, flipped])))
  put('bad-sets.json', jsonText(list))
}

function putSet(folder: string, base: string, parts: readonly Uint8Array[]): void {
  const lines = parts.map((bytes, i) => ({ name: partName(base, i + 1), sha256: sha256(bytes) }))
  for (const [i, bytes] of parts.entries()) put(`${folder}/${partName(base, i + 1)}`, bytes)
  put(`${folder}/${labelName(base)}`, printLabel(lines))
}

function put(name: string, content: string | Uint8Array): void {
  putFile(home, name, content)
}
