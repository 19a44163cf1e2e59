/** A small age box on the library as shipped: whole buffers inside, small pieces outside, so that writes are many. */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { plainBytes } from '../../../../electron/bundle/age.ts'
import type { AgeBox } from '../../../../electron/scans/age-box.ts'
import type { ScanKeys, ScanRoom } from '../../../../electron/scans/sealed-files.ts'
import type { FakeDisk } from '../../../support/fake-disk.ts'

/** @param pieceBytes length of the pieces it yields. */
export function typageBox(pieceBytes = 64 * 1024): AgeBox {
  return {
    sealStream: async function* (recipients, source) {
      const encrypter = new Encrypter()
      for (const recipient of recipients) encrypter.addRecipient(recipient)
      yield* pieces(await encrypter.encrypt(await whole(source)), pieceBytes)
    },
    plainBytes,
    openStream: async function* (identities, source) {
      const decrypter = new Decrypter()
      for (const identity of identities) decrypter.addIdentity(identity)
      yield* pieces(await decrypter.decrypt(await whole(source)), pieceBytes)
    },
  }
}

/** Fresh keys of a scan store. */
export async function someScanKeys(): Promise<ScanKeys> {
  const identity = await generateX25519Identity()
  return { nameKey: Buffer.alloc(32, 7), recipient: await identityToRecipient(identity), identities: [identity] }
}

/** A scan room on a fake disk, its data folder made. */
export function roomOn(disk: FakeDisk, keys: ScanKeys, pieceBytes?: number): ScanRoom {
  if (!disk.paths().includes('/data/office')) disk.plant('/data/office', Buffer.from('x'))
  return { disk, folder: '/data', keys, age: typageBox(pieceBytes) }
}

/** A PDF of about this many bytes. */
export function aPdf(text = 'Đơn xin vào Đảng', bytes = 0): Buffer {
  return Buffer.from(`%PDF-1.7\n% ${text}\n${'x'.repeat(bytes)}\ntrailer\n%%EOF\n`)
}

/** One buffer as a stream. */
export async function* streamOf(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

async function whole(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function* pieces(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let at = 0; at < Math.max(1, bytes.length); at += length) yield bytes.subarray(at, at + length)
}
