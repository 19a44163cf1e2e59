/**
 * Gives cases papers with scans: small files in the real scan store, named by the entries of their papers, so that what
 * looks through the store at unlock has something to look through.
 */
import { randomBytes } from 'node:crypto'
import { read, write } from '../../db/transaction.ts'
import { openStream, plainBytes, sealStream } from '../../electron/bundle/age.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import { readKeys } from '../../electron/office/keys.ts'
import { createScanStore } from '../../electron/scans/scan-store.ts'
import type { Scan } from '../../electron/scans/sealed-files.ts'
import { surroundingsOf } from './office.ts'
import type { Seeder } from './seed.ts'

/** Attaches one small scan to each of the first `count` cases. */
export async function seedScans(
  { store, run }: Seeder,
  folder: string,
  cases: readonly string[],
  count: number,
): Promise<void> {
  const keys = await readKeys((work) => read(store, work))
  if (keys === null) throw new Error('an office without keys')
  const { paths } = surroundingsOf(folder)
  const room = { disk: nodeDisk, folder: paths.data, keys: keys.scans, age: { sealStream, plainBytes, openStream } }
  const scans = createScanStore(room)
  const kept: Scan[] = []
  for (let n = 0; n < count; n += 1) {
    const put = await scans.put({ bytes: pdf(2000), mediaType: 'application/pdf' })
    if (!put.ok) throw new Error(`scan not kept: ${put.error.code}`)
    kept.push(put.value)
  }
  write(store, (db) => {
    for (const [n, { sha256, bytes, mediaType }] of kept.entries()) {
      const scan = { sha256, bytes, type: mediaType, name: `don-${n}.pdf` }
      run(db, 'paper.record', { case: cases[n], paper: '1-KND', date: '2023-09-01', scans: [scan] })
    }
  })
}

/** A file that is a PDF by its first and last bytes and random between them, so that nothing in it can be squeezed. */
export function pdf(size: number): Buffer {
  const [start, end] = [Buffer.from('%PDF-1.7\n%âãÏÓ\n'), Buffer.from('\nstartxref\n9\n%%EOF\n')]
  return Buffer.concat([start, randomBytes(Math.max(0, size - start.length - end.length)), end])
}
