/** Bytes that a system hands over in smaller pieces than it is asked for. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Disk } from '../../../../electron/disk/disk.ts'
import { nodeDisk } from '../../../../electron/disk/node-disk.ts'
import { readStart, readWhole } from '../../../../electron/disk/streams.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const piecemeal: Disk = {
  ...nodeDisk,
  open: async (path, mode) => {
    const file = await nodeDisk.open(path, mode)
    return { ...file, read: (target, position) => file.read(target.subarray(0, 3), position) }
  },
}

test('a file that comes in small pieces is read whole, and its first bytes are all there', async () => {
  const path = join(temporaryFolder(), 'tệp')
  writeFileSync(path, '0123456789')
  expect(Buffer.from(await readStart(piecemeal, path, 8)).toString()).toBe('01234567')
  expect(Buffer.from(await readStart(piecemeal, path, 20)).toString()).toBe('0123456789')
  expect(Buffer.from((await readWhole(piecemeal, path, 20)) ?? []).toString()).toBe('0123456789')
  expect(await readWhole(piecemeal, path, 9)).toBeUndefined()
})
