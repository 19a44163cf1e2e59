/**
 * One file out of an archive that our own writers have made, as text: what an office file holds inside.
 */
import { inflateRawSync } from 'node:zlib'

/** Where an entry of the list at the end of an archive begins. */
const LISTED = Buffer.from('PK\u0001\u0002')

/** @param name - of the file within the archive @throws Error where it is not there */
export function zipEntry(archive: Buffer, name: string): string {
  for (let at = archive.indexOf(LISTED); at !== -1; at = archive.indexOf(LISTED, at + 1)) {
    const nameBytes = archive.readUInt16LE(at + 28)
    if (archive.subarray(at + 46, at + 46 + nameBytes).toString() !== name) continue
    const local = archive.readUInt32LE(at + 42)
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const bytes = archive.subarray(begin, begin + archive.readUInt32LE(at + 20))
    return (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString()
  }
  throw new Error(`the archive has no ${name}`)
}
