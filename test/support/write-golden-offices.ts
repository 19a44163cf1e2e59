/**
 * Writes the golden sets of rare kinds and the cards (`node test/support/write-golden-offices.ts`). Only when asked, and only
 * for a new vector, as write-golden-bundles.ts; what the others write stays as it is.
 */
import { rmSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { unprovenChannel } from '../../electron/bundle/head-proof.ts'
import { writeTar } from '../../electron/bundle/tar-stream.ts'
import { forgeSet, ledgerOf, readAs } from './bundle-kit.ts'
import { createFakeDisk } from './fake-disk.ts'
import { cast, channelOf, GOLDEN } from './golden-bundles.ts'
import { jsonText, putFile, putHashes } from './golden-hashes.ts'
import {
  badCards,
  badOfficeVectors,
  goldenCards,
  officeBag,
  officeJournals,
  OFFICES,
  officeSenders,
  officeVectors,
  UNPROVEN,
  wayOf,
  type BadOfficeVector,
} from './golden-offices.ts'

const home = fileURLToPath(OFFICES)
const all = await cast()
rmSync(home, { recursive: true, force: true })

const good = await officeVectors(all)
put('inputs.json', jsonText(good))
for (const vector of good) {
  put(`good/${vector.name}.tar`, await buffer(writeTar(officeBag(all, vector, await officeJournals(vector)).files)))
}
const cards = goldenCards(all)
for (const { file, text } of cards) put(file, text)
put('cards.json', jsonText(cards.map(({ file, digits }) => ({ file, digits }))))
put('bad-cards.json', jsonText(badCards(all)))
await putBad()
putHashes(fileURLToPath(GOLDEN))

async function putBad(): Promise<void> {
  const list: object[] = []
  for (const vector of await badOfficeVectors(all)) {
    const { sealed, error } = await forged(vector)
    if (error?.code !== vector.code) throw new Error(`${vector.name}: ${JSON.stringify(error)}`)
    put(`bad/${vector.name}.age`, sealed)
    const { name, kind, given } = vector
    list.push({ name, kind, given, error: error.code === 'B_OLD' ? { code: 'B_OLD' } : error })
  }
  put('bad.json', jsonText(list))
}

async function forged({ kind, forgery, given }: BadOfficeVector) {
  const { from, to } = wayOf(all, kind)
  const disk = createFakeDisk()
  disk.plant('/usb/x', Buffer.from('x'))
  let sealed: Uint8Array = Buffer.alloc(0)
  const set = await forgeSet(disk, from, to, { ...forgery, sealed: (age) => (sealed = age) })
  const ledger = ledgerOf(given.held === undefined ? {} : { [channelOf(all)]: given.held })
  const read = await readAs(to, officeSenders(all, kind, given), set, disk, { ledger })
  if (!read.ok) return { sealed, error: read.error }
  const channel = kind === 'recovery' ? unprovenChannel(read.value.manifest, [to.signKey]) : null
  return { sealed, error: channel === null ? null : { code: UNPROVEN, channel } }
}

function put(name: string, content: string | Uint8Array): void {
  putFile(home, name, content)
}
