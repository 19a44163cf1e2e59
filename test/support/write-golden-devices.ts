/**
 * Writes the golden sets between computers of one office (`node test/support/write-golden-devices.ts`). Only when asked, and
 * only for a new vector, as write-golden-bundles.ts; what that one writes stays as it is.
 */
import { rmSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { keysFileName, printKeysFile } from '../../shared/bundle/device-card.ts'
import { labelName, partName, setBaseName } from '../../shared/bundle/format.ts'
import { printLabel } from '../../shared/bundle/label.ts'
import { sealBytes } from '../../electron/bundle/age.ts'
import { writeTar } from '../../electron/bundle/tar-stream.ts'
import { forgeSet, readAs, sha256 } from './bundle-kit.ts'
import { createFakeDisk } from './fake-disk.ts'
import { GOLDEN } from './golden-bundles.ts'
import {
  badDeviceVectors,
  badFiles,
  deviceBag,
  deviceCast,
  deviceLedger,
  DEVICES,
  deviceSenders,
  deviceVectors,
  goldenCard,
  goldenKeys,
  journalsOf,
  type BadDeviceVector,
} from './golden-devices.ts'
import { jsonText, putFile, putHashes } from './golden-hashes.ts'

const home = fileURLToPath(DEVICES)
const all = await deviceCast()
const { commune, second } = all
rmSync(home, { recursive: true, force: true })

const good = deviceVectors(all)
const card = goldenCard(all)
const keys = printKeysFile(goldenKeys(all))
put('inputs.json', jsonText({ computers: { second, other: all.other }, good }))
for (const vector of good) {
  const tar = await buffer(writeTar(deviceBag(all, vector, await journalsOf(vector)).files))
  put(`good/${vector.name}.tar`, tar)
  if (vector.name === 'enrolment') await putSealed(vector.id, tar)
}
put(`card/phieu-may-moi_${second.device}.json`, card)
put('keys.json', keys)
put('bad-files.json', jsonText(badFiles(all)))
await putBad()
putHashes(fileURLToPath(GOLDEN))

/** The answer to a card as it lies on a stick: the keys, and the set of one part. */
async function putSealed(id: string, tar: Uint8Array): Promise<void> {
  const base = setBaseName(commune.code, second.code, id)
  const sealed = await sealBytes([second.recipient], tar)
  put(`sealed/${partName(base, 1)}`, sealed)
  put(`sealed/${labelName(base)}`, printLabel([{ name: partName(base, 1), sha256: sha256(sealed) }]))
  put(`sealed/${keysFileName(commune.code, second.device)}`, await sealBytes([second.recipient], Buffer.from(keys)))
}

async function putBad(): Promise<void> {
  const list: object[] = []
  for (const vector of badDeviceVectors(all)) {
    const { sealed, error } = await forged(vector)
    if (error?.code !== vector.code) throw new Error(`${vector.name}: ${JSON.stringify(error)}`)
    put(`bad/${vector.name}.age`, sealed)
    const { name, given } = vector
    list.push({ name, given, error: error.code === 'B_OLD' ? { code: 'B_OLD' } : error })
  }
  put('bad.json', jsonText(list))
}

async function forged({ from, forgery, given }: BadDeviceVector) {
  const disk = createFakeDisk()
  disk.plant('/usb/x', Buffer.from('x'))
  let sealed: Uint8Array = Buffer.alloc(0)
  const set = await forgeSet(disk, all[from], second, { ...forgery, sealed: (age) => (sealed = age) })
  const read = await readAs(second, deviceSenders(all, given), set, disk, { ledger: deviceLedger(all, given) })
  return { sealed, error: read.ok ? null : read.error }
}

function put(name: string, content: string | Uint8Array): void {
  putFile(home, name, content)
}
